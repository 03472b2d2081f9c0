"""The cards about the look of the program, and about what it points at while one writes."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Slot

from ui.pages.settings.parts import TitledCard, beside, told
from ui.shell.settings_file import LOOKS, ZOOMS, Settings
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments
from ui.widgets.check import CheckBox
from ui.widgets.label import Label
from ui.widgets.layout import row


class LookPresenter(Protocol):
    def set_look(self, look: str) -> None: ...
    def set_zoom(self, zoom: int) -> None: ...


class WritingPresenter(Protocol):
    def set_companion(self, points: bool) -> None: ...


class LookCard(TitledCard):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._presenter: LookPresenter | None = None
        tr = self.tr
        names = {"system": tr("System"), "light": tr("Light"), "dark": tr("Dark")}
        self.look = Segments(theme, tr("Look"), [(look, names[look]) for look in LOOKS])
        self.zoom = Segments(theme, tr("Size"), [(zoom, f"{zoom} %") for zoom in ZOOMS])
        self.fill(
            tr("Look"),
            beside(theme, tr("Light or dark"), tr("System follows the desktop."), self.look),
            14,
            Label(theme, tr("Size of everything"), "body_strong"),
            2,
            told(theme, tr("Also Ctrl++, Ctrl+− and Ctrl+0, anywhere.")),
            8,
            row(self.zoom, None),
        )
        self.look.chosen.connect(self._look_chosen)
        self.zoom.chosen.connect(self._zoom_chosen)

    def bind(self, presenter: LookPresenter) -> None:
        self._presenter = presenter

    def show_settings(self, settings: Settings) -> None:
        self.look.set_value(settings.look)
        self.zoom.set_value(settings.zoom)

    @Slot(object)
    def _look_chosen(self, look: object) -> None:
        if self._presenter is not None:
            self._presenter.set_look(str(look))

    @Slot(object)
    def _zoom_chosen(self, zoom: object) -> None:
        if self._presenter is not None and isinstance(zoom, int):
            self._presenter.set_zoom(zoom)


class WritingCard(TitledCard):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._presenter: WritingPresenter | None = None
        self.companion = CheckBox(theme, self.tr("Point at names and sensitive words while writing"))
        words = self.tr(
            "After a pause, quiet dots stand below words that could name somebody or tell too much of them."
            " Ctrl+; goes to the next and says what could stand there instead. All of it happens here, and"
            " nothing in the text is changed unless you choose it."
        )
        self.fill(self.tr("Writing"), self.companion, 4, told(theme, words))
        self.companion.toggled.connect(self._companion_chosen)

    def bind(self, presenter: WritingPresenter) -> None:
        self._presenter = presenter

    def show_settings(self, settings: Settings) -> None:
        self.companion.setChecked(settings.companion)

    @Slot(bool)
    def _companion_chosen(self, points: bool) -> None:
        if self._presenter is not None:
            self._presenter.set_companion(points)
