"""Files made to harm, one trial for each format that the program reads."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.faults.hostile_runner import attack
from tests.faults.trial import Outcome, Profile, Trial

_IMPORTS, _VAULT = "tests.faults.hostile_imports", "tests.faults.hostile_vault"
_PROMISE = "refused with a sentence or taken whole: no crash, hang, 500 MB, file elsewhere, network"


def _attack(profile: Profile, folder: Path, *, where: str, quick: int, full: int) -> Outcome:
    return attack(where, profile, folder, profile.pick(quick=quick, full=full))


def _trial(name: str, what: str, where: str, quick: int, full: int = 10_000) -> Trial:
    run = partial(_attack, where=where, quick=quick, full=full)
    return Trial(f"hostile-{name}", f"{what}: {_PROMISE}", run)


TRIALS = (
    _trial("keys", "key files", f"{_VAULT}:KEYS", 150),
    _trial("index", "the index", f"{_VAULT}:INDEX", 12),
    _trial("journal", "journals", f"{_VAULT}:JOURNAL", 12),
    _trial("pages", "pages of a file", f"{_VAULT}:PAGES", 10),
    _trial("backups", "folders of backups", f"{_VAULT}:BACKUPS", 4),
    _trial("jrnl", "jrnl exports", f"{_IMPORTS}:JRNL_EXPORT", 150),
    _trial("notes", "folders of notes", f"{_IMPORTS}:MARKDOWN", 100),
    _trial("form", "the partner's form", f"{_IMPORTS}:FORM", 100),
    _trial("sets", "question sets", f"{_IMPORTS}:QUESTIONS", 150),
    _trial("settings", "the window's settings", f"{_IMPORTS}:SETTINGS", 150),
    _trial("paste", "what is pasted", f"{_IMPORTS}:PASTE", 150),
)
