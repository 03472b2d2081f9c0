"""Start the program: decide what is wanted, see that it can be had, hand over."""

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bootstrap import environment, libraries
from bootstrap.progress import SetupProblem, hand_over, say

_ANSWERS = {"-h", "--help", "--version"}


class Plan(NamedTuple):
    """What to start, and whether it draws."""

    arguments: list[str]
    draws: bool
    note: str = ""


def plan(
    arguments: Sequence[str], environ: Mapping[str, str], root: Path, system: str = sys.platform
) -> Plan:
    """Turn a wish for the window into the tour where no window could be seen; leave all else as it is."""
    first = arguments[0] if arguments else ""
    window = first in ("", "--") or (first.startswith("-") and not _ANSWERS.intersection(arguments))
    if not window or libraries.has_display(environ, system):
        return Plan(list(arguments), draws=window or first == "tour")
    folder = root / "tour"
    note = f"There is no display here, so Mentor Journal shows itself in pictures: the tour, into {folder}"
    return Plan(["tour", str(folder)], draws=True, note=note)


def main(arguments: Sequence[str]) -> int:
    """Set up, then become `python -m mentorjournal` with the same input, output and arguments."""
    with_signals_as_exits()
    chosen = plan(arguments, os.environ, environment.ROOT)
    if chosen.note:
        say(chosen.note)
    env = environment.clean(os.environ)
    if chosen.draws and not libraries.has_display(env):
        env = libraries.offscreen(env)
    try:
        if chosen.draws:
            libraries.provide(env)
        python = environment.ensure(environment.ROOT)
    except SetupProblem as problem:
        say(f"\nMentor Journal cannot start yet. {problem}")
        return 1
    except KeyboardInterrupt:
        say("\nSet-up stopped. The next run begins it again.")
        return 130
    # -P: a stray json.py in the folder somebody stands in is not part of the program.
    return hand_over([str(python), "-P", "-m", "mentorjournal", *chosen.arguments], env)


def with_signals_as_exits() -> None:
    """End tidily when told to: the running step is ended too, and nothing is stamped."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN:
            signal.signal(getattr(signal, name), leave)
