"""What the journal knows of its relationship, shown and changed, and the steps of its life."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from mentorjournal.errors import MentorJournalError
from mentorjournal.guidance.phase import Suggestion, suggested_phase
from mentorjournal.journal.about import ABOUT, clean_relationship
from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.closure import Closure
from mentorjournal.model.codename import doubt
from mentorjournal.model.lifecycle import Possible, Standing, Step, possible
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import Phase

T = TypeVar("T")


class Runner(Protocol):
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class AboutView(Protocol):
    def show_relationship(self, relationship: Relationship) -> None: ...
    def follow(self, relationship: Relationship) -> None: ...
    def show_steps(self, steps: Sequence[Possible], closure: Closure | None) -> None: ...
    def show_doubt(self, sentence: str) -> None: ...
    def say(self, sentence: str) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def clear(self) -> None: ...
    def show_phase(self, relationship: Relationship, suggestion: Suggestion) -> None: ...
    def half_typed(self) -> dict[str, object]: ...
    def show_half_typed(self, typed: dict[str, object]) -> None: ...


class Outside(Protocol):
    def described(self, journal: OpenJournal, change: Change | None = None) -> None: ...
    def stepped(self, journal: OpenJournal, changes: Sequence[Change]) -> None: ...
    def about_closed(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Known:
    """The journal, where it stands, and what was done to bring it there."""

    journal: OpenJournal
    standing: Standing
    closure: Closure | None
    suggestion: Suggestion
    changes: tuple[Change, ...] = ()


class AboutPresenter:
    """The desk drives it like a page of the journal, so that it hears of what is taken back."""

    def __init__(
        self, view: AboutView, tasks: Runner, outside: Outside, shelf: Shelf, ending: Callable[[], object]
    ) -> None:
        """*ending* opens the sheet on which a relationship is closed."""
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._shelf = shelf
        self._ending = ending
        self._journal: OpenJournal | None = None
        self._known: Known | None = None
        self._typed: Relationship | None = None
        self._busy = False
        self._place: dict[str, object] = {}

    def begin(self, journal: OpenJournal) -> None:
        """Show the relationship, with what was typed here before and not saved."""
        kept, self._place = self.place(), {}
        self._journal, self._known, self._typed = journal, None, None
        self._view.say("")
        self._view.show_relationship(journal.relationship)
        if kept:
            self._view.show_half_typed(kept)
        self._read()

    def discard(self) -> None:
        """Let what was typed and not saved go."""
        if self._journal is not None:
            self._view.say("")
            self._view.show_relationship(self._journal.relationship)
            self.look_at(self._journal.relationship)

    def save(self, relationship: Relationship) -> None:
        journal = self._journal
        if journal is None or self._busy:
            return

        def work() -> tuple[OpenJournal, Change]:
            change = self._shelf.redescribe(journal.id, relationship)
            return self._shelf.open(journal.id), change

        self._set_busy(True)
        self._tasks.run(work, done=self._saved, failed=self._refused)

    def look_at(self, typed: Relationship) -> None:
        """Offer the steps that are possible with what stands on the page, and say what about the codename may
        give somebody away.
        """
        self._typed = typed
        self._show_steps()
        names = (typed.my_display_name, typed.partner_display_name)
        self._view.show_doubt(doubt(typed.codename, names=names))

    def take(self, step: Step, typed: Relationship) -> None:
        """Take a step, and keep what was typed on the page along with it."""
        journal = self._journal
        if journal is None or self._busy:
            return

        if step is Step.CLOSE:
            self._keep_and_close(journal, typed)
            return

        def work() -> Known:
            changes = self._shelf.take_step(journal.id, step, typed)
            return self._look(journal.id, changes)

        self._set_busy(True)
        self._tasks.run(work, done=self._stepped, failed=self._refused)

    def _keep_and_close(self, journal: OpenJournal, typed: Relationship) -> None:
        """The sheet that closes it has more to say; what was typed here is kept before it opens."""

        def work() -> Known:
            before = self._shelf.open(journal.id).relationship
            same = clean_relationship(typed) == before
            return self._look(journal.id, () if same else (self._shelf.redescribe(journal.id, typed),))

        self._set_busy(True)
        self._tasks.run(work, done=self._kept_before, failed=self._refused)

    def show_ending(self) -> None:
        """Show the sheet on which the relationship is closed, or what stands since it was."""
        self._ending()

    def choose_phase(self, phase: Phase) -> None:
        """Say where the relationship stands: kept at once."""
        journal = self._journal
        if journal is None or self._busy:
            return

        def work() -> Known:
            change = journal.journal.life.set_phase(phase)
            return self._look(journal.id, (change,))

        self._set_busy(True)
        self._tasks.run(work, done=self._phase_set, failed=self._refused)

    def leave(self) -> None:
        """What is typed and not saved waits for the next time."""
        kept = self.place()
        self.close()
        self._place = kept
        self._outside.about_closed()

    # As a page of the journal

    def open(self, journal: OpenJournal) -> None:
        """Nothing is read before it is shown."""

    def flush(self) -> None:
        """What is typed here is kept by Save, or with a step."""

    def close(self) -> None:
        self._journal, self._known, self._typed = None, None, None
        self._view.clear()
        self._place = {}

    def place(self) -> dict[str, object]:
        """What is typed and not saved, so that a lock loses none of it."""
        return self._view.half_typed() if self._journal is not None else self._place

    def restore(self, place: dict[str, object]) -> None:
        self._place = place

    def refresh(self, change: Change) -> None:
        if ABOUT in change.touched:
            self._read()

    # Inside

    def _read(self) -> None:
        journal = self._journal
        if journal is not None:
            self._tasks.run(lambda: self._look(journal.id), done=self._followed, failed=self._refused)

    def _look(self, id: JournalId, changes: Sequence[Change] = ()) -> Known:
        journal = self._shelf.open(id)
        life = journal.journal.life
        inside, standing = journal.journal, life.standing()
        suggestion = suggested_phase(
            standing.relationship,
            inside.sessions.facts(),
            inside.goals.all(),
            inside.actions.all(),
            inside.today(),
        )
        return Known(journal, standing, life.closure(), suggestion, tuple(changes))

    def _followed(self, known: Known) -> None:
        if self._journal is not None and self._journal.id == known.journal.id:
            self._journal, self._known, self._typed = known.journal, known, None
            self._view.follow(known.journal.relationship)
            self._view.show_phase(known.journal.relationship, known.suggestion)
            self._show_steps()

    def _stepped(self, known: Known) -> None:
        self._set_busy(False)
        if self._journal is not None and self._journal.id == known.journal.id:
            self._journal, self._known, self._typed = known.journal, known, None
            self._view.show_relationship(known.journal.relationship)
            self._view.show_phase(known.journal.relationship, known.suggestion)
            self._show_steps()
        self._outside.stepped(known.journal, known.changes)

    def _kept_before(self, known: Known) -> None:
        self._stepped(known)
        self._ending()

    def _phase_set(self, known: Known) -> None:
        self._set_busy(False)
        self._followed(known)
        self._outside.stepped(known.journal, known.changes)

    def _show_steps(self) -> None:
        known = self._known
        if known is None:
            return
        about = self._typed or known.standing.relationship
        self._view.show_steps(possible(replace(known.standing, relationship=about)), known.closure)

    def _saved(self, result: tuple[OpenJournal, Change]) -> None:
        self._set_busy(False)
        if self._journal is not None and self._journal.id == result[0].id:
            self._view.show_relationship(result[0].relationship)  # nothing is typed and not saved
        self._outside.described(*result)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, MentorJournalError):
            raise error
        self._view.say(str(error))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy)
        if busy:
            self._view.say("")
