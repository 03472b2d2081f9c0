"""One bit of one file turns: it is found, the file is named, and nothing is lost over it."""

from __future__ import annotations

import contextlib
import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from mentorjournal.errors import DamagedFile, DamagedIndex, DamagedKeyFile, MentorJournalError
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalId
from mentorjournal.vault.backups import Backup
from mentorjournal.vault.copies import COPY_NAMES, Notice
from mentorjournal.vault.index_file import INDEX_NAME
from mentorjournal.vault.vault import Vault
from tests.faults.home import NOW, Home, Snapshot, by_journal, entries_in, home, remove
from tests.faults.trial import Outcome, Profile, Trial
from tests.faults.writer import Expected

LOCK_FILE = ("vault.lock",)
KINDS = (
    *("journal", "journal", "journal", "index", "index", "key file", "second key file", "both key files"),
    *("backup's journal", "backup's index", "backup's key file", "backup's key files", "reserve"),
)

Words = dict[JournalId, dict[str, Expected]]


def turn(path: Path, place: int, bit: int) -> None:
    """Turn one bit of a file where it lies, as a tired disk does."""
    path.chmod(0o600)
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ (1 << bit)]))


class Flips:
    """One home that is damaged in one bit, looked at, and put back, again and again."""

    def __init__(self, at: Home, seed: int) -> None:
        self.at = at
        self.words = by_journal(at)
        self.codenames = {card.id: card.codename for card in _cards(at)}
        self.short: list[str] = []
        self.found: Counter[str] = Counter()
        self._seed = seed
        self._with_restoring = True
        self._snapshot = Snapshot(at.folder)
        self._look: dict[str, Callable[[Path], Iterator[str]]] = {
            "journal": self._journal,
            "index": self._index,
            "key file": self._one_key_file,
            "second key file": self._one_key_file,
            "both key files": self._both_key_files,
            "backup's journal": self._backup,
            "backup's index": self._backup,
            "backup's key file": self._backup,
            "backup's key files": self._backup_without_keys,
            "reserve": self._nothing,
        }

    def flip(self, number: int) -> None:
        chance = random.Random(f"{self._seed} {number}")
        kind = KINDS[number % len(KINDS)]
        self._with_restoring = number // len(KINDS) % 3 == 0  # the longest part, so not each time
        for path in self._paths(kind, chance):
            place, bit = chance.randrange(path.stat().st_size), chance.randrange(8)
            turn(path, place, bit)
        said = list(self._told(self._look[kind](path)))
        self.short += [f"seed {self._seed}, flip {number}, {kind}, byte {place}: {one}" for one in said]
        self.found[kind] += not said
        self._snapshot.put_back()

    def _told(self, looking: Iterator[str]) -> Iterator[str]:
        try:
            yield from looking
        except (MentorJournalError, ValueError, LookupError, TypeError, OSError, RuntimeError) as error:
            yield f"{type(error).__name__} reaches the reader: {error}"

    def _paths(self, kind: str, chance: random.Random) -> list[Path]:
        folder = self.at.folder
        backup = chance.choice(sorted((folder / "backups").iterdir()))
        keys = {"": folder, "backup's ": backup}
        place = keys["backup's " if kind.startswith("backup's") else ""]
        match kind.removeprefix("backup's "):
            case "journal":
                return [chance.choice(sorted((place / "journals").glob("*.mjdb")))]
            case "index":
                return [place / INDEX_NAME]
            case "both key files" | "key files":
                return [place / name for name in COPY_NAMES]
            case "second key file":
                return [place / COPY_NAMES[1]]
            case "key file":
                return [place / chance.choice(COPY_NAMES) if place == backup else place / COPY_NAMES[0]]
        return [folder / "reserve"]

    # What must be seen in each

    def _journal(self, path: Path) -> Iterator[str]:
        yield from self._named_by_verify(path.name)
        id = JournalId(path.stem)
        shelf = self.at.shelf()
        with contextlib.closing(shelf):
            yield from self._read(shelf, besides=id)
            yield from self._whole_or_refused(shelf, id, path)
            if not self._with_restoring:
                return
            with contextlib.suppress(MentorJournalError):  # its card lags behind: it is to be copied again
                shelf.vault.index.mark_dirty(id)
            made = shelf.vault.back_up(NOW + timedelta(days=40))
            if made.gone:
                yield f"a backup went: {made.gone}"
            if id not in made.damaged:
                yield "the backup does not say which journal is damaged"
            yield from self._restores(shelf.vault, made.backup)

    def _index(self, path: Path) -> Iterator[str]:
        yield from self._named_by_verify(path.name)
        try:
            shelf = self.at.shelf()
        except DamagedIndex as error:
            if path.name not in str(error):
                yield f"the error names no index: {error}"
            if changed := self._snapshot.changed(besides=(*LOCK_FILE, path.name)):
                yield f"refused, and changed {changed}"
        except MentorJournalError as error:
            yield f"{type(error).__name__} for a damaged index"
        else:
            with contextlib.closing(shelf):
                yield from self._read(shelf)
        with contextlib.closing(self.at.shelf(rebuild_index=True)) as again:
            yield from self._read(again)

    def _one_key_file(self, path: Path) -> Iterator[str]:
        yield from self._named_by_verify(path.name)
        if path.read_bytes() == path.with_name(_other(path.name)).read_bytes():
            yield "verify changed the key file"
        with contextlib.closing(self.at.shelf()) as shelf:
            healed = Notice.KEY_FILE_HEALED if path.name == COPY_NAMES[0] else Notice.KEY_COPY_HEALED
            if healed not in shelf.vault.notices:
                yield f"opening says only {shelf.vault.notices}"
            yield from self._read(shelf)
        if self._snapshot.changed(besides=(*LOCK_FILE, INDEX_NAME)):
            yield "the copy was not healed"

    def _both_key_files(self, path: Path) -> Iterator[str]:
        try:
            self.at.vault().close()
        except MentorJournalError as error:
            if not isinstance(error, DamagedKeyFile) or "key file is damaged" not in str(error):
                yield f"{type(error).__name__}: {error}"
        else:
            yield "a vault without a whole key file opened"
        changed = self._snapshot.changed(besides=LOCK_FILE)
        if sorted(changed) != sorted(COPY_NAMES):
            yield f"refused, and changed {changed}"

    def _backup(self, path: Path) -> Iterator[str]:
        backup = self._backup_of(path)
        with contextlib.closing(self.at.shelf()) as shelf:
            done = shelf.vault.drill(backup, NOW)
            if done.passed:
                yield "the drill passes"
            elif not any(self._names(path, one) for one in done.wrong):
                yield f"the drill does not say what is damaged: {done.wrong}"
            if self._with_restoring:
                yield from self._restores(shelf.vault, backup, damaged=path)

    def _backup_without_keys(self, path: Path) -> Iterator[str]:
        backup = self._backup_of(path)
        with contextlib.closing(self.at.shelf()) as shelf:
            for act in (self._drilled, self._restored):
                try:
                    if act(shelf.vault, backup):
                        yield "a backup without a whole key file is taken for a good one"
                except DamagedKeyFile as error:
                    if "key file" not in str(error):
                        yield str(error)
            if not self._with_restoring:
                return
            made = shelf.vault.back_up(NOW + timedelta(days=40))
            if made.damaged:
                yield "the vault is whole, and its new backup is not"
            yield from self._restores(shelf.vault, made.backup)

    def _nothing(self, path: Path) -> Iterator[str]:
        with contextlib.closing(self.at.shelf()) as shelf:
            yield from self._read(shelf)
            if found := shelf.vault.verify():
                yield f"verify finds {found}"

    # Looking

    def _named_by_verify(self, name: str) -> Iterator[str]:
        before = Snapshot(self.at.folder)
        with contextlib.closing(self.at.vault(read_only=True)) as vault:
            findings = vault.verify()
        if {one.file for one in findings} != {name}:
            yield f"verify names {[one.file for one in findings]}"
        if changed := before.changed():
            yield f"looking changed {changed}"

    def _read(self, shelf: Shelf, *, besides: str = "") -> Iterator[str]:
        """Every other journal is there, with every word."""
        cards = {card.id for card in shelf.cards()}
        if missing := set(self.words) - cards - {besides}:
            yield f"no card for {missing}"
        for id, words in self.words.items():
            if id != besides and entries_in(shelf, id) != words:
                yield f"{self.codenames[id]} is not what it was"

    def _whole_or_refused(self, shelf: Shelf, id: JournalId, path: Path) -> Iterator[str]:
        """Of the damaged journal: every word, or its error by name; never less without a word."""
        try:
            if entries_in(shelf, id) != self.words[id]:
                yield "the damaged journal shows less than there was"
        except DamagedFile as error:
            if path.name not in str(error):
                yield f"the error names no journal: {error}"

    def _restores(self, vault: Vault, backup: Backup, *, damaged: Path | None = None) -> Iterator[str]:
        """The backup makes a vault with every word, but for the journal that is named as damaged in it."""
        made = self._restored(vault, backup)
        with contextlib.closing(Shelf(Vault.unlock_with_code(made, self.at.code))) as restored:
            bad = {one.file for one in restored.vault.verify()}
            if damaged is not None and damaged.suffix == ".mjdb" and damaged.name != INDEX_NAME:
                if bad != {damaged.name}:
                    yield f"restored, {bad} is damaged"
            elif bad:
                yield f"restored, {bad} is damaged"
            for id, words in self.words.items():
                if f"{id}.mjdb" not in bad and set(entries_in(restored, id)["goals"]) != set(words["goals"]):
                    yield f"restored, {self.codenames[id]} is not what it was"

    def _drilled(self, vault: Vault, backup: Backup) -> bool:
        return vault.drill(backup, NOW).passed

    def _restored(self, vault: Vault, backup: Backup) -> Path:
        to = self.at.folder.parent / "restored"
        remove(to)
        return vault.restore(backup.folder, to).folder

    def _backup_of(self, path: Path) -> Backup:
        place = path.parent if path.parent.name != "journals" else path.parent.parent
        return Backup(folder=place, made_at=NOW)

    def _names(self, path: Path, sentence: str) -> bool:
        if path.name in COPY_NAMES:
            return "key file" in sentence
        if path.name == INDEX_NAME:
            return "index" in sentence
        return self.codenames[JournalId(path.stem)] in sentence


def _cards(at: Home) -> list[object]:
    with contextlib.closing(at.shelf()) as shelf:
        return list(shelf.cards())


def _other(name: str) -> str:
    return COPY_NAMES[1 - COPY_NAMES.index(name)]


def run(profile: Profile, place: Path) -> Outcome:
    flips = Flips(home(place / "vault"), profile.seed)
    tried = profile.pick(quick=104, full=5000)
    for number in range(tried):
        flips.flip(number)
    told = ", ".join(f"{count} in a {kind}" for kind, count in sorted(flips.found.items()))
    return Outcome(tried=tried, unit="flipped bits", short=tuple(flips.short), beside=f"found: {told}")


TRIALS = (
    Trial(
        "bitflips",
        "a flipped bit is found, its file is named, and no good copy goes because of it",
        run,
    ),
)
