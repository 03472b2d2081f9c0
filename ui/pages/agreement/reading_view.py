"""An agreement as it was made: its words, who has signed, when to look at it again, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from mentorjournal.model.agreement import Agreement, ClauseKey
from mentorjournal.model.difference import PartDifference, Run, RunKind, difference
from mentorjournal.model.words import Role
from ui.pages.agreement.contract import Reading
from ui.pages.agreement.panels import PaperPanel
from ui.pages.agreement.version_list import ROW_HEIGHT, VersionList
from ui.pages.agreement.wording import clause_text, day_words
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.buttons import MenuButton, Segments, ToolButton, primary
from ui.widgets.changed_text import MARGIN, ChangedText
from ui.widgets.check import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule

LIST_WIDTH = 236
BESIDE_FROM = 640
UNBOUND = 16_777_215
SAYS, CHANGED = "says", "changed"


class ReadingView(QWidget):
    """Obeys the page."""

    change_wanted = Signal()
    clock_wanted = Signal()
    back_wanted = Signal()
    version_chosen = Signal(object)
    signed = Signal(bool, bool)
    review_chosen = Signal(object)

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Reading | None = None
        tr = self.tr
        self.back = ToolButton(theme, "arrow-left", tr("Back to the agreement"), key="Esc")
        self._title = Label(theme, "", "heading")
        self._told = Label(theme, "", "small", "text2", wrap=True)
        self.clock = ToolButton(theme, "clock", tr("Versions of the agreement"), key="Alt+V")
        self.more = MenuButton(theme, tr("More"), menu, says=tr("Print, the form, delete"))
        self.change = primary(
            theme,
            tr("Change it"),
            icon="pencil",
            key="Ctrl+E",
            says=tr("Begin a new version from what is agreed; this one holds until the next is agreed"),
        )
        self.by_me = CheckBox(theme, tr("Signed by me"))
        self.by_partner = CheckBox(theme, "")
        self.review = DateField(theme, tr("Look at it again on"), today=date.today())
        self._review_words = Label(theme, tr("Look at it again on"), "small", "text2")
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self.against = Segments(theme, tr("What to read"), [(SAYS, tr("What it says")), (CHANGED, "")])
        self.text = ChangedText(theme, name=tr("Text of the agreement"))
        self.list = VersionList(theme)
        self.paper = PaperPanel(theme)
        self._paper_room = holder(column(self.paper, margins=(20, 0, 20, 10)))
        self._paper_room.hide()
        self._build()
        self._connect()

    def _build(self) -> None:
        names = column(self._title, 1, self._told)
        head = row(self.back, 8, margins=(16, 12, 20, 8))
        head.addLayout(names, 1)
        for item in (self.clock, self.more, self.change):
            head.addSpacing(6)
            head.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
        self._marks = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._marks.setContentsMargins(0, 0, 0, 0)
        self._marks.setSpacing(10)
        self._marks.addLayout(row(self.by_me, 18, self.by_partner, None))
        self._marks.addStretch(1)
        self._marks.addLayout(row(self._review_words, 8, self.review, None))
        self._state = holder(column(self._marks, self._wrong, spacing=4, margins=(24, 0, 20, 8)))
        self._bar = holder(row(self.against, None, margins=(20, 10, 20, 0)))
        page = row(self.text, None)
        page.setStretch(0, 1000)
        paper = column(self._bar, page)
        paper.setStretch(1, 1)
        self._column = holder(column(self.list, margins=(0, 8, 0, 8)), "column")
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(0)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.addWidget(self._column)
        self._split.addWidget(holder(paper, "paper"), 1)
        layout = column(head, self._state, self._paper_room, rule(), self._split)
        layout.setStretch(4, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.paper.left.connect(self._close_paper)
        self.clock.clicked.connect(self.clock_wanted)
        self.change.clicked.connect(self.change_wanted)
        self.by_me.clicked.connect(self._signed)
        self.by_partner.clicked.connect(self._signed)
        self.review.changed.connect(self._review)
        self.against.chosen.connect(self._read)
        self.list.chosen.connect(self.version_chosen)
        self._theme.changed.connect(self._arrange)

    def show_reading(self, shown: Reading) -> None:
        tr, one = self.tr, shown.agreement
        another = self._shown is None or self._shown.agreement.id != one.id
        same = self._shown is not None and self._shown.agreement == one and self._shown.before == shown.before
        self._shown = shown
        listed = bool(shown.rows)
        self.back.setVisible(listed)
        self._column.setVisible(listed)
        if listed:
            self.list.show_rows(shown.rows, one.id)
        self._title.setText(tr("Agreement, version {version}").format(version=one.version))
        self._told.setText(self._words(shown))
        self.clock.setVisible(not listed)
        self.change.setVisible(shown.holds and not shown.has_draft)
        self._state.setVisible(shown.holds and self._paper_room.isHidden())
        self.by_me.setChecked(one.signed_by_me)
        self.by_partner.setChecked(one.signed_by_partner)
        signed = {
            Role.MENTEE: tr("Signed by your mentor"),
            Role.MENTOR: tr("Signed by your mentee"),
            Role.PEER: tr("Signed by your peer"),
        }
        self.by_partner.setText(signed[shown.role])
        self.review.set_today(shown.today)
        self.review.set_value(one.review_on)
        self._wrong.hide()
        if another:
            self._close_paper()
        self._bar.setVisible(shown.before is not None)
        if shown.before is not None:
            changed = tr("What changed since version {version}").format(version=shown.before.version)
            self.against.set_label(CHANGED, changed)
        else:
            self.against.set_value(SAYS)
        if another or not same:
            self._read()

    def ask_paper(self) -> None:
        self._state.hide()  # in a low window there is room for one of the two
        self._paper_room.show()
        self.paper.begin(to_sign=True)

    def refuse_review(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()
        if self._shown is not None:
            self.review.set_value(self._shown.agreement.review_on)

    def clear(self) -> None:
        self._shown = None
        self._close_paper()
        self.text.show_parts(())
        self._title.setText("")
        self._told.setText("")

    # Inside

    def _words(self, shown: Reading) -> str:
        one = shown.agreement
        on = day_words(one.agreed_on or one.day)
        if shown.holds:
            return self.tr("Agreed on {day}. It holds until a later one is agreed.").format(day=on)
        return self.tr("Agreed on {day}. A later version has taken its place.").format(day=on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        px = self._theme.px
        self.text.setMaximumWidth(px(MEASURE + 2 * MARGIN))
        self.review.setFixedWidth(px(170))
        wide = self.width() >= px(BESIDE_FROM)
        across = QBoxLayout.Direction.LeftToRight
        below = QBoxLayout.Direction.TopToBottom
        self._split.setDirection(across if wide else below)
        self._marks.setDirection(across if self.width() >= px(720) else below)
        width = px(LIST_WIDTH)
        self._column.setMinimumWidth(width if wide else 0)
        self._column.setMaximumWidth(width if wide else UNBOUND)
        self._column.setMaximumHeight(UNBOUND if wide else px(2 * ROW_HEIGHT) + 18)

    @Slot()
    def _close_paper(self) -> None:
        within = self.paper.isAncestorOf(self.focusWidget() or self)
        self.paper.hide()
        self._paper_room.hide()
        self._state.setVisible(self._shown is not None and self._shown.holds)
        if within:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _read(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if self.against.value() == CHANGED and shown.before is not None:
            self.text.show_parts(_changes(shown.before, shown.agreement))
        else:
            self.text.show_parts(_words_of(shown.agreement))

    @Slot()
    def _signed(self) -> None:
        self.signed.emit(self.by_me.isChecked(), self.by_partner.isChecked())

    @Slot(object)
    def _review(self, day: date | None) -> None:
        self._wrong.hide()
        self.review_chosen.emit(day)


def _words_of(agreement: Agreement) -> Sequence[PartDifference]:
    """Every clause that says something."""
    texts = ((key, clause_text(agreement, key)) for key in ClauseKey)
    return [PartDifference(label=key.label, runs=(Run(RunKind.SAME, text),)) for key, text in texts if text]


def _changes(before: Agreement, after: Agreement) -> Sequence[PartDifference]:
    """The clauses that read differently, with what changed in them."""
    texts = ((key, clause_text(before, key), clause_text(after, key)) for key in ClauseKey)
    return [
        PartDifference(label=key.label, runs=difference(old, new)) for key, old, new in texts if old != new
    ]
