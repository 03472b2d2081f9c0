"""The sample journals show everything that a journal can hold, and keep the field's own rules."""

import unicodedata
from dataclasses import replace
from datetime import timedelta

import pytest

from mentorjournal.demo import TODAY, fill
from mentorjournal.model import words
from mentorjournal.model.blocks import BlockKind, is_empty, normal
from mentorjournal.model.query import parse
from mentorjournal.prompts import prompt_set


def everything(sample, noun):
    return [(journal, value) for journal in sample.values() for value in getattr(journal, noun).all()]


def all_blocks(sample):
    return [block for _, session in everything(sample, "sessions") for block in session.blocks]


def test_two_samples_are_equal_to_the_last_id(cabinets):
    one, other = cabinets(), cabinets()
    fill(one.add)
    fill(other.add)
    assert one.content() == other.content()


def test_another_today_moves_every_day_alike(cabinets, sample):
    later = cabinets()
    fill(later.add, today=TODAY + timedelta(days=400))
    moved = [session for _, session in everything(later.journals, "sessions")]
    for (_, session), after in zip(everything(sample, "sessions"), moved, strict=True):
        assert after.day - session.day == timedelta(days=400)
        assert after.id == session.id
        for block, moved_block in zip(session.blocks, after.blocks, strict=True):
            outcome = block.outcome
            if outcome is not None:
                assert outcome.tried_on is not None
                outcome = replace(outcome, tried_on=outcome.tried_on + timedelta(days=400))
            assert moved_block == replace(block, outcome=outcome)


def test_every_kind_role_form_and_status_is_there(sample):
    all_of = [journal.relationship() for journal in sample.values()]
    assert {r.type for r in all_of} == set(words.RelationshipType)
    assert {r.my_role for r in all_of} == set(words.Role)
    assert {r.form for r in all_of} == set(words.RelationshipForm)
    assert {r.status for r in all_of} == set(words.RelationshipStatus)
    assert {(r.type, r.my_role) for r in all_of} >= {
        (kind, role) for kind in words.RelationshipType for role in (words.Role.MENTEE, words.Role.MENTOR)
    }


def test_partners_write_their_names_in_several_alphabets(sample):
    names = "".join(journal.relationship().partner_display_name for journal in sample.values())
    scripts = {unicodedata.name(letter).split()[0] for letter in names if letter.isalpha()}
    assert scripts >= {"LATIN", "GREEK", "CJK", "CYRILLIC", "ARABIC", "HEBREW"}


def test_a_codename_says_nothing_of_the_partner(sample):
    for codename, journal in sample.items():
        assert codename.isascii()
        assert codename.casefold() not in journal.relationship().partner_display_name.casefold()


@pytest.mark.parametrize(
    ("noun", "field", "choices"),
    [
        ("sessions", "kind", words.SessionKind),
        ("sessions", "mode", {*words.Mode} - {words.Mode.OTHER}),
        (
            "sessions",
            "status",
            {*words.SessionStatus} - {words.SessionStatus.CANCELLED_BY_ME},
        ),
        ("goals", "measure", {*words.MeasureKind} - {words.MeasureKind.MILESTONES}),
        ("goals", "whose", words.Whose),
        ("goals", "status", {*words.GoalStatus} - {words.GoalStatus.IDEA, words.GoalStatus.CHANGED}),
        ("actions", "status", words.ActionStatus),
        ("actions", "owner", words.ActionOwner),
        ("reflections", "timing", words.ReflectionTiming),
    ],
)
def test_every_choice_occurs(sample, noun, field, choices):
    assert {getattr(value, field) for _, value in everything(sample, noun)} == set(choices)


def test_every_section_visibility_and_attribution_occurs(sample):
    blocks = all_blocks(sample)
    assert {block.section for block in blocks} == set(words.Section)
    assert {block.visibility for block in blocks} == set(words.Visibility)
    assert {block.attribution for block in blocks} >= {
        words.Attribution.MINE,
        words.Attribution.PARTNER_SAID,
        words.Attribution.AGREED_TOGETHER,
    }


def test_nothing_that_the_partner_said_may_leave(sample):
    said = [b for b in all_blocks(sample) if b.attribution is words.Attribution.PARTNER_SAID]
    assert said
    assert not {b.visibility for b in said} & {words.Visibility.PARTNER_OK, words.Visibility.SUMMARY_OK}


def test_their_words_are_locked(sample):
    theirs = [block for block in all_blocks(sample) if block.section is words.Section.THEIR_WORDS]
    assert len(theirs) >= 5
    assert {(block.attribution, block.visibility) for block in theirs} == {
        (words.Attribution.PARTNER_SAID, words.Visibility.NEVER_EXPORT)
    }


def test_a_mentors_own_goals_are_not_for_sharing(sample):
    own = [g for _, g in everything(sample, "goals") if g.whose is words.Whose.MINE_AS_MENTOR]
    assert own
    assert {goal.visibility for goal in own} == {words.Visibility.PRIVATE}


def test_partners_are_never_named_in_what_is_written(sample):
    for journal in sample.values():
        for name in journal.relationship().partner_display_name.split():
            hits = journal.find(parse(f'"{name}"'))
            assert {hit.kind for hit in hits} <= {words.EntryKind.RELATIONSHIP}


def test_every_answered_question_is_one_that_the_pack_asks_this_role(sample):
    answered = 0
    for journal, reflection in everything(sample, "reflections"):
        for answer in reflection.answers:
            pack = prompt_set(reflection.framework_id)
            assert pack is not None
            step = next(step for step in pack.steps if step.id == answer.step_id)
            assert answer.prompt_text in step.questions(journal.relationship().my_role)
            assert not is_empty(answer.text)
            answered += 1
    assert answered >= 30


def test_there_are_free_and_prompted_reflections_in_several_sets(sample):
    sets = [reflection.framework_id for _, reflection in everything(sample, "reflections")]
    assert len(set(sets)) >= 6
    assert sets.count("") >= 5


def test_every_shape_and_style_of_text_occurs(sample):
    texts = [block.text for block in all_blocks(sample)]
    for _, reflection in everything(sample, "reflections"):
        texts += [reflection.text, *(answer.text for answer in reflection.answers)]
    blocks = [block for text in texts for block in text]
    assert {block.kind for block in blocks} == {*BlockKind} - {BlockKind.DIVIDER}
    assert {block.done for block in blocks if block.kind is BlockKind.CHECK} == {True, False}
    assert any(span.bold for block in blocks for span in block.spans)
    assert any(span.italic for block in blocks for span in block.spans)
    assert all(normal(text) == text for text in texts)


def test_check_ins_tell_a_story_in_order(sample):
    stories = [goal.check_ins for _, goal in everything(sample, "goals") if goal.check_ins]
    assert max(map(len, stories)) >= 5
    for check_ins in stories:
        days = [check_in.day for check_in in check_ins]
        assert days == sorted(days)
        assert days[-1] <= TODAY


def test_nothing_is_held_or_written_after_today(sample):
    for noun in ("reflections", "goals", "actions", "learning_points"):
        assert max(value.day for _, value in everything(sample, noun)) <= TODAY
    for _, session in everything(sample, "sessions"):
        planned = session.status is words.SessionStatus.PLANNED
        assert (session.day > TODAY) is planned


def test_every_journal_that_goes_on_has_a_session_in_the_days_to_come(sample):
    for journal in sample.values():
        if journal.relationship().status in (
            words.RelationshipStatus.PAUSED,
            words.RelationshipStatus.CLOSED,
        ):
            assert journal.next_session_on() is None
        else:
            assert TODAY < journal.next_session_on() <= TODAY + timedelta(days=14)


def test_actions_are_open_overdue_kept_and_broken(sample):
    actions = [action for _, action in everything(sample, "actions")]
    assert any(action.is_overdue(TODAY) for action in actions)
    assert any(action.status.is_open and not action.is_overdue(TODAY) for action in actions)
    assert any(action.is_promise and action.status is words.ActionStatus.DONE for action in actions)
    assert any(action.outcome_note for action in actions)
    assert all((action.closed_on is None) is action.status.is_open for action in actions)


@pytest.mark.parametrize("codename", ["Heron", "Lark", "Rowan", "Willow"])
def test_a_main_journal_can_fill_a_summary(sample, codename):
    journal = sample[codename]
    may = words.Visibility.SUMMARY_OK
    assert len([goal for goal in journal.goals.all() if goal.visibility is may]) >= 2
    assert len([point for point in journal.learning_points.all() if point.visibility is may]) >= 2
    assert len([action for action in journal.actions.all() if action.visibility is may]) >= 2
    shown = [b for session in journal.sessions.all() for b in session.blocks if b.visibility is may]
    assert len(shown) >= 3


def test_heron_has_held_four_of_six(sample):
    assert sample["Heron"].counts().sessions_held == 4
    assert sample["Heron"].relationship().commitment.sessions_planned == 6


def test_the_working_cycle_can_be_seen(sample):
    topics = [topic for _, topic in everything(sample, "topics")]
    sessions = [session for _, session in everything(sample, "sessions")]
    goals = [goal for _, goal in everything(sample, "goals")]
    assert {topic.status for topic in topics} >= {words.TopicStatus.OPEN, words.TopicStatus.CARRIED}
    assert any(topic.in_inbox for topic in topics) and any(topic.session_id for topic in topics)
    assert any(session.after_note.mattered for session in sessions)
    assert any(session.preparation.help_wanted for session in sessions)
    assert any(block.outcome for block in all_blocks(sample))
    assert any(goal.milestones for goal in goals) and any(goal.gas_levels for goal in goals)
    assert any(reflection.revisit_on == TODAY for _, reflection in everything(sample, "reflections"))
