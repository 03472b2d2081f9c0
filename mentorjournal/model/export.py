"""What the journal remembers of the files that were written from it: a copy it can name and not reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Choice

LONGEST_FILE_NAME = 255


class ExportKind(Choice):
    """What was written out."""

    SUMMARY = "summary", "summary"
    BRIEF = "brief", "brief"
    PREPARATION = "preparation", "preparation sheet"
    AGENDA = "agenda", "agenda"
    AGREEMENT = "agreement", "agreement"
    FORM = "form", "form for a draft"
    REVIEW = "review", "review"
    HANDOVER = "handover", "hand-over copy"
    MARKDOWN = "markdown", "notes as Markdown"
    BOOK = "book", "journal book"
    OTHER = "other", "file"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class KnownExport:
    """One file, by name and day; never its folder, which may name a person."""

    id: EntryId
    day: date
    what: ExportKind
    file_name: str

    def __repr__(self) -> str:
        return f"KnownExport({self.what.value})"
