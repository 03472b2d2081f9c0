"""An informal relationship over a whole year: nobody counts, and nobody is reminded of meeting."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentorjournal.guidance.checkpoints import Checkpoint, Story, points
from mentorjournal.guidance.today import Worth
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.words import Phase, RelationshipForm, RelationshipType, Role
from tests.guidance.study import DAY, Study, session

YEAR = 366
MEETING = {Worth.DRIFT, Checkpoint.MID_TERM, Checkpoint.ENDING, Checkpoint.WINDING_UP}


@pytest.mark.parametrize("form", list(RelationshipForm))
def test_a_year_goes_by_without_a_word_about_meeting(study: Study, form: RelationshipForm) -> None:
    journal = study.begin(
        type=RelationshipType.INFORMAL,
        form=form,
        started_on=DAY,
        planned_end_on=DAY + timedelta(days=200),
        commitment=Commitment(sessions_planned=6, interval_days=28),
    )
    session(journal, 0)
    told = set()
    for _ in range(YEAR):
        study.clock.now += timedelta(days=1)
        told |= {look.worth for look in study.today().looks}
    assert told & MEETING == set()


def test_a_year_holds_one_offer_of_an_agreement_and_one_quiet_question_at_its_end(study: Study) -> None:
    journal = study.begin(type=RelationshipType.INFORMAL, started_on=DAY)
    story = Story(relationship=journal.relationship(), held=(DAY,))
    found = {
        point.checkpoint: day
        for day in range(YEAR, 0, -1)
        for point in points(story, DAY + timedelta(days=day))
    }
    assert found == {Checkpoint.AGREE: 1, Checkpoint.STILL_USEFUL: 365}


def test_no_phase_is_followed_unless_that_was_switched_on(study: Study) -> None:
    journal = study.begin(type=RelationshipType.INFORMAL, role=Role.MENTEE, started_on=DAY)
    assert journal.relationship().phase is Phase.NOT_TRACKED
    change = journal.life.set_phase(Phase.PROGRESS_MAKING)
    assert (change.label, journal.relationship().phase) == ("Change phase", Phase.PROGRESS_MAKING)
    assert change.undo is not None
    change.undo()
    assert journal.relationship().phase is Phase.NOT_TRACKED
