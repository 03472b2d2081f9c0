"""Whatever hands do at the real window, in any order: nothing breaks, and no text goes without a way back."""

from __future__ import annotations

from pathlib import Path

from tests.faults.anyuser.running import Lot, run_lots
from tests.faults.trial import Outcome, Profile, Trial
from tests.faults.trials.anyusercore import house_in


def run(profile: Profile, folder: Path) -> Outcome:
    # Qt is for the room of the window alone.
    from tests.faults.anyuser.stage import application
    from tests.faults.anyuser.window import AnyHand

    house, app = house_in(folder), application()
    steps, lot = profile.pick(quick=30, full=10_000), Lot(machines=2, steps=15)
    story, short = run_lots(
        lambda told: type("AnyHand", (AnyHand,), {"house": house, "story": told, "app": app}),
        steps,
        lot,
        profile.seed,
    )
    app.setStyleSheet("")
    return Outcome(tried=story.steps, unit="steps", short=tuple(short), beside=story.figures())


TRIALS = (
    Trial(
        name="anyuserwindow",
        promise="whatever is typed, clicked and pressed, no text goes without a way back",
        run=run,
        room="window",
    ),
)
