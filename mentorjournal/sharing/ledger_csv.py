"""The practice ledger as a table for a spreadsheet: comma-separated, and no cell of it a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

from mentorjournal.model.ledger import LedgerEntry

_COLUMNS = ("day", "kind", "minutes", "mode", "relationship")
_WRITTEN = ("learning", "how_applied")
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def ledger_csv(
    entries: Sequence[LedgerEntry], *, learning: bool = False, unnamed: Callable[[str], str] = str
) -> str:
    """A head and a line for each entry. *learning* adds what was learnt and how it was applied, with the
    names that *unnamed* knows taken out.
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow((*_COLUMNS, *(_WRITTEN if learning else ())))
    for one in entries:
        row = [
            one.day.isoformat(),
            one.kind.value,
            one.minutes,
            one.mode and one.mode.value,
            one.relationship,
        ]
        if learning:
            row += [_harmless(unnamed(one.learning)), _harmless(unnamed(one.how_applied))]
        table.writerow(row)
    return text.getvalue()


def _harmless(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would reckon out."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text
