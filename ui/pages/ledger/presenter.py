"""The practice ledger: kept if wanted, summed up over a period, entered by hand or from the sessions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from mentorjournal import pdf
from mentorjournal.errors import InvalidInput, MentorJournalError
from mentorjournal.files import write_whole
from mentorjournal.guidance.unnamed import without_names_of_all
from mentorjournal.model import ledger as rules
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.day_words import day_in_words, read_day_gone, read_day_words
from mentorjournal.model.duration import read_minutes
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.ledger import Behind, LedgerEntry, Period
from mentorjournal.model.wording import hours_short
from mentorjournal.sharing import ledger_paper
from mentorjournal.sharing.ledger_csv import ledger_csv
from ui.draft import Runner
from ui.pages.ledger.contract import EntryDraft, LedgerShown, LedgerView, Outside, Shelf, newest_first
from ui.pages.ledger.typed import Bounds, time_from_place, time_to_place

TYPED = "ledger typed"
"""The private setting with what was being typed on the page when the vault was locked."""


@dataclass(frozen=True, slots=True)
class _Read:
    kept: bool
    entries: list[LedgerEntry]
    in_all: int
    behind: Behind
    typed: object


class LedgerPresenter:
    """A page of the vault. What is being typed stays on it until it is kept, and outlives a lock."""

    def __init__(
        self, view: LedgerView, tasks: Runner, outside: Outside, clock: Clock = system_clock
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._shelf: Shelf | None = None
        self._period = Period.THIS_YEAR
        self._own: Bounds = (None, None)
        self._entries: dict[EntryId, LedgerEntry] = {}
        self._editing: EntryId | None = None
        self._wanted: EntryId | None = None
        self._behind = Behind()
        self._not_now = Behind()
        self._kept = False
        self._is_in_front = False
        self._sealed: object = None
        self._knows_typed = False
        self._reported: Change | None = None
        self._asked = 0

    def begin(self, shelf: Shelf) -> None:
        """Show the page, with how far the ledger lies behind the journals by now."""
        self._shelf = shelf
        self._is_in_front = True
        self._not_now = Behind()
        self.load()

    def leave(self) -> None:
        """The page has gone from the front."""
        self._is_in_front = False
        self.flush()

    def heard(self, change: Change) -> None:
        """Something was done, taken back or done again, here or in a journal."""
        if self._is_in_front and change is not self._reported:
            self.load()

    def flush(self) -> None:
        """Seal what is being typed inside the vault."""
        shelf, typed = self._shelf, self._view.typed()
        if shelf is not None and self._knows_typed and typed != self._sealed:
            self._sealed = typed
            self._tasks.run(
                lambda: shelf.set_setting(TYPED, typed), done=_nothing, failed=self._outside.problem
            )

    # Whether it is kept

    def keep(self) -> None:
        self._keep(True)

    def stop(self) -> None:
        """Stop keeping it; what stands in it stays."""
        self._keep(False)

    # For which time

    def choose_period(self, period: Period) -> None:
        self._period = period
        if period is Period.OWN and self._own == (None, None):
            since, until = Period.THIS_YEAR.bounds(self._today())
            self._own = since, min(until or self._today(), self._today())
        self._say_days()
        self.load()

    def choose_days(self, since: str, until: str) -> None:
        """A period of one's own, as its first and last day were typed; an empty one leaves it open."""
        try:
            first, last = (self._day(text) for text in (since, until))
        except InvalidInput as error:
            self._view.say_days(str(error))
            return
        if first and last and last < first:
            self._view.say_days("The period ends before it begins. Exchange the two days.")
            return
        self._own = first, last
        self._say_days()
        self.load()

    def shown(self) -> dict[str, object]:
        """For which time the ledger is shown."""
        return time_to_place(self._period, self._own)

    def choose_again(self, place: dict[str, object]) -> None:
        """The time that `shown` told, for when the page is shown."""
        self._period, self._own = time_from_place(place)
        self._say_days()

    # Entries

    def add(self, draft: EntryDraft) -> None:
        """Enter something that was done, in one line."""
        try:
            entry = self._entered(LedgerEntry(id=new_entry_id(), day=self._today(), minutes=1), draft)
        except InvalidInput as error:
            self._view.say_adding(str(error))
            return
        self._wanted = entry.id
        self._act(lambda shelf: shelf.ledger.put(entry), self._view.entry_added, self._view.say_adding)

    def edit(self, id: EntryId) -> None:
        entry = self._entries.get(id)
        if entry is not None:
            self._editing = id
            self._view.edit(entry, _draft_of(entry))

    def save(self, draft: EntryDraft) -> None:
        """Keep what was edited. Day and length of a session are the session's own."""
        entry = self._entries.get(self._editing) if self._editing is not None else None
        if entry is None:
            self.leave_editor()
            return
        try:
            after = self._entered(entry, draft)
        except InvalidInput as error:
            self._view.say_editing(str(error))
            return
        self._wanted = entry.id
        self._act(lambda shelf: shelf.ledger.put(after), self.leave_editor, self._view.say_editing)

    def leave_editor(self) -> None:
        self._editing = None
        self._view.end_editing()

    def remove(self, id: EntryId) -> None:
        ids = list(self._entries)
        if id not in self._entries:
            return
        place = ids.index(id)
        self._wanted = next(iter(ids[place + 1 : place + 2] or ids[place - 1 : place]), None)
        if self._editing == id:
            self.leave_editor()
        self._act(lambda shelf: shelf.ledger.remove(id), _nothing_at_all, self._refused)

    # Sessions

    def catch_up(self) -> None:
        """Bring the ledger up to the sessions held as a mentor."""
        self._act(lambda shelf: shelf.ledger.catch_up(shelf.mentored()), _nothing_at_all, self._refused)

    def not_now(self) -> None:
        """Offer it again when there is more, or with the next visit."""
        self._not_now = self._behind
        self._view.show_behind(Behind())

    # Paper and table

    def save_pdf(self) -> None:
        since, until = self._bounds()

        def made(shelf: Shelf) -> bytes:
            return pdf.render(
                ledger_paper.ledger_paper(
                    shelf.ledger.entries(since, until),
                    since=since,
                    until=until,
                    unnamed=without_names_of_all(shelf.relationships()),
                )
            )

        self._save(ledger_paper.file_name(self._today()), made)

    def save_csv(self) -> None:
        since, until = self._bounds()

        def made(shelf: Shelf) -> bytes:
            unnamed = without_names_of_all(shelf.relationships())
            return ledger_csv(shelf.ledger.entries(since, until), learning=True, unnamed=unnamed).encode()

        self._save(ledger_paper.file_name(self._today()).removesuffix("pdf") + "csv", made)

    # Inside

    def load(self) -> None:
        shelf = self._shelf
        if shelf is None:
            return
        self._asked += 1
        asked, (since, until) = self._asked, self._bounds()

        def done(read: _Read) -> None:
            if asked == self._asked:
                self._came(read)

        def work() -> _Read:
            return _read(shelf, since, until)

        self._tasks.run(work, done=done, failed=partial(self._outside.problem, retry=self.load))

    def _came(self, read: _Read) -> None:
        self._kept, self._behind = read.kept, read.behind
        entries = newest_first(read.entries)
        self._entries = {one.id: one for one in entries}
        if not read.kept:
            self._view.show_intro(read.in_all)
            return
        if self._editing is not None and self._editing not in self._entries:
            self.leave_editor()
        self._view.show_ledger(
            LedgerShown(
                entries=entries,
                totals=rules.totals(entries),
                period=self._period,
                in_all=read.in_all,
                today=self._today(),
            )
        )
        self._view.show_behind(Behind() if read.behind == self._not_now else read.behind)
        self._bring_back(read.typed)
        if self._wanted in self._entries:
            self._view.select(self._wanted)
        self._wanted = None

    def _bring_back(self, typed: object) -> None:
        """Once a sitting: what was being typed when the vault was locked."""
        if self._knows_typed:
            return
        self._knows_typed, self._sealed = True, typed
        if isinstance(typed, dict) and typed:
            edited = typed.get("edited")
            if isinstance(edited, str) and edited in self._entries:
                self.edit(EntryId(edited))
            self._view.bring_back(typed)

    def _keep(self, wanted: bool) -> None:
        shelf = self._shelf
        if shelf is not None:
            self._tasks.run(
                lambda: shelf.ledger.keep(wanted), done=self._kept_or_not, failed=self._outside.problem
            )

    def _kept_or_not(self, _: None) -> None:
        self.load()

    def _act(
        self, work: Callable[[Shelf], Change], done: Callable[[], None], refused: Callable[[str], None]
    ) -> None:
        shelf = self._shelf
        if shelf is None:
            return

        def changed(change: Change) -> None:
            self._reported = change
            done()
            self._outside.changed(change)
            self.load()

        def failed(error: Exception) -> None:
            if isinstance(error, InvalidInput):
                refused(str(error))
            else:
                self._outside.problem(error, lambda: self._act(work, done, refused))

        self._tasks.run(lambda: work(shelf), done=changed, failed=failed)

    def _save(self, name: str, make: Callable[[Shelf], bytes]) -> None:
        shelf = self._shelf
        path = self._outside.choose_save_path(name)
        if shelf is None or path is None:
            return

        def written(_: None) -> None:
            self._view.say_saved(path.name)

        def failed(error: Exception) -> None:
            if isinstance(error, MentorJournalError):
                self._view.say_not_saved(str(error))
            else:
                self._outside.problem(error)

        self._tasks.run(lambda: write_whole(path, make(shelf), replace=False), done=written, failed=failed)

    def _entered(self, entry: LedgerEntry, draft: EntryDraft) -> LedgerEntry:
        """*entry* as the draft has it. Raises InvalidInput."""
        written = replace(entry, learning=draft.learning, how_applied=draft.how_applied)
        if entry.session_id is None:
            day = read_day_gone(draft.day, self._today()) or self._today()
            minutes = read_minutes(draft.time)
            written = replace(written, kind=draft.kind, day=day, minutes=minutes, mode=draft.mode)
        return rules.checked(written)

    def _refused(self, sentence: str) -> None:
        self._outside.problem(InvalidInput(sentence))

    def _bounds(self) -> Bounds:
        return self._own if self._period is Period.OWN else self._period.bounds(self._today())

    def _say_days(self) -> None:
        self._view.say_days("")
        self._view.show_days(*(day_in_words(day) if day else "" for day in self._own))

    def _day(self, text: str) -> date | None:
        return read_day_words(text, self._today())

    def _today(self) -> date:
        return self._clock().date()


def _read(shelf: Shelf, since: date | None, until: date | None) -> _Read:
    kept = shelf.ledger.is_kept
    return _Read(
        kept=kept,
        entries=shelf.ledger.entries(since, until),
        in_all=len(shelf.ledger.entries()),
        behind=shelf.ledger.behind(shelf.mentored()) if kept else Behind(),
        typed=shelf.setting(TYPED),
    )


def _draft_of(entry: LedgerEntry) -> EntryDraft:
    return EntryDraft(
        kind=entry.kind,
        day=day_in_words(entry.day),
        time=hours_short(entry.minutes),
        mode=entry.mode,
        learning=entry.learning,
        how_applied=entry.how_applied,
    )


def _nothing(_: None) -> None:
    """What was sealed shows nowhere."""


def _nothing_at_all() -> None:
    """The list shows what was done."""
