"""The writing column of a session: note under note, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mentorjournal.model.ids import BlockId
from mentorjournal.model.session import NoteBlock
from mentorjournal.model.words import Role
from ui.pages.session.block import NoteWidget
from ui.theme.theme import Theme
from ui.widgets.layout import clear


class NotesColumn(QWidget):
    """Passes on what its notes ask for. *going* says that a note is about to go, and with it its editor."""

    edited = Signal()
    entered = Signal(object)
    going = Signal()
    section_chosen = Signal(object, object)
    attribution_chosen = Signal(object, object)
    visibility_chosen = Signal(object, object)
    special_chosen = Signal(object, bool)
    asked = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._role = Role.MENTEE
        self._today = date.today()
        self._area: QScrollArea | None = None
        self._narrow = False
        self.notes: list[NoteWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def lie_in(self, area: QScrollArea) -> None:
        """Let *area* follow the cursor."""
        self._area = area

    def set_role(self, role: Role, today: date) -> None:
        self._role, self._today = role, today

    def arrange(self, narrow: bool) -> None:
        """Tell every note whether there is room for its choices in one line."""
        if narrow is not self._narrow:
            self._narrow = narrow
            for note in self.notes:
                note.arrange(narrow)

    def blocks(self) -> tuple[NoteBlock, ...]:
        return tuple(note.block() for note in self.notes)

    def show_blocks(self, blocks: Sequence[NoteBlock]) -> None:
        """Show these notes, unless they stand there already."""
        if self.blocks() != tuple(blocks):
            self.set_blocks(blocks)

    def set_blocks(self, blocks: Sequence[NoteBlock]) -> None:
        self.going.emit()
        self.notes = []  # before they are hidden: each that goes hands the cursor to the next
        clear(self._layout)
        for position, block in enumerate(blocks):
            self.insert(block, position)

    def insert(self, block: NoteBlock, position: int) -> None:
        assert self._area is not None
        note = NoteWidget(self._theme, block, self._role, self._area)
        note.set_today(self._today)
        note.arrange(self._narrow)
        note.edited.connect(self.edited)
        note.entered.connect(self._entered)
        note.asked.connect(self.asked)
        note.section_chosen.connect(self.section_chosen)
        note.attribution_chosen.connect(self.attribution_chosen)
        note.visibility_chosen.connect(self.visibility_chosen)
        note.special_chosen.connect(self.special_chosen)
        self.notes.insert(position, note)
        self._layout.insertWidget(position, note)
        self.order_tabs()

    def mark(self, block: NoteBlock) -> None:
        note = self.note(block.id)
        if note is not None:
            note.show_marks(block)

    def move_note(self, id: BlockId, position: int) -> None:
        note = self.note(id)
        if note is None:
            return
        focus = note.editor.hasFocus()
        self.notes.remove(note)
        self._layout.removeWidget(note)
        self.notes.insert(position, note)
        self._layout.insertWidget(position, note)
        self.order_tabs()
        if focus:
            note.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, id: BlockId) -> None:
        note = self.note(id)
        if note is None:
            return
        self.going.emit()
        self.notes.remove(note)
        self._layout.removeWidget(note)
        note.hide()
        note.deleteLater()

    def note(self, id: BlockId) -> NoteWidget | None:
        return next((note for note in self.notes if note.id == id), None)

    def focus_note(self, id: BlockId) -> None:
        note = self.note(id)
        if note is not None:
            note.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> dict[str, object]:
        inside = next((n for n, note in enumerate(self.notes) if note.editor.hasFocus()), 0)
        cursor = self.notes[inside].editor.cursor_place() if self.notes else 0
        return {"block": inside, "cursor": cursor}

    def restore(self, place: dict[str, object]) -> None:
        inside, cursor = place.get("block"), place.get("cursor")
        if isinstance(inside, int) and isinstance(cursor, int) and 0 <= inside < len(self.notes):
            self.notes[inside].setFocus(Qt.FocusReason.OtherFocusReason)
            self.notes[inside].editor.set_cursor_place(cursor)

    @Slot(object)
    def _entered(self, editor: object) -> None:
        if any(note.editor is editor for note in self.notes):
            self.entered.emit(editor)

    def order_tabs(self) -> None:
        """From note to note: the words first, then what is chosen about them."""
        before: QWidget | None = None
        for note in self.notes:
            inside = note.advice
            for widget in (
                note.editor, note.section, note.says, note.may, note.special, note.remove_button,
                inside.ask, inside.happened, inside.tried.line, inside.told,
            ):  # fmt: skip
                if before is not None:
                    self.setTabOrder(before, widget)
                before = widget
