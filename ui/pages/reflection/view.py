"""A reflection on its page: free text first, everything else around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorjournal.model.reflection import Answer, Reflection
from mentorjournal.model.words import Role, Visibility
from mentorjournal.prompts import PromptSet
from ui.autosave import Autosave
from ui.pages.reflection.about import About
from ui.pages.reflection.answer import AnswerBlock
from ui.pages.reflection.learning_box import LearningBox
from ui.pages.reflection.presenter import Links
from ui.pages.reflection.questions import Questions
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.buttons import Button, menu_tool
from ui.widgets.editor.editor import TextEditor
from ui.widgets.editor.toolbar import EditorToolbar
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row, scrolling
from ui.widgets.saved import SavedState

BESIDE_FROM = 860
"""From this width at 100 % on, the questions stand beside the text; below it, under it."""
QUESTIONS_WIDTH = 300
ONE_LINE_FROM = 600
"""Below this width at 100 % the toolbar's button is its icon."""
EDGE = 32
UNBOUND = 16_777_215  # Qt's own largest size


class Writer(Protocol):
    """What the page asks of its presenter."""

    def touched(self) -> None: ...
    def save(self) -> None: ...
    def show_versions(self) -> None: ...
    def answer(self, framework: str, step_id: str, question: str) -> None: ...
    def answer_removed(self, answer: Answer) -> None: ...
    def write_learning_point(self, text: str, visibility: Visibility) -> None: ...


class ReflectionView(QWidget):
    """Obeys the presenter; tells it of every edit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writer: Writer | None = None
        self._autosave = Autosave(self._save, parent=self)
        self.about = About(theme)
        self.title = LineField(
            theme, self.tr("Title"), placeholder=self.tr("Title, if you like"), style="title", bare=True
        )
        self.text = TextEditor(
            theme, self.tr("Reflection"), grow=True, style="editor", placeholder=self.tr("Write…")
        )
        self.tags = LineField(
            theme, self.tr("Tags"), placeholder=self.tr("Tags, with commas between"), style="small", bare=True
        )
        self.saved = SavedState(theme)
        self.toolbar = EditorToolbar(theme, self.text)
        self.questions = Questions(theme)
        self.questions_button = Button(
            theme, self.tr("Questions"), kind="quiet", icon="message-circle", says=self.tr("Show questions")
        )
        self.questions_button.setAccessibleName(self.tr("Questions"))
        self.learning = LearningBox(theme)
        self.learning.hide()
        self.learning_button = Button(theme, self.tr("Write a learning point"), kind="link", icon="sparkles")
        self._learnt = Label(theme, "", "small", "text3")
        self._answers: list[AnswerBlock] = []
        self._answer_column = QVBoxLayout()
        self._build()
        self._connect()
        self.setFocusProxy(self.text)

    def _build(self) -> None:
        theme = self._theme
        never = Label(theme, self.tr("Reflections never leave this journal."), "small", "text3", wrap=True)
        learn = row(self.learning_button, 8, self._learnt, None)
        foot = column(learn, self.learning, 4, self.tags, 6, never, margins=(0, 28, 0, 24))
        body = column(self.about, 10, self.title, 10, self.text, self._answer_column, foot, None)
        self._page = holder(body)
        centre = row(None, self._page, None, margins=(EDGE, 12, EDGE, 0))
        centre.setStretch(1, 1000)
        self._area = scrolling(holder(centre, "paper"))
        self.text.keep_in_view(self._area)
        menu = QMenu(self)
        self._learn_action = QAction(self.tr("Write a learning point"), menu)
        menu.addAction(self._learn_action)
        self._versions_action = QAction(self.tr("Earlier versions"), menu)
        menu.addAction(self._versions_action)
        more = menu_tool(theme, "ellipsis", self.tr("More about this reflection"), menu)
        top = row(self.toolbar, None, self.saved, 8, self.questions_button, more, margins=(26, 8, 14, 2))
        left = holder(column(top, self._area), "paper")
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(0)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.addWidget(left, 1)
        self._split.addWidget(self.questions)
        self.setLayout(self._split)
        self.questions.hide()
        self._look()

    def _connect(self) -> None:
        for signal in (self.about.edited, self.text.edited, self.title.textEdited, self.tags.textEdited):
            signal.connect(self._edited)
        self.title.returnPressed.connect(self.text.setFocus)
        self.questions.asked.connect(self._asked)
        self.questions.closed.connect(self._toggle_questions)
        self.questions_button.clicked.connect(self._toggle_questions)
        self.learning_button.clicked.connect(self._begin_learning)
        self._learn_action.triggered.connect(self._begin_learning)
        self._versions_action.triggered.connect(self._show_versions)
        self.learning.kept.connect(self._keep_learning)
        self.learning.left.connect(self._leave_learning)
        self._theme.changed.connect(self._look)

    def bind(self, writer: Writer) -> None:
        self._writer = writer

    # What the presenter shows

    def offer_prompts(self, sets: Sequence[PromptSet], role: Role) -> None:
        self.questions.offer(sets, role)

    def offer_links(self, links: Links) -> None:
        self.about.offer(links.sessions, links.goals)

    def show_entry(self, value: Reflection, *, fresh: bool) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self._leave_learning()
        self._learnt.setText("")
        self.text.open_document(value.text)
        self._set_answers(value.answers)
        self.update_entry(value)
        self._area.verticalScrollBar().setValue(0)
        if value.framework_id:
            self.questions.show_set(value.framework_id)
        # Under the text they take room from it: there they open by themselves for a new page only.
        self.questions.setVisible(fresh or bool(value.framework_id and self._beside()))
        self._arrange()
        if fresh:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def update_entry(self, value: Reflection) -> None:
        self.about.show_about(value)
        self.title.set_text(value.title)
        self.tags.set_text(", ".join(value.tags))
        self.text.set_document(value.text)
        if tuple(block.answer() for block in self._answers) != value.answers:
            self._set_answers(value.answers)

    def written(self, base: Reflection) -> Reflection:
        return replace(
            base,
            day=self.about.day(),
            timing=self.about.timing(),
            session_id=self.about.session_id(),
            goal_id=self.about.goal_id(),
            title=self.title.text(),
            text=self.text.document_value(),
            answers=tuple(block.answer() for block in self._answers),
            tags=tuple(tag for tag in map(str.strip, self.tags.text().split(",")) if tag),
        )

    def clear(self) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self._leave_learning()
        self.title.set_text("")
        self.tags.set_text("")
        self.text.open_document(())
        self._set_answers(())

    def add_answer(self, answer: Answer) -> None:
        self._add(answer).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_answer(self, index: int) -> None:
        self._answers[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def save_soon(self) -> None:
        self._autosave.touch()

    def show_unsaved(self) -> None:
        self.saved.show_saving()

    def show_saved(self, at: datetime | None) -> None:
        if at is None:
            self.saved.show_nothing()
        else:
            self.saved.show_saved(at)
        self.saved.setToolTip("")

    def show_not_saved(self, message: str) -> None:
        self.saved.show_not_saved()
        self.saved.setToolTip(message)

    def learning_kept(self) -> None:
        self._leave_learning()
        self._learnt.setText(self.tr("Kept as a learning point."))

    def learning_refused(self, message: str) -> None:
        self.learning.refuse(message)

    def place(self) -> dict[str, object]:
        editors = self._editors()
        inside = next((n for n, editor in enumerate(editors) if editor.hasFocus()), 0)
        return {
            "editor": inside,
            "cursor": editors[inside].cursor_place(),
            "scroll": self._area.verticalScrollBar().value(),
        }

    def restore(self, place: dict[str, object]) -> None:
        editors = self._editors()
        inside, cursor, scroll = (place.get(name) for name in ("editor", "cursor", "scroll"))
        if isinstance(inside, int) and isinstance(cursor, int) and 0 <= inside < len(editors):
            editors[inside].setFocus(Qt.FocusReason.OtherFocusReason)
            editors[inside].set_cursor_place(cursor)
        if isinstance(scroll, int):
            self._area.verticalScrollBar().setValue(scroll)

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _look(self) -> None:
        self._page.setMaximumWidth(self._theme.px(MEASURE))
        self._arrange()

    def _arrange(self) -> None:
        beside = self._beside()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._split.direction() != direction:
            self._split.setDirection(direction)
        width = self._theme.px(QUESTIONS_WIDTH)
        self.questions.setMinimumWidth(width if beside else 0)
        self.questions.setMaximumWidth(width if beside else UNBOUND)
        room = self.width() - (width if beside and not self.questions.isHidden() else 0)
        wide = room >= self._theme.px(ONE_LINE_FROM)
        self.about.arrange(min(room - 2 * EDGE, self._theme.px(MEASURE)))
        self.questions_button.setText(self.tr("Questions") if wide else "")
        self.questions.setMaximumHeight(UNBOUND if beside else int(self.height() * 0.38))

    def _beside(self) -> bool:
        return self.width() >= self._theme.px(BESIDE_FROM)

    def _editors(self) -> list[TextEditor]:
        return [self.text, *(block.editor for block in self._answers)]

    def _set_answers(self, answers: Sequence[Answer]) -> None:
        self.toolbar.follow(self.text)  # it must not hold on to an editor that goes
        clear(self._answer_column)
        self._answers = []
        for answer in answers:
            self._add(answer)

    def _add(self, answer: Answer) -> AnswerBlock:
        block = AnswerBlock(self._theme, answer, self._area)
        block.edited.connect(self._edited)
        block.removed.connect(self._removed)
        block.entered.connect(self.toolbar.follow)
        self._answers.append(block)
        self._answer_column.addWidget(block)
        return block

    def _save(self) -> None:
        if self._writer is not None:
            self._writer.save()

    @Slot()
    def _edited(self) -> None:
        if self._writer is not None:
            self._writer.touched()

    @Slot()
    def _show_versions(self) -> None:
        if self._writer is not None:
            self._writer.show_versions()

    @Slot(object)
    def _removed(self, block: AnswerBlock) -> None:
        answer = block.answer()
        self._answers.remove(block)
        self._answer_column.removeWidget(block)
        self.toolbar.follow(self.text)
        block.hide()
        block.deleteLater()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._writer is not None:
            self._writer.answer_removed(answer)

    @Slot()
    def _toggle_questions(self) -> None:
        self.questions.setVisible(self.questions.isHidden())
        self._arrange()

    @Slot(str, str, str)
    def _asked(self, framework: str, step_id: str, words: str) -> None:
        if self._writer is not None:
            self._writer.answer(framework, step_id, words)

    @Slot()
    def _begin_learning(self) -> None:
        self._learnt.setText("")
        self.learning_button.hide()
        self.learning.show()
        self.learning.begin()
        self._area.ensureWidgetVisible(self.learning)

    @Slot(str, object)
    def _keep_learning(self, words: str, visibility: Visibility) -> None:
        if self._writer is not None:
            self._writer.write_learning_point(words, visibility)

    @Slot()
    def _leave_learning(self) -> None:
        self.learning.hide()
        self.learning_button.show()
