"""One note of a session: its section, who said it, what may happen to it, and the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QSizePolicy, QToolButton, QWidget

from mentorjournal.guidance.discreet import veils
from mentorjournal.model.blocks import BlockKind, is_empty
from mentorjournal.model.ids import BlockId
from mentorjournal.model.session import NoteBlock
from mentorjournal.model.words import Attribution, Role, Section, Turn, Visibility
from ui.pages.session.advice import AdviceLine
from ui.pages.session.presenter import is_fixed
from ui.pages.session.words import attribution_words, visibility_words
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.companion.pointer import reach_of
from ui.widgets.editor.editor import TextEditor
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.marks import VisibilityMark

KEYS = {
    "says": "Ctrl+.",
    "may": "Ctrl+Shift+.",
    "add": "Ctrl+Shift+Return",
    "special": "Alt+Shift+S",
    "discuss": "Ctrl+Return",
    "half": "Alt+Shift+Y",
}


class NoteEditor(TextEditor):
    """A text editor that leaves the keys of a note to the note."""

    note_key = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = note_act(event)
        if act:
            self.note_key.emit(act)
            event.accept()
        elif _is_plain_enter(event) and self._on_empty_last_line():
            self.textCursor().deletePreviousChar()  # the empty line was the wish for another note
            self.note_key.emit("add")
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_empty_last_line(self) -> bool:
        block = self.textCursor().block()
        last = block == self.document().lastBlock() and block.blockNumber() > 0
        return last and block.length() == 1 and self.kind() is BlockKind.PARAGRAPH

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and note_act(event):
            event.accept()
            return True
        return super().event(event)


class Choice(QToolButton):
    """A few quiet words that open a menu; without a choice they are just words."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, choices: Sequence[tuple[object, str]], key: str = "") -> None:
        super().__init__()
        self._theme, self._name, self._key = theme, name, key
        self._words = dict(choices)
        self._menu = QMenu(self)
        for value, words in choices:
            action = QAction(words, self._menu)
            action.setData(value)
            self._menu.addAction(action)
        self._menu.triggered.connect(self._triggered)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    def show_choice(self, value: object, *, fixed: bool = False, why: str = "") -> None:
        words = self._words[value]
        self.setText(words)
        self.setEnabled(not fixed)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(why or self._name + (f" ({self._key})" if self._key else ""))

    @Slot(QAction)
    def _triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font("caption"))


class NoteWidget(QWidget):
    """Shows one note and tells of every wish about it; it decides nothing."""

    edited = Signal()
    entered = Signal(object)
    section_chosen = Signal(object, object)
    attribution_chosen = Signal(object, object)
    visibility_chosen = Signal(object, object)
    special_chosen = Signal(object, bool)
    asked = Signal(object, str)

    def __init__(self, theme: Theme, block: NoteBlock, role: Role, area: QScrollArea) -> None:
        super().__init__()
        self._theme, self._role, self._block = theme, role, block
        self._waits_in: Turn | None = None
        self.mark = VisibilityMark(theme, block.visibility)
        self.section = Choice(theme, self.tr("Section"), [(one, one.label) for one in Section])
        self.says = Choice(
            theme,
            self.tr("Who said it"),
            [(one, attribution_words(one, role)) for one in Attribution],
            KEYS["says"],
        )
        self.may = Choice(
            theme,
            self.tr("What may happen to it"),
            [(one, visibility_words(one, role)) for one in Visibility],
            KEYS["may"],
        )
        self.editor = NoteEditor(theme, "", grow=True, style="editor", placeholder=self.tr("Note"))
        self.editor.keep_in_view(area)
        self.editor.open_document(block.text)
        self.editor.edited.connect(self.edited)
        self.editor.note_key.connect(self._key)
        self.editor.installEventFilter(self)
        self.special = ToolButton(
            theme, "shield-check", self.tr("Special category"), key=KEYS["special"], checkable=True, size=14
        )
        self.special_word = Label(theme, self.tr("Special category"), "caption", "plum")
        self.special.setAccessibleDescription(self.tr("Touches health, belief, ethnicity or the like"))
        self.special.clicked.connect(self._special)
        self.advice = AdviceLine(theme)
        self.advice.edited.connect(self.edited)
        self.remove_button = ToolButton(theme, "x", self.tr("Remove this note"), size=14)
        self.remove_button.clicked.connect(self._remove)
        self.section.chosen.connect(self._section)
        self.says.chosen.connect(self._says)
        self.may.chosen.connect(self._may)
        self._beside, self._below = row(None, spacing=2), row(None, spacing=2)
        first = row(self.section, self._beside, self.special_word, 4, self.special, self.remove_button)
        first.setStretch(1, 1)
        head = column(first, self._below)
        margin = column(7, self.mark, None)
        text = row(6, self.editor)
        text.setStretch(1, 1)
        body = column(head, text, row(6, self.advice), spacing=0)
        whole = row(margin, 8, body, margins=(0, 12, 0, 4))
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.editor)
        self.arrange(False)
        self.show_marks(block)

    @property
    def id(self) -> BlockId:
        return self._block.id

    def arrange(self, narrow: bool) -> None:
        """Set the choices beside each other, or in two lines where there is no room for that."""
        place = self._below if narrow else self._beside
        place.insertWidget(0, self.says)
        place.insertWidget(1, self.may)
        self.advice.arrange(narrow)

    def block(self) -> NoteBlock:
        """The note as it stands on the screen."""
        text = self.editor.document_value()
        return replace(
            self._block,
            text=text,
            turn=self._block.turn or (None if is_empty(text) else self._waits_in),
            # A note that moved out of the advice keeps what came of it, for when it moves back.
            outcome=self.advice.outcome() if self.advice.shows else self._block.outcome,
        )

    def wait_in(self, half: Turn | None) -> None:
        """The half that a note of neither belongs to once it has words."""
        self._waits_in = half

    def set_today(self, today: date) -> None:
        self.advice.set_today(today)

    def show_marks(self, block: NoteBlock) -> None:
        """Show where the note belongs, who said it and what may happen to it."""
        self._block = block
        self.editor.veil.set_private(veils(block.visibility, block.attribution))
        self.editor.pointer.set_reach(reach_of(block.visibility))
        self.special.setChecked(block.special_category)
        self.special_word.setVisible(block.special_category)
        self.advice.show_advice(block, self._role)
        fixed = is_fixed(block.section)
        why = self.tr("Their words are always theirs, and never leave this journal.") if fixed else ""
        self.section.show_choice(block.section)
        self.says.show_choice(block.attribution, fixed=fixed, why=why)
        self.may.show_choice(block.visibility, fixed=fixed, why=why)
        words = visibility_words(block.visibility, self._role)
        self.mark.set_visibility(block.visibility)
        self.mark.setToolTip(words)
        self.mark.setAccessibleName(words)
        name = self.tr("{section}. {says}. {may}.")
        if block.special_category:
            name = self.tr("{section}. {says}. {may}. Special category.")
        self.editor.setAccessibleName(
            name.format(
                section=block.section.label,
                says=attribution_words(block.attribution, self._role),
                may=words,
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = note_act(event)
        if act:
            self._key(act)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.editor)
        return False

    @Slot(object)
    def _key(self, act: str) -> None:
        self.asked.emit(self.id, act)

    @Slot(bool)
    def _special(self, on: bool) -> None:
        self.special_chosen.emit(self.id, on)

    @Slot()
    def _remove(self) -> None:
        self.asked.emit(self.id, "remove")

    @Slot(object)
    def _section(self, section: Section) -> None:
        self.section_chosen.emit(self.id, Section(str(section)))

    @Slot(object)
    def _says(self, choice: Attribution) -> None:
        self.attribution_chosen.emit(self.id, Attribution(str(choice)))

    @Slot(object)
    def _may(self, choice: Visibility) -> None:
        self.visibility_chosen.emit(self.id, Visibility(str(choice)))


def note_act(event: QKeyEvent) -> str:
    """What a key asks of its note: add, discuss, says, may, special, half, up, down, or nothing."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    control, shift, alt = (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.AltModifier,
    )
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return {control: "discuss", control | shift: "add"}.get(held, "")
    if event.key() in (Qt.Key.Key_Period, Qt.Key.Key_Greater, Qt.Key.Key_Colon) and held & control:
        return "may" if held & shift else "says"  # what Shift makes of the point depends on the keyboard
    if held == alt | shift:
        acts = {
            Qt.Key.Key_Up: "up",
            Qt.Key.Key_Down: "down",
            Qt.Key.Key_S: "special",
            Qt.Key.Key_Y: "half",
        }
        return acts.get(Qt.Key(event.key()), "")
    return ""


def _is_plain_enter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held
