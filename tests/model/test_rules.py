"""Rules that need nothing but values."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.errors import InvalidInput
from mentorjournal.model.chart import goal_chart
from mentorjournal.model.clock import moment_text
from mentorjournal.model.goal import CheckIn, Goal, value_text
from mentorjournal.model.ids import new_check_in_id, new_entry_id
from mentorjournal.model.relationship import (
    Relationship,
    check_codename,
    checked,
    opening_status,
    usual_end,
)
from mentorjournal.model.words import (
    MeasureKind,
    RelationshipStatus,
    RelationshipType,
    Role,
    Section,
    Visibility,
)
from mentorjournal.prompts import for_reflection, prompt_sets

offsets = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
DAY = date(2026, 3, 1)


def goal(**fields):
    return Goal(**{"id": new_entry_id(), "title": "Lead a review", "day": DAY, **fields})


def check_in(value, day=DAY):
    return CheckIn(id=new_check_in_id(), day=day, value=value)


@given(st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2999, 1, 1)), offsets)
def test_a_moment_keeps_its_instant_and_its_offset(naive, zone):
    moment = naive.replace(tzinfo=zone, microsecond=0)
    text = moment_text(moment)
    instant = datetime.strptime(text[:20], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert instant == moment
    hours, minutes = int(text[21:23]), int(text[24:26])
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if text[20] == "-" else 1)
    assert offset == moment.utcoffset()


@given(st.dates())
def test_a_formal_relationship_usually_ends_a_year_on(start):
    end = usual_end(start)
    assert end >= start
    assert end == date.max or 364 <= (end - start).days <= 366


@pytest.mark.parametrize("codename", ["", "   ", "x" * 41, "a\u202eb"])
def test_codenames_that_cannot_be(codename):
    with pytest.raises(InvalidInput):
        check_codename(codename)


def test_one_stop_advice_needs_its_topic():
    with pytest.raises(InvalidInput, match="topic"):
        checked(Relationship(codename="Wren", my_role=Role.MENTEE, type=RelationshipType.ONE_STOP))


def test_informal_journals_open_active():
    assert opening_status(RelationshipType.INFORMAL) is RelationshipStatus.ACTIVE
    assert opening_status(RelationshipType.LONG_TERM_FORMAL) is RelationshipStatus.DRAFT


def test_their_words_never_leave_by_default():
    assert Section.THEIR_WORDS.default_visibility is Visibility.NEVER_EXPORT
    others = [section for section in Section if section is not Section.THEIR_WORDS]
    assert all(section.default_visibility is Visibility.PRIVATE for section in others)


def test_progress_is_the_way_from_start_to_target():
    assert goal(baseline=20, target=80, check_ins=(check_in(50),)).progress == 0.5
    assert goal(baseline=80, target=20, check_ins=(check_in(50),)).progress == 0.5
    assert goal(measure=MeasureKind.GAS, check_ins=(check_in(-1),)).progress == 0.5


@given(st.lists(st.tuples(st.floats(0, 100), st.dates(DAY, date(2027, 1, 1))), max_size=20))
def test_a_chart_stays_inside_its_frame(values):
    chart = goal_chart(goal(check_ins=tuple(check_in(v, d) for v, d in values)), [DAY, date(2026, 6, 1)])
    assert all(0 <= point.x <= 1 and 0 <= point.y <= 1 for point in chart.points)
    assert all(0 <= at <= 1 for at in chart.sessions)
    assert [p.x for p in chart.points] == sorted(p.x for p in chart.points)


def test_values_are_said_as_people_say_them():
    assert value_text(40, MeasureKind.PERCENT) == "40 %"
    assert value_text(1, MeasureKind.GAS) == "+1"
    assert value_text(3, MeasureKind.METRIC, "talks") == "3 talks"
    assert value_text(1, MeasureKind.METRIC, "talks") == "1 talk"
    assert value_text(1, MeasureKind.METRIC, "kg") == "1 kg"


def test_the_content_pack_is_whole():
    sets = prompt_sets()
    questions = [q for s in sets for step in s.steps for q in (*step.mentee, *step.mentor)]
    assert (len(sets), sum(len(s.steps) for s in sets), len(questions)) == (20, 103, 622)
    assert len(set(questions)) == 622
    assert all(s.source for s in sets)
    assert all(3 <= len(side) <= 5 for s in sets for step in s.steps for side in (step.mentee, step.mentor))


def test_southamptons_three_lead_the_pack():
    assert [s.id for s in prompt_sets()[:3]] == ["grow", "five_c", "thinking_environment"]
    assert for_reflection(Role.MENTOR)[0].id == "gibbs"
    assert for_reflection(Role.MENTEE)[0].id == "what_so_what"


def test_the_pack_claims_nothing_that_was_not_checked_and_speaks_our_words():
    for one in prompt_sets():
        assert not any(doubt in one.source for doubt in ("memory", "confirmed", "check against"))
        for step in one.steps:
            assert step.label[0].isupper() and "client" not in step.label.lower()
            assert not step.label.startswith(("P1", "S1"))
