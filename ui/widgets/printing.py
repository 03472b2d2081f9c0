"""A PDF to a printer, page by page as a picture: what is printed is what was shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

_DPI = 300


def print_pages(data: bytes, parent: QWidget) -> bool:
    """Ask for a printer and print the document in *data*. Returns whether it was sent.

    The modules are imported with the first page that is printed.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("")  # a printer's queue is read by others
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, image in enumerate(pages_as_images(data)):
        if number:
            printer.newPage()
        sheet = QRectF(painter.viewport())
        size = image.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
    painter.end()
    return True


def pages_as_images(data: bytes) -> Iterator[QImage]:
    """Each page as a picture of 300 dots to the inch, made when its turn comes: one takes 26 MB."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        document.init_forms()  # without it what stands in the fields of a form is not printed
        for page in document:
            yield _image(page)
    finally:
        document.close()


def _image(page: object) -> QImage:
    bitmap = page.render(scale=_DPI / 72, grayscale=False)  # type: ignore[attr-defined]
    formats = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_BGR888}
    form = formats.get(bitmap.n_channels, QImage.Format.Format_RGB32)
    # The copy outlives pdfium's own buffer.
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
    bitmap.close()
    page.close()  # type: ignore[attr-defined]
    return image
