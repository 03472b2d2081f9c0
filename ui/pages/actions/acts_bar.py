"""What can be done with the chosen action, beneath the list; each has its key in the list."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.pages.actions.model import Row
from ui.theme.theme import Theme
from ui.widgets.buttons import MenuButton, quiet
from ui.widgets.layout import row


class ActsBar(QWidget):
    """*wanted* carries the name of the act."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, *, everywhere: bool = False) -> None:
        super().__init__()
        self._done = quiet(theme, self.tr("Done"), icon="check", key="Space")
        edit = quiet(theme, self.tr("Edit"), icon="pencil", key="Return")
        carry = quiet(theme, self.tr("Carry over"), icon="redo-2", key="C")
        self._done.clicked.connect(self._settle)
        edit.clicked.connect(self._edit)
        carry.clicked.connect(self._carry)
        menu = QMenu(self)
        self._menu_act(menu, "partly", self.tr("Partly done"), "P")
        self._menu_act(menu, "drop", self.tr("Drop"), "X")
        menu.addSeparator()
        self._session = self._menu_act(menu, "session", self.tr("Open its session"), "S")
        self._goal = self._menu_act(menu, "goal", self.tr("Open its goal"), "G")
        if everywhere:
            self._menu_act(menu, "journal", self.tr("Open in its journal"), "J")
        self._menu_act(menu, "mark", self.tr("Change what may happen to it"), "V")
        if not everywhere:
            self._menu_act(menu, "versions", self.tr("Earlier versions"), "Ctrl+Shift+H")
        menu.addSeparator()
        self._menu_act(menu, "delete", self.tr("Delete"), "Del")
        menu.triggered.connect(self._chosen)
        self.more = MenuButton(theme, self.tr("More"), menu)
        self.setLayout(row(self._done, 2, edit, 2, carry, 2, self.more, None, margins=(0, 6, 0, 0)))

    def show_row(self, row: Row | None) -> None:
        """Offer what fits this row; for none, or for a heading, nothing."""
        listed = row.listed if row else None
        self.setVisible(listed is not None)
        if row and listed:
            self._done.setText(self.tr("Open again") if row.is_closed else self.tr("Done"))
            self._session.setEnabled(listed.session is not None)
            self._goal.setEnabled(listed.goal is not None)

    def _menu_act(self, menu: QMenu, act: str, text: str, key: str) -> QAction:
        action = menu.addAction(f"{text}\t{key}")  # after the tab Qt shows a key; the list binds it
        action.setData(act)
        return action

    @Slot()
    def _settle(self) -> None:
        self.wanted.emit("done")

    @Slot()
    def _edit(self) -> None:
        self.wanted.emit("edit")

    @Slot()
    def _carry(self) -> None:
        self.wanted.emit("carry")

    @Slot(object)
    def _chosen(self, action: QAction) -> None:
        self.wanted.emit(action.data())
