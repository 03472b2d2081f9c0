"""What was shared before: the frozen copies, and one of them opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStackedWidget, QStyleOptionViewItem, QWidget

from mentorjournal.model.shared import SharedSummary
from mentorjournal.model.words import Role
from ui.pages.share.contract import Copy
from ui.pages.share.leaving_list import LeavingDelegate, LeavingModel
from ui.pages.share.step_panel import SIDE, Rows, StepPanel, say
from ui.pages.share.wording import copy_title, day_text, format_text, reader, said
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.list_view import Delegate

Index = QModelIndex | QPersistentModelIndex
COPY = Qt.ItemDataRole.UserRole + 1


class CopyModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._copies: list[SharedSummary] = []
        self._role = Role.MENTEE

    def show(self, copies: Sequence[SharedSummary], role: Role) -> None:
        self.beginResetModel()
        self._copies, self._role = list(copies), role
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._copies)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        copy = self._copies[index.row()]
        if role == COPY:
            return copy
        if role == Qt.ItemDataRole.DisplayRole:
            return reader(copy.audience, self._role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            who = reader(copy.audience, self._role)
            pattern = self.tr("{day}, {reader}, {file}")
            return pattern.format(day=day_text(copy.day), reader=who, file=told_of(copy))
        return None


def told_of(copy: SharedSummary) -> str:
    """The file and what it is."""
    parts = [copy_title(copy)]
    if copy.file_name:
        parts.append(format_text(copy.format))
    if copy.locked:
        parts.append(said("with a password"))
    if copy.changes_since:
        parts.append(said("only what changed"))
    return " · ".join(parts)


class CopyDelegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(62))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        copy: SharedSummary = index.data(COPY)
        px = self.theme.px
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        self.draw_state(painter, option, box)
        inner = box.adjusted(px(11), px(7), -px(11), -px(6))
        line = inner.height() / 3
        for number, (words, style, role) in enumerate(
            (
                (day_text(copy.day), "caption", "text3"),
                (str(index.data()), "body", "text"),
                (told_of(copy), "small", "text2"),
            )
        ):
            place = QRectF(inner.left(), inner.top() + number * line, inner.width(), line)
            self.draw_words(painter, place, words, style, role)


class CopyList(Rows):
    """Enter or a click opens a copy."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, model: CopyModel) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("What was shared before"))
        self.setModel(model)
        self.setItemDelegate(CopyDelegate(theme, self))
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(index.data(COPY).id)


class EarlierStep(StepPanel):
    """Emits *copy_wanted* with the id of a copy, and what is wished for the opened one."""

    copy_wanted = Signal(str)
    left = Signal()
    again_wanted = Signal()
    changes_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.model = CopyModel(self)
        self.list = CopyList(theme, self.model)
        self._nothing = Label(theme, "", "body", "text2", wrap=True)
        self._nothing.setText(
            self.tr("Nothing has left this journal yet. What you save or copy here is kept as it left.")
        )
        self.all = quiet(theme, self.tr("All copies"), icon="arrow-left", key="Escape")
        self.reader = Label(theme, "", "heading", wrap=True)
        self.facts = Label(theme, "", "small", "text2", wrap=True)
        self.hash = Label(theme, "", "caption", "text3", wrap=True, selectable=True)
        self.since = Label(theme, "", "small", "text2", wrap=True)
        self.lines_model = LeavingModel(theme.veil, self)
        self.lines = Rows(theme, self.tr("Lines that left"), least=60)
        self.lines.setModel(self.lines_model)
        self.lines.setItemDelegate(LeavingDelegate(theme, self.lines))
        self.changes = Button(theme, self.tr("What changed since"))
        self.again = Button(theme, self.tr("Save again"), icon="file-down")
        self.outcome = Label(theme, "", "small", "text2", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(holder(column(self._nothing, None, margins=(SIDE, 2, SIDE, 0))))
        self._stack.addWidget(holder(column(self.list, margins=(SIDE - 12, 0, SIDE - 14, 0))))
        self._stack.addWidget(self._make_copy())
        self.build(
            self.tr("Shared before"), self.tr("Copies as they left. They cannot be changed."), self._stack
        )
        self._role = Role.MENTEE
        self.list.wanted.connect(self.copy_wanted)
        self.all.clicked.connect(self.left)
        self.again.clicked.connect(self.again_wanted)
        self.changes.clicked.connect(self.changes_wanted)
        self.clear()

    def first(self) -> QWidget:
        if self._stack.currentIndex() == 2:
            return self.all
        return self.list

    @property
    def is_copy_open(self) -> bool:
        return self._stack.currentIndex() == 2

    def show_earlier(self, copies: Sequence[SharedSummary], role: Role) -> None:
        self._role = role
        self.model.show(copies, role)
        if not self.is_copy_open:
            self._stack.setCurrentIndex(1 if copies else 0)

    def show_copy(self, copy: Copy) -> None:
        one = copy.summary
        had_keyboard = self.list.hasFocus()
        self.reader.setText(reader(one.audience, self._role))
        facts = [self.tr("{day}, {file}").format(day=day_text(one.day), file=told_of(one))]
        facts.append(
            self.tr("From {since} to {until}").format(since=day_text(one.since), until=day_text(one.until))
        )
        if one.consent_on:
            facts.append(self.tr("Agreed to on {day}").format(day=day_text(one.consent_on)))
        self.facts.setText("\n".join(facts))
        self.hash.setText(self.tr("SHA-256 {hash}").format(hash=_grouped(one.sha256)))
        self.lines_model.show(one.lines, None)
        say(self.since, copy.since.words if copy.since else "")
        self.changes.setVisible(copy.since is not None and not copy.since.nothing)
        self.again.setText(self.tr("Save again") if one.file_name else self.tr("Save"))
        note = self.tr("It left with a password. Saved again, it has none.")
        self.show_outcome(note if one.locked else "")
        self._stack.setCurrentIndex(2)
        if had_keyboard:
            self.all.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_copy(self) -> None:
        had_keyboard = self._stack.isAncestorOf(self.focusWidget() or self)
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        self.lines_model.show((), None)
        if had_keyboard:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outcome(self, sentence: str, *, wrong: bool = False) -> None:
        self.outcome.set_tone("danger" if wrong else "text2")
        say(self.outcome, sentence)

    def clear(self) -> None:
        self.model.show((), Role.MENTEE)
        self.lines_model.show((), None)
        self._stack.setCurrentIndex(0)
        for label in (self.facts, self.reader, self.hash):
            label.setText("")
        say(self.since, "")
        say(self.outcome, "")

    def _make_copy(self) -> QWidget:
        head = column(row(self.all, None), 2, self.reader, 2, self.facts, 4, self.hash, 6, self.since)
        head.setContentsMargins(SIDE, 0, SIDE, 6)
        foot = column(self.outcome, row(self.changes, None, self.again, spacing=8), spacing=6)
        foot.setContentsMargins(SIDE, 6, SIDE, 0)
        whole = column(head, column(self.lines, margins=(SIDE - 12, 0, SIDE - 14, 0)), foot)
        whole.setStretch(1, 1)
        return holder(whole)


def _grouped(letters: str) -> str:
    """In groups of eight: it breaks where the line ends, and can be compared by eye."""
    return " ".join(letters[place : place + 8] for place in range(0, len(letters), 8))
