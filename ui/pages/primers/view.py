"""The primers: their list left, the text right, and the way to the next one below it. Obeys the presenter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal.model.words import Role
from ui.pages.primers.contract import PrimerRow, PrimerShown
from ui.pages.primers.primer_list import ROW_HEIGHT, PrimerList
from ui.pages.primers.text import PrimerText
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments, ToolButton, quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule

LIST_WIDTH = 224
BESIDE_FROM = 640
UNBOUND = 16_777_215


class Presenter(Protocol):
    """What the page asks of its presenter."""

    def choose(self, id: str) -> None: ...
    def read_as(self, role: Role) -> None: ...
    def go(self, by: int) -> None: ...
    def has_read(self) -> None: ...


class PrimersView(QWidget):
    """Emits *left* when the reader wants to go back to where they came from."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: Presenter | None = None
        tr = self.tr
        self.back = ToolButton(theme, "arrow-left", tr("Back"), key="Esc")
        self.list = PrimerList(theme)
        self.text = PrimerText(theme)
        self.role = Segments(
            theme,
            tr("Read as"),
            [(Role.MENTEE, tr("As mentee")), (Role.MENTOR, tr("As mentor")), (Role.PEER, tr("As peer"))],
        )
        self.before = quiet(theme, "", icon="chevron-left")
        self.after = quiet(theme, "", icon="chevron-right")
        self._build()
        self._connect()

    def _build(self) -> None:
        theme, tr = self._theme, self.tr
        told = Label(theme, tr("Training is strongly advised for both of you. These are a beginning."))
        told.set_tone("text2")
        told.setWordWrap(True)
        head = row(self.back, 8, margins=(20, 16, 24, 14))
        head.addLayout(column(Label(theme, tr("Primers"), "title"), 1, told), 1)
        head.addSpacing(12)
        head.addWidget(self.role, 0, Qt.AlignmentFlag.AlignVCenter)
        foot = row(self.before, None, self.after, margins=(16, 6, 16, 8))
        paper = column(self.text, rule(), foot)
        paper.setStretch(0, 1)
        self._column = holder(column(self.list, margins=(0, 8, 0, 8)), "column")
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(0)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.addWidget(self._column)
        self._split.addWidget(holder(paper, "paper"), 1)
        layout = column(head, rule(), self._split)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self.focus_text)
        self.text.turned.connect(self._turn)
        self.text.ended.connect(self._ended)
        self.role.chosen.connect(self._read_as)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self._theme.changed.connect(self._arrange)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    # What the presenter shows

    def show_rows(self, rows: Sequence[PrimerRow], chosen: str) -> None:
        self.list.show_rows(rows, chosen)

    def show_primer(self, shown: PrimerShown) -> None:
        self.text.show_primer(shown)
        previous = self.tr("Previous: {title}").format(title=shown.before)
        following = self.tr("Next: {title}").format(title=shown.after)
        for button, title, words in (
            (self.before, shown.before, previous),
            (self.after, shown.after, following),
        ):
            if not title and button.hasFocus():
                self.focus_text()
            button.setText(words)
            button.setVisible(bool(title))

    def show_role(self, role: Role) -> None:
        self.role.set_value(role)

    @Slot()
    def focus_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the reader does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The list stands beside the text, or above it where there is no room."""
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        self._split.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        width = self._theme.px(LIST_WIDTH)
        self._column.setMinimumWidth(width if beside else 0)
        self._column.setMaximumWidth(width if beside else UNBOUND)
        self._column.setMaximumHeight(UNBOUND if beside else self._theme.px(2 * ROW_HEIGHT) + 18)

    @Slot(str)
    def _choose(self, id: str) -> None:
        if self._presenter is not None:
            self._presenter.choose(id)

    @Slot(object)
    def _read_as(self, role: object) -> None:
        if self._presenter is not None and isinstance(role, Role):
            self._presenter.read_as(role)

    @Slot(int)
    def _turn(self, by: int) -> None:
        if self._presenter is not None:
            self._presenter.go(by)

    @Slot()
    def _go_on(self) -> None:
        self._turn(1)

    @Slot()
    def _go_back(self) -> None:
        self._turn(-1)

    @Slot()
    def _ended(self) -> None:
        if self._presenter is not None:
            self._presenter.has_read()
