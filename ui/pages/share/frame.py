"""The parts of the Share page and their places: the rail, the open step, and the page that leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages.share.checks_step import ChecksStep
from ui.pages.share.contract import Step
from ui.pages.share.earlier_step import EarlierStep
from ui.pages.share.lines_step import LinesStep
from ui.pages.share.look_step import LookStep
from ui.pages.share.paper_pane import PaperPane
from ui.pages.share.rail import Rail
from ui.pages.share.reader_step import ReaderStep
from ui.pages.share.save_step import SaveStep
from ui.pages.share.step_panel import StepPanel
from ui.theme.theme import Theme
from ui.widgets.layout import row

_NARROW = 900
"""Below this, in pixels at 100 %, the rail shows numbers alone."""

_WIDE, _LEAST = 388, 300


class ShareFrame(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.rail = Rail(theme)
        self.reader = ReaderStep(theme)
        self.lines = LinesStep(theme)
        self.checks = ChecksStep(theme)
        self.look = LookStep(theme)
        self.saving = SaveStep(theme)
        self.earlier = EarlierStep(theme)
        self.pane = PaperPane(theme)
        self.steps: dict[Step, StepPanel] = {
            Step.READER: self.reader,
            Step.LINES: self.lines,
            Step.CHECKS: self.checks,
            Step.LOOK: self.look,
            Step.SAVE: self.saving,
            Step.EARLIER: self.earlier,
        }
        self._stack = QStackedWidget()
        for panel in self.steps.values():
            self._stack.addWidget(panel)
        outer = row(self.rail, self._stack, self.pane)
        outer.setStretch(2, 1)
        self.setLayout(outer)
        theme.changed.connect(self._size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    @Slot()
    def _size(self) -> None:
        px = self._theme.px
        self.rail.set_compact(self.width() < px(_NARROW))
        room = self.width() - self.rail.width()
        self._stack.setFixedWidth(max(min(px(_WIDE), round(room * 0.5)), _LEAST))
