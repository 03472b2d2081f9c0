"""Real set-ups of a tiny clone with one tiny package and no network: what is trusted, what comes through."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from bootstrap import environment
from bootstrap.progress import SetupProblem

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import json, os, sys, toy
told = {"arguments": sys.argv[1:], "input": sys.stdin.read(), "folder": os.getcwd(), "path": sys.path}
print(json.dumps(told))
sys.exit(5)
"""


def make_wheel(folder: Path) -> str:
    """Write a wheel with one empty module, and return the line that locks it."""
    info = "toy-1.0.dist-info"
    files = {
        "toy.py": "",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: toy\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for name, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={digest},{len(text)}\n"
    wheel = folder / "toy-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in [*files.items(), (f"{info}/RECORD", f"{record}{info}/RECORD,,\n")]:
            archive.writestr(name, text)
    return f"toy==1.0 \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone in a folder with an awkward name, whose lock files ask for one package from a folder."""
    root = tmp_path / "mój dziennik"
    for room in ("mentorjournal", "resources"):
        (root / room).mkdir(parents=True)
        (root / room / "__init__.py").touch()
    (root / "mentorjournal" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    ignored = shutil.ignore_patterns("*.lock", "__pycache__")
    shutil.copytree(ROOT / "packaging", root / "packaging", ignore=ignored)
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    line = make_wheel(wheels)
    for lock in (environment.RUNTIME, environment.DEVELOPMENT):
        (root / "packaging" / lock).write_text(line, encoding="ascii")
    for tool in ("PIP", "UV"):  # the installers' own settings decide where packages come from
        monkeypatch.setenv(f"{tool}_NO_INDEX", "1")
        monkeypatch.setenv(f"{tool}_FIND_LINKS", str(wheels))
    return root


def start(clone: Path, *arguments: str, words: str = "") -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, str(clone / "packaging" / "run.py"), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=clone.parent,
    )
    assert process.stdin is not None
    process.stdin.write(words)
    process.stdin.close()
    process.stdin = None
    return process


def run(clone: Path, *arguments: str, words: str = "") -> tuple[int, str, str]:
    process = start(clone, *arguments, words=words)
    out, err = process.communicate()
    return process.returncode, out, err


def test_the_first_run_sets_up_and_the_second_only_starts(clone):
    status, out, err = run(clone, "list", "vault", "--json", words="pass phrase\ntext\n")
    told = json.loads(out)  # nothing but the program's own words is on standard output
    assert (status, told["arguments"]) == (5, ["list", "vault", "--json"]), err
    assert told["input"] == "pass phrase\ntext\n"
    assert told["folder"] == str(clone.parent)
    assert str(clone) in told["path"] and str(clone.parent) not in told["path"]
    assert "Making the environment: done" in err

    status, _, err = run(clone, "list")
    assert (status, err) == (5, "")


def test_two_set_ups_at_once_make_one_environment(clone):
    both = [start(clone, "list"), start(clone, "list")]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [5, 5], said
    assert sum("Making the environment: done" in err for err in said) == 1


def test_a_package_that_is_not_the_locked_one_is_refused(clone):
    lock = clone / "packaging" / environment.RUNTIME
    lock.write_text(f"toy==1.0 --hash=sha256:{'0' * 64}\n", encoding="ascii")
    status, out, err = run(clone, "list")
    assert (status, out) == (1, "")
    assert "Mentor Journal cannot start yet." in err
    assert not environment.covers(clone, environment.RUNTIME)
    assert "Traceback" not in err


def bare(root: Path, lock: Path, extend: bool, hold: int) -> None:
    """Install nothing, into an environment without pip: seconds quicker, for tests of what is trusted."""
    venv.create(root / ".venv", clear=not extend, symlinks=os.name != "nt")


@pytest.fixture
def kept(clone, capfd):
    """A file in a finished environment, which is gone once that is made anew."""
    environment.ensure(clone, installer=bare)
    file = clone / ".venv" / "kept"
    file.touch()
    return file


def test_a_finished_environment_is_trusted(clone, kept):
    environment.ensure(clone, installer=bare)
    assert kept.exists()


def test_a_set_up_that_fails_leaves_nothing_that_is_trusted(clone, kept):
    def fails(*_):
        raise SetupProblem("no room")

    lock = clone / "packaging" / environment.DEVELOPMENT
    with pytest.raises(SetupProblem):
        environment.ensure(clone, development=True, installer=fails)
    assert not environment.covers(clone, lock.name)
    assert not environment.covers(clone, environment.RUNTIME)
    environment.ensure(clone, installer=bare)
    assert not kept.exists()


def test_the_tools_are_added_to_the_environment_that_is_there_and_stay(clone, kept):
    environment.ensure(clone, development=True, installer=bare)
    assert environment.covers(clone, environment.RUNTIME)
    assert environment.covers(clone, environment.DEVELOPMENT)
    environment.ensure(clone, installer=bare)
    assert environment.covers(clone, environment.DEVELOPMENT)
    assert kept.exists()


@pytest.mark.parametrize("name", [environment.RUNTIME, environment.DEVELOPMENT])
def test_a_changed_lock_file_makes_the_environment_anew(clone, kept, name):
    environment.ensure(clone, development=True, installer=bare)
    with (clone / "packaging" / name).open("a", encoding="ascii") as lock:
        lock.write("# changed\n")
    environment.ensure(clone, development=True, installer=bare)
    assert not kept.exists()
    assert environment.covers(clone, name)


def test_an_environment_whose_python_was_removed_is_made_anew(clone, kept):
    environment.python_in(clone).unlink()
    assert not environment.covers(clone, environment.RUNTIME)
    assert environment.ensure(clone, installer=bare).exists()
    assert not kept.exists()


def test_a_clone_that_moved_makes_its_environment_anew(clone, kept):
    moved = clone.rename(clone.with_name("moved"))
    assert not environment.covers(moved, environment.RUNTIME)


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_stamp_that_cannot_be_read_is_no_stamp(clone, kept, text):
    (clone / ".venv" / "mentor-journal-setup.json").write_text(text, encoding="ascii")
    assert not environment.covers(clone, environment.RUNTIME)


def test_settings_for_other_pythons_do_not_reach_the_program():
    environ = {"PYTHONPATH": "elsewhere", "PYTHONHOME": "/usr", "PIP_TARGET": "x", "HOME": "/home/a"}
    assert environment.clean(environ) == {"HOME": "/home/a"}
