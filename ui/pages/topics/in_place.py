"""Changing a topic where it stands: its words, or the time for it, laid over the row."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from mentorjournal.model.ids import EntryId
from ui.theme.theme import Theme
from ui.widgets.fields import NumberField
from ui.widgets.layout import column

_LEAVING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons for which the focus goes for a moment and comes back."""


LOOKED_AT = 2000
"""Characters that are measured: more than that is higher than the field grows."""


class InPlace(QWidget):
    """One field over one row. Enter or leaving it keeps what it says, Escape does not.

    It stays open until it is told that the journal took the words: what it would not take is not lost.
    """

    reworded = Signal(object, str)
    allowed = Signal(object, int)
    left = Signal()
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.id: EntryId | None = None
        self._sent: str | int | None = None
        self._waits = False
        self._frame = QFrame()
        self._frame.setObjectName("editorframe")
        self._frame.setProperty("kbd", True)
        self.words = _Words(theme, self)
        self._frame.setLayout(column(self.words, margins=(3, 3, 3, 3)))
        self.words.setAccessibleName(self.tr("The topic"))
        self.minutes = _Minutes(theme, self.tr("Minutes for the topic"), high=24 * 60, step=5)
        self.minutes.setSpecialValueText(self.tr("no time set"))
        self.minutes.setSuffix(self.tr(" min"))
        self.setLayout(column(self._frame, self.minutes))
        for field in (self.words, self.minutes):
            field.kept.connect(self.keep)
            field.dropped.connect(self.left)
        self.words.textChanged.connect(self._changed)
        self.hide()

    @property
    def is_minutes(self) -> bool:
        return not self.minutes.isHidden()

    def edit(self, id: EntryId, text: str) -> None:
        self._begin(id, minutes=False)
        self.words.setPlainText(text)
        self.words.selectAll()
        self._sent = text
        self._open(self.words)

    def ask_minutes(self, id: EntryId, minutes: int | None) -> None:
        self._begin(id, minutes=True)
        self.minutes.setValue(minutes or 0)
        self._sent = minutes or 0
        self._open(self.minutes)

    def close_field(self) -> None:
        """Let go of the row. Returns nothing to anybody: what counts was sent before."""
        self.id = None
        self.hide()
        self.words.clear()

    def text(self) -> str:
        return self.words.toPlainText()

    def holds_focus(self) -> bool:
        return not self.isHidden() and (self.words.hasFocus() or self.minutes.hasFocus())

    def says(self, id: EntryId, said: str | int) -> bool:
        """Whether this stands over that topic: words, or minutes as a number."""
        return self.id == id and self._now() == said

    def refuse(self, id: EntryId) -> None:
        """The journal would not take it for that topic: the next Enter asks again."""
        if self.id == id:
            self._sent = None
            self._waits = False

    def lie_over(self, rect: QRect) -> None:
        """Stand over the words of the row, as high as what is typed needs."""
        px, edge = self._theme.px, 7
        if self.is_minutes:
            self.setGeometry(rect.left() - edge, rect.top() - edge, px(130), px(32) + 2)
        else:
            metrics = self.words.fontMetrics()
            wrap = int(Qt.TextFlag.TextWrapAnywhere)
            box = metrics.boundingRect(QRect(0, 0, rect.width() - 4, 10_000), wrap, self.text()[:LOOKED_AT])
            height = min(box.height(), 8 * metrics.lineSpacing()) + 2 * edge + 6
            top = max(rect.top() - edge - 3, 1)
            self.setGeometry(rect.left() - edge, top, rect.width() + 2 * edge, height)
        self.raise_()

    @Slot()
    def keep(self) -> None:
        """Send what stands here, if it says something new; otherwise let go, unless an answer is awaited."""
        if self.id is None:
            return
        if self.is_minutes:
            self.minutes.interpretText()
        now = self._now()
        if now == self._sent:
            if not self._waits:
                self.left.emit()
            return
        self._sent = now
        self._waits = True
        if isinstance(now, int):
            self.allowed.emit(self.id, now)
        else:
            self.reworded.emit(self.id, now)

    def _now(self) -> str | int:
        return int(self.minutes.value()) if self.is_minutes else self.text()

    def _begin(self, id: EntryId, *, minutes: bool) -> None:
        self.id = id
        self._waits = False
        self._frame.setVisible(not minutes)
        self.minutes.setVisible(minutes)

    def _open(self, field: QWidget) -> None:
        self.show()
        self.grown.emit()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _changed(self) -> None:
        if not self.isHidden():
            self.grown.emit()


class _Words(QPlainTextEdit):
    """A few lines that become one: Enter keeps, Escape drops."""

    kept = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._look)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _LEAVING:
            self.kept.emit()

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font("body"))
        self.document().setDocumentMargin(3)


class _Minutes(NumberField):
    kept = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _LEAVING:
            self.kept.emit()
