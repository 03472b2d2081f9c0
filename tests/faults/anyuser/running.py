"""Running a state machine over and over, counting its steps and keeping what led to each failure."""

from __future__ import annotations

import random
import traceback
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from unittest import mock

from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

LONGEST_STORY = 2000
"""Characters of a story in a sentence; of a longer one its end is told."""


@dataclass
class Story:
    """What the machine that runs now has done. Shared by all machines of a run; the last is the shortest."""

    seed: int = 0
    drawn: int = 0
    steps: int = 0
    refused: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)

    def begin(self) -> None:
        self.said = []
        self.drawn = 0

    def step(self, what: str) -> None:
        self.steps += 1
        self.kinds[what.split(maxsplit=1)[0]] += 1
        self.said.append(what)

    def chance(self, seed: bytes) -> random.Random:
        """What decides the details of the next step: no two steps of a machine are the same by chance."""
        self.drawn += 1
        return random.Random(b"%b %d %d" % (seed, self.seed, self.drawn))

    def figures(self) -> str:
        """How many steps of which kind, the most frequent first, and how many of them were refused."""
        kinds = ", ".join(f"{count} {kind.rstrip(':')}" for kind, count in self.kinds.most_common(12))
        return f"{kinds}; {self.refused} refused"

    def told(self) -> str:
        whole = " > ".join(self.said)
        return whole if len(whole) <= LONGEST_STORY else f"… {whole[-LONGEST_STORY:]}"


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot of machines that run with a seed of their own, so that one failure does not hide the next. They
    are told by their seed and their steps; to make the steps fewer takes as long as many more of them.
    """

    machines: int
    steps: int
    shrink: bool = False


def run_lots(
    machine: Callable[[Story], type[RuleBasedStateMachine]], steps: int, lot: Lot, first_seed: int
) -> tuple[Story, list[str]]:
    """Run lots until *steps* are done. Each that fails is one sentence: its seed, what led there, and why."""
    story, short = Story(), []
    number = 0
    while story.steps < steps:
        began, own_seed = story.steps, first_seed * 10_000 + number
        number += 1
        story.seed = own_seed
        try:
            _run(machine(story), lot, own_seed)
        except Exception as error:  # whatever it is, it is what the trial is for
            short.append(f"seed {own_seed}, after {story.told()}: {_last_lines(error)}")
        if story.steps == began:
            short.append(f"seed {own_seed}: no step was taken")
            break
    return story, short


def _run(machine: type[RuleBasedStateMachine], lot: Lot, own_seed: int) -> None:
    phases = (Phase.generate, Phase.shrink) if lot.shrink else (Phase.generate,)
    wanted = settings(
        max_examples=lot.machines,
        stateful_step_count=lot.steps,
        database=None,
        deadline=None,
        phases=phases,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
    )
    run_state_machine_as_test(seed(own_seed)(machine), settings=wanted)


class SameIds:
    """The same ids in every run of one machine, so that nothing depends on chance but what was drawn."""

    def __init__(self) -> None:
        self._chance = random.Random(7)
        self._patch = mock.patch.object(uuid, "uuid4", self._next)

    def begin(self) -> None:
        self._patch.start()

    def begin_anew(self, chance: random.Random) -> None:
        """Other ids, in a child that goes its own way."""
        self._chance = random.Random(chance.random())

    def end(self) -> None:
        self._patch.stop()

    def _next(self) -> uuid.UUID:
        return uuid.UUID(int=self._chance.getrandbits(128), version=4)


def _last_lines(error: BaseException) -> str:
    while isinstance(error, BaseExceptionGroup):  # it came once, and not when it was done again
        error = error.exceptions[0]
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "hypothesis" not in frame.filename]
    at = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(ours[-4:]))
    return f"{type(error).__name__}: {error} ({at})".replace("\n", " ")
