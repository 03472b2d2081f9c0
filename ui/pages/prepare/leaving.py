"""The foot of a preparation: its two ways out, and what opens below them before anything leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal.model.words import Role
from ui.pages.prepare.contract import AgendaShown
from ui.pages.prepare.panels import AgendaPanel
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.paper_panel import PaperPanel

NARROW_BELOW = 430
"""Below this width at 100 % buttons stand below each other."""

PAPER_KEY, AGENDA_KEY = "Ctrl+P", "Ctrl+Shift+P"


class Leaving(QWidget):
    """Emits *grown* with the panel that opened, *left* when one was shut."""

    grown = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.paper_button = Button(
            theme, self.tr("Print or save as PDF"), icon="printer", key=PAPER_KEY, kind="quiet"
        )
        self.agenda_button = Button(theme, "", icon="list", key=AGENDA_KEY)
        self.paper = PaperPanel(theme)
        self.agenda = AgendaPanel(theme)
        self._buttons = row(self.agenda_button, self.paper_button, None, spacing=8)
        self.setLayout(column(self._buttons, self.paper, self.agenda, spacing=14, margins=(10, 0, 0, 0)))
        self.paper.left.connect(self._leave)
        self.agenda.left.connect(self._leave)

    def arrange(self, width: int) -> None:
        """Set side by side what *width* has room for."""
        narrow = width < self._theme.px(NARROW_BELOW)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(below if narrow else beside)
        for panel in (self.paper, self.agenda):
            panel.arrange(narrow)

    def set_role(self, role: Role) -> None:
        title = {
            Role.MENTEE: self.tr("Agenda for my mentor"),
            Role.MENTOR: self.tr("Agenda for my mentee"),
            Role.PEER: self.tr("Agenda for my peer"),
        }[role]
        self.agenda_button.setText(title)
        self.agenda.set_title(title)

    def ask_paper(self, *, has_their_words: bool) -> None:
        self.agenda.hide()
        self.paper.begin(has_their_words=has_their_words)
        self.grown.emit(self.paper)

    def show_agenda(self, shown: AgendaShown) -> None:
        self.paper.hide()
        fresh = self.agenda.isHidden()
        self.agenda.show_agenda(shown)
        if fresh:
            self.grown.emit(self.agenda)

    def close_panels(self) -> None:
        self.paper.hide()
        self.agenda.hide()

    def focusables(self) -> list[QWidget]:
        buttons = [self.agenda_button, self.paper_button]
        return [*buttons, *self.paper.focusables(), *self.agenda.focusables()]

    @Slot()
    def _leave(self) -> None:
        came_from = self.agenda_button if self.paper.isHidden() else self.paper_button
        self.close_panels()
        came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()
