"""The way of the tour: a first vault from its first minute, then the sample vault page by page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mentorjournal import demo
from ui.tour.agreement import Agreement
from ui.tour.binding import Binding
from ui.tour.cycle import Cycle
from ui.tour.ending import Ending
from ui.tour.first_minute import FirstMinute
from ui.tour.forms import Forms
from ui.tour.inside import SAMPLE
from ui.tour.leaving import Leaving
from ui.tour.looking_back import LookingBack
from ui.tour.pages import Pages
from ui.tour.practice import Practice
from ui.tour.sharing import Sharing
from ui.tour.way import LOOKS
from ui.tour.ways_back import Damaged, KeptSafe, NewKeys


def walk(folder: Path) -> list[str]:
    """Go the whole way, with the vaults in *folder*, and return what did not come, one sentence each."""
    demo.write_vault(folder / SAMPLE)
    app = QApplication.instance() or QApplication(["mentorjournal"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    app.setCursorFlashTime(0)  # a blinking cursor would be in some pictures and not in others
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return [
        sentence
        for look in LOOKS
        for way in (
            FirstMinute,
            Pages,
            Sharing,
            Cycle,
            Agreement,
            LookingBack,
            Ending,
            Practice,
            Forms,
            Binding,
            KeptSafe,
            Damaged,
            NewKeys,
            Leaving,
        )
        for sentence in way(app, folder, look).walk()
    ]
