"""A journal of many sessions in which every block of a preparation has more than it may show."""

from __future__ import annotations

from datetime import date, time, timedelta

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import CheckIn, Goal, Milestone
from mentorjournal.model.ids import (
    EntryId,
    new_block_id,
    new_check_in_id,
    new_entry_id,
    new_milestone_id,
)
from mentorjournal.model.relationship import Commitment, Programme, Relationship
from mentorjournal.model.session import AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Airtime,
    Attribution,
    GoalStatus,
    HelpWanted,
    MeasureKind,
    RelationshipType,
    Role,
    Section,
    SessionKind,
    SessionStatus,
    TopicStatus,
)

TODAY = date(2026, 3, 1)
NAMES = ("Żaneta Wójcik", "Morgan Ellery", "Óscar Quim")
LONG = (
    "which is said at length here, with every detail that came up between the two of us on that afternoon,"
    " because nobody had the time to write less and everything seemed to matter equally to everyone "
)


def relationship(role: Role = Role.MENTOR, **changes: object) -> Relationship:
    usual: dict[str, object] = {
        "codename": "Heron",
        "my_role": role,
        "type": RelationshipType.LONG_TERM_FORMAL,
        "partner_display_name": NAMES[0],
        "my_display_name": NAMES[1],
        "programme": Programme(name="Scheme", coordinator_name=NAMES[2]),
        "purpose": f"Find the own voice, {LONG * 2}",
        "started_on": TODAY - timedelta(days=900),
        "planned_end_on": TODAY + timedelta(days=20),
        "commitment": Commitment(sessions_planned=31, interval_days=28),
    }
    return Relationship(**{**usual, **changes})  # type: ignore[arg-type]


def fill(journal: Journal, role: Role = Role.MENTOR, sessions: int = 30, promises: int = 12) -> EntryId:
    """Fill *journal* and return the session that is planned next."""
    journal.describe(relationship(role))
    planned = Session(
        id=new_entry_id(),
        day=TODAY + timedelta(days=2),
        at=time(10),
        place="Harbour path, by the blue door that Wójcik likes",
        intention=f"Ask {NAMES[0]} first, {LONG}",
        desired_outcome=f"A decision about the outline, {LONG}\nAnd a date for it",
        preparation=Preparation(
            help_wanted=(HelpWanted.CHALLENGE, HelpWanted.WITNESS),
            since="\n".join(f"Since {number}: {LONG}" for number in range(9)),
            avoiding="\n".join(f"Avoiding {number}: {LONG}" for number in range(5)),
            not_raising="\n".join(f"Silent {number}: {LONG}" for number in range(5)),
            questions="\n".join(f"Question {number}: {LONG}?" for number in range(9)),
        ),
    )
    with journal.together():
        for number in range(sessions):
            _held(journal, sessions - number, number)
        journal.sessions.add(planned)
        _goals(journal)
        _actions(journal, promises)
        _topics(journal, planned.id)
    return planned.id


def _held(journal: Journal, back: int, number: int) -> None:
    day = TODAY - timedelta(days=28 * back)
    sections = (
        Section.DISCUSSED,
        Section.INSIGHT,
        Section.THEIR_WORDS,
        Section.ADVICE_GIVEN,
        Section.QUESTION_TO_RETURN_TO,
        Section.FREE,
    )
    journal.sessions.add(
        Session(
            id=new_entry_id(),
            day=day,
            status=SessionStatus.HELD,
            airtime=Airtime.MOSTLY_ME,
            blocks=tuple(
                NoteBlock(
                    id=new_block_id(),
                    section=section,
                    text=from_plain(f"{section.label} {number}, {NAMES[0]}: {LONG * 8}"),
                    attribution=section.default_attribution,
                    visibility=section.default_visibility,
                )
                for section in sections
            ),
            after_note=AfterNote(
                mattered=f"That Żaneta spoke first in {number}, {LONG}\nAnd stayed with it, {LONG}",
                stopped_at=f"At the outline {number}, {LONG}\nBefore the budget, {LONG}",
                return_to=f"The budget of {number}, {LONG}",
                written_on=day,
            ),
        )
    )
    if back <= 4:
        journal.sessions.add(
            Session(
                id=new_entry_id(),
                day=TODAY - timedelta(days=back * 3),
                status=SessionStatus.HELD,
                kind=SessionKind.CONTACT,
                title=f"A mail {number}, {LONG}"[:290],
                blocks=(NoteBlock(id=new_block_id(), attribution=Attribution.MINE),),
            )
        )


def _goals(journal: Journal) -> None:
    for number in range(4):
        journal.goals.add(
            Goal(
                id=new_entry_id(),
                title=f"Goal {number} {LONG}"[:118],
                day=TODAY - timedelta(days=300),
                success_criterion="It is said aloud",
                measure=MeasureKind.PERCENT,
                status=GoalStatus.IN_PROGRESS,
                target_on=TODAY + timedelta(days=number),
                milestones=(
                    Milestone(
                        id=new_milestone_id(), title=f"Step {number}", due_on=TODAY + timedelta(days=3)
                    ),
                ),
                check_ins=(
                    CheckIn(
                        id=new_check_in_id(),
                        day=TODAY - timedelta(days=9),
                        value=40.0 + number,
                        what_moved_it=f"Moved by {LONG}",
                    ),
                ),
            )
        )


def _actions(journal: Journal, promises: int) -> None:
    def add(text: str, owner: ActionOwner, number: int, **more: object) -> None:
        journal.actions.add(
            Action(
                id=new_entry_id(),
                day=TODAY - timedelta(days=20 + number),
                text=f"{text} {number}, {LONG}",
                owner=owner,
                due_on=TODAY + timedelta(days=number - 4),
                **more,  # type: ignore[arg-type]
            )
        )

    for number in range(promises):
        add("Promise to Żaneta", ActionOwner.ME, number, is_promise=True)
    for number in range(9):
        add("Theirs", ActionOwner.PARTNER, number, outcome_note=f"Half done, {LONG}")
        add("My own", ActionOwner.ME, number)
    add(
        "Closed",
        ActionOwner.PARTNER,
        0,
        status=ActionStatus.DONE,
        closed_on=TODAY - timedelta(days=5),
        outcome_note="It went well",
    )


def _topics(journal: Journal, planned: EntryId) -> None:
    for number in range(6):
        journal.topics.add(
            Topic(
                id=new_entry_id(),
                day=TODAY - timedelta(days=29 * (number + 1)),
                text=f"Parked {number} with Wójcik, {LONG}",
                status=TopicStatus.PARKED,
                carried_count=number,
            )
        )
        journal.topics.add(
            Topic(
                id=new_entry_id(),
                day=TODAY - timedelta(days=29 * number),
                text=f"Topic {number} for Żaneta, {LONG}",
                session_id=planned,
                status=TopicStatus.CARRIED if number % 2 else TopicStatus.OPEN,
                carried_count=number % 2,
                order=number,
            )
        )
