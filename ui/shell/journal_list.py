"""The journals of the vault by codename, each with the one thing that is next; closed ones folded below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mentorjournal.guidance.moment import Ask, Moment
from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.words import RelationshipStatus
from ui.theme.theme import Theme
from ui.widgets.disc import SIZE, draw_disc

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole


class JournalModel(QAbstractListModel):
    """Open journals, then one row that folds the closed ones, then those when it is unfolded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[JournalCard] = []
        self._rows: list[JournalCard | None] = []
        self._moments: Mapping[JournalId, Moment] = {}
        self.unfolded = False

    def set_cards(self, cards: Sequence[JournalCard]) -> None:
        if list(cards) == self._cards:
            return
        self._cards = list(cards)
        self._fill()

    def set_moments(self, moments: Mapping[JournalId, Moment]) -> None:
        """Take what each journal asks for now."""
        if moments != self._moments:
            self._moments = moments
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def toggle_fold(self) -> None:
        self.unfolded = not self.unfolded
        self._fill()

    def closed(self) -> int:
        return sum(card.status is RelationshipStatus.CLOSED for card in self._cards)

    def card(self, row: int) -> JournalCard | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, id: JournalId | None) -> int:
        for row, card in enumerate(self._rows):
            if card is not None and card.id == id:
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._rows[index.row()]
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if card is None:
                return self.tr("Closed ({count})").format(count=self.closed())
            told = self.next_of(card)
            return f"{card.codename}, {told}" if role == Qt.ItemDataRole.AccessibleTextRole else card.codename
        return None

    def next_of(self, card: JournalCard) -> str:
        """The one thing that is next."""
        if card.status is RelationshipStatus.CLOSED:
            return self.tr("closed")
        if card.status is RelationshipStatus.PAUSED:
            return self.tr("paused")
        moment = self._moments.get(card.id)
        if moment is not None and moment.session is not None:
            day = short_day(moment.session.day)
            if moment.ask is Ask.SETTLE:
                return self.tr("{day}, took place?").format(day=day)
            if moment.ask is Ask.NOTE:
                return self.tr("after-note due")
        if moment is not None and moment.ask in (Ask.AGREE, Ask.HALFWAY, Ask.CHECK, Ask.END):
            agreement, review = self.tr("agreement"), self.tr("review")
            return agreement if moment.ask in (Ask.AGREE, Ask.CHECK) else review
        next_on = moment.next_on if moment is not None else card.next_session_on
        if next_on is not None:
            return self.tr("next: {day}").format(day=short_day(next_on))
        if card.last_entry_on is not None:
            return self.tr("last written {day}").format(day=short_day(card.last_entry_on))
        return self.tr("nothing written yet")

    def _fill(self) -> None:
        self.beginResetModel()
        closed = [card for card in self._cards if card.status is RelationshipStatus.CLOSED]
        self._rows = [card for card in self._cards if card.status is not RelationshipStatus.CLOSED]
        if closed:
            self._rows.append(None)
            if self.unfolded:
                self._rows += closed
        self.endResetModel()


class JournalDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card = index.data(CARD)
        return QSize(0, self._theme.px(34 if card is None else 54))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(px(10), px(2), -px(10), -px(2))
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        card = index.data(CARD)
        if (selected and card is not None) or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if selected and card is not None else "hover"))
            painter.drawRoundedRect(rect, 9, 9)
        widget = option.widget
        if focused and widget is not None and widget.property("kbd"):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 9, 9)
        inner = rect.adjusted(px(12), 0, -px(10), 0)
        model = index.model()
        if card is None or not isinstance(model, JournalModel):
            self._words(painter, inner, str(index.data()), "small", "text3")
            arrow = "chevron-down" if isinstance(model, JournalModel) and model.unfolded else "chevron-right"
            ratio = widget.devicePixelRatioF() if widget is not None else 1.0
            at = QRect(inner.right() - px(14), inner.center().y() - px(7), px(14), px(14))
            painter.drawPixmap(at, theme.pixmap(arrow, "text3", 14, ratio=ratio))
        else:
            disc = QRectF(inner.left(), inner.center().y() - px(14), px(SIZE), px(SIZE))
            draw_disc(painter, theme, disc, card.codename)
            text = inner.adjusted(px(40), px(6), 0, -px(6))
            half = text.height() // 2
            self._words(painter, text.adjusted(0, 0, 0, -half), card.codename, "body_strong", "text")
            self._words(painter, text.adjusted(0, half, 0, 0), model.next_of(card), "small", "text2")
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, words: str, style: str, colour: str) -> None:
        font = self._theme.font(style)
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(box, flags, shown)


class JournalList(QListView):
    """Emits `chosen` for a journal that a person chose by click or key."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model_of_cards = JournalModel(self)
        self.setModel(self.model_of_cards)
        self.setItemDelegate(JournalDelegate(theme, self))
        self.setAccessibleName(self.tr("Journals"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._take)
        self.activated.connect(self._take)
        theme.ring(self)
        theme.changed.connect(self._dress)

    def show_cards(self, cards: Sequence[JournalCard], chosen: JournalId | None) -> None:
        model = self.model_of_cards
        model.set_cards(cards)
        row = model.row_of(chosen)
        if row < 0 and any(card.id == chosen for card in cards):
            model.toggle_fold()
            row = model.row_of(chosen)
        self.setCurrentIndex(model.index(row) if row >= 0 else QModelIndex())

    def show_moments(self, moments: Mapping[JournalId, Moment]) -> None:
        self.model_of_cards.set_moments(moments)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        card = self.model_of_cards.card(index.row())
        if card is None:
            self.model_of_cards.toggle_fold()
        else:
            self.chosen.emit(card.id)

    @Slot()
    def _dress(self) -> None:
        self.scheduleDelayedItemsLayout()


def short_day(day: date) -> str:
    """A day as people say it nearby: weekday, day and month, the year only when it is another."""
    shown = QDate(day.year, day.month, day.day)
    locale = QLocale()
    if day.year == date.today().year:
        return locale.toString(shown, "ddd d MMM")
    return locale.toString(shown, "d MMM yyyy")
