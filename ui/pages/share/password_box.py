"""A password on the PDF, typed twice. It lives in these fields alone, and never travels."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.check import CheckBox
from ui.widgets.fields import PassphraseField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder


class PasswordBox(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = CheckBox(theme, self.tr("Lock the PDF with a password"))
        self.password = PassphraseField(theme, self.tr("Password"))
        self.again = PassphraseField(theme, self.tr("The password once more"))
        warning = self.tr("Nobody can open the PDF without it, not even you. It is kept nowhere.")
        self._fields = holder(
            column(
                labelled(theme, self.tr("Password"), self.password),
                8,
                labelled(theme, self.tr("Once more"), self.again),
                6,
                Label(theme, warning, "small", "text2", wrap=True),
                margins=(0, 6, 0, 0),
            )
        )
        self.setLayout(column(self.tick, self._fields))
        self.setFocusProxy(self.tick)
        self.tick.toggled.connect(self._ticked)
        self._fields.hide()

    def lock(self) -> tuple[str, str] | None:
        """What was typed in both fields, or None where there is to be no password."""
        return (self.password.text(), self.again.text()) if self.tick.isChecked() else None

    def forget(self) -> None:
        """Leave no letter of it here."""
        for field in (self.password, self.again):
            field.clear()
            field.hide_text()
        self.tick.set_checked(False)

    @Slot(bool)
    def _ticked(self, on: bool) -> None:
        self._fields.setVisible(on)
        if on:
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.password.clear()
            self.again.clear()
