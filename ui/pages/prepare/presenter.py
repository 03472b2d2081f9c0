"""Preparing a session: what was written for it is kept as one types, what is known stands around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from mentorjournal.errors import InvalidInput, MentorJournalError
from mentorjournal.guidance.agenda import Agenda, session_agenda
from mentorjournal.guidance.brief import questions_for, usual_framework
from mentorjournal.guidance.brief_lines import BlockKey, Line
from mentorjournal.guidance.prepared import Prepared, prepared
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock
from mentorjournal.model.export import ExportKind
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.prompts import PromptSet
from mentorjournal.sharing import agenda_paper, brief_paper
from mentorjournal.sharing.plain import as_text
from ui.desk import Desk, OpenJournal
from ui.draft import Book, Runner
from ui.pages.prepare import work
from ui.pages.prepare.contract import AgendaShown, Known, Outside, PrepareView, Sets

LONGEST_OUTCOME = 4000


class PreparePresenter(Desk[Session]):
    """Keeps the preparation of one session between the screen and the journal."""

    def __init__(
        self, view: PrepareView, tasks: Runner, outside: Outside, clock: Clock, questions: Sets
    ) -> None:
        super().__init__(view, tasks, outside, clock)
        self._view = view
        self._out = outside
        self._questions = questions
        self._sets: dict[str, PromptSet] = {}
        self._prepared: Prepared | None = None
        self._agenda: Agenda | None = None
        self._left_out: frozenset[str] = frozenset()
        questions.tell(self._sets_known)

    # What the desk asks

    def open(self, journal: OpenJournal) -> None:
        self._questions.want(self._outside.problem)
        if journal is not self._journal:
            self._view.set_role(journal.relationship.my_role)
        super().open(journal)

    def open_entry(self, journal: OpenJournal, id: EntryId) -> None:
        self._forget()
        super().open_entry(journal, id)

    def leave_entry(self) -> None:
        super().leave_entry()
        self._forget()

    def close(self) -> None:
        super().close()
        self._forget()

    def book(self, journal: Journal) -> Book[Session]:
        door = journal.sessions
        return Book(get=door.get, add=door.add, write=partial(work.prepare, journal), ready=_always)

    def shown(self, journal: OpenJournal, value: Session) -> None:
        self._fetch(journal, value.id)
        self._offer_sets()
        self.framework_chosen(value.framework_id)

    def refresh(self, change: Change) -> None:
        super().refresh(change)
        if change is not self._reported:
            self._fetch_again()

    # What the view asks for

    def framework_chosen(self, framework: str) -> None:
        """Ask from another set of questions."""
        draft, journal = self._draft, self._journal
        if draft is not None and journal is not None:
            about = journal.relationship
            known = self._sets.get(framework or usual_framework(about.my_role, about.form))
            self._view.show_questions(questions_for(draft.value.id, known, about.my_role))

    def act(self, key: BlockKey, line: Line) -> None:
        """Do what a line of this block is for."""
        if key in (BlockKey.PROMISES, BlockKey.ACTIONS, BlockKey.MY_ACTIONS) and line.about is not None:
            self._do(partial(work.settle, line.about))
        elif key is BlockKey.THREADS and self._draft is not None:
            self._do(partial(work.bring_up, line, self._draft.value.id))

    def note_outcome(self, line: Line, words: str) -> None:
        """Keep what became of advice; empty words say that it is not known after all."""
        if len(words) > LONGEST_OUTCOME:
            self._view.outcome_refused(
                f"What came of it is too long. Use at most {LONGEST_OUTCOME} characters."
            )
        else:
            self._do(partial(work.note_outcome, line, words), noted=True)

    # Paper

    def ask_paper(self) -> None:
        """Show what is to be known before anything is printed."""
        brief = self._prepared.brief if self._prepared is not None else None
        keys = [block.key for block in brief.blocks] if brief is not None else []
        self._agenda = None
        self._view.ask_paper(has_their_words=BlockKey.THEIR_WORDS in keys)

    def save_paper(self, their_words: bool) -> None:
        if self._draft is None or self._journal is None:
            return
        role = self._journal.relationship.my_role
        name = brief_paper.file_name(role, self._draft.value.day)
        make = partial(work.brief_pdf, self._draft.value.id, self._today(), their_words, self._sets.get)
        view, what = self._view, work.paper_of(role)
        self._save_pdf(what, name, make, view.show_paper_saved, view.show_paper_problem)

    def print_paper(self, their_words: bool) -> None:
        draft, journal = self._draft, self._journal
        if draft is not None and journal is not None:
            self.save()
            self._tasks.run(
                partial(
                    work.brief_pdf,
                    draft.value.id,
                    self._today(),
                    their_words,
                    self._sets.get,
                    journal.journal,
                ),
                done=partial(self._made, journal),
                failed=self._outside.problem,
            )

    def ask_agenda(self) -> None:
        """Show what would be on the agenda for one's partner."""
        self._left_out = frozenset()
        self._fetch_agenda()

    def tick_topic(self, id: EntryId, on: bool) -> None:
        self._left_out = self._left_out - {id} if on else self._left_out | {id}
        self._show_agenda()

    def save_agenda(self) -> None:
        agenda = self._chosen_agenda()
        if agenda is not None and not agenda.is_empty:
            name = agenda_paper.file_name(agenda.day)
            make = partial(work.agenda_pdf, agenda)
            view, what = self._view, ExportKind.AGENDA
            self._save_pdf(what, name, make, view.show_agenda_saved, view.show_agenda_problem)

    def panel_closed(self) -> None:
        self._agenda = None

    # What comes back

    def _today(self) -> date:
        return self._clock().date()

    def _forget(self) -> None:
        self._prepared = self._agenda = None
        self._left_out = frozenset()
        self._view.close_panels()

    def _fetch(self, journal: OpenJournal, id: EntryId) -> None:
        self._tasks.run(
            partial(prepared, journal.journal, id, self._today(), self._sets.get),
            done=partial(self._fetched, journal, id),
            failed=self._outside.problem,
        )

    def _fetch_again(self) -> None:
        if self._draft is not None and self._journal is not None:
            self._fetch(self._journal, self._draft.value.id)
            if self._agenda is not None:
                self._fetch_agenda()

    def _fetched(self, journal: OpenJournal, id: EntryId, found: Prepared) -> None:
        if self._is_open(journal, id):
            self._prepared = found
            self._view.show_prepared(found)

    def _sets_known(self, known: Known) -> None:
        """Ask from the sets as the writer has them. Another dict each time: a task may still read the old."""
        self._sets = {one.id: one for one in known.sets}
        if self._draft is not None:
            self._offer_sets()
            self.framework_chosen(self._draft.value.framework_id)

    def _offer_sets(self) -> None:
        if self._journal is not None and self._sets:
            about = self._journal.relationship
            usual = usual_framework(about.my_role, about.form)
            self._view.offer_frameworks(tuple(self._sets.values()), usual)

    def _is_open(self, journal: OpenJournal, id: EntryId) -> bool:
        return journal is self._journal and self._draft is not None and self._draft.value.id == id

    def _do(self, act: Callable[[Journal], Change], *, noted: bool = False) -> None:
        journal = self._journal
        if journal is not None:
            self._tasks.run(
                partial(act, journal.journal),
                done=partial(self._done, journal, noted),
                failed=partial(self._not_done, journal),
            )

    def _done(self, journal: OpenJournal, noted: bool, change: Change) -> None:
        if journal is self._journal:
            if noted:
                self._view.outcome_kept()
            self.report(change)
            self._fetch_again()

    def _not_done(self, journal: OpenJournal, error: Exception) -> None:
        if journal is not self._journal:
            return
        if isinstance(error, InvalidInput):
            self._view.outcome_refused(str(error))
        else:
            self._outside.problem(error)

    def _save_pdf(
        self,
        what: ExportKind,
        name: str,
        make: Callable[[Journal], bytes],
        saved: Callable[[str], None],
        refused: Callable[[str], None],
    ) -> None:
        """Put the page where the person says. What is on the screen is written first, so that it is on it."""
        journal = self._journal
        if journal is None:
            return
        self.save()
        path = self._out.choose_save_path(name)
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._tasks.run(
            partial(work.write_pdf, journal.journal, what, make, target),
            done=partial(self._written, journal, saved, target.name),
            failed=partial(self._not_written, journal, refused),
        )

    def _written(self, journal: OpenJournal, saved: Callable[[str], None], name: str, _: None) -> None:
        if journal is self._journal:
            saved(name)

    def _not_written(self, journal: OpenJournal, refused: Callable[[str], None], error: Exception) -> None:
        if journal is self._journal and isinstance(error, MentorJournalError):
            refused(str(error))
        else:
            self._outside.problem(error)

    def _made(self, journal: OpenJournal, data: bytes) -> None:
        if journal is self._journal:
            self._view.print_pdf(data)

    def _fetch_agenda(self) -> None:
        draft, journal = self._draft, self._journal
        if draft is not None and journal is not None:
            self.save()
            self._tasks.run(
                partial(session_agenda, journal.journal, draft.value.id),
                done=partial(self._agenda_arrived, journal, draft.value.id),
                failed=self._outside.problem,
            )

    def _agenda_arrived(self, journal: OpenJournal, id: EntryId, agenda: Agenda) -> None:
        if self._is_open(journal, id):
            self._agenda = agenda
            self._show_agenda()

    def _chosen_agenda(self) -> Agenda | None:
        if self._agenda is None:
            return None
        return replace(
            self._agenda, topics=tuple(t for t in self._agenda.topics if t.id not in self._left_out)
        )

    def _show_agenda(self) -> None:
        chosen = self._chosen_agenda()
        if chosen is None or self._agenda is None:
            return
        try:
            text, may_leave = as_text(agenda_paper.agenda_paper(chosen)), True
        except MentorJournalError as error:
            text, may_leave = str(error), False
        self._view.show_agenda(
            AgendaShown(whole=self._agenda, left_out=self._left_out, text=text, may_leave=may_leave)
        )


def _always(value: Session) -> bool:
    return True
