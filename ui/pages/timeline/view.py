"""The journal page: the list of everything written, and the slot in which an entry lies open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QStackedWidget, QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import EntryKind, Role
from ui.pages.timeline.entry_list import EntryList
from ui.pages.timeline.model import TimelineModel
from ui.pages.timeline.presenter import Filter
from ui.theme.theme import Theme
from ui.widgets.buttons import MenuButton, ToolButton, quiet
from ui.widgets.chip import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, holder, row, scrolling

LIST_WIDTH = 372
FIRST_DAYS_WIDTH = 440
BOTH_FROM = 900
"""Below this width of the page, at 100 %, either the list or the entry is shown."""


class Actions(Protocol):
    """What the page asks of its presenter."""

    def choose(self, filter: Filter) -> None: ...
    def more(self) -> None: ...
    def glance(self, kind: EntryKind, id: EntryId) -> None: ...
    def open_entry(self, kind: EntryKind, id: EntryId) -> None: ...
    def new_entry(self, kind: EntryKind = EntryKind.REFLECTION) -> None: ...
    def delete(self, kind: EntryKind, id: EntryId) -> None: ...
    def rate(self) -> None: ...
    def open_inbox(self) -> None: ...
    def back(self) -> None: ...


class TimelineView(QWidget):
    """List and entry side by side, or one of them where there is no room for both."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: Actions | None = None
        self._kinds: dict[EntryKind, QWidget] = {}
        self._opened: EntryKind | None = None
        self._shown = False  # whether a first page of rows has come; before it, nothing is called empty
        self._both = True
        self._model = TimelineModel(self, veil=theme.veil)
        self.list = EntryList(theme, self._model)
        self._build_list()
        self._build_entry()
        self._blank = EmptyState(theme, "", self.tr("Start writing"), icon="pen-line", key="Ctrl+N")
        self._blank.acted.connect(self._new)
        self._whole = QStackedWidget()
        self._whole.addWidget(holder(row(self._column, self._entry)))
        self._blank.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._below = row(margins=(24, 0, 24, 24))
        self._whole.addWidget(scrolling(holder(column(None, self._blank, self._below, None), "page")))
        self.setLayout(column(self._whole))
        theme.changed.connect(self._look)
        self._look()

    def _build_list(self) -> None:
        menu = QMenu(self)
        for kind, words in (
            (EntryKind.REFLECTION, self.tr("New reflection")),
            (EntryKind.SESSION, self.tr("New session")),
            (EntryKind.LEARNING, self.tr("New learning point")),
        ):
            action = QAction(words, menu)
            action.setData(kind)
            menu.addAction(action)
        menu.addSeparator()
        rate = QAction(self.tr("Rate how it is going"), menu)
        rate.setData(EntryKind.RATING)
        menu.addAction(rate)
        menu.triggered.connect(self._new_of)
        # The strong way to a new entry stands in the header; here are its kinds.
        new = MenuButton(
            self._theme, self.tr("New"), menu, says=self.tr("Reflection, session, learning point, rating")
        )
        self.chips: dict[Filter, Chip] = {}
        self._group = QButtonGroup(self)
        chips = row(spacing=4)
        for index, (filter, words, name) in enumerate(
            (
                (Filter.ALL, self.tr("All"), self.tr("Show everything")),
                (Filter.REFLECTIONS, self.tr("Reflections"), self.tr("Show reflections")),
                (Filter.SESSIONS, self.tr("Sessions"), self.tr("Show sessions")),
                (Filter.GOALS, self.tr("Goals"), self.tr("Show goals")),
                (Filter.LEARNING, self.tr("Learning"), self.tr("Show learning points")),
            )
        ):
            chip = Chip(self._theme, words, name)
            self._group.addButton(chip, index)
            self.chips[filter] = chip
            chips.addWidget(chip)
        chips.addStretch(1)
        self._group.idClicked.connect(self._chip_clicked)
        self._nothing = EmptyState(self._theme, "")
        self._rows = QStackedWidget()
        self._rows.addWidget(self.list)
        self._rows.addWidget(self._nothing)
        self.list.walked.connect(self._walked)
        self.list.entered.connect(self._entered)
        self.list.picked.connect(self._picked)
        self.list.deleted.connect(self._deleted)
        self.list.near_end.connect(self._near_end)
        self.inbox = quiet(self._theme, "", icon="inbox", key="Ctrl+Shift+T")
        self.inbox.hide()
        self.inbox.clicked.connect(self._open_inbox)
        first = row(new, None, self.inbox, margins=(-8, 0, 0, 0))
        head = column(first, 4, chips, margins=(24, 8, 12, 8))
        self._above = row(margins=(24, 0, 16, 4))
        self._column = holder(column(head, self._above, self._rows), "column")

    def _build_entry(self) -> None:
        self.back_button = ToolButton(self._theme, "arrow-left", self.tr("Back to the list"), key="Esc")
        self.back_button.clicked.connect(self._back)
        self._slot = QStackedWidget()
        self._slot.setMinimumWidth(1)  # the page decides what fits, not the widest line of an entry
        self._rest = EmptyState(self._theme, self.tr("Choose an entry, or write a new one."))
        self._slot.addWidget(self._rest)
        self._back_row = holder(row(self.back_button, None, margins=(12, 8, 12, 0)))
        self._entry = holder(column(self._back_row, self._slot), "paper")

    def bind(self, actions: Actions) -> None:
        self._actions = actions

    def add_entry_view(self, kind: EntryKind, widget: QWidget) -> None:
        """Give entries of this kind the widget in which they open."""
        self._kinds[kind] = widget
        self._slot.addWidget(widget)

    def set_first_days(self, above_list: QWidget, when_empty: QWidget) -> None:
        """Give the card of the first days its places: above the list, and on a page without one."""
        self._above.addWidget(above_list)
        self._below.addStretch(1)
        self._below.addWidget(when_empty, 4)
        self._below.addStretch(1)
        self._card = when_empty
        self._look()

    _card: QWidget | None = None

    # What the presenter shows

    def show_entry_view(self, kind: EntryKind | None) -> None:
        self._opened = kind if kind in self._kinds else None
        self._slot.setCurrentWidget(self._rest if kind is None else self._kinds.get(kind, self._rest))
        self._arrange()

    def show_rows(self, rows: Sequence[TimelineRow], *, more: bool) -> None:
        self._shown = True
        with self.list.led():
            self._model.set_rows(rows)
        self._arrange()

    def append_rows(self, rows: Sequence[TimelineRow], *, more: bool) -> None:
        with self.list.led():
            self._model.append(rows)

    def put_row(self, row: TimelineRow) -> None:
        with self.list.led():
            self._model.put(row)
        self._arrange()

    def drop_row(self, id: EntryId) -> None:
        with self.list.led():
            self._model.drop(id)
        self._arrange()

    def forget_rows(self) -> None:
        """Show nothing, and call nothing empty, until rows come."""
        self._shown = False
        self._model.set_rows(())
        self._arrange()

    def neighbour(self, id: EntryId) -> TimelineRow | None:
        """The row that takes the place of this one when it goes."""
        position = self._model.position(id)
        if position is None:
            return None
        return self._model.row_at(position + 1) or self._model.row_at(position - 1)

    def select(self, id: EntryId | None) -> None:
        self.list.choose(id)

    def show_waiting(self, topics: int) -> None:
        """Lead to the inbox while something waits there."""
        self.inbox.setText(self.tr("Inbox · {count}").format(count=topics))
        self.inbox.setAccessibleName(self.tr("Inbox, topics that wait: {count}").format(count=topics))
        self.inbox.setVisible(topics > 0)

    def show_filter(self, filter: Filter) -> None:
        self.chips[filter].setChecked(True)

    def describe_empty(self, filter: Filter, role: Role) -> None:
        questions = {
            Role.MENTEE: self.tr("What do you want from the next conversation?"),
            Role.MENTOR: self.tr("Where did you leave it, and what did you promise?"),
            Role.PEER: self.tr("Whose turn is it, and what is owed?"),
        }
        nothing = {
            Filter.ALL: self.tr("Nothing written yet."),
            Filter.REFLECTIONS: self.tr("No reflections yet."),
            Filter.SESSIONS: self.tr("No sessions yet."),
            Filter.GOALS: self.tr("No goals yet."),
            Filter.LEARNING: self.tr("No learning points yet."),
        }
        self._blank.set_sentence(questions[role])
        self._nothing.set_sentence(nothing[filter])
        self._unfiltered = filter is Filter.ALL
        self._arrange()

    _unfiltered = True

    def set_alone(self, alone: bool) -> None:
        """Leave out the list while only the open entry is wanted."""
        self._alone = alone
        self._arrange()

    _alone = False

    def focus_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_entry(self) -> None:
        """Put the keys into the entry that lies open."""
        view = self._kinds.get(self._opened) if self._opened is not None else None
        if view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def list_place(self) -> dict[str, object]:
        return {"scroll": self.list.verticalScrollBar().value()}

    def restore_list(self, place: dict[str, object]) -> None:
        value = place.get("scroll")
        if isinstance(value, int):
            self.list.doItemsLayout()
            self.list.verticalScrollBar().setValue(value)

    # What the writer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        inside = self._entry.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if event.key() == Qt.Key.Key_Escape and inside and not self._alone:
            self._back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _look(self) -> None:
        self._column.setMinimumWidth(self._theme.px(LIST_WIDTH))
        if self._card is not None:
            self._card.setMaximumWidth(self._theme.px(FIRST_DAYS_WIDTH))
        self._arrange()

    def _arrange(self) -> None:
        only_entry = self._alone and self._opened is not None
        self._both = self.width() >= self._theme.px(BOTH_FROM) and not only_entry
        empty = self._shown and self._model.rowCount() == 0
        self._rows.setCurrentWidget(self._nothing if empty else self.list)
        blank = empty and self._unfiltered and self._opened is None
        self._whole.setCurrentIndex(1 if blank else 0)
        self._column.setMaximumWidth(self._theme.px(LIST_WIDTH) if self._both else 16_777_215)
        self._column.setVisible(self._both or self._opened is None)
        self._entry.setVisible(self._both or self._opened is not None)
        self._back_row.setVisible(not self._both and not only_entry)

    @Slot(int)
    def _chip_clicked(self, index: int) -> None:
        if self._actions is not None:
            self._actions.choose(list(self.chips)[index])

    @Slot()
    def _new(self) -> None:
        if self._actions is not None:
            self._actions.new_entry()

    @Slot(QAction)
    def _new_of(self, action: QAction) -> None:
        if self._actions is None:
            return
        kind = EntryKind(action.data())
        if kind is EntryKind.RATING:
            self._actions.rate()
        else:
            self._actions.new_entry(kind)

    @Slot()
    def _open_inbox(self) -> None:
        if self._actions is not None:
            self._actions.open_inbox()
            self.focus_entry()

    @Slot()
    def _near_end(self) -> None:
        if self._actions is not None:
            self._actions.more()

    @Slot(object)
    def _walked(self, row: TimelineRow) -> None:
        if self._actions is not None and self._both:
            self._actions.glance(row.kind, row.id)

    @Slot(object)
    def _entered(self, row: TimelineRow) -> None:
        if self._actions is not None:
            self._actions.open_entry(row.kind, row.id)
            self.focus_entry()

    @Slot(object)
    def _picked(self, row: TimelineRow) -> None:
        if self._actions is not None:
            self._actions.open_entry(row.kind, row.id)

    @Slot(object)
    def _deleted(self, row: TimelineRow) -> None:
        if self._actions is not None:
            self._actions.delete(row.kind, row.id)

    @Slot()
    def _back(self) -> None:
        if self._actions is not None:
            self._actions.back()
