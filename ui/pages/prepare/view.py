"""The page to prepare on, one readable column: what is known, what is wanted, what leaves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mentorjournal.guidance.brief_lines import Block, BlockKey, Line
from mentorjournal.guidance.prepared import Prepared
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import Session
from mentorjournal.model.words import Role
from mentorjournal.prompts import PromptSet
from ui.autosave import Autosave
from ui.pages.prepare.block_list import BlockList
from ui.pages.prepare.contract import AgendaShown
from ui.pages.prepare.leaving import AGENDA_KEY, PAPER_KEY, Leaving
from ui.pages.prepare.written import Intend, Outcome, SheetFields
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.few_lines import FewLines
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row, scrolling
from ui.widgets.saved import SavedState
from ui.widgets.saving import Saving

INSET = 10
"""What lines keep from the edge of their ground; headings and fields stand as far in."""

_EDGES = 22 + 32

_ABOVE_THE_AGENDA = (
    BlockKey.HERE_FOR,
    BlockKey.LAST_TIME,
    BlockKey.PROMISES,
    BlockKey.ACTIONS,
    BlockKey.THREADS,
)


class Writer(Protocol):
    """What the page asks of its presenter."""

    def touched(self) -> None: ...
    def save(self) -> None: ...
    def framework_chosen(self, framework: str) -> None: ...
    def act(self, key: BlockKey, line: Line) -> None: ...
    def note_outcome(self, line: Line, words: str) -> None: ...
    def ask_paper(self) -> None: ...
    def save_paper(self, their_words: bool) -> None: ...
    def print_paper(self, their_words: bool) -> None: ...
    def ask_agenda(self) -> None: ...
    def tick_topic(self, id: EntryId, on: bool) -> None: ...
    def save_agenda(self) -> None: ...
    def panel_closed(self) -> None: ...


class PrepareView(QWidget, Saving):
    """Obeys the presenter; tells it of every edit. `set_agenda` puts a list of topics in its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writer: Writer | None = None
        self._role = Role.MENTEE
        self._autosave = Autosave(self._save, parent=self)
        self.saved = SavedState(theme)
        self.strip = Label(theme, "", "small", "text2", wrap=True)
        self.turns = Label(theme, "", "body", "accent_text", wrap=True)
        self.outcome = Outcome(theme)
        self.fields = SheetFields(theme)
        self.intend = Intend(theme)
        self.above = BlockList(theme)
        self.mine = BlockList(theme)
        self.below = BlockList(theme)
        self.leaving = Leaving(theme)
        self._slot = QVBoxLayout()
        self._my_half = self._half(self.tr("My half"))
        self._their_half = self._half(self.tr("Their half"))
        self._build()
        self._connect()
        self.set_role(self._role)

    def _half(self, words: str) -> QWidget:
        return holder(row(Label(self._theme, words, "title"), None, margins=(INSET, 0, 0, 0)))

    def _build(self) -> None:
        head = row(self.strip, 12, self.saved, margins=(INSET, 0, 0, 0))
        head.setStretch(0, 1)
        self._turns_row = holder(column(self.turns, margins=(INSET, 0, 0, 0)))
        self._turns_row.hide()
        self._slot.setContentsMargins(INSET, 0, 0, 0)
        self._slot_holder = holder(self._slot)
        self._slot_holder.hide()
        body = column(
            head,
            self._turns_row,
            self._my_half,
            self.above,
            self.outcome,
            self._slot_holder,
            self.mine,
            self.fields,
            self._their_half,
            self.below,
            self.intend,
            self.leaving,
            None,
            spacing=22,
            margins=(0, 0, 0, 24),
        )
        self._page = holder(body)
        centre = row(None, self._page, None, margins=(22, 16, 32, 0))
        centre.setStretch(1, 1000)
        self._area = scrolling(holder(centre, "paper"))
        self.setLayout(column(self._area))
        self._look()

    def _connect(self) -> None:
        for written in (self.outcome, self.fields, self.intend):
            written.edited.connect(self._edited)
        for blocks in (self.above, self.mine, self.below):
            blocks.changed.connect(self._order_tabs)
        self.leaving.grown.connect(self._bring_into_sight)
        self._theme.changed.connect(self._look)

    def bind(self, writer: Writer) -> None:
        self._writer = writer
        leaving = self.leaving
        self.intend.framework_chosen.connect(writer.framework_chosen)
        for blocks in (self.above, self.mine, self.below):
            blocks.acted.connect(writer.act)
            blocks.noted.connect(writer.note_outcome)
        leaving.paper_button.clicked.connect(writer.ask_paper)
        leaving.paper.saved.connect(writer.save_paper)
        leaving.paper.printed.connect(writer.print_paper)
        leaving.agenda_button.clicked.connect(writer.ask_agenda)
        leaving.agenda.ticked.connect(writer.tick_topic)
        leaving.agenda.saved.connect(writer.save_agenda)
        leaving.left.connect(writer.panel_closed)

    def set_agenda(self, widget: QWidget) -> None:
        """Put *widget*, the topics of the session, in its place: under the wanted outcome or the threads."""
        clear(self._slot)
        self._slot.addWidget(widget)
        self._slot_holder.show()
        self._order_tabs()

    # What the presenter shows

    def set_role(self, role: Role) -> None:
        self._role = role
        mentor = role is Role.MENTOR
        for widget in (self.outcome, self.fields):
            widget.setVisible(not mentor)
        self.intend.setVisible(role is not Role.MENTEE)
        for half in (self._my_half, self._their_half):
            half.setVisible(role is Role.PEER)
        self.leaving.set_role(role)
        self.setFocusProxy(self.intend.text if mentor else self.outcome.text)
        self._order_tabs()

    def show_entry(self, value: Session, *, fresh: bool) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self._show_blocks((), (), ())
        self._show_turns("")
        self.strip.setText("")
        self.update_entry(value)
        self._area.verticalScrollBar().setValue(0)

    def update_entry(self, value: Session) -> None:
        for written in (self.outcome, self.fields, self.intend):
            written.show_value(value)
            written.forget_refusals()

    def written(self, base: Session) -> Session:
        """What is prepared now; the fields that a role does not see keep what they have."""
        value = self.intend.written(base) if self._role is not Role.MENTEE else base
        if self._role is Role.MENTOR:
            return value
        return self.fields.written(self.outcome.written(value))

    def clear(self) -> None:
        self._autosave.forget()
        self.saved.show_nothing()
        self.strip.setText("")
        self._show_turns("")
        self._show_blocks((), (), ())
        self.intend.show_questions(())
        self.close_panels()
        for field in self._texts():
            field.clear()

    def offer_frameworks(self, sets: Sequence[PromptSet], usual: str) -> None:
        self.intend.offer(sets, usual)

    def show_questions(self, questions: Sequence[str]) -> None:
        self.intend.show_questions(questions)

    def show_prepared(self, prepared: Prepared) -> None:
        known = prepared.brief or prepared.sheet
        self.strip.setText(known.strip.words() if known is not None else "")
        self._show_turns(prepared.turns)
        blocks = prepared.brief.blocks if prepared.brief is not None else ()
        above = tuple(b for b in blocks if self._role is Role.MENTOR and b.key in _ABOVE_THE_AGENDA)
        mine = prepared.sheet.blocks if prepared.sheet is not None else ()
        self._show_blocks(above, mine, tuple(block for block in blocks if block not in above))

    def outcome_kept(self) -> None:
        for blocks in (self.above, self.below):
            blocks.close_outcome()

    def outcome_refused(self, sentence: str) -> None:
        for blocks in (self.above, self.below):
            blocks.refuse(sentence)

    def ask_paper(self, *, has_their_words: bool) -> None:
        self.leaving.ask_paper(has_their_words=has_their_words)

    def show_paper_saved(self, file_name: str) -> None:
        self.leaving.paper.say(self.tr("Saved as “{name}”.").format(name=file_name))

    def show_paper_problem(self, sentence: str) -> None:
        self.leaving.paper.say(sentence, wrong=True)

    def print_pdf(self, pdf: bytes) -> None:
        from ui.widgets.printing import print_pages

        if print_pages(pdf, self):
            self.leaving.paper.say(self.tr("Sent to the printer."))

    def show_agenda(self, shown: AgendaShown) -> None:
        self.leaving.show_agenda(shown)

    def show_agenda_saved(self, file_name: str) -> None:
        self.leaving.agenda.say(self.tr("Saved as “{name}”.").format(name=file_name))

    def show_agenda_problem(self, sentence: str) -> None:
        self.leaving.agenda.say(sentence, wrong=True)

    def close_panels(self) -> None:
        self.leaving.close_panels()

    def place(self) -> dict[str, object]:
        texts = self._texts()
        inside = next((n for n, field in enumerate(texts) if field.hasFocus()), -1)
        cursor = texts[inside].textCursor().position() if inside >= 0 else 0
        return {"field": inside, "cursor": cursor, "scroll": self._area.verticalScrollBar().value()}

    def restore(self, place: dict[str, object]) -> None:
        inside, at, scroll = (place.get(name) for name in ("field", "cursor", "scroll"))
        texts = self._texts()
        if isinstance(inside, int) and isinstance(at, int) and 0 <= inside < len(texts):
            field = texts[inside]
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            cursor = field.textCursor()
            cursor.setPosition(min(max(at, 0), field.document().characterCount() - 1))
            field.setTextCursor(cursor)
        if isinstance(scroll, int):
            self._area.verticalScrollBar().setValue(scroll)

    # What the writer does

    def event(self, event: QEvent) -> bool:
        """Ctrl+P means this page while one is on it, whatever it means to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _wish(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = _wish(event)
        if wish and self._writer is not None:
            (self._writer.ask_agenda if wish == AGENDA_KEY else self._writer.ask_paper)()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Inside

    def _texts(self) -> list[FewLines]:
        fields = self.fields
        sheet = [fields.since, fields.avoiding, fields.not_raising, fields.questions]
        return [self.outcome.text, *sheet, self.intend.text]

    def _show_turns(self, words: str) -> None:
        self.turns.setText(words)
        self.turns.setAccessibleName(words)
        self._turns_row.setVisible(bool(words))

    def _show_blocks(self, above: Sequence[Block], mine: Sequence[Block], below: Sequence[Block]) -> None:
        self.above.show_blocks(above)
        self.mine.show_blocks(mine)
        self.below.show_blocks(below)

    @Slot()
    def _order_tabs(self) -> None:
        """Tab walks down the page, whenever its lines were made."""
        inside = self._slot_holder.findChildren(QWidget)
        walk = [
            *self.above.focusables(),
            *self.outcome.focusables(),
            *(widget for widget in inside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus),
            *self.mine.focusables(),
            *self.fields.focusables(),
            *self.below.focusables(),
            *self.intend.focusables(),
            *self.leaving.focusables(),
        ]
        for before, after in pairwise(walk):
            QWidget.setTabOrder(before, after)

    def _save(self) -> None:
        if self._writer is not None:
            self._writer.save()

    @Slot()
    def _look(self) -> None:
        self._page.setMaximumWidth(self._theme.px(MEASURE) + INSET)
        self._arrange()

    def _arrange(self) -> None:
        width = min(self.width() - _EDGES, self._page.maximumWidth())
        self.fields.arrange(width)
        self.leaving.arrange(width)

    @Slot()
    def _edited(self) -> None:
        if self._writer is not None:
            self._writer.touched()

    @Slot(object)
    def _bring_into_sight(self, panel: QWidget) -> None:
        # A panel that was just shown has no place before the page is laid out again.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._area.ensureWidgetVisible(panel)


def _wish(event: QKeyEvent) -> str:
    """What a key asks of the page: its paper, the agenda, or nothing."""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    if event.key() != Qt.Key.Key_P or not event.modifiers() & control:
        return ""
    return AGENDA_KEY if event.modifiers() & shift else PAPER_KEY
