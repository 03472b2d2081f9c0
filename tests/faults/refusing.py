"""One call of an operation made to fail: what was said, and what stands on the disk afterwards.

Runs under the shim. A case is a child of its own, forked when everything is imported; what it left is looked
at from outside.
"""

from __future__ import annotations

import errno
import os
import pickle
import random
import select
import shutil
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mentorjournal.errors import MentorJournalError
from tests.faults.operations import OPERATIONS, VERSIONS, Operation, Scene, stored
from tests.faults.shim import Shim
from tests.faults.small_house import (
    PASSPHRASE,
    Secrets,
    build,
    derive_each_key_once,
    opened,
    said,
    said_by_backups,
    strangers,
)

PATIENCE = 120
"""Seconds after which a child hangs."""

Fault = tuple[int, bool]
"""An error number, and whether half of a write goes through first."""

FAULTS: dict[str, tuple[Fault, ...]] = {
    "w": ((errno.EIO, False), (errno.ENOSPC, False), (errno.ENOSPC, True)),
    "s": ((errno.EIO, False), (errno.ENOSPC, False)),
    "c": ((errno.EACCES, False), (errno.ENOSPC, False), (errno.EIO, False)),
    "o": ((errno.EACCES, False), (errno.EIO, False)),
    "r": ((errno.EACCES, False), (errno.ENOSPC, False), (errno.EIO, False)),
    "l": ((errno.EPERM, False), (errno.EIO, False)),
    "u": ((errno.EACCES, False), (errno.EIO, False)),
    "t": ((errno.EIO, False),),
    "m": ((errno.EACCES, False), (errno.ENOSPC, False)),
    "p": ((errno.EPERM, False),),
}
CALLS = {
    **{"w": "write", "s": "sync", "c": "creation", "o": "opening", "r": "rename", "l": "link"},
    **{"u": "removal", "t": "cutting", "m": "new folder", "p": "change of permissions"},
}


@dataclass(frozen=True, slots=True)
class Case:
    """*on*: all that follows fails as well. *again*: the act is tried again in the same sitting."""

    operation: str
    number: int
    call: str
    error: int
    half: bool
    on: bool
    again: bool
    room: int = -1
    """Instead of a call that fails: so many bytes are left on the disk."""

    def __str__(self) -> str:
        if self.room >= 0:
            return (
                f"{self.operation}, with room for {self.room:,} bytes{', tried again at once' * self.again}"
            )
        how = f"{'half, then ' * self.half}{errno.errorcode[self.error]}{', and so on' * self.on}"
        then = ", tried again at once" * self.again
        return f"{self.operation}, call {self.number} ({CALLS[self.call]}: {how}{then})"


_UNDISTURBED = Case("", 0, "w", 0, False, False, False)

DONE_IN_WORDS = ("NewKeysStand", "NotNoted")
"""Errors which say that it is done, and what besides it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How one case went. *problem* is empty where it went well; *ended* is done, refused or unreached."""

    case: Case
    ended: str
    problem: str = ""
    came_to_be: bool = False
    """It was refused, and is there all the same."""


def cases_of(operation: str, trace: str, chance: random.Random) -> list[Case]:
    """Every call of the operation failing, in every way in which it can."""
    return [
        Case(operation, number, call, *fault, chance.random() < 0.5, chance.random() < 0.5)
        for number, call in enumerate(trace, start=1)
        for fault in FAULTS[call]
    ]


@dataclass(frozen=True, slots=True)
class Child:
    """What a child says of itself."""

    ended: str
    words: str
    told: tuple[str, ...]
    trace: str = ""


class Stage:
    """The operations, each with its vault before, what is true before and after, and the calls it makes."""

    def __init__(self, scratch: Path, operations: Sequence[Operation]) -> None:
        self._shim = Shim()
        self._scratch = scratch
        self._place = scratch / "case"
        self._operations = {one.name: one for one in operations}
        self._secrets: dict[str, Secrets] = {}
        self._before: dict[str, Any] = {}
        self._after: dict[str, Any] = {}
        self._begun: dict[str, Any] = {}
        self.traces: dict[str, str] = {}
        derive_each_key_once()
        self._make_templates()

    def _make_templates(self) -> None:
        for name in sorted({one.template for one in self._operations.values()}):
            place = self._scratch / "templates" / name
            place.mkdir(parents=True)
            if name.startswith("vault"):
                self._secrets[name] = build(place / "vault", backed_up=name == "vault")
            elif name != "empty":
                self._secrets[name] = stored(name, place / "vault")
            else:
                self._secrets[name] = Secrets(PASSPHRASE, "")

    def learn(self, name: str) -> str:
        """Let the operation succeed once; what it makes true and which calls it makes is known from then."""
        operation = self._operations[name]
        self._set_up(operation)
        self._before[name] = None
        if operation.template != "empty":
            if operation.begins:
                self._child(operation, _UNDISTURBED, only_begin=True)
            self._before[name] = self._begun.get(operation.template)
            if operation.begins or self._before[name] is None:
                self._before[name] = self._look(operation, self._secrets[operation.template])
                if not operation.begins:
                    self._begun[operation.template] = self._before[name]
        self._set_up(operation)
        child = self._child(operation, _UNDISTURBED)
        assert child.ended == "done", child.words
        self.traces[name] = child.trace
        self._after[name] = self._look(operation, self._after_secrets(operation, child))
        return child.trace

    def _after_secrets(self, operation: Operation, child: Child) -> Secrets:
        before = self._secrets[operation.template]
        code = child.told[-1] if child.told else before.code
        passphrase = before.passphrase if operation.template in VERSIONS else operation.passphrase
        return Secrets(passphrase, code)

    def _set_up(self, operation: Operation) -> None:
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._scratch / "templates" / operation.template, self._place)

    # A child

    def _child(self, operation: Operation, case: Case, *, only_begin: bool = False) -> Child:
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(pickle.dumps(self._act(operation, case, only_begin=only_begin)))
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            ready, _, _ = select.select([pipe], [], [], PATIENCE)
            if not ready:
                os.kill(process, 9)
            answer = pipe.read()
        os.waitpid(process, 0)
        child: Child = pickle.loads(answer) if answer else Child("hung" if not ready else "died", "", ())
        return child

    def _act(self, operation: Operation, case: Case, *, only_begin: bool) -> Child:
        scene = Scene(self._place, self._secrets[operation.template])
        self._shim.watch(self._place)
        operation.begin(scene)
        self._shim.arm(case.number, case.error, half=case.half, on=case.on)
        self._shim.set_room(case.room)
        ended, words = _ended(lambda: None if only_begin else operation.act(scene))
        trace, tripped = self._shim.trace(), self._shim.tripped
        if case.again:
            self._shim.disarm()
            self._shim.set_room(-1)
            if ended == "refused" and operation.ends and not words.startswith(DONE_IN_WORDS):
                ended, words = _ended(lambda: operation.act(scene))
                ended = "done" if ended == "done" else f"{ended} again"
        if scene.shelf is not None:
            closed, why = _ended(scene.shelf.close)
            if closed == "a stranger's error":
                ended, words = closed, f"while closing: {why}"
        if (case.number or case.room >= 0) and not tripped:
            ended = "unreached"
        return Child(ended, words, tuple(scene.told), trace)

    # A case

    def tried(self, case: Case) -> Seen:
        operation = self._operations[case.operation]
        self._set_up(operation)
        child = self._child(operation, case)
        seen = Seen(case=case, ended=child.ended)
        if child.ended == "unreached":
            return seen
        if child.ended not in ("done", "refused", "refused again"):
            return replace(seen, problem=f"{child.ended}: {child.words}")
        try:
            return self._judged(operation, seen, child)
        except (MentorJournalError, AssertionError, OSError) as error:
            return replace(seen, problem=f"{child.ended}, then {type(error).__name__}: {error}")

    def _judged(self, operation: Operation, seen: Seen, child: Child) -> Seen:
        name = operation.name
        before, after = self._secrets[operation.template], self._after_secrets(operation, child)
        if child.words.startswith("NotNoted"):
            there = self._look(operation, before)
            before_it = {**self._before[name], "summary": b"%PDF-"}
            if there in (before_it, self._after[name]):
                return seen
            return replace(seen, problem="it said that the file is there and not noted, and it is not so")
        if child.ended == "done" or child.words.startswith("NewKeysStand"):
            there = self._look(operation, after)
            if _but_for_leavings(there, seen.case) != _but_for_leavings(self._after[name], seen.case):
                why = _difference(self._after[name], there)
                return replace(seen, problem=f"it said that it is done, and it is not: {why}")
            return seen
        if operation.template == "empty":
            there = self._found_vault()
            if there and not seen.case.on:
                return replace(seen, problem="refused, and something is there")
            return seen if there else self._tried_again(operation, seen)
        state, why = None, ""
        try:
            state = self._look(operation, before)
        except (MentorJournalError, AssertionError) as error:
            why = f"{type(error).__name__}: {error}"
        if state is not None and _but_for_leavings(state, seen.case) == _but_for_leavings(
            self._before[name], seen.case
        ):
            return self._tried_again(operation, seen)
        if self._look(operation, after) != self._after[name]:
            why = why or _difference(self._before[name], state)
            return replace(seen, problem=f"refused ({child.words}), and a third state is there: {why}")
        if not operation.either and child.ended == "refused":
            return replace(seen, problem=f"refused ({child.words}), and it is done all the same")
        return replace(seen, came_to_be=True)

    def _tried_again(self, operation: Operation, seen: Seen) -> Seen:
        child = self._child(operation, _UNDISTURBED)
        if child.ended != "done":
            return replace(seen, problem=f"the next attempt: {child.ended}: {child.words}")
        there = self._look(operation, self._after_secrets(operation, child))
        if there != self._after[operation.name]:
            why = _difference(self._after[operation.name], there)
            return replace(seen, problem=f"the next attempt said that it is done, and it is not: {why}")
        return seen

    def _found_vault(self) -> bool:
        folder = self._place / "vault"
        return folder.exists() and any(folder.iterdir())

    def _look(self, operation: Operation, secrets: Secrets) -> Any:
        """All that can be read there now; the same for two vaults that hold the same."""
        folder = self._place / "vault"
        codes = (secrets.code, self._secrets[operation.template].code)
        with opened(folder, secrets) as shelf:
            state: dict[str, Any] = {"vault": said(shelf)}
        state["backups"] = said_by_backups(folder, codes)
        state["strangers"] = strangers(folder)
        summary = self._place / "summary.pdf"
        state["summary"] = summary.exists() and summary.read_bytes()[:5]
        state["beside"] = sorted(path.name for path in self._place.iterdir() if path.name != "summary.pdf")
        if (self._place / "restored").exists():
            with opened(self._place / "restored", secrets) as shelf:
                state["restored"] = said(shelf)
        return state


def _but_for_leavings(state: dict[str, Any], case: Case) -> dict[str, Any]:
    """The state without what could not be cleared away, because the disk refused that as well."""
    if not case.on:
        return state
    leavings: dict[str, Any] = {"strangers": [], "beside": []}
    return {**state, **leavings}


def _difference(wanted: Any, there: Any, at: str = "") -> str:
    """Where two states first part; ids and words stay out of it."""
    if isinstance(wanted, dict) and isinstance(there, dict):
        for key in sorted({*wanted, *there}, key=str):
            if wanted.get(key) != there.get(key):
                return _difference(wanted.get(key), there.get(key), f"{at}/{key}")
    return f"{at}: {str(there)[:120]} and not {str(wanted)[:120]}"


def _ended(work: Callable[[], object]) -> tuple[str, str]:
    try:
        work()
    except MentorJournalError as error:
        return "refused", f"{type(error).__name__}: {error}"
    except BaseException:
        return "a stranger's error", traceback.format_exc()[-1500:]
    return "done", ""


def try_cases(
    scratch: Path, choose: Callable[[str, str], list[Case]], operations: Sequence[Operation] = OPERATIONS
) -> list[Seen]:
    """Under the shim: try the cases that *choose* picks for each operation from its calls."""
    stage = Stage(scratch, operations)
    return [
        stage.tried(case)
        for operation in operations
        for case in choose(operation.name, stage.learn(operation.name))
    ]
