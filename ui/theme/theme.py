"""The look in use: scheme, zoom, colours and faces, and the signal that says they changed."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontDatabase, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

import resources
from ui.theme import tokens
from ui.theme.qss import style_sheet

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

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
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

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._zoom = 1.0
        self._tokens = tokens.LIGHT
        self._desktop = app.styleHints().colorScheme()
        self._sheet = ""
        self._pixmaps: dict[tuple[str, str, int, float, int], QPixmap] = {}
        self._ring = _FocusRing(self)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

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
        wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        # Native dialogs and title bars follow this too.
        self._app.styleHints().setColorScheme(wanted.get(scheme, Qt.ColorScheme.Unknown))
        self._desktop = self._app.styleHints().colorScheme()
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
        from ui.theme.icons import icon

        checked = self.colour(on) if on else None
        return icon(
            name, self.colour(role), self.colour("disabled"), size=self.px(size), on=checked, pad=self.px(pad)
        )

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
        widget.installEventFilter(self._ring)

    @Slot(Qt.ColorScheme)
    def _follow_system(self, desktop: Qt.ColorScheme) -> None:
        self._desktop = desktop
        if self._scheme in (Scheme.SYSTEM, Scheme.HIGH_CONTRAST):
            self._paint()

    def _paint(self) -> None:
        self._tokens = self._chosen_tokens()
        self._pixmaps.clear()
        self._app.setPalette(_palette(self._tokens))
        self._app.setFont(self.font("body"))
        sheet = style_sheet(self._tokens, self._zoom)
        if sheet != self._sheet:
            self._sheet = sheet
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def _chosen_tokens(self) -> tokens.Colours:
        hints = self._app.styleHints()
        dark = self._scheme is Scheme.DARK or (
            self._scheme is not Scheme.LIGHT and self._desktop == Qt.ColorScheme.Dark
        )
        wants_contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if self._scheme is Scheme.HIGH_CONTRAST or (self._scheme is Scheme.SYSTEM and wants_contrast):
            return tokens.CONTRAST_DARK if dark else tokens.CONTRAST_LIGHT
        return tokens.DARK if dark else tokens.LIGHT


class _FocusRing(QObject):
    """Sets the property ``kbd`` on a widget while it has the focus by keyboard; the style sheet rings it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            by_keyboard = event.gotFocus() and event.reason() in _BY_KEYBOARD
            if bool(watched.property("kbd")) != by_keyboard:
                font = watched.font()
                watched.setProperty("kbd", by_keyboard)
                watched.style().unpolish(watched)
                watched.style().polish(watched)
                if watched.font() != font:  # unpolishing brings back the face from before the last zoom
                    watched.setFont(font)
                watched.update()
        return False


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
