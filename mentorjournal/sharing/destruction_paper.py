"""The record of a destruction, to keep or to show: what was reached, what was not, and no word of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mentorjournal.model.closure import DestructionRecord
from mentorjournal.model.export import KnownExport
from mentorjournal.model.paper import BlankLines, Bullets, Facts, Heading, Line, Paper, Piece, Table, Together
from mentorjournal.sharing.wording import capital, counted, day_words

TITLE = "Destruction record"

NO_WORD = "This record holds no names, and not one word of what was written."

NOT_REACHED = (
    "PDFs and other files that were saved or sent elsewhere.",
    "Copies of the vault's folder: on other disks, in synchronised folders, in backups of the system.",
    "What a solid-state disk may still hold of a file that is gone, until it writes there again.",
)
"""What no destruction can reach, whatever is known of it."""

_EXPORT_WIDTHS = (0.45, 0.3, 0.25)


def destruction_paper(
    record: DestructionRecord, exports: Sequence[KnownExport] = (), *, size: str = "A4"
) -> Paper:
    """The record. Names of files may name somebody: without *exports* it says only how many there were."""
    return Paper(
        title=TITLE,
        subtitle=f"A journal was destroyed on {day_words(record.destroyed_on)}.",
        pieces=(
            Facts(tuple(_facts(record))),
            Heading("What was reached"),
            Bullets(tuple(_reached(record))),
            Heading("What could not be reached"),
            *_exports(record, exports),
            Bullets(NOT_REACHED),
            Together(
                (
                    Heading("Declared by the one who kept the journal"),
                    Line("I destroyed this journal as it is stated here."),
                    BlankLines("Signature", 1),
                    BlankLines("Date", 1),
                )
            ),
        ),
        footer=NO_WORD,
        size=size,
    )


def file_name(on: date) -> str:
    """A neutral name for the file: “destruction-record-2026-03-01.pdf”."""
    return f"destruction-record-{on.isoformat()}.pdf"


def _facts(record: DestructionRecord) -> Iterator[tuple[str, str]]:
    yield "Codename", record.codename
    yield "My role", capital(record.role.label)
    yield "Kind", capital(record.type.label)
    if record.started_on:
        yield "Begun on", day_words(record.started_on)
    if record.ended_on:
        yield "Ended on", day_words(record.ended_on)
    yield "Destroyed on", day_words(record.destroyed_on)
    yield "Sessions held", str(record.sessions)
    yield "Entries in all", str(record.entries)
    if record.rule is not None:
        yield "Agreed for the notes", capital(record.rule.label)


def _reached(record: DestructionRecord) -> Iterator[str]:
    yield "The journal in its vault, and the key that opened it."
    if record.backups:
        yield f"The same journal in {counted(record.backups, 'backup', 'backups')} of the vault."
    elif not record.backups_removed:
        yield "The vault had no backup that held it."
    if record.backups_removed:
        were = "was" if record.backups_removed == 1 else "were"
        backups = counted(record.backups_removed, "damaged backup", "damaged backups")
        yield f"{backups} could not be cleaned and {were} removed whole."


def _exports(record: DestructionRecord, exports: Sequence[KnownExport]) -> Iterator[Piece]:
    if exports:
        yield Table(
            header=("File", "What it was", "Saved on"),
            rows=tuple((one.file_name, capital(one.what.label), day_words(one.day)) for one in exports),
            widths=_EXPORT_WIDTHS,
        )
    if (more := record.exports_known - len(exports)) > 0:
        were = "was" if more == 1 else "were"
        files = counted(more, "more file" if exports else "file", "more files" if exports else "files")
        yield Line(f"{files} {were} saved from the journal; nothing else is known.")
