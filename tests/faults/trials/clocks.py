"""The clock is years off, jumps, changes its zone: no word, no order and no good copy is lost over it."""

from __future__ import annotations

import contextlib
import os
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from mentorjournal.guidance.today import today
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.words import EntryKind
from mentorjournal.vault.backups import Backup
from mentorjournal.vault.rotation import KEPT_LAST
from mentorjournal.vault.seen import older_than, remember
from tests.faults.home import Home, home
from tests.faults.trial import Outcome, Profile, Trial

ZONES = ("UTC", "Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu")
SUMMER_TIME = (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), datetime(2026, 10, 25, 0, 59, tzinfo=UTC))
TEN_YEARS = timedelta(days=3653)
JUMPS = (TEN_YEARS, -TEN_YEARS, timedelta(hours=-1), timedelta(hours=1), timedelta(minutes=-5), timedelta(0))


class WrongClock:
    """Says what happens to be shown: true time passes, and what is shown may be anything beside it."""

    def __init__(self, true: datetime) -> None:
        self.true = true
        self.off = timedelta(0)
        self.zone = "UTC"

    def __call__(self) -> datetime:
        self.true += timedelta(seconds=1)
        return (self.true + self.off).astimezone(ZoneInfo(self.zone))

    def move_to(self, zone: str) -> None:
        """Let the machine stand in that zone, for whatever asks the system and not this clock."""
        self.zone = zone
        os.environ["TZ"] = zone
        time.tzset()


class Sittings:
    """A life of sittings under a clock that is set, and what must be there after each."""

    def __init__(self, at: Home, chance: random.Random) -> None:
        self._at = at
        self._chance = chance
        self._clock = WrongClock(datetime(2026, 2, 1, 9, tzinfo=UTC))
        self._days: dict[EntryId, object] = {}
        self._order: list[EntryId] = []
        self._grown: EntryId | None = None
        self._made: list[str] = []
        self._seen = ""
        self.short: list[str] = []

    def sit(self, number: int) -> None:
        """One sitting: the clock is set before it, in the middle of it, or not."""
        chance, clock = self._chance, self._clock
        clock.true += timedelta(hours=chance.randrange(2, 60))
        if chance.random() < 0.2:
            clock.true = max(clock.true, chance.choice(SUMMER_TIME))
        clock.off = chance.choice(JUMPS) if chance.random() < 0.5 else timedelta(0)
        clock.move_to(chance.choice(ZONES))
        self.short += [f"sitting {number}: {said}" for said in self._sit()]

    def _sit(self) -> Iterator[str]:
        with contextlib.closing(Shelf(self._at.vault(), clock=self._clock)) as shelf:
            if shelf.vault.notices:
                yield f"opening says {[one.name for one in shelf.vault.notices]}"
            journal = shelf.named("Heron").journal
            if shelf.is_older_than_remembered(shelf.named("Heron").id):
                yield "the journal is called an older copy"
            if older_than(shelf.vault.seen(self._clock().date()), self._seen):
                yield "the vault is called an older copy"
            self._write(journal)
            if self._chance.random() < 0.3:
                self._clock.off = self._chance.choice(JUMPS)
            self._write(journal)
            self._grow(journal)
            yield from self._there(journal)
            yield from self._asked_for(shelf)
            shelf.rest()
            yield from self._backed_up(shelf)
            if found := shelf.vault.verify():
                yield f"verify finds {found}"
            self._seen = remember(shelf.vault.seen(self._clock().date()), self._seen)

    # What a writer does

    def _write(self, journal: Journal) -> None:
        day = journal.today()
        value = Reflection(id=new_entry_id(), day=day, title=f"No. {len(self._order)}")
        journal.reflections.add(value)
        journal.actions.add(Action(id=new_entry_id(), day=day, text="Call", due_on=day + timedelta(days=3)))
        self._days[value.id] = day
        self._order.append(value.id)

    def _grow(self, journal: Journal) -> None:
        """Add a word to the one reflection that grows with every sitting."""
        if self._grown is None:
            self._grown = new_entry_id()
            journal.reflections.add(
                Reflection(id=self._grown, day=journal.today(), text=from_plain("word"), title="Grows")
            )
        value = journal.reflections.get(self._grown)
        words = value.text[0].text + " word"
        journal.reflections.write(replace(value, text=from_plain(words)))
        self._clock.true += timedelta(minutes=11)
        journal.reflections.write(replace(value, text=from_plain(f"{words} word")))

    # What must hold

    def _there(self, journal: Journal) -> Iterator[str]:
        found = {value.id: value.day for value in journal.reflections.all()}
        if lost := [id for id in self._order if id not in found]:
            yield f"{len(lost)} entries are lost"
        if moved := [id for id, day in self._days.items() if found.get(id) != day]:
            yield f"{len(moved)} entries changed their day"
        rows = [row for row in journal.timeline(limit=10_000) if row.id in self._days]
        for earlier, later in zip(rows[1:], rows, strict=False):
            if earlier.day == later.day and self._order.index(earlier.id) > self._order.index(later.id):
                yield "two entries of one day stand the wrong way round"
        assert self._grown is not None
        versions = [row.words for row in journal.versions.of(EntryKind.REFLECTION, self._grown)]
        if versions != sorted(versions, reverse=True) or not versions:
            yield f"versions are out of order: {versions}"

    def _asked_for(self, shelf: Shelf) -> Iterator[str]:
        """What is due is shown, in whatever year the clock believes itself."""
        now = self._clock()
        due = {one.id for one in shelf.named("Heron").journal.actions.due_by(now.date() + timedelta(days=3))}
        if not due:
            yield "what is due in three days is not known to be"
        today(shelf.journals(asking_by=now.date()), now)

    def _backed_up(self, shelf: Shelf) -> Iterator[str]:
        before = shelf.vault.backups()
        if not shelf.vault.backup_is_due(self._clock(), closing=True):
            yield "there are changes, and no backup is due"
        made = shelf.back_up()
        self._made.append(made.backup.name)
        after = shelf.vault.backups()
        if after[0].name != made.backup.name:
            yield "the last made backup is not the first"
        if [one.name for one in after[:KEPT_LAST]] != [
            one.name for one in [made.backup, *before][:KEPT_LAST]
        ]:
            yield "one of the last ten went"
        yield from self._still_one_of_each(before, after)
        if shelf.vault.backup_is_due(self._clock() + timedelta(hours=3), closing=True):
            yield "nothing was changed, and a backup is due"
        if not shelf.vault.drill(after[0], self._clock()).passed:
            yield "the backup fails its drill"

    def _still_one_of_each(self, before: list[Backup], after: list[Backup]) -> Iterator[str]:
        """A wrong clock can take one place of a day, a week and a month at a time, and no more."""
        gone = {one.name for one in before} - {one.name for one in after}
        if len(gone) > 3:
            yield f"{len(gone)} backups went at once"


def idle_watch(chance: random.Random) -> Iterator[str]:
    """Absence is still noticed, and noticed once, whatever the wall clock does."""
    from ui.shell.idle import IdleWatch

    steady, wall = [1000.0], [1_800_000_000.0]
    gone: list[bool] = []
    watch = IdleWatch(5, monotonic=lambda: steady[0], wall=lambda: wall[0])
    watch.gone.connect(lambda: gone.append(True))
    for _ in range(20):
        steady[0] += 5
        wall[0] += 5 + chance.choice(JUMPS).total_seconds()
        watch.check()
    gone.clear()
    watch._touch()
    for _ in range(70):
        steady[0] += 5
        wall[0] += 5 - abs(chance.choice(JUMPS).total_seconds())
        watch.check()
    if len(gone) != 1:
        yield f"absence was told {len(gone)} times"


def run(profile: Profile, place: Path) -> Outcome:
    zone = os.environ.get("TZ")
    short: list[str] = []
    lives, sittings = profile.pick(quick=1, full=20), profile.pick(quick=14, full=50)
    try:
        for life in range(lives):
            chance = random.Random(f"{profile.seed} {life}")
            one = Sittings(home(place / f"vault{life}"), chance)
            for number in range(sittings):
                one.sit(number)
            short += [f"seed {profile.seed}, life {life}, {said}" for said in one.short]
            short += [f"seed {profile.seed}, life {life}: {said}" for said in idle_watch(chance)]
    finally:
        if zone is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = zone
        time.tzset()
    return Outcome(
        tried=lives * sittings,
        unit="sittings under a clock that is set",
        short=tuple(short),
        beside=f"ten years ahead and back, in {len(ZONES)} zones, over both changes of summer time",
    )


TRIALS = (
    Trial(
        "clocks",
        "a wrong clock loses no word and no order, pushes no good copy out, and raises no false alarm",
        run,
    ),
)
