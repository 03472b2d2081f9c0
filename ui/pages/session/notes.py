"""The writing column of a session: note under note, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mentorjournal.model.ids import BlockId
from mentorjournal.model.session import NoteBlock
from mentorjournal.model.words import Role, Turn
from ui.pages.session.block import NoteWidget
from ui.pages.session.half_head import HalfHead
from ui.pages.session.halves import BOTH, Order, half_of, in_halves
from ui.theme.theme import Theme
from ui.widgets.layout import clear
from ui.widgets.who_when import half_words


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
    half_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._role = Role.MENTEE
        self._today = date.today()
        self._area: QScrollArea | None = None
        self._narrow = False
        self.notes: list[NoteWidget] = []
        self._order: Order = ()
        self.halves = {turn: HalfHead(theme, turn) for turn in BOTH}
        for head in self.halves.values():
            head.setParent(self)
            head.hide()
            head.wanted.connect(self.half_wanted)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def lie_in(self, area: QScrollArea) -> None:
        """Let *area* follow the cursor."""
        self._area = area

    def set_role(self, role: Role, today: date) -> None:
        self._role, self._today = role, today
        for turn, head in self.halves.items():
            head.set_words(half_words(turn, role))

    def arrange(self, narrow: bool) -> None:
        """Tell every note whether there is room for its choices in one line."""
        if narrow is not self._narrow:
            self._narrow = narrow
            for note in self.notes:
                note.arrange(narrow)

    def set_halves(self, order: Order) -> None:
        """Let the notes stand in two halves, in this order, or in none."""
        if order != self._order:
            self._order = order
            blocks = [note.block() for note in self.notes]
            places = {block.id: place for place, block in enumerate(in_halves(blocks, order))}
            self.notes.sort(key=lambda note: places[note.id])
            self._lay_out()

    def blocks(self) -> tuple[NoteBlock, ...]:
        return tuple(note.block() for note in self.notes)

    def show_blocks(self, blocks: Sequence[NoteBlock]) -> None:
        """Show these notes, unless they stand there already."""
        if self.blocks() != tuple(blocks):
            self.set_blocks(blocks)

    def set_blocks(self, blocks: Sequence[NoteBlock]) -> None:
        self.going.emit()
        self.notes = []  # before they are hidden: each that goes hands the cursor to the next
        for head in self.halves.values():
            self._layout.removeWidget(head)
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
        self._lay_out()

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
        self.notes.insert(position, note)
        self._lay_out()
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

    def _lay_out(self) -> None:
        """Note under note, each half under its heading."""
        while self._layout.takeAt(0) is not None:
            pass
        for head in self.halves.values():
            head.setVisible(bool(self._order))
        placed: set[Turn] = set()
        for note in self.notes:
            half = half_of(note.block(), self._order)
            note.wait_in(self._order[0] if self._order else None)
            self._head_down_to(half, placed)
            self._layout.addWidget(note)
        if self._order:
            self._head_down_to(self._order[-1], placed)
        self.order_tabs()

    def _head_down_to(self, half: Turn | None, placed: set[Turn]) -> None:
        """Put the headings of all halves up to this one, which stand even over nothing."""
        if half is None or not self._order:
            return
        for turn in self._order[: self._order.index(half) + 1]:
            if turn not in placed:
                placed.add(turn)
                self._layout.addWidget(self.halves[turn])

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
        for turn in self._order:
            if before is not None:
                self.setTabOrder(before, self.halves[turn].button)
            before = self.halves[turn].button
        for note in self.notes:
            inside = note.advice
            for widget in (
                note.editor, note.section, note.says, note.may, note.special, note.remove_button,
                inside.ask, inside.happened, inside.tried.line, inside.told,
            ):  # fmt: skip
                if before is not None:
                    self.setTabOrder(before, widget)
                before = widget
