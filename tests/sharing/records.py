"""A review, a ledger, a destruction and a hand-over made by hand, for the kept copies of their papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentorjournal.book.choice import BookChoice
from mentorjournal.book.reading import Book
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.closure import DestructionRecord
from mentorjournal.model.export import ExportKind, KnownExport
from mentorjournal.model.goal import CheckIn
from mentorjournal.model.ids import BlockId, CheckInId, EntryId
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.review import Fact, Review, ReviewAnswer, questions
from mentorjournal.model.session import NoteBlock
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionStatus,
    AgreementState,
    Attribution,
    Mode,
    PracticeKind,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
    Section,
)
from mentorjournal.sharing.handover import Decided, Handover, Meeting, Note
from tests.sharing import agreements, samples

ON = date(2026, 7, 3)

THEIRS = "That you never finished a sentence for me."
RATING = "Trust 4 → 8"


def review(kind: ReviewKind = ReviewKind.MID_TERM, role: Role = Role.MENTOR) -> Review:
    asked = questions(kind, role)
    answers = (
        ReviewAnswer(
            question=asked[0],
            mine="The walk along the harbour.\nNobody can hurry on it.",
            theirs=THEIRS,
        ),
        ReviewAnswer(question=asked[1], mine="The two sessions by video: we kept to the list."),
        ReviewAnswer(question=asked[2], theirs="I ask before I answer."),
        *(ReviewAnswer(question=question) for question in asked[3:]),
    )
    return Review(
        id=EntryId("review"),
        day=ON,
        kind=kind,
        answers=answers,
        facts=(
            Fact("Sessions held", "4 of 6"),
            Fact("Time together", "4 hours 30 minutes"),
            Fact("My actions", "2 done, 1 open"),
            Fact("Goal, in progress", "Present my research with confidence: 3 of 10 → 7 of 10"),
            Fact("Rated by me: Relationship check", RATING),
        ),
        decisions="We meet every fourth week from now on.\nThe first ten minutes are for the talk alone.",
        agreement_changes="Rhythm: four weeks instead of three.",
        next_review_on=date(2026, 12, 4),
        done=True,
    )


def ledger(count: int = 6) -> tuple[LedgerEntry, ...]:
    kinds = (PracticeKind.MENTORING, PracticeKind.MENTORING, PracticeKind.MENTORING, PracticeKind.SUPERVISION)
    whole = [
        LedgerEntry(
            id=EntryId(f"entry-{number}"),
            day=date(2026, 1, 8) + timedelta(days=9 * number),
            minutes=60 + 15 * (number % 3),
            kind=kinds[number % 4],
            relationship=number % 3 + 1 if number % 4 < 3 else None,
            mode=tuple(Mode)[number % 3],
        )
        for number in range(count)
    ]
    if whole:
        whole[0] = replace(whole[0], learning="Silence is an answer.", how_applied="Waited a minute, twice.")
    return tuple(whole)


def exports() -> tuple[KnownExport, ...]:
    """Two of the files that were written from the journal."""
    return (
        KnownExport(
            id=EntryId("1"),
            day=date(2026, 3, 31),
            what=ExportKind.SUMMARY,
            file_name="mentoring-summary-2026-03.pdf",
        ),
        KnownExport(
            id=EntryId("2"),
            day=date(2026, 7, 3),
            what=ExportKind.HANDOVER,
            file_name="hand-over-2026-07-03.pdf",
        ),
    )


def destroyed(**changes: object) -> DestructionRecord:
    usual: dict[str, object] = {
        "codename": "Heron",
        "role": Role.MENTOR,
        "type": RelationshipType.LONG_TERM_FORMAL,
        "destroyed_on": ON,
        "rule": RetentionRule.HAND_TO_MENTEE,
        "started_on": date(2025, 7, 1),
        "ended_on": date(2026, 6, 30),
        "sessions": 14,
        "entries": 212,
        "backups": 3,
        "exports_known": 3,
        "backups_removed": 1,
    }
    return DestructionRecord(**{**usual, **changes})  # type: ignore[arg-type]


def agreement() -> Agreement:
    return Agreement(
        id=EntryId("agreement"),
        day=date(2025, 12, 1),
        version=2,
        state=AgreementState.AGREED,
        agreed_on=date(2026, 1, 14),
        clauses=(
            Clause(key=ClauseKey.PURPOSE, my_draft="draft", agreed_text="To think aloud about the talk."),
            Clause(
                key=ClauseKey.CONFIDENTIALITY,
                partner_draft="draft",
                agreed_text="What is said stays here.\nEach may speak of what they learnt.",
            ),
            Clause(key=ClauseKey.SUPPORT, agreed_text="left out", applies=False),
        ),
    )


def handover(role: Role = Role.MENTOR) -> Handover:
    goals = samples.goals()
    moved = CheckIn(
        id=CheckInId("moved"), day=date(2026, 6, 20), value=7, what_moved_it="The seminar: two questions"
    )
    goals = (
        replace(goals[0], check_ins=(*goals[0].check_ins[:2], moved)),
        replace(goals[1], check_ins=goals[1].check_ins[-1:]),
    )
    actions: list[Action] = list(samples.actions()[:4])
    actions[0] = replace(actions[0], outcome_note="Watched it twice, and laughed.")
    actions[2] = replace(actions[2], status=ActionStatus.DROPPED)
    return Handover(
        role=role,
        type=RelationshipType.LONG_TERM_FORMAL,
        started_on=date(2025, 12, 1),
        ended_on=date(2026, 6, 30),
        meetings=tuple(
            Meeting(number=one.number, day=one.day, mode=one.mode, minutes=one.minutes)
            for one in samples.sessions()[:3]
        ),
        goals=goals,
        actions=tuple(actions),
        agreement=agreement(),
        decided=(Decided(day=date(2026, 4, 15), kind=ReviewKind.MID_TERM, text="We go on as we are."),),
        learning=samples.learning_points()[:1],
        notes=(
            Note(day=date(2026, 2, 4), section="Insight", text=from_plain("The talk is not the test.")),
            Note(day=date(2026, 3, 18), section="Advice I gave", text=from_plain("Say it to a stranger.")),
        ),
    )


def book() -> Book:
    """A small journal as its book holds it: two sessions, what lay between them, a goal and a review."""
    first, second, *_ = samples.sessions()
    note = NoteBlock(
        id=BlockId("note"),
        section=Section.FEEDBACK,
        text=from_plain("I finish sentences for others.\nNot today."),
        attribution=Attribution.PARTNER_SAID,
    )
    goal = replace(samples.goals()[0], check_ins=samples.goals()[0].check_ins)
    return Book(
        choice=BookChoice(),
        on=ON,
        relationship=samples.relationship(),
        sessions=(
            replace(first, title="Beginning", blocks=(note,), desired_outcome="A rhythm that lasts"),
            second,
        ),
        topics=(Topic(id=EntryId("topic"), day=first.day, text="Who speaks first", session_id=first.id),),
        reflections=(
            Reflection(
                id=EntryId("between"),
                day=first.day + timedelta(days=3),
                title="On the way home",
                text=from_plain("I talked too long."),
                goal_id=goal.id,
            ),
        ),
        goals=(goal,),
        actions=tuple(replace(one, goal_id=goal.id, session_id=first.id) for one in samples.actions()[:2]),
        learning=samples.learning_points()[:1],
        agreements=(agreements.agreed(),),
        reviews=(review(role=Role.MENTEE),),
        exports=exports(),
    )
