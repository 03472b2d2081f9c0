"""What opens below a preparation before its agenda leaves: what is on it, to tick, read and take along."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.pages.prepare.contract import AgendaShown
from ui.theme.theme import Theme
from ui.widgets import clipboard
from ui.widgets.buttons import Button, quiet
from ui.widgets.check import draw_box
from ui.widgets.few_lines import FewLines
from ui.widgets.label import Label
from ui.widgets.list_view import Delegate, ListView
from ui.widgets.paper_panel import Panel

_MOST_SHOWN = 8
_ID = int(Qt.ItemDataRole.UserRole)


class TopicTicks(ListView):
    """The topics that may leave, each ticked or not. Arrows move, Space ticks."""

    ticked = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._theme = theme
        self._model = QStandardItemModel(self)
        self._shown: AgendaShown | None = None
        theme.veil.changed.connect(self._veil)
        self.setAccessibleName(self.tr("Topics on the agenda"))
        self.setAccessibleDescription(self.tr("Space takes a topic off or puts it on again"))
        self.setModel(self._model)
        self.setItemDelegate(TickDelegate(theme, self))
        self.clicked.connect(self._toggle)

    def show_agenda(self, shown: AgendaShown) -> None:
        self._shown, veil = shown, self._theme.veil
        here = self.currentIndex().row()
        topics = shown.whole.topics
        if [self._model.item(n).data(_ID) for n in range(self._model.rowCount())] != [t.id for t in topics]:
            self._model.clear()
            for topic in topics:
                item = QStandardItem(topic.text)
                item.setData(topic.id, _ID)
                self._model.appendRow(item)
            if topics:
                self.setCurrentIndex(self._model.index(min(max(here, 0), len(topics) - 1), 0))
        for place, topic in enumerate(topics):
            on = topic.id not in shown.left_out
            item = self._model.item(place)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            state = self.tr("on the agenda") if on else self.tr("left out")
            item.setText(veil.words(topic.text, private=True))
            words = self.tr("Veiled") if veil.drawn else topic.text
            item.setAccessibleText(f"{words}, {state}")
        shown_rows = min(len(topics), _MOST_SHOWN)
        self.setFixedHeight(self._theme.px(34) * shown_rows + 2)
        self.setVisible(bool(topics))

    @Slot()
    def _veil(self) -> None:
        if self._shown is not None:
            self.show_agenda(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        item = self._model.itemFromIndex(index)
        if item is not None:
            self.ticked.emit(item.data(_ID), item.checkState() != Qt.CheckState.Checked)


class TickDelegate(Delegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(self.theme.px(200), self.theme.px(34))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        px = self.theme.px
        box = QRectF(option.rect)
        self.draw_state(painter, option, box.adjusted(0, 1, 0, -1))
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        square = QRectF(box.left() + px(10), box.center().y() - px(8), px(16), px(16))
        draw_box(painter, self.theme, square, on=on)
        words = box.adjusted(px(38), 0, -px(10), 0)
        self.draw_words(painter, words, str(index.data()), "body", "text" if on else "text3")


class AgendaPanel(Panel):
    """The agenda as it would leave, to tick, read, copy and save."""

    ticked = Signal(object, bool)
    saved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._text = ""
        self._title = Label(theme, "", "heading")
        what = self.tr(
            "Topics and the wanted outcome, nothing else of this page. Untick what is not to be on it."
        )
        self.topics = TopicTicks(theme)
        self.kept_back = Label(theme, "", "small", "text2", wrap=True)
        self.preview = FewLines(theme, self.tr("The agenda, as it leaves"))
        self.preview.setReadOnly(True)
        self.save_button = Button(theme, self.tr("Save as PDF"), icon="file-down")
        self.copy_button = Button(theme, self.tr("Copy the text"))
        self.close_button = quiet(theme, self.tr("Close"), key="Escape")
        self.body.addWidget(self._title)
        self.body.addSpacing(4)
        self.body.addWidget(Label(theme, what, "body", "text2", wrap=True))
        self.body.addSpacing(8)
        self.body.addWidget(self.topics)
        self.body.addWidget(self.kept_back)
        self.body.addSpacing(8)
        self.body.addWidget(self.preview)
        self.body.addSpacing(10)
        self.end_with(self.save_button, self.copy_button, None, self.close_button)
        self.topics.ticked.connect(self.ticked)
        self.save_button.clicked.connect(self.saved)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.left)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def show_agenda(self, shown: AgendaShown) -> None:
        fresh = self.isHidden()
        self._text = shown.text
        self.topics.show_agenda(shown)
        self._tell_kept_back(shown.whole.kept_back)
        self.preview.set_text(shown.text)
        for button in (self.save_button, self.copy_button):
            button.setEnabled(shown.may_leave)
        self.say("")
        self.show()
        if fresh:
            first = self.topics if shown.whole.topics else self.save_button
            target = first if shown.may_leave or shown.whole.topics else self.close_button
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusables(self) -> list[QWidget]:
        return [self.topics, self.preview, self.save_button, self.copy_button, self.close_button]

    def _tell_kept_back(self, count: int) -> None:
        one = self.tr("One topic stays here: the note it came from is marked as never leaving.")
        more = self.tr("{count} topics stay here: the notes they came from are marked as never leaving.")
        self.kept_back.setText(one if count == 1 else more.format(count=count))
        self.kept_back.setVisible(count > 0)

    @Slot()
    def _copy(self) -> None:
        clipboard.put(self._text)
        self.say(clipboard.told())
