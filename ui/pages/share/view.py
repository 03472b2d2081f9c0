"""The Share page: the rail of steps, the open step, and the exact page. Obeys the presenter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentorjournal.checks.remedies import Remedy
from mentorjournal.model.ids import EntryId
from mentorjournal.model.shared import SharedSummary, SummaryFormat
from mentorjournal.model.words import Audience, Role
from mentorjournal.sharing.checking import Flag
from mentorjournal.sharing.offer import Chosen, Offer
from mentorjournal.sharing.since_last import SinceLast
from ui.pages.share.checks_step import ChecksStep
from ui.pages.share.contract import Copy, Job, Made, RailState, ShareDraft, Step
from ui.pages.share.earlier_step import EarlierStep
from ui.pages.share.lines_step import LinesStep
from ui.pages.share.look_step import LookStep
from ui.pages.share.paper_pane import PaperPane
from ui.pages.share.presenter import SharePresenter
from ui.pages.share.rail import Rail
from ui.pages.share.reader_step import ReaderStep
from ui.pages.share.save_step import SaveStep
from ui.pages.share.step_panel import StepPanel, say
from ui.pages.share.wording import day_text, faces, reader
from ui.theme.theme import Theme
from ui.widgets import clipboard
from ui.widgets.layout import holder, row
from ui.widgets.shortcuts import on_keys

_NARROW = 900
"""Below this, in pixels at 100 %, the rail shows numbers alone."""


class ShareView(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: SharePresenter | None = None
        self._state: RailState | None = None
        self._made: Made | None = None
        self._copy: Copy | None = None
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
        self._connect()
        self.clear()
