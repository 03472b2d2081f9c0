"""The Goals page: the cards, one goal's story, the form. Obeys the presenter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import GoalStatus, Whose
from ui.pages.goals.cards import GoalCard
from ui.pages.goals.contract import CardsShown, StoryShown
from ui.pages.goals.draft import CheckInDraft, FormShown, GoalDraft, LinesDraft
from ui.pages.goals.form import GoalForm
from ui.pages.goals.presenter import GoalsPresenter
from ui.pages.goals.story import GoalStory
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row, scrolling


class GoalsView(QStackedWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter: GoalsPresenter | None = None
        self._shown: CardsShown | None = None
        self._cards: list[GoalCard] = []
        self._box: QVBoxLayout = column(spacing=12)
        self._gentle = Label(theme, "", "small", "text2", wrap=True)
        self._count = Label(theme, "", "small", "text3")
        self.new = Button(theme, self.tr("New goal"), icon="plus", key="N")
        self._earlier = quiet(theme, self.tr("Earlier goals on this list"), icon="chevron-up")
        self._later = quiet(theme, "", icon="chevron-down")
        self._empty = EmptyState(
            theme,
            self.tr("No goals yet. What would you like to be different?"),
            self.tr("Write the first goal"),
            icon="plus",
            key="N",
        )
        self._list = self._make_list()
        self.story = GoalStory(theme)
        self.form = GoalForm(theme)
        for page in (self._list, self._empty, self.story, self.form):
            self.addWidget(page)
        theme.changed.connect(self._size)
        self._size()

    def bind(self, presenter: GoalsPresenter) -> None:
        self._presenter = presenter
        self.new.clicked.connect(presenter.new_goal)
        self._empty.acted.connect(presenter.new_goal)
        self._earlier.clicked.connect(self._page_back)
        self._later.clicked.connect(self._page_on)
        self.story.left.connect(presenter.show_list)
        self.story.edited.connect(presenter.edit)
        self.story.removed.connect(presenter.remove)
        self.story.status_chosen.connect(presenter.choose_status)
        self.story.check_in.checked_in.connect(presenter.check_in)
        self.story.closing.settled.connect(presenter.settle)
        self.story.linked.opened.connect(presenter.show_linked)
        steps, way = self.story.steps, presenter.way
        steps.added.connect(way.add_step)
        steps.changed.connect(way.change_step)
        steps.toggled.connect(way.toggle_step)
        steps.skipped.connect(way.skip_step)
        steps.moved.connect(way.move_step)
        steps.removed.connect(way.remove_step)
        self.story.evidence.added.connect(way.add_evidence)
        self.story.evidence.removed.connect(way.remove_evidence)
        self.form.saved.connect(presenter.save)
        self.form.left.connect(presenter.leave_form)

    # What the presenter says

    def show_cards(self, shown: CardsShown) -> None:
        if shown != self._shown:
            self._shown = shown
            self._build_cards(shown)
        self.setCurrentWidget(self._list if shown.goals else self._empty)

    def _build_cards(self, shown: CardsShown) -> None:
        focused = self.focused_goal()
        clear(self._box)
        self._cards = []
        own: bool | None = None
        for goal in shown.goals:
            of_mentor = goal.goal.whose is Whose.MINE_AS_MENTOR
            if shown.in_two_parts and of_mentor is not own:
                own = of_mentor
                self._box.addWidget(self._part(own))
            card = GoalCard(self._theme, goal, shown.today)
            card.opened.connect(self._open)
            card.moved.connect(self._move)
            self._cards.append(card)
            self._box.addWidget(card)
            card.show()  # a layout shows what is new only later, and what is hidden takes no focus
        active = shown.active + shown.active_own
        self._count.setText(self.tr("1 active") if active == 1 else self.tr("{n} active").format(n=active))
        words = self.tr("{n} goals are active. One to three at a time leave room for each.")
        self._gentle.setText(words.format(n=shown.above_gentle_limit))
        self._gentle.setVisible(shown.above_gentle_limit > 0)
        self._count.setVisible(shown.above_gentle_limit == 0)
        self._earlier.setVisible(shown.earlier > 0)
        self._later.setText(self.tr("{count} more").format(count=shown.later))
        self._later.setVisible(shown.later > 0)
        if focused:
            self.focus_goal(focused)

    def show_story(self, shown: StoryShown) -> None:
        came = self.currentWidget() is not self.story
        self.story.show_story(shown)
        self.setCurrentWidget(self.story)
        if came:
            self.story.back.setFocus()

    def show_form(self, shown: FormShown) -> None:
        self.form.show_form(shown)
        self.setCurrentWidget(self.form)
        self.form.begin()

    def focus_goal(self, id: EntryId) -> None:
        for card in self._cards:
            if card.id == id:
                card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def form_draft(self) -> FormShown | None:
        return self.form.shown() if self.currentWidget() is self.form else None

    def check_in_draft(self) -> CheckInDraft:
        return self.story.check_in.draft()

    def type_check_in(self, draft: CheckInDraft) -> None:
        self.story.check_in.type_again(draft)

    def lines_typed(self) -> LinesDraft:
        return self.story.lines_typed()

    def type_lines(self, draft: LinesDraft) -> None:
        self.story.type_lines(draft)

    def focus_check_in(self) -> None:
        self.story.focus_check_in()

    def clear_check_in(self) -> None:
        self.story.check_in.clear_words()

    def clear_step(self) -> None:
        self.story.steps.clear_words()

    def clear_evidence(self) -> None:
        self.story.evidence.clear_words()

    def show_form_problem(self, sentence: str, field: str) -> None:
        self.form.say(sentence, field)

    def show_check_in_problem(self, sentence: str, field: str) -> None:
        self.story.check_in.say(sentence, field)

    def show_closing_problem(self, sentence: str, field: str) -> None:
        self.story.closing.say(sentence)

    def show_steps_problem(self, sentence: str, field: str) -> None:
        self.story.steps.say(sentence, field)

    def show_evidence_problem(self, sentence: str, field: str) -> None:
        self.story.evidence.say(sentence)

    def focused_goal(self) -> EntryId | None:
        return next((card.id for card in self._cards if card.hasFocus()), None)

    def ask_closing_note(self, goal: Goal, status: GoalStatus) -> None:
        self.story.closing.ask(goal, status)

    def close_closing_note(self) -> None:
        self.story.closing.hide()

    def clear(self) -> None:
        clear(self._box)
        self._shown, self._cards = None, []
        self._count.setText("")
        self._gentle.hide()
        self.story.clear()
        self.form.show_form(FormShown(draft=GoalDraft()))
        self.setCurrentWidget(self._list)

    # What the writer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        reading = self.currentWidget() in (self._list, self._empty)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._presenter and reading and event.key() == Qt.Key.Key_N and not event.modifiers():
            self._presenter.new_goal()
        elif self._presenter and reading and control and event.key() == Qt.Key.Key_D:
            self._presenter.check_in_somewhere()
        else:
            super().keyPressEvent(event)

    def _part(self, own: bool) -> Label:
        """The heading over the mentee's goals, or over a mentor's own."""
        words = self.tr("What I am learning as mentor") if own else self.tr("Your mentee's goals")
        return Label(self._theme, words, "heading")

    def _make_list(self) -> QWidget:
        body = column(
            row(self._count, None, self.new),
            self._gentle,
            row(self._earlier, None),
            self._box,
            row(self._later, None),
            None,
            spacing=10,
            margins=(28, 16, 28, 24),
        )
        inner = self._inner = holder(body)
        page = holder(row(None, inner, None), "page")
        page.layout().setStretch(1, 100)  # type: ignore[union-attr]  # it was given one a line above
        self._area = scrolling(page)
        return self._area

    @Slot()
    def _size(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(900))

    @Slot(object)
    def _open(self, id: EntryId) -> None:
        if self._presenter:
            self._presenter.show_goal(id)

    @Slot(int)
    def _move(self, step: int) -> None:
        place = next((n for n, card in enumerate(self._cards) if card.hasFocus()), 0) + step
        if 0 <= place < len(self._cards):
            self._cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._cards[place])

    @Slot()
    def _page_back(self) -> None:
        if self._presenter:
            self._presenter.show_page(False)

    @Slot()
    def _page_on(self) -> None:
        if self._presenter:
            self._presenter.show_page(True)
