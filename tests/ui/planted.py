"""A vault in which every word a person wrote can be told: all of them begin with “zq”."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from mentorjournal.guidance.review_facts import review_facts
from mentorjournal.instruments import built_in
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import Document, from_plain
from mentorjournal.model.goal import CheckIn, Goal, Milestone
from mentorjournal.model.ids import BlockId, CheckInId, MilestoneId, new_entry_id
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.rating import Rating
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Programme, Relationship
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    Attribution,
    GoalStatus,
    RelationshipType,
    ReviewKind,
    Role,
    Section,
    SessionStatus,
    TopicStatus,
    Visibility,
)
from tests.ui.driving import on_shelf

TODAY = date.today()
NAME, OTHER_NAME, MINE = "Zqfirst Zqlast", "Zqsecond", "Zqmine"
MAY_SHOW = "This may show, said openly to "


def _words(what: str, lines: int = 1) -> Document:
    return from_plain("\n".join(f"zq{what}{line} zqmore" for line in range(lines)))


def text_of_reflection() -> Document:
    return _words("text", 4)


def answer_of_reflection() -> Document:
    return _words("answer")


REFLECTION, SESSION, PLANNED = new_entry_id(), new_entry_id(), new_entry_id()
GOAL, LEARNING, ACTION = new_entry_id(), new_entry_id(), new_entry_id()


def plant(folder: Path) -> None:
    """Fill the vault in *folder*, which has nothing in it yet."""
    with on_shelf(folder) as shelf:
        journal = shelf.add(
            Relationship(
                codename="Heron",
                my_role=Role.MENTOR,
                type=RelationshipType.LONG_TERM_FORMAL,
                my_display_name=MINE,
                partner_display_name=NAME,
                partner_role_title="zqtitle",
                partner_organisation="Zqorg House",
                partner_contact="zq@example.org",
                purpose="zqpurpose",
                conflict_declared="zqconflict",
                programme=Programme(name="zqprogramme", coordinator_name="Zqcoordinator"),
                started_on=TODAY - timedelta(days=200),
            )
        ).journal
        shelf.add(
            Relationship(
                codename="Lark",
                my_role=Role.MENTEE,
                type=RelationshipType.INFORMAL,
                partner_display_name=OTHER_NAME,
            )
        )
        day = TODAY - timedelta(days=10)
        journal.goals.add(
            Goal(
                id=GOAL,
                day=day,
                title="zqgoal",
                why=_words("why"),
                success_criterion="zqcriterion",
                support_needed="zqsupport",
                status=GoalStatus.IN_PROGRESS,
                baseline=0,
                target=10,
                milestones=(Milestone(id=MilestoneId("m1"), title="zqmilestone"),),
                evidence=("zqevidence",),
                check_ins=(CheckIn(id=CheckInId("c1"), day=day, value=3, what_moved_it="zqmoved"),),
            )
        )
        journal.sessions.add(
            Session(
                id=SESSION,
                day=day,
                title="zqsession",
                place="zqplace",
                intention="zqintention",
                desired_outcome="zqoutcome",
                status=SessionStatus.HELD,
                blocks=(
                    NoteBlock(id=BlockId("b1"), text=_words("private", 3)),
                    NoteBlock(
                        id=BlockId("b2"),
                        text=_words("partner"),
                        attribution=Attribution.PARTNER_SAID,
                        visibility=Visibility.PARTNER_OK,
                    ),
                    NoteBlock(
                        id=BlockId("b3"),
                        text=from_plain(f"{MAY_SHOW}{NAME} and {OTHER_NAME}"),
                        visibility=Visibility.PARTNER_OK,
                    ),
                    NoteBlock(
                        id=BlockId("b4"),
                        section=Section.ADVICE_GIVEN,
                        text=_words("advice"),
                        outcome=AdviceOutcome(what_happened="zqhappened"),
                    ),
                ),
                after_note=AfterNote(
                    mattered="zqmattered",
                    stopped_at="zqstopped",
                    took_away="zqtook",
                    return_to="zqreturn",
                    written_on=day,
                ),
            )
        )
        journal.sessions.add(
            Session(id=PLANNED, day=TODAY + timedelta(days=2), title="zqplanned", intention="zqintend")
        )
        journal.reflections.add(
            Reflection(
                id=REFLECTION,
                day=day,
                title="zqreflection",
                text=text_of_reflection(),
                framework_id="what",
                answers=(Answer(step_id="what", prompt_text="What?", text=answer_of_reflection()),),
                tags=("zqtag",),
                session_id=SESSION,
                goal_id=GOAL,
            )
        )
        journal.reflections.add(
            Reflection(id=new_entry_id(), day=day, title="zqback", text=_words("back"), revisit_on=TODAY)
        )
        journal.learning_points.add(
            LearningPoint(id=LEARNING, day=day, text="zqlearning", from_reflection_id=REFLECTION)
        )
        for visibility, text in ((Visibility.PRIVATE, "zqaction"), (Visibility.PARTNER_OK, f"Tell {NAME}")):
            journal.actions.add(
                Action(
                    id=ACTION if visibility is Visibility.PRIVATE else new_entry_id(),
                    day=day,
                    text=text,
                    due_on=TODAY,
                    visibility=visibility,
                    goal_id=GOAL,
                    session_id=SESSION,
                )
            )
        for session, text in ((None, "zqinbox"), (PLANNED, "zqtopic"), (SESSION, "zqtalked")):
            journal.topics.add(
                Topic(
                    id=new_entry_id(),
                    day=day,
                    text=text,
                    session_id=session,
                    goal_id=GOAL,
                    carried_count=3,
                    status=TopicStatus.DISCUSSED if session == SESSION else TopicStatus.OPEN,
                )
            )
        sheet = built_in(Role.MENTOR)[0]
        journal.ratings.add(
            Rating(
                id=new_entry_id(),
                day=day,
                instrument_id=sheet.id,
                name=sheet.name,
                items=sheet.items,
                values=(5,) * len(sheet.items),
                note="zqnote",
            )
        )
        _plant_agreement_and_review(journal)
        _plant_one_stop(shelf)
        shelf.ledger.keep(True)
        shelf.ledger.put(
            LedgerEntry(id=new_entry_id(), day=day, minutes=60, learning="zqlearnt", how_applied="zqapplied")
        )


def _plant_agreement_and_review(journal: Journal) -> None:
    journal.agreements.begin()
    draft = journal.agreements.draft()
    assert draft is not None
    clauses = tuple(
        replace(one, my_draft="zqmydraft", partner_draft=f"zqtheirdraft {NAME}", agreed_text="zqagreed")
        for one in draft.clauses
    )
    journal.agreements.write(replace(draft, clauses=clauses))
    journal.begin_review(ReviewKind.MID_TERM, review_facts(journal, ReviewKind.MID_TERM, TODAY))
    review = journal.reviews.open_one(ReviewKind.MID_TERM)
    assert review is not None
    answers = tuple(replace(one, mine="zqanswered", theirs="zqtheiranswer") for one in review.answers)
    journal.reviews.write(
        replace(review, answers=answers, decisions="zqdecided", agreement_changes="zqchanges")
    )


def _plant_one_stop(shelf: Shelf) -> None:
    about = Relationship(
        codename="Wren",
        my_role=Role.MENTEE,
        type=RelationshipType.ONE_STOP,
        specialist_topic="zqspecial",
        question="zqquestion",
        purpose="zqshouldknow",
        partner_display_name=OTHER_NAME,
    )
    journal = shelf.add(about).journal
    journal.sessions.add(
        Session(id=new_entry_id(), day=TODAY + timedelta(days=1), desired_outcome="zqhope", title="zqonce")
    )
