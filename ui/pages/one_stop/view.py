"""One-stop advice on one sheet, from the question to what came of it, in one readable column."""

from __future__ import annotations

from datetime import date, time
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentorjournal.journal.one_stop import OneStop, SheetWords
from mentorjournal.model.ids import EntryId
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.words import RetentionRule, SessionStatus
from ui.autosave import Autosave
from ui.pages.one_stop.after import AfterPart, FollowPart
from ui.pages.one_stop.before import PreparePart, QuestionPart
from ui.pages.one_stop.lines import AgreePart
from ui.pages.one_stop.meetings import MeetPart
from ui.pages.one_stop.onward import OnwardPart
from ui.pages.one_stop.wording import wording
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.buttons import quiet
from ui.widgets.empty import EmptyState
from ui.widgets.few_lines import FewLines
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, reveal, row, rule, scrolling
from ui.widgets.saved import SavedState
from ui.widgets.saving import Saving

_EDGES = 24 + 32


class Writer(Protocol):
    """What the sheet asks of its presenter."""

    def touched(self) -> None: ...
    def save(self) -> None: ...
    def choose_meeting(self, id: EntryId) -> None: ...
    def open_meeting(self) -> None: ...
    def open_action(self, id: EntryId) -> None: ...
    def plan(self, day: date, at: time | None) -> None: ...
    def move(self, day: date, at: time | None) -> None: ...
    def hold(self) -> None: ...
    def caught(self, line: str) -> None: ...
    def ask_on(self, day: date | None) -> None: ...
    def tell(self, told: bool) -> None: ...
    def choose_rule(self, rule: RetentionRule) -> None: ...
    def agree(self) -> None: ...
    def take(self, step: Step) -> None: ...
    def save_paper(self) -> None: ...
    def print_paper(self) -> None: ...


class OneStopView(QWidget, Saving):
    """Obeys the presenter; tells it of every edit. *left* is the wish to go back."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writer: Writer | None = None
        self._autosave = Autosave(self._save, parent=self)
        self.saved = SavedState(theme)
        self.back_button = quiet(theme, self.tr("Back"), icon="arrow-left", key="Esc")
        self.lead = Label(theme, "", "small", "text2", wrap=True)
        self.question = QuestionPart(theme)
        self.meet = MeetPart(theme)
        self.agree = AgreePart(theme)
        self.prepare = PreparePart(theme)
        self.after = AfterPart(theme)
        self.follow = FollowPart(theme)
        self.onward = OnwardPart(theme)
        self._parts = (self.question, self.meet, self.agree, self.prepare, self.after, self.follow)
        self._after = holder(column(24, rule(), 18, self.after, 24, self.follow))
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        body = column(
            row(Label(theme, self.tr("One-stop sheet"), "title"), None, self.saved),
            2,
            self.lead,
            18,
            self.question,
            24,
            rule(),
            18,
            self.meet,
            14,
            self.agree,
            14,
            rule(),
            18,
            self.prepare,
            self._after,
            24,
            rule(),
            18,
            self.onward,
            18,
            row(self.back_button, None),
            24,
            None,
        )
        self._page = holder(body)
        centre = row(None, self._page, None, margins=(24, 20, 32, 0))
        centre.setStretch(1, 1000)
        self._area = scrolling(holder(centre, "paper"))
        self._other = EmptyState(
            theme,
            self.tr("This is not one-stop advice. All that was written is in the journal."),
            self.tr("Back"),
            icon="arrow-left",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._other)
        self.setLayout(column(self._stack))
        self._look()

    def _connect(self) -> None:
        for part in self._parts:
            part.edited.connect(self._edited)
        self.back_button.clicked.connect(self.left)
        self._other.acted.connect(self.left)
        self.prepare.paper_button.clicked.connect(self._ask_paper)
        self.agree.fold.toggled.connect(self._folded)
        self.meet.grown.connect(self._meet_grown)
        self._theme.changed.connect(self._look)

    def bind(self, writer: Writer) -> None:
        self._writer = writer
        self.meet.planned.connect(writer.plan)
        self.meet.moved.connect(writer.move)
        self.meet.chosen.connect(writer.choose_meeting)
        self.meet.held.connect(writer.hold)
        self.meet.opened.connect(writer.open_meeting)
        self.agree.agreed.connect(writer.agree)
        self.agree.rule_chosen.connect(writer.choose_rule)
        self.after.caught.connect(writer.caught)
        self.after.action_opened.connect(writer.open_action)
        self.follow.day_chosen.connect(writer.ask_on)
        self.follow.told_chosen.connect(writer.tell)
        self.onward.taken.connect(writer.take)
        self.prepare.paper.saved.connect(self._save_paper)
        self.prepare.paper.printed.connect(self._print_paper)

    # What the presenter shows

    def show_sheet(self, found: OneStop, words: SheetWords, today: date) -> None:
        role = found.relationship.my_role
        said = wording(role)
        self._stack.setCurrentWidget(self._area if found.is_one_stop else self._other)
        self.lead.setText(said.lead)
        self.question.set_wording(said)
        self.question.show_words(words)
        self.meet.show_meetings(found.meetings, found.meeting, today)
        self.agree.show_agreement(found, words, today)
        self.prepare.set_wording(said, role)
        self.prepare.show_preparation(found, words)
        self.after.set_wording(said, role, today)
        self.after.show_after(found, words, today)
        self.follow.set_wording(said, role)
        self.follow.show_follow_up(found, words, today)
        self.onward.show_steps(found, today)
        held = found.meeting is not None and found.meeting.status is SessionStatus.HELD
        if not held and self._after.isAncestorOf(self.focusWidget() or self):
            self.question.setFocus()
        self._after.setVisible(held)

    def written(self) -> SheetWords:
        words = SheetWords()
        for part in (self.question, self.agree, self.prepare, self.after, self.follow):
            words = part.written(words)
        return words

    def half_typed(self) -> dict[str, str]:
        return {**self.meet.half_typed(), "line": self.after.catch.text()}

    def show_half_typed(self, typed: dict[str, str]) -> None:
        self.meet.show_half_typed(typed)
        self.after.catch.set_text(typed.get("line", ""))

    def clear(self) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        for part in (self.question, self.meet, self.agree, self.prepare, self.after, self.follow):
            part.clear()

    def say_topic(self, sentence: str) -> None:
        self.question.topic.say(sentence)

    def day_taken(self) -> None:
        self.meet.day_taken()

    def refuse_day(self, sentence: str) -> None:
        self.meet.refuse(sentence)

    def refuse_follow_up(self, sentence: str) -> None:
        self.follow.refuse(sentence)

    def refuse_agreement(self, sentence: str) -> None:
        self.agree.refuse(sentence)

    def action_caught(self, line: str) -> None:
        self.after.catch.taken(line)

    def action_refused(self, sentence: str) -> None:
        self.after.catch.refuse(sentence)

    def show_paper_saved(self, file_name: str) -> None:
        self.prepare.paper.say(self.tr("Saved as “{name}”.").format(name=file_name))

    def show_paper_problem(self, sentence: str) -> None:
        self.prepare.paper.say(sentence, wrong=True)

    def print_pdf(self, pdf: bytes) -> None:
        from ui.widgets.printing import print_pages

        if print_pages(pdf, self):
            self.prepare.paper.say(self.tr("Sent to the printer."))

    def place(self) -> dict[str, object]:
        texts = self._texts()
        inside = next((n for n, field in enumerate(texts) if field.hasFocus()), -1)
        return {
            "field": inside,
            "cursor": texts[inside].textCursor().position() if inside >= 0 else 0,
            "scroll": self._area.verticalScrollBar().value(),
            "lines": self.agree.fold.is_open,
        }

    def restore(self, place: dict[str, object]) -> None:
        inside, at, scroll = (place.get(name) for name in ("field", "cursor", "scroll"))
        self.agree.fold.set_open(place.get("lines") is True)
        texts = self._texts()
        if isinstance(inside, int) and isinstance(at, int) and 0 <= inside < len(texts):
            texts[inside].setFocus(Qt.FocusReason.OtherFocusReason)
            cursor = texts[inside].textCursor()
            cursor.setPosition(min(max(at, 0), texts[inside].document().characterCount() - 1))
            texts[inside].setTextCursor(cursor)
        if isinstance(scroll, int):
            self._area.verticalScrollBar().setValue(scroll)

    def begin(self) -> None:
        """Give the keyboard to the first field that is empty, or else to the first."""
        first = next((text for text in self._texts()[:2] if not text.text().strip()), self._texts()[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def event(self, event: QEvent) -> bool:
        """Ctrl+P means this page while one is on it, whatever it means to the window."""
        over = event.type() == QEvent.Type.ShortcutOverride
        if over and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Print):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Print) and self.prepare.paper_button.isVisible():
            self._ask_paper()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _texts(self) -> list[FewLines]:
        one, two, three, four = self.question, self.prepare, self.after, self.agree
        asked = (
            one.topic, one.asked, one.background, four.time, four.confidentiality, four.notes,
            two.tried, two.wanted, two.intention, three.mattered, three.took_away, three.advice,
            self.follow.came_of_it,
        )  # fmt: skip
        return [question.answer for question in asked]

    def _save(self) -> None:
        if self._writer is not None:
            self._writer.save()

    @Slot()
    def _look(self) -> None:
        self._page.setMaximumWidth(self._theme.px(MEASURE))
        self._arrange()

    def _arrange(self) -> None:
        self.meet.arrange(min(self.width() - _EDGES, self._page.maximumWidth()))

    @Slot()
    def _edited(self) -> None:
        if self._writer is not None:
            self._writer.touched()

    @Slot()
    def _meet_grown(self) -> None:
        reveal(self._area, self.meet)

    @Slot(bool)
    def _folded(self, opened: bool) -> None:
        if opened:
            reveal(self._area, self.agree)

    @Slot()
    def _ask_paper(self) -> None:
        self.prepare.paper.begin(has_their_words=False)
        reveal(self._area, self.prepare.paper)

    @Slot(bool)
    def _save_paper(self, their_words: bool) -> None:
        if self._writer is not None:
            self._writer.save_paper()

    @Slot(bool)
    def _print_paper(self, their_words: bool) -> None:
        if self._writer is not None:
            self._writer.print_paper()
