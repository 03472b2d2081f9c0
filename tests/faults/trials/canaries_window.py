"""Words typed in every field of the real window, looked for wherever its process left something."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.faults.canaries import Search
from tests.faults.looking import Look
from tests.faults.traced import NEEDS, can_trace
from tests.faults.trial import Outcome, Profile, Trial
from tests.faults.watched_use import HOME, OUT, VAULT, Use, window, words_typed
from tests.pdf import reading

PROMISE = "No word typed in the window lies in the clear, whatever its end was"
STATUS = {"kill": -signal.SIGKILL, "fault": -signal.SIGSEGV, "abort": -signal.SIGABRT}
CHOSEN = {"learningpoint", "goaltitle", "support", "mytraining"}
"""What the summary was asked to say."""


def run(profile: Profile, folder: Path) -> Outcome:
    if not can_trace():
        return Outcome(0, "words", needs=NEEDS)
    use = window(profile, folder)
    words = words_typed(use)
    look = Look(Search(words), use.base / OUT)
    for act, ended in use.ended.items():
        look.after(act, ended, use.base / VAULT, use.base / HOME, said=_said(ended.out))
        if ended.status != STATUS.get(act, 0):
            look.short.append(f"{act} ended with {ended.status}: {ended.err.decode()[-300:]}")
    short = [*look.short, *_learning(use), *_in_what_was_shared(use, look.search)]
    beside = f"{len(words)} words, {_typed(use)} of them typed in fields; {len(look.files)} files"
    return Outcome(look.tried, "words looked for after each end", tuple(short), beside)


def _said(out: bytes) -> bytes:
    """Without the lines by which the process told of the words themselves."""
    return b"\n".join(line for line in out.splitlines() if not line.startswith(b"code"))


def _typed(use: Use) -> int:
    return sum(ended.out.count(b"\nfield\t") for ended in use.ended.values())


def _learning(use: Use) -> list[str]:
    lines = [line for ended in use.ended.values() for line in ended.out.decode().splitlines()]
    return [f"input methods may learn from: {line}" for line in lines if line.startswith("learns")]


def _in_what_was_shared(use: Use, search: Search) -> list[str]:
    path = use.base / OUT / "summary.pdf"
    if not path.exists():
        return ["no summary was saved"]
    data = path.read_bytes()
    seen = search.kinds_in(reading.text(data).encode()) | search.kinds_in(data)
    if "learningpoint" not in seen and "goaltitle" not in seen:
        return ["the summary does not hold what was chosen"]
    return [f"{kind} left with the summary" for kind in sorted(seen - CHOSEN)]


TRIALS = (Trial("canarieswindow", PROMISE, run, room="window"),)
