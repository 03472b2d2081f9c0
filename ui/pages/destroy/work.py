"""What the page that destroys a journal has done on the vault's thread. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mentorjournal import pdf
from mentorjournal.errors import DamagedOrForeign, MentorJournalError
from mentorjournal.files import write_whole
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.card import JournalCard, JournalId
from mentorjournal.model.closure import DestructionRecord, Due, due, falls_due
from mentorjournal.sharing.destruction_paper import destruction_paper
from mentorjournal.vault.destruction import under_way
from ui.pages.destroy.contract import Ended, Facts


def look(shelf: Shelf, wanted: JournalId | None) -> tuple[Sequence[JournalCard], Facts | None]:
    """Every journal, damaged ones too, and what is known of the one that is *wanted*."""
    cards = shelf.cards()
    card = next((card for card in cards if card.id == wanted), None)
    return cards, None if card is None else facts_of(shelf, card)


def facts_of(shelf: Shelf, card: JournalCard) -> Facts:
    backups = len(shelf.vault.backups())
    try:
        journal = shelf.open(card.id).journal
        closure, counted = journal.life.closure(), shelf.refresh(card.id)
        exports = tuple(journal.exports.all())
    except DamagedOrForeign:
        return Facts(card=card, backups=backups, damaged=True)
    return Facts(
        card=counted,
        backups=backups,
        exports=exports,
        on_hold=closure is not None and closure.on_hold,
        hold_reason=closure.hold_reason if closure is not None else "",
        due_on=falls_due(closure) if closure is not None else None,
        is_due=closure is not None and due(closure, journal.today()) is Due.NOW,
    )


def destroy(shelf: Shelf, id: JournalId, keep_record: bool) -> Ended:
    """Destroy it. What fails is told with whether it had begun: then the next unlocking ends it."""
    try:
        return Ended(record=shelf.destroy(id, keep_record=keep_record))
    except MentorJournalError as error:
        return Ended(error=error, begun=_has_begun(shelf, id))


def _has_begun(shelf: Shelf, id: JournalId) -> bool:
    try:
        return id in under_way(shelf.vault.index)
    except MentorJournalError:  # a disk that fails to say so: the careful answer
        return True


def record_pdf(record: DestructionRecord) -> bytes:
    return pdf.render(destruction_paper(record))


def save_record(record: DestructionRecord, target: Path) -> None:
    write_whole(target, record_pdf(record), replace=False)
