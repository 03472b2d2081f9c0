"""The draft: its clauses at the left, the chosen one at the right, and how far the two have come on top."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from ui.pages.agreement.agree_panel import AgreePanel
from ui.pages.agreement.clause_list import ROW_HEIGHT, ClauseList
from ui.pages.agreement.clause_panel import ClausePanel
from ui.pages.agreement.contract import Asking, ClauseShown, DraftShown, Incoming
from ui.pages.agreement.panels import IncomingPanel, PaperPanel
from ui.pages.agreement.wording import overview_words
from ui.theme.theme import Theme
from ui.widgets.buttons import MenuButton, ToolButton, primary, quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule, scrolling
from ui.widgets.saved import SavedState

LIST_WIDTH = 284
NARROW_LIST = 240
NARROW_BELOW = 800
BESIDE_FROM = 560
WIDEST = 900
UNBOUND = 16_777_215
WALK_KEY, WALK_BACK_KEY, AGREE_KEY = "F8", "Shift+F8", "Alt+G"


class DraftView(QWidget):
    """Obeys the page. Emits *walk_wanted* with the way to go."""

    walk_wanted = Signal(bool)
    agree_wanted = Signal()
    clock_wanted = Signal()

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date.today()
        tr = self.tr
        self._title = Label(theme, "", "heading")
        self.overview = Label(theme, "", "small", "text2")
        self.said = Label(theme, "", "small", "text3")
        self.saved = SavedState(theme)
        self.walk = quiet(theme, tr("Next that differs"), icon="chevron-down", key=WALK_KEY)
        self.clock = ToolButton(theme, "clock", tr("Versions of the agreement"), key="Alt+V")
        self.more = MenuButton(theme, tr("More"), menu, says=tr("Print, the form, delete"))
        self.agree = primary(theme, tr("Agree…"), icon="handshake", key=AGREE_KEY)
        self.list = ClauseList(theme)
        self.panel = ClausePanel(theme)
        self.asking = AgreePanel(theme)
        self.paper = PaperPanel(theme)
        self.incoming = IncomingPanel(theme)
        self._build()
        self.walk.clicked.connect(self._walk_on)
        self.agree.clicked.connect(self.agree_wanted)
        self.clock.clicked.connect(self.clock_wanted)
        self.paper.left.connect(self._close_paper)
        self.incoming.left.connect(self._close_incoming)
        self.list.entered.connect(self.panel.focus_first)
        theme.changed.connect(self._arrange)

    def _build(self) -> None:
        upper = row(self._title, None, self.saved, 10, self.clock, 2, self.more, 8, self.agree)
        lower = row(self.overview, 6, self.walk, 6, self.said, None)
        head = column(upper, lower, spacing=2, margins=(24, 12, 20, 8))
        inner = column(
            self.asking, self.paper, self.incoming, self.panel, spacing=14, margins=(24, 16, 24, 28)
        )
        self._inner = holder(inner)
        page = row(self._inner, None)
        page.setStretch(0, 1000)
        self._area = scrolling(holder(page, "paper"))
        self._column = holder(column(self.list, margins=(0, 8, 0, 8)), "column")
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.setSpacing(0)
        self._split.addWidget(self._column)
        self._split.addWidget(self._area, 1)
        layout = column(head, rule(), self._split)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def show_draft(self, shown: DraftShown) -> None:
        tr = self.tr
        self._today = shown.today
        words = tr("Draft of the agreement")
        if shown.version > 1:
            words = tr("Draft of version {version}").format(version=shown.version)
        self._title.setText(words)
        said = overview_words(shown.overview)
        if shown.replaces is not None:
            until = tr("{overview}. Version {version} holds until this one is agreed.")
            said = until.format(overview=said, version=shown.replaces)
        self.overview.setText(said)
        self.walk.setVisible(shown.overview.differ > 0)
        self.clock.setVisible(shown.versions > 0)
        self.panel.set_role(shown.role)
        self.list.show_rows(shown.rows, shown.chosen, shown.role)

    def show_clause(self, shown: ClauseShown) -> None:
        if self.panel.show_clause(shown, self._today):
            self._area.verticalScrollBar().setValue(0)
            self.said.setText("")

    def say(self, sentence: str) -> None:
        self.said.setText(sentence)

    def ask(self, asking: Asking) -> None:
        self.paper.hide()
        self.incoming.hide()
        self.asking.ask(asking)
        self._area.verticalScrollBar().setValue(0)

    def close_asking(self) -> None:
        self._close(self.asking, self.agree)

    def ask_paper(self) -> None:
        self._close_all()
        self.paper.begin(to_sign=False)
        self._area.verticalScrollBar().setValue(0)

    def show_incoming(self, incoming: Incoming) -> None:
        self._close_all()
        self.incoming.show_incoming(incoming)
        self._area.verticalScrollBar().setValue(0)

    def say_form(self, sentence: str, *, wrong: bool) -> None:
        self._close_all()
        self.incoming.tell(sentence, wrong=wrong)
        self._area.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        self._close_all()
        self.panel.clear()
        self.said.setText("")
        self.overview.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The clauses stand beside the chosen one, or above it where there is no room."""
        px = self._theme.px
        self._inner.setMaximumWidth(px(WIDEST))
        beside = self.width() >= px(BESIDE_FROM)
        self._split.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        width = px(NARROW_LIST if self.width() < px(NARROW_BELOW) else LIST_WIDTH)
        self._column.setMinimumWidth(width if beside else 0)
        self._column.setMaximumWidth(width if beside else UNBOUND)
        self._column.setMaximumHeight(UNBOUND if beside else px(4 * ROW_HEIGHT) + 18)

    def _close(self, panel: QWidget, came_from: QWidget) -> None:
        if panel.isHidden():
            return
        within = panel.isAncestorOf(self.focusWidget() or self)
        panel.hide()
        if within:
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_all(self) -> None:
        for panel in (self.asking, self.paper, self.incoming):
            panel.hide()

    @Slot()
    def _close_paper(self) -> None:
        self._close(self.paper, self.more)

    @Slot()
    def _close_incoming(self) -> None:
        self._close(self.incoming, self.more)

    @Slot()
    def _walk_on(self) -> None:
        self.walk_wanted.emit(True)
