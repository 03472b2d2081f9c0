"""The unlocked window: sidebar, header, the page in front, and what has just been done or gone wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentorjournal.guidance.moment import Moment
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.card import JournalCard, JournalId
from ui.shell.dialogs import Dialogs
from ui.shell.header import Header
from ui.shell.sidebar import Sidebar
from ui.shell.tabs import JOURNAL, SESSIONS
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.date_field import day_words
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, holder, row, rule
from ui.widgets.notice import NoticeBar, ProblemBar

if TYPE_CHECKING:
    from ui.shell.reading_only import ReadingBanner

TODAY = "today"
FOLDS_BELOW = 1080
REST_MS = 1_500


class DeskView(QWidget):
    """Obeys the Desk. Pages are put in by name; side pages (settings, search …) stand without the header."""

    new_journal_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    rest_due = Signal()
    room_wanted = Signal(str)
    undo_named = Signal(str, str)

    def __init__(self, theme: Theme, dialogs: Dialogs) -> None:
        super().__init__()
        self.setObjectName("app")
        self._theme = theme
        self._dialogs = dialogs
        self._retry: Callable[[], None] | None = None
        self._wants_sidebar = False
        self._alone = False
        self._headed = False
        self._pages: dict[str, QWidget] = {}
        self.sidebar = Sidebar(theme)
        self.header = Header(theme)
        self.pages = QStackedWidget()
        self.notice = NoticeBar(theme)
        self.found = NoticeBar(theme)
        self.older = NoticeBar(theme)
        self.problem = ProblemBar(theme, second=self.tr("See what can be done"), closable=True)
        self.problem.offer_second(False)
        self.reading = False
        self.banner: ReadingBanner | None = None
        self._notice_redoes = False
        self._rule = rule()
        self._nothing = EmptyState(
            theme,
            self.tr("There is no journal here yet. Each mentoring relationship gets one of its own."),
            self.tr("Begin a journal"),
            icon="plus",
        )
        self.pages.addWidget(self._nothing)
        self._nothing.acted.connect(self.new_journal_wanted)
        self._each_bar = (self.problem, self.older, self.found, self.notice)
        bars = column(*self._each_bar, spacing=8, margins=(20, 0, 20, 12))
        self._bars = holder(bars)
        self._bars.hide()
        for bar in self._each_bar:
            bar.installEventFilter(self)
        self.journals = ToolButton(theme, "list", self.tr("Show the journals"))
        self._corner = holder(row(self.journals, None, margins=(20, 12, 20, 0)))
        layout = column(self.header, self._rule, self._corner, self.pages, self._bars)
        layout.setStretch(3, 1)
        self._page = layout
        whole = row(self.sidebar, holder(layout, "page"))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.rest_due)
        self.notice.acted.connect(self._act_on_notice)
        theme.changed.connect(self._fold)  # larger words leave less room
        self.problem.retried.connect(self._try_again)
        self.problem.second.connect(self._see_what_can_be_done)
        self.header.sidebar_wanted.connect(self.toggle_sidebar)
        self.journals.clicked.connect(self.toggle_sidebar)
        self._show_head(False)

    # Pages

    def add_page(self, name: str, page: QWidget) -> None:
        if self._pages.get(name) is not page:
            self._pages[name] = page
            self.pages.addWidget(page)

    def page(self, name: str) -> QWidget | None:
        return self._pages.get(name)

    def show_side_page(self, name: str) -> None:
        """A page of the vault rather than of the journal."""
        self._show_head(False)
        self.sidebar.today.setChecked(False)
        self.pages.setCurrentWidget(self._pages[name])

    @property
    def page_in_front(self) -> str:
        shown = self.pages.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "")

    @property
    def alone(self) -> bool:
        return self._alone

    # What the Desk says

    def show_cards(self, cards: Sequence[JournalCard], chosen: JournalId | None) -> None:
        self.sidebar.journals.show_cards(cards, chosen)

    def show_moments(self, moments: Mapping[JournalId, Moment]) -> None:
        self.sidebar.journals.show_moments(moments)

    def show_header(self, journal: OpenJournal, moment: Moment) -> None:
        self.header.show_journal(journal, moment)

    def show_tab(self, tab: str) -> None:
        self._show_head(True)
        self.sidebar.today.setChecked(False)
        self.header.tabs.set_value(tab)
        self.pages.setCurrentWidget(self._pages[JOURNAL if tab == SESSIONS else tab])

    def show_today(self) -> None:
        self.show_side_page(TODAY)
        self.sidebar.today.setChecked(True)

    def show_nothing(self, *, any_journals: bool) -> None:
        self._show_head(False)
        self.pages.setCurrentWidget(self._nothing)

    def say_done(self, label: str, codename: str = "") -> None:
        self._notice_redoes = False
        words = self.tr("Done in {codename}: {label}") if codename else self.tr("Done: {label}")
        said = words.format(label=label, codename=codename)
        self.notice.say(said, self.tr("Undo"), key="Ctrl+Z")

    def say_undone(self, label: str, codename: str = "") -> None:
        self._notice_redoes = True
        words = self.tr("Undone in {codename}: {label}") if codename else self.tr("Undone: {label}")
        said = words.format(label=label, codename=codename)
        self.notice.say(said, self.tr("Redo"), key="Ctrl+Shift+Z")

    def say_nothing(self) -> None:
        """The act that the notice offers to take back is no longer the one that Undo means."""
        self.notice.dismiss()

    def say_kept(self, sentence: str, *, undo: bool) -> None:
        """Say where something went; *undo* offers to take it back."""
        self._notice_redoes = False
        self.notice.say(sentence, self.tr("Undo") if undo else "", key="Ctrl+Z")

    def say_found(self, sentence: str) -> None:
        """Say what was put right, or noticed, while the vault was opened; calmly, until it is closed."""
        before = "" if self.found.isHidden() else self.found.words()
        if sentence not in before:
            self.found.say(f"{before} {sentence}".strip(), lasts=True)

    def say_older(self, day: date) -> None:
        """The vault is an older copy than the one last used on this machine, on *day*."""
        sentence = self.tr(
            "This vault, or a part of it, is an older copy than the one last used on this computer, on {day}."
            " What was written in between is not here. If you restored a backup on purpose, this is as it"
            " should be; if not, look for the newer copy before you go on."
        )
        said = sentence.format(day=day_words(day, self.locale()))
        self.older.say(said, self.tr("Keep this one"), lasts=True)

    def say_problem(self, sentence: str, retry: Callable[[], None] | None, *, damaged: bool = False) -> None:
        """*damaged* offers the ways out of a damaged vault, for which it is closed first."""
        self._retry = retry
        self.problem.say(sentence, can_retry=retry is not None)
        self.problem.offer_second(damaged and not self.reading)

    def forget_problem(self) -> None:
        """Let go of what went wrong, and of the words that wait to be tried again."""
        self._retry = None
        self.problem.clear()

    def show_reading(self, banner: ReadingBanner) -> None:
        """The vault is open for reading alone."""
        self.reading = True
        self.banner = banner
        banner.ways_out.clicked.connect(self._see_what_can_be_done)
        self._page.insertWidget(0, banner)

    def show_undo(self, undo: str, redo: str) -> None:
        self.undo_named.emit(undo, redo)

    def rest_soon(self) -> None:
        self._rest.start()

    def choose_save_path(self, suggested: str) -> Path | None:
        return self._dialogs.save_path(suggested)

    def choose_file(self, title: str, kinds: str) -> Path | None:
        return self._dialogs.file(title, kinds)

    # Room

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The strip below the page takes room only while it says something."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._bars.setVisible(not all(bar.isHidden() for bar in self._each_bar))
        return False

    @Slot()
    def toggle_sidebar(self) -> None:
        self._wants_sidebar = not self.sidebar.isVisible()
        self._alone = False
        self._fold()
        if self.sidebar.isVisible():
            self.sidebar.journals.setFocus()

    @Slot()
    def toggle_alone(self) -> None:
        """Only the page, without sidebar and header; and back."""
        self._alone = not self._alone
        self._fold()
        self._show_head(self._headed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() >= self._theme.px(FOLDS_BELOW) > event.oldSize().width():
            self._wants_sidebar = False
        self._fold()

    @Slot()
    def _fold(self) -> None:
        wide = self.width() >= self._theme.px(FOLDS_BELOW)
        self.sidebar.setVisible((wide or self._wants_sidebar) and not self._alone)
        self.header.sidebar.setVisible(not wide)
        self._corner.setVisible(not wide and not self._headed and not self._alone)

    def _show_head(self, shown: bool) -> None:
        self._headed = shown
        self.header.setVisible(shown and not self._alone)
        self._rule.setVisible(shown and not self._alone)
        self._fold()

    @Slot()
    def _act_on_notice(self) -> None:
        (self.redo_wanted if self._notice_redoes else self.undo_wanted).emit()

    @Slot()
    def _see_what_can_be_done(self) -> None:
        self.room_wanted.emit("rescue")

    @Slot()
    def _try_again(self) -> None:
        retry, self._retry = self._retry, None
        self.problem.clear()
        if retry is not None:
            retry()
