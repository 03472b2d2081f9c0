"""Searching one journal: every kind, accents, Chinese and Japanese, parts of words, and nothing left over."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import new_block_id, new_check_in_id, new_entry_id
from mentorjournal.model.query import parse
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.timeline import MARK_END, MARK_START

DAY = date(2026, 3, 1)


@pytest.fixture
def written(journal):
    journal.reflections.add(
        Reflection(
            id=new_entry_id(),
            day=DAY,
            title="Énergie",
            text=from_plain("The café was full. 目標を一緒に見直した。"),
            answers=(Answer(step_id="s", prompt_text="What surprised me?", text=from_plain("kingfisher")),),
            tags=("delegation",),
        )
    )
    journal.sessions.add(
        Session(
            id=new_entry_id(),
            day=date(2026, 2, 3),
            intention="listen",
            blocks=(NoteBlock(id=new_block_id(), text=from_plain("Gespräch über Großes 🎉 well-being")),),
        )
    )
    goal = Goal(id=new_entry_id(), day=date(2026, 1, 4), title="Lead a review", closing_note="led it")
    journal.goals.add(goal)
    journal.goals.check_in(
        goal.id, CheckIn(id=new_check_in_id(), day=DAY, value=30, what_moved_it="rehearsal")
    )
    journal.actions.add(Action(id=new_entry_id(), day=DAY, text="Send the draft"))
    journal.learning_points.add(LearningPoint(id=new_entry_id(), day=DAY, text="Silence works"))
    return journal


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("energie", "reflection"),
        ("CAFÉ", "reflection"),
        ("cafe", "reflection"),
        ("kingfisher", "reflection"),
        ("surprised", "reflection"),
        ("delegation", "reflection"),
        ("目", "reflection"),
        ("目標", "reflection"),
        ("一緒に見", "reflection"),
        ("großes", "session"),
        ("well-being", "session"),
        ("listen", "session"),
        ("rehearsal", "goal"),
        ("led it", "goal"),
        ("dra", "action"),
        ("raft", "action"),
        ('"silence works"', "learning"),
        ("zaneta", "relationship"),
        ("review kind:goal", "goal"),
        ("lead -draft", "goal"),
    ],
)
def test_every_kind_is_found(written, words, kind):
    found = written.find(parse(words))
    assert [hit.kind.value for hit in found] == [kind]


def test_the_found_words_are_marked(written):
    (hit,) = written.find(parse("目標"))
    assert f"{MARK_START}目標{MARK_END}" in hit.snippet
    assert "\u200b" not in hit.snippet


def test_periods(written):
    assert written.find(parse("lead before:2026-01"))
    assert not written.find(parse("lead after:2026-02"))


def test_a_word_to_leave_out_is_left_out_also_among_parts_of_words(written):
    assert written.find(parse("kingfisher")) and written.find(parse("ingfishe"))
    assert not written.find(parse("kingfisher -café"))
    assert not written.find(parse("ingfishe -café"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.text(max_size=40))
def test_no_query_is_obeyed_or_fails(written, text):
    for hit in written.find(parse(text)):
        assert hit.id


def test_what_was_changed_is_found_by_its_new_words_alone(written):
    one = written.reflections.all()[0]
    written.reflections.write(replace(one, title="Calm", text=from_plain("heliotrope")))
    assert written.find(parse("heliotrope"))
    assert not written.find(parse("energie"))
    assert not written.find(parse("目標"))


def test_deleted_words_leave_the_index(desk, written):
    one = written.reflections.all()[0]
    written.rest()
    written.reflections.remove(one.id)
    assert not written.find(parse("kingfisher"))
    terms = desk.db.rows(
        "SELECT count(*) FROM leaf_words_data WHERE instr(block, CAST('kingfisher' AS BLOB))"
    )
    assert terms == [(0,)]


def test_the_index_is_whole_after_much_coming_and_going(desk, written):
    for number in range(60):
        written.reflections.add(
            Reflection(id=new_entry_id(), day=DAY, text=from_plain(f"word{number} and again"))
        )
        if number % 3 == 0:
            written.reflections.remove(written.reflections.all()[0].id)
        if number % 7 == 0:
            written.rest()
    written.rest()
    desk.db.run("INSERT INTO leaf_words (leaf_words, rank) VALUES ('integrity-check', 1)")


def test_unindexed_words_survive_closing(desk, journal):
    journal.reflections.add(Reflection(id=new_entry_id(), day=DAY, text=from_plain("heliotrope")))
    journal.close()
    assert desk.open().find(parse("heliotrope"))


def test_words_far_down_an_entry_whose_title_and_opening_stay_are_found(journal):
    value = Reflection(id=new_entry_id(), day=DAY, title="Long", text=from_plain("word " * 200 + "avocet"))
    journal.reflections.add(value)
    assert len(journal.find(parse("avocet"))) == 1
    journal.reflections.write(replace(value, text=from_plain("word " * 200 + "bittern")))
    assert [len(journal.find(parse(word))) for word in ("avocet", "bittern")] == [0, 1]
