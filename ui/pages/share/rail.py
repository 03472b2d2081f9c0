"""The rail: five steps with their states, and below them what was shared before."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.pages.share.contract import Step
from ui.pages.share.wording import Face
from ui.theme.theme import Theme
from ui.widgets.layout import column, rule
from ui.widgets.list_view import clamp

WIDE, NARROW = 204, 56
_BADGE, _TEXT = 24, 46
_AROUND = Qt.AlignmentFlag.AlignCenter
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class StepButton(QAbstractButton):
    """A number, a name and a state; without room the number alone, and the rest for whoever asks."""

    def __init__(self, theme: Theme, step: Step) -> None:
        super().__init__()
        self.step = step
        self._theme, self._face, self._compact = theme, Face("", ""), False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.ring(self)
        theme.changed.connect(self._look)
        self.show_current(False)

    def set_face(self, face: Face) -> None:
        if face == self._face:
            return
        self._face = face
        if self.step is Step.EARLIER:
            words = self.tr("{title}: {state}").format(title=face.title, state=face.state)
        else:
            words = self.tr("Step {number}, {title}").format(number=int(self.step), title=face.title)
            words = self.tr("{title}: {state}").format(title=words, state=face.state) if face.state else words
        self.setAccessibleName(words)
        self._look()

    def show_current(self, current: bool) -> None:
        """The open step is the one that the Tab key comes to; the arrows go to the others."""
        self.setChecked(current)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleDescription(self.tr("This step is open") if current else "")

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the rail's own; a button would go to whatever lies next to it
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Which step is open is the presenter's to say."""

    def sizeHint(self) -> QSize:
        px = self._theme.px
        if self._compact:
            return QSize(px(NARROW - 16), px(44))
        lines = max(len(self._state_lines(px(WIDE - 20))), 1)
        text = self._theme.line_height("body_strong") + lines * self._theme.line_height("small")
        return QSize(px(WIDE - 20), text + px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("selected" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 9, 9)
        if self.property("kbd"):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 9, 9)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = px(_BADGE)
        left = (self.width() - side) / 2 if self._compact else px(11)
        top = (self.height() - side) / 2 if self._compact else px(8)
        badge = QRectF(self.width() - left - side if right_to_left else left, top, side, side)
        self._paint_badge(painter, badge)
        if not self._compact:
            self._paint_words(painter, right_to_left)
        painter.end()

    def _paint_badge(self, painter: QPainter, badge: QRectF) -> None:
        theme, current = self._theme, self.isChecked()
        if self.step is Step.EARLIER:
            picture = theme.pixmap(
                "clock", "accent_text" if current else "text2", 18, ratio=self.devicePixelRatioF()
            )
            inset = (badge.width() - theme.px(18)) / 2
            painter.drawPixmap(round(badge.left() + inset), round(badge.top() + inset), picture)
            return
        painter.setPen(Qt.PenStyle.NoPen if current else QPen(theme.colour("line_strong"), 1.2))
        painter.setBrush(theme.colour("accent") if current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(badge)
        painter.setPen(theme.colour("on_accent" if current else "text2"))
        painter.setFont(theme.font("caption"))
        painter.drawText(badge, _AROUND, str(int(self.step)))
        if self._compact and self._face.tone in ("warn", "danger"):
            # The name and the tip say it in words.
            dot = QRectF(badge.right() - theme.px(5), badge.top() - theme.px(3), theme.px(9), theme.px(9))
            painter.setPen(QPen(theme.colour("surface"), 1.5))
            painter.setBrush(theme.colour(self._face.tone))
            painter.drawEllipse(dot)

    def _paint_words(self, painter: QPainter, right_to_left: bool) -> None:
        theme, px = self._theme, self._theme.px
        left, width = px(_TEXT), self.width() - px(_TEXT + 8)
        if right_to_left:
            left = px(8)
        line = theme.line_height("body_strong")
        painter.setFont(theme.font("body_strong"))
        painter.setPen(theme.colour("text"))
        title = painter.fontMetrics().elidedText(self._face.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, px(9), width, line), _LEADING, title)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(self._face.tone))
        height = theme.line_height("small")
        for number, words in enumerate(self._state_lines(self.width())):
            painter.drawText(QRectF(left, px(9) + line + number * height, width, height), _LEADING, words)

    def _state_lines(self, width: int) -> list[str]:
        """One line, or two: broken after a comma where there is one."""
        room = width - self._theme.px(_TEXT + 8)
        font = self._theme.font("small")
        first, comma, rest = self._face.state.partition(", ")
        if comma and QFontMetrics(font).horizontalAdvance(self._face.state) > room:
            return [*clamp(first + ",", font, room, 1), *clamp(rest, font, room, 1)]
        return clamp(self._face.state, font, room, 2)

    @Slot()
    def _look(self) -> None:
        self.setToolTip(self.accessibleName() if self._compact else "")
        self.updateGeometry()
        self.update()


class Rail(QWidget):
    """Up and Down go from step to step. Emits *chosen* with the step that is wanted."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Steps"))
        self.buttons = {step: StepButton(theme, step) for step in Step}
        steps = [button for step, button in self.buttons.items() if step is not Step.EARLIER]
        self._layout = column(*steps, 8, rule(), 8, self.buttons[Step.EARLIER], None, spacing=2)
        self.setLayout(self._layout)
        for button in self.buttons.values():
            button.clicked.connect(self._clicked)
        self._compact = False
        theme.changed.connect(self._size)
        self.set_compact(False)

    @property
    def compact(self) -> bool:
        return self._compact

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        for button in self.buttons.values():
            button.set_compact(compact)
        self._size()

    def show_faces(self, faces: Mapping[Step, Face], current: Step) -> None:
        for step, button in self.buttons.items():
            button.set_face(faces[step])
            button.show_current(step is current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here = next((step for step, button in self.buttons.items() if button.hasFocus()), None)
        if by is None or here is None:
            super().keyPressEvent(event)
            return
        there = Step(min(max(here + by, Step.READER), Step.EARLIER))
        self.chosen.emit(there)
        self.buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _size(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(NARROW if self._compact else WIDE))
        side = px(8 if self._compact else 10)
        self._layout.setContentsMargins(side, px(14), side, px(10))

    @Slot()
    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.chosen.emit(button.step)
