"""A way through one window, in steps of which one may fail without the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mentorjournal import demo
from mentorjournal.vault.sealing import FLOOR
from ui.app import Start
from ui.door import VaultDoor
from ui.pages_of_journal import build_rooms
from ui.shell.settings_file import SettingsFile
from ui.tour.guide import Answers, Guide, NotCome

LOOKS = ("light", "dark")


class Way:
    """Steps in one window. What does not come in one of them costs that picture and no other."""

    def __init__(self, app: QApplication, vault: Path, look: str) -> None:
        self.look = look
        self.answers = Answers()
        self.guide = Guide(app, look)
        settings = SettingsFile(vault.with_name(f"{vault.name} {look}.json"))
        settings.change(lambda now: now._replace(look=look))
        self.begin = Start(
            app,
            settings,
            vault,
            rooms=partial(build_rooms, clock=demo.clock()),
            door=VaultDoor(FLOOR, demo.clock()),
            dialogs=self.answers,
        )

    def steps(self) -> list[Callable[[], None]]:
        raise NotImplementedError

    def walk(self) -> list[str]:
        missed: list[str] = []
        try:
            with self.guide.at(self.begin):
                for step in self.steps():
                    try:
                        step()
                    except NotCome as error:
                        missed.append(str(error))
        except NotCome as error:
            missed.append(str(error))
        return missed
