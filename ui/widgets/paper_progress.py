"""A long paper being made: how far it is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.progress import ProgressBar

SHOWN_AFTER_MS = 400
"""What is made faster than this needs no bar: it would only flicker."""


class PaperProgress(QWidget):
    """Follows one job at a time, from `tasks.run_long`; hidden as long as there is none.

    *done* and *failed* of the job call `end`; a cancelled one fails with Cancelled. *stopped* says that the
    writer asked it to stop. Escape does too: on this, or through `stop` from the page that has the keyboard.
    """

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self.told = Label(theme, "", "small", "text2", wrap=True)
        self.bar = ProgressBar(theme, self.tr("Making the pages"))
        self.cancel = Button(theme, self.tr("Cancel"), key="Escape")
        self.cancel.clicked.connect(self.stop)
        line = row(self.bar, 12, self.cancel)
        line.setStretch(0, 1)
        self.setLayout(column(self.told, 4, line))
        self._late = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._late.timeout.connect(self.show_now)
        self.hide()

    @property
    def under_way(self) -> bool:
        return self._job is not None

    def follow(self, job: Job, sentence: str) -> None:
        """Show how far *job* is, with *sentence* above, unless it is done in a moment."""
        self.end()
        self._job = job
        self.told.setText(sentence)
        self.setAccessibleName(sentence)
        self.bar.set_value(0.0)
        self.cancel.setEnabled(True)
        job.progressed.connect(self._show_progress)
        self._late.start()

    def end(self) -> None:
        """Nothing is being made any more."""
        if self._job is not None:
            self._job.progressed.disconnect(self._show_progress)
        self._job = None
        self._late.stop()
        self.hide()

    @Slot()
    def stop(self) -> None:
        """Ask the job to stop. It is followed until it did."""
        if self._job is not None and self.cancel.isEnabled():
            self.cancel.setEnabled(False)
            self.told.setText(self.tr("Stopping…"))
            self._job.cancel()
            self.stopped.emit()

    @Slot()
    def show_now(self) -> None:
        if self._job is not None:
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.under_way:
            self.stop()
        else:
            super().keyPressEvent(event)

    @Slot(object, object)
    def _show_progress(self, done: int, total: int) -> None:
        self.bar.set_value(done / total if total else 0.0)
