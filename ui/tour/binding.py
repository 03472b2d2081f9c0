"""The whole journal as a book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from ui.book_rooms import BookRooms
from ui.tour.guide import SIZE, NotCome
from ui.tour.inside import Inside
from ui.tour.way import LOOKS

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class Binding(Inside):
    def steps(self) -> list[Callable[[], None]]:
        return [self.enter, self.page_of_it, self.saved, self.large_text, self.small_window]

    @property
    def rooms(self) -> BookRooms:
        for group in self.guide.sitting.beside:
            if isinstance(group, BookRooms):
                return group
        raise NotCome("The page of the book is not there.")

    def page_of_it(self) -> None:
        self.open_journal("Heron")
        self.guide.key(Qt.Key.Key_J, ALT | SHIFT)
        self.guide.wait(self.rooms.view.isVisible, "The page of the book")
        self.guide.picture("110-book", "The whole journal as a book: what goes in, and what to know first")

    def saved(self) -> None:
        guide, view = self.guide, self.rooms.view
        if self.look == LOOKS[0]:  # a PDF has one look
            self.answers.files = [Path("book.pdf")]
            view.known.setChecked(True)
            guide.click(view.save)
            guide.wait(view.message.isVisible, "The word that the book is saved")
            print("book.pdf  A whole journal as a book", flush=True)
        guide.type(view.password_field.line, "three herons")
        guide.picture("111-book-locked", "A book with a password, which is kept nowhere")
        view.forget_password()

    def large_text(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        for _ in range(3):
            sitting.zoom(1)
        try:
            guide.picture("112-large-book", "The page of the book at 150 %")
        finally:
            sitting.zoom(0)

    def small_window(self) -> None:
        window = self.guide.start.window
        window.resize(960, 620)
        try:
            self.guide.picture("113-small-book", "The page of the book in the smallest window")
        finally:
            window.resize(*SIZE)
