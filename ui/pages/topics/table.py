"""One agenda on the screen: opened, read, changed by one act at a time, read again, put away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from mentorjournal.errors import InvalidInput
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.pages.topics.arrange import Found, read, sections_of, unfolded
from ui.pages.topics.contract import AgendaShown, AgendaView, OpenJournal, Outside, Runner, Section

_SHOWN_BESIDE = (EntryKind.TOPIC, EntryKind.SESSION, EntryKind.GOAL)


@dataclass(frozen=True, slots=True)
class Wish:
    """One act: what is to be done, which topic is chosen afterwards, and who hears how it went."""

    work: Callable[[Journal], Change]
    select: EntryId | None = None
    settled: Callable[[], None] | None = None
    refused: Callable[[str], None] | None = None
    """Hears what does not fit, or nothing where something else went wrong: it may be asked for again."""
    newest: bool = False
    """Whether the topic that came last is chosen."""
    words: str = ""
    """What was typed. Refused after its agenda was left, it stands in the line there that adds a topic."""


class AgendaTable:
    """The topics of one session with the journal's inbox below them, or the inbox by itself; the way of every
    act to the journal and back.
    """

    def __init__(self, view: AgendaView, tasks: Runner, outside: Outside, clock: Clock) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._journal: OpenJournal | None = None
        self._session: EntryId | None = None
        self._shown = AgendaShown()
        self._read = False  # before the topics have come nothing is called empty
        self._coming: EntryId | None = None
        self._folds: dict[Section, bool] = {}
        self._typed: dict[EntryId | None, str] = {}
        self._wanted: EntryId | None = None
        self._edited: tuple[EntryId, str] | None = None
        self._turn = 0  # every agenda that is opened; what comes back for an earlier one is not shown
        self._pending = 0  # while more acts are under way, what an earlier one found is old already
        self._reported: Change | None = None
        self._listener: Callable[[Change], None] | None = None

    @property
    def chosen(self) -> EntryId | None:
        """The topic that is chosen in the list."""
        return self._view.selected()

    # What every entry room does

    def open_entry(self, journal: OpenJournal, session_id: EntryId) -> None:
        """Show the agenda of this session."""
        self._open(journal, session_id)

    def open_inbox(self, journal: OpenJournal) -> None:
        """Show the inbox by itself."""
        self._open(journal, None)

    def leave_entry(self) -> None:
        """Clear the page. A line half typed is there again when the same agenda is opened."""
        if self._journal is not None:
            self._view.finish_edit()
            self._typed[self._session] = self._view.typed()
        self._turn += 1
        self._pending = 0
        self._session = None
        self._shown = AgendaShown()
        self._read = False
        self._coming = None
        self._wanted = self._edited = None
        self._view.clear()

    def flush(self) -> None:
        """Write what is being changed in place. A line half typed travels in `place`."""
        if self._journal is not None:
            self._view.finish_edit()

    def close(self) -> None:
        self.leave_entry()
        self._journal = None
        self._typed.clear()
        self._folds.clear()

    def place(self) -> dict[str, object]:
        folds = {section.value: open for section, open in self._folds.items()}
        place = {"selected": self._view.selected(), "typed": self._view.typed(), "folds": folds}
        return {**place, "edited": self._view.edited()}

    def restore(self, place: dict[str, object]) -> None:
        """Put back what was chosen, half typed and folded; what does not fit is left out."""
        typed, selected, folds = place.get("typed"), place.get("selected"), place.get("folds")
        if isinstance(typed, str):
            self._view.type_again(typed)
        if isinstance(folds, Mapping):
            self._folds = {s: folds[s.value] is True for s in Section if s.value in folds}
        edited = place.get("edited")
        if isinstance(edited, list | tuple) and len(edited) == 2:
            self._edited = EntryId(str(edited[0])), str(edited[1])
            selected = edited[0]
        if isinstance(selected, str):
            self.show_topic(EntryId(selected))

    def refresh(self, change: Change) -> None:
        """Read again when a topic, its session or its goal may have changed elsewhere."""
        if self._journal is None or change is self._reported:
            return
        silent = not change.rows and not change.gone
        if silent or change.gone or any(row.kind in _SHOWN_BESIDE for row in change.rows):
            self._load()

    def tell(self, listener: Callable[[Change], None]) -> None:
        """Let *listener* know of every change made here."""
        self._listener = listener

    def show_topic(self, id: EntryId) -> None:
        """Choose this topic, and lay its section open; waits until the topics have come."""
        self._wanted = id
        self._show()

    def act(self, wish: Wish) -> None:
        """Do it on the vault's thread, show what is there then, and tell of the Change."""
        journal = self._journal
        if journal is None:
            return
        self._pending += 1
        self._tasks.run(
            partial(_done_and_read, journal.journal, self._session, wish.work),
            done=partial(self._acted, journal, self._turn, wish),
            failed=partial(self._not_acted, journal, self._session, self._turn, wish),
        )

    # Between the two

    def _open(self, journal: OpenJournal, session: EntryId | None) -> None:
        self.leave_entry()
        self._journal = journal
        self._session = session
        self._view.type_again(self._typed.pop(session, ""))
        self._load()

    def _acted(self, journal: OpenJournal, turn: int, wish: Wish, result: tuple[Change, Found]) -> None:
        change, found = result
        if turn == self._turn:
            self._pending -= 1
            self._wanted = change.rows[-1].id if wish.newest and change.rows else wish.select
            self._came(turn, found)
            if wish.settled is not None:
                wish.settled()
        if journal is self._journal and change.undo is not None:
            self._reported = change
            if self._listener is not None:
                self._listener(change)
            self._outside.changed(change)

    def _not_acted(
        self, journal: OpenJournal, session: EntryId | None, turn: int, wish: Wish, error: Exception
    ) -> None:
        if journal is not self._journal:
            return
        here = turn == self._turn
        if here:
            self._pending -= 1
            self._load()  # what was moved on the screen stands where it stood
        elif wish.words:
            self._typed[session] = wish.words
        if not isinstance(error, InvalidInput):
            if here and wish.refused is not None:
                wish.refused("")
            self._outside.problem(error, partial(self.act, wish) if here else None)
        elif here and wish.refused is not None:
            wish.refused(str(error))
        else:
            self._refused(str(error))

    def _load(self) -> None:
        journal = self._journal
        if journal is None:
            return
        self._tasks.run(
            partial(read, journal.journal, self._session),
            done=partial(self._came, self._turn),
            failed=partial(self._not_read, self._turn),
        )

    def _came(self, turn: int, found: Found) -> None:
        if turn != self._turn or self._pending or self._journal is None:
            return
        self._coming = found.coming
        self._read = True
        self._shown = AgendaShown(
            sections=sections_of(found, is_inbox=self._session is None),
            is_inbox=self._session is None,
            planned_on=found.planned_on,
            length=found.length,
            goals=found.goals,
            role=self._journal.relationship.my_role,
            today=self._clock().date(),
        )
        self._show()
        self._wanted = None

    def _not_read(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._outside.problem(error, self._load)

    def _show(self) -> None:
        if self._journal is None or not self._read:
            return
        wanted = self._wanted
        found = self._shown.section_of(wanted) if wanted else None
        if found is not None:
            self._folds[found] = True
        self._shown = replace(self._shown, unfolded=unfolded(self._shown, self._folds))
        self._view.show_agenda(self._shown)
        if found is not None and wanted is not None:
            self._view.select(wanted)
            self._wanted = None
        edited, self._edited = self._edited, None
        if edited is not None:
            self._view.edit_again(*edited)

    def _refused(self, sentence: str) -> None:
        self._outside.problem(InvalidInput(sentence))


def _done_and_read(
    journal: Journal, session: EntryId | None, work: Callable[[Journal], Change]
) -> tuple[Change, Found]:
    return work(journal), read(journal, session)
