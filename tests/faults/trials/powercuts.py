"""The power is cut at any moment of recorded sittings; what was not synced is lost, kept in part, or torn."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.faults.cutting import Cut, try_cuts
from tests.faults.shim import NEEDS, compiler, under_shim
from tests.faults.trial import Outcome, Profile, Trial


def run(profile: Profile, folder: Path) -> Outcome:
    if compiler() is None:
        return Outcome(0, "power cuts", needs=NEEDS)
    return outcome_of(under_shim(folder, try_cuts, folder, profile.pick(quick=25, full=1000), profile.seed))


def outcome_of(cuts: list[Cut]) -> Outcome:
    during = Counter(cut.during or "nothing" for cut in cuts)
    most = ", ".join(f"{act} {count:,}" for act, count in during.most_common(6))
    return Outcome(
        tried=len(cuts),
        unit="power cuts",
        short=tuple(f"{cut}: {cut.problem}" for cut in cuts if cut.problem),
        beside=f"during {most}",
    )


TRIALS = (
    Trial(
        name="powercuts",
        promise="after a power cut the vault opens, is whole, and has every save that was acknowledged",
        run=run,
    ),
)
