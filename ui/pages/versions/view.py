"""Earlier versions: the moments left, the text with what changed right. Obeys the presenter."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QWidget

from mentorjournal.model.ids import RevisionId
from ui.pages.versions.contract import Against, VersionShown, VersionsShown
from ui.pages.versions.version_list import ROW_HEIGHT, VersionList
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets import clipboard
from ui.widgets.buttons import Segments, ToolButton, primary, quiet
from ui.widgets.changed_text import MARGIN, ChangedText
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule

LIST_WIDTH = 220
BESIDE_FROM = 720
UNBOUND = 16_777_215


class Presenter(Protocol):
    """What the page asks of its presenter."""

    def choose(self, id: RevisionId) -> None: ...
    def compare_with(self, against: Against) -> None: ...
    def restore_copy(self) -> None: ...
    def copy_text(self) -> None: ...


class VersionsView(QWidget):
    """Emits *left* when the writer wants to go back to the entry."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: Presenter | None = None
        tr = self.tr
        self.back = ToolButton(theme, "arrow-left", tr("Back"), key="Esc")
        self.list = VersionList(theme)
        self.text = ChangedText(theme)
        self.against = Segments(
            theme,
            tr("Compare with"),
            [(Against.NOW, tr("What changed since")), (Against.BEFORE, tr("What was new in it"))],
        )
        self.before = ToolButton(theme, "chevron-up", tr("Previous change"), key="P")
        self.after = ToolButton(theme, "chevron-down", tr("Next change"), key="N")
        self.restore = primary(
            theme,
            tr("Restore as a copy"),
            says=tr("A new entry with this text, on the same day; nothing is overwritten"),
        )
        self.copy_text = quiet(theme, tr("Copy text"))
        self._title = Label(theme, "", "small", "text2", private=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._told = Label(theme, "", "small", "text2", wrap=True)
        self._nothing = EmptyState(theme, "")
        self._build()
        self._connect()
        self.clear()

    def _build(self) -> None:
        theme, tr = self._theme, self.tr
        names = column(Label(theme, tr("Earlier versions"), "title"), 1, self._title)
        head = row(self.back, 8, margins=(20, 16, 24, 14))
        head.addLayout(names, 1)
        head.addWidget(self.copy_text, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addSpacing(8)
        head.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignVCenter)
        bar = row(self.against, None, self.before, 2, self.after, margins=(20, 10, 20, 4))
        told = row(self._told, margins=(24, 4, 24, 0))
        told.setStretch(0, 1)
        page = row(self.text, None)
        page.setStretch(0, 1000)
        paper = column(bar, told, page)
        paper.setStretch(2, 1)
        self._column = holder(column(self.list, margins=(0, 8, 0, 8)), "column")
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(0)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.addWidget(self._column)
        self._split.addWidget(holder(paper, "paper"), 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(holder(self._split))
        self._whole.addWidget(self._nothing)
        layout = column(head, rule(), self._whole)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.list.chosen.connect(self._chosen)
        self.against.chosen.connect(self._compare)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.restore.clicked.connect(self._restore)
        self.copy_text.clicked.connect(self._copy)
        self._theme.changed.connect(self._arrange)

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    # What the presenter shows

    def show_versions(self, shown: VersionsShown) -> None:
        self._title.setText(shown.title)
        self._title.setVisible(bool(shown.title))
        self.list.show_rows(shown.rows, shown.today)
        nothing = not shown.rows
        self._whole.setCurrentIndex(1 if nothing else 0)
        self.restore.hide()
        self.copy_text.setVisible(not nothing)
        self._nothing.set_sentence(
            self.tr("Open what was written, or choose an action or a topic, to see how it read before.")
            if shown.kind is None
            else self.tr("No earlier version yet.")
        )
        if nothing:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_version(self, shown: VersionShown) -> None:
        self.restore.setVisible(shown.may_copy)
        self.against.set_value(shown.against)
        self._told.setText(self._words(shown))
        self.text.show_parts(shown.parts)
        changed = shown.added + shown.removed > 0
        self.before.setEnabled(changed)
        self.after.setEnabled(changed)

    def select(self, id: RevisionId) -> None:
        self.list.choose(id)

    def focus_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy(self, text: str) -> None:
        clipboard.put(text)
        self.copy_text.setText(self.tr("Copied"))
        self._told.setText(clipboard.told())

    def clear(self) -> None:
        """Show nothing of any entry."""
        self._title.setText("")
        self._told.setText("")
        self.text.show_parts(())
        self.list.show_rows((), date.min)
        self._whole.setCurrentIndex(0)
        self.restore.hide()
        self.copy_text.hide()

    # Inside

    def _words(self, shown: VersionShown) -> str:
        if shown.only_form:
            return self.tr("The words are the same; only their look changed.")
        if not shown.added and not shown.removed:
            return self.tr("The words are the same.")
        added = self.tr("{count} added (underlined)").format(count=self.locale().toString(shown.added))
        removed = self.tr("{count} removed (struck)").format(count=self.locale().toString(shown.removed))
        since = self.tr("Words since this version: {added}, {removed}.")
        until = self.tr("Words in this version: {added}, {removed}.")
        return (since if shown.against is Against.NOW else until).format(added=added, removed=removed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The moments stand beside the text, or above it where there is no room."""
        self.text.setMaximumWidth(self._theme.px(MEASURE + 2 * MARGIN))
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        self._split.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        width = self._theme.px(LIST_WIDTH)
        self._column.setMinimumWidth(width if beside else 0)
        self._column.setMaximumWidth(width if beside else UNBOUND)
        self._column.setMaximumHeight(UNBOUND if beside else self._theme.px(2 * ROW_HEIGHT) + 18)

    @Slot(object)
    def _chosen(self, id: RevisionId) -> None:
        self.copy_text.setText(self.tr("Copy text"))
        if self._presenter is not None:
            self._presenter.choose(id)

    @Slot(object)
    def _compare(self, against: object) -> None:
        if self._presenter is not None and isinstance(against, Against):
            self._presenter.compare_with(against)

    @Slot()
    def _go_on(self) -> None:
        self.text.go(forward=True)

    @Slot()
    def _go_back(self) -> None:
        self.text.go(forward=False)

    @Slot()
    def _restore(self) -> None:
        if self._presenter is not None:
            self._presenter.restore_copy()

    @Slot()
    def _copy(self) -> None:
        if self._presenter is not None:
            self._presenter.copy_text()
