"""What the review page has done on the vault's thread. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from mentorjournal import pdf
from mentorjournal.files import write_whole
from mentorjournal.guidance.checkpoints import points
from mentorjournal.guidance.review_facts import review_facts
from mentorjournal.guidance.story import story_of
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.export import ExportKind
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.review import review_kinds
from mentorjournal.model.words import ReviewKind
from mentorjournal.sharing.review_paper import review_paper
from ui.pages.review.contract import Around, Known


@dataclass(frozen=True, slots=True)
class Wanted:
    """The review that is meant, None where it is to be chosen, and what was begun for it."""

    id: EntryId | None
    begun: Change | None = None


def wanted(journal: Journal, kind: ReviewKind | None) -> Wanted:
    """The review of this kind that is being written, or else a new one. Without a kind it is the one that is
    due, or one that is not finished. Raises InvalidInput for a kind that makes no sense here.
    """
    kind = kind or _due(journal)
    unfinished = journal.reviews.open_one(kind)
    if unfinished is not None or kind is None:
        return Wanted(unfinished.id if unfinished else None)
    change = journal.begin_review(kind, review_facts(journal, kind, journal.today()))
    return Wanted(change.rows[0].id, change)


def around(journal: Journal) -> Around:
    about = journal.relationship()
    known = (
        Known(id=one.id, kind=one.kind, day=one.day, done=one.done) for one in reversed(journal.reviews.all())
    )
    return Around(
        about=about,
        kinds=review_kinds(about),
        reviews=tuple(known),
        today=journal.today(),
        is_agreed=journal.course().agreement.is_agreed,
    )


def renew_facts(journal: Journal, id: EntryId) -> Change:
    kind = journal.reviews.get(id).kind
    return journal.reviews.renew_facts(id, review_facts(journal, kind, journal.today()))


def change_rhythm(journal: Journal, commitment: Commitment) -> Change:
    """Agree on another rhythm. How they meet stays as it is."""
    about = journal.relationship()
    kept = replace(commitment, mode=about.commitment.mode)
    return replace(journal.describe(replace(about, commitment=kept)), label="Change the rhythm")


def paper(journal: Journal, id: EntryId, theirs: bool) -> bytes:
    role = journal.relationship().my_role
    return pdf.render(review_paper(journal.reviews.get(id), role, theirs=theirs))


def save_paper(journal: Journal, id: EntryId, theirs: bool, target: Path) -> None:
    """Write the record as a file, and remember that it lies somewhere."""
    write_whole(target, paper(journal, id, theirs), replace=False)
    journal.exports.note(ExportKind.REVIEW, target.name)


def _due(journal: Journal) -> ReviewKind | None:
    story = story_of(journal, journal.relationship())
    due = (point.checkpoint.review for point in points(story, journal.today()))
    return next((kind for kind in due if kind is not None), None)
