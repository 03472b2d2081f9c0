"""What the day holds: each section, each role, and what is never said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from mentorjournal.guidance.checkpoints import Checkpoint
from mentorjournal.guidance.today import Today, Worth, today
from mentorjournal.journal.journal import Journal
from mentorjournal.model.agreement import NO_TERMS
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.card import JournalId
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.session import AfterNote
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    RelationshipStatus,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
    SessionKind,
    SessionStatus,
    TopicStatus,
)
from tests.clock import at
from tests.guidance.study import DAY, Study, action, session

PLANNED = SessionStatus.PLANNED
KINDS = tuple(RelationshipType)


def texts(lines: object) -> list[str]:
    return [line.action.text for line in lines]  # type: ignore[attr-defined]


def worth(found: Today) -> list[Checkpoint | Worth]:
    return [line.worth for line in found.looks]


def agree(journal: Journal, on: date = DAY) -> None:
    """Agree on the least there can be."""
    journal.agreements.begin()
    draft = journal.agreements.draft()
    assert draft is not None
    clause = replace(draft.clauses[0], agreed_text="An hour, every month", applies=True)
    journal.agreements.write(replace(draft, clauses=(clause, *draft.clauses[1:]), terms=NO_TERMS))
    journal.agreements.agree(draft.id, on)


def test_a_vault_without_journals_holds_an_empty_day(study: Study) -> None:
    found = study.today()
    assert found.is_empty
    assert found.role is None
    assert found.write_in is None


def test_journals_without_a_session_hold_an_empty_day(study: Study) -> None:
    for kind in KINDS:
        study.begin(kind.value, type=kind, specialist_topic="One question")
    found = study.today()
    assert found.is_empty
    assert set(found.moments) == {card.id for card in study.shelf.cards()}


# Next conversations


def test_conversations_of_the_next_two_weeks_come_in_order_with_those_behind_first(study: Study) -> None:
    heron, lark = study.begin("Heron"), study.begin("Lark")
    later = session(heron, 14, PLANNED)
    session(heron, 15, PLANNED)
    soon = session(lark, 2, PLANNED, time(14))
    sooner = session(heron, 2, PLANNED, time(9))
    behind = session(lark, -40, PLANNED)
    session(lark, 3, PLANNED, kind=SessionKind.CONTACT)
    found = study.today().conversations
    assert [line.session.id for line in found] == [behind, sooner, soon, later]
    assert [line.is_over for line in found] == [True, False, False, False]
    assert [line.of.codename for line in found] == ["Lark", "Heron", "Lark", "Heron"]


def test_a_session_of_today_is_over_when_its_time_has_passed(study: Study) -> None:
    heron = study.begin()
    session(heron, 0, PLANNED, time(9), minutes=60)
    whole_day = study.begin("Lark")
    session(whole_day, 0, PLANNED)
    assert [line.is_over for line in study.today().conversations] == [False, False]
    study.clock.now = at(2026, 11, 26, 10, 0)
    assert [(line.of.codename, line.is_over) for line in study.today().conversations] == [
        ("Heron", True),
        ("Lark", False),
    ]


# What was promised, and what is waited for


def test_promises_within_a_week_come_overdue_first_and_theirs_apart(study: Study) -> None:
    heron, lark = study.begin("Heron"), study.begin("Lark")
    action(heron, "in a week", 7, is_promise=True)
    action(heron, "later", 8)
    action(heron, "some day", None)
    action(lark, "overdue", -3)
    action(lark, "of both", 0, owner=ActionOwner.BOTH)
    action(lark, "theirs", -1, owner=ActionOwner.PARTNER)
    action(lark, "theirs later", 9, owner=ActionOwner.PARTNER)
    action(heron, "done", -9, status=ActionStatus.DONE)
    action(heron, "carried", 1, status=ActionStatus.CARRIED)
    found = study.today()
    assert texts(found.promised) == ["overdue", "of both", "carried", "in a week"]
    assert texts(found.waiting) == ["theirs"]


# To write


def test_after_notes_are_due_for_a_month_until_something_is_noted(study: Study) -> None:
    heron = study.begin()
    for days in (-31, -30, -2, 0, 5):
        session(heron, days)
    noted, waved = session(heron, -4), session(heron, -5)
    session(heron, -1, kind=SessionKind.CONTACT)
    session(heron, -1, SessionStatus.MISSED)
    heron.sessions.note_after(noted, AfterNote(mattered="The talk"))
    heron.sessions.note_after(waved, AfterNote(written_on=DAY))
    found = study.today().to_write
    assert [(line.session.day - DAY).days for line in found] == [0, -2, -30]


# Returning today


def test_reflections_return_on_their_day_and_stay_until_taken_up(study: Study) -> None:
    heron = study.begin()
    ids = {}
    for days in (-3, 0, 1):
        ids[days] = new_entry_id()
        heron.reflections.add(
            Reflection(
                id=ids[days],
                day=date(2026, 5, 1),
                text=from_plain(f"Words {days}"),
                revisit_on=DAY + timedelta(days=days),
            )
        )
    found = study.today().returning
    assert [line.reflection.id for line in found] == [ids[-3], ids[0]]
    assert "Words -3" in found[0].reflection.title + found[0].reflection.opening
    change = heron.reflections.bring_back_on(ids[0], None)
    assert [line.reflection.id for line in study.today().returning] == [ids[-3]]
    assert change.undo is not None
    change.undo()
    assert len(study.today().returning) == 2


# Worth a look


def test_drift_is_told_until_it_is_put_off_and_that_can_be_taken_back(study: Study) -> None:
    heron = study.begin()
    session(heron, -61)
    (line,) = study.today().looks
    assert (line.worth, line.days) == (Worth.DRIFT, 61)
    change = heron.be_quiet(Worth.DRIFT, DAY + timedelta(days=14))
    assert worth(study.today()) == []
    study.clock.now = at(2026, 12, 10)
    assert worth(study.today()) == [Worth.DRIFT]
    study.clock.now = at(2026, 11, 26)
    assert change.undo is not None
    change.undo()
    assert worth(study.today()) == [Worth.DRIFT]


def test_half_way_is_told_by_count_or_by_time_until_a_review_is_planned(study: Study) -> None:
    by_count = study.begin("Heron", commitment=Commitment(sessions_planned=6))
    by_time = study.begin("Lark", started_on=date(2026, 7, 1), planned_end_on=date(2027, 6, 1))
    session(by_count, -20)
    session(by_count, -10)
    for journal in (by_count, by_time):
        agree(journal)
    assert worth(study.today()) == []
    session(by_count, -1)
    session(by_time, -1)
    found = study.today()
    assert [(line.of.codename, line.worth) for line in found.looks] == [("Heron", Checkpoint.MID_TERM)]
    study.clock.now = at(2026, 12, 20)
    assert [line.of.codename for line in study.today().looks] == ["Heron", "Lark"]
    session(by_count, 40, PLANNED, kind=SessionKind.MID_TERM_REVIEW)
    session(by_time, -1, kind=SessionKind.MID_TERM_REVIEW)
    assert worth(study.today()) == []


def test_the_end_is_told_with_its_reason_until_the_last_conversation_is_planned(study: Study) -> None:
    heron = study.begin(planned_end_on=DAY + timedelta(days=20))
    agree(heron)
    session(heron, -5)
    (line,) = study.today().looks
    assert line.worth is Checkpoint.WINDING_UP
    assert "less than a month" in line.reason
    session(heron, 18, PLANNED, kind=SessionKind.ENDING_REVIEW)
    assert worth(study.today()) == []


def test_the_end_goes_before_drift_and_drift_before_the_rest(study: Study) -> None:
    heron = study.begin()
    session(heron, -100)
    assert worth(study.today()) == [Worth.DRIFT]
    heron.describe(replace(heron.relationship(), planned_end_on=DAY + timedelta(days=9)))
    assert worth(study.today()) == [Checkpoint.WINDING_UP]
    heron.be_quiet(Checkpoint.WINDING_UP, DAY + timedelta(days=1))
    assert worth(study.today()) == []


def test_a_review_that_was_done_is_told_of_no_more(study: Study) -> None:
    heron = study.begin()
    session(heron, -40)
    assert worth(study.today()) == [Checkpoint.AGREE]
    agree(heron, on=DAY - timedelta(days=39))
    assert worth(study.today()) == [Checkpoint.AGREEMENT_CHECK]
    heron.begin_review(ReviewKind.AGREEMENT_CHECK, ())
    review = heron.reviews.open_one()
    assert review is not None
    assert worth(study.today()) == [Checkpoint.AGREEMENT_CHECK]
    change = heron.finish_review(review.id)
    assert worth(study.today()) == []
    assert change.undo is not None
    change.undo()
    assert worth(study.today()) == [Checkpoint.AGREEMENT_CHECK]


def test_an_informal_one_is_offered_an_agreement_until_it_says_no(study: Study) -> None:
    heron = study.begin(type=RelationshipType.INFORMAL)
    assert worth(study.today()) == []
    session(heron, -1)
    (line,) = study.today().looks
    assert (line.worth, line.kind) == (Checkpoint.AGREE, RelationshipType.INFORMAL)
    heron.be_quiet(Checkpoint.AGREE, date.max)
    assert worth(study.today()) == []


# After the end


def close(study: Study, heron: Journal, days: int, **rule: object) -> None:
    """End it so many days ago."""
    now, study.clock.now = study.clock.now, study.clock.now - timedelta(days=days)
    (card,) = study.shelf.cards()
    study.shelf.open(card.id).journal.life.close(
        Closure(closed_on=DAY - timedelta(days=days), **rule)  # type: ignore[arg-type]
    )
    study.clock.now = now
    study.shelf.refresh(card.id)
    assert heron.relationship().status is RelationshipStatus.CLOSED


def test_notes_of_a_closed_one_are_told_of_when_they_are_due(study: Study) -> None:
    heron = study.begin()
    session(heron, -50)
    action(heron, "overdue", -60)
    close(study, heron, 30, rule=RetentionRule.KEEP_UNTIL, destroy_on=DAY)
    found = study.today()
    assert worth(found) == [Checkpoint.NOTES_DUE]
    assert (found.promised, found.moments, found.write_in) == ((), {}, None)
    study.clock.now = at(2026, 11, 25)
    assert study.today().is_empty


def test_a_closed_one_is_looked_back_at_once_after_half_a_year(study: Study) -> None:
    heron = study.begin()
    close(study, heron, 200)
    assert worth(study.today()) == [Checkpoint.FOLLOW_UP]
    heron.begin_review(ReviewKind.FOLLOW_UP, ())
    review = heron.reviews.open_one()
    assert review is not None
    heron.finish_review(review.id)
    assert study.today().is_empty


def test_a_closed_one_is_opened_only_once_it_asks_for_something(study: Study) -> None:
    close(study, study.begin(), 100)
    asked = list(study.shelf.journals(asking_by=DAY))
    assert asked == []
    (card,) = study.shelf.cards()
    assert card.look_on == date(2027, 2, 18)
    assert len(list(study.shelf.journals(asking_by=date(2027, 2, 18)))) == 1


def test_a_closed_one_that_was_put_off_is_not_opened_before(study: Study) -> None:
    heron = study.begin()
    close(study, heron, 200)
    heron.be_quiet(Checkpoint.FOLLOW_UP, DAY + timedelta(days=14))
    study.shelf.rest()
    (card,) = study.shelf.cards()
    assert card.look_on == DAY + timedelta(days=14)
    assert study.today().is_empty


def test_a_topic_carried_three_times_is_told(study: Study) -> None:
    heron = study.begin(type=RelationshipType.INFORMAL)
    heron.topics.capture("The question of the post")
    (topic,) = heron.topics.inbox()
    heron.topics.write(replace(topic, carried_count=2))
    assert study.today().is_empty
    heron.topics.write(replace(topic, carried_count=3))
    (line,) = study.today().looks
    assert (line.worth, line.text, line.carried) == (Worth.TOPIC, "The question of the post", 3)
    heron.topics.settle(topic.id, TopicStatus.PARKED)
    assert study.today().is_empty


@pytest.mark.parametrize("kind", [RelationshipType.INFORMAL, RelationshipType.ONE_STOP])
def test_nothing_of_meeting_is_ever_noticed_in_other_kinds(study: Study, kind: RelationshipType) -> None:
    other = study.begin(
        type=kind,
        specialist_topic="One question",
        started_on=date(2026, 1, 1),
        planned_end_on=DAY,
        commitment=Commitment(sessions_planned=3, interval_days=7),
    )
    for days in (-300, -200, -100):
        session(other, days)
    assert study.today().is_empty


def test_on_the_day_that_was_set_one_asks_what_came_of_the_advice(study: Study) -> None:
    heron = study.begin(
        type=RelationshipType.ONE_STOP, specialist_topic="A talk", follow_up_on=DAY + timedelta(days=1)
    )
    session(heron, -14)
    assert worth(study.today()) == []
    heron.describe(replace(heron.relationship(), follow_up_on=DAY))
    assert worth(study.today()) == [Checkpoint.ONE_STOP_FOLLOW_UP]
    heron.be_quiet(Checkpoint.ONE_STOP_FOLLOW_UP, DAY + timedelta(days=7))
    assert worth(study.today()) == []
    heron.be_quiet(Checkpoint.ONE_STOP_FOLLOW_UP, None)
    session(heron, 5, PLANNED)
    assert worth(study.today()) == []


@pytest.mark.parametrize("status", [RelationshipStatus.PAUSED, RelationshipStatus.CLOSED])
def test_nothing_of_meeting_is_noticed_while_it_rests(study: Study, status: RelationshipStatus) -> None:
    heron = study.begin(started_on=date(2026, 1, 1), planned_end_on=DAY, status=status)
    session(heron, -100)
    assert study.today().is_empty


def test_a_closed_journal_is_left_out(study: Study) -> None:
    heron = study.begin(status=RelationshipStatus.CLOSED)
    action(heron, "overdue", -3)
    session(heron, 1, PLANNED)
    found = study.today()
    assert found.is_empty
    assert found.moments == {}


# Whose question


def test_the_role_is_that_of_the_next_conversation(study: Study) -> None:
    for name in ("Heron", "Lark"):
        study.begin(name, Role.MENTOR)
    peer = study.begin("Alder", Role.PEER)
    mentee = study.begin("Robin", Role.MENTEE)
    assert study.today().role is Role.MENTOR
    session(mentee, 9, PLANNED)
    assert study.today().role is Role.MENTEE
    session(peer, 3, PLANNED)
    assert study.today().role is Role.PEER


def test_an_empty_day_knows_where_was_written_last(study: Study) -> None:
    study.begin("Heron")
    lark = study.begin("Lark")
    lark.reflections.add(Reflection(id=new_entry_id(), day=DAY, text=from_plain("Words")))
    study.shelf.rest()
    found = study.today().write_in
    assert found is not None
    assert found.codename == "Lark"


# Size, and strange dates


def test_dates_out_of_order_harm_nothing(study: Study) -> None:
    heron = study.begin(commitment=Commitment(sessions_planned=4))
    session(heron, 400)
    session(heron, -4000, PLANNED)
    heron.describe(
        replace(heron.relationship(), started_on=date(9999, 1, 1), planned_end_on=date(9999, 1, 1))
    )
    action(heron, "long ago", -30_000)
    found = study.today()
    assert [line.is_over for line in found.conversations] == [True]
    assert texts(found.promised) == ["long ago"]
    assert worth(found) == []


def test_fifty_journals_are_read_and_only_codenames_stand_outside(study: Study) -> None:
    heron = study.begin("Heron", partner_display_name="Amara Person")
    session(heron, 3, PLANNED, title="Amara's question")
    action(heron, "Send the notes", -4)
    (card,) = study.shelf.cards()
    many = [(replace(card, id=JournalId(f"{number:032x}")), heron) for number in range(50)]
    found = today(many, study.clock())
    assert len(found.conversations) == len(found.promised) == len(found.moments) == 50
    assert {line.of.codename for line in found.promised} == {"Heron"}
    assert "Amara" not in repr(found)
    assert "Send" not in repr(found)
