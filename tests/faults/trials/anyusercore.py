"""Whatever a user does at the core, in any order: what was kept is there, is found, and can be taken back."""

from __future__ import annotations

from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.clock import FixedClock, at
from tests.faults.anyuser.core import House
from tests.faults.anyuser.moving import AnyOwner
from tests.faults.anyuser.running import Lot, Story, run_lots
from tests.faults.trial import Outcome, Profile, Trial

PASSPHRASE = "three grey herons"
KINDS = (
    ("Heron", Role.MENTOR, RelationshipType.INFORMAL),
    ("Lark", Role.MENTEE, RelationshipType.LONG_TERM_FORMAL),
    ("Wren", Role.MENTEE, RelationshipType.ONE_STOP),
)


def house_in(folder: Path) -> House:
    """A vault with three journals of different kinds, to make copies of."""
    vault, code = Vault.create(folder / "template", PASSPHRASE, cost=FLOOR)
    shelf = Shelf(vault, clock=FixedClock(at(2026, 1, 1)))
    for codename, role, kind in KINDS:
        shelf.add(Relationship(codename=codename, my_role=role, type=kind, specialist_topic="talks"))
    shelf.close()
    return House(folder / "template", folder, PASSPHRASE, "-".join(code.groups()))


def machine_in(house: House, story: Story, kind: type[AnyOwner] = AnyOwner) -> type[RuleBasedStateMachine]:
    return type(kind.__name__, (kind,), {"house": house, "story": story})


def run(profile: Profile, folder: Path) -> Outcome:
    house = house_in(folder)
    steps, lot = profile.pick(quick=350, full=100_000), Lot(machines=4, steps=50)
    story, short = run_lots(lambda told: machine_in(house, told), steps, lot, profile.seed)
    return Outcome(tried=story.steps, unit="steps", short=tuple(short), beside=story.figures())


TRIALS = (
    Trial(
        name="anyusercore",
        promise="whatever a user does, no text is lost, undo is exact, and search agrees",
        run=run,
    ),
)
