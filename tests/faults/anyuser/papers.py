"""Every paper that can be made of a journal, in words and now and then as a PDF."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from mentorjournal.book.choice import BookChoice, Words
from mentorjournal.book.paper import book_paper
from mentorjournal.book.reading import book_of
from mentorjournal.guidance.agenda import session_agenda
from mentorjournal.guidance.prepared import prepared
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.paper import Paper
from mentorjournal.model.shared import SummaryFormat
from mentorjournal.model.words import Audience
from mentorjournal.sharing.agenda_paper import agenda_paper
from mentorjournal.sharing.agreement_form import agreement_form
from mentorjournal.sharing.agreement_paper import agreement_paper
from mentorjournal.sharing.brief_paper import preparation_paper
from mentorjournal.sharing.facts import source_of
from mentorjournal.sharing.formats import make
from mentorjournal.sharing.handover import handover_of
from mentorjournal.sharing.handover_paper import handover_paper
from mentorjournal.sharing.ledger_paper import ledger_paper
from mentorjournal.sharing.offer import Consent, as_offered
from mentorjournal.sharing.review_paper import review_paper
from mentorjournal.sharing.sections import offer
from mentorjournal.sharing.summary import compose
from tests.faults.anyuser.values import all_ids, any_of

WORDS = (SummaryFormat.MARKDOWN, SummaryFormat.HTML, SummaryFormat.TEXT)


def every_paper(journal: Journal, shelf: Shelf, chance: random.Random) -> Iterator[Callable[[], bytes]]:
    """Each makes its paper and renders it in one form; a PDF one time in ten."""
    for paper in _papers(journal, shelf, chance):
        yield _Made(paper, SummaryFormat.PDF if chance.random() < 0.1 else chance.choice(WORDS))


class _Made:
    def __init__(self, paper: Callable[[], Paper], format: SummaryFormat) -> None:
        self._paper = paper
        self._format = format

    def __call__(self) -> bytes:
        data = make(self._paper(), self._format)
        assert data
        return data


def _papers(journal: Journal, shelf: Shelf, chance: random.Random) -> Iterator[Callable[[], Paper]]:
    day = journal.today()
    sessions, agreements = all_ids(journal, "sessions"), journal.agreements.all()
    role = journal.relationship().my_role
    if sessions:
        session = chance.choice(sessions)
        yield lambda: preparation_paper(prepared(journal, session, day), their_words=True)
        yield lambda: agenda_paper(session_agenda(journal, session))
    if agreements:
        agreement = chance.choice(agreements)
        yield lambda: agreement_paper(journal.relationship(), agreement, names=True)
        yield lambda: agreement_form(agreement)
    if reviews := journal.reviews.all():
        review = chance.choice(reviews)
        yield lambda: review_paper(review, role, theirs=True)
    yield lambda: handover_paper(handover_of(journal))
    yield lambda: ledger_paper(shelf.ledger.entries())
    yield lambda: book_paper(book_of(journal, BookChoice(words=any_of(Words, chance), codename=True)))
    audience: Audience = any_of(Audience, chance)
    yield lambda: _summary(journal, audience)


def _summary(journal: Journal, audience: Audience) -> Paper:
    day = journal.today()
    offered = offer(source_of(journal), audience, day.replace(year=day.year - 2), day)
    return compose(offered, as_offered(offered), on=day, consent=Consent(given_on=day))
