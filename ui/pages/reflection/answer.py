"""An answer: the question as it was asked, and the text under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from mentorjournal.model.reflection import Answer
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.editor.editor import TextEditor
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class AnswerBlock(QWidget):
    """Tells of edits, and of the wish to be removed."""

    edited = Signal()
    removed = Signal(object)
    entered = Signal(object)

    def __init__(self, theme: Theme, answer: Answer, area: QScrollArea | None) -> None:
        super().__init__()
        self._answer = answer
        question = Label(theme, answer.prompt_text, "body_strong", "text2", wrap=True)
        remove = ToolButton(theme, "x", self.tr("Remove this answer"), size=14)
        name = self.tr("Answer to: {question}").format(question=answer.prompt_text)
        self.editor = TextEditor(theme, name, grow=True, style="editor", placeholder=self.tr("Your answer"))
        if area is not None:
            self.editor.keep_in_view(area)
        self.editor.open_document(answer.text)
        self.editor.edited.connect(self.edited)
        self.editor.installEventFilter(self)
        remove.clicked.connect(self._remove)
        head = row(question, 8, remove)
        head.setStretch(0, 1)
        head.setAlignment(remove, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, self.editor, spacing=4, margins=(0, 18, 0, 0)))
        self.setFocusProxy(self.editor)

    def key(self) -> tuple[str, str]:
        return self._answer.step_id, self._answer.prompt_text

    def answer(self) -> Answer:
        """The answer as it stands on the screen; the question's wording is the one it was asked in."""
        return Answer(
            step_id=self._answer.step_id,
            prompt_text=self._answer.prompt_text,
            text=self.editor.document_value(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.editor)
        return False

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)
