"""A jrnl journal, as `jrnl --export json` writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mentorjournal.errors import ImportProblem
from mentorjournal.exchange.incoming import Incoming, name_of, read_date, read_text, refuse_endless, together
from mentorjournal.exchange.markdown import from_markdown


def read_export(path: Path) -> list[Incoming]:
    """Every entry of the export. Raises ImportProblem, having kept nothing, when it is not one or a date is
    impossible.
    """
    try:
        data = json.loads(read_text(path))
        entries = data["entries"]
        if not isinstance(entries, list):
            raise TypeError
        notes = together((_note(entry, n) for n, entry in enumerate(entries, start=1)), name_of(path))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ImportProblem(
            f"“{name_of(path)}” is not a jrnl export. Make it with “jrnl --export json” and try again."
            " Nothing was imported."
        ) from None
    if not notes:
        raise ImportProblem(f"“{name_of(path)}” holds no entries.")
    return notes


def _note(entry: dict[str, Any], number: int) -> Incoming:
    title, body, tags = entry["title"], entry.get("body", ""), entry.get("tags", [])
    if not (isinstance(title, str) and isinstance(body, str) and isinstance(entry["date"], str)):
        raise TypeError
    refuse_endless(body, f"Entry {number}")
    kept = [tag.lstrip("@#") for tag in tags if isinstance(tag, str)]
    if entry.get("starred") is True:
        kept.append("starred")
    return Incoming(
        day=read_date(entry["date"], f"Entry {number}"),
        title=" ".join(title.split()),
        text=from_markdown(body, keep_lines=True),
        tags=tuple(tag for tag in kept if tag.strip()),
    )
