"""What the journal knows, on top of the sheet; the writer's own ratings stand apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal.guidance.review_facts import RATED, is_rating
from mentorjournal.model.review import Fact, Review
from mentorjournal.model.words import ReviewKind
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row
from ui.widgets.veiled_words import VeiledWords

_RATED_IN = (ReviewKind.MID_TERM, ReviewKind.ENDING)


class FactsCard(Card):
    """Emits *renewed* and *rated* for its two acts."""

    renewed = Signal()
    rated = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._shown: tuple[Fact, ...] | None = None
        tr = self.tr
        self.renew = Button(theme, tr("Bring up to date"), kind="link", icon="refresh-cw", key="F5")
        self.rate = Button(theme, tr("Rate then and now"), kind="link", icon="trending-up")
        self._nothing = Label(theme, tr("Nothing is known yet."), "body", "text2", wrap=True)
        self._facts, self._ratings = _grid(), _grid()
        self._then_now = holder(
            column(
                Label(theme, tr("Then and now"), "body_strong"),
                2,
                Label(theme, tr("Ratings are yours. They are on no paper."), "small", "text3", wrap=True),
                6,
                self._ratings,
                2,
                row(self.rate, None),
                margins=(0, 14, 0, 0),
            )
        )
        head = row(Label(theme, tr("What the journal knows"), "heading"), None, self.renew)
        self.body.addLayout(column(head, 10, self._nothing, self._facts, self._then_now))
        self.renew.clicked.connect(self.renewed)
        self.rate.clicked.connect(self.rated)

    def show_review(self, value: Review) -> None:
        self.renew.setVisible(not value.done)
        self.rate.setVisible(not value.done)
        ratings = tuple(fact for fact in value.facts if is_rating(fact))
        self._then_now.setVisible(bool(ratings) or (value.kind in _RATED_IN and not value.done))
        if value.facts != self._shown:
            self._shown = value.facts
            others = [fact for fact in value.facts if not is_rating(fact)]
            self._nothing.setVisible(not others)
            self._fill(self._facts, [(fact.label, fact.value) for fact in others])
            names = [fact.label.removeprefix(RATED).lstrip(": ") for fact in ratings]
            lines = (fact.value.replace("; ", "\n") for fact in ratings)
            self._fill(self._ratings, list(zip(names, lines, strict=True)))

    def forget(self) -> None:
        self._shown = None
        clear(self._facts)
        clear(self._ratings)

    def _fill(self, grid: QGridLayout, lines: Sequence[tuple[str, str]]) -> None:
        clear(grid)
        for place, (name, value) in enumerate(lines):
            label = Label(self._theme, name, "small", "text2", wrap=True)
            said = Label(self._theme, value, "body", wrap=True, selectable=True, private=True)
            VeiledWords(
                self._theme, said, said.setAccessibleName, value, pattern=f"{name}: {{words}}", spoken=True
            )
            said.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, place, 1, Qt.AlignmentFlag.AlignTop)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 5)
    return grid
