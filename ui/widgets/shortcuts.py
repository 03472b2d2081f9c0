"""Keys of a part of the window: they work while the focus is in it, or anywhere in its window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_keys(
    widget: QWidget, keys: str | tuple[str, ...], act: Callable[[], object], *, anywhere: bool = False
) -> None:
    """Let *keys* do *act*, a bound method, while the focus is in *widget* or, *anywhere*, in its window."""
    context = Qt.ShortcutContext.WindowShortcut if anywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    for key in (keys,) if isinstance(keys, str) else keys:
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setContext(context)
        shortcut.activated.connect(act)
