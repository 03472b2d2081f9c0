"""The place where people write: what they see is what is kept."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QSizeF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from mentorjournal.model.blocks import BlockKind, Document
from ui.theme.theme import SERIF, Theme
from ui.theme.tokens import MEASURE
from ui.widgets.companion.fields import PointedEdit
from ui.widgets.editor import acts, keys, paste
from ui.widgets.editor.document import (
    char_format,
    dump,
    kind_of,
    link_of,
    load,
    marks_of,
)
from ui.widgets.editor.link import ask_address
from ui.widgets.editor.painting import INDENT, Marks, Tint, box_of


class TextEditor(PointedEdit):
    """Edits one block document. With *grow* it is as high as its text and never scrolls itself."""

    edited = Signal()
    style_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        grow: bool = False,
        placeholder: str = "",
        style: str = "",
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """*read_only* is for reading and copying; the cursor still walks through it."""
        super().__init__(theme, parent)
        self._theme, self._grow = theme, grow
        self._style = style or ("note" if grow else "editor")
        self._quiet = False
        self._area: QScrollArea | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._tint = Tint(theme, self.document())
        self._marks = Marks(self, theme)
        self._shown_style: object = None
        if grow:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(self._fit)
        if read_only:
            self.setReadOnly(True)
            reading = (
                Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
            )
            self.setTextInteractionFlags(reading)
        else:
            self._bind_keys()
        self.textChanged.connect(self._note_edit)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.currentCharFormatChanged.connect(self._tell_style)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()
        self._load(())

    # The document

    def set_document(self, document: Document) -> None:
        """Show *document*. When the same is shown already, the cursor and the undo steps stay as they are;
        for another entry use `open_document`, which never keeps the undo steps of the one before.
        """
        if document != self.document_value():
            self._load(document)

    def open_document(self, document: Document) -> None:
        """Show *document* as one just opened: cursor at its start, nothing to undo."""
        self._load(document)
        self.veil.another_entry()

    def document_value(self) -> Document:
        """What is written now. Reads the whole text: for saving, not for every key."""
        return dump(self.document())

    def cursor_place(self) -> int:
        return self.textCursor().position()

    def set_cursor_place(self, place: int) -> None:
        """Put the cursor where it was, or at the end where the text has become shorter."""
        cursor = self.textCursor()
        cursor.setPosition(min(max(place, 0), self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # What the toolbar and the keys do

    def kind(self) -> BlockKind:
        """What the line at the cursor is."""
        return kind_of(self.textCursor().block())

    def toggle_kind(self, kind: BlockKind) -> None:
        acts.toggle_kind(self.textCursor(), kind)
        self._dress_cursor()

    def has_mark(self, mark: int) -> bool:
        """Whether the selected words, or the words to be typed, carry *mark* (BOLD, ITALIC, STRIKE, CODE)."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return acts.has_mark(cursor, mark)
        return bool(marks_of(self.currentCharFormat()) & mark)

    def toggle_mark(self, mark: int) -> None:
        cursor, on = self.textCursor(), not self.has_mark(mark)
        if cursor.hasSelection():
            acts.set_mark(cursor, mark, on)
            self._shown_style = None
        else:
            look = self.currentCharFormat()
            marks = marks_of(look) | mark if on else marks_of(look) & ~mark
            self.setCurrentCharFormat(char_format(self.kind(), marks, link_of(look)))
        self._tell_style()

    def link(self) -> str:
        """The address that the words at the cursor lead to; empty where they lead nowhere."""
        return link_of(self.textCursor().charFormat())

    def set_link(self, address: str) -> None:
        """Let the selected words, or the link at the cursor, lead to *address*; empty takes it away."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and not acts.select_link(cursor) and address:
            cursor.insertText(address, char_format(self.kind(), 0, address))
        else:
            acts.set_link(cursor, address)
        self._tell_style()

    @Slot()
    def edit_link(self) -> None:
        """Ask for the address of a link."""
        cursor = self.textCursor()
        before = acts.select_link(cursor) or link_of(cursor.charFormat())
        address = ask_address(self._theme, self, before)
        if address is not None:
            self.set_link(address)

    def keep_in_view(self, area: QScrollArea) -> None:
        """Let *area*, which this growing editor lies in, follow the cursor."""
        self._area = area

    # Qt's own

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None  # nothing in a text is ever fetched, from nowhere

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return paste.can_read(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        acts.insert(cursor, paste.read(source))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        return paste.write(acts.selection(self.textCursor()))

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and keys.belongs_to_shell(self.document(), cast(QKeyEvent, event)):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.belongs_to_shell(self.document(), event):
            event.ignore()
            return
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        if keys.press(cursor, event):
            event.accept()
            self._moved(cursor)
            return
        typed = event.text()
        if typed and typed.isprintable():
            self._before_typing()
            super().keyPressEvent(event)
            if typed == " ":
                self._try_shortcut()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._toggle_at(event.position()):
            event.accept()
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._marks.paint(painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_measure()
        super().resizeEvent(event)

    # Inside

    def _load(self, document: Document) -> None:
        self._quiet = True
        load(self.document(), document)
        self._quiet = False
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._dress_cursor()
        self.veil.another_text()
        self._fit(self.shown_document().size())

    def _before_typing(self) -> None:
        cursor = self.textCursor()
        if self.kind() is BlockKind.DIVIDER:
            acts.leave_divider(cursor)
            self._moved(cursor)
        look = acts.look_to_type(cursor, self.currentCharFormat())
        if look is not None:
            self.setCurrentCharFormat(look)

    def _try_shortcut(self) -> None:
        cursor = self.textCursor()
        if acts.shortcut(cursor):
            self._moved(cursor)

    def _moved(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        self._dress_cursor()
        self.ensureCursorVisible()

    def _dress_cursor(self) -> None:
        """Let the next words look as their line does."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and cursor.block().length() == 1:
            self.setCurrentCharFormat(char_format(self.kind()))
        self._tell_style()

    def _toggle_at(self, place: QPointF) -> bool:
        block = self.cursorForPosition(place.toPoint()).block()
        if self.isReadOnly() or self.veil.is_drawn or kind_of(block) is not BlockKind.CHECK:
            return False
        grown = box_of(self, self._theme, block).adjusted(-4, -4, 4, 4)
        return grown.contains(place) and acts.toggle_done(QTextCursor(block))

    def _bind_keys(self) -> None:
        for what, key in keys.KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setProperty("what", what)
            shortcut.activated.connect(self._do_key)

    @Slot()
    def _do_key(self) -> None:
        what = self.sender().property("what")
        if self.veil.is_drawn:
            return  # nobody changes what they cannot see
        if what == "link":
            self.edit_link()
        elif isinstance(what, int):
            self.toggle_mark(what)
        else:
            self.toggle_kind(BlockKind(what))

    @Slot()
    def _note_edit(self) -> None:
        if self.veil.is_swapping:
            self._fit(self.shown_document().size())
        elif not self._quiet:
            self.edited.emit()

    @Slot()
    def _cursor_moved(self) -> None:
        self._tell_style()
        page = self._area.widget() if self._area is not None else None
        if self._area is not None and page is not None and self.hasFocus():
            caret: QRect = self.cursorRect()
            place = self.viewport().mapTo(page, caret.center())
            self._area.ensureVisible(place.x(), place.y(), 0, 2 * caret.height())

    @Slot()
    def _tell_style(self) -> None:
        cursor, look = self.textCursor(), self.currentCharFormat()
        here = (self.kind(), marks_of(look), link_of(look), cursor.hasSelection() and cursor.selectionEnd())
        if here != self._shown_style:  # not for every key: a toolbar hangs on it
            self._shown_style = here
            self.style_changed.emit()

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font(self._style, SERIF))
        self.document().setIndentWidth(self._theme.px(INDENT))
        self.setCursorWidth(max(self._theme.px(1), 1))
        self._quiet = True  # Qt says "text changed" for new tints too
        self._tint.rehighlight()
        self._quiet = False
        self._set_measure()
        self._fit(self.shown_document().size())

    def _set_measure(self) -> None:
        if not self._grow:
            side = max(self._theme.px(40), (self.width() - self._theme.px(MEASURE)) // 2)
            self.setViewportMargins(side, self._theme.px(8), side, 0)

    @Slot(QSizeF)
    def _fit(self, size: QSizeF) -> None:
        if self._grow:
            line = self._theme.line_height(self._style)
            height = max(round(size.height() + 0.5), line)
            if height != self.height() or self.minimumHeight() != height:
                self.setFixedHeight(height)
