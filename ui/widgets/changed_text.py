"""The text of a version with what changed: struck through and underlined, so that no colour is needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.model.difference import PartDifference, RunKind
from ui.theme.theme import SERIF, Theme
from ui.widgets.veiled_text import VeiledEdit

MOST_SPOKEN = 20
"""Changes that are told in words; beyond them the counts do."""

MARGIN = 24


class ChangedText(VeiledEdit):
    """Read with the arrows; N and P go to the next and the previous change, and select it."""

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._parts: tuple[PartDifference, ...] = ()
        self._places: list[tuple[int, int]] = []
        self.setObjectName("changes")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(name or self.tr("Text of the version, with what changed"))
        theme.ring(self)
        theme.changed.connect(self._look)

    def show_parts(self, parts: Sequence[PartDifference]) -> None:
        self._parts = tuple(parts)
        self.veil.put_away()
        self.setAccessibleDescription(self._spoken())
        self._look()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go(self, forward: bool) -> None:
        """Select the change after the cursor, or the one before it."""
        cursor = self.textCursor()
        if forward:
            here = cursor.selectionEnd()
            place = next((place for place in self._places if place[0] >= here), None)
            place = place or next(iter(self._places), None)
        else:
            here = cursor.selectionStart()
            place = next((place for place in reversed(self._places) if place[0] < here), None)
            place = place or (self._places[-1] if self._places else None)
        if place is not None:
            cursor.setPosition(place[0])
            cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.modifiers() and event.key() in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.go(event.key() == Qt.Key.Key_N)
            return
        super().keyPressEvent(event)

    def _spoken(self) -> str:
        said: list[str] = []
        for part in self._parts:
            for run in part.runs:
                words = " ".join(run.text.split())
                if not words or run.kind is RunKind.SAME:
                    continue
                if len(said) == MOST_SPOKEN:
                    return "; ".join([*said, self.tr("and more")])
                removed = run.kind is RunKind.REMOVED
                said.append(
                    self.tr("removed: {words}").format(words=words)
                    if removed
                    else self.tr("added: {words}").format(words=words)
                )
        return "; ".join(said) or self.tr("The words are the same.")

    @Slot()
    def _look(self) -> None:
        """Write the text anew: its faces and colours are the theme's."""
        at = self.verticalScrollBar().value()
        self.veil.put_away()
        self.clear()
        self.document().setDocumentMargin(self._theme.px(MARGIN))
        self._places = []
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for number, part in enumerate(self._parts):
            self._write_label(cursor, part.label, first=number == 0)
            self._write_runs(cursor, part)
        cursor.endEditBlock()
        self.veil.another_entry()
        self.verticalScrollBar().setValue(at)

    def _write_label(self, cursor: QTextCursor, label: str, *, first: bool) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(0 if first else self._theme.px(18))
        block.setBottomMargin(self._theme.px(2))
        words = QTextCharFormat()
        words.setFont(self._theme.font("caption"))
        words.setForeground(self._theme.colour("text3"))
        if first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(label, words)

    def _write_runs(self, cursor: QTextCursor, part: PartDifference) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(self._theme.px(6))
        cursor.insertBlock(block)
        for run in part.runs:
            begin = cursor.position()
            cursor.insertText(run.text, self._format(run.kind))
            if run.kind is not RunKind.SAME:
                self._places.append((begin, cursor.position()))

    def _format(self, kind: RunKind) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(self._theme.font("note", SERIF))
        if kind is RunKind.SAME:
            look.setForeground(self._theme.colour("text"))
        elif kind is RunKind.REMOVED:
            look.setFontStrikeOut(True)
            look.setForeground(self._theme.colour("danger"))
            look.setBackground(self._theme.colour("danger_soft"))
        else:
            look.setFontUnderline(True)
            look.setForeground(self._theme.colour("accent_text"))
            look.setBackground(self._theme.colour("accent_soft"))
        return look
