"""The head of an opened journal: codename, what it is, its pages, and the one thing to do next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.guidance.moment import Ask, Moment
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.words import RelationshipStatus, RelationshipType
from ui.shell.journal_list import short_day
from ui.shell.tabs import ACTIONS, GOALS, JOURNAL, SESSIONS, SHARE
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments, ToolButton, primary
from ui.widgets.clamped import Clamped
from ui.widgets.layout import column, row


class Header(QWidget):
    tab_chosen = Signal(str)
    new_wanted = Signal()
    moment_wanted = Signal()
    about_wanted = Signal()
    sidebar_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        tr = self.tr
        self.codename = Clamped(theme, "", "display", lines=1)
        self.told = Clamped(theme, "", "small", "text2", lines=1)
        self.sidebar = ToolButton(theme, "list", tr("Show the journals"))
        self.about = ToolButton(theme, "pencil", tr("About this relationship"), key="Ctrl+Shift+A")
        self.tabs = Segments(
            theme,
            tr("Pages of this journal"),
            [
                (JOURNAL, tr("Journal")),
                (SESSIONS, tr("Sessions")),
                (GOALS, tr("Goals")),
                (ACTIONS, tr("Actions")),
                (SHARE, tr("Share")),
            ],
        )
        self.one_stop = ToolButton(theme, "file-text", tr("One-stop sheet"), key="Ctrl+Shift+O")
        self.one_stop.hide()
        self.new = ToolButton(theme, "plus", tr("New entry"), key="Ctrl+N")
        self.moment = primary(theme, tr("Reflect"), key="Alt+Return")
        words = column(self.codename, 2, self.told)
        layout = row(self.sidebar, 4, margins=(20, 16, 24, 14))
        layout.addLayout(words, 1)
        for item in (self.one_stop, self.about, self.tabs, self.new, self.moment):
            layout.addSpacing(10)
            layout.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)
        self.sidebar.hide()
        self.tabs.chosen.connect(self._tab)
        self.new.clicked.connect(self.new_wanted)
        self.moment.clicked.connect(self.moment_wanted)
        self.about.clicked.connect(self.about_wanted)
        self.sidebar.clicked.connect(self.sidebar_wanted)

    def show_journal(self, journal: OpenJournal, moment: Moment) -> None:
        self.moment.setText(self._asked(moment, journal.journal.today()))
        relationship, card = journal.relationship, journal.card
        kind = relationship.type
        self.one_stop.setVisible(kind is RelationshipType.ONE_STOP)
        self.codename.set_text(relationship.codename)
        told = [relationship.my_role.label, kind.label]
        planned = relationship.commitment.sessions_planned
        if planned:
            told.append(
                self.tr("session {held} of {planned}").format(held=card.sessions_held, planned=planned)
            )
        elif card.sessions_held and kind is not RelationshipType.INFORMAL:  # nobody counts informal meetings
            told.append(self.tr("sessions held: {held}").format(held=card.sessions_held))
        if relationship.status is not RelationshipStatus.ACTIVE:
            told.append(relationship.status.label)
        self.told.set_text("  ·  ".join(told))

    def _asked(self, moment: Moment, today: date) -> str:
        """The one act, in words."""
        if moment.session is None:
            return self.tr("Reflect")
        day = short_day(moment.session.day)
        if moment.session.day == today:
            day = self.tr("today")
        match moment.ask:
            case Ask.PREPARE:
                return self.tr("Prepare for {day}").format(day=day)
            case Ask.SETTLE:
                return self.tr("Say how {day} went").format(day=day)
            case Ask.NOTE:
                return self.tr("Write the after-note")
            case Ask.REFLECT:
                return self.tr("Reflect")

    @Slot(object)
    def _tab(self, tab: object) -> None:
        self.tab_chosen.emit(str(tab))
