"""Trial of leaving: every word that a vault holds is in the files that are taken along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from mentorjournal.journal.shelf import Shelf
from mentorjournal.leaving.choice import Form
from mentorjournal.leaving.taking import take_along
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.faults import canary_writer
from tests.faults.canaries import KINDS, canary
from tests.faults.trial import Outcome, Profile, Trial

NOT_HELD = {
    "overwritten": "was replaced within the same burst of typing, of which one version is kept",
    "passphrase": "opens the vault, and is kept in no file of it",
    "searchword": "was only looked for",
    "deleted": "was deleted, and what is deleted is gone",
    "rolledback": "was never kept: the program was killed before",
    "imported": "comes by another command, as a reflection",
    "importedtitle": "comes by another command, as a reflection",
    "added": "comes by another command, as a note",
    "wrongpassphrase": "was typed, and opened nothing",
    "newpassphrase": "opens the vault later on, and is kept in no file of it",
    "pdfpassword": "locks a PDF, and is kept nowhere",
    "refused": "stood in a file that was not taken in",
    "refusedtitle": "stood in a file that was not taken in",
    "refusedname": "named a file that was not taken in",
    "quoted": "stood in the text of an error",
    "accented": "is typed in the window alone",
    "otheralphabet": "is typed in the window alone",
}


def leave(profile: Profile, base: Path) -> Outcome:
    """Write every kind of word there is, take everything along, and look for each."""
    shelf = filled(base / "vault")
    there = held(shelf)
    taken = take_along(shelf, base / "mine", forms=frozenset({Form.JSON, Form.MARKDOWN}))
    shelf.close()
    short = [f"“{kind}” is in none of the JSON files" for kind in missing(taken.folder)]
    short += [f"“{kind}” is none of what a vault holds" for kind in NOT_HELD if canary(kind) in there]
    short += [f"the file {name} names somebody" for name in telling(taken.folder)]
    wanted = len(KINDS) - len(NOT_HELD)
    beside = f"{taken.files} files; {len(NOT_HELD)} kinds are not in the vault itself either, and looked for"
    return Outcome(wanted, "kinds of words", tuple(short), beside)


def filled(folder: Path) -> Shelf:
    vault, code = Vault.create(folder, canary("passphrase"), cost=FLOOR)
    code.wipe()
    shelf = Shelf(vault)
    opened = shelf.add(canary_writer.relationship())
    canary_writer.write_everything(opened.journal)
    canary_writer.write_ledger(shelf)
    shelf.set_setting("wish", canary("setting"))
    canary_writer.leave_unfinished(shelf, opened.id)
    return shelf


def held(shelf: Shelf) -> str:
    """Every row of every table of every file, as it lies there; the word index's own tables too."""
    told = [str(whole.rows) for whole in shelf.vault.index.everything()]
    for id in shelf.vault.journal_ids():
        with shelf.vault.lent(id) as db:
            names = [row[0] for row in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            told += [str(row) for name in names for row in db.rows(f'SELECT * FROM "{name}"')]
    return " ".join(told)


def missing(folder: Path) -> Iterator[str]:
    """The kinds of words that stand in no JSON file below *folder*, bytes among them read as text."""
    told = " ".join(said(json.loads(path.read_text("utf-8"))) for path in sorted(folder.rglob("*.json")))
    return (kind for kind in KINDS if kind not in NOT_HELD and canary(kind) not in told)


def said(value: object) -> str:
    from base64 import b64decode

    match value:
        case {"base64": str(coded)}:
            return b64decode(coded).decode("utf-8", "replace")
        case dict():
            return " ".join(said(one) for one in value.values())
        case list():
            return " ".join(map(said, value))
        case _:
            return str(value)


def telling(folder: Path) -> Iterator[str]:
    """Files that are named by anything that somebody wrote, a codename apart."""
    words = [canary(kind) for kind in KINDS if kind != "codename"]
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return (name for name in names if any(word in name for word in words))


TRIALS = (Trial("leaving", "6: people can leave with every word of theirs", leave),)
