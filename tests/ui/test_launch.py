"""Promises of the command: plain sentences, no Qt where none is needed, no broken pair."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui.launch import WrongUsage, unfit_environment, window_options


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "mentorjournal", *arguments]
    return subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)


def test_the_version_names_what_it_stands_on() -> None:
    said = command("--version")
    assert said.returncode == 0
    assert [line.rsplit(" ", 1)[0].split()[0] for line in said.stdout.splitlines()] == [
        "Mentor", "SQLCipher", "SQLite", "Qt",
    ]  # fmt: skip


@pytest.mark.parametrize("arguments", [["frobnicate"], ["--vault"], ["--vault="], ["tour"]])
def test_wrong_usage_is_one_plain_sentence_and_status_2(arguments: list[str]) -> None:
    said = command(*arguments)
    assert said.returncode == 2
    assert said.stdout == ""
    assert len(said.stderr.splitlines()) == 1
    assert "Traceback" not in said.stderr


def test_the_pair_that_aborts_is_refused() -> None:
    assert "Python 3.12 or later" in unfit_environment((3, 11), "6.12.0")
    assert unfit_environment((3, 11), "6.11.3") == ""
    assert unfit_environment((3, 12), "6.12.0") == ""


def test_options_of_the_window(tmp_path: Path) -> None:
    options = window_options(["--vault", str(tmp_path), "--geometry=1,2,3,4,0"])
    assert options.vault == tmp_path
    assert options.geometry == "1,2,3,4,0"
    with pytest.raises(WrongUsage):
        window_options([str(tmp_path)])


def test_working_without_a_window_imports_no_qt() -> None:
    script = (
        "import sys; from ui.launch import main\n"
        "try: main(['list', '/nowhere/at/all'])\n"
        "except SystemExit: pass\n"
        "print([m for m in sys.modules if m.startswith('PySide6')])"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False, input="x\n"
    )
    assert said.stdout.splitlines()[-1] == "[]"


def test_the_first_painted_window_waits_for_no_core_and_no_svg(tmp_path: Path) -> None:
    (tmp_path / "vault.keys").write_text("not yet looked at")
    script = (
        "import sys, os\n"
        "from pathlib import Path\n"
        "from ui.app import run\n"
        "def painted():\n"
        "    print(sorted(m for m in sys.modules if m in WATCHED), flush=True)\n"
        "    os._exit(0)\n"
        "WATCHED = {'sqlcipher3', 'cryptography', 'yaml', 'zxcvbn', 'reportlab', 'PySide6.QtSvg',\n"
        "           'mentorjournal.vault.vault', 'mentorjournal.journal.shelf', 'ui.compose'}\n"
        f"run(vault=Path({str(tmp_path)!r}), settings=Path({str(tmp_path / 's.json')!r}), painted=painted)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert said.stdout.strip() == "[]", said.stderr


def test_the_first_paint_waits_for_nothing_it_can_do_without(tmp_path: Path) -> None:
    (tmp_path / "vault.keys").write_text("only looked at by name before the first paint")
    (tmp_path / "settings.json").write_text('{"look": "dark", "zoom": 125}')
    script = (
        "import os, sys\n"
        "from ui.launch import main\n"
        "def painted():\n"
        "    from PySide6 import QtCore, QtGui, QtWidgets\n"
        "    built = {*vars(QtCore), *vars(QtGui), *vars(QtWidgets), *sys.modules}\n"
        "    page = QtWidgets.QApplication.focusWidget()\n"
        "    costly = {'Qt', 'QStyle', 'QAccessible', 'QIcon', 'QKeySequence', 'QKeyEvent', 'ctypes',"
        " 'dataclasses', 'json', 'mentorjournal.errors'}\n"
        "    print(sorted(costly & built), page.accessibleName(), page.font().pixelSize(), flush=True)\n"
        "    os._exit(0)\n"
        "main(['--vault', sys.argv[1], '--settings', sys.argv[1] + '/settings.json'], painted=painted)"
    )
    line = [sys.executable, "-c", script, str(tmp_path)]
    said = subprocess.run(line, capture_output=True, text=True, timeout=60, check=True)
    assert said.stdout == "[] Passphrase 18\n"
