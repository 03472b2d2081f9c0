"""A session on its page: its facts in a line, its notes in one column, its actions below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.model.action import Action
from mentorjournal.model.ids import BlockId
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import ActionOwner, Attribution, Role, Section, Visibility
from ui.autosave import Autosave
from ui.pages.session.actions import SessionActions
from ui.pages.session.block import KEYS, NoteWidget
from ui.pages.session.facts import Facts
from ui.pages.session.presenter import Standing
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.buttons import Button, ToolButton, primary
from ui.widgets.editor.editor import TextEditor
from ui.widgets.editor.toolbar import EditorToolbar
from ui.widgets.fields import LineField, labelled
from ui.widgets.layout import clear, column, holder, row, scrolling
from ui.widgets.saved import SavedState

WIDE_FROM = 600
"""From this width at 100 % on, fields stand side by side."""


class Writer(Protocol):
    """What the page asks of its presenter."""

    def touched(self) -> None: ...
    def save(self) -> None: ...
    def show_versions(self) -> None: ...
    def facts_changed(self) -> None: ...
    def hold(self) -> None: ...
    def add_block(self, after: BlockId | None) -> None: ...
    def choose_section(self, id: BlockId, section: Section) -> None: ...
    def choose_attribution(self, id: BlockId, attribution: Attribution) -> None: ...
    def choose_visibility(self, id: BlockId, visibility: Visibility) -> None: ...
    def cycle_attribution(self, id: BlockId) -> None: ...
    def cycle_visibility(self, id: BlockId) -> None: ...
    def move_block(self, id: BlockId, step: int) -> None: ...
    def remove_block(self, id: BlockId) -> None: ...
    def add_action(self, text: str, owner: ActionOwner, due_on: date | None, is_promise: bool) -> None: ...


class SessionView(QWidget):
    """Obeys the presenter; tells it of every edit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writer: Writer | None = None
        self._role = Role.MENTEE
        self._autosave = Autosave(self._save, parent=self)
        self.notes: list[NoteWidget] = []
        self.held_button = primary(theme, self.tr("Mark as held"), icon="check")
        self.facts = Facts(theme)
        self.title = LineField(
            theme, self.tr("Title"), placeholder=self.tr("Title, if you like"), style="title", bare=True
        )
        self.intention = LineField(theme, self.tr("What I intend"))
        self.outcome = LineField(theme, self.tr("What I would like to come of it"))
        self.saved = SavedState(theme)
        self.catch = SessionActions(theme)
        self.add_button = Button(theme, self.tr("Add a note"), kind="link", icon="plus", key=KEYS["add"])
        self.versions_button = ToolButton(theme, "clock", self.tr("Earlier versions"), key="Ctrl+Shift+H")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(0)
        self._nowhere = TextEditor(theme, self.tr("Note"), parent=self)
        self._nowhere.hide()  # what the toolbar follows while there is no note
        self.toolbar = EditorToolbar(theme, self._nowhere)
        self.toolbar.setEnabled(False)
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        body = column(
            self.facts,
            6,
            row(self.title, 12, self.held_button),
            12,
            labelled(theme, self.tr("What I intend"), self.intention),
            8,
            labelled(theme, self.tr("What I would like to come of it"), self.outcome),
            8,
            self._notes,
            6,
            row(self.add_button, None),
            self.catch,
            None,
        )
        self._page = holder(body)
        centre = row(None, self._page, None, margins=(32, 12, 32, 0))
        centre.setStretch(1, 1000)
        self._area = scrolling(holder(centre, "paper"))
        top = row(self.toolbar, None, self.saved, 8, self.versions_button, margins=(26, 8, 14, 2))
        self.setLayout(column(top, self._area))
        self._look()

    def _connect(self) -> None:
        for line in (self.title, self.intention, self.outcome):
            line.textEdited.connect(self._edited)
        self.facts.edited.connect(self._facts_edited)
        self.held_button.clicked.connect(self._hold)
        self.add_button.clicked.connect(self._add_last)
        self.versions_button.clicked.connect(self._show_versions)
        self.catch.added.connect(self._add_action)
        self._theme.changed.connect(self._look)

    def bind(self, writer: Writer) -> None:
        self._writer = writer

    def set_role(self, role: Role) -> None:
        self._role = role
        self.catch.set_role(role)

    # What the presenter shows

    def show_entry(self, value: Session, *, fresh: bool) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self.facts.open_details(fresh)
        self._set_notes(value.blocks)
        self.update_entry(value)
        self.catch.show_actions((), value.day)
        self.catch.added_now()
        self._area.verticalScrollBar().setValue(0)
        if self.notes:
            self.setFocusProxy(self.notes[0])
        if fresh and self.notes:
            self.notes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def update_entry(self, value: Session) -> None:
        self.facts.show_facts(value)
        self.title.set_text(value.title)
        self.intention.set_text(value.intention)
        self.outcome.set_text(value.desired_outcome)
        if tuple(note.block() for note in self.notes) != value.blocks:
            self._set_notes(value.blocks)

    def written(self, base: Session) -> Session:
        value = self.facts.written(base)
        return replace(
            value,
            title=self.title.text(),
            # A line shows a text of several lines on one; only what was typed here replaces it.
            intention=self.intention.text() if self.intention.isModified() else base.intention,
            desired_outcome=self.outcome.text() if self.outcome.isModified() else base.desired_outcome,
            blocks=tuple(note.block() for note in self.notes),
        )

    def clear(self) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self._set_notes(())
        for line in (self.title, self.intention, self.outcome):
            line.set_text("")
        self.catch.show_actions((), date.min)
        self.catch.added_now()

    def show_standing(self, standing: Standing) -> None:
        self.facts.show_number(standing.number)
        self.held_button.setVisible(standing.may_hold)

    def insert_block(self, block: NoteBlock, position: int) -> None:
        note = NoteWidget(self._theme, block, self._role, self._area)
        note.edited.connect(self._edited)
        note.entered.connect(self._entered)
        note.asked.connect(self._asked)
        note.section_chosen.connect(self._section_chosen)
        note.attribution_chosen.connect(self._attribution_chosen)
        note.visibility_chosen.connect(self._visibility_chosen)
        self.notes.insert(position, note)
        self._notes.insertWidget(position, note)
        self._order_tabs()

    def mark_block(self, block: NoteBlock) -> None:
        for note in self.notes:
            if note.id == block.id:
                note.show_marks(block)

    def move_block(self, id: BlockId, position: int) -> None:
        note = self._note(id)
        if note is None:
            return
        focus = note.editor.hasFocus()
        self.notes.remove(note)
        self._notes.removeWidget(note)
        self.notes.insert(position, note)
        self._notes.insertWidget(position, note)
        self._order_tabs()
        if focus:
            note.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_block(self, id: BlockId) -> None:
        note = self._note(id)
        if note is None:
            return
        self._let_go()
        self.notes.remove(note)
        self._notes.removeWidget(note)
        note.hide()
        note.deleteLater()

    def focus_block(self, id: BlockId) -> None:
        note = self._note(id)
        if note is not None:
            note.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_actions(self, actions: Sequence[Action], today: date) -> None:
        self.catch.show_actions(actions, today)

    def action_added(self) -> None:
        self.catch.added_now()

    def action_refused(self, message: str) -> None:
        self.catch.refuse(message)

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

    def place(self) -> dict[str, object]:
        inside = next((n for n, note in enumerate(self.notes) if note.editor.hasFocus()), 0)
        cursor = self.notes[inside].editor.cursor_place() if self.notes else 0
        return {"block": inside, "cursor": cursor, "scroll": self._area.verticalScrollBar().value()}

    def restore(self, place: dict[str, object]) -> None:
        inside, cursor, scroll = (place.get(name) for name in ("block", "cursor", "scroll"))
        if isinstance(inside, int) and isinstance(cursor, int) and 0 <= inside < len(self.notes):
            self.notes[inside].setFocus(Qt.FocusReason.OtherFocusReason)
            self.notes[inside].editor.set_cursor_place(cursor)
        if isinstance(scroll, int):
            self._area.verticalScrollBar().setValue(scroll)

    # Inside

    def _note(self, id: BlockId) -> NoteWidget | None:
        return next((note for note in self.notes if note.id == id), None)

    def _set_notes(self, blocks: Sequence[NoteBlock]) -> None:
        self._let_go()
        clear(self._notes)
        self.notes = []
        for position, block in enumerate(blocks):
            self.insert_block(block, position)

    def _let_go(self) -> None:
        """The toolbar must not hold on to an editor that goes."""
        self.toolbar.follow(self._nowhere)
        self.toolbar.setEnabled(False)

    def _order_tabs(self) -> None:
        before: QWidget = self.outcome
        for note in self.notes:
            for widget in (note.section, note.says, note.may, note.remove_button, note.editor):
                self.setTabOrder(before, widget)
                before = widget
        self.setTabOrder(before, self.add_button)

    def _save(self) -> None:
        if self._writer is not None:
            self._writer.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _look(self) -> None:
        self._page.setMaximumWidth(self._theme.px(MEASURE))
        self._arrange()

    def _arrange(self) -> None:
        """Set side by side what there is room for."""
        wide = self.width() >= self._theme.px(WIDE_FROM)
        self.facts.arrange(3 if wide else 2)
        self.catch.arrange(wide)

    @Slot(object)
    def _entered(self, editor: TextEditor) -> None:
        self.toolbar.setEnabled(True)
        self.toolbar.follow(editor)

    @Slot()
    def _edited(self) -> None:
        if self._writer is not None:
            self._writer.touched()

    @Slot()
    def _facts_edited(self) -> None:
        if self._writer is not None:
            self._writer.facts_changed()

    @Slot()
    def _hold(self) -> None:
        if self._writer is not None:
            self._writer.hold()

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
            case "says":
                writer.cycle_attribution(id)
            case "may":
                writer.cycle_visibility(id)
            case "up" | "down":
                writer.move_block(id, -1 if act == "up" else 1)
            case "remove":
                writer.remove_block(id)

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

    @Slot(str, object, object, bool)
    def _add_action(self, text: str, owner: ActionOwner, due_on: date | None, is_promise: bool) -> None:
        if self._writer is not None:
            self._writer.add_action(text, owner, due_on, is_promise)
