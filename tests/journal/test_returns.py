"""A reflection returns on its day beside a new one, and rests when the new one has words."""

from datetime import date, timedelta

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.guidance.question import question_for
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Answer, Reflection
from mentorjournal.model.session import Session
from mentorjournal.model.words import RelationshipType
from mentorjournal.prompts import prompt_sets

TODAY = date(2026, 3, 1)


def put(journal, **fields) -> Reflection:
    value = Reflection(id=new_entry_id(), **{"day": TODAY, "text": from_plain("Words"), **fields})
    journal.reflections.add(value)
    return value


def test_it_returns_on_its_day_and_stays_due_until_it_was_looked_at(journal):
    soon, late = (put(journal, day=date(2026, 1, 1), revisit_on=day) for day in (TODAY, date(2026, 2, 20)))
    put(journal, revisit_on=TODAY + timedelta(days=1))
    assert [one.id for one in journal.reflections.returning(TODAY)] == [late.id, soon.id]
    assert journal.reflections.returning(date(2026, 2, 19)) == []


def test_what_is_written_beside_it_lets_it_rest_as_one_act(journal):
    earlier = put(journal, revisit_on=TODAY)
    now = Reflection(id=new_entry_id(), day=TODAY, text=from_plain("Now"), returns_to=earlier.id)
    change = journal.reflections.add(now)

    assert change.touched == {earlier.id, now.id}
    assert journal.reflections.get(earlier.id).revisit_on is None
    assert journal.reflections.get(now.id).returns_to == earlier.id

    redo = change.undo()
    assert journal.reflections.get(earlier.id).revisit_on == TODAY
    assert [one.id for one in journal.reflections.all()] == [earlier.id]
    redo.undo()
    assert journal.reflections.get(earlier.id).revisit_on is None


def test_a_return_that_is_still_to_come_is_not_settled_early(journal):
    later = TODAY + timedelta(days=90)
    earlier = put(journal, revisit_on=later)
    put(journal, returns_to=earlier.id)
    assert journal.reflections.get(earlier.id).revisit_on == later


def test_the_earlier_one_may_go_and_come_back_with_its_link(journal):
    earlier = put(journal)
    now = put(journal, returns_to=earlier.id)
    gone = journal.reflections.remove(earlier.id)
    assert journal.reflections.get(now.id).returns_to is None
    gone.undo()
    assert journal.reflections.get(now.id).returns_to == earlier.id


def test_words_are_kept_though_what_they_point_at_has_gone(journal):
    session = Session(id=new_entry_id(), day=TODAY)
    journal.sessions.add(session)
    earlier = put(journal)
    now = put(journal, returns_to=earlier.id, session_id=session.id)
    journal.reflections.remove(earlier.id)
    journal.sessions.remove(session.id)
    journal.reflections.write(now)
    kept = journal.reflections.all()[0]
    assert (kept.text, kept.returns_to, kept.session_id) == (now.text, None, None)


def test_a_day_to_come_back_is_set_and_taken_back_and_never_lies_in_the_past(journal):
    one = put(journal)
    change = journal.reflections.bring_back_on(one.id, TODAY + timedelta(days=90))
    assert journal.reflections.get(one.id).revisit_on == date(2026, 5, 30)
    change.undo()
    assert journal.reflections.get(one.id).revisit_on is None
    with pytest.raises(InvalidInput, match="passed"):
        journal.reflections.bring_back_on(one.id, TODAY - timedelta(days=1))


def test_what_was_asked_lately_is_read_from_the_newest_reflections_alone(journal):
    for days, words in ((0, "New?"), (1, "Near?"), (9, "Old?")):
        answer = Answer(step_id="what", prompt_text=words, text=from_plain("x"))
        put(journal, day=TODAY - timedelta(days=days), answers=(answer,))
    assert journal.reflections.asked_lately(2) == {"New?", "Near?"}
    assert journal.reflections.asked_lately() == {"New?", "Near?", "Old?"}


def test_the_journal_offers_what_was_not_answered_lately(journal):
    offered = question_for(journal, TODAY, prompt_sets())
    assert offered is not None
    answer = Answer(step_id=offered.step_id, prompt_text=offered.question, text=from_plain("x"))
    put(journal, day=TODAY - timedelta(days=1), answers=(answer,))
    again = question_for(journal, TODAY, prompt_sets())
    assert again is not None and again.question != offered.question


def test_the_journal_knows_that_a_session_comes_with_nothing_on_its_agenda(journal):
    session = Session(id=new_entry_id(), day=TODAY + timedelta(days=4))
    journal.sessions.add(session)
    offered = question_for(journal, TODAY, prompt_sets())
    assert offered is not None and offered.session_id == session.id
    assert offered.why == "You meet on Thursday, and nothing is on the agenda yet."
    journal.topics.capture("The interview", session.id)
    offered = question_for(journal, TODAY, prompt_sets())
    assert offered is not None and offered.why == "You meet on Thursday."
    assert journal.relationship().type is RelationshipType.LONG_TERM_FORMAL
