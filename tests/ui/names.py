"""What a screen reader would have no word for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def nodes(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """*interface* and everything below it, as assistive programs walk it."""
    yield interface
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child and child.isValid():
            yield from nodes(child)


def unnamed(widget: QWidget) -> list[str]:
    """Every node in *widget* that takes the focus or can be pressed and has no name."""
    pressed = (QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton)
    return [
        f"{node.role().name} {type(node.object()).__name__}"
        for node in nodes(QAccessible.queryAccessibleInterface(widget))
        if (node.state().focusable or node.role() in pressed)
        and not node.state().invisible
        and not node.text(QAccessible.Text.Name)
    ]


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()
