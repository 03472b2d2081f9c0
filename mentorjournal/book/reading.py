"""Everything of a journal that goes into its book, read on the vault's thread.

What is marked as never leaving stays behind, whatever is chosen, and so do moods, which are never anything
else. Nobody is told whether there was any of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from mentorjournal.book.choice import BookChoice, Words, checked
from mentorjournal.errors import Cancelled, NothingToShare
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, Clause
from mentorjournal.model.closure import Closure
from mentorjournal.model.export import KnownExport
from mentorjournal.model.goal import Goal
from mentorjournal.model.rating import Rating, RatingInstrument
from mentorjournal.model.reflection import LearningPoint, Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.review import Review, ReviewAnswer
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.shared import SharedSummary
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    AgreementState,
    Attribution,
    Role,
    Section,
    TopicSource,
    Turn,
    Visibility,
    Whose,
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Book:
    """What goes in, each kind in the order of its days."""

    choice: BookChoice
    on: date
    relationship: Relationship
    sessions: tuple[Session, ...] = ()
    topics: tuple[Topic, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    reviews: tuple[Review, ...] = ()
    ratings: tuple[Rating, ...] = ()
    sheets: tuple[RatingInstrument, ...] = ()
    learning: tuple[LearningPoint, ...] = ()
    exports: tuple[KnownExport, ...] = ()
    shared: tuple[SharedSummary, ...] = ()
    closure: Closure | None = None

    def __repr__(self) -> str:
        return f"Book({len(self.sessions)} sessions)"


def book_of(journal: Journal, choice: BookChoice, *, cancelled: Callable[[], bool] | None = None) -> Book:
    """Read the book. Raises NothingToShare when nothing was written that would be in it, InvalidInput for a
    choice that is none, Cancelled once *cancelled* says so.
    """

    def here() -> None:
        if cancelled and cancelled():
            raise Cancelled

    checked(choice)
    about, closure = journal.relationship(), journal.life.closure()
    goals, actions, topics = journal.goals.all(), journal.actions.all(), journal.topics.all()
    kept = _Kept(choice, about, _never_said(goals, actions, topics))
    book = Book(choice=choice, on=journal.today(), relationship=kept.relationship())
    here()
    book = replace(
        book,
        sessions=tuple(kept.sessions(journal.sessions.all())),
        topics=tuple(kept.topics(topics)),
        actions=tuple(kept.actions(actions)),
    )
    here()
    book = replace(
        book,
        reflections=tuple(kept.dated(journal.reflections.all())),
        goals=tuple(kept.goals(goals)),
        learning=tuple(kept.dated(_leaving(journal.learning_points.all()))),
    )
    here()
    book = replace(
        book,
        agreements=tuple(kept.agreements(journal.agreements.all())),
        reviews=tuple(kept.reviews(journal.reviews.all())),
        ratings=tuple(kept.dated(journal.ratings.all())),
    )
    if book == Book(choice=choice, on=book.on, relationship=book.relationship):
        raise NothingToShare(_nothing(choice))
    here()
    return replace(
        book,
        sheets=tuple(journal.ratings.instruments()) if choice.whole_time else (),
        exports=tuple(kept.dated(journal.exports.all())),
        shared=tuple(kept.dated(reversed(journal.shared.all()))),
        closure=closure if closure and choice.holds(closure.closed_on) else None,
    )


class _Marked(Protocol):
    @property
    def visibility(self) -> Visibility: ...


class _Dated(Protocol):
    @property
    def day(self) -> date: ...


M = TypeVar("M", bound=_Marked)
D = TypeVar("D", bound=_Dated)


def _leaving(entries: Iterable[M]) -> Iterator[M]:
    return (entry for entry in entries if entry.visibility is not Visibility.NEVER_EXPORT)


def _never_said(goals: Iterable[Goal], actions: Iterable[Action], topics: Iterable[Topic]) -> frozenset[str]:
    """How the facts of a review call what has been marked as never leaving since."""
    entries = (
        *((goal.title, goal.visibility) for goal in goals),
        *((action.text, action.visibility) for action in actions),
        *((topic.text, topic.visibility) for topic in topics),
    )
    return frozenset(words for words, visibility in entries if visibility is Visibility.NEVER_EXPORT)


class _Kept:
    """What the choice keeps of each kind."""

    def __init__(self, choice: BookChoice, about: Relationship, never: frozenset[str]) -> None:
        self._choice = choice
        self._about = about
        self._never = never
        self._theirs = choice.words is Words.ALL
        self._only_mine = choice.words is Words.ONLY_MINE

    def dated(self, entries: Iterable[D]) -> Iterator[D]:
        return (entry for entry in entries if self._choice.holds(entry.day))

    def relationship(self) -> Relationship:
        """What is said of the relationship; of the partner nothing where only what is mine goes in."""
        if not self._only_mine:
            return self._about
        return replace(
            self._about,
            partner_display_name="",
            partner_role_title="",
            partner_organisation="",
            partner_contact="",
            partner_training_title="",
        )

    def sessions(self, entries: Iterable[Session]) -> Iterator[Session]:
        for one in self.dated(entries):
            blocks = tuple(block for block in _leaving(one.blocks) if self._says(block))
            yield replace(one, blocks=blocks, mood_before=None, mood_after=None)

    def topics(self, entries: Iterable[Topic]) -> Iterator[Topic]:
        for one in sorted(self.dated(_leaving(entries)), key=lambda one: one.day):
            if self._theirs or one.source is not TopicSource.PARTNER:
                yield one

    def actions(self, entries: Iterable[Action]) -> Iterator[Action]:
        """Those written down or closed in the period."""
        for one in sorted(_leaving(entries), key=lambda one: one.day):
            closed = one.closed_on is not None and self._choice.holds(one.closed_on)
            whose = not self._only_mine or one.owner is not ActionOwner.PARTNER
            if whose and (closed or self._choice.holds(one.day)):
                yield one

    def goals(self, entries: Iterable[Goal]) -> Iterator[Goal]:
        """Those that were there in the period, with what was said of them in it."""
        choice = self._choice
        for goal in _leaving(entries):
            said = tuple(one for one in goal.check_ins if choice.holds(one.day))
            became = tuple(one for one in goal.history if choice.holds(one.day))
            begun = choice.until is None or goal.day <= choice.until
            there = goal.status.is_active or choice.holds(goal.day) or said or became
            mine = self._about.my_role is not Role.MENTOR or goal.whose is Whose.MINE_AS_MENTOR
            if begun and there and (mine or not self._only_mine):
                yield replace(goal, check_ins=said, history=became)

    def agreements(self, entries: Iterable[Agreement]) -> Iterator[Agreement]:
        """What was agreed is of both: where only what is mine goes in, only my draft does."""
        for one in entries:
            if not self._choice.holds(one.agreed_on or one.day):
                continue
            if not self._only_mine:
                yield replace(one, clauses=tuple(map(self._clause, one.clauses)))
            elif one.state is AgreementState.DRAFT:
                clauses = tuple(replace(clause, agreed_text="", partner_draft="") for clause in one.clauses)
                yield replace(one, clauses=clauses)

    def reviews(self, entries: Iterable[Review]) -> Iterator[Review]:
        for one in self.dated(entries):
            answers = tuple(map(self._answer, one.answers))
            joint = {"decisions": "", "agreement_changes": ""} if self._only_mine else {}
            facts = tuple(fact for fact in one.facts if not self._is_never(fact.value))
            yield replace(one, answers=answers, facts=facts, **joint)  # type: ignore[arg-type]  # two texts

    def _is_never(self, fact: str) -> bool:
        return any(fact == words or fact.startswith(f"{words}: ") for words in self._never)

    def _says(self, block: NoteBlock) -> bool:
        if self._theirs:
            return True
        partner = block.attribution is Attribution.PARTNER_SAID or block.section is Section.THEIR_WORDS
        if not self._only_mine:
            return not partner
        return not partner and block.attribution is Attribution.MINE and block.turn is not Turn.PARTNER

    def _clause(self, clause: Clause) -> Clause:
        return clause if self._theirs else replace(clause, partner_draft="")

    def _answer(self, answer: ReviewAnswer) -> ReviewAnswer:
        return answer if self._theirs else replace(answer, theirs="")


def _nothing(choice: BookChoice) -> str:
    if not choice.whole_time:
        return "Nothing that may go into the book was written in this period. Choose a longer one."
    if choice.words is not Words.ALL:
        return "There is nothing of this kind in the journal yet. Choose everything, or write something."
    return (
        "There is nothing to make a book of yet: no session, no reflection, no goal. Write something first,"
        " and come back."
    )
