"""All names in a text: where the journal's own people and the pattern of a name meet, one of them stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from mentorjournal.checks.finding import Finding
from mentorjournal.checks.knowing import Knowing
from mentorjournal.checks.known_names import role, why
from mentorjournal.checks.naming import name_finding
from mentorjournal.checks.reading import Reading


def agreed(
    reading: Reading, knowing: Knowing, known: list[Finding], by_pattern: Iterator[Finding]
) -> list[Finding]:
    """The names without doubles. “Anna Green” is somebody else than the Anna Novak who is known; “Anna Maria
    Novak” is the same.
    """
    known = sorted(known, key=_place)
    starts = [one.start for one in known]
    gone: set[int] = set()
    added: list[Finding] = []
    for name in by_pattern:
        last = bisect_right(starts, name.end - 1)
        first = last
        while first and known[first - 1].end > name.start:
            first -= 1
        inside = known[first:last]
        if not inside:
            added.append(name)
        elif inside[0].start <= name.start and name.end <= inside[-1].end and len(inside) == 1:
            continue
        elif (inside[0].start, inside[-1].end) == (name.start, name.end):
            kind = inside[0].kind
            begin, end = reading.at(name.start), reading.at(name.end) - 1
            added.append(
                name_finding(reading, kind, begin, end, why=why(kind, knowing), role=role(kind, knowing))
            )
            gone.update(range(first, last))
        elif name.start <= inside[0].start and inside[-1].end <= name.end:
            added.append(name)
            gone.update(range(first, last))
    return [one for place, one in enumerate(known) if place not in gone] + added


def _place(finding: Finding) -> int:
    return finding.start
