"""Which review: what may be begun here, and those that are there already."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.ids import EntryId
from mentorjournal.model.wording import capital
from mentorjournal.model.words import ReviewKind
from ui.pages.review.contract import Around
from ui.theme.theme import Theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.date_field import day_words
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, row


class Choice(QWidget):
    """A card for each kind. Emits *chosen* with the kind."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = Label(theme, "", "body", "text2", wrap=True)
        self._cards = column(spacing=12)
        self._kinds: dict[Button, ReviewKind] = {}
        self.setLayout(column(self._sentence, 14, self._cards))

    def show_kinds(self, around: Around, sentence: str) -> None:
        self._sentence.setText(sentence or self.tr("Which review do you want to hold?"))
        unfinished = {one.kind for one in around.reviews if not one.done}
        clear(self._cards)
        self._kinds = {}
        for kind in around.kinds:
            name = capital(kind.label)
            act = Button(self._theme, self.tr("Go on with it") if kind in unfinished else self.tr("Begin"))
            act.setAccessibleName(self.tr("{act}: {kind}").format(act=act.text(), kind=name))
            act.clicked.connect(self._choose)
            self._kinds[act] = kind
            words = column(
                Label(self._theme, name, "heading"),
                2,
                Label(self._theme, self._about(kind), "body", "text2", wrap=True),
            )
            line = row(words, 16, act)
            line.setStretch(0, 1)
            self._cards.addWidget(Card(line))

    def buttons(self) -> list[Button]:
        return list(self._kinds)

    def focus_first(self) -> None:
        for button in self.buttons()[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about(self, kind: ReviewKind) -> str:
        return {
            ReviewKind.AGREEMENT_CHECK: self.tr("About a month on: is the agreement what you live by?"),
            ReviewKind.MID_TERM: self.tr("Half-way: what helps, what is missing, what the rest is for."),
            ReviewKind.ENDING: self.tr("At the end: what happened, what stays, what there is to thank for."),
            ReviewKind.FOLLOW_UP: self.tr("About half a year after the end: what has stayed?"),
        }[kind]

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chosen.emit(self._kinds[button])


class Earlier(QWidget):
    """Every other review of the journal, as a way to it. Emits *chosen* with its id."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ids: dict[Button, EntryId] = {}
        self._list = column(spacing=2)
        self._heading = Label(theme, "", "heading")
        self.setLayout(column(self._heading, 6, self._list))
        self.hide()

    def show_reviews(self, around: Around, here: EntryId | None) -> None:
        self._heading.setText(self.tr("Reviews so far") if here is None else self.tr("Other reviews"))
        clear(self._list)
        self._ids = {}
        for one in around.reviews:
            if one.id == here:
                continue
            day = day_words(one.day, self.locale())
            words = self.tr("{kind}, {day}") if one.done else self.tr("{kind}, {day}, not finished")
            line = Button(self._theme, words.format(kind=capital(one.kind.label), day=day), kind="link")
            line.clicked.connect(self._choose)
            self._ids[line] = one.id
            self._list.addLayout(row(line, None))
        self.setVisible(bool(self._ids))

    def buttons(self) -> list[Button]:
        return list(self._ids)

    def forget(self) -> None:
        clear(self._list)
        self._ids = {}
        self.hide()

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chosen.emit(self._ids[button])
