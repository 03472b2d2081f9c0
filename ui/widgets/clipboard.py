"""Words that a button puts on the clipboard: marked as ours, and kept out of clipboard histories.

Whoever keeps the clipboard (`ui.shell.clipboard_keeper`) knows them by their mark and clears them after a
while. After how long stands on the clipboard itself: every page can say it without knowing who keeps it.
"""

from __future__ import annotations

import secrets

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

MARK = "application/x-mentorjournal-ours"
"""A format of random letters: the same letters are still ours, and no word has to be kept to know it."""

LATEST_MARK = "latest_mark"
"""The property of the clipboard that says what was put there last by a button of ours."""

CLEARED_AFTER = "cleared_after"
"""The property of the clipboard that holds the seconds, where somebody clears it."""

_LEAVE_OUT = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': bytes(4),
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}
"""How the histories of KDE and Windows are asked to leave something out. macOS has a sign for it too, which
Qt can only write from C++."""


def put(words: str) -> None:
    """Put *words* on the clipboard, to be cleared after a while."""
    mime = QMimeData()
    mime.setText(words)
    keep_out_of_histories(mime)
    mark = secrets.token_hex(16)
    mime.setData(MARK, mark.encode())
    board = QGuiApplication.clipboard()
    board.setProperty(LATEST_MARK, mark)
    board.setMimeData(mime)


def keep_out_of_histories(mime: QMimeData) -> None:
    """Ask the systems that keep a history of the clipboard to leave *mime* out of it, and of their cloud."""
    for form, said in _LEAVE_OUT.items():
        mime.setData(form, said)


def mark(board: QClipboard) -> str:
    """The mark of what lies on *board*, or nothing where it is not from a button of ours."""
    mime = board.mimeData()
    if mime is None or not mime.hasFormat(MARK):
        return ""
    return bytes(mime.data(MARK).data()).decode("ascii", "replace")


def told() -> str:
    """What to say after `put`."""
    translate = QCoreApplication.translate
    seconds = QGuiApplication.clipboard().property(CLEARED_AFTER)
    if not isinstance(seconds, int):
        return translate(
            "Clipboard", "Copied. Other programs can read the clipboard until something else is copied."
        )
    if seconds < 120:
        words = translate(
            "Clipboard", "Copied. It is cleared in {count} seconds, and when the journal locks."
        )
        return words.format(count=seconds)
    words = translate("Clipboard", "Copied. It is cleared in {count} minutes, and when the journal locks.")
    return words.format(count=round(seconds / 60))
