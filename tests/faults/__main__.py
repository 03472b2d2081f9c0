"""Attack a vault in every way the safety page speaks of, and print what was tried and what fell short."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import textwrap
import time
from pathlib import Path

from tests.faults.trial import Outcome, Profile, Trial
from tests.faults.trials import all_trials

HEAD = f"{'':7} {'trial':<14} {'tried':>9}  {'short':>5} {'time':>8}  what must hold"
SHOWN = 5
"""Sentences about what fell short, of each trial; how many there are is always said."""


def main() -> int:
    trials = all_trials()
    names = [trial.name for trial in trials]
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("trials", nargs="*", metavar="TRIAL", help=f"of {', '.join(names)}; all if none")
    parser.add_argument("--full", action="store_true", help="as many cases as the safety page asks for")
    parser.add_argument("--seed", type=int, default=1, help="the chance that picks the cases")
    parser.add_argument(
        "--corpus", type=Path, help="a folder where fuzzers keep what they found, and begin from"
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.trials) - set(names):
        parser.error(f"there is no trial {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    profile = Profile("full" if arguments.full else "quick", arguments.seed, arguments.corpus)
    print(HEAD)
    failed = False
    for trial in trials:
        if not arguments.trials or trial.name in arguments.trials:
            began = time.monotonic()
            with tempfile.TemporaryDirectory(prefix="mentorjournal-faults-") as folder:
                outcome = trial.run(profile, Path(folder))
            print(_row(trial, outcome, time.monotonic() - began), flush=True)
            failed = failed or bool(outcome.short or outcome.needs)
    return int(failed)


def _row(trial: Trial, outcome: Outcome, seconds: float) -> str:
    verdict = "FAILED" if outcome.short else "UNTRIED" if outcome.needs else "held"
    line = (
        f"{verdict:7} {trial.name:<14} {outcome.tried:>9,}  {len(outcome.short):>5} {seconds:>7.1f}s"
        f"  {trial.promise}"
    )
    told = [f"{outcome.tried:,} {outcome.unit}" + (f"; {outcome.beside}" if outcome.beside else "")]
    told += [f"needs {outcome.needs}"] if outcome.needs else []
    told += [f"short: {sentence}" for sentence in outcome.short[:SHOWN]]
    return "\n".join([line, *(textwrap.indent(part, " " * 8) for part in told)])


if __name__ == "__main__":
    sys.exit(main())
