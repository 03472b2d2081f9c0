"""How often and how long: the rhythm, to be agreed anew."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.relationship import MOST_SESSIONS, Commitment
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import NumberField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, row

LONGEST_INTERVAL, LONGEST_MEETING = 366, 24 * 60


class Rhythm(QWidget):
    """Emits *kept* with the commitment that stands in its fields. What was typed and not kept stays."""

    kept = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Commitment()
        tr = self.tr
        self.sessions = NumberField(theme, tr("Sessions planned"), high=MOST_SESSIONS)
        self.interval = NumberField(theme, tr("Days between sessions"), high=LONGEST_INTERVAL)
        self.minutes = NumberField(theme, tr("Minutes a session"), low=1, high=LONGEST_MEETING)
        for field in (self.sessions, self.interval):
            field.setSpecialValueText(tr("open"))
        self.keep = Button(theme, tr("Change the rhythm"))
        self._said = Label(theme, "", "small", "danger", wrap=True)
        self._said.hide()
        fields = row(
            *(labelled(theme, field.accessibleName(), field) for field in self._fields()), None, spacing=14
        )
        self.setLayout(
            column(
                Label(theme, tr("Rhythm"), "body_strong"), 6, fields, 8, row(self.keep, None), 4, self._said
            )
        )
        for field in self._fields():
            field.valueChanged.connect(self._typed)
        self.keep.clicked.connect(self._keep)
        theme.changed.connect(self._look)
        self._look()
        self._typed()

    def show_commitment(self, commitment: Commitment) -> None:
        if self.values() == _numbers(self._shown):
            self.set_values(_numbers(commitment))
        self._shown = commitment
        self._typed()

    def values(self) -> tuple[int, ...]:
        return tuple(round(field.value()) for field in self._fields())

    def set_values(self, values: tuple[int, ...]) -> None:
        for field, value in zip(self._fields(), values, strict=True):
            field.set_value(value)

    def is_changed(self) -> bool:
        return self.values() != _numbers(self._shown)

    def say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def settle(self) -> None:
        """What stands here was kept."""
        self._shown = self._commitment()
        self._typed()

    def forget(self) -> None:
        self._shown = Commitment()
        self.set_values(_numbers(self._shown))
        self._typed()

    def _fields(self) -> tuple[NumberField, NumberField, NumberField]:
        return self.sessions, self.interval, self.minutes

    def _commitment(self) -> Commitment:
        sessions, interval, minutes = self.values()
        return Commitment(sessions_planned=sessions or None, interval_days=interval or None, minutes=minutes)

    @Slot()
    def _typed(self) -> None:
        self.keep.setEnabled(self.is_changed())
        self.say("")

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self._commitment())

    @Slot()
    def _look(self) -> None:
        for field in self._fields():
            field.setFixedWidth(self._theme.px(130))


def _numbers(commitment: Commitment) -> tuple[int, ...]:
    return commitment.sessions_planned or 0, commitment.interval_days or 0, commitment.minutes
