"""A summary leaves: the file is written whole, and the journal keeps what left, both or neither."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from mentorjournal.errors import MentorJournalError, NotNoted
from mentorjournal.files import write_whole
from mentorjournal.journal.journal import Journal
from mentorjournal.model.export import ExportKind
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.shared import SharedLine, SharedSummary, SummaryFormat
from mentorjournal.model.words import Audience
from mentorjournal.sharing import formats


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Draft:
    """What is about to leave, but for its moment and its hash. See `SharedSummary`."""

    audience: Audience
    since: date
    until: date
    format: SummaryFormat
    lines: tuple[SharedLine, ...]
    consent_on: date | None = None
    changes_since: date | None = None

    def __repr__(self) -> str:
        return f"Draft({self.audience.value})"


def share(
    journal: Journal,
    draft: Draft,
    data: bytes,
    target: Path | None,
    *,
    password: str = "",
    replace: bool = False,
) -> SharedSummary:
    """Write *data* at *target* and keep it as the frozen copy; without a target (the clipboard) only keep it.

    *data* is what `formats.make` made without a password: the PDF is locked here, and the copy is not.
    Raises AlreadyThere unless *replace*, InvalidInput for a password that cannot be used, and what a full or
    read-only disk raises; then no file is there and nothing is kept. Raises NotNoted where the file is there
    and the journal cannot be written to.
    """
    formats.check_password(draft.format, password)
    if (target is None) is not (draft.format is SummaryFormat.CLIPBOARD):
        raise ValueError("a file has a place, and the clipboard has none")
    leaving = formats.locked(data, password) if password else _open(data, draft.format)
    summary = SharedSummary(
        id=new_entry_id(),
        at=journal.now(),
        audience=draft.audience,
        since=draft.since,
        until=draft.until,
        format=draft.format,
        file_name=target.name if target else "",
        sha256=sha256(leaving).hexdigest(),
        lines=draft.lines,
        consent_on=draft.consent_on,
        locked=bool(password),
        changes_since=draft.changes_since,
    )
    if target is None:
        journal.shared.keep(summary, data)
        return summary
    write_whole(target, leaving, replace=replace)
    try:
        with journal.together():
            journal.exports.note(ExportKind.SUMMARY, target.name)
            journal.shared.keep(summary, data)
    except MentorJournalError as error:
        raise NotNoted(target.name) from error
    return summary


def give_again(journal: Journal, summary: SharedSummary, target: Path, *, password: str = "") -> None:
    """Write the frozen copy once more, as it was before its password, or under another one.

    The file is noted by its name; what was shared stays as it was. Raises what `share` raises.
    """
    formats.check_password(summary.format, password)
    data = journal.shared.copy(summary.id)
    write_whole(target, formats.locked(data, password) if password else data, replace=False)
    try:
        journal.exports.note(ExportKind.SUMMARY, target.name)
    except MentorJournalError as error:
        raise NotNoted(target.name) from error


def which(journal: Journal, data: bytes) -> SharedSummary | None:
    """Which summary these very bytes are: as it left, or its frozen copy as it was before its password. None
    where a byte differs from everything that was shared.
    """
    if found := journal.shared.with_hash(sha256(data).hexdigest()):
        return found[0]
    locked = (one for one in journal.shared.all() if one.locked)
    return next((one for one in locked if journal.shared.copy(one.id) == data), None)


def _open(data: bytes, format: SummaryFormat) -> bytes:
    """A frozen copy that needs a password nobody wrote down would be lost, so it is refused here."""
    if format is SummaryFormat.PDF:
        from mentorjournal.pdf.sealing import is_sealed

        if is_sealed(data):
            raise ValueError("the PDF is locked already; give the password beside it")
    return data
