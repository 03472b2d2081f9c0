"""Something else stands in the place of a vault's file: it is refused with the right words, or said."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalId
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect
from mentorjournal.storage.index import INDEX_APPLICATION_ID
from mentorjournal.vault.copies import COPY_NAMES
from mentorjournal.vault.index_file import INDEX_NAME
from tests.faults.children import Died, Hung, in_child
from tests.faults.home import Home, Snapshot, by_journal, entries_in, home, remove
from tests.faults.trial import Outcome, Profile, Trial
from tests.faults.writer import Expected, new_entry

PAGE = 4096
DAMAGED = ("DamagedJournal", "DamagedIndex", "MissingFile", "EmptyFile", "ForeignFile", "DiskError")

Put = Callable[["Case"], None]


@dataclass(frozen=True)
class Seen:
    """What a way of opening came to: what was raised, or how each journal was read, and all that was said."""

    raised: str = ""
    words: str = ""
    journals: dict[str, str] = field(default_factory=dict)
    """By id: "whole", "other" for words that are not those, or what was raised."""
    findings: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One file of the vault and what is put in its place."""

    at: Home
    other: Home
    older: Path
    path: Path
    chance: random.Random

    @property
    def name(self) -> str:
        return self.path.name


def look(at: Home, expected: dict[JournalId, dict[str, Expected]], **how: bool) -> Seen:
    """Open the vault, read all of it, and check it."""
    try:
        vault = at.vault(**how)
    except MentorJournalError as error:
        return Seen(raised=type(error).__name__, words=str(error))
    journals = {}
    with contextlib.closing(Shelf(vault)) as shelf:
        findings = tuple(f"{one.file}: {one.what}" for one in vault.verify(newest=NEWEST_SCHEMA))
        shelf.cards()
        for id, words in expected.items():
            try:
                journals[id] = "whole" if entries_in(shelf, id) == words else "other"
            except MentorJournalError as error:
                journals[id] = f"{type(error).__name__} {error}"
        return Seen(journals=journals, findings=findings, notices=tuple(one.name for one in vault.notices))


# What may be put there


def _cut(at: Callable[[Case, int], int]) -> Put:
    def put(case: Case) -> None:
        os.truncate(case.path, at(case, case.path.stat().st_size))

    return put


def _swapped(case: Case) -> None:
    """Another file of the same vault: the other journal, or the index for one, or a journal for the index."""
    others = [path for path in (*case.at.journals(), case.path.parent / INDEX_NAME) if path != case.path]
    shutil.copyfile(case.chance.choice([path for path in others if path.exists()]), _freed(case))


def _foreign(case: Case) -> None:
    """The file of that name in another vault, or a journal of it."""
    there = case.other.folder / case.path.relative_to(case.at.folder)
    shutil.copyfile(there if there.exists() else case.other.journals()[0], _freed(case))


def _plain_database(case: Case) -> None:
    import sqlite3

    with contextlib.closing(sqlite3.connect(_freed(case))) as db:
        db.execute("CREATE TABLE reflection (id TEXT)")
        db.commit()


def _picture(case: Case) -> None:
    _freed(case).write_bytes(b"\x89PNG\r\n\x1a\n" + case.chance.randbytes(3 * PAGE - 8))


def _noise(case: Case) -> None:
    _freed(case).write_bytes(case.chance.randbytes(2 * PAGE))


def _zeros(case: Case) -> None:
    size = case.path.stat().st_size
    _freed(case).write_bytes(bytes(size))


def _folder(case: Case) -> None:
    _freed(case).mkdir()


def _pipe(case: Case) -> None:
    os.mkfifo(_freed(case))


def _device(case: Case) -> None:
    _freed(case).symlink_to("/dev/zero")


def _link_to_nothing(case: Case) -> None:
    _freed(case).symlink_to("nowhere")


def _link_to_itself(case: Case) -> None:
    _freed(case).symlink_to(case.name)


def _link_to_foreign(case: Case) -> None:
    there = case.other.folder / case.path.relative_to(case.at.folder)
    _freed(case).symlink_to(there if there.exists() else case.other.journals()[0])


def _missing(case: Case) -> None:
    _freed(case)


def _locked_away(case: Case) -> None:
    case.path.chmod(0)


def _older(case: Case) -> None:
    there = case.older / case.path.relative_to(case.at.folder)
    shutil.copyfile(there if there.exists() else case.older / "journals" / case.name, _freed(case))


def _newer(case: Case) -> None:
    if case.name in COPY_NAMES:
        text = case.path.read_bytes().split(b"\n", 1)[1].replace(b'"v":1', b'"v":2')
        import hashlib

        checksum = hashlib.sha256(text.rstrip(b"\n")).hexdigest().encode()
        case.path.write_bytes(b"mentor-journal-keys 2 " + checksum + b"\n" + text)
        return
    with contextlib.closing(case.at.vault(read_only=True)) as vault:
        keys = vault._keys
        index = case.name == INDEX_NAME
        key = keys.index_key() if index else keys.journal_key(JournalId(case.path.stem))
        kind = INDEX_APPLICATION_ID if index else JOURNAL_APPLICATION_ID
        with contextlib.closing(connect(case.path, key, application_id=kind, newest=10**6)) as db:
            db.run("PRAGMA user_version = 999")


def _freed(case: Case) -> Path:
    remove(case.path)
    return case.path


WRONG: dict[str, Put] = {
    "cut to nothing": _cut(lambda case, size: 0),
    "cut to one byte": _cut(lambda case, size: 1),
    "cut at a page": _cut(lambda case, size: case.chance.randrange(1, max(2, size // PAGE)) * PAGE),
    "cut by one page": _cut(lambda case, size: max(size - PAGE, 1)),
    "cut within a page": _cut(lambda case, size: case.chance.randrange(2, size - 1)),
    "swapped": _swapped,
    "of another vault": _foreign,
    "a plain database": _plain_database,
    "a picture": _picture,
    "noise": _noise,
    "zeros": _zeros,
    "a folder": _folder,
    "a pipe": _pipe,
    "a device without end": _device,
    "a link to nothing": _link_to_nothing,
    "a link to itself": _link_to_itself,
    "a link to another vault's": _link_to_foreign,
    "missing": _missing,
    "not to be read": _locked_away,
    "an older one": _older,
    "a newer version": _newer,
}
PLACES = ("journal", "index", "first key file", "second key file", "both key files", "lock", "reserve")
NOT_FOR = {
    "lock": {"an older one", "a newer version", "cut at a page", "cut by one page", "cut within a page"}
}
NOT_FOR["reserve"] = {"an older one", "a newer version"}


class WrongFiles:
    """One home with one wrong file in it, looked at and put back, again and again."""

    def __init__(self, place: Path, seed: int) -> None:
        self._seed = seed
        self.short: list[str] = []
        self._other = home(place / "other", entries=2)
        self._at = home(place / "vault")
        self._older = Path(shutil.copytree(self._at.folder, place / "older"))
        self._write_on()
        self._words = by_journal(self._at)
        self._snapshot = Snapshot(self._at.folder)

    def try_one(self, number: int, place: str, wrong: str) -> None:
        chance = random.Random(f"{self._seed} {number}")
        for path in self._paths(place, chance):
            WRONG[wrong](Case(self._at, self._other, self._older, path, chance))
        said = [f"seed {self._seed}, {place} {wrong}: {one}" for one in self._looked(place, wrong, path)]
        self.short += said
        self._put_back(place)

    def _write_on(self) -> None:
        """Let the vault go on from its older self: words, a new code, and so another key file."""
        with contextlib.closing(self._at.shelf()) as shelf:
            for card in shelf.cards():
                shelf.open(card.id).journal.topics.add(new_entry("topics", random.Random(11)))
            shelf.vault._keys.save()

    def _paths(self, place: str, chance: random.Random) -> list[Path]:
        folder = self._at.folder
        first, second = (folder / name for name in COPY_NAMES)
        return {
            "journal": [chance.choice(self._at.journals())],
            "index": [folder / INDEX_NAME],
            "first key file": [first],
            "second key file": [second],
            "both key files": [first, second],
            "lock": [folder / "vault.lock"],
            "reserve": [folder / "reserve"],
        }[place]

    def _put_back(self, place: str) -> None:
        for path in self._at.folder.glob("*"):
            if path.is_file() and not path.is_symlink():
                path.chmod(0o600)
        for path in self._at.journals():
            if path.is_file() and not path.is_symlink():
                path.chmod(0o600)
        self._snapshot.put_back()

    def _looked(self, place: str, wrong: str, path: Path) -> Iterator[str]:
        before = Snapshot(self._at.folder)
        for how in ({"read_only": True}, {}):
            try:
                seen = in_child(lambda how=how: look(self._at, self._words, **how))
            except Hung:
                yield f"{how or 'opening'} hangs"
                continue
            except Died as error:
                yield f"{how or 'opening'} died: {error}"
                continue
            yield from (f"{how or 'to write'}: {one}" for one in self._judged(place, wrong, path, seen, how))
            changed = before.changed(besides=("vault.lock",))
            if (how or seen.raised) and changed:
                yield f"{how or 'refused'}, and changed {changed}"
            if path.name in changed and path.name not in (*COPY_NAMES, INDEX_NAME, "reserve"):
                yield f"what stood there was changed: {path.name}"

    def _judged(self, place: str, wrong: str, path: Path, seen: Seen, how: dict[str, bool]) -> Iterator[str]:
        if "other" in seen.journals.values() and not self._said(path, seen, wrong):
            yield "a journal shows other words than it has, and nobody says so"
        match place:
            case "journal":
                yield from self._judged_journal(wrong, path, seen)
            case "index":
                yield from self._judged_index(wrong, seen, how)
            case "both key files":
                yield from self._judged_keys(wrong, seen)
            case _:
                if seen.raised and (place, wrong) not in LOCK_THAT_IS_NONE:
                    yield f"refused: {seen.words}"
                elif set(seen.journals.values()) - {"whole"}:
                    yield f"journals: {seen.journals}"
                if "key file" in place and wrong != "a newer version":
                    if how and not any(one.startswith(path.name) for one in seen.findings):
                        yield f"verify does not name it: {seen.findings}"
                    if not how and not any("KEY" in one for one in seen.notices):
                        yield f"it is not said that it was healed: {seen.notices}"

    def _judged_journal(self, wrong: str, path: Path, seen: Seen) -> Iterator[str]:
        if seen.raised:
            yield f"the vault does not open for one journal: {seen.words}"
            return
        if not any(one.startswith(path.name) for one in seen.findings):
            yield f"verify does not name it: {seen.findings}"
        if strange := [one for one in seen.findings if path.name not in one]:
            yield f"verify names others: {strange}"
        for id, said in seen.journals.items():
            if id != path.stem and said != "whole":
                yield f"another journal: {said}"
        said = seen.journals[path.stem]
        if said not in ("whole", "other") and path.name not in said and wrong != "a newer version":
            yield f"the error does not name it: {said}"
        if WORDS.get(wrong, "") not in f"{said} {seen.findings}":
            yield f"not the right words: {said} {seen.findings}"

    def _judged_index(self, wrong: str, seen: Seen, how: dict[str, bool]) -> Iterator[str]:
        if wrong == "a newer version":
            if seen.raised != "NewerVersion":
                yield f"{seen.raised} {seen.words}"
            return
        if how or not seen.raised:
            if not any(one.startswith(INDEX_NAME) for one in seen.findings):
                yield f"verify does not name it: {seen.findings}"
            if set(seen.journals.values()) - {"whole"}:
                yield f"journals: {seen.journals}"
        elif (
            seen.raised not in ("DamagedIndex", "ReadOnlyPlace", "DiskError") or INDEX_NAME not in seen.words
        ):
            yield f"{seen.raised} {seen.words}"

    def _judged_keys(self, wrong: str, seen: Seen) -> Iterator[str]:
        wanted = KEY_ERRORS.get(wrong, {"DamagedKeyFile"})
        if wrong == "an older one":
            if seen.raised or "KEY_FILE_OLDER" not in seen.notices:
                yield f"an older key file is not told: {seen}"
        elif seen.raised not in wanted:
            yield f"{seen.raised} {seen.words}"

    def _said(self, path: Path, seen: Seen, wrong: str) -> bool:
        return any(path.name in one for one in seen.findings)


WORDS = {
    "cut to nothing": "empty (0 bytes)",
    "cut to one byte": "cut short",
    "a plain database": "not encrypted",
    "a folder": "not a file",
    "a pipe": "not a file",
    "a device without end": "not a file",
    "a link to nothing": "missing",
    "missing": "missing",
    "swapped": "in the place of another",
    "of another vault": "in the place of another",
    "a newer version": "newer Mentor Journal",
    "an older one": "older copy",
}
"""What must be said of a journal."""

KEY_ERRORS = {
    "missing": {"MissingKeyFile"},
    "a link to nothing": {"MissingKeyFile"},
    "a newer version": {"NewerVersion"},
    "of another vault": {"WrongRecoveryCode"},
    "a link to another vault's": {"WrongRecoveryCode"},
}
LOCK_THAT_IS_NONE = {
    ("lock", wrong)
    for wrong in WRONG
    if wrong.startswith(("a link", "a folder", "a device", "a pipe", "not to be read"))
} | {(place, "a newer version") for place in ("first key file", "second key file")}
"""Refusing is right here: no lock can be had, or a newer program has been at work."""


def run(profile: Profile, place: Path) -> Outcome:
    files = WrongFiles(place, profile.seed)
    cases = [(place_, wrong) for place_ in PLACES for wrong in WRONG if wrong not in NOT_FOR.get(place_, ())]
    tried = profile.pick(quick=40, full=10 * len(cases))
    random.Random(profile.seed).shuffle(cases)
    for number in range(tried):
        files.try_one(number, *cases[number % len(cases)])
    return Outcome(
        tried=tried,
        unit=f"wrong files: {len(WRONG)} kinds in {len(PLACES)} places",
        short=tuple(files.short),
        beside="each opened to read and to write",
    )


TRIALS = (
    Trial(
        "wrongfiles",
        "a wrong file is refused or said with the right words; never an empty journal, never a hang",
        run,
    ),
)
