"""A summary that is being made, as it outlives a lock or a change of journal: all but a password."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mentorjournal.model.shared import SummaryFormat
from mentorjournal.model.words import Audience
from mentorjournal.sharing.offer import Chosen
from ui.pages.share.contract import ForReader, ShareDraft, Step

SIZES = ("A4", "Letter")
FORMATS = (SummaryFormat.PDF, SummaryFormat.MARKDOWN, SummaryFormat.HTML, SummaryFormat.TEXT)


def to_place(draft: ShareDraft, step: Step) -> dict[str, object]:
    return {
        "step": int(step),
        "audience": draft.audience.value,
        "since": draft.since,
        "until": draft.until,
        "reworded": dict(draft.reworded),
        "format": draft.format.value,
        "size": draft.size,
        "only_changes": draft.only_changes,
        "readers": {audience.value: _reader_to(mine) for audience, mine in draft.by_reader.items()},
    }


def from_place(place: Mapping[str, object], usual: ShareDraft) -> tuple[ShareDraft, Step]:
    """The draft again; what cannot be read is as in *usual*."""
    readers = place.get("readers")
    format, size, step = place.get("format"), place.get("size"), place.get("step")
    audience = _audience(place.get("audience"))
    draft = ShareDraft(
        audience=audience or usual.audience,
        since=str(place.get("since") or usual.since),
        until=str(place.get("until") or usual.until),
        by_reader={
            known: _reader_from(mine)
            for name, mine in (readers.items() if isinstance(readers, Mapping) else ())
            if (known := _audience(name)) and isinstance(mine, Mapping)
        },
        reworded=_words(place.get("reworded")),
        format=SummaryFormat(str(format)) if format in list(FORMATS) else usual.format,
        size=str(size) if size in SIZES else usual.size,
        only_changes=place.get("only_changes") is True,
    )
    return draft, Step(step) if isinstance(step, int) and step in list(Step) else Step.READER


def _reader_to(mine: ForReader) -> dict[str, object]:
    place: dict[str, object] = {"consent": mine.consent, "seen": sorted(mine.seen)}
    if mine.chosen:
        place["sections"] = sorted(mine.chosen.sections)
        place["leave_out"] = sorted(mine.chosen.leave_out)
        place["reworded"] = dict(mine.chosen.reworded)
        place["kept"] = sorted(mine.chosen.kept)
    return place


def _reader_from(place: Mapping[Any, Any]) -> ForReader:
    chosen = None
    if "sections" in place:
        chosen = Chosen(
            sections=_set(place.get("sections")),
            leave_out=_set(place.get("leave_out")),
            reworded=_words(place.get("reworded")),
            kept=_set(place.get("kept")),
        )
    return ForReader(chosen=chosen, seen=_set(place.get("seen")), consent=str(place.get("consent") or ""))


def _audience(value: object) -> Audience | None:
    return Audience(str(value)) if value in list(Audience) else None


def _set(value: object) -> frozenset[str]:
    return (
        frozenset(map(str, value))
        if isinstance(value, Iterable) and not isinstance(value, str)
        else frozenset()
    )


def _words(value: object) -> dict[str, str]:
    return {str(id): str(text) for id, text in value.items()} if isinstance(value, Mapping) else {}
