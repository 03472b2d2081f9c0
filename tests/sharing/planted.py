"""A journal filled through its doors, with a mark in every word that may never leave.

What may leave, where it was marked for it, says so instead: without that nothing would prove that the mark
could have been found.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Clause, ClauseKey
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.closure import Closure
from mentorjournal.model.export import ExportKind
from mentorjournal.model.goal import CheckIn, Goal, Milestone, StatusChange
from mentorjournal.model.ids import BlockId, CheckInId, MilestoneId, new_entry_id
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Commitment, Programme, Relationship, Signpost
from mentorjournal.model.review import Fact, ReviewAnswer
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.shared import SharedLine, SharedSummary, SummaryFormat
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Attribution,
    Audience,
    GoalStatus,
    MeasureKind,
    MilestoneStatus,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
    Section,
    SessionStatus,
    Training,
    Visibility,
    Whose,
)

MARK = "zqxneverleavesvkj"
SHOWN = "zqymayleavevkj"
DAY = date(2026, 3, 1)
STAY = (Visibility.PRIVATE, Visibility.NEVER_EXPORT)
MAY = (Visibility.PARTNER_OK, Visibility.SUMMARY_OK)


def fill(desk: Any, role: Role) -> Journal:
    """The journal of *desk*, an open file with a clock, seen from *role*."""
    journal: Journal = desk.open()
    journal.describe(_about(role))
    _agree(journal)
    session = Session(id=new_entry_id(), day=DAY, status=SessionStatus.HELD, **_session_words())
    journal.sessions.add(session)
    for visibility in Visibility:
        _goals(journal, visibility)
        _rest(journal, visibility)
    _never(journal, role)
    _written_over(desk, journal)
    _shared(journal)
    journal.life.close(
        Closure(closed_on=DAY, rule=RetentionRule.ON_HOLD, hold_reason=f"{MARK} hold", destroy_on=DAY)
    )
    journal.rest()
    return journal


def _about(role: Role) -> Relationship:
    """Names and the programme may be told; whatever else is said of the two stays."""
    return Relationship(
        codename=f"{MARK} code",
        my_role=role,
        type=RelationshipType.LONG_TERM_FORMAL,
        my_display_name=f"{SHOWN} me",
        partner_display_name=f"{SHOWN} partner",
        partner_role_title=f"{MARK} job",
        partner_organisation=f"{MARK} organisation",
        partner_contact=f"{MARK} contact",
        purpose=f"{MARK} purpose",
        specialist_topic=f"{MARK} topic",
        question=f"{MARK} question",
        programme=Programme(
            name=f"{SHOWN} scheme",
            coordinator_name=f"{MARK} coordinator",
            coordinator_contact=f"{MARK} address",
            scheme_rules=f"{MARK} rules",
        ),
        started_on=date(2026, 1, 1),
        commitment=Commitment(sessions_planned=6),
        my_training=Training.YES,
        my_training_title=f"{MARK} course",
        partner_training_title=f"{MARK} their course",
        conflict_declared=f"{MARK} hats",
        signposts=(Signpost(what_for=f"{MARK} for", service=f"{MARK} service", contact=f"{MARK} call"),),
    )


def _agree(journal: Journal) -> None:
    """A version that holds and a draft beside it: that there is one may be told, never what it says."""
    for agreed in (True, False):
        journal.agreements.begin()
        draft = journal.agreements.draft()
        assert draft
        words = {"my_draft": f"{MARK} mine", "partner_draft": f"{MARK} theirs", "agreed_text": f"{MARK} both"}
        clauses = tuple(Clause(key=key, **words) for key in ClauseKey)
        journal.agreements.write(replace(draft, clauses=clauses))
        if agreed:
            journal.agreements.agree(draft.id, DAY)


def _session_words() -> dict[str, Any]:
    """Blocks of every section, from everybody, with every visibility: none has a way into a summary."""
    blocks = tuple(
        NoteBlock(
            id=BlockId(f"block-{section}-{who}-{visibility}"),
            section=section,
            text=from_plain(f"{MARK} block"),
            attribution=who,
            visibility=visibility,
            outcome=AdviceOutcome(what_happened=f"{MARK} happened"),
        )
        for section, who, visibility in product(Section, Attribution, Visibility)
        if section is not Section.THEIR_WORDS or _never_out(who, visibility)
    )
    return {
        "title": f"{MARK} title",
        "place": f"{MARK} place",
        "intention": f"{MARK} intention",
        "desired_outcome": f"{MARK} wanted",
        "framework_id": MARK,
        "blocks": blocks,
        "preparation": Preparation(since=MARK, avoiding=MARK, not_raising=MARK, questions=MARK),
        "after_note": AfterNote(mattered=MARK, stopped_at=MARK, took_away=MARK, return_to=MARK),
        "mood_before": 2,
        "mood_after": 9,
    }


def _never_out(who: Attribution, visibility: Visibility) -> bool:
    return (who, visibility) == (Attribution.PARTNER_SAID, Visibility.NEVER_EXPORT)


def _goals(journal: Journal, visibility: Visibility) -> None:
    for whose in Whose:
        mark = SHOWN if visibility in MAY else MARK
        steps = tuple(
            Milestone(
                id=MilestoneId(f"step-{status}"),
                title=f"{mark if status is MilestoneStatus.REACHED else MARK} step",
                status=status,
                reached_on=DAY if status is MilestoneStatus.REACHED else None,
            )
            for status in MilestoneStatus
        )
        goal = Goal(
            id=new_entry_id(),
            day=date(2026, 2, 1),
            title=f"{mark} goal",
            why=from_plain(f"{MARK} why"),
            success_criterion=f"{mark} criterion",
            measure=MeasureKind.METRIC,
            unit=f"{mark} talks",
            target=4.0,
            closing_note=f"{mark} outcome",
            support_needed=f"{MARK} support",
            evidence=(f"{mark} evidence",),
            gas_levels=(f"{MARK} level",) * 5,
            milestones=steps,
            history=(StatusChange(day=DAY, status=GoalStatus.AGREED, note=f"{MARK} became"),),
            whose=whose,
            visibility=visibility,
        )
        journal.goals.add(goal)
        check_in = CheckIn(id=CheckInId(new_entry_id()), day=DAY, value=2, what_moved_it=f"{MARK} moved")
        journal.goals.check_in(goal.id, check_in)


def _rest(journal: Journal, visibility: Visibility) -> None:
    mark = SHOWN if visibility in MAY else MARK
    for owner, status in product(ActionOwner, (ActionStatus.OPEN, ActionStatus.DONE)):
        journal.actions.add(
            Action(
                id=new_entry_id(),
                day=DAY,
                text=f"{mark} action",
                owner=owner,
                status=status,
                closed_on=DAY if status is ActionStatus.DONE else None,
                outcome_note=f"{MARK} came of it",
                visibility=visibility,
            )
        )
    point = LearningPoint(id=new_entry_id(), day=DAY, text=f"{mark} learnt", visibility=visibility)
    journal.learning_points.add(point)
    journal.topics.add(Topic(id=new_entry_id(), day=DAY, text=f"{MARK} topic", visibility=visibility))


def _never(journal: Journal, role: Role) -> None:
    """What nobody is ever shown, and what of a review nobody outside is told."""
    journal.reflections.add(
        Reflection(
            id=new_entry_id(),
            day=DAY,
            title=f"{MARK} title",
            text=from_plain(f"{MARK} thought"),
            framework_id=MARK,
            answers=(Answer(step_id=MARK, prompt_text=MARK, text=from_plain(f"{MARK} answer")),),
            tags=(MARK,),
        )
    )
    items = (RatingItem(f"{MARK} label", f"{MARK} low", f"{MARK} high"),)
    journal.ratings.put_instrument(RatingInstrument(id="own", name=MARK, items=items, source=MARK))
    given = {"items": items, "values": (7,), "then_values": (2,), "note": f"{MARK} note", "name": MARK}
    journal.ratings.add(Rating(id=new_entry_id(), day=DAY, instrument_id="own", **given))
    journal.reviews.begin(ReviewKind.MID_TERM, role, [Fact(f"{MARK} label", f"{MARK} value")])
    review = journal.reviews.open_one()
    assert review
    said = ReviewAnswer(question=f"{MARK} asked", mine=f"{MARK} mine", theirs=f"{MARK} theirs")
    changes = {"decisions": f"{MARK} decided", "agreement_changes": f"{MARK} changed"}
    journal.reviews.write(replace(review, answers=(said,), **changes))
    journal.reviews.finish(review.id)


def _written_over(desk: Any, journal: Journal) -> None:
    """Marked words that were overwritten in what is shared: earlier texts are kept, for the writer."""
    may = Visibility.SUMMARY_OK
    goal = Goal(id=new_entry_id(), day=DAY, title=f"{MARK} title", why=from_plain(MARK), visibility=may)
    point = LearningPoint(id=new_entry_id(), day=DAY, text=f"{MARK} point", visibility=may)
    journal.goals.add(goal)
    journal.learning_points.add(point)
    action = Action(id=new_entry_id(), day=DAY, text=f"{MARK} action", visibility=may)
    journal.actions.add(action)
    about = journal.relationship()
    journal.describe(
        replace(about, partner_display_name=f"{MARK} partner", programme=Programme(name=f"{MARK} scheme"))
    )
    desk.now += timedelta(hours=1)
    journal.describe(about)
    journal.actions.write(replace(action, text="Call"))
    journal.goals.write(replace(goal, title="Speak up", why=()))
    journal.learning_points.write(replace(point, text="Ask first"))


def _shared(journal: Journal) -> None:
    """What one reader was given is nothing for the next."""
    journal.exports.note(ExportKind.OTHER, f"{MARK}.pdf")
    copy = f"{MARK} copy".encode()
    line = SharedLine(id=f"goal.{MARK}", section="objectives", label=MARK, text=f"{MARK} line")
    journal.shared.keep(
        SharedSummary(
            id=new_entry_id(),
            at=journal.now(),
            audience=Audience.PARTNER,
            since=DAY,
            until=DAY,
            format=SummaryFormat.PDF,
            file_name=f"{MARK}.pdf",
            sha256=hashlib.sha256(copy).hexdigest(),
            lines=(line,),
        ),
        copy,
    )
