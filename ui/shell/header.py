"""The head of an opened journal: codename, what it is, its pages, and the one thing to do next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.guidance.moment import Ask, Moment
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.words import RelationshipStatus, RelationshipType
from ui.shell.journal_list import short_day
from ui.shell.tabs import ACTIONS, AGREEMENT, GOALS, JOURNAL, SESSIONS, SHARE
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments, ToolButton, primary
from ui.widgets.clamped import Clamped
from ui.widgets.layout import column, row

GAP, EDGES, SPARE = 6, 48, 4
NAME_ROOM = 300
"""Pixels at 100 % that the name and what is told of it may take beside the pages."""

TABS_AT = 6
"""Where the pages stand in the upper line, counted with the gaps."""


class Header(QWidget):
    tab_chosen = Signal(str)
    new_wanted = Signal()
    moment_wanted = Signal()
    about_wanted = Signal()
    sidebar_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        tr = self.tr
        self.codename = Clamped(theme, "", "display", lines=1, codename=True)
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
                (AGREEMENT, tr("Agreement")),
                (SHARE, tr("Share")),
            ],
        )
        self.one_stop = ToolButton(theme, "file-text", tr("One-stop sheet"), key="Ctrl+Shift+O")
        self.one_stop.hide()
        self.tabs.setProperty("tight", True)  # six pages beside a name need the room
        self.new = ToolButton(theme, "plus", tr("New entry"), key="Ctrl+N")
        self.moment = primary(theme, tr("Reflect"), key="Alt+Return")
        words = column(self.codename, 2, self.told)
        self._upper = row(self.sidebar, 4)
        self._upper.addLayout(words, 1)
        for item in (self.about, self.tabs, self.one_stop, self.new, self.moment):
            self._upper.addSpacing(GAP)
            self._upper.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lower = row()
        self._is_low = False
        self._theme = theme
        self.setLayout(column(self._upper, self._lower, margins=(20, 16, 24, 14)))
        self.sidebar.hide()
        theme.changed.connect(self._arrange)
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
        self.told.set_text(" · ".join(told))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The pages stand beside the name, or below it where it would have no room."""
        beside = [self.about, self.tabs, self.new, self.moment]
        if not self.one_stop.isHidden():
            beside.append(self.one_stop)
        taken = sum(one.sizeHint().width() + GAP for one in beside) + EDGES
        if not self.sidebar.isHidden():
            taken += self.sidebar.sizeHint().width()
        words = QFontMetrics(self._theme.font("small")).horizontalAdvance(self.told.text())
        low = self.width() - taken < min(words + SPARE, self._theme.px(NAME_ROOM))
        if low == self._is_low:
            return
        self._is_low = low
        if low:
            self._upper.removeWidget(self.tabs)
            self._lower.setContentsMargins(0, self._theme.px(10), 0, 0)
            self._lower.insertWidget(0, self.tabs)
            self._lower.addStretch(1)
        else:
            self._lower.removeWidget(self.tabs)
            self._lower.takeAt(0)
            self._lower.setContentsMargins(0, 0, 0, 0)
            self._upper.insertWidget(TABS_AT, self.tabs, 0, Qt.AlignmentFlag.AlignVCenter)

    def _asked(self, moment: Moment, today: date) -> str:
        """The one act, in words."""
        day = ""
        if moment.session is not None:
            is_today = moment.session.day == today
            day = self.tr("today") if is_today else short_day(moment.session.day)
        match moment.ask:
            case Ask.PREPARE:
                return self.tr("Prepare for {day}").format(day=day)
            case Ask.SETTLE:
                return self.tr("Say how {day} went").format(day=day)
            case Ask.NOTE:
                return self.tr("Write the after-note")
            case Ask.AGREE:
                return self.tr("Set up the agreement")
            case Ask.HALFWAY:
                return self.tr("Review half-way")
            case Ask.CHECK:
                return self.tr("Check the agreement")
            case Ask.END:
                return self.tr("Close well")
            case Ask.REFLECT:
                return self.tr("Reflect")

    @Slot(object)
    def _tab(self, tab: object) -> None:
        self.tab_chosen.emit(str(tab))
