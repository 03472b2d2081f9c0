"""Small pictures of the pages at the side, to go to one of them; made one by one while it is quiet."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QStyle, QStyleOptionViewItem, QWidget

from ui.theme.theme import Theme
from ui.widgets.list_view import Delegate, ListView
from ui.widgets.page_pictures import PagePictures

_WIDE = 92  # pixels at 100 %, of a picture
_ROOM = 14
_TALLEST = 3.0  # a strip of paper would push all others away

Index = QModelIndex | QPersistentModelIndex


class PagesModel(QAbstractListModel):
    def __init__(self, pictures: PagePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._count = 0

    def renew(self) -> None:
        self.beginResetModel()
        self._count = len(self._pictures.sizes)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = self.tr("Page {number} of {count}")
            return words.format(number=index.row() + 1, count=self._count)
        return None


class Thumbnails(ListView):
    """Arrows, Page Up and Down, Home and End move; *chosen* carries the page, *entered* asks to read it."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._theme, self.pictures = theme, pictures
        self._following = False
        self._model = PagesModel(pictures, self)
        self._wanted: dict[int, None] = {}
        self._quiet = QTimer(self, singleShot=True, interval=0)
        self._quiet.timeout.connect(self._make_next)
        self.setObjectName("thumbnails")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Pages"))
        self.setAccessibleDescription(self.tr("Enter goes to the page"))
        self.setModel(self._model)
        self.setItemDelegate(ThumbnailDelegate(theme, self))
        theme.changed.connect(self._size)
        self._size()

    def renew(self) -> None:
        """Show the pages of the document that *pictures* holds now."""
        self._wanted.clear()
        self._model.renew()

    def follow(self, page: int) -> None:
        """Mark *page* as the one in view."""
        if page != self.currentIndex().row():
            self._following = True
            self.setCurrentIndex(self._model.index(page))
            self._following = False

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if now.isValid() and not self._following:
            self.chosen.emit(now.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.text().isdigit() or event.text() in ("+", "-", "="):
            event.ignore()  # a list would look for an entry that begins with it
        else:
            super().keyPressEvent(event)

    def picture_width(self) -> int:
        return self._theme.px(_WIDE)

    def want(self, page: int) -> None:
        """Make the picture of *page* as soon as there is nothing else to do."""
        self._wanted[page] = None
        self._quiet.start()

    @Slot()
    def _make_next(self) -> None:
        width = round(self.picture_width() * self.devicePixelRatioF())
        while self._wanted:
            page = next(iter(self._wanted))
            del self._wanted[page]
            place = self.visualRect(self._model.index(page))
            if page < self._model.rowCount() and place.intersects(self.viewport().rect()):
                self.pictures.make_small(page, width)
                self.viewport().update(place)
                break  # a key that was pressed meanwhile has its turn
        if self._wanted:
            self._quiet.start()

    @Slot()
    def _size(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(self.picture_width() + 2 * _ROOM + bar)


class ThumbnailDelegate(Delegate):
    """A page with its number below. The one in view has a thick edge, and its number stands in a lozenge."""

    def __init__(self, theme: Theme, view: Thumbnails) -> None:
        super().__init__(theme, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = self._height(index.row()) + self.theme.line_height("caption") + 20
        return QSize(self._view.picture_width() + 2 * _ROOM, high)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, page = self.theme, index.row()
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        width, high = self._view.picture_width(), self._height(page)
        row = QRectF(option.rect)
        box = QRectF(round(row.center().x() - width / 2), row.y() + 8, width, high)
        self._draw_page(painter, page, box)
        edge = 2.5 if here else 1.0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(theme.colour("accent" if here else "line_strong" if hovered else "line"), edge))
        around = box.adjusted(-edge / 2, -edge / 2, edge / 2, edge / 2)
        painter.drawRect(around)
        if here and option.state & QStyle.StateFlag.State_HasFocus and self._view.property("kbd"):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(around.adjusted(-4, -4, 4, 4), 4, 4)
        self._draw_number(painter, QRectF(row.x(), box.bottom() + 4, row.width(), 0), page, here)

    def _draw_page(self, painter: QPainter, page: int, box: QRectF) -> None:
        if self.theme.veil.drawn:
            painter.fillRect(box, self.theme.colour("card"))
            return
        ratio = self._view.devicePixelRatioF()
        picture = self._view.pictures.small(page, round(box.width() * ratio))
        if picture is None:
            painter.fillRect(box, Qt.GlobalColor.white)
            self._view.want(page)
        else:
            painter.drawImage(box, picture)

    def _draw_number(self, painter: QPainter, line: QRectF, page: int, here: bool) -> None:
        theme, number = self.theme, self._view.locale().toString(page + 1)
        painter.setFont(theme.font("caption"))
        line.setHeight(theme.line_height("caption") + 2)
        if here:
            wide = painter.fontMetrics().horizontalAdvance(number) + theme.px(14)
            lozenge = QRectF(line.center().x() - wide / 2, line.y(), wide, line.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(lozenge, line.height() / 2, line.height() / 2)
        painter.setPen(theme.colour("on_accent" if here else "text2"))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, number)

    def _height(self, page: int) -> int:
        wide, high = self._view.pictures.sizes[page]
        return round(self._view.picture_width() * min(high / wide, _TALLEST))
