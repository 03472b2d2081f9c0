"""What goes in and what is said otherwise: each act makes another choice out of the one before."""

from __future__ import annotations

from dataclasses import replace

from mentorjournal.sharing.offer import Chosen, Offer, OfferedLine


def section_ticked(chosen: Chosen, key: str, on: bool) -> Chosen:
    return replace(chosen, sections=chosen.sections | {key} if on else chosen.sections - {key})


def line_ticked(chosen: Chosen, id: str, on: bool) -> Chosen:
    return replace(chosen, leave_out=chosen.leave_out - {id} if on else chosen.leave_out | {id})


def reworded(offer: Offer, chosen: Chosen, id: str, text: str) -> Chosen:
    """Say a line otherwise; the original words, or none, take that back. What is written goes in."""
    line = next((line for line in all_lines(offer) if line.id == id), None)
    if line is None:
        return chosen
    words = {other: said for other, said in chosen.reworded.items() if other != id}
    said = text.strip()
    if not said or said == line.text:
        return replace(chosen, reworded=words)
    out = chosen.leave_out - {id} if line.written_here or line.choices else chosen.leave_out
    return replace(chosen, reworded={**words, id: said}, leave_out=out)


def all_lines(offer: Offer) -> list[OfferedLine]:
    return [line for section in offer.sections for line in section.lines]


def text_of(line: OfferedLine, chosen: Chosen) -> str:
    """The line as it would leave."""
    return chosen.reworded.get(line.id, line.text)
