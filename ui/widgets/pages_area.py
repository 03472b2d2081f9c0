"""The pages of a document below one another: scrolled, enlarged at the place one looks at, read aloud."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.theme.theme import Theme
from ui.widgets.page_layout import (
    GAP,
    LARGEST,
    SMALLEST,
    Fit,
    PageLayout,
    Spot,
    Zoom,
    next_step,
    percent_of,
    scale_of,
)
from ui.widgets.page_pictures import TILE, PagePictures, Tile
from ui.widgets.page_pointer import PagePointer

_WIDEST = 900  # pixels at 100 %: wider, a page no longer reads as paper
_STEP = 40
_ALLOWED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class PagesArea(QAbstractScrollArea):
    """Emits *page_changed* with the page in view, and *zoomed* whenever pages are shown at another size."""

    page_changed = Signal(int)
    zoomed = Signal()
    side_wanted = Signal()

    def __init__(
        self, theme: Theme, name: str, pictures: PagePictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._pictures = theme, name, pictures
        self._layout = PageLayout([], 1.0)
        self._page = 0
        self._said = -1
        self._pinched = 0.0
        self._going = False
        self.zoom: Zoom = Fit.READING
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pointer = PagePointer(self.viewport())
        self._pointer.stepped.connect(self.step_zoom)
        self._pointer.pinched.connect(self._pinch)
        self._pointer.moved.connect(self._drag)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._look_where)
        theme.ring(self)
        self.setAutoFillBackground(True)
        self.setCornerWidget(QWidget())  # the style would draw a box there
        theme.changed.connect(self._look)
        theme.veil.changed.connect(self._veil)
        self._look()
        self._say()

    # What is shown, and where

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    @property
    def percent(self) -> int:
        """How large pages show, of their size on paper."""
        return percent_of(self._layout.scale)

    @property
    def scale(self) -> float:
        """Device pixels of a point, as pages show now."""
        return self._layout.scale * self.devicePixelRatioF()

    def renew(self) -> None:
        """Show the document that *pictures* holds now, at the place where the one before it was read."""
        self._said = -1
        self._relay()
        self._page = -1
        self._look_where()

    def go(self, page: int) -> None:
        """Bring the top of *page* into view."""
        if self._layout.sizes:
            page = min(max(page, 0), len(self._layout.sizes) - 1)
            self._move(page, round(self._layout.box(page, 0.0).top()) - GAP)

    def _move(self, page: int, down: int) -> None:
        """Scroll to *down* for *page*, which is in view then even where it cannot reach the top."""
        self._going = True
        self.verticalScrollBar().setValue(down)
        self._going = False
        self._turn_to(page)
        self.viewport().update()

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Show pages at *zoom*; what lies at the point *at* of the view, or in its middle, stays there."""
        if isinstance(zoom, int):
            zoom = min(max(zoom, SMALLEST), LARGEST)
        middle = QPointF(self.viewport().rect().center())
        self.zoom = zoom
        self._relay_at(at or middle)

    def step_zoom(self, by: int, at: QPointF | None = None) -> None:
        """The next larger or smaller size."""
        self.set_zoom(next_step(self._layout.scale, by), at)

    # What the reader does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~_ALLOWED:
            event.ignore()
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._scroll(-self.verticalScrollBar().pageStep())
        elif not (self._scroll_key(key) or self._page_key(key) or self._zoom_key(key)):
            event.ignore()

    def _scroll_key(self, key: Qt.Key) -> bool:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if key in steps:
            self._scroll(steps[key])
        return key in steps

    def _page_key(self, key: Qt.Key) -> bool:
        across = self.horizontalScrollBar()
        if key == Qt.Key.Key_Home:
            self.go(0)
        elif key == Qt.Key.Key_End:
            self._move(max(len(self._layout.sizes) - 1, 0), self.verticalScrollBar().maximum())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if key == Qt.Key.Key_Right else -1
            if across.maximum():
                across.setValue(across.value() + by * _STEP)
            else:
                self.go(self._page + by)
        else:
            return False
        return True

    def _zoom_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(Fit.READING)
        elif key == Qt.Key.Key_T:
            self.side_wanted.emit()
        else:
            return False
        return True

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._relay()
        return super().viewportEvent(event)

    @Slot(float, QPointF)
    def _pinch(self, by: float, at: QPointF) -> None:
        # Many small moves make one per cent: what a move left over counts for the next.
        left = self._pinched if round(self._pinched) == self.percent else float(self.percent)
        self._pinched = min(max(left * by, SMALLEST), LARGEST)
        if self._layout.sizes and round(self._pinched) != self.percent:
            self.set_zoom(round(self._pinched), at)

    @Slot(int, int)
    def _drag(self, right: int, down: int) -> None:
        across = self.horizontalScrollBar()
        across.setValue(across.value() - right)
        self._scroll(-down)

    def _scroll(self, by: int) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)

    # How it is painted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("sunken"))
        shown: set[Tile] = set()
        top = self._offset().y()
        for page in self._layout.between(top, top + self.viewport().height()):
            box = self._layout.box(page, self.viewport().width()).translated(-self._offset())
            painter.setPen(self._theme.colour("line"))
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            if self._theme.veil.drawn:
                self._paint_veil(painter, box)
            else:
                shown |= self._paint_page(painter, page, box)
        if self.property("kbd"):
            painter.setPen(self._theme.colour("focus"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()
        # A long document must not keep a picture of every page it once showed.
        self._pictures.keep_only(shown)

    def _paint_page(self, painter: QPainter, page: int, box: QRectF) -> set[Tile]:
        ratio, scale, shown = self.devicePixelRatioF(), self.scale, set()
        side, view = TILE / ratio, QRectF(self.viewport().rect())
        columns, rows = self._pictures.tiles_of(page, scale)
        for row in range(rows):
            for column in range(columns):
                place = QRectF(box.x() + column * side, box.y() + row * side, side, side)
                if place.intersects(view):
                    tile = Tile(page, scale, column, row)
                    picture = self._pictures.tile(tile)
                    picture.setDevicePixelRatio(ratio)
                    painter.drawImage(place.topLeft(), picture)
                    shown.add(tile)
        return shown

    def _paint_veil(self, painter: QPainter, page: QRectF) -> None:
        """A page of which nothing is shown."""
        painter.fillRect(page, self._theme.colour("card"))
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text2"))
        told = self.tr("Veiled while the view is discreet")
        painter.drawText(page, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), told)

    @Slot()
    def _look(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("sunken"))
        self.setPalette(palette)  # for the ground of the scroll bars, and of the corner between them
        self._relay()

    @Slot()
    def _veil(self) -> None:
        self._said = -1
        self._say()
        self.viewport().update()

    # Where things lie

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @Slot()
    def _relay(self) -> None:
        # The top of the view stays: a window that grows goes on at the line that was being read.
        self._relay_at(QPointF(self.viewport().width() / 2, 0.0))

    def _relay_at(self, at: QPointF) -> None:
        before, sizes = self._layout, list(self._pictures.sizes)
        at_the_top = self.verticalScrollBar().value() == 0 and at.y() == 0
        room = float(self.viewport().width())
        spot = before.spot(at + self._offset(), room) if before.sizes else Spot(0, 0.5, 0.0)
        # Without the scroll bars: a fit that came and went with them would never come to rest.
        bar = self.verticalScrollBar().sizeHint().width()
        free = (self.width() - bar, self.height())
        scale = scale_of(self.zoom, sizes, free, self._theme.px(_WIDEST)) if sizes else 1.0
        self._layout = PageLayout(sizes, scale, self.devicePixelRatioF())
        if scale != before.scale or sizes != before.sizes:
            self._pictures.forget_tiles()
        self._set_bars()
        if sizes:
            point = self._layout.point(spot, float(self.viewport().width())) - at
            self.horizontalScrollBar().setValue(round(point.x()))
            self.verticalScrollBar().setValue(0 if at_the_top else round(point.y()))
        self.zoomed.emit()
        self._look_where()

    def _set_bars(self) -> None:
        down, across, view = self.verticalScrollBar(), self.horizontalScrollBar(), self.viewport()
        for bar, whole, seen in (
            (down, self._layout.height, view.height()),
            (across, self._layout.width if self._layout.sizes else 0, view.width()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(whole - seen, 0))

    # Which page it is

    @Slot()
    def _look_where(self) -> None:
        self.viewport().update()
        if self._going:
            return
        top = float(self.verticalScrollBar().value())
        self._turn_to(self._layout.most_seen(top, top + self.viewport().height()))

    def _turn_to(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self._say()
            self.page_changed.emit(page)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.told()))

    def told(self) -> str:
        """Which page is in view, of how many."""
        count = len(self._layout.sizes)
        if not count:
            return ""
        return self.tr("page {number} of {count}").format(number=self._page + 1, count=count)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def _say(self) -> None:
        """Name the page in view, and while somebody listens say its words."""
        if not self._layout.sizes:
            self.setAccessibleName(self._name)
            self.setAccessibleDescription("")
            return
        page = max(self._page, 0)
        named = self.tr("{name}: {page}").format(name=self._name, page=self.told())
        self.setAccessibleName(named)
        if not (self.hasFocus() or QAccessible.isActive()):
            self._said = -1
            self.setAccessibleDescription("")
        elif self._said != page:
            self._said = page
            veiled = self.tr("Veiled while the view is discreet")
            self.setAccessibleDescription(veiled if self._theme.veil.drawn else self._pictures.text(page))
