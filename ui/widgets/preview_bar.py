"""The bar over the pages of a preview: which page it is, and how large pages show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.fields import ChoiceField
from ui.widgets.label import Label
from ui.widgets.layout import row
from ui.widgets.page_layout import Fit, Zoom

OFFERED = (50, 75, 100, 125, 150, 200, 300, 400)


class PreviewBar(QWidget):
    """Emits *zoom_wanted* with a Fit or per cent, *step_wanted* with 1 or -1, *side_wanted* on or off."""

    zoom_wanted = Signal(object)
    step_wanted = Signal(int)
    side_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        tr = self.tr
        self.side = ToolButton(theme, "book-open", tr("Show all pages at the side"), key="T", checkable=True)
        self.side.hide()
        self.told = Label(theme, "", "small", "text2")
        self.smaller = ToolButton(theme, "minus", tr("Smaller pages"), key="-")
        self.larger = ToolButton(theme, "plus", tr("Larger pages"), key="+")
        self.zoom = ChoiceField(theme, tr("Size of the pages"), self._choices())
        self.setLayout(
            row(
                self.side,
                6,
                self.told,
                None,
                self.smaller,
                2,
                self.zoom,
                2,
                self.larger,
                margins=(12, 5, 12, 5),
            )
        )
        self.smaller.clicked.connect(self._smaller)
        self.larger.clicked.connect(self._larger)
        self.zoom.chosen.connect(self.zoom_wanted)
        self.side.clicked.connect(self.side_wanted)
        theme.changed.connect(self._arrange)

    def show_page(self, words: str) -> None:
        self.told.setText(words[:1].upper() + words[1:])

    def show_zoom(self, zoom: Zoom, percent: int) -> None:
        """Say how large pages show: a fit by its name, with its percentage for those who want to know."""
        if isinstance(zoom, int) and zoom not in OFFERED:
            self.zoom.set_choices(self._choices(zoom))
        self.zoom.set_value(zoom)
        self.zoom.setToolTip(self.tr("{percent} %").format(percent=percent))

    def offer_side(self, offered: bool, *, shown: bool) -> None:
        """Offer the pictures at the side, and say whether they show."""
        self.side.setVisible(offered)
        self.side.setChecked(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """Leave out what has a key as well where there is no room."""
        roomy = self.width() >= self._theme.px(330)
        self.smaller.setVisible(roomy)
        self.larger.setVisible(roomy)

    def _choices(self, also: int | None = None) -> list[tuple[object, str]]:
        fits: list[tuple[object, str]] = [
            (Fit.READING, self.tr("Reading size")),
            (Fit.WIDTH, self.tr("Fit width")),
            (Fit.PAGE, self.tr("Fit page")),
        ]
        steps = sorted({*OFFERED, *((also,) if also else ())})
        return [*fits, *((step, self.tr("{percent} %").format(percent=step)) for step in steps)]

    @Slot()
    def _smaller(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _larger(self) -> None:
        self.step_wanted.emit(1)
