"""Parts of the goal form: a few lines of writing, the five levels, and the five SMART questions."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.model.blocks import EMPTY, Document, from_plain, to_plain
from mentorjournal.model.words import SmartMark
from ui.pages.goals.values import usual_level
from ui.pages.goals.wording import smart_questions, smart_words, still_open
from ui.theme.theme import SERIF, Theme
from ui.widgets.buttons import Segments
from ui.widgets.companion.fields import PointedPlain
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import column, row

LEVELS = (2, 1, 0, -1, -2)
"""From the top down, as a scale stands."""


class FewLines(QFrame):
    """A few lines of one's own words."""

    def __init__(self, theme: Theme, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editorframe")
        self._theme, self._lines = theme, lines
        self._original: Document = EMPTY
        self.edit = PointedPlain(theme)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(name)
        self.edit.viewport().setAutoFillBackground(False)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(name)
        self.setLayout(column(self.edit, margins=(6, 4, 6, 4)))
        theme.ring(self.edit)
        theme.changed.connect(self._look)
        self._look()

    def show_document(self, text: Document) -> None:
        self._original = text
        self.edit.setPlainText(to_plain(text))

    def document(self) -> Document:
        """What stands there; what was not touched keeps its headings, lists and styles."""
        words = self.edit.toPlainText()
        return self._original if words == to_plain(self._original) else from_plain(words)

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        self.edit.setPlainText(text)

    @Slot()
    def _look(self) -> None:
        self.edit.setFont(self._theme.font("note", SERIF))
        self.edit.setStyleSheet("QPlainTextEdit { background: transparent; border: 0; }")
        self.setFixedHeight(self._theme.line_height("note") * self._lines + self._theme.px(20))


class Levels(QWidget):
    """What each of the five levels of the goal attainment scale means, from +2 at the top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, LineField] = {}
        body = column(spacing=6)
        for level in LEVELS:
            sign = f"{level:+d}" if level else "0"
            mark = Label(theme, sign, "body_strong", "text2")
            mark.setFixedWidth(theme.px(28))
            name = self.tr("What {level} means").format(level=sign)
            line = self._lines[level] = LineField(theme, name, placeholder=usual_level(self, level))
            body.addLayout(row(mark, line))
        self.setLayout(body)

    def levels(self) -> tuple[str, ...]:
        """From -2 to +2."""
        return tuple(self._lines[level].text() for level in sorted(self._lines))

    def set_levels(self, levels: tuple[str, ...]) -> None:
        for level, text in zip(sorted(self._lines), levels, strict=True):
            self._lines[level].set_text(text)


class Smart(QWidget):
    """Five questions. None has to be answered, and no answer stops anything."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: list[Segments] = []
        choices: list[tuple[object, str]] = [
            (None, self.tr("Open")),
            (SmartMark.YES, self.tr("Yes")),
            (SmartMark.NO, self.tr("Not yet")),
            (SmartMark.NOT_APPLICABLE, self.tr("Does not apply")),
        ]
        body = column(spacing=8)
        for word, question in zip(smart_words(), smart_questions(), strict=True):
            answer = Segments(theme, word, choices)
            answer.chosen.connect(self._tell)
            self._answers.append(answer)
            body.addWidget(Label(theme, question, "body", "text2", wrap=True))
            body.addLayout(row(answer, None))
        self.setLayout(body)

    def marks(self) -> tuple[SmartMark | None, ...]:
        values = (answer.value() for answer in self._answers)
        return tuple(value if isinstance(value, SmartMark) else None for value in values)

    def set_marks(self, marks: tuple[SmartMark | None, ...]) -> None:
        for answer, mark in zip(self._answers, marks, strict=True):
            answer.set_value(mark)
        self.changed.emit()

    def note(self) -> str:
        """What is still open, in one quiet sentence; nothing before anything was answered."""
        marks = self.marks()
        settled = (SmartMark.YES, SmartMark.NOT_APPLICABLE)
        if not any(marks):
            return ""
        return still_open(tuple(place for place, mark in enumerate(marks) if mark not in settled))

    @Slot(object)
    def _tell(self, mark: object) -> None:
        self.changed.emit()
