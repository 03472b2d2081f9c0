"""The question sets: the list at the side, the opened set with its steps beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentorjournal.own_questions import LONGEST_NAME
from ui.pages.questions.set_list import SetList
from ui.pages.questions.showing import SetPage, SetRow, StepPart
from ui.pages.questions.step import StepBox
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.buttons import Button, Segments, ToolButton, quiet
from ui.widgets.check import CheckBox
from ui.widgets.fields import LineField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row, scrolling

LIST_WIDTH = 340
BESIDE_FROM = 820
UNBOUND = 16_777_215  # Qt's own largest size


class Presenter(Protocol):
    def choose(self, set_id: str) -> None: ...
    def show_side(self, side: str) -> None: ...
    def offer_set(self, set_id: str, offered: bool) -> None: ...
    def restore(self) -> None: ...
    def new_set(self) -> None: ...
    def remove_set(self) -> None: ...
    def rename(self, name: str) -> None: ...
    def add_step(self) -> None: ...
    def name_step(self, step_id: str, name: str) -> None: ...
    def word(self, step_id: str, was: str, words: str) -> None: ...
    def hide(self, step_id: str, was: str) -> None: ...
    def show_again(self, step_id: str, was: str) -> None: ...
    def add_question(self, step_id: str, words: str) -> None: ...
    def save_own(self) -> None: ...
    def bring_in(self) -> None: ...


class QuestionsView(QWidget):
    """Obeys the presenter. *left* says that the page is done with."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter: Presenter | None = None
        self._page: SetPage | None = None
        self._steps: list[StepBox] = []
        self._build_list()
        self._build_set()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(0)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.addWidget(self._side)
        self._split.addWidget(self._opened, 1)
        self.setLayout(self._split)
        theme.changed.connect(self._arrange)
        self._arrange()

    def _build_list(self) -> None:
        theme = self._theme
        back = ToolButton(theme, "arrow-left", self.tr("Back"), key="Esc")
        back.clicked.connect(self.left)
        self.list = SetList(theme)
        self.new_button = Button(theme, self.tr("New set"), icon="plus")
        self.bring_button = quiet(theme, self.tr("Bring in…"), says=self.tr("Take over sets from a file"))
        self.save_button = quiet(theme, self.tr("Save mine…"), says=self.tr("Write your own sets to a file"))
        told = Label(
            theme,
            self.tr("Ticked sets are offered where you choose questions, and when one is suggested."),
            "small",
            "text2",
            wrap=True,
        )
        head = column(
            row(back, 4, Label(theme, self.tr("Question sets"), "title"), None),
            4,
            told,
            margins=(14, 14, 16, 8),
        )
        foot = row(self.new_button, 4, self.bring_button, self.save_button, None, margins=(20, 10, 8, 14))
        self._side = holder(column(head, self.list, foot), "column")

    def _build_set(self) -> None:
        theme = self._theme
        self.name = Label(theme, "", "title", wrap=True)
        self.own_name = LineField(theme, self.tr("Name of the set"), style="title", bare=True)
        self.own_name.setMaxLength(LONGEST_NAME)
        self._source = Label(theme, "", "small", "text3", wrap=True)
        self.offered = CheckBox(theme, self.tr("Offer this set"))
        self.restore_button = quiet(theme, self.tr("Restore"), icon="undo-2")
        self.restore_button.setToolTip(self.tr("Bring the set back as it came"))
        self.remove_button = quiet(theme, self.tr("Delete this set"), icon="trash-2")
        self.sides = Segments(
            theme, self.tr("Side"), (("mentee", self.tr("Mentee")), ("mentor", self.tr("Mentor")))
        )
        self._message = Label(theme, "", "small", "danger", wrap=True)
        self._message.hide()
        self._column: QVBoxLayout = column()
        self.step_button = Button(theme, self.tr("Add a step"), kind="link", icon="plus")
        acts = row(self.offered, 12, self.restore_button, self.remove_button, None, self.sides)
        body = column(
            self.name,
            self.own_name,
            4,
            self._source,
            10,
            acts,
            4,
            self._message,
            6,
            self._column,
            6,
            row(6, self.step_button, None),
            None,
            margins=(0, 20, 0, 28),
        )
        self._paper = holder(body)
        centre = row(None, self._paper, None, margins=(28, 0, 28, 0))
        centre.setStretch(1, 1000)
        self._area = scrolling(holder(centre, "paper"))
        self._opened = holder(column(self._area), "paper")

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self.list.chosen.connect(presenter.choose)
        self.list.rows.ticked.connect(presenter.offer_set)
        self.list.entered.connect(self._go_into)
        self.new_button.clicked.connect(presenter.new_set)
        self.bring_button.clicked.connect(presenter.bring_in)
        self.save_button.clicked.connect(presenter.save_own)
        self.offered.clicked.connect(self._offer)
        self.restore_button.clicked.connect(presenter.restore)
        self.remove_button.clicked.connect(presenter.remove_set)
        self.sides.chosen.connect(presenter.show_side)
        self.own_name.editingFinished.connect(self._rename)
        self.step_button.clicked.connect(presenter.add_step)

    # What the presenter says

    def show_sets(self, rows: Sequence[SetRow], chosen: str) -> None:
        self.list.show_rows(rows, chosen)

    def show_set(self, page: SetPage) -> None:
        before, self._page = self._page, page
        same = before is not None and (before.row.id, before.side) == (page.row.id, page.side)
        self.name.setText(page.row.name)
        self.name.setVisible(not page.row.own)
        self.own_name.setVisible(page.row.own)
        if not (same and self.own_name.hasFocus()):
            self.own_name.set_text(page.row.name)
        self._source.setText(page.source)
        self._source.setVisible(bool(page.source))
        self.offered.set_checked(page.row.offered)
        self.restore_button.setVisible(page.row.changed)
        self.remove_button.setVisible(page.row.own)
        self.step_button.setVisible(page.row.own)
        self.sides.set_value(page.side)
        self._show_steps(page, same)

    def can_save(self, any_own: bool) -> None:
        self.save_button.setEnabled(any_own)

    def focus_name(self) -> None:
        self.own_name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.own_name.selectAll()

    def say(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.set_tone("danger")
        self._message.setVisible(bool(sentence))

    def say_saved(self, name: str) -> None:
        self.say(self.tr("Saved as “{name}”.").format(name=name))
        self._message.set_tone("accent_text")

    def steps(self) -> list[StepBox]:
        return self._steps

    # Inside

    def _show_steps(self, page: SetPage, same: bool) -> None:
        grown = same and len(self._steps) < len(page.steps)
        here = {box.id: box for box in self._steps} if same else {}
        if not same:
            clear(self._column)
        self._steps = [self._box_of(part, page.row.own, here.pop(part.id, None)) for part in page.steps]
        for box in here.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        for place, box in enumerate(self._steps):
            if self._column.indexOf(box) != place:
                self._column.insertWidget(place, box)
        if not same:
            self._area.verticalScrollBar().setValue(0)
        elif grown and self._steps[-1].name is not None:
            self._steps[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _box_of(self, part: StepPart, own: bool, kept: StepBox | None) -> StepBox:
        """The box of a step: the one that stands there already, with the cursor and what is being typed."""
        if kept is not None:
            kept.show_part(part)
            return kept
        made = StepBox(self._theme, part, own=own)
        if self._presenter is not None:
            made.named.connect(self._presenter.name_step)
            made.worded.connect(self._presenter.word)
            made.hidden.connect(self._presenter.hide)
            made.shown.connect(self._presenter.show_again)
            made.added.connect(self._presenter.add_question)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        px = self._theme.px
        beside = self.width() >= px(BESIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._split.direction() != direction:
            self._split.setDirection(direction)
        self._side.setMinimumWidth(px(LIST_WIDTH) if beside else 0)
        self._side.setMaximumWidth(px(LIST_WIDTH) if beside else UNBOUND)
        self._side.setMaximumHeight(UNBOUND if beside else int(self.height() * 0.45))
        self._paper.setMaximumWidth(px(MEASURE))

    @Slot()
    def _go_into(self) -> None:
        if self._page is not None and self._page.row.own:
            self.focus_name()
        else:
            lines = [line for box in self._steps for line in box.lines()]
            if lines:
                lines[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _offer(self) -> None:
        if self._presenter is not None and self._page is not None:
            self._presenter.offer_set(self._page.row.id, self.offered.isChecked())

    @Slot()
    def _rename(self) -> None:
        if self._presenter is not None:
            self._presenter.rename(self.own_name.text())
