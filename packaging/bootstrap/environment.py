"""Make `.venv` from the hashed lock files, and know when it need not be made again.

It is built in place and stamped last: without a stamp that fits, nothing that lies in `.venv` is trusted.
"""

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bootstrap import apt
from bootstrap.progress import SetupProblem, StepFailed, say, step

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"  # the second holds all of the first

# A user's settings that would lead the own environment, or pip in it, astray.
_FOREIGN = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__")


def python_in(root: Path) -> Path:
    """Name the interpreter of the environment under `root`."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def clean(environ: Mapping[str, str]) -> dict[str, str]:
    """Copy the environment variables without those that point into other Pythons."""
    return {name: value for name, value in environ.items() if name not in _FOREIGN}


def covers(root: Path, lock: str) -> bool:
    """Tell whether `.venv` was completely made from this lock file, for this Python and this folder."""
    stamp = _read_stamp(root)
    return (
        python_in(root).exists()
        and stamp.get("made") == _made(root)
        and stamp.get("locks", {}).get(lock) == _fingerprint(root, lock)
    )


def install(root: Path, lock: Path, extend: bool, hold: int) -> None:
    """Install a lock file into `.venv`, a new one unless it is to be extended: with uv, else with pip."""
    uv = shutil.which("uv")
    if uv:
        try:
            _install_with_uv(uv, root, lock, extend, hold)
            return
        except (StepFailed, OSError) as problem:
            reason = problem.last_line if isinstance(problem, StepFailed) else problem
            say(f"uv could not do it ({reason}); trying pip.")
            extend = False
    _install_with_pip(root, lock, extend, hold)


Installer = Callable[[Path, Path, bool, int], None]


def ensure(root: Path, *, development: bool = False, installer: Installer = install) -> Path:
    """Return the interpreter of a complete environment, making or mending it first where needed."""
    wanted = (RUNTIME, DEVELOPMENT) if development else (RUNTIME,)
    if not all(covers(root, lock) for lock in wanted):
        with _alone(root / ".venv.lock") as hold:
            if not all(covers(root, lock) for lock in wanted):  # somebody else may have done it meanwhile
                _build(root, wanted, hold, installer)
    return python_in(root)


def _build(root: Path, locks: tuple[str, ...], hold: int, installer: Installer) -> None:
    say("Setting up Mentor Journal's own environment in .venv (only when it is new or has changed).")
    extend = covers(root, RUNTIME) and DEVELOPMENT not in _read_stamp(root)["locks"]
    _stamp_file(root).unlink(missing_ok=True)
    installer(root, root / "packaging" / locks[-1], extend, hold)
    _point_to_clone(root, hold)
    stamp = {"made": _made(root), "locks": {lock: _fingerprint(root, lock) for lock in locks}}
    _stamp_file(root).write_text(json.dumps(stamp, indent=1), encoding="ascii")


def _install_with_uv(uv: str, root: Path, lock: Path, extend: bool, hold: int) -> None:
    # Without bytecode every start compiles 165 ms' worth of modules until the caches are warm.
    env = clean(os.environ) | {"UV_COMPILE_BYTECODE": "1", "NO_COLOR": "1"}
    if not extend:
        _remove(root / ".venv")
        make = [uv, "venv", "--no-project", "--python", sys.executable, str(root / ".venv")]
        step("Making the environment", make, env=env, hold=hold)
    install = [uv, "pip", "install", "--python", str(python_in(root)), "--no-build", "--require-hashes"]
    step(_title(lock), [*install, "--requirement", str(lock)], env=env, hold=hold)


def _install_with_pip(root: Path, lock: Path, extend: bool, hold: int) -> None:
    env = clean(os.environ) | {"PIP_USER": "0"}
    if not (extend and _has_pip(root)):
        _need_ensurepip(hold)
        _remove(root / ".venv")
        make = [sys.executable, "-I", "-m", "venv", str(root / ".venv")]
        step("Making the environment", make, env=env, hold=hold)
    install = [str(python_in(root)), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    install += ["--progress-bar", "off", "--only-binary", ":all:", "--require-hashes"]
    step(_title(lock), [*install, "--requirement", str(lock)], env=env, hold=hold)


def _need_ensurepip(hold: int) -> None:
    """Debian and Ubuntu keep the part of Python that puts pip into an environment in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if sys.base_prefix != "/usr" or not apt.present():
        raise SetupProblem(
            f"This Python ({sys.executable}) came without ensurepip, which makes environments.\n"
            "Install uv, or a Python that is complete, and run this again."
        )
    say(f"This Python came without ensurepip; it is in the system package {package}.")
    apt.provide([package], why="To make its own environment, Mentor Journal needs", hold=hold)


def _has_pip(root: Path) -> bool:
    return any(python_in(root).parent.glob("pip*"))


def _title(lock: Path) -> str:
    return f"Installing the packages of {lock.name}, each checked against its hash"


def _point_to_clone(root: Path, hold: int) -> None:
    """Let the environment find this clone, by a relative path: no build backend, any alphabet."""
    packages = [*(root / ".venv").glob("lib/python3.*/site-packages"), root / ".venv/Lib/site-packages"]
    site = next(folder for folder in packages if folder.is_dir())
    (site / "mentor-journal.pth").write_text(os.path.relpath(root, site) + "\n", encoding="ascii")
    look = [str(python_in(root)), "-P", "-c", "import mentorjournal, resources"]
    step("Looking at the result", look, env=clean(os.environ), hold=hold)


def _remove(venv: Path) -> None:
    try:
        if venv.is_symlink() or venv.is_file():
            venv.unlink()
        elif venv.exists():
            shutil.rmtree(venv)
    except OSError as problem:
        raise SetupProblem(
            f"The old environment in {venv} cannot be removed ({problem.strerror}).\n"
            "Close Mentor Journal if it is running, see that the folder is yours, and run this again."
        ) from problem


@contextmanager
def _alone(path: Path) -> Iterator[int]:
    """Hold the one lock for set-ups of this folder; the system frees it however this process ends."""
    try:
        file = path.open("a+b")
    except OSError as problem:
        raise SetupProblem(f"Set-up cannot write to {path.parent} ({problem.strerror}).") from problem
    with file:
        if not _take(file.fileno(), wait=False):
            say("Another set-up of this folder is at work; waiting for it.")
            _take(file.fileno(), wait=True)
        yield file.fileno()


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, *, wait: bool) -> bool:
        while True:
            try:
                os.lseek(descriptor, 0, os.SEEK_SET)
                # LK_LOCK itself tries for ten seconds and then gives up; so it is asked again.
                msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
                return True
else:
    import fcntl

    def _take(descriptor: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _stamp_file(root: Path) -> Path:
    return root / ".venv" / "mentor-journal-setup.json"


def _read_stamp(root: Path) -> dict[str, Any]:
    try:
        stamp = json.loads(_stamp_file(root).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _made(root: Path) -> list[str | None]:
    return [sys.implementation.cache_tag, platform.machine(), str(root)]


def _fingerprint(root: Path, lock: str) -> str:
    return hashlib.sha256((root / "packaging" / lock).read_bytes()).hexdigest()
