"""One line of Today: what it is about, its one act, and what that act wants to know first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.guidance.today import Look, Worth
from ui.pages.today.contract import Line
from ui.pages.today.wording import DOT, Worded
from ui.theme.theme import Theme
from ui.widgets.button import Button, quiet
from ui.widgets.clamped import Clamped
from ui.widgets.day_field import DayField
from ui.widgets.disc import SIZE, Disc
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class Ask(QWidget):
    """A field below the line, and its act. Emits *said* with the words, *left* for Escape."""

    said = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, worded: Worded, *, day: bool) -> None:
        super().__init__()
        self.field: LineField = (
            DayField(theme, worded.asks, worded.holds)
            if day
            else LineField(theme, worded.asks, placeholder=worded.holds)
        )
        self.act = Button(theme, worded.act, key="Return")
        self.stop = quiet(theme, self.tr("Cancel"), key="Esc")
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._problem.hide()
        line = row(self.field, 8, self.act, 2, self.stop)
        line.setStretch(0, 1)
        self.setLayout(column(8, Label(theme, worded.asks, "caption", "text2"), 4, line, 4, self._problem))
        self.field.returnPressed.connect(self._say)
        self.act.clicked.connect(self._say)
        self.stop.clicked.connect(self.left)

    def problem(self) -> str:
        return self._problem.text()

    def say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.field.set_wrong(bool(sentence))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _say(self) -> None:
        self.said.emit(self.field.text())


class LineRow(QFrame):
    """Enter opens it, Space does its act, the arrows go to the lines beside it."""

    opened = Signal(object)
    finished = Signal(object, str)
    put_off = Signal(object)
    stepped = Signal(object, int)
    asking = Signal(object)
    asked = Signal()

    def __init__(self, theme: Theme, line: Line, worded: Worded) -> None:
        super().__init__()
        self.setObjectName("line")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self.line = line
        self._worded = worded
        self.ask: Ask | None = None
        self._main = Clamped(theme, "", "body_strong")
        self._about = Clamped(theme, "", "small", "text2", lines=1)
        self.act = Button(theme, worded.act, key="Space")
        self.later = quiet(theme, worded.later) if worded.later else None
        words = column(self._main, 1, self._about)
        acts = row(spacing=2)
        if self.later is not None:
            acts.addWidget(self.later)
            self.later.clicked.connect(self._put_off)
        acts.addWidget(self.act)
        top = row(Disc(theme, line.of.codename), 12, words, 14, margins=(0, 0, 0, 0))
        top.setStretch(2, 1)
        top.addLayout(acts)
        self._below = column()
        self.setLayout(column(top, self._below, margins=(10, 6, 10, 6)))
        self.act.clicked.connect(self.do_act)
        theme.ring(self)
        theme.changed.connect(self._indent)
        theme.veil.changed.connect(self._veil)
        self._indent()
        self.show_line(line, worded)

    def show_line(self, line: Line, worded: Worded) -> None:
        """Say what the line says now."""
        self.line, self._worded = line, worded
        self._main.set_text(worded.main, private=worded.private)
        self._about.setVisible(bool(worded.about))
        self.act.setText(worded.act)
        self._veil()
        self.setAccessibleDescription(self.tr("Enter opens it. Space: {act}").format(act=worded.act))

    @Slot()
    def _veil(self) -> None:
        """Say what may be seen, for screen readers too."""
        worded, veil = self._worded, self._theme.veil
        late = f"{DOT}{worded.late}" if worded.late else ""
        about = worded.about
        if worded.hides:
            about = about.replace(worded.hides, veil.words(worded.hides, private=True))
        self._about.set_text(about, late, "danger")
        main = self.tr("Veiled") if veil.drawn and worded.private else veil.words(worded.main)
        self.act.setAccessibleName(self.tr("{act}: {line}").format(act=worded.act, line=main))
        parts = (main, veil.words(about), worded.late)
        self.setAccessibleName(", ".join(part.replace(DOT, ", ") for part in parts if part))

    def say_problem(self, sentence: str) -> None:
        if self.ask is not None:
            self.ask.say_problem(sentence)

    def stop_asking(self) -> bool:
        """Put the field away; whether there was one."""
        if self.ask is None:
            return False
        had_focus = self.ask.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.ask.hide()
        self.ask.deleteLater()
        self.ask = None
        self.act.show()
        if had_focus:
            self.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @Slot()
    def do_act(self) -> None:
        if not self._worded.asks:
            self.finished.emit(self.line, "")
        elif self.ask is not None:
            self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            day = isinstance(self.line, Look) and self.line.worth is not Worth.TOPIC
            self.asking.emit(self)
            self.ask = Ask(self._theme, self._worded, day=day)
            self.ask.said.connect(self._said)
            self.ask.left.connect(self.stop_asking)
            self._below.addWidget(self.ask)
            self.act.hide()  # the field has the act beside it
            self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.asked.emit()

    def stops(self) -> list[QWidget]:
        """Where Tab stops in this line, in order."""
        below = [] if self.ask is None else [self.ask.field, self.ask.act, self.ask.stop]
        return [self, *([self.later] if self.later is not None else []), self.act, *below]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self.hasFocus():
            super().keyPressEvent(event)  # Enter in the field below comes by here as well
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.line)
        elif key == Qt.Key.Key_Space:
            self.do_act()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.ask is None:
            self.opened.emit(self.line)

    @Slot()
    def _indent(self) -> None:
        """What is asked stands below the words, beside the disc."""
        self._below.setContentsMargins(self._theme.px(SIZE) + 12, 0, 0, 0)

    @Slot(str)
    def _said(self, words: str) -> None:
        self.finished.emit(self.line, words)

    @Slot()
    def _put_off(self) -> None:
        self.put_off.emit(self.line)
