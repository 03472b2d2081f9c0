"""The chosen clause: what to think of, the two drafts beside each other, what is agreed, and its terms."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal.model.agreement import NO_TERMS, ClauseKey
from mentorjournal.model.words import Role
from ui.pages.agreement.clause_field import ClauseField
from ui.pages.agreement.contract import ClauseShown, Mark, Side
from ui.pages.agreement.terms_fields import TermsFields
from ui.pages.agreement.wording import mark_words, rhythm_words, side_words
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row

BESIDE_FROM = 560
"""From this width at 100 % on, the two drafts stand beside each other."""

_TONE = {Mark.DIFFER: "warn", Mark.AGREED: "accent_text", Mark.SAME: "accent_text"}
MINE_KEY, THEIRS_KEY, OUT_KEY = "Alt+M", "Alt+T", "Alt+O"


class ClausePanel(QWidget):
    """Obeys the page. *typed* carries whose text changed and the text."""

    typed = Signal(object, str)
    terms_typed = Signal(object)
    review_chosen = Signal(object)
    use_wanted = Signal(object)
    include_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = Role.MENTEE
        self._key: ClauseKey | None = None
        tr = self.tr
        self.heading = Label(theme, "", "title", wrap=True)
        self.state = Label(theme, "", "small", "text3", wrap=True)
        self._guide = Label(theme, "", "body", "text2", wrap=True)
        self._unusual = Label(
            theme,
            tr("Not suggested for this kind of mentoring. Write in it, and it is part of the draft."),
            "small",
            "text3",
            wrap=True,
        )
        self.use_mine = Button(theme, tr("Use mine"), kind="link", key=MINE_KEY)
        self.use_theirs = Button(theme, tr("Use theirs"), kind="link", key=THEIRS_KEY)
        self.fields = {
            Side.MINE: ClauseField(theme, side_words(Side.MINE, Role.MENTEE), lines=3),
            Side.THEIRS: ClauseField(theme, "", lines=3),
            Side.AGREED: ClauseField(
                theme, side_words(Side.AGREED, Role.MENTEE), self.use_mine, 8, self.use_theirs, lines=3
            ),
        }
        self.terms = TermsFields(theme)
        self._rhythm = Label(theme, "", "small", "accent_text", wrap=True)
        self.review = DateField(theme, tr("Next review of the agreement"), today=date.today())
        review = Label(theme, tr("Look at it again on"), "small", "text2")
        self._review = holder(row(review, 10, self.review, None))
        self.leave_out = Button(theme, tr("Leave this clause out"), kind="link", key=OUT_KEY)
        self.take_in = Button(theme, tr("Take it in again"), key=OUT_KEY)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._drafts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._drafts.setContentsMargins(0, 0, 0, 0)
        self._drafts.setSpacing(16)
        self._drafts.addWidget(self.fields[Side.MINE], 1)
        self._drafts.addWidget(self.fields[Side.THEIRS], 1)
        self._both = holder(self._drafts)
        written = column(
            self._both,
            self.fields[Side.AGREED],
            self.terms,
            self._rhythm,
            self._review,
            row(self.leave_out, None),
            spacing=16,
        )
        self._written = holder(written)
        words = Label(
            self._theme,
            self.tr("This clause is left out. What was written in it stays with it."),
            "body",
            "text2",
            wrap=True,
        )
        self._out = holder(column(words, 10, row(self.take_in, None)))
        body = column(
            self.heading, 2, self.state, 8, self._guide, 4, self._unusual, 14, self._written, self._out, None
        )
        self.setLayout(body)

    def _connect(self) -> None:
        self.fields[Side.MINE].edited.connect(self._mine_typed)
        self.fields[Side.THEIRS].edited.connect(self._theirs_typed)
        self.fields[Side.AGREED].edited.connect(self._agreed_typed)
        self.terms.edited.connect(self.terms_typed)
        self.review.changed.connect(self.review_chosen)
        self.use_mine.clicked.connect(self.wish_mine)
        self.use_theirs.clicked.connect(self.wish_theirs)
        self.leave_out.clicked.connect(self._leave_out)
        self.take_in.clicked.connect(self._take_in)

    # What the page says

    def set_role(self, role: Role) -> None:
        self._role = role
        for side, field in self.fields.items():
            field.set_name(side_words(side, role))

    def show_clause(self, shown: ClauseShown, today: date) -> bool:
        """Show the clause; whether it is another than before."""
        clause, key = shown.clause, shown.clause.key
        another, self._key = key is not self._key, key
        self.heading.setText(key.label)
        words = mark_words(shown.mark, self._role)
        self.state.setText(words[:1].upper() + words[1:])
        self.state.set_tone(_TONE.get(shown.mark, "text3"))
        self._guide.setText(key.guide)
        self._unusual.setVisible(not shown.suggested)
        # The window's: the panel's own would be whatever had the keyboard here last, on a page behind too.
        if (
            self.isAncestorOf(self.window().focusWidget() or self)
            and self._written.isVisible() != clause.applies
        ):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._written.setVisible(clause.applies)
        self._out.setVisible(not clause.applies)
        apart = {Side.MINE: shown.only_mine, Side.THEIRS: shown.only_theirs}
        for side, field in self.fields.items():
            if another:
                field.text.clear()  # what can be taken back there was typed in another clause
            field.show_text(shown.texts[side], shown.problems.get(side.value, ""), apart.get(side, ()))
        is_sign = key is ClauseKey.SIGN
        self._both.setVisible(not is_sign)
        self._offer_drafts()
        self.terms.show_clause(shown, today)
        self._show_rhythm(shown)
        self._review.setVisible(key is ClauseKey.REVIEW)
        self.review.set_today(today)
        self.review.set_value(shown.review_on)
        self.leave_out.setVisible(shown.suggested)
        return another

    def focus_side(self, side: Side) -> None:
        self.fields[side].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Where writing begins: one's own draft, what is agreed, or the way back in."""
        for one in (self.fields[Side.MINE].text, self.fields[Side.AGREED].text, self.take_in):
            if one.isVisible():
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def fill_agreed(self, text: str) -> None:
        self.fields[Side.AGREED].fill(text)
        self.focus_side(Side.AGREED)

    def clear(self) -> None:
        """Hold nothing of any agreement."""
        self._key = None
        for field in self.fields.values():
            field.text.clear()
            field.show_text("", "")

    # Inside

    def _offer_drafts(self) -> None:
        """A draft with nothing in it is no use."""
        drafted = self._key is not ClauseKey.SIGN
        self.use_mine.setVisible(drafted and bool(self.fields[Side.MINE].text.text().strip()))
        self.use_theirs.setVisible(drafted and bool(self.fields[Side.THEIRS].text.text().strip()))

    def _show_rhythm(self, shown: ClauseShown) -> None:
        sets = shown.clause.key is ClauseKey.COMMITMENT
        said = rhythm_words(shown.rhythm) if sets and shown.rhythm != NO_TERMS else ""
        self._rhythm.setText(self.tr("Sets the rhythm: {terms}").format(terms=said) if said else "")
        self._rhythm.setVisible(bool(said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        self._drafts.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    @Slot(str)
    def _mine_typed(self, text: str) -> None:
        self._offer_drafts()
        self.typed.emit(Side.MINE, text)

    @Slot(str)
    def _theirs_typed(self, text: str) -> None:
        self._offer_drafts()
        self.typed.emit(Side.THEIRS, text)

    @Slot(str)
    def _agreed_typed(self, text: str) -> None:
        self.typed.emit(Side.AGREED, text)

    @Slot()
    def wish_mine(self) -> None:
        if self.use_mine.isVisible():
            self.use_wanted.emit(Side.MINE)

    @Slot()
    def wish_theirs(self) -> None:
        if self.use_theirs.isVisible():
            self.use_wanted.emit(Side.THEIRS)

    @Slot()
    def wish_out_or_in(self) -> None:
        if self.leave_out.isVisible() or self.take_in.isVisible():
            self.include_wanted.emit(self.take_in.isVisible())

    @Slot()
    def _leave_out(self) -> None:
        self.include_wanted.emit(False)

    @Slot()
    def _take_in(self) -> None:
        self.include_wanted.emit(True)
