"""How a relationship ends in the sample vault: closed in one step, settled, destroyed, with its record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal import demo
from mentorjournal.model.words import RetentionRule
from ui.closing_rooms import CLOSING, DESTROY, RECORDS, ClosingRooms
from ui.tour.guide import CONTROL, SIZE, NotCome
from ui.tour.inside import Inside
from ui.tour.way import LOOKS

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Ending(Inside):
    """In a sample vault of its own: what is destroyed in one look is wanted in the next."""

    def __init__(self, app: QApplication, folder: Path, look: str) -> None:
        super().__init__(app, folder, look, vault=f"ended {look}")
        demo.write_vault(folder / f"ended {look}")

    def steps(self) -> list[Callable[[], None]]:
        return [
            self.enter, self.before, self.after, self.hold, self.destroy, self.destroyed, self.records,
            self.large_text, self.small_window,
        ]  # fmt: skip

    @property
    def rooms(self) -> ClosingRooms:
        for group in self.guide.sitting.beside:
            if isinstance(group, ClosingRooms):
                return group
        raise NotCome("The pages for the end are not there.")

    def come_to(self, page: str) -> None:
        view = self.guide.sitting.view
        self.guide.wait(lambda: view.page_in_front == page, f"The page {page}")
        self.guide.settle()

    def before(self) -> None:
        guide = self.guide
        self.tab("journal")
        guide.key(Qt.Key.Key_E, CONTROL | SHIFT)
        self.come_to(CLOSING)
        guide.picture("80-closing", "Closing: one button that works at once, and the rest as one likes")

    def after(self) -> None:
        guide, view = self.guide, self.rooms.closing_view
        guide.key(Qt.Key.Key_Return)
        guide.wait(view.after.isVisible, "What stands after the end")
        guide.picture("81-closed", "Closed: what stands, and what happens to the notes")

    def hold(self) -> None:
        guide, view = self.guide, self.rooms.closing_view
        guide.click(view.after.change)
        view.after.fields.rule.setFocus(Qt.FocusReason.OtherFocusReason)
        view.after.fields.rule.set_value(RetentionRule.ON_HOLD)
        guide.click(view.after.cancel)
        guide.click(view.after.hold)
        guide.type(view.after.fields.reason, "Somebody asked to see their data")
        guide.picture("82-hold", "A hold: nothing is destroyed while its reason stands")
        guide.click(view.after.cancel)

    def destroy(self) -> None:
        guide = self.guide
        guide.click(self.rooms.closing_view.destroy_now)
        self.come_to(DESTROY)
        view = self.rooms.destroy_view
        guide.wait(view.typed.isVisible, "What goes")
        guide.picture("83-destroy", "Destroying: what goes, and what cannot be reached")
        guide.scroll_to(view.destroy_now)
        guide.picture("84-destroy-foot", "Its codename is typed before anything is destroyed")

    def destroyed(self) -> None:
        guide, view = self.guide, self.rooms.destroy_view
        guide.type(view.typed, view.journal.currentText())
        guide.key(Qt.Key.Key_Return, on=view.typed)
        guide.wait(view.record.isVisible, "The record")
        guide.picture("85-destroyed", "Destroyed: the record, which holds no names")
        if self.look == LOOKS[0]:
            self.answers.files.append(Path("destruction-record.pdf"))
            guide.click(view.record.save)
            print("destruction-record.pdf  The record, to keep or to show", flush=True)
        guide.click(view.done)

    def records(self) -> None:
        guide = self.guide
        guide.key(Qt.Key.Key_W, ALT | SHIFT)
        self.come_to(RECORDS)
        guide.wait(self.rooms.records_view.record.isVisible, "The record")
        guide.picture("86-records", "The records that are kept of destroyed journals")
        guide.key(Qt.Key.Key_Escape)
        guide.settle()

    def large_text(self) -> None:
        sitting = self.guide.sitting
        for _ in range(3):
            sitting.zoom(1)
        try:
            self.sheet("87-large-closing", "Closing, at 150 %")
        finally:
            sitting.zoom(0)

    def small_window(self) -> None:
        window = self.guide.start.window
        window.resize(960, 620)
        try:
            self.sheet("88-small-closing", "Closing in the smallest window")
            self.guide.key(Qt.Key.Key_Delete, CONTROL | SHIFT)
            self.come_to(DESTROY)
            self.guide.picture("89-small-destroy", "Destroying in the smallest window")
        finally:
            window.resize(*SIZE)

    def sheet(self, name: str, told: str) -> None:
        """The closing sheet of a mentee's journal."""
        self.open_journal("Lark")
        self.guide.key(Qt.Key.Key_E, CONTROL | SHIFT)
        self.come_to(CLOSING)
        self.guide.picture(name, told)
