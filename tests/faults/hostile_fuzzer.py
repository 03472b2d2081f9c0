"""A fuzzer makes hostile files: it sees what each reaches in our code, and goes on from what reaches more."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import re
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from tests.faults.hostile_attempt import attempts
from tests.faults.hostile_chance import MOST_BYTES, seed
from tests.faults.hostile_runner import Tally, watch
from tests.faults.trial import Profile

SEEDS = 64
"""Files from which the fuzzer begins."""

_OURS = ["mentorjournal", "ui", "tests"]
"""Packages in which it sees what is reached. The makers of hostile files are among them, so that it learns to
use all that they can do.
"""

_LEFT_TO_US = (
    *("-timeout=1000000", "-rss_limit_mb=0", "-malloc_limit_mb=0", "-detect_leaks=0"),
    *(f"-handle_{signal}=0" for signal in ("segv", "bus", "abrt", "ill", "fpe", "int", "term", "xfsz")),
)
"""A process that dies is to die as it would without the fuzzer; the watcher has its own limits."""


def fuzz(tally: Tally, profile: Profile, folder: Path) -> str:
    """Try what the fuzzer thinks of until the tally is complete, and say how far it came."""
    corpus, log = folder / "corpus", folder / "fuzzer.log"
    if profile.corpus is not None:
        corpus = profile.corpus / tally.where.rpartition(":")[2].lower()
    corpus.mkdir(parents=True, exist_ok=True)
    for case in range(min(SEEDS, tally.cases)):
        (corpus / f"seed-{case}").write_bytes(seed(tally.where, profile.seed, case))
    # A forked process would have our code already, as it is without the fuzzer's counters.
    context = multiprocessing.get_context("spawn")
    while not tally.complete:
        # With the seed that led to the death of the last, it would lead there again.
        number = profile.seed + len(tally.tried) + 1
        known = frozenset(data for those in tally.found.values() for data in those)
        watch(tally, context, _try_guided, tally.where, folder, corpus, log, number, known)
    reached = re.findall(r"cov: (\d+) ft: \d+ corp: (\d+)", log.read_text(errors="replace"))
    (before, began), (after, ended) = (reached[0], reached[-1]) if reached else (("0", "0"),) * 2
    return f"from {began} files that reach {before} places in the code to {ended} that reach {after}"


def _try_guided(
    where: str, folder: Path, corpus: Path, log: Path, number: int, known: frozenset[bytes], pipe: Pipe
) -> None:
    import atheris  # type: ignore[import-untyped]  # its wheels carry no types

    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(written, 2)  # there it says how far it is
    mattered: dict[bytes, bytes] = {}

    def one(data: bytes) -> None:
        if data not in known:
            pipe.send(data)
            said = attempt(data)
            mattered[data] = said.used
            pipe.send(said)

    def other(data: bytes, most: int, seed: int) -> bytes:
        """Mutate what mattered: anything behind it would make the same file once more."""
        changed: bytes = atheris.Mutate(mattered.get(data, data), most)
        return changed

    with atheris.instrument_imports(include=_OURS):
        importlib.import_module(where.partition(":")[0])
        attempt = attempts(where, folder)
        flags = [
            f"-seed={number}",
            f"-max_len={MOST_BYTES}",
            "-reduce_inputs=0",
            "-mutate_depth=2",
            "-reload=0",
            *_LEFT_TO_US,
        ]
        atheris.Setup(["hostile", *flags, str(corpus)], one, custom_mutator=other)
        atheris.Fuzz()
