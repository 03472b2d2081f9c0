"""The pages of a PDF that lies in memory, as wide as the window, scrolled by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.theme.theme import Theme

_GAP = 16
_WIDEST = 900  # pixels at 100 %: wider, a page no longer reads as paper


class PdfPreview(QAbstractScrollArea):
    """Draws only the pages that show; pypdfium2 is imported with the first document."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pdf: Any = None
        self._sizes: list[tuple[float, float]] = []
        self._images: dict[int, QImage] = {}
        self._scale = 1.0
        self.setAccessibleName(name or self.tr("Preview of the pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        theme.ring(self)
        theme.changed.connect(self._relay)
        theme.veil.changed.connect(self.viewport().update)

    @property
    def page_count(self) -> int:
        return len(self._sizes)

    def show_pdf(self, data: bytes) -> None:
        """Show the document in *data*, at the place where the one before it was being read."""
        import pypdfium2

        self.clear()
        self._pdf = pypdfium2.PdfDocument(data)
        self._sizes = [self._pdf.get_page_size(number) for number in range(len(self._pdf))]
        pages = self.tr("%n page(s)", "", len(self._sizes))
        self.setAccessibleDescription(pages)
        self._relay()

    @Slot()
    def clear(self) -> None:
        """Let go of the document and of every picture of it."""
        if self._pdf is not None:
            self._pdf.close()
        self._pdf = None
        self._sizes, self._images = [], {}
        self.viewport().update()

    def page_image(self, number: int) -> QImage:
        """Page *number*, from 0, as it shows now."""
        if number not in self._images:
            ratio = self.devicePixelRatioF()
            page = self._pdf[number]
            bitmap = page.render(scale=self._scale * ratio, rev_byteorder=False)
            # The copy outlives pdfium's own buffer.
            image = QImage(
                bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, _format(bitmap.n_channels)
            ).copy()
            image.setDevicePixelRatio(ratio)
            bitmap.close()
            page.close()
            self._images[number] = image
        return self._images[number]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("sunken"))
        shown = []
        for number, box in enumerate(self._boxes()):
            if box.intersects(QRectF(self.viewport().rect())):
                painter.setPen(self._theme.colour("line"))
                painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
                if self._theme.veil.drawn:
                    self._paint_veil(painter, box)
                else:
                    painter.drawImage(box.topLeft(), self.page_image(number))
                    shown.append(number)
        if self.property("kbd"):
            painter.setPen(self._theme.colour("focus"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()
        # A long document must not keep a picture of every page it once showed.
        for number in set(self._images) - set(shown):
            del self._images[number]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def _paint_veil(self, painter: QPainter, page: QRectF) -> None:
        """A page of which nothing is shown."""
        painter.fillRect(page, self._theme.colour("card"))
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text2"))
        told = self.tr("Veiled while the view is discreet")
        painter.drawText(page, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), told)

    def _boxes(self) -> list[QRectF]:
        boxes, top = [], float(_GAP - self.verticalScrollBar().value())
        for width, height in self._sizes:
            wide, high = width * self._scale, height * self._scale
            boxes.append(QRectF(round((self.viewport().width() - wide) / 2), round(top), wide, high))
            top += high + _GAP
        return boxes

    @Slot()
    def _relay(self) -> None:
        self._images = {}
        if self._sizes:
            room = min(self.viewport().width() - 2 * _GAP, self._theme.px(_WIDEST))
            self._scale = max(room, 80) / max(width for width, _ in self._sizes)
        whole = sum(height * self._scale + _GAP for _, height in self._sizes) + _GAP
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(round(whole) - self.viewport().height(), 0))
        self.viewport().update()


def _format(channels: int) -> QImage.Format:
    formats = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_BGR888}
    return formats.get(channels, QImage.Format.Format_RGB32)
