"""A PDF in memory and pictures of its pages: made when they are wanted, and only the latest of them kept.

pypdfium2 is imported with the first document. All of it happens on the screen's thread, as pdfium wants.
"""

from __future__ import annotations

from collections import OrderedDict
from enum import Enum, auto
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtGui import QImage

TILE = 1536
"""Device pixels: a page as wide as the window is one tile or a few, an enlarged one only those in view."""

_MOST_BYTES = 16 << 20
"""More than this only where more than this shows at once."""
_MOST_SMALL = 80
_PASSWORD_ERROR = 4


class Unreadable(Enum):
    """Why there is nothing to show."""

    SEALED = auto()
    BROKEN = auto()
    EMPTY = auto()


class Tile(NamedTuple):
    """A piece of a page at *scale* device pixels to the point."""

    page: int
    scale: float
    column: int
    row: int


class PagePictures:
    def __init__(self) -> None:
        self._pdf: Any = None
        self._page: tuple[int, Any] | None = None
        self._tiles: OrderedDict[Tile, QImage] = OrderedDict()
        self._small: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self.sizes: list[tuple[float, float]] = []

    def open(self, data: bytes) -> Unreadable | None:
        """Take *data* instead of the document there was; say why where it cannot be shown."""
        import pypdfium2

        self.close()
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            return _why(data, error.err_code)
        try:
            pdf.init_forms()  # without it the fields of a form are not drawn
            self.sizes = [pdf.get_page_size(number) for number in range(len(pdf))]
        except pypdfium2.PdfiumError:
            pdf.close()
            return Unreadable.BROKEN
        if not self.sizes:
            pdf.close()
            return Unreadable.EMPTY
        self._pdf = pdf
        return None

    def close(self) -> None:
        """Let go of the document and of every picture of it."""
        self._let_go_of_page()
        if self._pdf is not None:
            self._pdf.close()
        self._pdf = None
        self.sizes = []
        self._tiles.clear()
        self._small.clear()

    def tile(self, tile: Tile) -> QImage:
        """That piece of the page. At the lower and right end pieces are smaller."""
        if tile not in self._tiles:
            width, height = self._pixels(tile.page, tile.scale)
            left, top = tile.column * TILE, tile.row * TILE
            cut = (left, max(height - top - TILE, 0), max(width - left - TILE, 0), top)
            self._tiles[tile] = self._picture(tile.page, tile.scale, cut)
        self._tiles.move_to_end(tile)
        return self._tiles[tile]

    def tiles_of(self, page: int, scale: float) -> tuple[int, int]:
        """How many columns and rows of tiles the page has at *scale*."""
        width, height = self._pixels(page, scale)
        return ceil(width / TILE), ceil(height / TILE)

    def whole(self, page: int, scale: float) -> QImage:
        """A picture of all of the page, which is not kept."""
        return self._picture(page, scale, (0, 0, 0, 0))

    def small(self, page: int, width: int) -> QImage | None:
        """The page *width* device pixels wide, if it was made already."""
        found = self._small.get((page, width))
        if found is not None:
            self._small.move_to_end((page, width))
        return found

    def make_small(self, page: int, width: int) -> QImage:
        picture = self.whole(page, width / self.sizes[page][0])
        self._small[page, width] = picture
        while len(self._small) > _MOST_SMALL:
            self._small.popitem(last=False)
        return picture

    def text(self, page: int) -> str:
        """The words of the page, in the order of the document."""
        words = self._load(page).get_textpage()
        try:
            return str(words.get_text_bounded()).replace("\r\n", "\n").strip()
        finally:
            words.close()

    def keep_only(self, shown: set[Tile]) -> None:
        """Drop what was not *shown* as soon as there is too much, the longest unseen first."""
        held = self.held
        for tile in list(self._tiles):
            if held <= _MOST_BYTES:
                break
            if tile not in shown:
                held -= self._tiles.pop(tile).sizeInBytes()

    def forget_tiles(self) -> None:
        """Drop all pieces: they would be of another size now."""
        self._tiles.clear()

    @property
    def held(self) -> int:
        """Bytes of all pieces that are kept."""
        return sum(image.sizeInBytes() for image in self._tiles.values())

    def _pixels(self, page: int, scale: float) -> tuple[int, int]:
        width, height = self.sizes[page]
        return ceil(width * scale - 1e-6), ceil(height * scale - 1e-6)

    def _picture(self, page: int, scale: float, cut: tuple[int, int, int, int]) -> QImage:
        """*cut* is left, bottom, right and top, in device pixels."""
        # The renderer rounds up what is cut off: half a pixel less arrives at the whole one.
        off = tuple((side - 0.5) / scale if side else 0.0 for side in cut)
        bitmap = self._load(page).render(scale=scale, crop=off, prefer_bgrx=True)
        form = QImage.Format.Format_RGB32
        # The copy outlives pdfium's own buffer.
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
        bitmap.close()
        return image

    def _load(self, page: int) -> Any:
        """The page, read once as long as no other is wanted: reading takes longer than drawing."""
        if self._page is None or self._page[0] != page:
            self._let_go_of_page()
            self._page = (page, self._pdf[page])
        return self._page[1]

    def _let_go_of_page(self) -> None:
        if self._page is not None:
            self._page[1].close()
        self._page = None


def _why(data: bytes, code: int | None) -> Unreadable:
    # The code alone may be that of a document before: pdfium sets none for one without pages.
    if not data or b"/Count 0" in data:
        return Unreadable.EMPTY
    sealed = code == _PASSWORD_ERROR and b"/Encrypt" in data
    return Unreadable.SEALED if sealed else Unreadable.BROKEN
