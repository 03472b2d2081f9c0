"""The Actions page, of one journal or of all: who said they would do what. Obeys the presenter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentorjournal.model.action import Action
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow
from mentorjournal.model.words import ActionStatus
from ui.pages.actions.action_list import ActionList
from ui.pages.actions.acts_bar import ActsBar
from ui.pages.actions.asking import OutcomeLine, UntilLine
from ui.pages.actions.contract import ActionDraft, ActionsShown, Ask, Listed, Order, Side
from ui.pages.actions.editor import ActionEditor
from ui.pages.actions.everywhere import AllActionsPresenter
from ui.pages.actions.model import ActionsModel
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.actions.wording import goal_choices, session_choices
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments, quiet
from ui.widgets.catch_line import CatchLine
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.list_view import ListView

Presenter = ActionsPresenter | AllActionsPresenter

_STATUS = {
    "partly": ActionStatus.PARTLY_DONE,
    "carry": ActionStatus.CARRIED,
    "drop": ActionStatus.DROPPED,
}


class ActionsView(QWidget):
    """With *everywhere* it shows the actions of all journals: nothing is added there, and each line says or
    stands under its codename.
    """

    all_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        everywhere: bool = False,
        clock: Clock = system_clock,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._everywhere, self._clock = theme, everywhere, clock
        self._presenter: Presenter | None = None
        self._model = ActionsModel(self, veil=theme.veil)
        self.list = ActionList(theme, self._model)
        self.catch_line = CatchLine(theme, today=clock().date())
        self.sides = Segments(
            theme,
            self.tr("Whose actions"),
            [
                (Side.BOTH, self.tr("Both")),
                (Side.MINE, self.tr("Mine")),
                (Side.THEIRS, self.tr("Theirs")),
            ],
        )
        self.orders = Segments(
            theme,
            self.tr("Put together"),
            [(Order.DUE, self.tr("By day")), (Order.JOURNAL, self.tr("By journal"))],
        )
        self._count = Label(theme, "", "small", "text3")
        self.all = quiet(theme, self.tr("All journals"), icon="list-checks", key="Ctrl+Shift+4")
        self._empty = EmptyState(
            theme, "", "" if everywhere else self.tr("Write the first one down"), key="N"
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self.list)
        self._middle.addWidget(self._empty)
        self.editor = ActionEditor(theme)
        self.outcome = OutcomeLine(theme)
        self.until = UntilLine(theme)
        self._lines = {Ask.OUTCOME: self.outcome, Ask.UNTIL: self.until}
        self.acts = ActsBar(theme, everywhere=everywhere)
        title = (Label(theme, self.tr("All actions"), "title"), 14) if everywhere else ()
        head = self._head = holder(row(self.sides, 12, self.orders, 12, None, self._count, 8, self.all))
        body = column(
            *title,
            head,
            14,
            self.catch_line,
            8,
            self._middle,
            self.acts,
            self.editor,
            self.outcome,
            self.until,
            margins=(28, 18, 28, 16),
        )
        body.setStretchFactor(self._middle, 1)
        self.orders.setVisible(everywhere)
        self.all.setVisible(not everywhere)
        inner = self._inner = holder(body)
        outer = row(inner)
        outer.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer.setStretch(0, 1)
        self.setLayout(outer)
        self.all.clicked.connect(self.all_wanted)
        self.list.moved.connect(self._show_acts)
        self.list.wants_new.connect(self._begin)
        self._empty.acted.connect(self._begin)
        if everywhere:
            self.setFocusProxy(self.list)
        theme.changed.connect(self._size)
        self._size()
        self.clear()

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter
        self.sides.chosen.connect(self._side_chosen)
        self.orders.chosen.connect(self._order_chosen)
        self.catch_line.entered.connect(self._add)
        self._model.toggled.connect(presenter.toggle)
        self.list.wanted.connect(self._act)
        self.list.unfolded.connect(presenter.fold)
        self.list.wants_more.connect(presenter.show_more)
        self.acts.wanted.connect(self._act_on_chosen)
        self.editor.saved.connect(presenter.save)
        self.editor.left.connect(presenter.leave_editor)
        self.outcome.said.connect(presenter.say_outcome)
        for line in self._lines.values():
            line.left.connect(presenter.leave_line)
        self.until.said.connect(presenter.carry)

    # What the presenter says

    def show_actions(self, shown: ActionsShown) -> None:
        chosen, was_on_fold = self.list.chosen(), self.list.on_fold()
        if self._model.show_actions(shown):
            place = self._model.fold_place() if was_on_fold else self._model.place_of(chosen)
            if place is None and self.list.hasFocus():
                place = self._model.first()  # the rows came after the focus
            self.list.choose(place)
        self.sides.set_value(shown.side)
        self.orders.set_value(shown.order)
        if shown.role is not None:
            self.catch_line.set_role(shown.role)
        self.catch_line.set_today(shown.today)
        overdue = sum(listed.action.is_overdue(shown.today) for listed in shown.open)
        words = self.tr("{count} open").format(count=len(shown.open))
        if overdue:
            words = self.tr("{count} open, {overdue} overdue").format(count=len(shown.open), overdue=overdue)
        empty = not shown.groups and not shown.closed_count
        self._count.setText("" if empty else words)
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
        self.catch_line.refuse(sentence)
        self.catch_line.setFocus()

    def add_failed(self) -> None:
        """The words may be given again; why it failed is said elsewhere."""
        self.catch_line.refuse()

    def added(self, line: str) -> None:
        self.catch_line.taken(line)

    def typed(self) -> str:
        return self.catch_line.text()

    def type_again(self, line: str) -> None:
        self.catch_line.set_text(line)

    def show_editor(
        self, listed: Listed, draft: ActionDraft, sessions: list[TimelineRow], goals: list[TimelineRow]
    ) -> None:
        today = self._clock().date()
        self.editor.show_draft(
            listed.action.id, draft, listed.role, session_choices(sessions, today), goal_choices(goals)
        )
        self._below(self.editor)

    def show_edit_problem(self, sentence: str) -> None:
        self.editor.say(sentence)

    def edited(self) -> ActionDraft:
        """The fields as they are typed, also while a line is asked over them."""
        return self.editor.draft()

    def back_to_editor(self) -> None:
        if self.editor.isHidden():
            self._below(self.editor)

    def hold_editor(self) -> None:
        """Bring the edit to the front, and say why no other is opened."""
        self._below(self.editor)
        self.editor.say(self.tr("What you changed here is not kept yet: save it, or cancel."))

    def ask(self, ask: Ask, action: Action, words: str) -> None:
        line = self._lines[ask]
        line.ask_of(action.id, action.text)
        line.text.setText(words)
        self._below(line)

    def asked(self) -> tuple[Ask, str] | None:
        """The line that is open, with what was typed into it."""
        lines = ((ask, line.text.text()) for ask, line in self._lines.items() if not line.isHidden())
        return next(lines, None)

    def show_until_problem(self, sentence: str) -> None:
        self.until.say(sentence)

    def close_below(self) -> None:
        focus = self.focusWidget()
        inside = any(part.isAncestorOf(focus) for part in self._parts())
        self._below(None)
        if inside:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        self._model.clear()
        self.catch_line.clear()
        for part in (self.editor, self.outcome, self.until):
            part.forget()
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

    def _parts(self) -> tuple[QWidget, ...]:
        return self.editor, self.outcome, self.until

    def _below(self, shown: QWidget | None) -> None:
        for part in self._parts():
            part.setVisible(part is shown)
        # In a low window there is room for one of them.
        self._head.setVisible(shown is not self.editor)
        self.catch_line.setVisible(not self._everywhere and shown is not self.editor)
        self._show_acts()
        if shown is not None and self.isVisible():  # what is laid back on a page not in front takes no focus
            shown.text.setFocus()  # type: ignore[attr-defined]  # each of the parts has one
            if (chosen := self.list.currentIndex()).isValid():
                self.list.scrollTo(chosen, ListView.ScrollHint.EnsureVisible)

    @Slot()
    def _show_acts(self) -> None:
        free = not any(part.isVisibleTo(self) for part in self._parts())
        self.acts.show_row(self.list.row() if free else None)

    @Slot()
    def _size(self) -> None:
        self._middle.setMinimumHeight(self._theme.px(44))
        self._inner.setMaximumWidth(self._theme.px(900))

    @Slot()
    def _begin(self) -> None:
        if not self._everywhere:
            self.catch_line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _side_chosen(self, side: object) -> None:
        if self._presenter and isinstance(side, Side):
            self._presenter.choose_side(side)

    @Slot(object)
    def _order_chosen(self, order: object) -> None:
        if self._presenter and isinstance(order, Order):
            self._presenter.choose_order(order)

    @Slot(str)
    def _add(self, line: str) -> None:
        if isinstance(self._presenter, ActionsPresenter):
            self.catch_line.sent()
            self._presenter.add(line)

    @Slot(str)
    def _act_on_chosen(self, act: str) -> None:
        if id := self.list.chosen():
            self._act(act, id)

    @Slot(str, object)
    def _act(self, act: str, id: EntryId) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        if act in _STATUS:
            presenter.settle(id, _STATUS[act])
        elif act == "journal":
            if isinstance(presenter, AllActionsPresenter):
                presenter.open_journal(id)
        elif act == "versions":
            if isinstance(presenter, ActionsPresenter):
                presenter.show_versions(id)
        else:
            {
                "done": presenter.toggle,
                "edit": presenter.edit,
                "delete": presenter.remove,
                "mark": presenter.mark,
                "session": presenter.open_session,
                "goal": presenter.open_goal,
            }[act](id)
