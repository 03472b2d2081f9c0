"""The Search page: one field, chips for what can also be typed, and the hits of every journal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QStackedWidget, QWidget

from mentorjournal.model.words import EntryKind
from ui.pages.search.delegate import FoundDelegate
from ui.pages.search.model import FoundModel, Row, day_words
from ui.pages.search.presenter import KINDS, Filters, Group, SearchPresenter
from ui.theme.theme import Theme
from ui.widgets.buttons import MenuButton, quiet
from ui.widgets.empty import EmptyState
from ui.widgets.fields import search_field
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.list_view import ListView


class Chip(QPushButton):
    """A filter to switch on and off."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleDescription(self.tr("Filter"))
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        c, px = self._theme.colour, self._theme.px
        self.setFont(self._theme.font("small"))
        self.setStyleSheet(
            f"QPushButton {{ border: 1px solid {c('line_strong').name()}; border-radius: {px(24) // 2}px;"
            f" min-height: {px(24)}px; padding: 0 {px(12)}px; background: transparent;"
            f" color: {c('text2').name()}; }}"
            f"QPushButton:hover {{ background: {c('hover').name()}; }}"
            f"QPushButton:checked {{ background: {c('accent_soft').name()};"
            f" border-color: {c('accent').name()}; color: {c('accent_text').name()}; }}"
            f'QPushButton[kbd="true"] {{ border: 2px solid {c("focus").name()};'
            f" padding: 0 {px(12) - 1}px; }}"
        )


class SearchView(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: SearchPresenter | None = None
        self._moved = False  # until the writer moves, the newest hit of each better answer is chosen
        self._model = FoundModel(self, veil=theme.veil)
        self.field = search_field(theme, self.tr("Search all journals"), self.tr("Search all journals"))
        self.field.setAccessibleDescription(self.tr("Down goes to the hits, Enter opens, Escape goes back"))
        self.list = ListView(theme, self.tr("Found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(FoundDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chips: dict[EntryKind, Chip] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        labels = (
            self.tr("Reflections"),
            self.tr("Sessions"),
            self.tr("Goals"),
            self.tr("Actions"),
            self.tr("Learning points"),
        )
        for number, (kind, label) in enumerate(zip(KINDS, labels, strict=True)):
            self.chips[kind] = Chip(theme, label)
            self._group.addButton(self.chips[kind], number)
        self._journals, self._times = QMenu(self), QMenu(self)
        self.journal = MenuButton(theme, "", self._journals)
        self.time = MenuButton(theme, "", self._times)
        self._drop = quiet(theme, self.tr("All filters off"))
        self._status = Label(theme, "", "small", "text3")
        self._start = EmptyState(
            theme,
            self.tr(
                "Type to search all journals. “Quotes” keep words together, a minus leaves one out,"
                " and kind:goal, in:Heron, after:2026-03 or before:2026 narrow it down."
            ),
        )
        self._nothing = EmptyState(theme, "")
        self._middle = QStackedWidget()
        for page in (self._start, self.list, self._nothing):
            self._middle.addWidget(page)
        self._build()
        self.field.textChanged.connect(self._typed)
        self.list.clicked.connect(self._open)
        self._group.idClicked.connect(self._kind_clicked)
        self._journals.triggered.connect(self._journal_chosen)
        self._times.triggered.connect(self._time_chosen)
        self._drop.clicked.connect(self._drop_filters)
        for months, words in (
            (0, self.tr("Any time")),
            (1, self.tr("Last month")),
            (3, self.tr("Last 3 months")),
            (12, self.tr("Last 12 months")),
        ):
            self._times.addAction(words).setData(months)
        self.show_filters(Filters())
        theme.changed.connect(self._size)
        self._size()

    def bind(self, presenter: SearchPresenter) -> None:
        self._presenter = presenter

    def focus_words(self) -> None:
        """Put the cursor behind the words, so that typing goes on."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # a shortcut's reason would select them
        self.field.deselect()
        self.field.end(False)

    # What the presenter says

    def set_words(self, text: str) -> None:
        self.field.set_text(text)

    def words(self) -> str:
        return self.field.text()

    def show_filters(self, filters: Filters) -> None:
        for kind, chip in self.chips.items():
            chip.setChecked(kind in filters.kinds)
        self.journal.setText(filters.codename or self.tr("Every journal"))
        if filters.after and filters.before:
            words = self.tr("{first} to {last}")
            words = words.format(first=day_words(filters.after), last=day_words(filters.before))
        elif filters.after:
            words = self.tr("Since {day}").format(day=day_words(filters.after))
        elif filters.before:
            words = self.tr("Until {day}").format(day=day_words(filters.before))
        else:
            words = self.tr("Any time")
        self.time.setText(words)
        self._drop.setVisible(filters.any)

    def show_codenames(self, codenames: Sequence[str]) -> None:
        self._journals.clear()
        self._journals.addAction(self.tr("Every journal")).setData("")
        for codename in codenames:
            self._journals.addAction(codename).setData(codename)

    def show_start(self) -> None:
        self._model.clear()
        self._status.setText("")
        self._middle.setCurrentWidget(self._start)

    def show_groups(self, groups: Sequence[Group], *, more: bool, final: bool) -> None:
        chosen = self._chosen()
        self._model.show_groups(groups)
        hits = self._model.hits()
        place = self._model.place_of(chosen) if self._moved else None
        self._choose(place if place is not None else hits[0] if hits else None)
        if more:
            self._status.setText(self.tr("The newest {count}").format(count=len(hits)))
        else:
            self._status.setText(self.tr("{count} found").format(count=len(hits)))
        self._middle.setCurrentWidget(self.list)

    def show_nothing(self, filters: Filters) -> None:
        self._model.clear()
        self._status.setText("")
        self._nothing.set_sentence(
            self.tr("Nothing found with these filters. Switch some off, or try fewer words.")
            if filters.any
            else self.tr("Nothing found. Try fewer words, or the beginning of one.")
        )
        self._middle.setCurrentWidget(self._nothing)

    def clear(self) -> None:
        self.field.clear()
        self._journals.clear()
        self.show_start()

    # What the writer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down and Enter work from the field too: the hands stay where they are."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self._presenter:
            self._presenter.leave()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        kinds = row(*self.chips.values(), None, spacing=6)
        others = row(self.journal, self.time, self._drop, None, self._status)
        body = column(self.field, 12, kinds, 4, others, 4, self._middle, margins=(28, 20, 28, 14))
        body.setStretchFactor(self._middle, 1)
        inner = self._inner = holder(body)
        outer = row(inner)
        outer.setStretch(0, 1)
        outer.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(outer)

    def _chosen(self) -> Row | None:
        index = self.list.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def _choose(self, place: int | None) -> None:
        if place is None:
            return
        index = self._model.index(place, 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)
        if place == 1:
            self.list.scrollToTop()

    def _step(self, by: int) -> None:
        hits = self._model.hits()
        here = self.list.currentIndex().row()
        if not hits:
            return
        self._moved = True
        place = hits.index(here) + by if here in hits else 0
        self._choose(hits[min(max(place, 0), len(hits) - 1)])

    @Slot()
    def _size(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(940))

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._moved = False
        if self._presenter:
            self._presenter.typed(text)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row()) if index.isValid() else None
        if row and row.hit and self._presenter:
            self._presenter.open_hit(row.journal, row.hit.kind, row.hit.id)

    @Slot(int)
    def _kind_clicked(self, number: int) -> None:
        if self._presenter:
            self._presenter.toggle_kind(KINDS[number])

    @Slot(QAction)
    def _journal_chosen(self, act: QAction) -> None:
        if self._presenter:
            self._presenter.choose_journal(act.data())

    @Slot(QAction)
    def _time_chosen(self, act: QAction) -> None:
        if self._presenter:
            self._presenter.choose_after(act.data())

    @Slot()
    def _drop_filters(self) -> None:
        if self._presenter:
            self._presenter.drop_filters()
