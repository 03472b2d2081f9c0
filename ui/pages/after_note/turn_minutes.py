"""How many minutes each was the mentee, among peers: as the clock counted, or as one remembers."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import Role, Turn
from ui.theme.theme import Theme
from ui.widgets.fields import NumberField
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.who_when import half_words

DAY_MINUTES = 24 * 60


class TurnMinutes(QWidget):
    """Two numbers of minutes; 0 says that nobody counted. *edited* tells of the writer's changes."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self.fields = {turn: self._field(theme) for turn in Turn}
        self._labels = {turn: Label(theme, "", "small", "text2") for turn in Turn}
        fields = []
        for turn in Turn:
            self._labels[turn].setBuddy(self.fields[turn])
            fields.append(column(self._labels[turn], 4, self.fields[turn]))
        question = Label(theme, self.tr("How long was each turn?"), "body_strong")
        self.setLayout(column(question, 6, row(fields[0], 16, fields[1], None)))

    def set_role(self, role: Role) -> None:
        for turn in Turn:
            words = half_words(turn, role)
            self._labels[turn].setText(words)
            self.fields[turn].setAccessibleName(self.tr("{whose}, minutes").format(whose=words))
            self.fields[turn].lineEdit().setAccessibleName(self.fields[turn].accessibleName())

    def show_minutes(self, mine: int | None, theirs: int | None) -> None:
        self._loading = True
        self.fields[Turn.MINE].set_value(mine or 0)
        self.fields[Turn.PARTNER].set_value(theirs or 0)
        self._loading = False

    def minutes(self, turn: Turn) -> int | None:
        return round(self.fields[turn].value()) or None

    def _field(self, theme: Theme) -> NumberField:
        field = NumberField(theme, "", high=DAY_MINUTES, step=5, suffix=self.tr(" min"))
        field.setSpecialValueText(self.tr("not counted"))
        field.setMinimumWidth(theme.px(150))
        field.valueChanged.connect(self._told)
        return field

    @Slot()
    def _told(self) -> None:
        if not self._loading:
            self.edited.emit()
