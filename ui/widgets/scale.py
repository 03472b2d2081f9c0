"""A value on a short scale: a row of numbers, one of them chosen, or none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ui.theme.theme import Theme

_STEP, _GAP, _HEIGHT, _EDGE = 34, 4, 30, 4
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus)


class ScaleField(QSlider):
    """Digits and arrows choose, Delete takes the answer back. A slider to screen readers, whose name says the
    value; one step below the scale stands for no answer. `valueChanged` tells of every choice.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        low: int = 0,
        high: int = 10,
        *,
        soft: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """A *soft* one stands below another and is drawn as its echo."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._name, self._low, self._high, self._soft = theme, name, low, high, soft
        self._one_typed = False
        self._under = -1
        self.setRange(low - 1, high)
        self.setValue(low - 1)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleDescription(self.tr("Type a number or use the arrows; Delete for no answer"))
        theme.ring(self)
        theme.changed.connect(self._look)
        self.valueChanged.connect(self._say)
        self._say()

    def answer(self) -> int | None:
        return None if self.value() < self._low else self.value()

    def set_answer(self, answer: int | None) -> None:
        self.setValue(self._low - 1 if answer is None else answer)

    def sizeHint(self) -> QSize:
        count = self._high - self._low + 1
        edge, px = 2 * _EDGE, self._theme.px
        return QSize(px(count * _STEP + (count - 1) * _GAP) + edge, px(_HEIGHT) + edge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # What the writer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        one_typed, self._one_typed = self._one_typed, False
        forward = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key)
        if text.isdecimal() and len(text) == 1:
            number = 10 if one_typed and text == "0" else int(text)
            if self._low <= number <= self._high:
                self.set_answer(number)
                self._one_typed = number == 1
        elif key in _CLEARING:
            self.set_answer(None)
        elif forward is not None:
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                forward = -forward
            self.set_answer(self._stepped(forward))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.set_answer(self._low if key == Qt.Key.Key_Home else self._high)
        else:
            event.ignore()  # up and down belong to the page

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self.set_answer(None if number == self.answer() else number)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().x())
        self._under = self._low - 1 if number is None else number
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a page must not change what is chosen on it

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, answer = self._theme, self.answer()
        ground, words = ("accent_soft", "accent_text") if self._soft else ("accent", "on_accent")
        for number in range(self._low, self._high + 1):
            box, chosen = self._box(number), number == answer
            edge = theme.colour("accent" if chosen else "line_strong" if self._is_under(number) else "line")
            painter.setPen(QPen(edge, 2 if chosen else 1))
            painter.setBrush(theme.colour(ground if chosen else "card"))
            painter.drawRoundedRect(box, 7, 7)
            painter.setFont(theme.font("body_strong" if chosen else "body"))
            painter.setPen(theme.colour(words if chosen else "text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        if self.property("kbd"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()

    def _is_under(self, number: int) -> bool:
        return self.underMouse() and number == self._under

    def _box(self, number: int) -> QRectF:
        px = self._theme.px
        place = number - self._low
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place = self._high - number
        return QRectF(_EDGE + px(place * (_STEP + _GAP)), _EDGE, px(_STEP), px(_HEIGHT))

    def _number_at(self, x: float) -> int | None:
        numbers = range(self._low, self._high + 1)
        return next((n for n in numbers if self._box(n).left() <= x <= self._box(n).right()), None)

    def _stepped(self, by: int) -> int:
        answer = self.answer()
        if answer is None:
            return self._low if by > 0 else self._high
        return min(max(answer + by, self._low), self._high)

    @Slot()
    def _say(self) -> None:
        answer = self.answer()
        said = self.tr("no answer") if answer is None else str(answer)
        self.setAccessibleName(self.tr("{name}: {answer}").format(name=self._name, answer=said))
        self.update()

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
