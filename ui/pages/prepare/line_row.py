"""A line of a preparation: its words, what is said of it, and the one act that finishes it in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.guidance.brief_lines import Line
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS
from ui.widgets.buttons import Button, quiet
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.veiled_words import VeiledWords

_EDGE = 10


class LineRow(QWidget):
    """Emits *acted* from its button, or from a click anywhere on it."""

    acted = Signal(object)
    noted = Signal(object, str)

    def __init__(self, theme: Theme, line: Line, act: str = "", parent: QWidget | None = None) -> None:
        """*act* is the words of the button; without them nothing can be done about the line."""
        super().__init__(parent)
        self._theme, self.line = theme, line
        self._over = False
        self.button: Button | None = None
        words = Label(theme, line.text, "body", wrap=True, private=True)
        told = column(words, margins=(0, 5, 0, 0))  # its first line stands beside the words of the button
        mark = self.tr("Overdue") if line.mark else ""
        aside = " · ".join(part for part in (mark, line.aside) if part)
        if aside:
            tone = "danger" if mark else "text3"
            told.addWidget(Label(theme, aside, "small", tone, wrap=True, private=True))
        if line.stays:
            told.addWidget(Label(theme, self.tr("Never leaves: on no paper"), "small", "text3", wrap=True))
        whole = row(told, margins=(_EDGE, 0, 4, 5))
        whole.setStretch(0, 1)
        if act:
            self.button = Button(theme, act, kind="link")
            said = self.tr("{act}: {line}").format(act=act, line="{words}")
            VeiledWords(theme, self, self.button.setAccessibleName, line.text, pattern=said, spoken=True)
            self.button.clicked.connect(self._act)
            whole.addSpacing(12)
            whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._below = column()
        self._field: OutcomeField | None = None
        self.setLayout(column(whole, self._below))

    def focusables(self) -> list[QWidget]:
        inside: list[QWidget] = [self.button] if self.button is not None else []
        return inside + (self._field.focusables() if self._field is not None else [])

    @property
    def noting(self) -> str | None:
        """What is being typed of the outcome; None while its field is shut."""
        return self._field.line.text() if self._field is not None else None

    def open_outcome(self, words: str) -> None:
        """Ask below the line what came of it."""
        if self._field is None:
            self._field = OutcomeField(self._theme)
            self._field.kept.connect(self._keep)
            self._field.left.connect(self.close_outcome)
            self._below.addWidget(self._field)
            self._field.line.set_text(words)
        self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        if self._field is not None:
            self._field.refuse(sentence)

    @Slot()
    def close_outcome(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            if self.button is not None:
                self.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._below.removeWidget(field)
            field.hide()
            field.deleteLater()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_it = self.rect().contains(event.position().toPoint()) and self._field is None
        if self.button is not None and event.button() == Qt.MouseButton.LeftButton and on_it:
            self._act()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = self.button is not None
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._over and self._field is None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), RADIUS["row"], RADIUS["row"])
            painter.end()

    @Slot()
    def _act(self) -> None:
        self.acted.emit(self.line)

    @Slot(str)
    def _keep(self, words: str) -> None:
        self.noted.emit(self.line, words)


class OutcomeField(QWidget):
    """“What came of it?” in one line. Emits *kept* with the words, or *left*."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("What came of it?")
        self.line = LineField(theme, name, placeholder=name)
        self._keep = Button(theme, self.tr("Keep"))
        self._leave = quiet(theme, self.tr("Cancel"))
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        fields = row(self.line, 8, self._keep, 4, self._leave)
        fields.setStretch(0, 1)
        self.setLayout(column(fields, self._wrong, spacing=4, margins=(_EDGE, 2, 4, 8)))
        self.line.returnPressed.connect(self._kept)
        self._keep.clicked.connect(self._kept)
        self._leave.clicked.connect(self.left)

    def focusables(self) -> list[QWidget]:
        return [self.line, self._keep, self._leave]

    def refuse(self, sentence: str) -> None:
        """Say why it was not kept; the words stay."""
        self._wrong.setText(sentence)
        self._wrong.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _kept(self) -> None:
        self._wrong.hide()
        self.kept.emit(self.line.text())


def block_head(theme: Theme, title: str) -> QWidget:
    return holder(row(Label(theme, title, "heading"), None, margins=(_EDGE, 0, 0, 2)))
