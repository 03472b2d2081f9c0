"""Everything taken along, in files that need no Mentor Journal."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from mentorjournal import demo
from mentorjournal.leaving.choice import Form
from ui.pages.settings.along import AlongCard
from ui.tour.guide import CONTROL, SIZE
from ui.tour.inside import Inside

SHIFT = Qt.KeyboardModifier.ShiftModifier
TAKEN = Path("vault") / "taken along"
"""Beside the vaults of the tour, with which it goes again: a tour leaves no folder of files."""


class Leaving(Inside):
    def steps(self) -> list[Callable[[], None]]:
        return [self.enter, self.card_of_it, self.taken, self.large_text, self.small_window]

    @property
    def card(self) -> AlongCard:
        return self.guide.sitting.side.settings_view.along

    def card_of_it(self) -> None:
        self.guide.key(Qt.Key.Key_S, CONTROL | SHIFT)
        self.guide.wait(self.card.isVisible, "The card for taking everything along")
        self.guide.picture("132-leaving", "Everything as Markdown, JSON and PDF, and who can read it then")

    def taken(self) -> None:
        guide, card = self.guide, self.card
        shutil.rmtree(TAKEN, ignore_errors=True)
        TAKEN.mkdir()
        self.answers.folders = [TAKEN.absolute()]
        card.forms[Form.PDF].setChecked(False)  # the book has its own pictures, and takes its time
        guide.type(card.passphrase, demo.PASSPHRASE)
        guide.click(card.take)
        guide.wait(card.message.isVisible, "The word that everything is written")
        guide.scroll_to(card.message)
        guide.picture("133-leaving-done", "All of it is written: where, and what to know of it")

    def large_text(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        for _ in range(3):
            sitting.zoom(1)
        try:
            guide.settle()
            self.card.come_forward()
            guide.picture("134-large-leaving", "Taking everything along at 150 %")
        finally:
            sitting.zoom(0)

    def small_window(self) -> None:
        window = self.guide.start.window
        window.resize(960, 620)
        try:
            self.guide.settle()
            self.card.come_forward()
            self.guide.picture("135-small-leaving", "Taking everything along in a small window")
        finally:
            window.resize(*SIZE)
