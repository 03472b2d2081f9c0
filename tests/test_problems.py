"""Promises about what nobody foresaw: it is told by its class and its places, and by no word."""

from __future__ import annotations

import subprocess
import sys

import pytest

SECRET = "what she said about the merger"
BEGIN = "from ui.launch import main\nmain(['--help'])\n"
DEEDS = {
    "an error that nobody caught": "def deed(): raise KeyError(SECRET)\ndeed()",
    "an error within an error": (
        "def deed():\n try: int(SECRET)\n except ValueError as error: raise LookupError(SECRET) from error\n"
        "deed()"
    ),
    "an error while an object goes": (
        "class Deed:\n"
        " def __repr__(self): return SECRET\n"
        " def __del__(self): raise ValueError(SECRET)\n"
        "Deed()"
    ),
    "an error in a call from Qt": (
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "app = QCoreApplication([])\n"
        "def deed(): raise ValueError(SECRET)\n"
        "QTimer.singleShot(0, deed)\nQTimer.singleShot(1, app.quit)\napp.exec()"
    ),
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_what_nobody_caught_is_told_without_its_words(deed: str) -> None:
    script = f"{BEGIN}import sys\nSECRET = sys.argv[1]\n{deed}"
    line = [sys.executable, "-c", script, SECRET]
    ended = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    assert SECRET not in ended.stderr
    assert "went wrong (" in ended.stderr and "report it" in ended.stderr


def test_the_places_are_named_for_whoever_mends_it() -> None:
    script = f"{BEGIN}def deed(): raise KeyError('x')\ndeed()"
    line = [sys.executable, "-c", script]
    ended = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stderr.splitlines()[1:] == ["  at <string>:4 in <module>", "  at <string>:3 in deed"]
