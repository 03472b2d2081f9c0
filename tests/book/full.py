"""A journal in which every field that a person writes in holds a word of its own, beginning with “zq”."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey
from mentorjournal.model.blocks import Block, BlockKind, Document, Span, from_plain
from mentorjournal.model.closure import Closure
from mentorjournal.model.export import ExportKind
from mentorjournal.model.goal import CheckIn, Goal, Milestone, StatusChange
from mentorjournal.model.ids import BlockId, CheckInId, EntryId, MilestoneId
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Programme, Relationship, Signpost
from mentorjournal.model.review import Fact, Review, ReviewAnswer
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.shared import SharedLine, SharedSummary, SummaryFormat
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    AgreementState,
    Attribution,
    Audience,
    GoalStatus,
    HelpWanted,
    MeasureKind,
    MilestoneStatus,
    ReflectionTiming,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
    Section,
    SessionKind,
    SessionStatus,
    TopicSource,
    TopicStatus,
    Visibility,
)

DAY = date(2026, 2, 10)
NEVER = Visibility.NEVER_EXPORT


def said(word: str) -> Document:
    """The word in a paragraph, a list and a link."""
    return (
        *from_plain(f"zq{word}text"),
        Block(kind=BlockKind.BULLET, spans=(Span(f"zq{word}item", bold=True),)),
    )


def relationship(role: Role = Role.MENTEE) -> Relationship:
    return Relationship(
        codename="zqcodename",
        my_role=role,
        type=RelationshipType.LONG_TERM_FORMAL,
        my_display_name="zqmyname",
        partner_display_name="zqpartnername",
        partner_role_title="zqparttitle",
        partner_organisation="zqpartorg",
        partner_contact="zqpartcontact",
        purpose="zqpurpose",
        specialist_topic="zqspecialist",
        programme=Programme(
            name="zqprogramme",
            coordinator_name="zqcoordinator",
            coordinator_contact="zqcoordcontact",
            scheme_rules="zqschemerules",
        ),
        started_on=date(2026, 1, 5),
        my_training_title="zqmytraining",
        partner_training_title="zqtheirtraining",
        question="zqquestion",
        conflict_declared="zqconflict",
        signposts=(Signpost(what_for="zqsignfor", service="zqsignservice", contact="zqsigncontact"),),
    )


def session() -> Session:
    return Session(
        id=EntryId("s1"),
        day=DAY,
        at=time(10),
        status=SessionStatus.HELD,
        place="zqplace",
        title="zqsessiontitle",
        intention="zqintention",
        desired_outcome="zqdesired",
        preparation=Preparation(
            help_wanted=(HelpWanted.CHALLENGE,),
            since="zqsince",
            avoiding="zqavoiding",
            not_raising="zqnotraising",
            questions="zqquestions",
        ),
        blocks=(
            NoteBlock(
                id=BlockId("b1"),
                section=Section.ADVICE_RECEIVED,
                text=said("blockmine"),
                outcome=AdviceOutcome(what_happened="zqadviceoutcome"),
            ),
            NoteBlock(id=BlockId("b2"), text=said("blocktheirs"), attribution=Attribution.PARTNER_SAID),
            NoteBlock(id=BlockId("b3"), text=said("blocknever"), visibility=NEVER),
        ),
        after_note=AfterNote(
            mattered="zqmattered", stopped_at="zqstopped", took_away="zqtookaway", return_to="zqreturnto"
        ),
        mood_before=3,
        mood_after=7,
        usefulness=8,
    )


def goal() -> Goal:
    return Goal(
        id=EntryId("g1"),
        day=DAY,
        title="zqgoaltitle",
        why=said("why"),
        success_criterion="zqcriterion",
        measure=MeasureKind.METRIC,
        unit="zqunit",
        target=12,
        status=GoalStatus.ACHIEVED,
        closing_note="zqclosing",
        check_ins=(
            CheckIn(
                id=CheckInId("c1"), day=DAY, value=3, what_moved_it="zqmovedit", session_id=EntryId("s1")
            ),
            CheckIn(id=CheckInId("c2"), day=date(2026, 3, 1), value=8, what_moved_it="zqmovedagain"),
        ),
        support_needed="zqsupport",
        milestones=(
            Milestone(
                id=MilestoneId("m1"), title="zqmilestone", status=MilestoneStatus.REACHED, reached_on=DAY
            ),
        ),
        evidence=("zqevidence",),
        history=(StatusChange(day=DAY, status=GoalStatus.ACHIEVED, note="zqhistorynote"),),
    )


def fill(journal: Journal) -> None:
    """Everything, through the journal's own door; the journal is one that has only been described."""
    journal.sessions.add(session())
    journal.sessions.add(
        Session(
            id=EntryId("s2"),
            day=date(2026, 2, 20),
            kind=SessionKind.CONTACT,
            status=SessionStatus.HELD,
            title="zqcontacttitle",
            blocks=(NoteBlock(id=BlockId("b4"), text=said("contact")),),
        )
    )
    journal.goals.add(goal())
    journal.goals.add(
        Goal(
            id=EntryId("g2"),
            day=DAY,
            title="zqgasgoal",
            measure=MeasureKind.GAS,
            gas_levels=("zqgasone", "zqgastwo", "zqgasthree", "zqgasfour", "zqgasfive"),
        )
    )
    journal.goals.add(
        Goal(id=EntryId("g3"), day=DAY, title="zqnevergoal", why=said("neverwhy"), visibility=NEVER)
    )
    reflection = Reflection(
        id=EntryId("r1"),
        day=DAY,
        title="zqreflection",
        text=said("reflection"),
        timing=ReflectionTiming.AFTER,
        answers=(Answer(step_id="s", prompt_text="zqprompt", text=said("answer")),),
        tags=("zqtag",),
        session_id=EntryId("s1"),
        goal_id=EntryId("g1"),
    )
    journal.reflections.add(reflection)
    journal.reflections.add(
        Reflection(
            id=EntryId("r2"),
            day=date(2026, 2, 22),
            title="zqbetween",
            text=said("between"),
            goal_id=EntryId("g3"),
            returns_to=EntryId("r1"),
        )
    )
    for id, text, visibility in (("a1", "zqaction", Visibility.PARTNER_OK), ("a2", "zqneveraction", NEVER)):
        journal.actions.add(
            Action(
                id=EntryId(id),
                day=DAY,
                text=text,
                owner=ActionOwner.PARTNER,
                status=ActionStatus.DONE,
                closed_on=date(2026, 2, 12),
                outcome_note=f"{text}note",
                goal_id=EntryId("g1"),
                session_id=EntryId("s1"),
                visibility=visibility,
            )
        )
    journal.learning_points.add(
        LearningPoint(id=EntryId("l1"), day=DAY, text="zqlearning", from_reflection_id=EntryId("r1"))
    )
    journal.learning_points.add(
        LearningPoint(id=EntryId("l2"), day=DAY, text="zqneverlearning", visibility=NEVER)
    )
    for id, text, at, source, visibility in (
        ("t1", "zqtopic", EntryId("s1"), TopicSource.MINE, Visibility.PRIVATE),
        ("t2", "zqinbox", None, TopicSource.MINE, Visibility.PRIVATE),
        ("t3", "zqnevertopic", EntryId("s1"), TopicSource.MINE, NEVER),
        ("t4", "zqtheirtopic", EntryId("s1"), TopicSource.PARTNER, Visibility.PRIVATE),
    ):
        journal.topics.add(
            Topic(
                id=EntryId(id),
                day=DAY,
                text=text,
                source=source,
                status=TopicStatus.DISCUSSED if at else TopicStatus.OPEN,
                session_id=at,
                goal_id=EntryId("g1"),
                visibility=visibility,
            )
        )
    items = (RatingItem("zqitem", "zqlow", "zqhigh"),)
    journal.ratings.put_instrument(
        RatingInstrument(
            id="own",
            name="zqsheet",
            items=(RatingItem("zqownitem", "zqownlow", "zqownhigh"),),
            source="zqsource",
        )
    )
    journal.ratings.add(
        Rating(
            id=EntryId("q1"),
            day=DAY,
            instrument_id="own",
            name="zqrating",
            items=items,
            values=(7,),
            then_values=(2,),
            note="zqratingnote",
            session_id=EntryId("s1"),
        )
    )
    journal.agreements.add(
        Agreement(
            id=EntryId("v1"),
            day=DAY,
            state=AgreementState.AGREED,
            agreed_on=DAY,
            clauses=(
                Clause(
                    key=ClauseKey.PURPOSE,
                    my_draft="zqmydraft",
                    partner_draft="zqtheirdraft",
                    agreed_text="zqagreed",
                ),
            ),
        )
    )
    journal.reviews.add(
        Review(
            id=EntryId("w1"),
            day=DAY,
            kind=ReviewKind.MID_TERM,
            answers=(ReviewAnswer(question="zqasked", mine="zqminesaid", theirs="zqtheirssaid"),),
            facts=(Fact("zqfactlabel", "zqfactvalue"), Fact("Goal, agreed", "zqnevergoal: 0 %")),
            decisions="zqdecisions",
            agreement_changes="zqchanges",
        )
    )
    journal.exports.note(ExportKind.OTHER, "zqfile.pdf")
    journal.shared.keep(
        SharedSummary(
            id=EntryId("h1"),
            at=datetime(2026, 2, 28, 9, tzinfo=UTC),
            audience=Audience.LINE_MANAGER,
            since=DAY,
            until=DAY,
            format=SummaryFormat.TEXT,
            file_name="zqshared.txt",
            sha256="0" * 64,
            lines=(
                SharedLine(id="x", section="zqsharedsection", label="zqsharedlabel", text="zqsharedline"),
            ),
        ),
        b"zqcopy",
    )
    journal.rest()


def close(journal: Journal) -> None:
    journal.life.close(
        Closure(closed_on=date(2026, 3, 1), rule=RetentionRule.ON_HOLD, hold_reason="zqholdreason")
    )
