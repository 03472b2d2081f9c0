"""What stands beside the text, or under it where there is no room: questions, or an earlier reflection."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.pages.reflection.earlier import Earlier
from ui.pages.reflection.questions import Questions
from ui.theme.theme import Theme
from ui.widgets.layout import column

WIDTH = 320
UNBOUND = 16_777_215  # Qt's own largest size


class Beside(QWidget):
    """Shows one of the two, or nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.questions = Questions(theme)
        self.earlier = Earlier(theme)
        self.setLayout(column(self.questions, self.earlier))
        self.show_only(None)

    def show_only(self, page: QWidget | None) -> None:
        for one in (self.questions, self.earlier):
            one.setVisible(one is page)
        self.setVisible(page is not None)

    def shows(self, page: QWidget) -> bool:
        return not self.isHidden() and not page.isHidden()

    def take_room(self, *, beside: bool, height: int) -> None:
        """Stand beside a page of this *height*, or under it."""
        width = self._theme.px(WIDTH)
        self.setMinimumWidth(width if beside else 0)
        self.setMaximumWidth(width if beside else UNBOUND)
        self.setMaximumHeight(UNBOUND if beside else int(height * 0.42))
