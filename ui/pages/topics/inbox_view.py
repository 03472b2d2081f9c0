"""The inbox as an entry beside the timeline, or the agenda on which a topic was found."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import QDate, QLocale, Qt, Slot
from PySide6.QtWidgets import QWidget

from ui.pages.topics.view import AgendaView
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.buttons import quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row


class Opener(Protocol):
    def open_session(self) -> None: ...


class InboxView(QWidget):
    """Obeys the presenter; the agenda in it obeys its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._opener: Opener | None = None
        self.agenda = AgendaView(theme)
        self._where = Label(theme, "", "small", "text2", wrap=True)
        self.open_session = quiet(theme, self.tr("Open the session"), icon="users")
        top = row(self._where, 8, self.open_session, margins=(0, 0, 0, 8))
        top.setStretch(0, 1)
        self._top = holder(top)
        self._page = holder(column(self._top, self.agenda))
        body = row(None, self._page, None, margins=(32, 20, 32, 16))
        body.setStretch(1, 100)
        self.setLayout(body)
        self.setFocusProxy(self.agenda)
        self.open_session.clicked.connect(self._open_session)
        theme.changed.connect(self._look)
        self._look()
        self.show_session(None)

    def bind(self, opener: Opener) -> None:
        self._opener = opener

    def show_session(self, day: date | None) -> None:
        """Say which session's agenda this is; None for the inbox."""
        if day is not None:
            words = QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")
            self._where.setText(self.tr("The session of {day}").format(day=words))
        self._top.setVisible(day is not None)

    def focus_line(self) -> None:
        self.agenda.add_line.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _open_session(self) -> None:
        if self._opener is not None:
            self._opener.open_session()

    @Slot()
    def _look(self) -> None:
        self._page.setMaximumWidth(self._theme.px(MEASURE))
