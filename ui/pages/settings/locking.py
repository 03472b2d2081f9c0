"""The card about locking: when the vault locks by itself, and how long what was copied stays."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Slot

from ui.pages.settings.parts import TitledCard, told
from ui.shell.settings_file import CLIPBOARD_SECONDS, Settings
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments
from ui.widgets.check import CheckBox
from ui.widgets.label import Label
from ui.widgets.layout import row

IDLE_CHOICES = (1, 2, 5, 10, 15, 30, 60)


class Presenter(Protocol):
    def set_idle_minutes(self, minutes: int) -> None: ...
    def set_lock_on_minimise(self, locks: bool) -> None: ...
    def set_clipboard_seconds(self, seconds: int) -> None: ...


class LockCard(TitledCard):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._presenter: Presenter | None = None
        tr = self.tr
        self.idle = Segments(theme, tr("Minutes until it locks"), [(m, str(m)) for m in IDLE_CHOICES])
        self.minimise = CheckBox(theme, tr("Lock when the window is minimised"))
        self.clipboard = Segments(theme, tr("Clear the clipboard after"), self._spans())
        by_itself = tr("Lock by itself after so many minutes without a key or a move")
        nothing_lost = tr(
            "It asks nothing and loses nothing: the unfinished sentence is sealed, and is there again"
            " when you unlock. It also locks after the computer slept."
        )
        copied = tr(
            "What a button of this program copied, while it still lies there. What you copied"
            " yourself stays until the journal locks."
        )
        self.fill(
            tr("Lock"),
            Label(theme, by_itself, "body", wrap=True),
            2,
            told(theme, nothing_lost),
            8,
            row(self.idle, None),
            12,
            self.minimise,
            14,
            Label(theme, tr("Clear the clipboard after"), "body", wrap=True),
            2,
            told(theme, copied),
            8,
            row(self.clipboard, None),
        )
        self.clipboard.chosen.connect(self._clipboard_chosen)
        self.idle.chosen.connect(self._idle_chosen)
        self.minimise.toggled.connect(self._minimise_chosen)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def show_settings(self, settings: Settings) -> None:
        self.idle.set_value(settings.idle_minutes)
        self.minimise.setChecked(settings.lock_on_minimise)
        self.clipboard.set_value(settings.clipboard_seconds)

    def _spans(self) -> list[tuple[object, str]]:
        """Seconds and how they are said."""
        seconds, minutes = self.tr("{count} s"), self.tr("{count} min")
        return [
            (span, seconds.format(count=span) if span < 120 else minutes.format(count=span // 60))
            for span in CLIPBOARD_SECONDS
        ]

    @Slot(object)
    def _idle_chosen(self, minutes: object) -> None:
        if self._presenter is not None and isinstance(minutes, int):
            self._presenter.set_idle_minutes(minutes)

    @Slot(object)
    def _clipboard_chosen(self, seconds: object) -> None:
        if self._presenter is not None and isinstance(seconds, int):
            self._presenter.set_clipboard_seconds(seconds)

    @Slot(bool)
    def _minimise_chosen(self, locks: bool) -> None:
        if self._presenter is not None:
            self._presenter.set_lock_on_minimise(locks)
