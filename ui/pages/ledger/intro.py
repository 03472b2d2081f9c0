"""What the practice ledger is, while none is kept: a page to say yes to, or to leave."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shell.kit import Panel, centred
from ui.theme.theme import Theme
from ui.widgets.buttons import primary
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, scrolling


class Intro(QWidget):
    kept = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        panel = Panel(theme, 520)
        self._before = Label(theme, "", "body", "text2", wrap=True)
        self.keep = primary(theme, tr("Keep a ledger"))
        sentences = (
            tr(
                "A mentor’s own record: hours of mentoring, preparation, supervision and training, what was"
                " learnt and how it was applied. Bodies that accredit mentors ask for one."
            ),
            tr(
                "It counts, and names nobody. A relationship is a number; no codename, no person, no word of"
                " a session stands in it."
            ),
            tr(
                "It belongs to the vault and outlives the journals: when one is destroyed, its hours stay and"
                " lead nowhere."
            ),
            tr("Nothing is entered by itself. You can stop at any time; what stands in it stays."),
        )
        items = [Label(theme, words, "body", "text2", wrap=True) for words in sentences]
        body = column(spacing=12)
        for item in items:
            body.addWidget(item)
        panel.setLayout(
            column(
                Label(theme, tr("A ledger of your practice"), "title"),
                12,
                body,
                12,
                self._before,
                20,
                row(self.keep, None),
            )
        )
        self.setLayout(
            column(scrolling(holder(column(centred(panel), None, margins=(28, 36, 28, 32)), "page")))
        )
        self.keep.clicked.connect(self.kept)

    def show_entries(self, entries: int) -> None:
        """Say what stands in it from before."""
        words = (
            self.tr("1 entry stands in it from before.")
            if entries == 1
            else self.tr("{count} entries stand in it from before.").format(count=entries)
        )
        self._before.setText(words)
        self._before.setVisible(entries > 0)
