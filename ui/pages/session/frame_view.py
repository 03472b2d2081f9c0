"""The session page: its head, and below it the opening in front."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentorjournal.model.words import Turn
from ui.pages.session.contact_view import ContactView
from ui.pages.session.head_view import KEYS, SessionHeadView
from ui.pages.session.opening import Opening
from ui.pages.session.quiet_clock import Reading
from ui.theme.theme import Theme
from ui.widgets.layout import column

TICK_MS = 20_000
"""The clock shows minutes: nothing of it needs to be closer."""


class Frame(Protocol):
    def show_opening(self, opening: Opening) -> None: ...
    def begin_session(self) -> None: ...
    def stop_clock(self) -> None: ...
    def hide_clock(self) -> None: ...
    def switch_turn(self) -> None: ...
    def tick(self) -> None: ...


class SessionFrameView(QWidget):
    """Obeys the frame's presenter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.head = SessionHeadView(theme)
        self.contact = ContactView(theme)
        self._openings: dict[Opening, QWidget] = {}
        self._slot = QStackedWidget()
        self._nothing = QWidget()
        self._slot.addWidget(self._nothing)
        self._slot.addWidget(self.contact)
        layout = column(self.head, self._slot)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        for opening, key in KEYS.items():
            _Key(key, opening, self).wanted.connect(self._wanted)
        self.head.opening_wanted.connect(self._wanted)
        self.head.begin_wanted.connect(self._begin)
        self.head.answered.connect(self.focus_opening)
        self.head.clock.stop_wanted.connect(self._stop_clock)
        self.head.clock.hide_wanted.connect(self._hide_clock)
        self.head.clock.turn_wanted.connect(self._switch_turn)
        self.show_nothing()

    def bind(self, frame: Frame) -> None:
        self._frame = frame

    def add_opening(self, opening: Opening, widget: QWidget) -> None:
        self._openings[opening] = widget
        self._slot.addWidget(widget)

    def set_alone(self, alone: bool) -> None:
        self.head.set_alone(alone)

    # What the presenter shows

    def offer(self, openings: Sequence[Opening]) -> None:
        self.head.offer(openings)

    def show_opening(self, opening: Opening) -> None:
        self.head.show()
        self.head.show_front(opening)
        widget = self._openings[opening]
        self._slot.setCurrentWidget(widget)
        self.setFocusProxy(widget)

    def show_contact(self) -> None:
        self.head.hide()
        self._slot.setCurrentWidget(self.contact)
        self.setFocusProxy(self.contact)
        self.contact.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_nothing(self) -> None:
        self.head.hide()
        self._slot.setCurrentWidget(self._nothing)
        self.show_clock(None, hidden=False)

    def show_clock(self, reading: Reading | None, *, hidden: bool) -> None:
        self.head.clock.show_reading(reading, hidden=hidden)
        if reading is None or not reading.running:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def show_turn(self, turn: Turn | None, minutes: int) -> None:
        self.head.clock.show_turn(turn, minutes)

    def announce_end(self, minutes: int) -> None:
        self.head.clock.announce(minutes)

    @Slot()
    def focus_opening(self) -> None:
        widget = self._slot.currentWidget()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the writer does

    @Slot(object)
    def _wanted(self, opening: object) -> None:
        if self._frame is not None:
            self._frame.show_opening(Opening(str(opening)))

    @Slot()
    def _begin(self) -> None:
        if self._frame is not None:
            self._frame.begin_session()

    @Slot()
    def _stop_clock(self) -> None:
        if self._frame is not None:
            self._frame.stop_clock()

    @Slot()
    def _hide_clock(self) -> None:
        if self._frame is not None:
            self._frame.hide_clock()

    @Slot()
    def _switch_turn(self) -> None:
        if self._frame is not None:
            self._frame.switch_turn()

    @Slot()
    def _tick(self) -> None:
        if self._frame is not None:
            self._frame.tick()


class _Key(QShortcut):
    """Alt and a number, wherever the cursor is while the session is on the screen."""

    wanted = Signal(object)

    def __init__(self, key: str, opening: Opening, over: QWidget) -> None:
        super().__init__(QKeySequence(key), over)
        self._opening = opening
        self.activated.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._opening)
