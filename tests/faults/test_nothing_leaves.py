"""The watch over a whole use sees what it watches for: from inside, and with the system's tracer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.every_verb import WATCHED, all_verbs
from tests.faults.traced import can_trace, traced
from tests.faults.trials import whole_use
from tests.faults.watched_use import VAULT, Use
from ui.launch import CORE_COMMANDS

DEEDS = {
    "a socket": "import socket; socket.socket().close()",
    "a program": "import subprocess; subprocess.run(['true'])",
    "a program by way of a shell": "import os; os.system('true')",
}
MADE = {
    "a file": "open('../stray', 'w')",
    "a file that goes again": "open('../stray', 'w'); os.unlink('../stray')",
    "a folder": "os.mkdir('../stray')",
    "a link": "os.symlink('x', '../stray')",
    "a renamed file": "open('x', 'w'); os.rename('x', '../stray')",
    "a file that is opened to be changed": "os.open('../there', os.O_RDWR)",
    "other rights": "os.chmod('../there', 0o600)",
    "another length": "os.truncate('../there', 0)",
}


def used(base: Path, script: str) -> Use:
    """A use that consists of *script*, in the vault."""
    (base / VAULT).mkdir()
    (base / "there").touch()
    line = [sys.executable, "-c", f"import os; {script}"]
    ended = traced(line, cwd=base / VAULT, env={"PATH": "/usr/bin:/bin"})
    use = Use(base, (VAULT,), {"this": ended})
    use.look_at_modes()
    return use


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_the_watch_from_inside_sees_what_it_watches_for(deed: str) -> None:
    ended = subprocess.run([sys.executable, "-c", WATCHED + deed], capture_output=True, check=False)
    assert ended.returncode == 99


def test_the_tracer_sees_a_socket(tmp_path: Path) -> None:
    assert can_trace()
    assert "AF_INET" in "".join(whole_use.spoken(used(tmp_path, DEEDS["a socket"])))


def test_the_tracer_lets_local_sockets_pass(tmp_path: Path) -> None:
    local = "import socket; s = socket.socket(socket.AF_UNIX); s.bind('x'); s.listen(); s.close()"
    assert list(whole_use.spoken(used(tmp_path, local))) == []


def test_the_tracer_sees_another_program(tmp_path: Path) -> None:
    assert "/true" in "".join(whole_use.started(used(tmp_path, DEEDS["a program"])))


def test_only_a_lock_may_put_another_process_in_this_ones_place(tmp_path: Path) -> None:
    again = "import sys; os.execv(sys.executable, [sys.executable, '-c', ''])"
    use = used(tmp_path, again)
    assert list(whole_use.started(use))
    assert list(whole_use.started(Use(tmp_path, (VAULT,), {"lock": use.ended["this"]}))) == []


@pytest.mark.parametrize("deed", MADE.values(), ids=MADE.keys())
def test_whatever_is_done_outside_of_its_places_is_seen(tmp_path: Path, deed: str) -> None:
    use = used(tmp_path, deed)
    changed = use.ended["this"].trace.changed
    assert {
        path for path in changed if not whole_use.is_ours(use, path) and not whole_use.exception(use, path)
    } & {
        str(tmp_path / "stray"),
        str(tmp_path / "there"),
    }


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o400, 0o700])
def test_rights_that_are_not_the_owners_alone_are_seen(tmp_path: Path, mode: int) -> None:
    use = used(tmp_path, f"os.chmod('.', 0o700); open('x', 'w'); os.chmod('x', {mode})")
    assert [sentence.rpartition("/")[2] for sentence in whole_use.open_to_others(use)] == [
        f"x has {mode:o} and not 600"
    ]


def test_every_verb_that_there_is_is_watched(tmp_path: Path) -> None:
    assert {verb.name for verb in all_verbs(tmp_path)} >= CORE_COMMANDS
