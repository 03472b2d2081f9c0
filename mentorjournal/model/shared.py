"""What was shared with a reader: a copy that does not change any more, kept in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Audience, Choice


class SummaryFormat(Choice):
    """How a summary leaves. A copy to the clipboard is plain text without a file."""

    PDF = "pdf", "PDF"
    MARKDOWN = "md", "Markdown"
    HTML = "html", "HTML"
    TEXT = "txt", "plain text"
    CLIPBOARD = "clipboard", "clipboard"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SharedLine:
    """One line as it left. *id* is that of the offered line and stays the same from summary to summary.

    *done* tells an action that is completed from the same words as a next step.
    """

    id: str
    section: str
    label: str
    text: str
    done: bool = False

    @property
    def words(self) -> str:
        return f"{self.label}: {self.text}" if self.label else self.text

    def __repr__(self) -> str:
        return f"SharedLine({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SharedSummary:
    """*sha256* is the hash, in hexadecimal, of the bytes that left, with their password where there was one.

    *file_name* is empty for the clipboard. *consent_on* is the day of the mentee's agreement.
    *changes_since*: only what had changed since the summary of that day left; *lines* are what the reader
    knows by both together.
    """

    id: EntryId
    at: datetime
    audience: Audience
    since: date
    until: date
    format: SummaryFormat
    file_name: str
    sha256: str
    lines: tuple[SharedLine, ...]
    consent_on: date | None = None
    locked: bool = False
    changes_since: date | None = None

    @property
    def day(self) -> date:
        return self.at.date()

    def __repr__(self) -> str:
        return f"SharedSummary({self.audience.value}, {self.day})"
