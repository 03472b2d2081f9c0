"""Settings that are felt at once when they change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.shell.settings_file import Settings, SettingsFile
from ui.theme.theme import Scheme, Theme


class LiveSettings(QObject):
    """The settings, felt at once when they change."""

    def __init__(self, kept: SettingsFile, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = kept
        self._theme = theme
        theme.companion.switch(kept.value.companion)
        self.minutes_changed: Callable[[int], None] | None = None
        self.clipboard_changed: Callable[[int], None] | None = None

    @property
    def value(self) -> Settings:
        return self._kept.value

    def change(self, edit: Callable[[Settings], Settings]) -> None:
        before = self.value
        self._kept.change(edit)
        now = self.value
        if now.zoom != before.zoom:
            self._theme.set_zoom(now.zoom / 100)
        if now.look != before.look:
            self._theme.apply(Scheme(now.look))
        self._theme.companion.switch(now.companion)
        if now.idle_minutes != before.idle_minutes and self.minutes_changed is not None:
            self.minutes_changed(now.idle_minutes)
        if now.clipboard_seconds != before.clipboard_seconds and self.clipboard_changed is not None:
            self.clipboard_changed(now.clipboard_seconds)
