"""The hours of a period: all of them, and by kind."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal.model.ledger import Totals
from mentorjournal.model.wording import hours_short
from mentorjournal.model.words import PracticeKind
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import column


class Sums(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all = Label(theme, "", "title")
        self.told = Label(theme, "", "small", "text2", wrap=True)
        self._hours: dict[PracticeKind, Label] = {}
        kinds = QGridLayout()
        kinds.setHorizontalSpacing(16)
        kinds.setVerticalSpacing(1)
        for place, kind in enumerate(PracticeKind):
            name = Label(theme, capital(kind.label), "caption", "text3", wrap=True)
            hours = self._hours[kind] = Label(theme, "", "body_strong")
            kinds.addWidget(name, 0, place)
            kinds.addWidget(hours, 1, place)
            kinds.setColumnStretch(place, 1)
        self.setLayout(column(self.all, 1, self.told, 10, kinds))

    def show_totals(self, totals: Totals) -> None:
        self.all.setText(self.tr("{hours} of practice").format(hours=hours_short(totals.all_minutes)))
        sessions = (
            self.tr("1 session")
            if totals.sessions == 1
            else self.tr("{count} sessions").format(count=totals.sessions)
        )
        relationships = (
            self.tr("1 relationship")
            if totals.relationships == 1
            else self.tr("{count} relationships").format(count=totals.relationships)
        )
        self.told.setText(
            self.tr("{sessions} with {relationships}").format(sessions=sessions, relationships=relationships)
        )
        for kind, label in self._hours.items():
            minutes = totals.minutes[kind]
            label.setText(hours_short(minutes) if minutes else "–")
            label.setAccessibleName(f"{capital(kind.label)}: {hours_short(minutes)}")
            label.set_tone("text" if minutes else "text3")


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
