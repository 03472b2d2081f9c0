"""Over a whole use: no socket but local ones, no other program, and no file outside of its places."""

from __future__ import annotations

import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.faults import every_verb
from tests.faults.every_verb import SALVAGED, SECOND
from tests.faults.traced import NEEDS, can_trace
from tests.faults.trial import Outcome, Profile, Trial
from tests.faults.watched_use import HOME, OUT, VAULT, Use, tour, verbs, window

BACKUPS = "/backups/"
LOCKS = 1
"""Programs that an act of the window may start: itself, when it locks."""
OURS = (VAULT, SECOND, SALVAGED, OUT, f"{HOME}/config")
"""Vaults, the folder that was chosen to save in, and the settings' own."""
EXCEPTIONS: Mapping[str, str] = {
    r"__pycache__(/[^/]+\.pyc(\.\d+)?)?$": "Python keeps the program's own code compiled beside it",
    rf"^\.({SECOND}|{SALVAGED})\.new(/|$)": "a new vault, beside its place until it is whole",
    rf"^{HOME}/tmp/mentorjournal-drill-[^/]+(/|$)": "a drill's scratch copy, sealed as its backup is",
    rf"^{HOME}/tmp/[a-z0-9_]{{8}}$": "Python tries whether a scratch copy can lie there",
    rf"^{HOME}/cache/fontconfig(/|$)": "the system's list of the fonts that are installed",
    rf"^{HOME}/cache$": "the folder of that list",
}


def uses(profile: Profile, folder: Path) -> list[Use]:
    guided = [tour(folder)] if profile.name == "full" else []
    return [verbs(profile, folder), window(profile, folder), *guided]


def sockets(profile: Profile, folder: Path) -> Outcome:
    if not can_trace():
        return Outcome(0, "uses", needs=NEEDS)
    each = uses(profile, folder)
    short = [sentence for use in each for sentence in (*spoken(use), *started(use), *unlike(use))]
    commands = len(every_verb.some_verbs(folder, profile))
    windows = sum(len(use.ended) for use in each[1:])
    beside = f"{commands} commands; {windows} runs of the window"
    return Outcome(commands + windows, "commands and windows from start to end", tuple(short), beside)


def temporary(profile: Profile, folder: Path) -> Outcome:
    if not can_trace():
        return Outcome(0, "files", needs=NEEDS)
    each = uses(profile, folder)
    files = [(use, path) for use in each for ended in use.ended.values() for path in ended.trace.changed]
    excepted = {why for use, path in files if (why := exception(use, path))}
    stray = sorted({path for use, path in files if not is_ours(use, path) and not exception(use, path)})
    short = [f"{path} was made or changed" for path in stray]
    short += [sentence for use in each for sentence in open_to_others(use)]
    modes = sum(len(use.modes) for use in each)
    beside = f"{modes} files and folders of vaults; beside them: {'; '.join(sorted(excepted))}"
    return Outcome(len({path for _, path in files}), "files made or changed", tuple(short), beside)


def spoken(use: Use) -> Iterator[str]:
    for act, ended in use.ended.items():
        for call in ended.trace.sockets:
            yield f"{act or 'a command'}: {call}"


def started(use: Use) -> Iterator[str]:
    """Programs besides the one that the trial started, and the one that comes after a lock."""
    for act, ended in use.ended.items():
        programs = [program.split(b"\n")[0].decode() for program in ended.trace.programs]
        allowed = 1 + (LOCKS if act in ("use", "lock") else 0)
        if len(programs) > allowed or any(not _is_this_python(program) for program in programs):
            yield f"{act or 'a command'} started {programs}"


def _is_this_python(program: str) -> bool:
    return Path(program).resolve() == Path(sys.executable).resolve()


def unlike(use: Use) -> Iterator[str]:
    """What did not do what it was to do has not been watched doing it."""
    for ended in use.ended.values():
        for line in ended.err.decode(errors="replace").splitlines():
            if line.startswith(("watched: ", "unlike: ")):
                yield line


def is_ours(use: Use, path: str) -> bool:
    return any(Path(path).is_relative_to(use.base / ours) for ours in OURS)


def exception(use: Use, path: str) -> str:
    """Why *path* may be written although it is none of our places; empty where there is no reason."""
    inside = Path(path).relative_to(use.base) if Path(path).is_relative_to(use.base) else Path(path)
    return next((why for which, why in EXCEPTIONS.items() if re.search(which, str(inside))), "")


def open_to_others(use: Use) -> Iterator[str]:
    """Every file is its owner's to read and every folder to enter, and nobody else's, whatever the umask was.
    What lies in a backup may not be written again.
    """
    for path, mode in use.modes.items():
        wanted = (0o700,) if stat.S_ISDIR(mode) else (0o600, 0o400) if BACKUPS in path else (0o600,)
        if stat.S_IMODE(mode) not in wanted:
            yield f"{path} has {stat.S_IMODE(mode):o} and not {wanted[0]:o}"


_RUNS: tuple[tuple[str, str, Callable[[Profile, Path], Outcome]], ...] = (
    ("sockets", "No socket but local ones, and no other program started, over a whole use", sockets),
    (
        "temporary",
        "No file outside vault, settings and what was saved; nobody else may read a vault",
        temporary,
    ),
)
TRIALS = tuple(Trial(name, promise, run, room="window") for name, promise, run in _RUNS)
