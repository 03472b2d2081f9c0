"""A sheet of one's own: a name and its lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout

from mentorjournal.instruments import FEWEST_OF_A_WHEEL, MOST_OF_A_WHEEL
from mentorjournal.model.rating import MOST_ITEMS
from ui.pages.ratings.contract import MakerShown
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.fields import LineField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, row


class SheetMaker(QFrame):
    """Emits *kept* with what was typed, *removed* with the sheet's id, *left* without."""

    kept = Signal(object)
    removed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self._theme = theme
        self._changing = ""
        self.name = LineField(theme, self.tr("Name of the sheet"))
        self.areas: list[LineField] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        hint = self.tr("{few} to {many} lines read best. One left empty is left out.").format(
            few=FEWEST_OF_A_WHEEL, many=MOST_OF_A_WHEEL
        )
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._problem.hide()
        save = Button(theme, self.tr("Keep this sheet"))
        leave = quiet(theme, self.tr("Cancel"), key="Escape")
        self._remove = quiet(theme, self.tr("Delete this sheet"), icon="trash-2")
        self.setLayout(
            column(
                labelled(theme, self.tr("Name of the sheet"), self.name),
                12,
                Label(theme, self.tr("Its lines, each rated from 0 to 10"), "caption", "text2"),
                4,
                self._grid,
                6,
                Label(theme, hint, "small", "text3", wrap=True),
                4,
                self._problem,
                8,
                row(self._remove, None, leave, 6, save),
                margins=(18, 14, 18, 14),
            )
        )
        save.clicked.connect(self._keep)
        leave.clicked.connect(self.left)
        self._remove.clicked.connect(self._delete)
        self.name.returnPressed.connect(self._keep)
        self._save = save

    def show_made(self, shown: MakerShown) -> None:
        self._changing = shown.changing
        self.name.setText(shown.name)
        clear(self._grid)
        self.areas = []
        count = min(max(MOST_OF_A_WHEEL, len(shown.labels) + 1), MOST_ITEMS)
        for place in range(count):
            field = LineField(
                self._theme,
                self.tr("Line {number}").format(number=place + 1),
                text=shown.labels[place] if place < len(shown.labels) else "",
                placeholder=self.tr("one more, if you like"),
            )
            field.returnPressed.connect(self._keep)
            self.areas.append(field)
            self._grid.addWidget(field, place % ((count + 1) // 2), place // ((count + 1) // 2))
        before: LineField = self.name
        for field in self.areas:
            self.setTabOrder(before, field)
            before = field
        self.setTabOrder(before, self._remove)
        self._remove.setVisible(shown.may_remove)
        self.say("")

    def made(self) -> MakerShown:
        labels = tuple(field.text() for field in self.areas if field.text().strip())
        return MakerShown(name=self.name.text(), labels=labels, changing=self._changing)

    def say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @Slot()
    def _keep(self) -> None:
        self.kept.emit(self.made())

    @Slot()
    def _delete(self) -> None:
        self.removed.emit(self._changing)
