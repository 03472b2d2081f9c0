"""What a summary's command chooses: lines left out or written, and what --redact puts in their place."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from mentorjournal.errors import InvalidInput

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.checks.finding import Known
    from mentorjournal.sharing.offer import Chosen, Offer, OfferedLine, SectionKey


def choose(offered: Offer, arguments: argparse.Namespace) -> Chosen:
    """What is ticked at first, with what was typed. Raises InvalidInput for what is not on offer."""
    from mentorjournal.sharing.offer import SectionKey, as_offered

    lines = {line.id: line for section in offered.sections for line in section.lines}
    for name in arguments.leave_out:
        if name not in lines:
            raise InvalidInput(f"No line “{name}” is on offer to this reader. --lines shows those that are.")
    chosen = as_offered(offered)
    sections = {section.key.value for section in offered.sections}
    for name in arguments.also:
        if name not in sections:
            raise InvalidInput(
                f"A summary to this reader has no section “{name}”. --lines shows those it has."
            )
    chosen = replace(
        chosen,
        sections=chosen.sections | frozenset(arguments.also),
        leave_out=chosen.leave_out | frozenset(arguments.leave_out),
    )
    if arguments.support:
        chosen = _written(offered, chosen, SectionKey.SUPPORT, "--support", arguments.support)
    if arguments.on_track:
        chosen = _written(offered, chosen, SectionKey.ON_TRACK, "--on-track", arguments.on_track)
    return chosen


def _written(offered: Offer, chosen: Chosen, key: SectionKey, option: str, text: str) -> Chosen:
    """*chosen* with the line of that section written, and the section ticked."""
    lines = (line for section in offered.sections if section.key is key for line in section.lines)
    line = next((one for one in lines if one.written_here or one.choices), None)
    if line is None:
        raise InvalidInput(f"A summary to this reader has no place for {option}. Leave it out.")
    if line.choices:
        text = _one_of(line, option, text)
    return replace(
        chosen,
        sections=chosen.sections | {key.value},
        leave_out=chosen.leave_out - {line.id},
        reworded={**chosen.reworded, line.id: text},
    )


def _one_of(line: OfferedLine, option: str, text: str) -> str:
    found = next((one for one in line.choices if one.casefold() == text.strip().casefold()), None)
    if found is None:
        words = ", ".join(f"“{one}”" for one in line.choices)
        raise InvalidInput(f"{option} takes one of these: {words}.")
    return found


def redact(offered: Offer, chosen: Chosen, known: Known) -> Chosen:
    """Every finding answered; what was found is told by its kind, never by its words."""
    from mentorjournal.sharing.checking import check, redacted

    counts = Counter(flag.finding.kind for flag in check(offered, chosen, known))
    if counts:
        said = ", ".join(f"{kind.label} ({count})" for kind, count in counts.most_common())
        print(f"Replaced or left out: {said}.", file=sys.stderr)
    return redacted(offered, chosen, known)


def rows(offered: Offer, chosen: Chosen) -> Iterator[str]:
    """Each line with its id, under its section; a cross stands before what leaves."""
    from mentorjournal.sharing.summary import shared_lines

    leaving = {line.id: line for line in shared_lines(offered, chosen)}
    widest = max(len(line.id) for section in offered.sections for line in section.lines)
    for section in offered.sections:
        yield f"{section.title} ({section.key.value})"
        for line in section.lines:
            shown = leaving.get(line.id)
            words = shown.words if shown else line.words
            yield f"  {'x' if shown else '-'} {line.id:{widest}}  {' '.join(words.split())}".rstrip()
