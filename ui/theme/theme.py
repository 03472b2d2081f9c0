"""The look in use: scheme, zoom, colours and faces, and the signal that says they changed."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

import resources
from ui.theme import numbers, tokens
from ui.theme.companion import Companion
from ui.theme.qss import style_sheet
from ui.theme.veil import Veil

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QIcon, QPixmap

    from ui.theme.ring import FocusRing

SANS = "Inter"
SERIF = "Source Serif 4"

LEAN_FACES = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold")
"""What the unlock window writes with."""

OTHER_FACES = (
    "Inter-Italic",
    "Inter-Bold",
    "SourceSerif4-Regular",
    "SourceSerif4-It",
    "SourceSerif4-Semibold",
    "SourceSerif4-Bold",
)


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


def load_fonts(*, lean: bool) -> None:
    """Register the bundled faces: three for the unlock window, or, after it, the other six."""
    for face in LEAN_FACES if lean else OTHER_FACES:
        data = resources.read(f"fonts/{face}.ttf")
        QFontDatabase.addApplicationFontFromData(QByteArray(data))


class Theme(QObject):
    """Built once and handed around. Widgets ask it for roles, never for values."""

    changed = Signal()
    changing = Signal(bool)
    """True before every widget is dressed anew, False after: thousands of events, none of them a person's."""

    def __init__(self, app: QApplication, parent: QObject | None = None, *, early: bool = False) -> None:
        """An *early* theme stands before the first painted window, and needs `complete` right after it."""
        super().__init__(parent)
        self._app = app
        self._wearer: QApplication | QWidget = app
        self.veil = Veil(self)
        self.companion = Companion(self)
        self._scheme = Scheme.SYSTEM
        self._zoom = 1.0
        self._tokens = tokens.LIGHT
        self._sheet = ""
        self._icons: dict[tuple[object, ...], QIcon] = {}
        self._pixmaps: dict[tuple[str, str, int, float, int], QPixmap] = {}
        self._ring: FocusRing | None = None
        self._waiting: list[Callable[[], None]] = []
        self._dark_desktop = False
        self._wants_contrast = False
        if early:
            # Asking for the colour scheme builds all of Qt's enums; the palette shows it just as well.
            self._dark_desktop = app.palette().color(QPalette.ColorRole.Window).lightness() < 128
        else:
            self.complete()

    def complete(self) -> None:
        """Look at what was too costly to look at before the first paint, and do what waited for it."""
        from ui.theme.ring import FocusRing

        self._ring = FocusRing(self)
        self._app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._look_at_desktop()
        if self._sheet and self._chosen_tokens() is not self._tokens:
            self._paint()
        waiting, self._waiting = self._waiting, []
        for work in waiting:
            work()

    def dress(self, window: QWidget) -> None:
        """Let *window* alone wear the style sheet. On the whole application Qt looks it up anew each time a
        widget finds its place in another, which made half the work of building a page.
        """
        self._wearer = window

    def when_complete(self, work: Callable[[], None]) -> None:
        """Do *work* now, or right after the first paint if that is still to come."""
        if self._ring is None:
            self._waiting.append(work)
        else:
            work()

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def dark(self) -> bool:
        return self._tokens in (tokens.DARK, tokens.CONTRAST_DARK)

    @property
    def zoom(self) -> float:
        return self._zoom

    def apply(self, scheme: Scheme) -> None:
        """Show *scheme* from now on; `Scheme.SYSTEM` follows the desktop."""
        self._scheme = scheme
        wanted = {Scheme.LIGHT: numbers.LIGHT_DESKTOP, Scheme.DARK: numbers.DARK_DESKTOP}
        # Native dialogs and title bars follow this too.
        self._app.styleHints().setProperty("colorScheme", wanted.get(scheme, numbers.UNKNOWN_DESKTOP))
        if self._ring is not None:
            self._look_at_desktop()
        self._paint()

    def set_zoom(self, zoom: float) -> None:
        """Show everything at *zoom*, 1.0 to 2.0."""
        zoom = min(max(round(zoom, 2), 1.0), 2.0)
        if zoom != self._zoom:
            self._zoom = zoom
            self._paint()

    def colour(self, role: str, alpha: int | None = None) -> QColor:
        colour = QColor(self._tokens[role])
        if alpha is not None:
            colour.setAlpha(alpha)
        return colour

    def font(self, style: str = "body", family: str = SANS, *, italic: bool = False) -> QFont:
        """The face of a type style, at the present zoom."""
        size, weight, _, tracking = tokens.TYPE[style]
        font = QFont(family)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        # Even spacing, and the same look at one and two pixels a point.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if tracking:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * self._zoom)
        return font

    def line_height(self, style: str) -> int:
        return self.px(tokens.TYPE[style].line)

    def px(self, size: float) -> int:
        """*size* in pixels at 100 %, as it is at the present zoom."""
        return round(size * self._zoom)

    def icon(
        self, name: str, role: str = "text2", size: int = 18, *, on: str | None = None, pad: int = 0
    ) -> QIcon:
        key = (name, role, size, on, pad)
        if key not in self._icons:
            from ui.theme.icons import icon

            self._icons[key] = icon(
                name,
                self.colour(role),
                self.colour("disabled"),
                size=self.px(size),
                on=self.colour(on) if on else None,
                pad=self.px(pad),
            )
        return self._icons[key]

    def icon_size(self, size: int = 18, *, pad: int = 0) -> QSize:
        return QSize(self.px(size) + self.px(pad), self.px(size))

    def pixmap(self, name: str, role: str = "text2", size: int = 18, *, ratio: float = 1.0) -> QPixmap:
        """A tinted icon for a delegate to paint; kept until the theme changes."""
        key = (name, role, size, ratio, 0)
        if key not in self._pixmaps:
            from ui.theme.icons import pixmap

            self._pixmaps[key] = pixmap(name, self.colour(role), self.px(size), ratio=ratio)
        return self._pixmaps[key]

    def ring(self, widget: QWidget) -> None:
        """Let *widget* show the focus ring, but only when the keyboard brought the focus."""
        if self._ring is None:
            self._waiting.append(lambda: self.ring(widget))
        else:
            widget.installEventFilter(self._ring)

    def _follow_system(self, desktop: Qt.ColorScheme) -> None:
        from PySide6.QtCore import Qt

        self._dark_desktop = desktop == Qt.ColorScheme.Dark
        wears = isValid(self._wearer)  # a window that is gone has nothing left to dress
        if wears and self._scheme in (Scheme.SYSTEM, Scheme.HIGH_CONTRAST):
            self._paint()

    def _look_at_desktop(self) -> None:
        from PySide6.QtCore import Qt

        hints = self._app.styleHints()
        self._dark_desktop = hints.colorScheme() == Qt.ColorScheme.Dark
        self._wants_contrast = (
            hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        )

    def _paint(self) -> None:
        self._tokens = self._chosen_tokens()
        self._pixmaps.clear()
        self._icons.clear()
        sheet = style_sheet(self._tokens, self._zoom)
        anew = sheet != self._sheet
        self.changing.emit(True)
        if anew and self._sheet:
            # Qt takes ten times as long to exchange a style sheet as to drop one and set another.
            self._wearer.setStyleSheet("")
        self._app.setPalette(_palette(self._tokens))
        self._app.setFont(self.font("body"))
        if anew:
            self._sheet = sheet
            self._wearer.setStyleSheet(sheet)
        self.changed.emit()
        self.changing.emit(False)

    def _chosen_tokens(self) -> tokens.Colours:
        dark = self._scheme is Scheme.DARK or (self._scheme is not Scheme.LIGHT and self._dark_desktop)
        contrast = self._scheme is Scheme.SYSTEM and self._wants_contrast
        if self._scheme is Scheme.HIGH_CONTRAST or contrast:
            return tokens.CONTRAST_DARK if dark else tokens.CONTRAST_LIGHT
        return tokens.DARK if dark else tokens.LIGHT


def _palette(colours: tokens.Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for names, token in (
        ((role.Window, role.AlternateBase), "surface"),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), "text"),
        ((role.Base, role.Button, role.ToolTipBase, role.Light), "card"),
        ((role.Highlight, role.Accent), "accent"),
        ((role.HighlightedText,), "on_accent"),
        ((role.PlaceholderText,), "text3"),
        ((role.Link,), "accent_text"),
        ((role.Mid, role.Midlight), "line"),
        ((role.Dark,), "line_strong"),
        ((role.Shadow,), "shadow"),
    ):
        for name in names:
            palette.setColor(name, QColor(colours[token]))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours["disabled"]))
    return palette
