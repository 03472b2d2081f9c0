"""The Today page: the role's question, and below it only what has something in it. Obeys the presenter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.guidance.question import Offered
from mentorjournal.guidance.today import Today
from ui.pages.today.contract import Line, key_of
from ui.pages.today.presenter import TodayPresenter
from ui.pages.today.row import LineRow
from ui.pages.today.section import Section
from ui.pages.today.wording import Wording, long_day
from ui.theme.theme import SERIF, Theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, scrolling

WIDTH = 760


class TodayView(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: TodayPresenter | None = None
        self._words = Wording(self)
        self._day = date.today()
        self._date = Label(theme, "", "small", "text3")
        self.question = Label(theme, "", "display", wrap=True)
        tr = self.tr
        self.sections = [
            Section(theme, title, self._make_row)
            for title in (
                tr("Next conversations"),
                tr("I promised"),
                tr("Waiting for"),
                tr("To write"),
                tr("Returning today"),
                tr("Worth a look"),
            )
        ]
        self._nothing = Label(theme, tr("Nothing is due today."), "body", "text2", wrap=True)
        self._ask = Label(theme, "", "title", family=SERIF, wrap=True)
        self.write = Button(theme, "", icon="feather")
        self._empty = holder(column(self._nothing, 18, self._ask, 14, row(self.write, None)))
        head = column(self._date, 4, self.question, margins=(12, 0, 12, 0))
        body = column(head, 26, spacing=0, margins=(28, 30, 28, 36))
        body.addLayout(row(self._empty, margins=(12, 0, 12, 0)))
        for section in self.sections:
            body.addWidget(section)
            section.grown.connect(self._tab_in_order)
        body.addStretch(1)
        self._inner = holder(body)
        middle = row(self._inner)
        middle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area = scrolling(holder(middle, "page"))
        self.setLayout(column(self._area))
        self._midnight = QTimer(self, singleShot=True)
        self._midnight.timeout.connect(self._look_at_clock)
        self.write.clicked.connect(self._write)
        theme.changed.connect(self._size)
        self._size()
        self.clear()

    def bind(self, presenter: TodayPresenter) -> None:
        self._presenter = presenter

    def rows(self) -> list[LineRow]:
        """Every line on the page, from top to bottom."""
        return [line for section in self.sections for line in section.rows()]

    # What the presenter says

    def show_today(self, today: Today, question: Offered | None) -> None:
        rows = self.rows()
        here = next((place for place, one in enumerate(rows) if _holds_focus(one)), None)
        kept = key_of(rows[here].line) if here is not None else None
        self._day = today.day
        self._date.setText(long_day(today.day))
        self.question.setText(self._words.question(today.role))
        lines: tuple[Sequence[Line], ...] = (
            today.conversations,
            today.promised,
            today.waiting,
            today.to_write,
            today.returning,
            today.looks,
        )
        for section, found in zip(self.sections, lines, strict=True):
            section.show_lines(found)
        for shown in self.rows():
            shown.show_line(shown.line, self._words.line(shown.line, today.day))
        self._empty.setVisible(question is not None)
        self._ask.setText(question.question if question is not None else "")
        if today.write_in is not None:
            self.write.setText(
                self.tr("Write on this in {codename}").format(codename=today.write_in.codename)
            )
        self._tab_in_order()
        self._wake_at_midnight()
        if here is not None and kept not in {key_of(one.line) for one in self.rows()}:
            self._focus(here)

    def say_problem(self, line: Line, sentence: str) -> None:
        for shown in self._rows_of(line):
            shown.say_problem(sentence)

    def close_asking(self) -> bool:
        asked = [shown for shown in self.rows() if shown.ask is not None]
        for shown in asked:
            shown.stop_asking()
        return bool(asked)

    def close_asking_of(self, line: Line) -> None:
        for shown in self._rows_of(line):
            shown.stop_asking()

    def focus_first(self) -> None:
        if self.isVisible():  # the writer may have gone on while the day was read
            self._focus(0)

    def clear(self) -> None:
        for section in self.sections:
            section.show_lines(())
        self.question.setText("")
        self._date.setText("")
        self._ask.setText("")
        self._empty.hide()

    # Inside

    def _rows_of(self, line: Line) -> list[LineRow]:
        return [shown for shown in self.rows() if key_of(shown.line) == key_of(line)]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_clock()

    def changeEvent(self, event: QEvent) -> None:
        """A window that comes back to the front may have slept over midnight."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.isVisible():
            self._look_at_clock()

    def _make_row(self, line: Line) -> LineRow:
        made = LineRow(self._theme, line, self._words.line(line, self._day))
        made.opened.connect(self._open)
        made.finished.connect(self._finish)
        made.put_off.connect(self._put_off)
        made.stepped.connect(self._step)
        made.asking.connect(self._only_one_asks)
        made.asked.connect(self._tab_in_order)
        return made

    def _focus(self, place: int) -> None:
        rows = self.rows()
        if rows:
            wanted: QWidget = rows[min(place, len(rows) - 1)]
        elif not self._empty.isHidden():
            wanted = self.write
        else:
            return
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(wanted, 0, self._theme.px(40))

    def _wake_at_midnight(self) -> None:
        now = datetime.now()
        tomorrow = datetime.combine(now.date() + timedelta(days=1), time.min)
        self._midnight.start(int((tomorrow - now).total_seconds() * 1000) + 1000)

    @Slot()
    def _tab_in_order(self) -> None:
        stops = [stop for section in self.sections for stop in section.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _size(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(WIDTH))
        self._inner.setMinimumWidth(0)

    @Slot()
    def _look_at_clock(self) -> None:
        if self._presenter is not None:
            self._presenter.look_at_clock()

    @Slot(object)
    def _open(self, line: Line) -> None:
        if self._presenter is not None:
            self._presenter.open(line)

    @Slot(object, str)
    def _finish(self, line: Line, words: str) -> None:
        if self._presenter is not None:
            self._presenter.finish(line, words)

    @Slot(object)
    def _put_off(self, line: Line) -> None:
        if self._presenter is not None:
            self._presenter.leave_for_later(line)

    @Slot(object, int)
    def _step(self, shown: LineRow, by: int) -> None:
        place = self.rows().index(shown) + by
        if 0 <= place < len(self.rows()):
            self._focus(place)

    @Slot(object)
    def _only_one_asks(self, shown: LineRow) -> None:
        self.close_asking()

    @Slot()
    def _write(self) -> None:
        if self._presenter is not None:
            self._presenter.write()


def _holds_focus(shown: LineRow) -> bool:
    focused = shown.window().focusWidget()
    return focused is not None and (focused is shown or shown.isAncestorOf(focused))
