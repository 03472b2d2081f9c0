"""Labels, buttons and rows in the theme's faces, for the pages that stand before everything else is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme.icons import draw_logo
from ui.theme.theme import Theme

Item = QWidget | QLayout | int | None
"""A widget, a layout, a gap in pixels, or None for room that stretches."""


class Words(QLabel):
    """A label in one of the theme's type styles and colours."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        colour: str = "text",
        *,
        wrap: bool = False,
        centred: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._style = style
        self._colour = colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if centred:
            self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.changed.connect(self._dress)
        self._dress()

    def say(self, text: str, colour: str | None = None) -> None:
        """Show *text*, and nothing at all, not even its room, when there is none."""
        if colour is not None and colour != self._colour:
            self._colour = colour
            self._dress()
        self.setText(text)
        self.setVisible(bool(text))

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font(self._style))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._theme.colour(self._colour))
        self.setPalette(palette)


class Button(QPushButton):
    """A push button: *kind* is primary, quiet, link, danger, or nothing for the usual one."""

    def __init__(
        self, theme: Theme, text: str, kind: str = "", *, icon: str = "", key: str = "", tall: bool = False
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._icon = icon
        self._tall = tall
        self._ink = "on_accent" if kind == "primary" else "text2"
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The sheet's min-height takes the text's width out of the minimum: say it, or narrow rows clip it.
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if key:
            self.setToolTip(f"{text} ({key})")
        theme.ring(self)
        theme.changed.connect(self._dress)
        self._dress()

    def rename(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)

    @Slot()
    def _dress(self) -> None:
        style = "small" if self.property("kind") == "link" else "body_strong"
        self.setFont(self._theme.font(style))
        if self._tall:
            self.setMinimumHeight(self._theme.px(42))
        if self._icon:
            self.setIcon(self._theme.icon(self._icon, self._ink, 16, pad=6))
            self.setIconSize(self._theme.icon_size(16, pad=6))


class Tool(QToolButton):
    """A button that is only an icon; *name* is what it is called."""

    def __init__(self, theme: Theme, icon: str, name: str, *, key: str = "", size: int = 17) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._size = size
        self.name(name, key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.ring(self)
        theme.changed.connect(self._dress)
        self._dress()

    def name(self, name: str, key: str = "") -> None:
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setIcon(self._theme.icon(self._icon, "text2", self._size))
        self.setIconSize(self._theme.icon_size(self._size))


class Field(QLineEdit):
    """A line to type in, in the theme's face."""

    def __init__(self, theme: Theme, name: str, *, secret: bool = False, tall: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._tall = tall
        self.setAccessibleName(name)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self.setInputMethodHints(
                Qt.InputMethodHint.ImhSensitiveData
                | Qt.InputMethodHint.ImhNoPredictiveText
                | Qt.InputMethodHint.ImhNoAutoUppercase
            )
        theme.changed.connect(self._dress)
        self._dress()

    def mark_wrong(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        if self._tall:
            self.setMinimumHeight(self._theme.px(44))


class Mark(QWidget):
    """The program's sign, painted without QtSvg."""

    def __init__(self, theme: Theme, size: int = 40) -> None:
        super().__init__()
        self._theme = theme
        self._size = size
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFixedSize(QSize(self._theme.px(self._size), self._theme.px(self._size)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_logo(painter, self._theme.colour("accent_text"), QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()


def column(
    *items: Item, spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    layout = QVBoxLayout()
    return _filled(layout, items, spacing, margins)


def row(*items: Item, spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    layout = QHBoxLayout()
    return _filled(layout, items, spacing, margins)


def centred(widget: QWidget) -> QHBoxLayout:
    return row(None, widget, None)


def box(layout: QLayout, name: str = "") -> QWidget:
    """A widget that holds *layout*; with a *name*, the style sheet paints it."""
    widget = QWidget()
    if name:
        widget.setObjectName(name)
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setLayout(layout)
    return widget


L = TypeVar("L", bound=QBoxLayout)


def _filled(layout: L, items: Iterable[Item], spacing: int, margins: tuple[int, int, int, int]) -> L:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout
