"""What is noticed while the window runs: exceptions, what Qt complains of, every way out of the program."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any
from unittest import mock

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu

# What the platform without a screen says of itself; the tests of the window leave it out as well.
_OF_THE_PLATFORM = re.compile(
    r"^This plugin does not support (raise\(\)|propagateSizeHints\(\)|grabbing the keyboard)$"
)


class Senses:
    """Notices everything from `begin` to `end`; *noticed* is emptied by whoever reads it."""

    def __init__(self) -> None:
        self.noticed: list[str] = []
        self.chance = random.Random(0)
        self._patches: list[Any] = []
        self._hooks: tuple[Any, ...] = ()

    def begin(self) -> None:
        self._hooks = (sys.excepthook, sys.unraisablehook, threading.excepthook)
        sys.excepthook = self._raised
        sys.unraisablehook = lambda told: self._raised(type(told.exc_value), told.exc_value, None)
        threading.excepthook = lambda told: self._raised(told.exc_type, told.exc_value, None)
        self._before = qInstallMessageHandler(self._said)
        for owner, name in (
            (QFileDialog, "getSaveFileName"),
            (QFileDialog, "getOpenFileName"),
            (QFileDialog, "getExistingDirectory"),
            (QDesktopServices, "openUrl"),
            (os, "execv"),
            (os, "execve"),
            (os, "startfile"),
            (subprocess, "Popen"),
        ):
            if hasattr(owner, name):
                self._patches.append(mock.patch.object(owner, name, self._way_out(name)))
        self._patches.append(mock.patch.object(QDialog, "exec", self._asked))
        self._patches.append(mock.patch.object(QMenu, "exec", lambda *_: None))
        for patch in self._patches:
            patch.start()

    def end(self) -> None:
        for patch in self._patches:
            patch.stop()
        self._patches.clear()
        qInstallMessageHandler(self._before)
        sys.excepthook, sys.unraisablehook, threading.excepthook = self._hooks

    def _raised(
        self, kind: type[BaseException], error: BaseException | None, _: TracebackType | None
    ) -> None:
        at = ""
        trace = error.__traceback__ if error is not None else None
        while trace is not None:
            at = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}"
            trace = trace.tb_next
        self.noticed.append(f"unhandled {kind.__name__}: {error} at {at}")

    def _said(self, kind: QtMsgType, context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not _OF_THE_PLATFORM.match(text):
            self.noticed.append(f"Qt says: {text}")

    def _way_out(self, name: str) -> Any:
        def refused(*_: object, **__: object) -> object:
            self.noticed.append(f"{name} was called: a step nearly left the program")
            return ("", "") if name.startswith("get") else False

        return refused

    def _asked(self, *_: object) -> int:
        """A dialog that would wait for an answer gets one."""
        answer = self.chance.choice((QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected))
        return int(answer.value)
