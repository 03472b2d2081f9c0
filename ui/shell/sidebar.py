"""The column on the left: search, journals, lock, look, settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.shell.journal_list import JournalList
from ui.theme.theme import Theme
from ui.widgets.button import tip
from ui.widgets.buttons import ToolButton, quiet
from ui.widgets.fields import search_field
from ui.widgets.label import Label
from ui.widgets.layout import column, row

WIDTH = 252


class Place(QPushButton):
    """A page of the vault to go to, marked while it is in front."""

    def __init__(self, theme: Theme, text: str, icon: str, *, key: str) -> None:
        super().__init__()
        self.setText(text)
        self._theme, self._icon = theme, icon
        self.setProperty("kind", "place")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(tip(text, key))
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    def nextCheckState(self) -> None:
        """The page that comes to the front says so; pressing alone does not."""

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font("body_strong"))
        self.setIcon(self._theme.icon(self._icon, "text2", 18, pad=10))
        self.setIconSize(self._theme.icon_size(18, pad=10))


class Sidebar(QWidget):
    """Emits what a person wants; decides nothing."""

    searched = Signal(str)
    today_wanted = Signal()
    new_wanted = Signal()
    lock_wanted = Signal()
    discreet_wanted = Signal()
    look_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = search_field(theme, self.tr("Search all journals"), self.tr("Search everything"))
        self.today = Place(theme, self.tr("Today"), "house", key="Alt+Home")
        self.journals = JournalList(theme)
        self.new = ToolButton(theme, "plus", self.tr("New journal"), key="Ctrl+Shift+N", size=16)
        self.lock = quiet(
            theme, self.tr("Lock"), icon="lock", key="Ctrl+L", says=self.tr("Lock all journals")
        )
        self.discreet = quiet(
            theme,
            self.tr("Discreet"),
            icon="eye",
            key="Ctrl+Shift+D",
            says=self.tr("Hide names and private words from a shared screen"),
        )
        self.discreet.setCheckable(True)
        for button in (self.lock, self.discreet):
            button.setProperty("tight", True)  # both stand in one line with the two pictures
        self.look = ToolButton(theme, "moon", self.tr("Switch to dark"))
        self.settings = ToolButton(theme, "settings", self.tr("Settings"), key="Ctrl+,")
        title = Label(theme, self.tr("Journals"), "caption", "text3")
        title.setBuddy(self.journals)
        layout = column(
            row(self.search, margins=(16, 16, 16, 0)),
            12,
            row(self.today, margins=(10, 0, 10, 0)),
            12,
            row(title, None, self.new, margins=(22, 0, 14, 0)),
            4,
            self.journals,
            row(self.lock, self.discreet, None, self.look, self.settings, margins=(16, 6, 8, 12), spacing=1),
        )
        layout.setStretch(6, 1)
        self.setLayout(layout)
        self.search.textEdited.connect(self.searched)
        self.search.installEventFilter(self)
        self.today.clicked.connect(self.today_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.lock.clicked.connect(self.lock_wanted)
        self.discreet.clicked.connect(self.discreet_wanted)
        self.look.clicked.connect(self.look_wanted)
        self.settings.clicked.connect(self.settings_wanted)
        theme.changed.connect(self._dress)
        self._dress()

    def show_discreet(self, on: bool) -> None:
        self.discreet.setChecked(on)
        self.discreet.set_icon("eye-off" if on else "eye")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            self.searched.emit(self.search.text())
            return True
        return False

    @Slot()
    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        dark = self._theme.dark
        self.look.set_face(
            "sun" if dark else "moon", self.tr("Switch to light") if dark else self.tr("Switch to dark")
        )
