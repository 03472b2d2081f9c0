"""The ratings page: one calm sheet to rate on, then and now below it. Obeys the presenter."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.rating import RatingInstrument
from mentorjournal.model.words import Visibility
from ui.pages.ratings.contract import MakerShown, RatingDraft, SheetShown
from ui.pages.ratings.dumbbells import Dumbbells
from ui.pages.ratings.earlier import EarlierRatings
from ui.pages.ratings.lines import LABEL_WIDTH, RateLines
from ui.pages.ratings.maker import SheetMaker
from ui.pages.ratings.note import NoteField
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton, primary, quiet
from ui.widgets.check import CheckBox
from ui.widgets.date_field import DateField, day_words
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, scrolling
from ui.widgets.marks import VisibilityMark

PAGE_WIDTH = 700
SCALE_WIDTH = 430


class Presenter(Protocol):
    """What the page asks of its presenter."""

    def choose_sheet(self, sheet: str) -> None: ...
    def choose_rating(self, id: EntryId | None) -> None: ...
    def save(self, draft: RatingDraft) -> None: ...
    def remove(self) -> None: ...
    def make_sheet(self) -> None: ...
    def change_sheet(self) -> None: ...
    def keep_sheet(self, made: MakerShown) -> None: ...
    def remove_sheet(self, id: str) -> None: ...


class RatingsView(QWidget):
    """Emits *left* when the writer wants to go back to the journal."""

    left = Signal()

    def __init__(self, theme: Theme, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: Presenter | None = None
        self._sheets: tuple[RatingInstrument, ...] = ()
        self._changing: EntryId | None = None
        tr = self.tr
        self.back = ToolButton(theme, "arrow-left", tr("Back to the journal"), key="Esc")
        self.sheet = ChoiceField(theme, tr("Rating sheet"), ())
        self.make = quiet(theme, tr("Make your own"), icon="plus")
        self.change = quiet(theme, tr("Change its lines"), icon="pencil")
        self.lines = RateLines(theme)
        self.day = DateField(theme, tr("Day"), today=today)
        self.session = ChoiceField(theme, tr("Session"), ())
        self.looking_back = CheckBox(theme, tr("Also say where I was at the start, as I see it now"))
        self.note = NoteField(theme, tr("Note"))
        self.keep = primary(theme, tr("Keep this rating"), key="Ctrl+Return")
        self.anew = quiet(theme, tr("Rate anew"), icon="plus")
        self.versions = ToolButton(theme, "clock", tr("Earlier versions of the note"), key="Ctrl+Shift+H")
        self.delete = quiet(theme, tr("Delete"), icon="trash-2")
        self.compared = Dumbbells(theme)
        self.earlier = EarlierRatings(theme)
        self.maker = SheetMaker(theme)
        self._heading = Label(theme, "", "heading")
        self._story_heading = Label(theme, "", "heading")
        self._source = Label(theme, "", "small", "text3", wrap=True)
        self._question = Label(theme, "", "caption", "text2")
        self._question.setBuddy(self.note.edit)
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._build()
        self._connect()
        self.clear()

    def _build(self) -> None:
        theme, tr = self._theme, self.tr
        never = row(
            VisibilityMark(theme, Visibility.NEVER_EXPORT),
            6,
            Label(theme, tr("Ratings never leave this journal."), "small", "text3"),
        )
        never.addStretch(1)
        head = row(self.back, 8)
        head.addLayout(column(Label(theme, tr("How it is going"), "title"), 2, never), 1)
        choose = row(self.sheet, 8, self.change, None, self.make)
        self._session_row = holder(labelled(theme, tr("Session"), self.session))
        about = row(labelled(theme, tr("Day"), self.day), 14, self._session_row, None)
        self._sheet_area = holder(
            column(
                self._heading,
                14,
                self.lines,
                10,
                row(self.looking_back, None),
                14,
                self._question,
                4,
                self.note,
                12,
                about,
                10,
                self._problem,
                4,
                row(self.keep, 8, self.anew, None, self.versions, 2, self.delete),
                10,
                self._source,
            )
        )
        self._story = holder(
            column(
                self._story_heading,
                6,
                self.compared,
                18,
                Label(theme, tr("Earlier"), "heading"),
                4,
                self.earlier,
            )
        )
        body = column(
            head,
            16,
            choose,
            18,
            self.maker,
            self._sheet_area,
            26,
            self._story,
            None,
            margins=(28, 18, 28, 28),
        )
        self._page = holder(body)
        centre = row(None, self._page, None)
        centre.setStretch(1, 1000)
        self._area = scrolling(holder(centre, "page"))
        self.setLayout(column(self._area))
        self._look()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.sheet.chosen.connect(self._sheet_chosen)
        self.make.clicked.connect(self._make)
        self.change.clicked.connect(self._change)
        self.looking_back.toggled.connect(self.lines.look_back)
        self.keep.clicked.connect(self._keep)
        self.anew.clicked.connect(self._anew)
        self.delete.clicked.connect(self._delete)
        self.earlier.chosen.connect(self._earlier_chosen)
        self.maker.kept.connect(self._keep_sheet)
        self.maker.removed.connect(self._remove_sheet)
        self.maker.left.connect(self.close_maker)
        self._theme.changed.connect(self._look)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    # What the presenter shows

    def show_sheet(self, shown: SheetShown) -> None:
        self._area.show()
        self._changing = shown.draft.changing
        if shown.sheets != self._sheets:
            self._sheets = shown.sheets
            self.sheet.set_choices([(sheet.id, sheet.name) for sheet in shown.sheets])
        self.sheet.set_value(shown.sheet.id)
        self.change.setVisible(shown.may_change)
        self.lines.show_sheet(shown.sheet)
        looks_back = any(value is not None for value in shown.draft.then_values)
        self.looking_back.set_checked(looks_back)
        self.lines.look_back(looks_back)
        self.lines.show_values(shown.draft.values, shown.draft.then_values)
        self.lines.arrange(self._wide())
        question = shown.sheet.note_question or self.tr("What stands out?")
        self._question.setText(question)
        self.note.set_name(question)
        self.note.set_text(shown.draft.note)
        self.day.set_value(shown.draft.day or shown.today)
        self._show_sessions(shown)
        self._show_acts(shown)
        self._source.setText(shown.sheet.source)
        self._source.setVisible(bool(shown.sheet.source))
        self.compared.show_compared(shown.compared, shown.today)
        self.earlier.show_ratings(shown.earlier, shown.draft.changing)
        self._story.setVisible(bool(shown.earlier))
        changed = shown.compared is not None and shown.compared.has_change
        self._story_heading.setText(self.tr("Then and now") if changed else self.tr("As it was rated"))
        self.say("")
        self._order_tabs()

    def draft(self) -> RatingDraft:
        session = self.session.value() if not self._session_row.isHidden() else None
        return RatingDraft(
            day=self.day.value(),
            values=self.lines.values(),
            then_values=self.lines.then_values(),
            note=self.note.text(),
            session_id=EntryId(str(session)) if session else None,
            changing=self._changing,
        )

    def focus_lines(self) -> None:
        self._area.verticalScrollBar().setValue(0)
        if self.lines.lines:
            self.lines.lines[0].now.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_maker(self, shown: MakerShown) -> None:
        self.maker.show_made(shown)
        self.maker.show()
        self._sheet_area.hide()
        self._story.hide()
        self.maker.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def close_maker(self) -> None:
        self.maker.hide()
        self._sheet_area.show()
        self._story.setVisible(self.earlier.model().rowCount() > 0)
        self.focus_lines()

    def say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            self._area.ensureWidgetVisible(self._problem)

    def say_maker(self, sentence: str) -> None:
        self.maker.say(sentence)

    def clear(self) -> None:
        """Show nothing of any journal."""
        self._changing = None
        self._sheets = ()
        for choice in (self.sheet, self.session):
            choice.set_choices(())
        self.note.set_text("")
        self.lines.show_values((), ())
        self.earlier.show_ratings((), None)
        self.compared.show_compared(None, date.min)
        self.maker.hide()
        self._sheet_area.show()
        self._area.hide()
        self.say("")

    # Inside

    def _show_sessions(self, shown: SheetShown) -> None:
        self._session_row.setVisible(bool(shown.sessions))
        choices: list[tuple[object, str]] = [("", self.tr("none"))]
        for session in shown.sessions:
            day = day_words(session.day, self.locale())
            choices.append((session.id, f"{day}  ·  {session.title[:60]}" if session.title else day))
        self.session.set_choices(choices)
        self.session.set_value(shown.draft.session_id or "")

    def _show_acts(self, shown: SheetShown) -> None:
        changing = shown.draft.changing is not None
        if changing and shown.draft.day is not None:
            day = day_words(shown.draft.day, self.locale())
            self._heading.setText(self.tr("As it was on {day}").format(day=day))
        else:
            self._heading.setText(self.tr("How is it now?"))
        self.keep.setText(self.tr("Keep the changes") if changing else self.tr("Keep this rating"))
        self.anew.setVisible(changing)
        self.versions.setVisible(changing)
        self.delete.setVisible(changing)

    def _order_tabs(self) -> None:
        """The lines were made after everything else; Tab comes to them after the choice of the sheet."""
        before: QWidget = self.make
        for line in self.lines.lines:
            for scale in (line.now, line.then):
                self.setTabOrder(before, scale)
                before = scale
        self.setTabOrder(before, self.looking_back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.maker.isHidden():
            self._keep()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lines.arrange(self._wide())

    def _wide(self) -> bool:
        return self.width() >= self._theme.px(LABEL_WIDTH + SCALE_WIDTH + 80)

    @Slot()
    def _look(self) -> None:
        self._page.setMaximumWidth(self._theme.px(PAGE_WIDTH))
        self.sheet.setMinimumWidth(self._theme.px(220))
        self.day.setFixedWidth(self._theme.px(170))
        self.session.setMaximumWidth(self._theme.px(360))
        self.lines.arrange(self._wide())

    @Slot(object)
    def _sheet_chosen(self, sheet: object) -> None:
        if self._presenter is not None:
            self._presenter.choose_sheet(str(sheet))

    @Slot()
    def _make(self) -> None:
        if self._presenter is not None:
            self._presenter.make_sheet()

    @Slot()
    def _change(self) -> None:
        if self._presenter is not None:
            self._presenter.change_sheet()

    @Slot()
    def _keep(self) -> None:
        if self._presenter is not None:
            self._presenter.save(self.draft())

    @Slot()
    def _anew(self) -> None:
        if self._presenter is not None:
            self._presenter.choose_rating(None)

    @Slot()
    def _delete(self) -> None:
        if self._presenter is not None:
            self._presenter.remove()

    @Slot(object)
    def _earlier_chosen(self, id: EntryId) -> None:
        if self._presenter is not None:
            self._presenter.choose_rating(id)

    @Slot(object)
    def _keep_sheet(self, made: MakerShown) -> None:
        if self._presenter is not None:
            self._presenter.keep_sheet(made)

    @Slot(str)
    def _remove_sheet(self, id: str) -> None:
        if self._presenter is not None:
            self._presenter.remove_sheet(id)
