"""During a session: one writing column, the topics at its side, and a line that catches actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.model.action import Action
from mentorjournal.model.ids import BlockId
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import Attribution, Role, Section, Turn, Visibility
from ui.autosave import Autosave
from ui.pages.session.actions import SessionActions
from ui.pages.session.block import KEYS, NoteWidget
from ui.pages.session.half_head import HalfHead
from ui.pages.session.halves import Order
from ui.pages.session.notes import NotesColumn
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.catch_line import CatchLine
from ui.widgets.editor.editor import TextEditor
from ui.widgets.editor.toolbar import EditorToolbar
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule, scrolling
from ui.widgets.saved import SavedState
from ui.widgets.saving import Saving
from ui.widgets.shortcuts import on_keys

BESIDE_FROM = 640
"""From this width at 100 % on, the topics stand beside the notes; below it, above them."""
SIDE_WIDTH, SIDE_HEIGHT = 264, 204
NARROW_BELOW = 600
"""Below this width of the writing column at 100 % a note says what it is in two lines."""
_ANY = 16_777_215


class Writer(Protocol):
    """What the page asks of its presenter."""

    def touched(self) -> None: ...
    def save(self) -> None: ...
    def show_versions(self) -> None: ...
    def add_block(self, after: BlockId | None) -> None: ...
    def choose_section(self, id: BlockId, section: Section) -> None: ...
    def choose_attribution(self, id: BlockId, attribution: Attribution) -> None: ...
    def choose_visibility(self, id: BlockId, visibility: Visibility) -> None: ...
    def cycle_attribution(self, id: BlockId) -> None: ...
    def cycle_visibility(self, id: BlockId) -> None: ...
    def mark_special(self, id: BlockId, special: bool) -> None: ...
    def move_block(self, id: BlockId, step: int) -> None: ...
    def remove_block(self, id: BlockId) -> None: ...
    def discuss_next(self) -> None: ...
    def write_in_half(self, turn: Turn) -> None: ...
    def switch_half(self, id: BlockId) -> None: ...
    def caught(self, line: str) -> None: ...


class SessionView(QWidget, Saving):
    """Obeys the presenter; tells it of every edit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writer: Writer | None = None
        self._autosave = Autosave(self._save, parent=self)
        self._column = NotesColumn(theme)
        self.intention = Label(theme, "", "small", "text2", wrap=True, private=True)
        self.saved = SavedState(theme)
        self.agreed = SessionActions(theme)
        self.add_button = Button(theme, self.tr("Add a note"), kind="link", icon="plus", key=KEYS["add"])
        self.versions_button = ToolButton(theme, "clock", self.tr("Earlier versions"), key="Ctrl+Shift+H")
        self.format_button = ToolButton(
            theme, "bold", self.tr("Show how words can be set"), checkable=True, size=15
        )
        self.catch = CatchLine(
            theme,
            name=self.tr("Catch an action"),
            placeholder=self.tr("Catch an action: send the draft by Friday @partner"),
        )
        self._nowhere = TextEditor(theme, self.tr("Note"), parent=self)
        self._nowhere.hide()  # what the toolbar follows while there is no note
        self.toolbar = EditorToolbar(theme, self._nowhere)
        self.toolbar.setEnabled(False)
        self.toolbar.hide()
        self._side: QWidget | None = None
        self._last: BlockId | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        top = row(self.intention, 12, self.saved, margins=(22, 0, 0, 4))
        top.setStretch(0, 1)
        top.setAlignment(self.saved, Qt.AlignmentFlag.AlignTop)
        body = column(
            top,
            self.toolbar,
            self._column,
            6,
            row(18, self.add_button, None, self.format_button, self.versions_button),
            self.agreed,
            None,
        )
        self._page = holder(body)
        self._area = scrolling(holder(_centred(self._page, 12), "paper"))
        self._column.lie_in(self._area)
        self._strip = holder(self.catch_layout())
        self._foot = holder(column(rule(), _centred(self._strip, 8)), "paper")
        writing = column(self._area, self._foot)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(writing, 1)
        self.setLayout(self._whole)
        self._look()

    def catch_layout(self) -> QVBoxLayout:
        """The line with room around it, and as far in as the words of the notes."""
        return column(self.catch, margins=(22, 0, 0, 8))

    def _connect(self) -> None:
        notes = self._column
        notes.edited.connect(self._edited)
        notes.entered.connect(self._entered)
        notes.going.connect(self._let_go)
        notes.asked.connect(self._asked)
        notes.half_wanted.connect(self._half_wanted)
        notes.section_chosen.connect(self._section_chosen)
        notes.attribution_chosen.connect(self._attribution_chosen)
        notes.visibility_chosen.connect(self._visibility_chosen)
        notes.special_chosen.connect(self._special_chosen)
        self.add_button.clicked.connect(self._add_last)
        self.versions_button.clicked.connect(self._show_versions)
        self.format_button.toggled.connect(self.toolbar.setVisible)
        self.catch.entered.connect(self._caught)
        on_keys(self, (KEYS["discuss"], "Ctrl+Enter"), self._discuss)
        on_keys(self, KEYS["add"], self._add_last)
        on_keys(self, "Ctrl+J", self.focus_catch, anywhere=True)
        self._theme.changed.connect(self._look)

    def bind(self, writer: Writer) -> None:
        self._writer = writer

    def set_side(self, side: QWidget) -> None:
        """Let *side*, the topics, stand beside the notes."""
        self._side = holder(row(side, margins=(24, 10, 8, 0)), "paper")
        self._whole.insertWidget(0, self._side)
        self._arrange()

    def show_side(self, shown: bool) -> None:
        if self._side is not None:
            self._side.setVisible(shown)
            self._arrange()

    def set_role(self, role: Role, today: date) -> None:
        self._column.set_role(role, today)
        self.agreed.set_role(role)
        self.catch.set_role(role)
        self.catch.set_today(today)

    @property
    def notes(self) -> list[NoteWidget]:
        return self._column.notes

    # What the presenter shows

    def show_entry(self, value: Session, *, fresh: bool) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self._column.set_blocks(value.blocks)
        self.update_entry(value)
        self.agreed.show_actions((), value.day)
        self._area.verticalScrollBar().setValue(0)
        if self.notes:
            self.setFocusProxy(self.notes[0])

    def update_entry(self, value: Session) -> None:
        intention = " ".join(value.intention.split())
        words = self.tr("I intend: {intention}").format(intention=intention) if intention else ""
        self.intention.setText(words)
        self._column.show_blocks(value.blocks)

    def written(self, base: Session) -> Session:
        return replace(base, blocks=self._column.blocks())

    def clear(self) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self._column.set_blocks(())
        self.intention.setText("")
        self.agreed.show_actions((), date.min)
        self.catch.clear()

    def show_halves(self, order: Order) -> None:
        self._column.set_halves(order)
        self.add_button.setVisible(not order)

    @property
    def halves(self) -> Mapping[Turn, HalfHead]:
        """The headings of the two halves."""
        return self._column.halves

    @property
    def written_in(self) -> BlockId | None:
        return self._last

    def insert_block(self, block: NoteBlock, position: int) -> None:
        self._column.insert(block, position)

    def mark_block(self, block: NoteBlock) -> None:
        self._column.mark(block)

    def move_block(self, id: BlockId, position: int) -> None:
        self._column.move_note(id, position)

    def remove_block(self, id: BlockId) -> None:
        self._column.remove(id)

    def act_on_note(self, act: str) -> None:
        id = self._last or (self.notes[0].id if self.notes else None)
        if id is not None and self._column.note(id) is not None:
            self._asked(id, act)

    def focus_block(self, id: BlockId) -> None:
        self._column.focus_note(id)

    def show_actions(self, actions: Sequence[Action], today: date) -> None:
        self.agreed.show_actions(actions, today)

    @Slot()
    def focus_catch(self) -> None:
        self.catch.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def action_caught(self, line: str) -> None:
        self.catch.taken(line)

    def action_refused(self, message: str) -> None:
        self.catch.refuse(message)

    def place(self) -> dict[str, object]:
        return {**self._column.place(), "scroll": self._area.verticalScrollBar().value()}

    def restore(self, place: dict[str, object]) -> None:
        self._column.restore(place)
        scroll = place.get("scroll")
        if isinstance(scroll, int):
            self._area.verticalScrollBar().setValue(scroll)

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _look(self) -> None:
        for widget in (self._page, self._strip):
            widget.setMaximumWidth(self._theme.px(MEASURE))
        self._arrange()

    def _arrange(self) -> None:
        """Set beside each other what there is room for."""
        px, side = self._theme.px, self._side
        shown = side is not None and not side.isHidden()
        beside = self.width() >= px(BESIDE_FROM)
        if side is not None:
            across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._whole.setDirection(across if beside else down)
            low = min(px(SIDE_HEIGHT), max(self.height() * 2 // 5, px(132)))
            side.setMaximumSize(px(SIDE_WIDTH) if beside else _ANY, _ANY if beside else low)
            side.setMinimumWidth(px(SIDE_WIDTH) if beside else 0)
        room = self.width() - (px(SIDE_WIDTH) if shown and beside else 0)
        self._column.arrange(room < px(NARROW_BELOW))

    def _save(self) -> None:
        if self._writer is not None:
            self._writer.save()

    @Slot()
    def _let_go(self) -> None:
        """The toolbar must not hold on to an editor that goes."""
        self.toolbar.follow(self._nowhere)
        self.toolbar.setEnabled(False)
        self._last = None

    @Slot(object)
    def _entered(self, editor: TextEditor) -> None:
        self.toolbar.setEnabled(True)
        self.toolbar.follow(editor)
        self._last = next((note.id for note in self.notes if note.editor is editor), None)

    @Slot()
    def _edited(self) -> None:
        if self._writer is not None:
            self._writer.touched()

    @Slot()
    def _discuss(self) -> None:
        if self._writer is not None:
            self._writer.discuss_next()

    @Slot(str)
    def _caught(self, line: str) -> None:
        if self._writer is not None:
            self.catch.sent()
            self._writer.caught(line)

    @Slot()
    def _show_versions(self) -> None:
        if self._writer is not None:
            self._writer.show_versions()

    @Slot()
    def _add_last(self) -> None:
        if self._writer is not None:
            self._writer.add_block(self.notes[-1].id if self.notes else None)

    @Slot(object, str)
    def _asked(self, id: BlockId, act: str) -> None:
        writer = self._writer
        if writer is None:
            return
        match act:
            case "add":
                writer.add_block(id)
            case "discuss":
                writer.discuss_next()
            case "says":
                writer.cycle_attribution(id)
            case "may":
                writer.cycle_visibility(id)
            case "special":
                note = self._column.note(id)
                writer.mark_special(id, note is not None and not note.special.isChecked())
            case "half":
                writer.switch_half(id)
            case "up" | "down":
                writer.move_block(id, -1 if act == "up" else 1)
            case "remove":
                writer.remove_block(id)

    @Slot(object)
    def _half_wanted(self, turn: Turn) -> None:
        if self._writer is not None:
            self._writer.write_in_half(turn)

    @Slot(object, object)
    def _section_chosen(self, id: BlockId, section: Section) -> None:
        if self._writer is not None:
            self._writer.choose_section(id, section)

    @Slot(object, object)
    def _attribution_chosen(self, id: BlockId, choice: Attribution) -> None:
        if self._writer is not None:
            self._writer.choose_attribution(id, choice)

    @Slot(object, object)
    def _visibility_chosen(self, id: BlockId, choice: Visibility) -> None:
        if self._writer is not None:
            self._writer.choose_visibility(id, choice)

    @Slot(object, bool)
    def _special_chosen(self, id: BlockId, special: bool) -> None:
        if self._writer is not None:
            self._writer.mark_special(id, special)


def _centred(page: QWidget, above: int) -> QHBoxLayout:
    centre = row(None, page, None, margins=(20, above, 24, 0))
    centre.setStretch(1, 1000)
    return centre
