"""Kill -9 at any moment of anything that writes: what was acknowledged is there, and nothing is broken."""

from __future__ import annotations

import contextlib
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.vault.backups import backups
from mentorjournal.vault.seen import older_than, remember
from mentorjournal.vault.vault import Vault
from tests.data.vaults.content import PASSPHRASE as STORED_PASSPHRASE
from tests.faults.doomed import ACTS, NEW_PASSPHRASE, STEPS, Doom, suffer
from tests.faults.home import Entries, Home, home, kept
from tests.faults.killing import FailedByItself, killed
from tests.faults.trial import Outcome, Profile, Trial
from tests.faults.writing import Writing

STORED = Path(__file__).resolve().parents[2] / "data" / "vaults"
OURS = {"vault.keys", "vault.keys.copy", "index.mjdb", "journals", "reserve", "vault.lock", "backups"}
LONGEST = {"migration": 0.5, "passphrase": 0.9, "recovery kit": 0.4, "new keys": 1.6, "new keys alone": 1.6}
LONGEST |= {"summary": 1.2, "book": 1.2}
DAY = date(2026, 11, 26)
SHORT = 0.15
"""Seconds within which a process is killed that was not told at which step."""

Heard = list[Any]


class Kills:
    """An act killed in a home of its own, looked at afterwards, and tried again."""

    def __init__(self, place: Path, profile: Profile) -> None:
        self._place = place
        self._seed = profile.seed
        self.short: list[str] = []
        self.ends: Counter[str] = Counter()

    def kill(self, act: str, number: int) -> None:
        chance = random.Random(f"{self._seed} {act} {number}")
        beside = self._place / f"{act} {number}"
        at = _stored(beside / "vault", chance) if act == "migration" else home(beside / "vault")
        before = None if act == "migration" else _read(at.vault())
        if before is not None:
            _remember(at)
        (beside / "out").mkdir()
        doom = Doom(
            act=act, home=at, beside=beside / "out", at=chance.choice((0, chance.randint(1, STEPS[act])))
        )
        try:
            within = 5.0 if doom.at else LONGEST.get(act, SHORT)
            heard = killed(
                suffer, doom, until=2 if doom.at else 1, within=0 if doom.at else within, chance=chance
            )
            said = list(LOOK.get(act, _as_before)(self, doom, heard, before))
        except (
            FailedByItself,
            MentorJournalError,
            ValueError,
            LookupError,
            OSError,
            AssertionError,
        ) as error:
            said = [f"{type(error).__name__}: {error}"]
            heard = []
        self.ends[_end(doom, heard)] += 1
        self.short += [f"seed {self._seed}, {act} {number} (step {doom.at}): {one}" for one in said]
        shutil.rmtree(beside)


def _end(doom: Doom, heard: Heard) -> str:
    return "acknowledged" if "done" in heard else "at a step" if doom.at else "at a moment"


# What must hold afterwards


def _as_before(kills: Kills, doom: Doom, heard: Heard, before: Entries | None) -> Iterator[str]:
    """Every word is there, every file and every backup whole, and the same act comes to its end now."""
    yield from _sound(doom.home, before)
    names = {backup.name for backup in backups(doom.home.folder)}
    if doom.act in ("backup", "closing") and "done" in heard and len(names) != 3:
        yield f"an acknowledged backup is not there: {names}"
    if doom.act in ("backup", "closing"):
        with contextlib.closing(doom.home.shelf()) as shelf:
            shelf.back_up()
        yield from _sound(doom.home, before)


def _sound(at: Home, before: Entries | None, *, secret: str = "") -> Iterator[str]:
    """The vault and each of its backups open and are whole, and nothing is left lying about."""
    vault = Vault.unlock(at.folder, secret) if secret else at.vault()
    with contextlib.closing(Shelf(vault)) as shelf:
        if found := vault.verify(newest=NEWEST_SCHEMA):
            yield f"verify finds {found}"
        if older_than(vault.seen(DAY), _remembered(at)):
            yield "it is called an older copy of itself"
        now = kept(shelf)
    if before is not None and now != before:
        yield "the vault does not say what it said"
    if strange := {path.name for path in at.folder.iterdir()} - OURS:
        yield f"left lying about: {strange}"
    others = {path.name for path in (at.folder / "journals").iterdir() if path.suffix != ".mjdb"}
    if strange := {name for name in others if not name.endswith(".mjdb-journal")}:  # the library's, and void
        yield f"left among the journals: {strange}"


def _backups_open(at: Home, code: str, *, besides: tuple[str, ...] = ()) -> Iterator[str]:
    for backup in backups(at.folder):
        if backup.name not in besides:
            with contextlib.closing(Vault.unlock_with_code(backup.folder, code, read_only=True)) as vault:
                if found := vault.verify():
                    yield f"a backup is damaged: {found}"


def _backed_up(kills: Kills, doom: Doom, heard: Heard, before: Entries | None) -> Iterator[str]:
    yield from _as_before(kills, doom, heard, before)
    yield from _backups_open(doom.home, doom.home.code)


def _restored(kills: Kills, doom: Doom, heard: Heard, before: Entries | None) -> Iterator[str]:
    to = doom.beside / "restored"
    yield from _sound(doom.home, before)
    if to.exists():
        yield from _sound(Home(folder=to, code=doom.home.code), before)
        shutil.rmtree(to)
    elif "done" in heard:
        yield "what was acknowledged is not there"
    with contextlib.closing(doom.home.vault()) as vault:
        vault.restore(vault.backups()[0].folder, to)
    yield from _sound(Home(folder=to, code=doom.home.code), before)
    if strange := {path.name for path in doom.beside.iterdir()} - {"restored"}:
        yield f"left beside: {strange}"


def _migrated(kills: Kills, doom: Doom, heard: Heard, before: Entries | None) -> Iterator[str]:
    """Whatever version each file has come to, all of it is read. How much that is stands in a fresh copy."""
    fresh = _stored(doom.beside / "fresh", random.Random(doom.home.folder.parent.name), like=doom.home)
    yield from _sound(doom.home, _read(fresh.vault()))


def _passphrase(kills: Kills, doom: Doom, heard: Heard, before: Entries | None) -> Iterator[str]:
    first, second = NEW_PASSPHRASE, doom.home.passphrase
    secret = next((one for one in (first, second) if _opens(doom.home, one)), "")
    if not secret:
        yield "neither the old passphrase opens it nor the new one"
        return
    other = second if secret == first else first
    if _opens(doom.home, other):
        yield "both passphrases open it after it was opened with one"
    if "done" in heard and secret != NEW_PASSPHRASE:
        yield "the acknowledged passphrase does not open it"
    yield from _sound(doom.home, before)
    with contextlib.closing(doom.home.vault()) as vault:
        vault.change_passphrase(secret, other)
    if not _opens(doom.home, other) or _opens(doom.home, secret):
        yield "the next change did not take"


def _kit(kills: Kills, doom: Doom, heard: Heard, before: Entries | None) -> Iterator[str]:
    told = [one[1] for one in heard if isinstance(one, tuple)]
    opening = [code for code in (doom.home.code, *told) if _opens_by_code(doom.home, code)]
    if told and opening != told:
        yield "the new code was told, and does not open it alone"
    if not told and not opening:
        kills.ends["kit void, new code unseen"] += 1
    if not _opens(doom.home, doom.home.passphrase):
        yield "the passphrase does not open it"
        return
    yield from _sound(doom.home, before, secret=doom.home.passphrase)


def _rekeyed(kills: Kills, doom: Doom, heard: Heard, before: Entries | None) -> Iterator[str]:
    told = [one[1] for one in heard if isinstance(one, tuple)]
    older = tuple(backup.name for backup in backups(doom.home.folder))
    secret = next((one for one in (NEW_PASSPHRASE, doom.home.passphrase) if _opens(doom.home, one)), "")
    if not secret:
        yield "neither the old passphrase opens it nor the new one"
        return
    new = secret == NEW_PASSPHRASE
    if _opens(doom.home, doom.home.passphrase if new else NEW_PASSPHRASE):
        yield "both passphrases open it"
    if new and not told:
        yield "there are new keys, and nobody was told the code"
    if "done" in heard and not new:
        yield "acknowledged, and the old keys are in place"
    at = Home(folder=doom.home.folder, code=told[0] if new and told else doom.home.code)
    yield from _sound(at, before)
    there = {backup.name for backup in backups(at.folder)}
    if not there:
        yield "no backup is left"
    with contextlib.closing(at.vault()) as vault:
        if not vault.drill(vault.backups()[0], vault.backups()[0].made_at).passed:
            yield "the newest backup does not pass a drill"
    if not new or doom.act == "new keys":
        yield from _backups_open(at, doom.home.code, besides=tuple(there - set(older)) if new else ())


def _destroyed(kills: Kills, doom: Doom, heard: Heard, before: Entries | None) -> Iterator[str]:
    assert before is not None
    now = _read(doom.home.vault())
    rest = {place: words for place, words in before.items() if place[0] != "Heron"}
    if now not in (before, rest):
        yield "the journal is neither whole nor gone"
    if "done" in heard and now != rest:
        yield "acknowledged, and it is still there"
    yield from _sound(doom.home, now)
    yield from _backups_open(doom.home, doom.home.code)
    counts = {len(list((one.folder / "journals").iterdir())) for one in backups(doom.home.folder)}
    if now == rest and not counts <= {1}:
        yield "a backup still has it"
    if now == before and not counts <= {1, 2}:
        yield "a backup lost another"


def _exported(kills: Kills, doom: Doom, heard: Heard, before: Entries | None) -> Iterator[str]:
    out = doom.beside / f"{doom.act}.pdf"
    data = out.read_bytes() if out.exists() else None
    if data is not None and not (data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")):
        yield f"half a file at the target: {len(data)} bytes"
    if data is None and "done" in heard:
        yield "what was acknowledged is not there"
    yield from _sound(doom.home, before)
    with contextlib.closing(doom.home.shelf()) as shelf:
        known = [one.file_name for one in shelf.named("Heron").journal.exports.all()]
    if data is None and known:
        yield "the journal remembers a file that was never written"


LOOK: dict[str, Callable[[Kills, Doom, Heard, Entries | None], Iterator[str]]] = {
    "backup": _backed_up,
    "closing": _backed_up,
    "restore": _restored,
    "migration": _migrated,
    "passphrase": _passphrase,
    "recovery kit": _kit,
    "new keys": _rekeyed,
    "new keys alone": _rekeyed,
    "destruction": _destroyed,
    "summary": _exported,
    "book": _exported,
}


def _remember(at: Home) -> None:
    """Let the machine have seen how far the vault had come before."""
    with contextlib.closing(at.vault()) as vault:
        (at.folder.parent / "seen").write_text(remember(vault.seen(DAY), ""))


def _remembered(at: Home) -> str:
    path = at.folder.parent / "seen"
    return path.read_text() if path.exists() else ""


def _read(vault: Vault) -> Entries:
    with contextlib.closing(Shelf(vault)) as shelf:
        return kept(shelf)


def _opens(at: Home, passphrase: str) -> bool:
    try:
        Vault.unlock(at.folder, passphrase).close()
    except MentorJournalError:
        return False
    return True


def _opens_by_code(at: Home, code: str) -> bool:
    try:
        Vault.unlock_with_code(at.folder, code).close()
    except MentorJournalError:
        return False
    return True


def _stored(place: Path, chance: random.Random, *, like: Home | None = None) -> Home:
    """A vault as an earlier version left it; its number stands beside it."""
    version = (like.folder.parent / "version").read_text() if like else f"v{chance.randint(1, 4)}"
    there = STORED / version
    shutil.copytree(there / "vault", place)
    (place.parent / "version").write_text(version)
    code = re.search(r"Recovery code: `([^`]+)`", (there / "README.md").read_text("utf-8"))
    assert code is not None
    return Home(folder=place, code=code[1], passphrase=STORED_PASSPHRASE)


def run(profile: Profile, place: Path) -> Outcome:
    kills = Kills(place, profile)
    writing = Writing(place / "writing", profile.seed)
    by_writing, by_act = profile.pick(quick=44, full=400), profile.pick(quick=1, full=50)
    for number in range(by_writing):
        writing.kill(number)
    for number in range(by_act):
        for act in ACTS:
            kills.kill(act, number)
    ends = ", ".join(f"{count} {end}" for end, count in sorted(kills.ends.items()))
    return Outcome(
        tried=by_writing + by_act * len(ACTS),
        unit=f"kills: {by_writing} of a writer, {by_act} of each of {', '.join(ACTS)}",
        short=(*writing.short, *kills.short),
        beside=f"{writing.acknowledged:,} acknowledged saves, {writing.unfinished} killed within one; {ends}",
    )


TRIALS = (Trial("kills", "0 acknowledged saves lost, 0 corrupt, the old or the new and never a third", run),)
