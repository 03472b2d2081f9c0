"""Every word that a window lets be seen or read aloud: painted, shown, hinted at."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QModelIndex, QPoint, QSizeF, Qt
from PySide6.QtGui import QAccessible, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tests.ui.names import nodes

_PARTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.ToolTipRole,
)


def painted(window: QWidget) -> str:
    """What is painted as letters, read back from a page that it was painted on."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    size = QSizeF(window.width(), window.height()) * 0.75
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
    painter = QPainter(writer)
    window.render(painter, QPoint())
    painter.end()
    document = pypdfium2.PdfDocument(bytes(data.data()))
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return str(text)


def spoken(window: QWidget) -> Iterator[str]:
    """What an assistive program can read of all that is visible."""
    for node in nodes(QAccessible.queryAccessibleInterface(window)):
        if node.state().invisible:
            continue
        yield from (node.text(part) for part in _PARTS)
        text = node.textInterface()
        if text is not None:
            yield text.text(0, text.characterCount())


def hinted(window: QWidget) -> Iterator[str]:
    """Tooltips, and the words of every row of every list."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                index: QModelIndex = model.index(row, 0)
                yield from (str(model.data(index, role) or "") for role in _ROLES)


def everything(window: QWidget) -> str:
    return "\n".join((window.windowTitle(), painted(window), *spoken(window), *hinted(window)))
