"""A card: one thing of a page on its own ground."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.layout import Item, Margins, column


class Card(QFrame):
    """Items from top to bottom on the card's ground."""

    def __init__(
        self,
        *items: Item,
        spacing: int = 0,
        margins: Margins = (20, 18, 20, 18),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = column(*items, spacing=spacing, margins=margins)
        self.setLayout(self.body)
