"""The Actions page: who said they would do what. Obeys the presenter."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from mentorjournal.model.action import Action
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ActionStatus
from ui.pages.actions.contract import ActionDraft, ActionsShown, Side
from ui.pages.actions.delegate import ActionDelegate
from ui.pages.actions.editor import ActionEditor, AddLine, OutcomeLine
from ui.pages.actions.model import ROW, ActionsModel
from ui.pages.actions.presenter import ActionsPresenter
from ui.theme.theme import Theme
from ui.widgets.buttons import MenuButton, Segments, quiet
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.list_view import ListView

Index = QModelIndex | QPersistentModelIndex


class ActionList(ListView):
    """Arrows move, Space ticks, Enter edits, Delete deletes, N begins a new one."""

    ticked = Signal(object)
    edited = Signal(object)
    removed = Signal(object)
    wants_new = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, model: ActionsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Actions"))
        self.setModel(model)
        self.setItemDelegate(ActionDelegate(theme, self))
        self.setAccessibleDescription(
            self.tr("Space marks done, Enter edits, Delete deletes, N begins a new action")
        )
        self.doubleClicked.connect(self._edit_at)

    def chosen(self) -> EntryId | None:
        row = self.currentIndex().data(ROW)
        return row.action.id if row and row.action else None

    def choose(self, place: int | None) -> None:
        if place is None:
            return
        index = self.model().index(place, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id, key = self.chosen(), event.key()
        if key == Qt.Key.Key_N and not event.modifiers():
            self.wants_new.emit()
        elif id and key == Qt.Key.Key_Space:
            self.ticked.emit(id)
        elif id and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edited.emit(id)
        elif id and key == Qt.Key.Key_Delete:
            self.removed.emit(id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        model = self.model()
        if not self.selectedIndexes() and isinstance(model, ActionsModel):
            chosen = self.chosen()  # Qt makes the first row current without choosing it
            self.choose(model.place_of(chosen) if chosen else model.first())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _edit_at(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row.action:
            self.edited.emit(row.action.id)


class ActionsView(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: ActionsPresenter | None = None
        self._model = ActionsModel(self)
        self.list = ActionList(theme, self._model)
        self.add_line = AddLine(theme)
        self.sides = Segments(
            theme,
            self.tr("Whose actions"),
            [
                (Side.BOTH, self.tr("Both")),
                (Side.MINE, self.tr("Mine")),
                (Side.THEIRS, self.tr("Theirs")),
            ],
        )
        self._count = Label(theme, "", "small", "text3")
        self._empty = EmptyState(theme, "", self.tr("Write the first one down"), icon="plus", key="N")
        self._middle = QStackedWidget()
        self._middle.addWidget(self.list)
        self._middle.addWidget(self._empty)
        self.editor = ActionEditor(theme)
        self.outcome = OutcomeLine(theme)
        self._acts = self._make_acts()
        body = column(
            row(self.sides, None, self._count),
            14,
            self.add_line,
            8,
            self._middle,
            self._acts,
            self.editor,
            self.outcome,
            margins=(28, 18, 28, 16),
        )
        body.setStretchFactor(self._middle, 1)
        inner = self._inner = holder(body)
        outer = row(inner)
        outer.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer.setStretch(0, 1)
        self.setLayout(outer)
        self.list.moved.connect(self._show_acts)
        self.list.wants_new.connect(self._begin)
        self._empty.acted.connect(self._begin)
        self.editor.left.connect(self.close_below)
        theme.changed.connect(self._size)
        self._size()
        self.clear()

    def bind(self, presenter: ActionsPresenter) -> None:
        self._presenter = presenter
        self.sides.chosen.connect(self._side_chosen)
        self.add_line.added.connect(self._add)
        self._model.toggled.connect(self._toggle)
        self.list.ticked.connect(self._toggle)
        self.list.edited.connect(self._edit)
        self.list.removed.connect(self._remove)
        self.editor.saved.connect(self._save)
        self.outcome.said.connect(self._say_outcome)

    # What the presenter says

    def show_actions(self, shown: ActionsShown) -> None:
        chosen = self.list.chosen()
        if self._model.show_actions(shown) and chosen:
            self.list.choose(self._model.place_of(chosen))
        self.sides.set_value(shown.side)
        self.add_line.set_role(shown.role)
        self.editor.set_role(shown.role)
        overdue = sum(action.is_overdue(shown.today) for action in shown.open)
        words = self.tr("{count} open").format(count=len(shown.open))
        if overdue:
            words = self.tr("{count} open, {overdue} overdue").format(count=len(shown.open), overdue=overdue)
        self._count.setText(words if shown.open or shown.closed else "")
        empty = not shown.open and not shown.closed
        self._empty.set_sentence(
            self.tr("No actions on this side.")
            if shown.others
            else self.tr("No actions yet. What did one of you say you would do?")
        )
        self._middle.setCurrentWidget(self._empty if empty else self.list)
        self._show_acts()

    def select(self, id: EntryId) -> None:
        self.list.choose(self._model.place_of(id))

    def selected(self) -> EntryId | None:
        return self.list.chosen()

    def show_add_problem(self, sentence: str) -> None:
        self.add_line.say(sentence)
        self.add_line.text.setFocus()

    def clear_add(self) -> None:
        self.add_line.show_draft(ActionDraft())
        self.add_line.say("")

    def typed(self) -> ActionDraft:
        return self.add_line.draft()

    def type_again(self, draft: ActionDraft) -> None:
        self.add_line.show_draft(draft)

    def show_editor(self, action: Action, draft: ActionDraft) -> None:
        self.editor.show_draft(action.id, draft)
        self._below(self.editor)
        self.editor.text.setFocus()

    def show_edit_problem(self, sentence: str) -> None:
        self.editor.say(sentence)

    def ask_outcome(self, action: Action) -> None:
        self.outcome.ask(action.id, action.text)
        self._below(self.outcome)
        self.outcome.text.setFocus()

    @Slot()
    def close_below(self) -> None:
        inside = self.editor.isAncestorOf(self.focusWidget()) or self.outcome.isAncestorOf(self.focusWidget())
        self._below(None)
        if inside:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        self._model.clear()
        self.clear_add()
        self._below(None)
        self._count.setText("")
        self._empty.set_sentence("")
        self._middle.setCurrentWidget(self.list)

    # What the writer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self._begin()
            return
        super().keyPressEvent(event)

    def _make_acts(self) -> QWidget:
        theme = self._theme
        menu = QMenu(self)
        for words, status in (
            (self.tr("Partly done"), ActionStatus.PARTLY_DONE),
            (self.tr("Carried over"), ActionStatus.CARRIED),
            (self.tr("Dropped"), ActionStatus.DROPPED),
        ):
            menu.addAction(words).setData(status)
        menu.triggered.connect(self._status_chosen)
        self._done = quiet(theme, self.tr("Done"), icon="check", key="Space")
        self._edit_button = quiet(theme, self.tr("Edit"), icon="pencil", key="Return")
        self._more = MenuButton(theme, self.tr("Mark as"), menu)
        self._delete = quiet(theme, self.tr("Delete"), icon="trash-2", key="Delete")
        self._done.clicked.connect(self._toggle_chosen)
        self._edit_button.clicked.connect(self._edit_chosen)
        self._delete.clicked.connect(self._remove_chosen)
        acts = holder(
            row(self._done, 2, self._edit_button, 2, self._more, 2, self._delete, None, margins=(0, 6, 0, 0))
        )
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self._statuses = menu
        return acts

    def _below(self, shown: QWidget | None) -> None:
        self.editor.setVisible(shown is self.editor)
        self.outcome.setVisible(shown is self.outcome)
        self.add_line.setVisible(shown is not self.editor)  # in a low window there is room for one of them
        self._show_acts()

    @Slot()
    def _show_acts(self) -> None:
        row = self.list.currentIndex().data(ROW)
        free = not self.editor.isVisibleTo(self) and not self.outcome.isVisibleTo(self)
        self._acts.setVisible(bool(row and row.action) and free)
        if row and row.action:
            self._done.setText(self.tr("Open again") if row.is_closed else self.tr("Done"))

    @Slot()
    def _size(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(900))

    @Slot()
    def _begin(self) -> None:
        self.add_line.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _side_chosen(self, side: object) -> None:
        if self._presenter and isinstance(side, Side):
            self._presenter.choose_side(side)

    @Slot(object)
    def _add(self, draft: ActionDraft) -> None:
        if self._presenter:
            self._presenter.add(draft)

    @Slot(object)
    def _toggle(self, id: EntryId) -> None:
        if self._presenter:
            self._presenter.toggle(id)

    @Slot(object)
    def _edit(self, id: EntryId) -> None:
        if self._presenter:
            self._presenter.edit(id)

    @Slot(object)
    def _remove(self, id: EntryId) -> None:
        if self._presenter:
            self._presenter.remove(id)

    @Slot(object, object)
    def _save(self, id: EntryId, draft: ActionDraft) -> None:
        if self._presenter:
            self._presenter.save(id, draft)

    @Slot(object, object)
    def _say_outcome(self, id: EntryId, note: str) -> None:
        if self._presenter:
            self._presenter.say_outcome(id, note)

    @Slot()
    def _toggle_chosen(self) -> None:
        if id := self.list.chosen():
            self._toggle(id)

    @Slot()
    def _edit_chosen(self) -> None:
        if id := self.list.chosen():
            self._edit(id)

    @Slot()
    def _remove_chosen(self) -> None:
        if id := self.list.chosen():
            self._remove(id)

    @Slot(object)
    def _status_chosen(self, act: object) -> None:
        id = self.list.chosen()
        if id and self._presenter:
            self._presenter.settle(id, act.data())  # type: ignore[attr-defined]  # a QAction, by Qt

    @Slot(QPoint)
    def _menu_at(self, where: QPoint) -> None:
        self._statuses.popup(self.list.viewport().mapToGlobal(where))
