"""One line that says how far the ledger lies behind the journals, and offers to catch up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.model.ledger import Behind
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import row


class Offer(QFrame):
    taken = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.words = Label(theme, "", "body", wrap=True)
        self.take = Button(theme, "")
        self.decline = Button(theme, self.tr("Not now"), kind="link")
        line = row(self.words, 14, self.decline, 6, self.take, margins=(16, 8, 12, 8))
        line.setStretch(0, 1)
        self.setLayout(line)
        self.take.clicked.connect(self.taken)
        self.decline.clicked.connect(self.declined)
        self.hide()

    def show_behind(self, behind: Behind) -> None:
        self.setVisible(not behind.is_up_to_date)
        self.words.setText(" ".join(self._sentences(behind)))
        only_new = not (behind.changed or behind.gone)
        self.take.setText(
            self.tr("Enter sessions held as a mentor") if only_new else self.tr("Bring up to date")
        )

    def _sentences(self, behind: Behind) -> list[str]:
        tr, told = self.tr, []
        if behind.new == 1:
            told.append(tr("1 held session is not entered yet."))
        elif behind.new:
            told.append(tr("{count} held sessions are not entered yet.").format(count=behind.new))
        if behind.changed == 1:
            told.append(tr("1 entered session has another day, length or mode now."))
        elif behind.changed:
            told.append(
                tr("{count} entered sessions have another day, length or mode now.").format(
                    count=behind.changed
                )
            )
        if behind.gone == 1:
            told.append(tr("1 entered session was not held after all: its entry would go."))
        elif behind.gone:
            told.append(
                tr("{count} entered sessions were not held after all: their entries would go.").format(
                    count=behind.gone
                )
            )
        return told
