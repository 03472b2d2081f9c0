"""All of one entry, beneath the list. What a session says itself is told and not asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.model.ledger import LONGEST_LEARNING, LedgerEntry
from mentorjournal.model.wording import hours_short
from mentorjournal.model.words import Mode, PracticeKind
from ui.pages.ledger.adding import KINDS
from ui.pages.ledger.contract import EntryDraft
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.companion.pointer import Reach
from ui.widgets.date_field import day_words
from ui.widgets.day_field import DayField
from ui.widgets.few_lines import FewLines
from ui.widgets.fields import ChoiceField, LineField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row


class EntryEditor(QFrame):
    """Emits *saved* with the draft, *left* without."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("card")
        self._id = ""
        self.kind = ChoiceField(theme, self.tr("Kind"), KINDS)
        self.day = DayField(theme, self.tr("Day"), self.tr("today"))
        self.time = LineField(theme, self.tr("Time"), private=False)
        modes = [(mode, mode.label) for mode in Mode]
        self.mode = ChoiceField(theme, self.tr("How"), [(None, self.tr("not said")), *modes])
        self.learning = FewLines(theme, self.tr("What was learnt"), limit=LONGEST_LEARNING, lines=2)
        self.applied = FewLines(theme, self.tr("How it was applied"), limit=LONGEST_LEARNING, lines=2)
        for words in (self.learning, self.applied):
            words.pointer.set_reach(Reach.LEAVES)  # a ledger is there to be shown, and names nobody
        self._facts = holder(
            row(
                labelled(theme, self.tr("Kind"), self.kind),
                labelled(theme, self.tr("Day"), self.day),
                labelled(theme, self.tr("Time"), self.time),
                labelled(theme, self.tr("How"), self.mode),
                None,
                spacing=10,
            )
        )
        self._of_session = Label(theme, "", "small", "text2", wrap=True)
        self._problem = Label(theme, "", "small", "danger", wrap=True)
        self._problem.hide()
        self.save = Button(theme, self.tr("Save"), key="Ctrl+Return")
        self.cancel = quiet(theme, self.tr("Cancel"), key="Escape")
        self.setLayout(
            column(
                self._facts,
                self._of_session,
                8,
                labelled(theme, self.tr("What was learnt"), self.learning),
                8,
                labelled(theme, self.tr("How it was applied"), self.applied),
                self._problem,
                10,
                row(None, self.cancel, 6, self.save),
                margins=(18, 14, 18, 12),
            )
        )
        for field in (self.day, self.time):
            field.returnPressed.connect(self._submit)
        for text in (self.learning, self.applied):
            text.refused.connect(self._full)
            text.edited.connect(self._typing)
        self.save.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.left)
        theme.changed.connect(self._measure)
        self._measure()

    def show_entry(self, entry: LedgerEntry, draft: EntryDraft) -> None:
        self._id = entry.id
        of_session = entry.session_id is not None
        self._facts.setVisible(not of_session)
        self._of_session.setVisible(of_session)
        if of_session:
            told = self.tr("Session of {day}, {hours}. Day and length come from the session itself.")
            day = day_words(entry.day, self.locale())
            self._of_session.setText(told.format(day=day, hours=hours_short(entry.minutes)))
        self.show_draft(draft)
        self.say("")

    def show_draft(self, draft: EntryDraft) -> None:
        self.kind.set_value(draft.kind)
        self.day.set_text(draft.day)
        self.time.set_text(draft.time)
        self.mode.set_value(draft.mode)
        self.learning.set_text(draft.learning)
        self.applied.set_text(draft.how_applied)

    def draft(self) -> EntryDraft:
        kind, mode = self.kind.value(), self.mode.value()
        return EntryDraft(
            kind=kind if isinstance(kind, PracticeKind) else PracticeKind.SUPERVISION,
            day=self.day.text(),
            time=self.time.text(),
            mode=mode if isinstance(mode, Mode) else None,
            learning=self.learning.text(),
            how_applied=self.applied.text(),
        )

    def edited(self) -> str:
        """The id of the entry that lies open here."""
        return "" if self.isHidden() else self._id

    def begin(self) -> None:
        self.learning.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._submit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _submit(self) -> None:
        self.say("")
        self.saved.emit(self.draft())

    @Slot(int)
    def _full(self, limit: int) -> None:
        self.say(self.tr("This takes at most {count} characters. Nothing was cut off.").format(count=limit))

    @Slot()
    def _typing(self) -> None:
        self.say("")

    @Slot()
    def _measure(self) -> None:
        self.day.setFixedWidth(self._theme.px(138))
        self.time.setFixedWidth(self._theme.px(110))
