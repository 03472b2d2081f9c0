"""Writing a learning point out of a reflection, in the words that may be shared."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from mentorjournal.model.reflection import LONGEST_LEARNING_POINT
from mentorjournal.model.words import Visibility
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.card import Card
from ui.widgets.companion.count import PlacesButton
from ui.widgets.companion.pointer import reach_of
from ui.widgets.fields import ChoiceField
from ui.widgets.label import Label
from ui.widgets.layout import row
from ui.widgets.limited_text import LimitedText


class LearningBox(Card):
    """Emits *kept* with the words and what may happen to them; Escape puts it away."""

    kept = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = Label(theme, self.tr("Learning point"), "body_strong")
        self.words = LimitedText(theme, self.tr("Learning point"), LONGEST_LEARNING_POINT)
        self.words.setPlaceholderText(self.tr("What did you learn? In your own words, for later."))
        self.words.setFixedHeight(theme.line_height("editor") * 4)
        self._room = Label(theme, "", "small", "text3", wrap=True)
        choices = (
            (Visibility.PRIVATE, self.tr("Private")),
            (Visibility.PARTNER_OK, self.tr("May be shown to your partner")),
            (Visibility.SUMMARY_OK, self.tr("May appear in a summary")),
        )
        self.visibility = ChoiceField(theme, self.tr("What may happen to the learning point"), choices)
        self.keep_button = Button(theme, self.tr("Keep it"))
        leave = quiet(theme, self.tr("Cancel"))
        foot = row(self.visibility, None, leave, 4, self.keep_button)
        self.places = PlacesButton(theme, self.words)
        beside = row(self._room, 8, self.places)
        beside.setStretch(0, 1)
        super().__init__(title, self.words, beside, foot, spacing=8, margins=(16, 14, 16, 14), parent=parent)
        self.words.edited.connect(self._count)
        self.words.refused.connect(self._full)
        self.visibility.chosen.connect(self._chosen)
        self.keep_button.clicked.connect(self._keep)
        leave.clicked.connect(self.left)
        self._count()

    def begin(self, words: str = "") -> None:
        """Ask for a learning point; *words* were selected in the text, and are there to be worked on."""
        self.words.set_text(" ".join(words.split()))
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.visibility.set_value(Visibility.PRIVATE)
        self._chosen(Visibility.PRIVATE)
        self._count()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, message: str) -> None:
        """Say why it was not kept; the words stay."""
        self._room.setText(message)
        self._room.set_tone("danger")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _chosen(self, visibility: Visibility) -> None:
        self.words.pointer.set_reach(reach_of(visibility))

    @Slot()
    def _count(self) -> None:
        room = self.words.room()
        if room < 0:
            said = self.tr("{count} characters too many. Say it in fewer words.").format(count=-room)
        else:
            said = self.tr("{count} characters left").format(count=room)
        self._room.setText(said)
        self._room.set_tone("text3" if room >= 0 else "warn")
        self.keep_button.setEnabled(bool(self.words.text()) and room >= 0)

    @Slot()
    def _full(self) -> None:
        self._room.setText(self.tr("That is as long as a learning point can be. Say it in fewer words."))
        self._room.set_tone("warn")

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self.words.text(), self.visibility.value())
