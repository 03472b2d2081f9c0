"""Before a draft is agreed: on which day, when to look at it again, and what will not be part of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.agreement.contract import Asking
from ui.pages.agreement.wording import headings, rhythm_words
from ui.theme.theme import Theme
from ui.widgets.buttons import primary, quiet
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.label import Label
from ui.widgets.layout import column, row

BESIDE_FROM = 450
"""From this width at 100 % on, the two days stand beside each other."""


class AgreePanel(Card):
    """Emits *agreed* with the two days, and *dismissed* for “not yet”."""

    agreed = Signal(object, object)
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._theme = theme
        self._title = Label(theme, "", "heading", wrap=True)
        self._left = Label(theme, "", "small", "warn", wrap=True)
        self._behind = Label(theme, "", "small", "warn", wrap=True)
        self._rhythm = Label(theme, "", "small", "accent_text", wrap=True)
        self.on = DateField(theme, "", today=date.today())
        self.review_on = DateField(theme, "", today=date.today())
        self._on_words = Label(theme, "", "caption", "text2")
        self._review_words = Label(theme, "", "caption", "text2")
        self.give = primary(theme, "", icon="handshake")
        self.later = quiet(theme, "")
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        days = self._days = row(
            column(self._on_words, self.on, spacing=4),
            column(self._review_words, self.review_on, spacing=4),
            None,
            spacing=16,
        )
        super().__init__(
            self._title,
            self._left,
            self._behind,
            self._rhythm,
            days,
            self._wrong,
            row(self.give, 8, self.later, None),
            spacing=8,
            margins=(18, 14, 18, 14),
            parent=parent,
        )
        tr = self.tr
        self._on_words.setText(tr("Agreed on"))
        self._review_words.setText(tr("Look at it again on"))
        self.on.line.setAccessibleName(tr("Agreed on"))
        self.review_on.line.setAccessibleName(tr("Look at it again on"))
        self.give.setText(tr("We agree"))
        self.later.setText(tr("Not yet"))
        self.give.clicked.connect(self.answer)
        self.later.clicked.connect(self.dismissed)
        for field in (self.on, self.review_on):
            field.line.returnPressed.connect(self.answer)
        theme.changed.connect(self._size)
        self._size()
        self.hide()

    def ask(self, asking: Asking) -> None:
        fresh = self.isHidden()
        tr = self.tr
        settled = (
            tr("1 clause will stand as agreed.")
            if asking.settled == 1
            else tr("{n} clauses will stand as agreed.").format(n=asking.settled)
        )
        self._title.setText(settled if asking.settled else tr("Nothing is agreed yet."))
        self._left.setText(
            tr("Without an agreed text, and so not part of it: {clauses}").format(
                clauses=headings(asking.left)
            )
        )
        self._left.setVisible(bool(asking.left))
        self._behind.setText(
            tr("Still as agreed before, though a draft has changed: {clauses}").format(
                clauses=headings(asking.behind)
            )
        )
        self._behind.setVisible(bool(asking.behind))
        rhythm = rhythm_words(asking.rhythm)
        self._rhythm.setText(tr("Sets the rhythm: {terms}").format(terms=rhythm))
        self._rhythm.setVisible(bool(rhythm))
        for field in (self.on, self.review_on):
            field.set_today(asking.today)
        if fresh:
            self.on.set_value(asking.on)
            self.review_on.set_value(asking.review_on)
            self.refuse("", "")
        self.show()
        self.on.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.on.line.selectAll()

    def days(self) -> tuple[date | None, date | None]:
        return self.on.value(), self.review_on.value()

    def refuse(self, sentence: str, field: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        wrong = {"on": self.on, "review_on": self.review_on}.get(field)
        if wrong is not None:
            wrong.line.setFocus(Qt.FocusReason.OtherFocusReason)
            wrong.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._days.setDirection(across if beside else below)

    @Slot()
    def answer(self) -> None:
        for name, field in (("on", self.on), ("review_on", self.review_on)):
            if not field.settle():
                words = self.tr("This is not understood as a day. Type it like “yesterday” or “3 Dec”.")
                self.refuse(words, name)
                return
        self.refuse("", "")
        self.agreed.emit(self.on.value(), self.review_on.value())

    @Slot()
    def _size(self) -> None:
        for field in (self.on, self.review_on):
            field.setFixedWidth(self._theme.px(190))
