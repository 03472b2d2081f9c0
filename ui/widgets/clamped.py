"""Words of any length in a few lines: what does not fit ends in dots and stands in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.list_view import clamp
from ui.widgets.tip import plain_tip

_LONGEST_TIP = 1000


class Clamped(QWidget):
    """At most *lines* lines. Words without a space break where the line ends."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        tone: str = "text",
        *,
        lines: int = 2,
        codename: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """A *codename* is made to be seen; in all other words names are veiled while the view is discreet."""
        super().__init__(parent)
        self._is_codename, self._private, self._written = codename, False, ""
        self._theme, self._style, self._tone, self._lines = theme, style, tone, lines
        self._text, self._tail, self._tail_tone = "", "", tone
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._look)
        theme.veil.changed.connect(self._veil)
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str, tail: str = "", tail_tone: str = "", *, private: bool = False) -> None:
        """Show *text*. A *tail* follows it on its one line, in a tone of its own, and is never cut."""
        self._written, self._private = text, private
        self._tail, self._tail_tone = tail, tail_tone or self._tone
        self._veil()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(len(self._shown(width)), 1) * self._theme.line_height(self._style)

    def sizeHint(self) -> QSize:
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.line_height(self._style))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(self._style))
        painter.setPen(self._theme.colour(self._tone))
        height = self._theme.line_height(self._style)
        shown = self._shown(self.width())
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for number, line in enumerate(shown):
            painter.drawText(0, number * height, self.width(), height, int(flags), line)
        if self._tail and shown:
            left = painter.fontMetrics().horizontalAdvance(shown[0])
            painter.setPen(self._theme.colour(self._tail_tone))
            painter.drawText(left, 0, self.width() - left, height, int(flags), self._tail)
        painter.end()
        is_cut = "".join(shown).endswith("…") and not self._text.endswith("…")
        self.setToolTip(plain_tip(self._text[:_LONGEST_TIP]) if is_cut else "")

    @Slot()
    def _veil(self) -> None:
        written = self._written
        self._text = written if self._is_codename else self._theme.veil.words(written, private=self._private)
        self.setAccessibleName(f"{self._text}{self._tail}"[:_LONGEST_TIP])
        self._look()

    def _shown(self, width: int) -> list[str]:
        font = self._theme.font(self._style)
        if not self._tail:
            return clamp(self._text, font, width, self._lines)
        metrics = QFontMetrics(font)
        room = width - metrics.horizontalAdvance(self._tail)
        return [metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, max(room, 0))]

    @Slot()
    def _look(self) -> None:
        self.updateGeometry()
        self.update()
