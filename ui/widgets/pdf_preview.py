"""The exact pages of a PDF that lies in memory: a bar, small pictures at the side, and the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, holder, row
from ui.widgets.page_layout import Fit, Zoom
from ui.widgets.page_pictures import PagePictures, Unreadable
from ui.widgets.pages_area import PagesArea
from ui.widgets.preview_bar import PreviewBar
from ui.widgets.thumbnails import Thumbnails

_SIDE_FROM = 720  # pixels at 100 %: narrower, the page needs all the room
_SIDE_AT_ALL = 420  # from here on for those who ask for it


class PdfPreview(QWidget):
    """Pages are drawn when they come into view, and dropped again. *compact* is for a corner of a page: the
    bar, and no pictures at the side.
    """

    def __init__(
        self, theme: Theme, name: str = "", *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._compact = theme, compact
        self._wanted: bool | None = None
        self._pictures = PagePictures()
        self.bar = PreviewBar(theme)
        self.pages = PagesArea(theme, name or self.tr("Preview of the pages"), self._pictures)
        self.thumbnails = Thumbnails(theme, self._pictures)
        self.nothing = EmptyState(theme, "")
        self._side = holder(column(self.thumbnails), "app")
        self._side.setFixedWidth(self.thumbnails.width())
        both = row(self._side, self.pages)
        both.setStretch(1, 1)
        whole = column(self.bar, both)
        whole.setStretch(1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(holder(whole))
        self._stack.addWidget(self.nothing)
        self.setLayout(column(self._stack))
        self.setFocusProxy(self.pages)
        self._connect()
        self._show_anew()

    def _connect(self) -> None:
        self.bar.zoom_wanted.connect(self.set_zoom)
        self.bar.step_wanted.connect(self.pages.step_zoom)
        self.bar.side_wanted.connect(self._want_side)
        self.pages.side_wanted.connect(self._toggle_side)
        self.pages.page_changed.connect(self._page_changed)
        self.pages.zoomed.connect(self._zoomed)
        self.thumbnails.chosen.connect(self.pages.go)
        self.thumbnails.entered.connect(self._read)
        self._theme.changed.connect(self._arrange)

    @property
    def page_count(self) -> int:
        return len(self._pictures.sizes)

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self.pages.page

    def show_pdf(self, data: bytes) -> None:
        """Show the document in *data*, at the place where the one before it was being read. What cannot be
        shown is said in its place.
        """
        wrong = self._pictures.open(data)
        self._show_anew()
        if wrong is not None:
            self.nothing.set_sentence(self._sentence(wrong))
            self._stack.setCurrentWidget(self.nothing)

    @Slot()
    def clear(self) -> None:
        """Let go of the document and of every picture of it."""
        self._pictures.close()
        self._show_anew()

    def go(self, page: int) -> None:
        """Bring *page*, from 0, into view."""
        self.pages.go(page)

    @Slot(object)
    def set_zoom(self, zoom: object) -> None:
        """A `Fit`, or per cent of the paper's own size."""
        if isinstance(zoom, Fit | int):
            self.pages.set_zoom(zoom)

    @property
    def zoom(self) -> Zoom:
        return self.pages.zoom

    def page_image(self, number: int) -> QImage:
        """Page *number*, from 0, as it shows now."""
        image = self._pictures.whole(number, self.pages.scale)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        return image

    def page_text(self, number: int) -> str:
        """The words of page *number*, from 0."""
        return self._pictures.text(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_anew(self) -> None:
        self._stack.setCurrentIndex(0)
        self.thumbnails.renew()
        self.pages.renew()
        self.bar.setVisible(self.page_count > 0)
        self._page_changed(self.pages.page)
        self._arrange()

    @Slot(int)
    def _page_changed(self, page: int) -> None:
        self.thumbnails.follow(page)
        self.bar.show_page(self.pages.told())

    @Slot()
    def _zoomed(self) -> None:
        self.bar.show_zoom(self.pages.zoom, self.pages.percent)

    @Slot()
    def _read(self) -> None:
        self.pages.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _toggle_side(self) -> None:
        if self.bar.side.isVisible():
            self.bar.side.click()

    @Slot(bool)
    def _want_side(self, wanted: bool) -> None:
        self._wanted = wanted
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The pictures stand at the side where there is room for them, or where somebody wants them."""
        width, px = self.width(), self._theme.px
        offered = self.page_count > 1 and not self._compact and width >= px(_SIDE_AT_ALL)
        wanted = width >= px(_SIDE_FROM) if self._wanted is None else self._wanted
        self.bar.offer_side(offered, shown=offered and wanted)
        self._side.setFixedWidth(self.thumbnails.width())
        self._side.setVisible(offered and wanted)

    def _sentence(self, wrong: Unreadable) -> str:
        return {
            Unreadable.SEALED: self.tr(
                "This PDF has a password, so its pages cannot be shown here. It opens in any PDF reader."
            ),
            Unreadable.BROKEN: self.tr("This PDF is damaged: no page of it can be shown."),
            Unreadable.EMPTY: self.tr("This PDF has no pages."),
        }[wrong]
