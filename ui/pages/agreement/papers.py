"""What leaves the page on paper or as a form, and the partner's form that comes back. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from mentorjournal import pdf
from mentorjournal.errors import MentorJournalError
from mentorjournal.exchange.agreement_form import FormDraft, not_this_draft, read_form
from mentorjournal.files import write_whole
from mentorjournal.journal.journal import Journal
from mentorjournal.model.agreement import Agreement, ClauseKey
from mentorjournal.model.export import ExportKind
from mentorjournal.model.terms_words import by_clause
from mentorjournal.sharing import agreement_form, agreement_paper
from ui.pages.agreement.agreeing import Act
from ui.pages.agreement.contract import AgreementView, Incoming, Outside

T = TypeVar("T")


class Fetch(Protocol):
    """Work on the vault's thread whose answer is dropped once another journal is open."""

    def __call__(
        self,
        work: Callable[[Journal], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None: ...


class Papers:
    """*shown* is the version in front: the draft, or the one that is read."""

    def __init__(
        self,
        view: AgreementView,
        outside: Outside,
        shown: Callable[[], Agreement | None],
        fetch: Fetch,
        act: Act,
    ) -> None:
        self._view = view
        self._outside = outside
        self._shown = shown
        self._fetch = fetch
        self._act = act
        self._form: FormDraft | None = None

    def forget(self) -> None:
        self._form = None

    def save_paper(self, names: bool) -> None:
        """Write the version in front as a PDF."""
        shown = self._shown()
        if shown is not None:
            make = partial(_paper, shown, names)
            self._save(agreement_paper.file_name(shown), make, ExportKind.AGREEMENT, self._view.say_paper)

    def print_paper(self, names: bool) -> None:
        shown = self._shown()
        if shown is not None:
            self._fetch(
                partial(_paper, shown, names),
                self._view.print_pdf,
                partial(self._refused, self._view.say_paper),
            )

    def save_form(self) -> None:
        """Write the form in which the partner drafts alone; nothing of the draft goes into it."""
        shown = self._shown()
        if shown is not None:
            name = agreement_form.file_name(shown.day)
            self._save(name, partial(_form, shown), ExportKind.FORM, self._view.say_form)

    def read_form(self, title: str, kinds: str) -> None:
        """Let a filled form be chosen, and take in what stands in it."""
        shown = self._shown()
        path = self._outside.choose_file(title, kinds) if shown is not None else None
        if path is not None:
            self._fetch(partial(_read, path), self._came, partial(self._refused, self._view.say_form))

    def take_all_the_same(self) -> None:
        """Take in a form that was made for something else."""
        if self._form is not None:
            self._take(self._form)

    def _came(self, read: tuple[FormDraft, str]) -> None:
        form, question = read
        if form.is_empty:
            self._view.show_incoming(_incoming(form))
        elif question:
            self._form = form
            self._view.show_incoming(_incoming(form, question))
        else:
            self._take(form)

    def _take(self, form: FormDraft) -> None:
        shown, self._form = self._shown(), None
        if shown is not None:
            id = shown.id
            self._act(
                lambda journal: journal.agreements.take_in(id, form.drafts, form.terms),
                done=partial(self._view.show_incoming, _incoming(form)),
                refused=partial(self._view.say_form, wrong=True),
            )

    def _save(
        self,
        suggested: str,
        make: Callable[[Journal], bytes],
        what: ExportKind,
        say: Callable[[str], None],
    ) -> None:
        path = self._outside.choose_save_path(suggested)
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._fetch(
            partial(_write, make, target, what),
            lambda _: say(f"Saved as “{target.name}”."),
            partial(self._refused, say),
        )

    def _refused(self, say: Callable[..., None], error: Exception) -> None:
        if isinstance(error, MentorJournalError):
            say(str(error), wrong=True)
        else:
            self._outside.problem(error)


def _paper(shown: Agreement, names: bool, journal: Journal) -> bytes:
    # As it stands in the journal: what was typed last has been written before this.
    known = journal.agreements.get(shown.id)
    return pdf.render(agreement_paper.agreement_paper(journal.relationship(), known, names=names))


def _form(shown: Agreement, journal: Journal) -> bytes:
    return pdf.render(agreement_form.agreement_form(journal.agreements.get(shown.id)))


def _write(make: Callable[[Journal], bytes], target: Path, what: ExportKind, journal: Journal) -> None:
    write_whole(target, make(journal), replace=False)
    journal.exports.note(what, target.name)


def _read(path: Path, journal: Journal) -> tuple[FormDraft, str]:
    form = read_form(path)
    return form, not_this_draft(form, journal.agreements.all())


def _incoming(form: FormDraft, question: str = "") -> Incoming:
    came = {*form.drafts, *by_clause(form.terms)}
    return Incoming(
        clauses=tuple(key for key in ClauseKey if key in came),
        missing=form.missing,
        foreign=form.foreign,
        problems=form.problems,
        question=question,
    )
