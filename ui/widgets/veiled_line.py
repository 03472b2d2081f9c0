"""A field of one line that knows how to veil itself: dots, as for a passphrase, and F2 to show it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from ui.theme.theme import Theme

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class LineVeil(QObject):
    """The veil of *line*. Without *private* it is drawn only where a name stands in the line; then it hides
    the whole of it.
    """

    def __init__(self, theme: Theme, line: QLineEdit, *, private: bool = True) -> None:
        super().__init__(line)
        self._theme, self._line, self._private = theme, line, private
        self._lifted = False
        self._drawn = False
        self._said = ""
        line.installEventFilter(self)
        line.textChanged.connect(self._text_changed)
        theme.veil.changed.connect(self._drawn_or_not)
        self.refresh()

    @property
    def is_drawn(self) -> bool:
        return self._drawn

    def show_on_purpose(self) -> None:
        self._lifted = True
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes_key(event)
        if event.type() == QEvent.Type.FocusIn:
            self._lifted = not self._drawn
        elif (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _PASSING
            and isValid(self._line)  # a field that goes with its dialog loses the focus on the way
        ):
            self._lifted = False
            self.refresh()
        return False

    @Slot()
    def refresh(self) -> None:
        line, veil = self._line, self._theme.veil
        wanted = not self._lifted and bool(veil.spans(line.text(), private=self._private))
        if wanted is self._drawn:
            return
        self._drawn = wanted
        line.setReadOnly(wanted)
        line.setEchoMode(QLineEdit.EchoMode.Password if wanted else QLineEdit.EchoMode.Normal)
        if wanted:
            self._said = line.accessibleDescription()
        line.setAccessibleDescription(self.tr("Veiled. F2 shows it.") if wanted else self._said)

    def _takes_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F2 and self._drawn:
            self.show_on_purpose()
            return True
        if event.key() == Qt.Key.Key_Escape and self._lifted and self._theme.veil.drawn:
            self._lifted = False
            self.refresh()
            return self._drawn
        return False

    @Slot()
    def _text_changed(self) -> None:
        if not self._line.hasFocus():
            self._lifted = False
        self.refresh()

    @Slot()
    def _drawn_or_not(self) -> None:
        self._lifted = False
        self.refresh()
