"""Ctrl+K: everything that can be done or gone to, found by a few letters; each with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.shell.commands import Command, matching
from ui.shell.journal_list import Index
from ui.shell.sheet import Sheet
from ui.theme.theme import Theme
from ui.widgets.fields import search_field
from ui.widgets.layout import column

KEY = Qt.ItemDataRole.UserRole
SHOWN_ROWS = 9


class Palette(Sheet):
    """*commands* is asked each time it opens; *find* gives the command that searches for what was typed."""

    def __init__(
        self,
        theme: Theme,
        over: QWidget,
        commands: Callable[[], Sequence[Command]],
        find: Callable[[str], Command],
    ) -> None:
        super().__init__(theme, over, 560, top=True)
        self._commands = commands
        self._find = find
        self._all: Sequence[Command] = ()
        self._shown: list[Command] = []
        self.field = search_field(theme, self.tr("What would you like to do?"), self.tr("Go to, do, find …"))
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(CommandDelegate(theme, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card.setLayout(column(self.field, 8, self.list, margins=(12, 12, 12, 10)))
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._take)

    def open(self) -> None:
        self._all = self._commands()
        self.field.clear()
        self._filter()
        super().open()

    def names(self) -> list[str]:
        return [command.name for command in self._shown]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                count = self._model.rowCount()
                if count:
                    row = (self.list.currentIndex().row() + step) % count
                    self.list.setCurrentIndex(self._model.index(row, 0))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _filter(self) -> None:
        typed = self.field.text()
        self._shown = matching(typed, self._all)
        if typed.strip():
            self._shown.append(self._find(typed.strip()))
        self._model.clear()
        for command in self._shown:
            item = QStandardItem(command.name)
            key = QKeySequence(command.key).toString(QKeySequence.SequenceFormat.NativeText)
            item.setData(key, KEY)
            item.setData(
                f"{command.name}, {key}" if key else command.name, Qt.ItemDataRole.AccessibleTextRole
            )
            item.setEditable(False)
            self._model.appendRow(item)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.list.setFixedHeight(self._theme.px(36) * min(max(len(self._shown), 1), SHOWN_ROWS) + 4)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._shown):
            command = self._shown[index.row()]
            self.dismiss()
            command.run()


class CommandDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(self._theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 7, 7)
        inner = rect.adjusted(self._theme.px(12), 0, -self._theme.px(12), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("text3"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignTrailing, str(index.data(KEY) or ""))
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeading, str(index.data()))
        painter.restore()
