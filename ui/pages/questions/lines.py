"""A question in the opened set: read, pressed, worded anew in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.own_questions import LONGEST_QUESTION
from ui.pages.questions.showing import Line
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.companion.pointer import Reach
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.limited_text import LimitedText
from ui.widgets.words_button import WordsButton


class WordingBox(QWidget):
    """A place to word a question. *kept* carries the words, *left* says that all stays as it was."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = LimitedText(theme, self.tr("Question"), LONGEST_QUESTION)
        self.words.pointer.set_reach(Reach.NOWHERE)
        self.words.setPlaceholderText(self.tr("A question, in your words"))
        self.words.setFixedHeight(theme.line_height("editor") * 2 + theme.px(20))
        self.words.installEventFilter(self)
        self.words.refused.connect(self._full)
        self._hint = Label(theme, "", "small", "text3", wrap=True)
        frame = QFrame()
        frame.setObjectName("editorframe")
        frame.setLayout(column(self.words, margins=(1, 1, 1, 1)))
        self.setLayout(column(frame, 2, self._hint, margins=(0, 4, 0, 6)))
        self.setFocusProxy(self.words)

    def begin(self, words: str) -> None:
        self._hint.setText(self.tr("Enter keeps it. Escape leaves it as it was."))
        self._hint.set_tone("text3")
        self.words.set_text(words)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit(self.words.text())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    @Slot()
    def _full(self) -> None:
        self._hint.setText(
            self.tr("That is as long as a question can be: {count} characters.").format(
                count=LONGEST_QUESTION
            )
        )
        self._hint.set_tone("warn")


class QuestionLine(QWidget):
    """*worded* carries how it came and how it shall read, *hidden* and *shown* how it came."""

    worded = Signal(str, str)
    hidden = Signal(str)
    shown = Signal(str)

    def __init__(self, theme: Theme, line: Line, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._line, self._own = theme, line, own
        self.button = WordsButton(theme, "", "")
        self._box: WordingBox | None = None
        self._tool = ToolButton(theme, "eye-off", "", size=15)
        self._back = ToolButton(theme, "undo-2", self.tr("Bring back the question as it came"), size=15)
        tools = row(self._back, self._tool)
        self._row = row(self.button, 4, tools)
        self._row.setStretch(0, 1)
        self._row.setAlignment(tools, Qt.AlignmentFlag.AlignTop)
        self._reading = holder(self._row)
        self._column = column(self._reading)
        self.setLayout(self._column)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self._begin)
        self._tool.clicked.connect(self._hide_or_show)
        self._back.clicked.connect(self._bring_back)
        self.show_line(line)

    def was(self) -> str:
        return self._line.was

    def show_line(self, line: Line) -> None:
        self._line = line
        if line.hidden:
            self.button.set_face(line.was, self.tr("Hidden. Show it again"), tone="text3", struck=True)
            self._tool.set_face("eye", self.tr("Show the question again"))
        else:
            says = (
                self.tr("Changed by you. Change the words") if line.changed else self.tr("Change the words")
            )
            self.button.set_face(line.words, says, mark="pencil" if line.changed else "")
            icon, name = ("trash-2", self.tr("Remove the question"))
            if not self._own:
                icon, name = ("eye-off", self.tr("Hide the question"))
            self._tool.set_face(icon, name)
        self._back.setVisible(line.changed and not line.hidden)

    @Slot()
    def _begin(self) -> None:
        if self._line.hidden:
            self.shown.emit(self._line.was)
            return
        if self._box is None:
            self._box = WordingBox(self._theme)
            self._box.kept.connect(self._keep)
            self._box.left.connect(self._leave)
            self._column.addWidget(self._box)
        self._reading.hide()
        self._box.show()
        self._box.begin(self._line.words)

    @Slot(str)
    def _keep(self, words: str) -> None:
        self._leave()
        if words != self._line.words:
            self.worded.emit(self._line.was, words)

    @Slot()
    def _leave(self) -> None:
        if self._box is not None:
            self._box.hide()
        self._reading.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _hide_or_show(self) -> None:
        (self.shown if self._line.hidden else self.hidden).emit(self._line.was)

    @Slot()
    def _bring_back(self) -> None:
        self.shown.emit(self._line.was)


class NewQuestion(QWidget):
    """A button at the end of a step, and the place to word the question. Stays open for the next one."""

    added = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(theme, self.tr("Add a question"), kind="link", icon="plus")
        self.box = WordingBox(theme)
        self.box.hide()
        self.setLayout(column(row(6, self.button, None), self.box))
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self.begin)
        self.box.kept.connect(self._keep)
        self.box.left.connect(self._leave)

    @Slot()
    def begin(self) -> None:
        self.button.hide()
        self.box.show()
        self.box.begin("")

    @Slot(str)
    def _keep(self, words: str) -> None:
        if not words:
            self._leave()
            return
        self.box.begin("")
        self.added.emit(words)

    @Slot()
    def _leave(self) -> None:
        self.box.hide()
        self.button.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
