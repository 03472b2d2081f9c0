"""Asks where a link should lead."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary
from ui.widgets.fields import LineField, labelled
from ui.widgets.layout import column, row


class LinkDialog(QDialog):
    """One field for an address; empty takes the link away."""

    def __init__(self, theme: Theme, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Link"))
        self.line = LineField(theme, self.tr("Address"), text=address, placeholder="https://")
        self.line.setMinimumWidth(theme.px(380))
        cancel = Button(theme, self.tr("Cancel"))
        keep = primary(theme, self.tr("Set the link"))
        keep.setDefault(True)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self.accept)
        field = labelled(
            theme, self.tr("Address"), self.line, hint=self.tr("Leave it empty to take the link away.")
        )
        self.setLayout(column(field, 16, row(None, cancel, 8, keep), margins=(20, 18, 20, 18)))


def ask_address(theme: Theme, parent: QWidget, address: str) -> str | None:
    """The address that was chosen, empty for none; None when the question was cancelled."""
    dialog = LinkDialog(theme, address, parent)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    text = dialog.line.text().strip()
    dialog.deleteLater()
    return complete(text) if chosen else None


def complete(address: str) -> str:
    """*address* with the scheme that people leave out."""
    if not address or "://" in address or address.startswith("mailto:"):
        return address
    return f"mailto:{address}" if "@" in address and "/" not in address else f"https://{address}"
