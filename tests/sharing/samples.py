"""A made-up journal for summaries, and one in which every private field is marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import CheckIn, Goal, Milestone, StatusChange
from mentorjournal.model.ids import BlockId, CheckInId, EntryId, MilestoneId
from mentorjournal.model.reflection import LearningPoint
from mentorjournal.model.relationship import Commitment, Programme, Relationship, Signpost
from mentorjournal.model.session import AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Attribution,
    GoalStatus,
    MeasureKind,
    MilestoneStatus,
    Mode,
    RelationshipType,
    Role,
    Section,
    SessionKind,
    SessionStatus,
    Training,
    Visibility,
    Whose,
)
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.track import Track

SINCE, UNTIL, ON = date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 2)
SUMMARY, PARTNER = Visibility.SUMMARY_OK, Visibility.PARTNER_OK


def relationship(role: Role = Role.MENTEE) -> Relationship:
    return Relationship(
        codename="Heron",
        my_role=role,
        type=RelationshipType.LONG_TERM_FORMAL,
        my_display_name="Amira Haddad",
        partner_display_name="Dr Oyelaran Bakare",
        programme=Programme(name="Faculty mentoring scheme 2026"),
        started_on=date(2025, 12, 1),
        commitment=Commitment(sessions_planned=12, interval_days=21),
        my_training=Training.YES,
    )


def sessions() -> tuple[Session, ...]:
    days = [(1, 14), (2, 4), (2, 25), (3, 18), (4, 15), (5, 6), (5, 27), (6, 17)]
    modes = [Mode.IN_PERSON, Mode.VIDEO]
    return tuple(
        Session(
            id=EntryId(f"session-{i}"),
            day=date(2026, month, day),
            number=i,
            status=SessionStatus.HELD,
            minutes=60 if i % 3 else 90,
            mode=modes[i % 4 == 0],
        )
        for i, (month, day) in enumerate(days, start=1)
    )


def check_ins(*values: tuple[int, int, float]) -> tuple[CheckIn, ...]:
    return tuple(CheckIn(id=CheckInId(f"check-{m}-{d}"), day=date(2026, m, d), value=v) for m, d, v in values)


def milestones() -> tuple[Milestone, ...]:
    def step(number: int, title: str, status: MilestoneStatus, reached: date | None) -> Milestone:
        id = MilestoneId(f"step-{number}")
        return Milestone(id=id, title=title, status=status, reached_on=reached, due_on=date(2026, 6, 20))

    return (
        step(1, "Practice talk in the research group", MilestoneStatus.REACHED, date(2026, 3, 4)),
        step(2, "Abstract accepted", MilestoneStatus.REACHED, date(2026, 5, 20)),
        step(3, "Slides reviewed by a stranger to the field", MilestoneStatus.PENDING, None),
        step(4, "Talk at the open day", MilestoneStatus.SKIPPED, None),
    )


def goals() -> tuple[Goal, ...]:
    return (
        Goal(
            id=EntryId("goal-1"),
            title="Present my research with confidence",
            day=date(2026, 1, 14),
            success_criterion="I give a conference talk and take questions without notes.",
            measure=MeasureKind.SCALE_0_10,
            baseline=3.0,
            target=8.0,
            target_on=date(2026, 9, 30),
            status=GoalStatus.IN_PROGRESS,
            visibility=SUMMARY,
            check_ins=check_ins((2, 4, 3), (2, 25, 4), (4, 15, 6), (5, 27, 5), (6, 17, 7)),
            milestones=milestones(),
        ),
        Goal(
            id=EntryId("goal-2"),
            title="Submit the first article",
            day=date(2026, 1, 20),
            success_criterion="The manuscript is with the journal.",
            measure=MeasureKind.PERCENT,
            target_on=date(2026, 6, 1),
            status=GoalStatus.ACHIEVED,
            closing_note="Submitted on 28 May. Writing for half an hour each morning did more than any full"
            " day I had set aside before.",
            evidence=("The journal’s receipt of 28 May", "The preprint, version 2"),
            visibility=SUMMARY,
            check_ins=check_ins((2, 10, 20), (3, 18, 45), (4, 29, 80), (5, 28, 100)),
        ),
        Goal(
            id=EntryId("goal-3"),
            title="Find two people to ask for advice outside the department",
            day=date(2026, 3, 1),
            measure=MeasureKind.METRIC,
            unit="people",
            target=2.0,
            status=GoalStatus.IN_PROGRESS,
            visibility=PARTNER,
            check_ins=check_ins((4, 20, 1)),
        ),
    )


def actions() -> tuple[Action, ...]:
    def action(  # a table is read by its columns
        number: int,
        text: str,
        owner: ActionOwner,
        closed: date | None,
        due: date | None,
        visibility: Visibility,
    ) -> Action:
        return Action(
            id=EntryId(f"action-{number}"),
            day=date(2026, 2, number),
            text=text,
            owner=owner,
            status=ActionStatus.DONE if closed else ActionStatus.OPEN,
            closed_on=closed,
            due_on=due,
            visibility=visibility,
        )

    return (
        action(
            1, "Record a practice talk and watch it once", ActionOwner.ME, date(2026, 3, 2), None, SUMMARY
        ),
        action(2, "Ask for a slot in the summer seminar", ActionOwner.ME, date(2026, 4, 9), None, PARTNER),
        action(3, "Write the response to reviewers", ActionOwner.ME, None, date(2026, 8, 15), SUMMARY),
        action(4, "Send the list of conferences", ActionOwner.PARTNER, date(2026, 3, 20), None, PARTNER),
        action(5, "Read the draft of the talk", ActionOwner.BOTH, None, date(2026, 7, 20), PARTNER),
    )


def learning_points() -> tuple[LearningPoint, ...]:
    texts = (
        "I prepare better when I say the talk aloud early than when I polish the slides.",
        "Asking a small, clear question gets me an answer; asking for “some advice” does not.",
    )
    return tuple(
        LearningPoint(id=EntryId(f"learn-{i}"), day=date(2026, 3, i), text=text, visibility=SUMMARY)
        for i, text in enumerate(texts, start=1)
    )


def source(role: Role = Role.MENTEE) -> SummarySource:
    return SummarySource(
        relationship=relationship(role),
        sessions=sessions(),
        goals=goals(),
        actions=actions(),
        learning_points=learning_points(),
        agreed_on=date(2026, 1, 14),
        track=Track.ADJUSTING,
    )


MARK = "ZQXPRIVATE"
"""Stands in every field that may never leave."""


def marked_source(role: Role = Role.MENTEE) -> SummarySource:
    """The same journal with a mark in every private field: whatever shows one is a leak."""

    def block(number: int, section: Section, attribution: Attribution, visibility: Visibility) -> NoteBlock:
        return NoteBlock(
            id=BlockId(f"block-{number}"),
            section=section,
            text=from_plain(f"{MARK} block"),
            attribution=attribution,
            visibility=visibility,
        )

    blocks = (
        block(1, Section.THEIR_WORDS, Attribution.PARTNER_SAID, Visibility.NEVER_EXPORT),
        block(2, Section.INSIGHT, Attribution.MINE, Visibility.SUMMARY_OK),
        block(3, Section.DISCUSSED, Attribution.THIRD_PARTY, Visibility.PARTNER_OK),
    )
    whole = source(role)
    marked_sessions = [
        replace(
            session,
            title=f"{MARK} title",
            place=f"{MARK} place",
            intention=f"{MARK} intention",
            desired_outcome=f"{MARK} outcome",
            blocks=blocks,
            framework_id=MARK,
            preparation=Preparation(
                since=f"{MARK} since", avoiding=f"{MARK} avoiding", not_raising=MARK, questions=f"{MARK} asks"
            ),
            after_note=AfterNote(
                mattered=f"{MARK} mattered", stopped_at=MARK, took_away=f"{MARK} away", return_to=MARK
            ),
        )
        for session in whole.sessions
    ]
    contact = replace(
        marked_sessions[0], id=EntryId("contact"), kind=SessionKind.CONTACT, number=None, minutes=999
    )
    marked_goals = [
        replace(
            goal,
            why=from_plain(f"{MARK} why"),
            support_needed=f"{MARK} support",
            gas_levels=(f"{MARK} level",) * 5,
            history=(StatusChange(day=date(2026, 2, 1), status=goal.status, note=f"{MARK} became"),),
            milestones=tuple(
                step if step.status is MilestoneStatus.REACHED else replace(step, title=f"{MARK} step")
                for step in goal.milestones
            ),
            check_ins=tuple(replace(c, what_moved_it=f"{MARK} moved", confidence=3) for c in goal.check_ins),
        )
        for goal in whole.goals
    ]
    hidden = [
        replace(
            marked_goals[1],
            id=EntryId(f"hidden-{v.value}"),
            title=f"{MARK} goal",
            success_criterion=f"{MARK} criterion",
            closing_note=f"{MARK} note",
            unit=f"{MARK} unit",
            evidence=(f"{MARK} evidence",),
            milestones=tuple(replace(step, title=f"{MARK} step") for step in milestones()),
            visibility=v,
        )
        for v in (Visibility.PRIVATE, Visibility.NEVER_EXPORT)
    ]
    mine_as_mentor = replace(
        marked_goals[1], id=EntryId("mine"), title=f"{MARK} own", whose=Whose.MINE_AS_MENTOR
    )
    marked_actions = [replace(a, outcome_note=f"{MARK} came of it") for a in whole.actions]
    return SummarySource(
        relationship=replace(
            whole.relationship,
            codename=f"{MARK} codename",
            partner_role_title=f"{MARK} job",
            partner_organisation=f"{MARK} organisation",
            partner_contact=f"{MARK} contact",
            purpose=f"{MARK} purpose",
            specialist_topic=f"{MARK} topic",
            question=f"{MARK} question",
            conflict_declared=f"{MARK} hat",
            signposts=(Signpost(what_for=f"{MARK} what", service=f"{MARK} whom", contact=f"{MARK} where"),),
            my_training_title=f"{MARK} course",
            partner_training_title=f"{MARK} their course",
            programme=replace(
                whole.relationship.programme,
                coordinator_name=f"{MARK} coordinator",
                coordinator_contact=f"{MARK} address",
                scheme_rules=f"{MARK} rules",
            ),
        ),
        sessions=(*marked_sessions, contact),
        goals=(*marked_goals, *hidden, *([mine_as_mentor] if role is not Role.MENTOR else [])),
        actions=(
            *marked_actions,
            *(
                replace(a, id=EntryId(f"hidden-{a.id}-{v.value}"), text=f"{MARK} action", visibility=v)
                for a in marked_actions
                for v in (Visibility.PRIVATE, Visibility.NEVER_EXPORT)
            ),
        ),
        learning_points=(
            *whole.learning_points,
            *(
                replace(p, id=EntryId(f"hidden-{p.id}-{v.value}"), text=f"{MARK} learnt", visibility=v)
                for p in whole.learning_points
                for v in (Visibility.PRIVATE, Visibility.NEVER_EXPORT)
            ),
        ),
        agreed_on=whole.agreed_on,
        track=whole.track,
    )
