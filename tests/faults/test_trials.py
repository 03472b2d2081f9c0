"""The quick profile of every trial, and the table that shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.trial import Profile, Trial
from tests.faults.trials import all_trials

TRIALS = all_trials()


@pytest.mark.parametrize("trial", TRIALS, ids=[trial.name for trial in TRIALS])
def test_nothing_falls_short(trial: Trial, tmp_path: Path) -> None:
    outcome = trial.run(Profile("quick", seed=1), tmp_path)
    assert outcome.short == ()
    assert outcome.tried > 0, outcome.needs


def test_no_two_trials_share_a_name() -> None:
    assert len({trial.name for trial in TRIALS}) == len(TRIALS)
