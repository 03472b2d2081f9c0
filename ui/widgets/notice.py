"""A quiet bar that says what was done, and a lasting one that says what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.label import Label
from ui.widgets.layout import row


class NoticeBar(QFrame):
    """Shows one sentence for a while, with one act beside it such as Undo. Never takes the focus."""

    acted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, *, stays_ms: int = 8_000, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._words = Label(theme, "", "body", "text", wrap=True)
        self._act = Button(theme, "", kind="link")
        self._close = ToolButton(theme, "x", self.tr("Close the notice"), size=15)
        self._time = QTimer(self, singleShot=True, interval=stays_ms)
        layout = row(self._words, 12, self._act, 4, self._close, margins=(16, 6, 8, 6))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._act.clicked.connect(self._do_act)
        self._close.clicked.connect(self.dismiss)
        self._time.timeout.connect(self._time_over)
        self.hide()

    def words(self) -> str:
        return self._words.text()

    def say(self, sentence: str, act: str = "", *, key: str = "", lasts: bool = False) -> None:
        """Show *sentence*, in place of the one before it. *key* is shown with the act, not bound. One that
        *lasts* stays until it is closed.
        """
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._act.setText(act)
        self._act.setToolTip(key)
        self._act.setVisible(bool(act))
        self.show()
        if lasts:
            self._time.stop()
        else:
            self._time.start()

    @Slot()
    def dismiss(self) -> None:
        self._time.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @Slot()
    def _do_act(self) -> None:
        self.dismiss()
        self.acted.emit()

    @Slot()
    def _time_over(self) -> None:
        # Somebody is about to use it: wait for them.
        if self.underMouse() or self._act.hasFocus() or self._close.hasFocus():
            self._time.start()
        else:
            self.dismiss()


class ProblemBar(QFrame):
    """Says what went wrong until it is mended: what happened, what is safe, what to do."""

    retried = Signal()
    second = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        retry: str = "",
        second: str = "",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """*second* is another way out, such as saving a copy elsewhere."""
        super().__init__(parent)
        self.setObjectName("problem")
        self._words = Label(theme, "", "body", "danger", wrap=True, selectable=True)
        self._retry = Button(theme, retry or self.tr("Try again"))
        self._second = Button(theme, second, kind="link")
        self._close = ToolButton(theme, "x", self.tr("Close"), size=15)
        layout = row(self._words, 12, self._second, 4, self._retry, 4, self._close, margins=(16, 8, 10, 8))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        # Not before the layout has taken them in: what has no parent shows as a window of its own.
        self._second.setVisible(bool(second))
        self._close.setVisible(closable)
        self._retry.clicked.connect(self.retried)
        self._second.clicked.connect(self.second)
        self._close.clicked.connect(self.clear)
        self.hide()

    def words(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def say(self, sentence: str, *, can_retry: bool = True) -> None:
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self.setAccessibleName(sentence)
        self._retry.setVisible(can_retry)
        self.show()

    def offer_second(self, offered: bool) -> None:
        self._second.setVisible(offered)

    @Slot()
    def clear(self) -> None:
        """What was wrong is mended."""
        self.hide()
