"""Open a vault in the real window (or an empty window), let it rest, and print the memory in MB."""

from __future__ import annotations

import sys
import time
from pathlib import Path

LIMIT_SECONDS = 60.0


def main() -> None:
    print(_journal(Path(sys.argv[1]), sys.stdin.read()) if len(sys.argv) > 1 else _empty())


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1024**2


def _empty() -> float:
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    for _ in range(20):
        app.processEvents()
    return _resident()


def _journal(vault: Path, passphrase: str) -> float:
    from PySide6.QtWidgets import QApplication

    from ui.app import Start
    from ui.shell.settings_file import SettingsFile

    app = QApplication(sys.argv[:1])
    start = Start(app, SettingsFile(vault.parent / "settings.json"), vault)
    start.show(None)
    view = start.unlock_view
    assert view is not None
    deadline = time.monotonic() + LIMIT_SECONDS
    while start.program is None:
        _turn(app, deadline)
    view.field.setText(passphrase)
    view.button.click()
    while start.program.sitting is None or start.program.tasks.busy:
        _turn(app, deadline)
    for _ in range(200):
        _turn(app, deadline)
    resident = _resident()
    start.program.tasks.drain()
    return resident


def _turn(app: object, deadline: float) -> None:
    app.processEvents()  # type: ignore[attr-defined]  # Qt is imported where it is needed
    if time.monotonic() > deadline:
        raise TimeoutError("the window did not come to rest")


if __name__ == "__main__":
    main()
