"""Where to refer on: for what, to which service, and how it is reached."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentorjournal.model.relationship import MOST_SIGNPOSTS, Signpost
from ui.shell.kit import Field
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ToolButton
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, row


class Signposts(QWidget):
    """A row of three fields for each place; *edited* tells of changes, *added* of a new row."""

    edited = Signal()
    added = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[SignpostRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.add_button = Button(theme, self.tr("Add a place"), icon="plus", kind="link")
        about = self.tr(
            "What is beyond mentoring: counselling, occupational health, a union, an ombudsperson. Note here"
            " where you would point."
        )
        self.setLayout(
            column(
                Label(theme, about, "small", "text2", wrap=True), 10, self._list, row(self.add_button, None)
            )
        )
        self.add_button.clicked.connect(self._add)

    def signposts(self) -> tuple[Signpost, ...]:
        """What stands in the rows; an empty row is nothing."""
        found = (one.signpost() for one in self.rows)
        return tuple(one for one in found if one.what_for or one.service or one.contact)

    def show_signposts(self, signposts: Sequence[Signpost]) -> None:
        if tuple(signposts) != self.signposts():
            clear(self._list)
            self.rows = []
            for one in signposts:
                self._new(one)
        self._offer()

    def _new(self, signpost: Signpost) -> SignpostRow:
        line = SignpostRow(self._theme, signpost)
        line.edited.connect(self.edited)
        line.removed.connect(self._remove)
        self.rows.append(line)
        self._list.addWidget(line)
        return line

    def _offer(self) -> None:
        self.add_button.setVisible(len(self.rows) < MOST_SIGNPOSTS)

    @Slot()
    def _add(self) -> None:
        line = self._new(Signpost(what_for=""))
        self._offer()
        self.added.emit(self)
        line.what_for.setFocus()

    @Slot(object)
    def _remove(self, line: SignpostRow) -> None:
        place = self.rows.index(line)
        self.rows.remove(line)
        self._list.removeWidget(line)
        next_to = self.rows[min(place, len(self.rows) - 1)].what_for if self.rows else self.add_button
        next_to.setFocus()
        line.hide()
        line.deleteLater()
        self._offer()
        self.edited.emit()


class SignpostRow(QWidget):
    """*removed* carries the row itself."""

    edited = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, signpost: Signpost) -> None:
        super().__init__()
        self._theme = theme
        tr = self.tr
        self.what_for = self._field(tr("For what"), signpost.what_for)
        self.service = self._field(tr("Which service"), signpost.service)
        self.contact = self._field(tr("How to reach it"), signpost.contact)
        self.remove_button = ToolButton(theme, "x", tr("Remove this place"), size=14)
        self._fields = row(self.what_for, self.service, self.contact, spacing=8)
        layout = row(self._fields, 4, self.remove_button)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.remove_button.clicked.connect(self._remove)
        theme.changed.connect(self._arrange)
        self._arrange()

    def signpost(self) -> Signpost:
        return Signpost(
            what_for=self.what_for.text().strip(),
            service=self.service.text().strip(),
            contact=self.contact.text().strip(),
        )

    def _field(self, name: str, text: str) -> Field:
        field = Field(self._theme, name)
        field.setPlaceholderText(name)
        field.setText(text)
        field.setCursorPosition(0)
        field.textEdited.connect(self._told)
        return field

    @Slot()
    def _told(self) -> None:
        self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)

    @Slot()
    def _arrange(self) -> None:
        """At large sizes the three stand below each other."""
        narrow = self._theme.px(100) > 120
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._fields.setDirection(down if narrow else across)
