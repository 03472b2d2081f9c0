"""Looks at what is written in a field after a pause, and knows where words stand that could name somebody.

Nothing of it is in the document: not in its formats, its undo steps, nor in what is saved or copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.model.words import Visibility
from ui.theme.theme import Theme
from ui.widgets.companion.lines import Lines
from ui.widgets.companion.places import LONG, Mark, changed_part, looked_at, piece_with, units
from ui.widgets.editor.acts import one_step

if TYPE_CHECKING:
    from mentorjournal.checks.remedies import Remedy
    from ui.widgets.companion.fields import Pointed

PAUSE_MS = 900
"""Longer than a thought between two words: nothing appears while somebody writes."""
BREATH_MS = 12
SLICE_S = 0.008
"""A long text is looked at in slices shorter than a frame, with a breath for the keys between them."""
MOST_PIECES = 600


class Reach(Enum):
    """How far what is written in a field may go, and so how much is pointed at."""

    NOWHERE = "nowhere"
    """It belongs to no journal, or is only read here: nothing is looked at."""
    STAYS = "stays"
    """Private writing: names, addresses, numbers, and what is specially protected."""
    LEAVES = "leaves"
    """It may be shown or shared: quotations and judgements as well."""


def reach_of(visibility: Visibility) -> Reach:
    shared = visibility in (Visibility.PARTNER_OK, Visibility.SUMMARY_OK)
    return Reach.LEAVES if shared else Reach.STAYS


_AS_WORDED = frozenset((FindingKind.QUOTATION, FindingKind.JUDGEMENT))


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """A marked place in a text."""

    block: QTextBlock
    mark: Mark

    @property
    def start(self) -> int:
        return self.block.position() + self.mark.start

    @property
    def end(self) -> int:
        return self.block.position() + self.mark.end


class Pointer(QObject):
    """*looked* says that the text has been looked at and *count* is true; *moved* that an edit may have moved
    what was marked.
    """

    looked = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, field: Pointed) -> None:
        super().__init__(field)
        self._companion = theme.companion
        self._field = field
        self._reach = Reach.STAYS
        self._is_reading = False
        self._lines = Lines(field.document())
        self._looks = False
        self._work: Iterator[None] | None = None
        self._pieces: dict[str, tuple[Finding, ...]] = {}
        self.waits = False
        self.count = 0
        self.chosen: Place | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.look_now)
        field.document().contentsChange.connect(self._edited)
        self._companion.changed.connect(self._begin)
        self._companion.quieted.connect(self._others_count)
        self._begin()

    # What the page says

    @property
    def reach(self) -> Reach:
        return self._reach

    def set_reach(self, reach: Reach) -> None:
        """Say how far what is written here may go."""
        before, self._reach = self._reach, reach
        if reach is before:
            return
        if Reach.NOWHERE in (before, reach):
            self._begin()
        else:
            self._others_count()

    def set_reading(self, reading: bool) -> None:
        """Say whether the words are there to be read only."""
        if reading is not self._is_reading:
            self._is_reading = reading
            self._begin()

    # What is marked

    @property
    def has_marks(self) -> bool:
        return self._looks and self._lines.have_found

    def marks_in(self, block: QTextBlock) -> tuple[Mark, ...]:
        """The marked places of a line. An edit beside them moves them along until the next look."""
        return self._lines.marks(block, self._points_at) if self._looks else ()

    def is_chosen(self, block: QTextBlock, mark: Mark) -> bool:
        return self.chosen is not None and self.chosen.mark is mark and self.chosen.block == block

    def place_at(self, position: int) -> Place | None:
        """The marked place that the character at *position* belongs to."""
        block = self._field.document().findBlock(position)
        within = position - block.position()
        found = (mark for mark in self.marks_in(block) if mark.start <= within < mark.end)
        return next((Place(block, mark) for mark in found), None)

    def next_place(self) -> Place | None:
        """The first marked place behind the cursor, or else from the start of the text on."""
        if not self._looks:
            return None
        document, cursor = self._field.document(), self._field.textCursor()
        here, first = cursor.selectionEnd(), document.findBlock(cursor.selectionEnd())
        block = first
        for step in range(document.blockCount() + 1):
            self._look_at(block)
            for mark in self.marks_in(block):
                if step or block.position() + mark.start >= here:
                    return Place(block, mark)
            block = block.next() if block.next().isValid() else document.begin()
        return None

    # What can be done about it

    def remedies(self, place: Place) -> tuple[Remedy, ...]:
        """What can be offered for a place; words that would not fit are not."""
        from mentorjournal.checks.remedies import Remedy, remedies_of  # at the first card, not at every start

        finding = place.mark.finding
        room = len(self._field.toPlainText()) - len(finding.words)
        more = {Remedy.ROLE: len(finding.role), Remedy.INITIALS: len(finding.initials)}
        return tuple(
            remedy
            for remedy in remedies_of(finding)
            if remedy not in more or self._field.has_room_for(room + more[remedy])
        )

    def answer(self, place: Place, remedy: Remedy) -> None:
        """Do it, as one step to undo; to keep a word does nothing to the text."""
        from mentorjournal.checks.remedies import Remedy, remedied

        finding = place.mark.finding
        if remedy is Remedy.KEEP:
            self._companion.keep(finding)
            return
        text = place.block.text()
        at, piece = piece_with(text, finding)
        here = replace(finding, start=finding.start - at, end=finding.end - at)
        start, end, words = changed_part(piece, remedied(piece, here, remedy))
        first = units(text, at + start)
        gone = units(text, at + end) - first
        cursor = QTextCursor(place.block)
        cursor.setPosition(place.start + 1)
        look = cursor.charFormat()
        cursor.setPosition(place.block.position() + first)
        # What goes, goes last: Qt joins an insertion at the end of a step with what is typed after it.
        with one_step(cursor):
            cursor.insertText(words, look)
            cursor.setPosition(cursor.position() + gone, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self._field.setTextCursor(cursor)

    # Looking

    @Slot()
    def look_now(self) -> None:
        """Look at what has changed, for a moment; then let the keys in and go on."""
        if not self._looks:
            return
        if self._is_composing():
            self._wait(PAUSE_MS)
            return
        work = self._work = self._work or self._look_at_all()
        until = perf_counter() + SLICE_S
        for _ in work:
            if perf_counter() > until:
                self._wait(BREATH_MS)
                return
        self._done()

    def look_through(self) -> None:
        """Look at all that has changed, however long it takes."""
        if self._looks:
            for _ in self._work or self._look_at_all():
                pass
            self._done()

    def _look_at_all(self) -> Iterator[None]:
        for block in self._lines.waiting():
            yield from self._look(block)

    def _look_at(self, block: QTextBlock) -> None:
        if self._lines.wants(block):
            for _ in self._look(block):
                pass

    def _look(self, block: QTextBlock) -> Iterator[None]:
        text = block.text()
        found: list[Finding] = []
        for piece in looked_at(text, self._find_again if len(text) > LONG else self._companion.find):
            found.extend(piece)
            yield
        self._lines.note(block, text, tuple(found))

    def _find_again(self, piece: str) -> tuple[Finding, ...]:
        """What is found in a piece of a long line: most of it is as it was at the last look."""
        if piece not in self._pieces:
            if len(self._pieces) > MOST_PIECES:
                self._pieces.clear()
            self._pieces[piece] = tuple(self._companion.find(piece))
        return self._pieces[piece]

    def _is_composing(self) -> bool:
        return bool(self._field.textCursor().block().layout().preeditAreaText())

    def _points_at(self, finding: Finding) -> bool:
        told = self._reach is Reach.LEAVES or finding.kind not in _AS_WORDED
        return told and not self._companion.is_kept(finding)

    # Hearing of changes

    @Slot()
    def _begin(self) -> None:
        """Look at everything anew, or at nothing any more."""
        self._work = None
        self._pieces.clear()
        self._looks = self._companion.looks and not self._is_reading and self._reach is not Reach.NOWHERE
        self._lines.forget()
        self.chosen = None
        self.moved.emit()
        if self._looks:
            self._wait(PAUSE_MS)
        else:
            self._done()

    @Slot(int, int, int)
    def _edited(self, position: int, removed: int, added: int) -> None:
        if self._looks:
            self._lines.edited(position, added)
            self._work = None
            self._wait(PAUSE_MS)
            self.moved.emit()

    @Slot()
    def _others_count(self) -> None:
        if self._looks:
            self._lines.forget_shown()
            self._tell()

    def _wait(self, milliseconds: int) -> None:
        self.waits = True
        self._pause.start(milliseconds)

    def _done(self) -> None:
        self._work = None
        self.waits = False
        self._pause.stop()
        self._tell()

    def _tell(self) -> None:
        self.count = self._lines.count(self._points_at) if self._looks else 0
        self.looked.emit()
