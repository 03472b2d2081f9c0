"""Step 2: what goes in, line by line; each can be unticked or said otherwise for this summary only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from mentorjournal.sharing.offer import Chosen, Offer
from ui.pages.share.delegate import OfferDelegate
from ui.pages.share.model import ROW, OfferModel
from ui.pages.share.step_panel import SIDE, Rows, StepPanel, say
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.layout import column, holder


class OfferList(Rows):
    """Arrows move, Space ticks, Enter says a line otherwise."""

    ticked = Signal()

    def __init__(self, theme: Theme, model: OfferModel) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Lines that may leave"))
        self.setAccessibleDescription(self.tr("Space ticks, Enter rewords for this summary only"))
        self.setModel(model)
        self.setItemDelegate(OfferDelegate(theme, self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if index.isValid() and not editing and plain and event.key() == Qt.Key.Key_Space:
            self.model().setData(index, True, Qt.ItemDataRole.CheckStateRole)
        elif (
            index.isValid()
            and not editing
            and plain
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and index.data(ROW).line
        ):
            self.edit(index)
        else:
            super().keyPressEvent(event)


class LinesStep(StepPanel):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.model = OfferModel(self, veil=theme.veil)
        self.offer = OfferList(theme, self.model)
        self.problem = Label(theme, "", "small", "danger", wrap=True)
        body = column(self.offer, margins=(SIDE - 10, 0, SIDE - 14, 0))
        told = self.tr(
            "Untick what stays. Enter rewords a line for this summary; the journal keeps its words."
        )
        self.build(self.tr("What goes in"), told, holder(body), self.problem, self.ways())
        say(self.problem, "")

    def first(self) -> QWidget:
        return self.offer

    def begin(self) -> None:
        super().begin()
        if not self.offer.currentIndex().isValid():
            self.offer.setCurrentIndex(self.model.index(0, 0))

    def show_offer(self, offer: Offer, chosen: Chosen) -> None:
        self.model.show_offer(offer, chosen)

    def clear(self) -> None:
        self.model.clear()
        say(self.problem, "")
