"""One paper in every form in which it can leave: PDF, Markdown, HTML and plain text, with the same words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import PurePath

from mentorjournal.errors import InvalidInput
from mentorjournal.model.blocks import tidy
from mentorjournal.model.paper import Paper
from mentorjournal.model.shared import SummaryFormat

FILES = (SummaryFormat.PDF, SummaryFormat.MARKDOWN, SummaryFormat.HTML, SummaryFormat.TEXT)
"""The forms that are files; the clipboard is none."""


def make(
    paper: Paper,
    format: SummaryFormat,
    *,
    password: str = "",
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """*paper* as bytes. Equal papers give equal bytes, except under a *password*, which draws new keys.

    Raises Cancelled once *cancelled* says so, and InvalidInput for a password on what is not a PDF.
    """
    check_password(format, password)
    if format is SummaryFormat.PDF:
        from mentorjournal.pdf import render

        data = render(paper, progress=progress, cancelled=cancelled)
        return locked(data, password) if password else data
    return as_words(paper, format).encode()


def as_words(paper: Paper, format: SummaryFormat) -> str:
    """*paper* as text: Markdown, HTML, or plain for a file and the clipboard."""
    match format:
        case SummaryFormat.MARKDOWN:
            from mentorjournal.sharing.as_markdown import as_markdown

            return as_markdown(paper)
        case SummaryFormat.HTML:
            from mentorjournal.sharing.as_html import as_html

            return as_html(paper)
        case _:
            from mentorjournal.sharing.plain import as_text

            return tidy(as_text(paper))


def locked(pdf: bytes, password: str) -> bytes:
    """The PDF under a password. Raises InvalidInput for one that cannot be used."""
    from mentorjournal.pdf.sealing import sealed

    return sealed(pdf, password)


def check_password(format: SummaryFormat, password: str) -> None:
    """Before anything is made. Raises InvalidInput where *password* cannot lock this."""
    if not password:
        return
    if format is not SummaryFormat.PDF:
        raise InvalidInput(
            f"Only a PDF can have a password. Choose PDF, or leave the {format.label} without one."
        )
    from mentorjournal.pdf.sealing import prepared

    prepared(password)


def extension(format: SummaryFormat) -> str:
    """“.pdf”; nothing for the clipboard."""
    return "" if format is SummaryFormat.CLIPBOARD else f".{format.value}"


def file_name(on: date, format: SummaryFormat) -> str:
    """A neutral name for the file: “mentoring-summary-2026-03.pdf”."""
    return f"mentoring-summary-{on.year:04}-{on.month:02}{extension(format)}"


def format_of(name: str) -> SummaryFormat | None:
    """The form that a file's name says it has."""
    suffix = PurePath(name).suffix.lower()
    more = {".markdown": SummaryFormat.MARKDOWN, ".htm": SummaryFormat.HTML, ".text": SummaryFormat.TEXT}
    return next((one for one in FILES if extension(one) == suffix), more.get(suffix))
