"""What the writer makes of the question sets: hide, word anew, add, bring back; whatever the vault holds."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.errors import InvalidInput
from mentorjournal.model.words import Role
from mentorjournal.own_questions import (
    HIDDEN,
    LONGEST_QUESTION,
    MOST_SETS,
    NOTHING,
    OwnQuestions,
    Which,
    is_changed,
    merged,
    new_set,
    restored,
    side_of,
    taken_back,
    with_own_set,
    with_set_shown,
    with_wording,
    without_own_set,
)
from mentorjournal.prompts import PromptSet, PromptStep, prompt_sets
from mentorjournal.question_data import from_setting, from_yaml, to_setting, to_yaml

STEP = PromptStep(id="what", mentee=("What happened?", "Who was there?"), mentor=("What did I see?",))
SHIPPED = (
    PromptSet(id="short", name="Short", use_for=(), source="Somebody", steps=(STEP,)),
    PromptSet(id="other", name="Other", use_for=(), source="Somebody", steps=(STEP,)),
)
FIRST = Which(set_id="short", step_id="what", side="mentee", wording="What happened?")


def asked(own: OwnQuestions, set_id: str = "short", role: Role = Role.MENTEE) -> list[str]:
    found = {one.id: one for one in merged(SHIPPED, own)}
    return [words for step in found[set_id].steps for words in step.questions(role)]


def own_set(name: str = "Mine", *questions: str) -> PromptSet:
    one = new_set(name)
    return replace(one, steps=(replace(one.steps[0], mentee=questions),))


def test_a_hidden_set_is_not_offered_and_can_be_shown_again():
    hidden = with_set_shown(NOTHING, "short", False)
    assert [one.id for one in merged(SHIPPED, hidden)] == ["other"]
    assert merged(SHIPPED, with_set_shown(hidden, "short", True)) == SHIPPED


def test_a_question_is_hidden_on_its_side_of_its_set_alone():
    own = with_wording(NOTHING, FIRST, HIDDEN)
    assert asked(own) == ["Who was there?"]
    assert asked(own, "other") == ["What happened?", "Who was there?"]
    assert asked(own, role=Role.MENTOR) == ["What did I see?"]


def test_a_question_is_worded_anew_and_brought_back():
    own = with_wording(NOTHING, FIRST, "  What\nhappened,  in a word? ")
    assert asked(own)[0] == "What happened, in a word?"
    assert is_changed(own, "short") and not is_changed(own, "other")
    assert with_wording(own, FIRST, None) == NOTHING
    assert with_wording(own, FIRST, "What happened?") == NOTHING


def test_a_restored_set_is_as_it_came_and_the_others_stay_changed():
    elsewhere = replace(FIRST, set_id="other")
    own = with_wording(with_wording(NOTHING, FIRST, "Hm?"), elsewhere, HIDDEN)
    own = restored(with_set_shown(own, "short", False), "short")
    assert asked(own) == ["What happened?", "Who was there?"]
    assert asked(own, "other") == ["Who was there?"]


def test_a_changed_wording_falls_away_when_the_shipped_question_changes():
    own = with_wording(NOTHING, replace(FIRST, wording="An earlier release asked this"), "Hm?")
    assert asked(own) == ["What happened?", "Who was there?"]


def test_a_set_without_a_question_left_is_not_offered():
    own = NOTHING
    for side, questions in (("mentee", STEP.mentee), ("mentor", STEP.mentor)):
        for words in questions:
            own = with_wording(own, Which(set_id="short", step_id="what", side=side, wording=words), HIDDEN)
    assert [one.id for one in merged(SHIPPED, own)] == ["other"]


def test_sets_of_ones_own_come_last_and_are_replaced_in_their_place():
    first, second = own_set("First", "Why?"), own_set("Second", "How?")
    own = with_own_set(with_own_set(NOTHING, first), second)
    own = with_own_set(own, replace(first, name="First, again"))
    assert [one.name for one in merged(SHIPPED, own)] == ["Short", "Other", "First, again", "Second"]
    assert without_own_set(own, first.id).sets == (second,)


def test_what_is_too_long_too_much_or_nameless_is_refused_with_a_sentence():
    with pytest.raises(InvalidInput, match="500"):
        with_wording(NOTHING, FIRST, "x" * (LONGEST_QUESTION + 1))
    with pytest.raises(InvalidInput, match="500"):
        with_own_set(NOTHING, own_set("Mine", "x" * (LONGEST_QUESTION + 1)))
    with pytest.raises(InvalidInput, match="name"):
        new_set(" \x00\n")
    full = replace(NOTHING, sets=tuple(own_set(str(n), "Why?") for n in range(MOST_SETS)))
    with pytest.raises(InvalidInput, match="100"):
        with_own_set(full, own_set())
    assert len(with_own_set(full, replace(full.sets[3], name="Renamed")).sets) == MOST_SETS


def test_taking_back_an_act_leaves_what_was_done_since():
    mine = own_set("Mine", "Why?")
    start = with_own_set(NOTHING, mine)
    done = with_wording(without_own_set(start, mine.id), FIRST, HIDDEN)
    since = with_set_shown(done, "other", False)
    back = taken_back(since, done, start)
    assert back == with_set_shown(start, "other", False)


def test_it_is_read_back_from_the_vault_as_it_was_kept():
    own = with_own_set(with_wording(NOTHING, FIRST, "Hm?"), own_set("Mine", "Why?", "How, 陳?"))
    own = with_set_shown(own, "other", False)
    assert from_setting(json.loads(json.dumps(to_setting(own)))) == own


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ("hidden", "wordings", "sets", "set", "step", "steps", "side", "was", "now", "name")
            )
            | st.text(),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(anything)
def test_whatever_stands_in_the_vault_is_read_without_harm(value):
    own = from_setting(value)
    assert [one.id for one in merged(prompt_sets(), own)]
    assert from_setting(to_setting(own)) == own


def test_a_file_brings_sets_as_new_ones():
    mine = own_set("Mine", "Why: and how?", "“Quoted”")
    text = to_yaml([mine])
    once, twice = from_yaml(text)[0], from_yaml(text)[0]
    assert (once.name, once.steps) == (mine.name, mine.steps)
    assert len({mine.id, once.id, twice.id}) == 3


@pytest.mark.parametrize(
    "text",
    ["", "a: [", "just words", "[]", "- 1", "{}", "!!python/object:os.system x", "[" * 3000, "- name: [1]"],
)
def test_a_file_of_something_else_is_refused_and_not_quoted(text):
    with pytest.raises(InvalidInput) as refused:
        from_yaml(text)
    assert "just words" not in str(refused.value)


def test_a_peer_is_asked_from_the_thinkers_side():
    assert [side_of(role) for role in Role] == ["mentee", "mentor", "mentee"]
