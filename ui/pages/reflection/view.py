"""A reflection on its page: free text first, everything else around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal.guidance.question import Offered
from mentorjournal.model.reflection import Answer, Reflection
from mentorjournal.model.words import Role, Visibility
from mentorjournal.prompts import PromptSet
from ui.autosave import Autosave
from ui.pages.reflection import return_line
from ui.pages.reflection.about import About
from ui.pages.reflection.answers import Answers
from ui.pages.reflection.beside import WIDTH, Beside
from ui.pages.reflection.contract import Links
from ui.pages.reflection.foot import LEARN_KEY, Foot
from ui.pages.reflection.offer import OfferCard
from ui.pages.reflection.one_question import BACK_KEY, NEXT_KEY
from ui.pages.reflection.top import Top
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.editor.editor import TextEditor
from ui.widgets.fields import LineField
from ui.widgets.layout import column, holder, reveal, row, scrolling
from ui.widgets.saving import Saving
from ui.widgets.shortcuts import on_keys

BESIDE_FROM = 860
"""From this width at 100 % on, the questions stand beside the text; below it, under it."""
ONE_LINE_FROM = 600
"""Below this width at 100 % the toolbar's buttons are their icons."""
EDGE = 32


class Writer(Protocol):
    """What the page asks of its presenter."""

    def touched(self) -> None: ...
    def save(self) -> None: ...
    def show_versions(self) -> None: ...
    def answer(self, framework: str, step_id: str, question: str) -> None: ...
    def answer_removed(self, answer: Answer) -> None: ...
    def take_offer(self) -> None: ...
    def another(self) -> None: ...
    def write_freely(self) -> None: ...
    def choose_way(self, one_at_a_time: bool) -> None: ...
    def edit_sets(self, set_id: str) -> None: ...
    def bring_back_on(self, words: str) -> None: ...
    def write_beside(self) -> None: ...
    def write_learning_point(self, text: str, visibility: Visibility) -> None: ...


class ReflectionView(QWidget, Saving):
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
        self.offer = OfferCard(theme)
        self.offer.hide()
        self.answers = Answers(theme)
        self.foot = Foot(theme)
        self.tags, self.learning, self.returns = self.foot.tags, self.foot.learning, self.foot.returns
        self.learning_button = self.foot.learning_button
        self.top = Top(theme, self.text)
        self.toolbar, self.saved = self.top.toolbar, self.top.saved
        self.questions_button, self.earlier_button = self.top.questions_button, self.top.earlier_button
        self.beside = Beside(theme)
        self.questions, self.earlier = self.beside.questions, self.beside.earlier
        self._lately = self.text  # the editor that the cursor was in last
        self._build()
        self._connect()
        self._name_learning()
        self.setFocusProxy(self.text)

    def _build(self) -> None:
        body = column(
            self.about, 10, self.title, 10, self.text, 14, self.offer, self.answers, self.foot, None
        )
        self._page = holder(body)
        centre = row(None, self._page, None, margins=(EDGE, 12, EDGE, 0))
        centre.setStretch(1, 1000)
        self._area = scrolling(holder(centre, "paper"))
        self.text.keep_in_view(self._area)
        self.answers.keep_in_view(self._area)
        left = holder(column(self.top, self._area), "paper")
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(0)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.addWidget(left, 1)
        self._split.addWidget(self.beside)
        self.setLayout(self._split)
        self._look()

    def _connect(self) -> None:
        self.title.returnPressed.connect(self.text.setFocus)
        self.text.copyAvailable.connect(self._name_learning)
        self.answers.changed.connect(self._mark_answered)
        self.answers.removed.connect(self._focus_text)
        self.answers.entered.connect(self._entered)
        self.answers.left.connect(self._follow_text)
        self.questions.closed.connect(self._toggle_questions)
        self.questions_button.clicked.connect(self._toggle_questions)
        self.earlier.closed.connect(self._toggle_earlier)
        self.earlier_button.clicked.connect(self._toggle_earlier)
        self.foot.learn_wanted.connect(self._begin_learning)
        self.top.learn_action.triggered.connect(self._begin_learning)
        self.foot.done.connect(self._back_to_text)
        self.top.return_action.triggered.connect(self._ask_return)
        self._theme.changed.connect(self._look)
        on_keys(self, (NEXT_KEY, "Ctrl+PgDown"), self._next)
        on_keys(self, (BACK_KEY, "Ctrl+PgUp"), self._previous)
        on_keys(self, LEARN_KEY, self._begin_learning)
        on_keys(self, return_line.KEY, self._ask_return)

    def bind(self, writer: Writer) -> None:
        self._writer = writer
        edits = (self.about.edited, self.text.edited, self.title.textEdited, self.tags.textEdited)
        for signal in (*edits, self.answers.edited):
            signal.connect(writer.touched)
        self.answers.removed.connect(writer.answer_removed)
        self.top.versions_action.triggered.connect(writer.show_versions)
        self.questions.asked.connect(writer.answer)
        self.questions.way_chosen.connect(writer.choose_way)
        self.questions.edit_wanted.connect(writer.edit_sets)
        self.offer.taken.connect(writer.take_offer)
        self.offer.another.connect(writer.another)
        self.offer.left.connect(writer.write_freely)
        self.foot.learnt.connect(writer.write_learning_point)
        self.returns.wanted.connect(writer.bring_back_on)
        self.top.beside_action.triggered.connect(writer.write_beside)

    # What the presenter shows

    def show_today(self, today: date) -> None:
        self.about.show_today(today)

    def offer_prompts(self, sets: Sequence[PromptSet], role: Role) -> None:
        self.questions.offer(sets, role)

    def show_one_at_a_time(self, one: bool) -> None:
        self.questions.show_one_at_a_time(one)

    def offer_links(self, links: Links) -> None:
        self.about.offer(links.sessions, links.goals)

    def offer_question(self, offered: Offered | None, *, more: bool = False) -> None:
        if offered is not None:
            self.offer.show_offer(offered, more=more)
        elif self.offer.isAncestorOf(self.focusWidget() or self):
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.offer.setVisible(offered is not None)

    def show_earlier(self, earlier: Reflection | None) -> None:
        """Lay an earlier reflection beside this one."""
        self.earlier_button.setVisible(earlier is not None)
        if earlier is not None:
            self.earlier.show_earlier(earlier)
            self.beside.show_only(self.earlier)
        else:
            self.earlier.clear()
            if self.beside.shows(self.earlier):
                self.beside.show_only(None)
        self._arrange()

    def show_entry(self, value: Reflection, *, fresh: bool) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self.foot.put_away()
        self.text.open_document(value.text)
        self.answers.show_answers(value.answers)
        self.update_entry(value)
        self._area.verticalScrollBar().setValue(0)
        if value.framework_id:
            self.questions.show_set(value.framework_id)
        self.questions.begin()
        # Under the text they take room from it: there they do not open by themselves.
        answered = bool(value.framework_id) and self._room_beside()
        self.beside.show_only(self.questions if answered else None)
        self._arrange()
        if fresh:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def update_entry(self, value: Reflection) -> None:
        self.about.show_about(value)
        self.title.set_text(value.title)
        self.tags.set_text(", ".join(value.tags))
        self.text.set_document(value.text)
        self.answers.show_answers(value.answers)
        self.returns.show_day(value.revisit_on)

    def written(self, base: Reflection) -> Reflection:
        return replace(
            base,
            day=self.about.day(),
            timing=self.about.timing(),
            session_id=self.about.session_id(),
            goal_id=self.about.goal_id(),
            title=self.title.text(),
            text=self.text.document_value(),
            answers=self.answers.values(),
            tags=tuple(tag for tag in map(str.strip, self.tags.text().split(",")) if tag),
        )

    def clear(self) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self.foot.put_away()
        self.title.set_text("")
        self.tags.set_text("")
        self.text.open_document(())
        self.answers.show_answers(())
        self.offer_question(None)
        self.show_earlier(None)

    def add_answer(self, framework: str, answer: Answer) -> None:
        """Begin an answer, with its question in front of the others of its set."""
        self.questions.show_set(framework)
        self.questions.go_to(answer.step_id, answer.prompt_text)
        if not self.beside.shows(self.earlier) and self._room_beside():
            self.beside.show_only(self.questions)
            self._arrange()
        self.answers.add(answer)

    def focus_answer(self, index: int) -> None:
        self.answers.focus(index)

    def drop_empty_answers(self) -> None:
        self.answers.drop_empty()

    def refuse_return(self, message: str) -> None:
        self.returns.refuse(message)

    def learning_kept(self) -> None:
        self.foot.learning_kept()

    def learning_refused(self, message: str) -> None:
        self.learning.refuse(message)

    def place(self) -> dict[str, object]:
        editors = [self.text, *self.answers.editors()]
        inside = next((n for n, editor in enumerate(editors) if editor.hasFocus()), 0)
        return {
            "editor": inside,
            "cursor": editors[inside].cursor_place(),
            "scroll": self._area.verticalScrollBar().value(),
        }

    def restore(self, place: dict[str, object]) -> None:
        editors = [self.text, *self.answers.editors()]
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
        beside = self._room_beside()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._split.direction() != direction:
            self._split.setDirection(direction)
        self.beside.take_room(beside=beside, height=self.height())
        taken = self._theme.px(WIDTH) if beside and not self.beside.isHidden() else 0
        room = self.width() - taken
        wide = room >= self._theme.px(ONE_LINE_FROM)
        self.about.arrange(min(room - 2 * EDGE, self._theme.px(MEASURE)))
        self.top.arrange(wide=wide)

    def _room_beside(self) -> bool:
        return self.width() >= self._theme.px(BESIDE_FROM)

    def _save(self) -> None:
        if self._writer is not None:
            self._writer.save()

    @Slot()
    def _mark_answered(self) -> None:
        self.questions.show_answered(self.answers.keys())

    @Slot(object)
    def _entered(self, editor: TextEditor) -> None:
        self.toolbar.follow(editor)
        if self._lately is not editor:
            self._lately.copyAvailable.disconnect(self._name_learning)
            self._lately = editor
            editor.copyAvailable.connect(self._name_learning)
            self._name_learning()

    @Slot()
    def _follow_text(self) -> None:
        self._entered(self.text)  # nothing must hold on to an editor that goes

    @Slot()
    def _focus_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _toggle_questions(self) -> None:
        self._toggle(self.questions, self.questions_button)

    @Slot()
    def _toggle_earlier(self) -> None:
        self._toggle(self.earlier, self.earlier_button)

    def _toggle(self, page: QWidget, button: QWidget) -> None:
        if self.beside.shows(page):
            if page.isAncestorOf(self.focusWidget() or self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.beside.show_only(None)
        else:
            self.beside.show_only(page)
        self._arrange()

    @Slot()
    def _next(self) -> None:
        """To the answer of the question in front, and from there to the next question's."""
        if self._writer is not None and not self.offer.isHidden():
            self._writer.take_offer()
            return
        front = self.questions.current()
        if front is not None and front.key == self.answers.key_in_focus():
            self.questions.step(1)
            if self.questions.current() == front:
                return
        self.questions.ask()

    @Slot()
    def _previous(self) -> None:
        front = self.questions.current()
        self.questions.step(-1)
        if self.questions.current() != front:
            self.questions.ask()

    @Slot()
    def _ask_return(self) -> None:
        self.returns.begin()
        reveal(self._area, self.returns)

    @Slot()
    def _name_learning(self) -> None:
        selected = self._lately.textCursor().hasSelection()
        self.top.learn_action.setText(self.foot.name_learning(selected=selected))

    @Slot()
    def _begin_learning(self) -> None:
        cursor = self._lately.textCursor()
        self.foot.begin_learning(cursor.selectedText())
        reveal(self._area, self.learning)

    @Slot()
    def _back_to_text(self) -> None:
        self._lately.setFocus(Qt.FocusReason.OtherFocusReason)
