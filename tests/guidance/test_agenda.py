"""The agenda for one's partner holds topics and the wanted outcome alone, whatever the journal holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from mentorjournal.errors import NothingToShare
from mentorjournal.guidance.agenda import session_agenda
from mentorjournal.guidance.material import read_material
from mentorjournal.guidance.sheet import sheet_of
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import EntryId, new_block_id, new_check_in_id, new_entry_id
from mentorjournal.model.rating import Rating, RatingItem
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Programme, Relationship
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    HelpWanted,
    RelationshipType,
    Role,
    Section,
    TopicStatus,
    Visibility,
)
from mentorjournal.pdf import render
from mentorjournal.sharing.agenda_paper import agenda_paper, file_name
from mentorjournal.sharing.plain import as_text
from mentorjournal.sharing.sheet_paper import sheet_paper
from tests.guidance.long_journal import TODAY
from tests.pdf import reading

MARK = "zzquark"
"""Stands in every field that must not leave."""


def marked(what: str) -> str:
    return f"{MARK} {what}"


@pytest.fixture
def planned(journal: Journal) -> EntryId:
    """A journal in which every private field is marked, and a session with two topics that are not."""
    journal.describe(
        Relationship(
            codename=marked("codename"),
            my_role=Role.MENTEE,
            type=RelationshipType.LONG_TERM_FORMAL,
            my_display_name=f"{MARK} Ellery",
            partner_display_name=f"{MARK} Wójcik",
            partner_role_title=marked("title"),
            partner_organisation=marked("organisation"),
            partner_contact=marked("contact"),
            purpose=marked("purpose"),
            specialist_topic=marked("topic"),
            programme=Programme(name=marked("programme"), coordinator_name=marked("office")),
        )
    )
    id = new_entry_id()
    preparation = Preparation(
        help_wanted=(HelpWanted.WITNESS,),
        since=marked("since"),
        avoiding=marked("avoiding"),
        not_raising=marked("not raising"),
        questions=marked("questions"),
    )
    after = AfterNote(
        mattered=marked("mattered"),
        stopped_at=marked("stopped"),
        took_away=marked("took"),
        return_to=marked("return"),
    )
    session = Session(
        id=id,
        day=date(2026, 3, 3),
        at=time(10),
        place="Harbour path",
        title=marked("title"),
        intention=marked("intention"),
        desired_outcome="A decision about the outline",
        preparation=preparation,
        after_note=after,
        mood_before=2,
        blocks=tuple(
            NoteBlock(
                id=new_block_id(),
                section=section,
                text=from_plain(marked(section.value)),
                attribution=section.default_attribution,
                visibility=section.default_visibility,
                outcome=AdviceOutcome(what_happened=marked("outcome")),
            )
            for section in Section
        ),
    )
    journal.sessions.add(session)
    journal.sessions.add(replace(session, id=new_entry_id(), day=date(2026, 4, 3), blocks=()))
    journal.goals.add(
        Goal(
            id=new_entry_id(),
            title=marked("goal"),
            day=TODAY,
            why=from_plain(marked("why")),
            success_criterion=marked("criterion"),
            check_ins=(CheckIn(id=new_check_in_id(), day=TODAY, value=1, what_moved_it=marked("moved")),),
        )
    )
    for owner in ActionOwner:
        journal.actions.add(Action(id=new_entry_id(), day=TODAY, text=marked("action"), owner=owner))
    journal.reflections.add(
        Reflection(
            id=new_entry_id(),
            day=TODAY,
            title=marked("reflection"),
            text=from_plain(marked("text")),
            answers=(Answer(step_id="x", prompt_text=marked("asked"), text=from_plain(marked("answer"))),),
            tags=(marked("tag"),),
            session_id=id,
        )
    )
    journal.learning_points.add(LearningPoint(id=new_entry_id(), day=TODAY, text=marked("learnt")))
    journal.ratings.add(
        Rating(
            id=new_entry_id(),
            day=TODAY,
            instrument_id="x",
            name=marked("rating"),
            items=(RatingItem(marked("item")),),
            values=(1,),
            note=marked("rated"),
            session_id=id,
        )
    )
    for order, (text, more) in enumerate(
        (
            ("The outline", {}),
            ("The budget", {"status": TopicStatus.CARRIED, "carried_count": 2, "minutes": 15}),
            (marked("locked"), {"visibility": Visibility.NEVER_EXPORT}),
            (marked("discussed"), {"status": TopicStatus.DISCUSSED}),
            (marked("parked"), {"status": TopicStatus.PARKED}),
            (marked("dropped"), {"status": TopicStatus.DROPPED}),
            (marked("inbox"), {"session_id": None}),
        )
    ):
        fields = {"session_id": id, "order": order, **more}
        journal.topics.add(Topic(id=new_entry_id(), day=TODAY, text=text, **fields))  # type: ignore[arg-type]
    return id


def test_it_holds_topics_the_wanted_outcome_when_and_where(journal: Journal, planned: EntryId) -> None:
    assert as_text(agenda_paper(session_agenda(journal, planned))) == (
        "Agenda\n"
        "For our next conversation\n"
        "\n"
        "When: Tue 3 Mar 2026, 10:00, 60 minutes\n"
        "Where: Harbour path (in person)\n"
        "\n"
        "Topics\n"
        "1. The outline\n"
        "2. The budget (15 min)\n"
        "\n"
        "What I would like to come of it\n"
        "A decision about the outline\n"
    )


def test_nothing_private_is_in_its_text_its_streams_or_its_metadata(
    journal: Journal, planned: EntryId
) -> None:
    paper = agenda_paper(session_agenda(journal, planned))
    data = render(paper)
    assert "outline" in reading.text(data)
    for said in (
        as_text(paper),
        reading.text(data),
        str(reading.metadata(data)),
        repr(reading.outline(data)),
    ):
        assert MARK not in said.casefold() and "Wójcik" not in said and "Ellery" not in said
    assert MARK.encode() not in reading.everything(data).lower()
    assert MARK.encode("utf-16-be").hex().encode() not in reading.everything(data).lower()


def test_the_writer_ticks_what_is_on_it(journal: Journal, planned: EntryId) -> None:
    whole = session_agenda(journal, planned)
    first, second = (topic.id for topic in whole.topics)
    assert [t.text for t in session_agenda(journal, planned, leave_out={first}).topics] == ["The budget"]
    journal.sessions.prepare(planned, intention="", desired_outcome="")
    nothing = session_agenda(journal, planned, leave_out={first, second})
    with pytest.raises(NothingToShare, match="Add a topic"):
        agenda_paper(nothing)


def test_a_partner_named_in_a_topic_is_unnamed(journal: Journal, planned: EntryId) -> None:
    journal.topics.capture("How Wójcik began", planned)
    assert session_agenda(journal, planned).topics[-1].text == "How my mentor began"


def test_an_agenda_of_two_hundred_topics_keeps_them_all(journal: Journal, planned: EntryId) -> None:
    with journal.together():
        for number in range(200):
            journal.topics.capture(f"Topic {number} " + "wordy " * 100, planned)
    data = render(agenda_paper(session_agenda(journal, planned)))
    text = reading.squeezed(reading.text(data))
    assert all(f"Topic{number}wordy" in text for number in range(200))


def test_its_file_name_says_nothing_of_anybody() -> None:
    assert file_name(date(2026, 3, 3)) == "agenda-2026-03-03.pdf"


def test_the_sheet_is_the_writers_own_and_leaves_mood_and_locked_topics_out(
    journal: Journal, planned: EntryId
) -> None:
    text = as_text(sheet_paper(sheet_of(read_material(journal, planned, TODAY))))
    for word in (
        "since",
        "avoiding",
        "not raising",
        "questions",
        "a witness",
        "The budget",
        "goal",
        "action",
    ):
        assert word in text
    assert "locked" not in text and "mood" not in text.casefold() and "inbox" not in text
