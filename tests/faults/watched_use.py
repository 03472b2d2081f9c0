"""The program used under the tracer: every verb of the command line, and the window from its first minute on.

What was seen is remembered by profile, for more than one trial asks about the same use.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tests.cli.command import environment
from tests.faults import every_verb
from tests.faults.canaries import KINDS, canary, marked
from tests.faults.traced import Ended, traced
from tests.faults.trial import Profile

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
ENDS = ("exit", "fault", "lock", "kill", "abort", "unforeseen")
OUT, VAULT, HOME = "out", "vault", "home"


@dataclass
class Use:
    """*base* holds all that the program was given: nothing else may change."""

    base: Path
    vaults: tuple[str, ...]
    ended: dict[str, Ended] = field(default_factory=dict)
    """How each act ended, and what the tracer saw of it."""
    modes: dict[str, int] = field(default_factory=dict)
    """Who may read what in the vaults, afterwards."""

    def look_at_modes(self) -> None:
        for vault in self.vaults:
            for path in (self.base / vault, *(self.base / vault).rglob("*")):
                self.modes[str(path)] = path.lstat().st_mode


_verbs: dict[str, Use] = {}
_windows: dict[str, Use] = {}
_tours: dict[str, Use] = {}


def _begun(base: Path, *vaults: str) -> Use:
    (base / HOME).mkdir(parents=True)
    return Use(base, vaults)


def verbs(profile: Profile, base: Path) -> Use:
    """Every verb: all in one process in the quick profile, each in a process of its own in the full one."""
    if profile.name not in _verbs:
        use = _begun(base / "verbs", every_verb.VAULT, every_verb.SECOND, every_verb.SALVAGED)
        every_verb.lay_out(use.base)
        count = len(every_verb.all_verbs(use.base))
        for number in [""] if profile.name == "quick" else map(str, range(count)):
            line = [
                sys.executable,
                "-m",
                "tests.faults.every_verb",
                str(use.base),
                *([number] if number else []),
            ]
            home = use.base / HOME
            use.ended[number] = traced(line, cwd=home, env=environment(home), umask=0)
        use.look_at_modes()
        _verbs[profile.name] = use
    return _verbs[profile.name]


def window(profile: Profile, base: Path) -> Use:
    """The window from its first minute, with a word typed in every field; then every end of it."""
    if profile.name not in _windows:
        use = _begun(base / "window", VAULT)
        out, home = use.base / OUT, use.base / HOME
        _lay_out(out)
        for act in ("use", *ENDS[: profile.pick(quick=0, full=len(ENDS))]):
            line = [sys.executable, "-m", "tests.faults.canary_window"]
            line += ["--vault", str(use.base / VAULT), "--settings", str(home / "config" / "settings.json")]
            every = str(profile.pick(quick=3, full=1))
            env = environment(home, **OFFSCREEN, MJ_ACT=act, MJ_OUT=str(out), MJ_EVERY=every)
            use.ended[act] = traced(line, cwd=home, env=env, writes=True, umask=0)
        use.look_at_modes()
        _windows[profile.name] = use
    return _windows[profile.name]


def _lay_out(out: Path) -> None:
    """Files that an import refuses, in a folder that it was asked to read."""
    refused = out / "refused"
    refused.mkdir(parents=True)
    (refused / "2026-03-01.md").write_text(f"# {canary('refusedtitle')}\n\n{canary('refused')}\n")
    (refused / f"2026-03-02 {canary('refusedname')}.md").write_bytes(canary("refused").encode() + b"\xff\xfe")
    (refused / f"{canary('refusedname')}.json").write_text(f'{{"entries": ["{canary("refused")}", ')


def tour(base: Path) -> Use:
    """The guided tour through all pages in both looks."""
    if "tour" not in _tours:
        use = _begun(base / "tour")
        home = use.base / HOME
        line = [sys.executable, "-m", "mentorjournal", "tour", str(use.base / OUT)]
        use.ended["tour"] = traced(line, cwd=home, env=environment(home, **OFFSCREEN), umask=0)
        shutil.rmtree(use.base / OUT, ignore_errors=True)
        _tours["tour"] = use
    return _tours["tour"]


def words_typed(use: Use) -> dict[str, str]:
    """Every word that must lie nowhere in the clear, as the window's process told of them."""
    words = {kind: canary(kind) for kind in KINDS}
    for ended in use.ended.values():
        for line in ended.out.decode().splitlines():
            what, *more = line.split("\t")
            if what == "field":
                words[more[0]] = marked(more[0])
            elif what == "code":
                words |= of_a_code(more)
    return words


def of_a_code(groups: list[str]) -> dict[str, str]:
    """A recovery code in the pieces by which it can be told from chance."""
    pairs = list(pairwise(groups))
    spelled = {f"groups {number}": "-".join(pair) for number, pair in enumerate(pairs)}
    return spelled | {f"bare groups {number}": "".join(pair) for number, pair in enumerate(pairs)}
