"""Commands about the agreement: on paper, as a form for the partner, and their draft back from the form."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.commands.common import Commands, Opened, on_journal, readable
from mentorjournal.commands.giving import give, refuse_taken
from mentorjournal.errors import InvalidInput, NothingToShare

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.exchange.agreement_form import FormDraft
    from mentorjournal.journal.journal import Journal
    from mentorjournal.model.agreement import Agreement


def offer(commands: Commands) -> None:
    paper = readable(
        on_journal(commands.add_parser("agreement", help="write the agreement as PDF, to print and sign"))
    )
    paper.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    which = paper.add_mutually_exclusive_group()
    which.add_argument("--form", action="store_true", help="a form in which your partner drafts it alone")
    which.add_argument("--draft", action="store_true", help="your draft beside your partner's")
    which.add_argument("--names", action="store_true", help="with both names, where you sign")
    paper.set_defaults(act=_agreement)

    back = on_journal(commands.add_parser("read-form", help="take in the draft from your partner's form"))
    back.add_argument("file", type=Path, metavar="FILE.pdf")
    back.add_argument(
        "--anyway", action="store_true", help="take it in even when it was made for another draft"
    )
    back.set_defaults(act=_read_form)


def _agreement(arguments: argparse.Namespace) -> int:
    from mentorjournal.sharing.agreement_form import agreement_form
    from mentorjournal.sharing.agreement_paper import agreement_paper

    refuse_taken(arguments.out)
    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        if arguments.form:
            give(agreement_form(_draft_to_fill(journal)), arguments.out)
            return 0
        agreement = _draft(journal) if arguments.draft else _agreed(journal)
        give(agreement_paper(journal.relationship(), agreement, names=arguments.names), arguments.out)
    return 0


def _read_form(arguments: argparse.Namespace) -> int:
    from mentorjournal.exchange.agreement_form import not_this_draft, read_form

    form = read_form(arguments.file)  # before the passphrase is asked for: nobody types it for nothing
    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        versions = journal.agreements.all()
        elsewhere = not_this_draft(form, versions)
        # without a draft there is none to mix it up with, if only it is of this journal
        settled = journal.agreements.draft() is None and any(one.id == form.agreement for one in versions)
        if elsewhere and not settled and not arguments.anyway:
            raise InvalidInput(f"{elsewhere} Nothing was changed. Add --anyway to take it in all the same.")
        if elsewhere:
            print(elsewhere)
        if form.is_empty:
            raise InvalidInput(_nothing_in(form))
        draft = _draft_to_fill(journal)
        journal.agreements.take_in(draft.id, form.drafts, form.terms)
        _report(form, journal.agreements.get(draft.id))
    return 0


def _draft_to_fill(journal: Journal) -> Agreement:
    """The draft, begun where there is none."""
    if journal.agreements.draft() is None:
        journal.agreements.begin()
        print("A draft of the agreement was begun.")
    return _draft(journal)


def _draft(journal: Journal) -> Agreement:
    found = journal.agreements.draft()
    if found is None:
        raise NothingToShare("There is no draft of an agreement in this journal. Begin one first.")
    return found


def _agreed(journal: Journal) -> Agreement:
    found = journal.agreements.agreed()
    if found is None:
        raise NothingToShare(
            "Nothing is agreed in this journal yet. Agree on a draft first, or print it with --draft."
        )
    return found


def _nothing_in(form: FormDraft) -> str:
    said = " ".join(form.problems) or "Ask whether it was saved after it was filled in."
    return f"Nothing is filled in in this form. {said} Nothing was changed."


def _report(form: FormDraft, draft: Agreement) -> None:
    """What came in, what did not, and where the two drafts are apart."""
    from mentorjournal.model.terms_words import by_clause, differing_drafts

    print(_listed("Filled in", [key.label for key in form.drafts]))
    for words in by_clause(form.terms).values():
        print(f"Their terms: {words}")
    print(_listed("Not in the file any more", [key.label for key in form.missing]))
    print(_listed("Fields that are not ours, left alone", form.foreign))
    for problem in form.problems:
        print(problem)
    print(_listed("Different from yours", [one.key.label for one in differing_drafts(draft)]))


def _listed(what: str, names: list[str] | tuple[str, ...]) -> str:
    return f"{what}: {'; '.join(names) if names else 'none'}."
