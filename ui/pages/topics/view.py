"""An agenda that other pages host: a line to add a topic, the topics, and the inbox below them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mentorjournal.model.ids import EntryId
from ui.pages.topics.add_line import AddLine
from ui.pages.topics.contract import Act, Acts, AgendaShown, Section
from ui.pages.topics.model import AgendaModel
from ui.pages.topics.topic_list import TopicList
from ui.pages.topics.wording import summed_up
from ui.pages.topics.words_of_acts import KEYS, acts_of, name_of
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.label import Label
from ui.widgets.layout import column, row

LONGEST_TITLE = 60
"""Letters of a goal's title in the menu."""


class AgendaView(QWidget):
    """Obeys the presenter. Fits from 240 pixels of width on; it may be given any height."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._acts: Acts | None = None
        self._shown = AgendaShown()
        self._model = AgendaModel(self, veil=theme.veil)
        self.list = TopicList(theme, self._model)
        self.add_line = AddLine(theme)
        self._title = Label(theme, self.tr("Agenda"), "heading")
        self._sum = Label(theme, "", "small", "text3", wrap=True)
        self.more = ToolButton(theme, "ellipsis", self.tr("What can be done with the topic"), key="Shift+F10")
        self._nothing = Label(theme, "", "small", "text2", wrap=True)
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        head = row(self._title, 8, self._sum, 4, self.more)
        head.setStretch(2, 1)
        layout = column(head, 6, self.add_line, 6, self._nothing, self._problem, self.list)
        layout.setStretchFactor(self.list, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.add_line)
        self.add_line.added.connect(self._add)
        self.add_line.left_down.connect(self._to_list)
        self.list.wanted.connect(self._do)
        self.list.folded.connect(self._fold)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.lost.connect(self._words_lost)
        self.list.in_place.reworded.connect(self._reword)
        self.list.in_place.allowed.connect(self._allow)
        self.more.clicked.connect(self._menu_below_button)
        self._model.reordered.connect(self._reorder)
        self.clear()

    def bind(self, acts: Acts) -> None:
        self._acts = acts

    # What the presenter says

    def show_agenda(self, shown: AgendaShown) -> None:
        chosen, heading = self.list.chosen(), self.list.row()
        before = self.list.verticalScrollBar().value()
        self._shown = shown
        if self._model.show_agenda(shown):
            place = self._model.place_of(chosen) if chosen else None
            if not chosen and heading is not None:
                place = self._model.place_of_heading(heading.section)
            self.list.doItemsLayout()
            self.list.verticalScrollBar().setValue(before)
            self.list.choose(place)
            self.list.updateGeometry()
            self.list.lay_over()
        self._title.setText(self.tr("Inbox") if shown.is_inbox else self.tr("Agenda"))
        self._sum.setText(summed_up(self, shown))
        empty = not shown.of(Section.OPEN) and not shown.of(Section.DISCUSSED)
        self._nothing.setText(self._empty_words(shown) if empty else "")
        self._nothing.setVisible(empty)
        self.more.setEnabled(self._model.rowCount() > 0)

    def select(self, id: EntryId) -> None:
        self.list.choose(self._model.place_of(id))

    def selected(self) -> EntryId | None:
        return self.list.chosen()

    def typed(self) -> str:
        return self.add_line.text()

    def type_again(self, text: str) -> None:
        self.add_line.set_text(text)

    def take_off(self, words: str) -> None:
        """These words are a topic now; what was typed after them is not."""
        self.add_line.taken(words)

    def show_add_problem(self, sentence: str) -> None:
        self.add_line.refuse(sentence)

    def summary(self) -> str:
        """What stands beside the title."""
        return self._sum.text()

    def problem(self) -> str:
        """The sentence that says what does not fit, or nothing."""
        return self._problem.text()

    def show_edit_problem(self, id: EntryId, sentence: str) -> None:
        self.list.in_place.refuse(id)
        self._say(sentence)

    def finish_edit(self) -> None:
        self.list.in_place.keep()

    def edited(self) -> tuple[EntryId, str] | None:
        """The topic whose words are being changed in place, and what they are by now."""
        field = self.list.in_place
        return (field.id, field.text()) if field.id is not None and not field.is_minutes else None

    def edit_again(self, id: EntryId, words: str) -> None:
        self.select(id)
        self.list.edit_chosen()
        if self.list.in_place.id == id:
            self.list.in_place.words.setPlainText(words)

    def close_edit(self, id: EntryId, said: str | int) -> None:
        """Close the field over this topic, if it is still that one and says nothing newer."""
        if self.list.in_place.says(id, said):
            self._close_field()

    def clear(self) -> None:
        self._close_field()
        self._shown = AgendaShown()
        self._model.show_agenda(self._shown)
        self.list.painter_of_rows.forget()
        self.add_line.set_text("")
        self._sum.setText("")
        self._nothing.hide()
        self.more.setEnabled(False)

    # What the writer does

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.list.geometry().contains(event.pos()):
            super().contextMenuEvent(event)
        elif event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._menu_at_chosen()
        elif self.list.chosen():
            self._show_menu(event.globalPos())

    def menu(self) -> QMenu | None:
        """All that can be done with the chosen topic; None while none is."""
        chosen = self.list.row()
        if chosen is None or chosen.topic is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in acts_of(chosen.section):
            if act in (Act.UP, Act.EDIT, Act.DROP) and menu.actions():
                menu.addSeparator()
            if act is Act.GOAL:
                if self._shown.goals:
                    menu.addMenu(self._goal_menu(menu, chosen.topic.goal_id))
                continue
            action = menu.addAction(name_of(self, act, chosen.topic, chosen.section, self._shown))
            action.setShortcut(QKeySequence(KEYS[act]))
            action.setShortcutVisibleInContextMenu(True)
            action.setData((act.value, ""))
        menu.triggered.connect(self._menu_chosen)
        return menu

    def _goal_menu(self, parent: QWidget, linked: EntryId | None) -> QMenu:
        menu = QMenu(self.tr("Link to a goal") + f"\t{KEYS[Act.GOAL]}", parent)
        for id, title in ((None, self.tr("No goal")), *self._shown.goals.items()):
            words = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(id == linked)
            action.setData((Act.GOAL.value, id or ""))
        return menu

    @Slot(object)
    def _show_menu(self, where: QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            menu.popup(where)

    @Slot()
    def _menu_below_button(self) -> None:
        if self.list.chosen() is None:
            self._to_list()
        self._show_menu(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _menu_at_chosen(self) -> None:
        rect = self.list.visualRect(self.list.currentIndex())
        self._show_menu(self.list.viewport().mapToGlobal(rect.center()))

    @Slot(QAction)
    def _menu_chosen(self, action: QAction) -> None:
        id = self.list.chosen()
        if id is None or action.data() is None:
            return
        act, goal = action.data()  # an enum comes back from Qt as its text
        if act != Act.GOAL.value:
            self._do(Act(act), id)
        elif self._acts is not None:
            self._acts.link(id, EntryId(goal) if goal else None)

    @Slot(object, object)
    def _do(self, act: Act, id: EntryId) -> None:
        acts = self._acts
        if acts is None:
            return
        match act:
            case Act.DISCUSS:
                acts.discuss(id)
            case Act.PARK:
                acts.park(id)
            case Act.SHIFT:
                acts.shift(id)
            case Act.DROP:
                acts.drop(id)
            case Act.WHOSE:
                acts.turn_over(id)
            case Act.VERSIONS:
                acts.show_versions(id)
            case Act.UP | Act.DOWN:
                self.list.move_chosen(-1 if act is Act.UP else 1)
            case Act.EDIT | Act.MINUTES:
                self._say("")
                self.list.edit_chosen(minutes=act is Act.MINUTES)
            case Act.GOAL:
                self._choose_goal()

    def _choose_goal(self) -> None:
        row = self.list.row()
        if row is None or row.topic is None:
            return
        if not self._shown.goals:
            self._say(self.tr("There is no goal in this journal yet. Set one on the Goals page."))
            return
        menu = self._goal_menu(self, row.topic.goal_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._menu_chosen)
        menu.popup(self.list.viewport().mapToGlobal(self.list.visualRect(self.list.currentIndex()).center()))

    def _close_field(self) -> None:
        self._say("")
        self.list.close_edit()

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setAccessibleName(sentence)
        self._problem.setVisible(bool(sentence))

    def _empty_words(self, shown: AgendaShown) -> str:
        if shown.is_inbox:
            return self.tr("Nothing waits here. What do you want to talk about?")
        if shown.of(Section.INBOX):
            return self.tr("Nothing on the agenda yet. What of the inbox do you want to talk about?")
        return self.tr("Nothing on the agenda yet. What do you want to talk about?")

    @Slot(str)
    def _add(self, text: str) -> None:
        if self._acts is not None:
            self._acts.add(text)

    @Slot()
    def _to_list(self) -> None:
        if self._model.rowCount():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _fold(self, section: Section) -> None:
        if self._acts is not None:
            self._acts.fold(section)

    @Slot(object, str)
    def _reword(self, id: EntryId, text: str) -> None:
        if self._acts is not None:
            self._acts.reword(id, text)

    @Slot(object, int)
    def _allow(self, id: EntryId, minutes: int) -> None:
        if self._acts is not None:
            self._acts.allow(id, minutes)

    @Slot(object)
    def _reorder(self, ids: list[EntryId]) -> None:
        if self._acts is not None:
            self._acts.reorder(ids)

    @Slot(str)
    def _words_lost(self, text: str) -> None:
        if not self.add_line.text():
            self.add_line.set_text(text)
