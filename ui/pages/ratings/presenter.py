"""The ratings page: choose a sheet, rate its lines, and see then and now."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial

from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.then_and_now import then_and_now
from mentorjournal.instruments import SESSION_USEFULNESS, WHEEL, suggested_areas
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.words import EntryKind
from ui.pages.ratings.contract import (
    MakerShown,
    OpenJournal,
    Outside,
    RatingDraft,
    RatingsView,
    Runner,
    SheetShown,
)
from ui.pages.ratings.place import begun_from_place, draft_from_place, place_of
from ui.pages.ratings.reading import Reading, draft_of, fitting, read


class RatingsPresenter:
    """Reads the journal when the page is first shown, and again when a rating changes."""

    def __init__(
        self, view: RatingsView, tasks: Runner, outside: Outside, clock: Clock = system_clock
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._journal: OpenJournal | None = None
        self._turn = 0
        self._forget()

    def _forget(self) -> None:
        self._read: Reading | None = None
        self._sheet_id = ""
        self._draft: RatingDraft | None = None
        self._begun: dict[str, RatingDraft] = {}
        self._wanted: EntryId | None = None
        self._focus = False

    @property
    def opened(self) -> EntryId | None:
        """The rating that is shown again; None for one that is being given."""
        return self._view.draft().changing if self._read is not None else None

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        """Know the journal; it is read when the page is shown."""
        self.close()
        self._journal = journal

    def flush(self) -> None:
        """Nothing waits to be saved: a rating is kept when it is said so, and travels in `place` until."""

    def close(self) -> None:
        self._turn += 1
        self._journal = None
        self._forget()
        self._view.clear()

    def place(self) -> dict[str, object]:
        if not self._sheet_id:
            return {}
        self._put_by()
        draft = self._view.draft() if self._read is not None else self._draft
        return place_of(self._sheet_id, draft or RatingDraft(), self._begun)

    def restore(self, place: dict[str, object]) -> None:
        """Lay back what was half rated, for when the page is shown."""
        sheet = place.get("sheet")
        if isinstance(sheet, str) and sheet:
            self._sheet_id = sheet
            self._draft = draft_from_place(place)
            self._begun = begun_from_place(place)

    def refresh(self, change: Change) -> None:
        """Read again when a rating or a sheet may have changed."""
        silent = not change.rows and not change.gone
        ours = silent or change.gone or any(row.kind is EntryKind.RATING for row in change.rows)
        if self._read is not None and ours:
            self._draft = self._view.draft()
            self._load()

    # What is asked for

    def show(self, sheet: str = "") -> None:
        """Show the page, with this sheet or the one it was left at."""
        if sheet and sheet != self._sheet_id:
            self._put_by()
            self._sheet_id, self._draft = sheet, None
        elif self._read is not None:
            self._draft = self._view.draft()
        self._focus = True
        self._load()

    def show_rating(self, id: EntryId) -> None:
        """Open a rating that was given."""
        self._put_by()
        self._wanted, self._focus = id, True
        self._load()

    def choose_sheet(self, sheet: str) -> None:
        if sheet != self._sheet_id:
            self._put_by()
            self._sheet_id, self._draft = sheet, None
            self._show()

    def choose_rating(self, id: EntryId | None) -> None:
        """Show a rating that was given, or with None a new one: what was begun of it stays."""
        self._put_by()
        rating = self._rating(id)
        self._draft = draft_of(rating) if rating else None
        self._show()
        self._view.focus_lines()

    def save(self, draft: RatingDraft) -> None:
        """Keep what was rated, as one act."""
        journal, sheet = self._journal, self._sheet()
        if journal is None or sheet is None:
            return
        before = self._rating(draft.changing)
        about = {
            "day": draft.day or self._clock().date(),
            "values": draft.values,
            "then_values": draft.then_values,
            "note": draft.note,
            "session_id": draft.session_id,
        }
        if before is not None:
            value = replace(before, **about)  # type: ignore[arg-type]
            work = partial(journal.journal.ratings.write, value)
        else:
            value = Rating(
                id=new_entry_id(),
                instrument_id=sheet.id,
                name=sheet.name,
                items=sheet.items,
                scale=sheet.scale,
                **about,  # type: ignore[arg-type]
            )
            work = partial(journal.journal.ratings.add, value)
        self._view.say("")
        begun_on = sheet.id if before is None else ""
        self._tasks.run(work, done=partial(self._kept, journal, begun_on), failed=self._refused)

    def remove(self) -> None:
        """Delete the rating that is shown; Undo brings it back."""
        journal, id = self._journal, self._view.draft().changing
        if journal is not None and id is not None:
            self._tasks.run(
                partial(journal.journal.ratings.remove, id),
                done=partial(self._kept, journal, ""),
                failed=self._outside.problem,
            )

    # Sheets of one's own

    def make_sheet(self) -> None:
        """Begin a sheet of one's own, with suggestions to overwrite."""
        self._view.show_maker(MakerShown(name="", labels=suggested_areas()))

    def change_sheet(self) -> None:
        """Change the sheet that is shown: the wheel, or one of one's own."""
        sheet = self._sheet()
        if sheet is not None:
            labels = tuple(item.label for item in sheet.items)
            own = self._read is not None and self._read.is_own(sheet.id)
            self._view.show_maker(
                MakerShown(name=sheet.name, labels=labels, changing=sheet.id, may_remove=own)
            )

    def keep_sheet(self, made: MakerShown) -> None:
        journal = self._journal
        if journal is None:
            return
        known = next((one for one in self._sheets() if one.id == made.changing), None)
        ends = {item.label: item for item in known.items} if known else {}
        items = tuple(ends.get(label.strip(), RatingItem(label)) for label in made.labels)
        sheet = RatingInstrument(id=made.changing or str(uuid.uuid4()), name=made.name, items=items)
        self._view.say_maker("")
        self._tasks.run(
            partial(journal.journal.ratings.put_instrument, sheet),
            done=partial(self._sheet_kept, journal, sheet.id),
            failed=self._sheet_refused,
        )

    def remove_sheet(self, id: str) -> None:
        """Delete a sheet of one's own; what was rated with it stays."""
        journal = self._journal
        if journal is not None:
            self._tasks.run(
                partial(journal.journal.ratings.remove_instrument, id),
                done=partial(self._sheet_kept, journal, ""),
                failed=self._outside.problem,
            )

    # Inside

    def _put_by(self) -> None:
        """Remember the new rating that stands on the page, half given or not begun, for its sheet."""
        if self._read is None:
            return
        draft = self._view.draft()
        if draft.changing is None:
            self._begun.pop(self._sheet_id, None)
            if not draft.is_untouched:
                self._begun[self._sheet_id] = draft

    def _load(self) -> None:
        journal = self._journal
        if journal is None:
            return
        self._turn += 1
        self._tasks.run(
            partial(read, journal.journal),
            done=partial(self._arrived, self._turn),
            failed=self._outside.problem,
        )

    def _arrived(self, turn: int, found: Reading) -> None:
        if turn != self._turn:
            return
        self._read = found
        wanted, self._wanted = self._rating(self._wanted), None
        if wanted is not None:
            self._sheet_id, self._draft = wanted.instrument_id, draft_of(wanted)
        self._show()
        focus, self._focus = self._focus, False
        if focus:
            self._view.focus_lines()

    def _show(self) -> None:
        sheet = self._sheet()
        if self._read is None or sheet is None:
            return
        self._sheet_id = sheet.id
        today = self._clock().date()
        sessions = self._read.sessions_until(today) if sheet.id == SESSION_USEFULNESS else ()
        given = self._read.given_on(sheet.id)
        draft, self._draft = self._draft or self._begun.get(sheet.id), None
        changing = self._rating(draft.changing) if draft else None
        if draft is None or (draft.changing and changing is None):
            draft = RatingDraft(session_id=sessions[0].id if sessions else None)
        if changing is not None:  # its lines are those it was given with
            sheet = replace(sheet, items=changing.items, scale=changing.scale)
        self._view.show_sheet(
            SheetShown(
                sheets=self._sheets(),
                sheet=sheet,
                draft=fitting(draft, len(sheet.items)),
                earlier=tuple(reversed(given)),
                compared=then_and_now(given),
                sessions=sessions,
                today=today,
                may_change=sheet.id == WHEEL or self._read.is_own(sheet.id),
            )
        )

    def _sheets(self) -> tuple[RatingInstrument, ...]:
        if self._read is None or self._journal is None:
            return ()
        return self._read.sheets(self._journal.relationship.my_role)

    def _sheet(self) -> RatingInstrument | None:
        sheets = self._sheets()
        return next((s for s in sheets if s.id == self._sheet_id), sheets[0] if sheets else None)

    def _rating(self, id: EntryId | None) -> Rating | None:
        return self._read.rating(id) if self._read is not None else None

    def _kept(self, journal: OpenJournal, begun_on: str, change: Change) -> None:
        if journal is self._journal:
            self._draft = None
            self._begun.pop(begun_on, None)
            self._load()
            self._outside.changed(change)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self._view.say(str(error))
        else:
            self._outside.problem(error)

    def _sheet_kept(self, journal: OpenJournal, id: str, change: Change) -> None:
        if journal is self._journal:
            self._view.close_maker()
            self._begun.pop(self._sheet_id, None)  # its lines may be others now
            self._sheet_id, self._draft, self._focus = id or self._sheet_id, None, True
            self._load()
            self._outside.changed(change)

    def _sheet_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self._view.say_maker(str(error))
        else:
            self._outside.problem(error)
