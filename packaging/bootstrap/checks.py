"""Run every check of the project, offscreen; the quick ones first, pytest last."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bootstrap import environment, libraries, start
from bootstrap.progress import SetupProblem, hand_over, say

QUICK = (
    ("ruff format --check", ["ruff", "format", "--check", "."]),
    ("ruff check", ["ruff", "check", "."]),
    ("mypy --strict", ["mypy"]),  # strict, and what to look at: pyproject.toml
)

ALL_OF_IT = ("-q", "-n", "logical", "--dist", "loadfile", "--no-loadscope-reorder")
"""A process for each core; a file's tests stay together, and share what they made; long files come first."""


def main(arguments: Sequence[str]) -> int:
    """Set up, then check everything; with arguments only pytest runs, with those."""
    start.with_signals_as_exits()
    root = environment.ROOT
    env = libraries.offscreen(environment.clean(os.environ))
    try:
        libraries.provide(env)
        python = str(environment.ensure(root, development=True))
    except SetupProblem as problem:
        say(f"\nThe tests cannot run. {problem}")
        return 1
    except KeyboardInterrupt:
        say("\nSet-up stopped. The next run begins it again.")
        return 130
    env["VIRTUAL_ENV"] = str(root / ".venv")
    env["PATH"] = os.pathsep.join([str(Path(python).parent), env.get("PATH", os.defpath)])
    if not arguments:
        failed = _quick(python, root, env)
        if failed:
            say(f"\nFailed: {', '.join(failed)}. The tests wait until this is mended.")
            return 1
    if not arguments or root not in (Path.cwd(), *Path.cwd().parents):
        os.chdir(root)
    return hand_over([python, "-P", "-m", "pytest", *(arguments or ALL_OF_IT)], env)


def _quick(python: str, root: Path, env: dict[str, str]) -> list[str]:
    """Run the checks that take seconds, all of them, and name those that failed."""
    failed = []
    for name, module in QUICK:
        say(f"== {name}")
        if subprocess.call([python, "-P", "-m", *module], cwd=root, env=env, stdin=subprocess.DEVNULL):
            failed.append(name)
    return failed
