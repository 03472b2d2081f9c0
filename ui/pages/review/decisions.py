"""What is decided in a review: in words, and where it is carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.review import Review
from mentorjournal.model.words import ReviewKind
from ui.pages.review.answers import Lines
from ui.pages.review.contract import Around
from ui.pages.review.rhythm import Rhythm
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row

_ON_THE_WAY = (ReviewKind.AGREEMENT_CHECK, ReviewKind.MID_TERM)


class Decisions(Card):
    """Emits *edited* for every change of the writer's, and *wished* with the name of a page."""

    edited = Signal()
    wished = Signal(str)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        tr = self.tr
        self.decided = Lines(
            theme,
            tr("What we decide"),
            lines=3,
            placeholder=tr("And what of it is reported to whom, if anything"),
        )
        self.changes = Lines(theme, tr("Changes to the agreement"), lines=2)
        self.version = Button(theme, tr("Begin a new version of the agreement"), icon="handshake")
        self.goals = Button(theme, tr("Go to the goals"), icon="target")
        self.closing = Button(theme, tr("Go on to closing"), icon="check")
        self.rhythm = Rhythm(theme)
        self.next = DateField(theme, tr("Next review"), today=today)
        self._next_wrong = Label(theme, "", "small", "danger", wrap=True)
        self._next_wrong.hide()
        self._next_hint = Label(theme, "", "small", "text3", wrap=True)
        self._changes_part = holder(
            column(
                _name(theme, tr("Changes to the agreement"), self.changes),
                4,
                self.changes,
                self.changes.wrong,
                8,
                row(self.version, None),
                margins=(0, 16, 0, 0),
            )
        )
        goals_name = Label(theme, tr("Goals: keep, change, let go, add"), "body_strong")
        self._goals_part = holder(column(goals_name, 6, row(self.goals, None), margins=(0, 16, 0, 0)))
        self._rhythm_part = holder(column(self.rhythm, margins=(0, 16, 0, 0)))
        self._next_part = holder(
            column(
                _name(theme, tr("Next review"), self.next),
                4,
                row(self.next, None),
                4,
                self._next_wrong,
                self._next_hint,
                margins=(0, 16, 0, 0),
            )
        )
        hint = tr("When you are done: thanks, a hand-over copy, and what happens to the notes.")
        self._closing_part = holder(
            column(
                Label(theme, tr("Closing"), "body_strong"),
                4,
                Label(theme, hint, "small", "text3", wrap=True),
                8,
                row(self.closing, None),
                margins=(0, 16, 0, 0),
            )
        )
        self.body.addLayout(
            column(
                Label(theme, tr("Decisions"), "heading"),
                10,
                _name(theme, tr("What we decide"), self.decided),
                4,
                self.decided,
                self.decided.wrong,
                self._changes_part,
                self._goals_part,
                self._rhythm_part,
                self._next_part,
                self._closing_part,
            )
        )
        for field in (self.decided, self.changes):
            field.edited.connect(self.edited)
        self.next.changed.connect(self._day_chosen)
        self.version.clicked.connect(self._wish_version)
        self.goals.clicked.connect(self._wish_goals)
        self.closing.clicked.connect(self._wish_closing)
        theme.changed.connect(self._look)
        self._look()

    def show_review(self, value: Review) -> None:
        self.decided.set_text(value.decisions)
        self.changes.set_text(value.agreement_changes)
        self.next.set_value(value.next_review_on)
        done, on_the_way = value.done, value.kind in _ON_THE_WAY
        self.decided.setReadOnly(done)
        self.changes.setReadOnly(done)
        self.next.setEnabled(not done)
        self._changes_part.setVisible(on_the_way and (not done or bool(value.agreement_changes)))
        self.version.setVisible(not done)
        self._goals_part.setVisible(value.kind is ReviewKind.MID_TERM and not done)
        self._rhythm_part.setVisible(on_the_way and not done)
        self._next_part.setVisible(on_the_way and (not done or value.next_review_on is not None))
        self._next_hint.setVisible(not done)
        self._closing_part.setVisible(value.kind is ReviewKind.ENDING)

    def show_around(self, around: Around) -> None:
        self.next.set_today(around.today)
        self.rhythm.show_commitment(around.about.commitment)
        self._next_hint.setText(
            self.tr("Once this review is done, the agreement is due to be looked at again on that day.")
            if around.is_agreed
            else self.tr("It is kept with this review. Nothing is agreed yet that could fall due.")
        )

    def written(self, base: Review) -> Review:
        return replace(
            base,
            decisions=self.decided.text().strip(),
            agreement_changes=self.changes.text().strip(),
            next_review_on=self.next.value(),
        )

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        self.decided.say_wrong(wrong.get("decisions", ""))
        self.changes.say_wrong(wrong.get("changes", ""))
        sentence = wrong.get("next", "")
        self._next_wrong.setText(sentence)
        self._next_wrong.setVisible(bool(sentence))
        self.next.line.set_wrong(bool(sentence))
        self.next.line.setAccessibleDescription(sentence)

    def forget(self) -> None:
        for field in (self.decided, self.changes):
            field.clear()
        self.next.set_value(None)
        self.rhythm.forget()
        self.show_wrong({})

    @Slot(object)
    def _day_chosen(self, day: object) -> None:
        self.edited.emit()

    @Slot()
    def _wish_version(self) -> None:
        self.wished.emit("agreement")

    @Slot()
    def _wish_goals(self) -> None:
        self.wished.emit("goals page")

    @Slot()
    def _wish_closing(self) -> None:
        self.wished.emit("closing")

    @Slot()
    def _look(self) -> None:
        self.next.setFixedWidth(self._theme.px(190))


def _name(theme: Theme, words: str, field: QWidget) -> Label:
    label = Label(theme, words, "body_strong")
    label.setBuddy(field)
    return label
