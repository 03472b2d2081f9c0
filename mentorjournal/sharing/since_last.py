"""What has changed since the last summary to this reader: in figures, as a paper of its own, and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorjournal.errors import NothingToShare
from mentorjournal.model.blocks import Block, BlockKind, Span, normal
from mentorjournal.model.paper import (
    Bullets,
    Facts,
    Heading,
    Line,
    Paper,
    Piece,
    Table,
    Together,
    Writing,
)
from mentorjournal.model.shared import SharedLine, SharedSummary
from mentorjournal.model.words import Role
from mentorjournal.sharing.matrix import TITLES
from mentorjournal.sharing.offer import Chosen, Consent, Offer, SectionKey
from mentorjournal.sharing.summary import compose, shared_lines
from mentorjournal.sharing.wording import counted, day_words, reader_words

_ALWAYS = frozenset({SectionKey.CONFIDENTIALITY.value, SectionKey.SIGNATURES.value})
"""Sections that every summary has anew: they are no news, and a paper of changes ends with the statement."""

_SHORT = 160
_WIDTHS = (0.2, 0.4, 0.4)
_ACTIONS = frozenset({SectionKey.MY_ACTIONS.value, SectionKey.PARTNER_ACTIONS.value})


@dataclass(frozen=True, slots=True)
class ChangedLine:
    before: SharedLine
    now: SharedLine


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SinceLast:
    """*new* and *changed* stand in the order of the summary now, *gone* in that of the one before. *same*
    counts the lines that the reader has word for word.
    """

    day: date
    new: tuple[SharedLine, ...]
    changed: tuple[ChangedLine, ...]
    gone: tuple[SharedLine, ...]
    same: int

    @property
    def nothing(self) -> bool:
        return not (self.new or self.changed or self.gone)

    @property
    def words(self) -> str:
        """“Since 3 March 2026: 2 lines new, 1 changed, 1 no longer included.”"""
        if self.nothing:
            return f"Nothing has changed since {day_words(self.day)}."
        counts = (
            (len(self.new), "new"),
            (len(self.changed), "changed"),
            (len(self.gone), "no longer included"),
        )
        (first, words), *more = [one for one in counts if one[0]]
        said = [f"{counted(first, 'line', 'lines')} {words}", *(f"{count} {what}" for count, what in more)]
        return f"Since {day_words(self.day)}: {', '.join(said)}."

    def __repr__(self) -> str:
        return f"SinceLast({len(self.new)} new, {len(self.changed)} changed, {len(self.gone)} gone)"


def since_last(before: SharedSummary, now: Sequence[SharedLine]) -> SinceLast:
    """Compare line by line, each by its id; the same words of a completed action are a change."""
    known = _by_place(before.lines)
    current = _by_place(now)
    both = [(known[place], line) for place, line in current.items() if place in known]
    changed = [ChangedLine(was, line) for was, line in both if _said(was) != _said(line)]
    return SinceLast(
        day=before.day,
        new=tuple(line for place, line in current.items() if place not in known),
        changed=tuple(changed),
        gone=tuple(line for place, line in known.items() if place not in current),
        same=len(both) - len(changed),
    )


def since_paper(
    offer: Offer,
    chosen: Chosen,
    before: SharedSummary,
    *,
    on: date,
    consent: Consent | None = None,
    size: str = "A4",
    earlier_words: Callable[[str], str] = str,
) -> Paper:
    """The changes alone, for a reader who has *before*. Only what the whole summary would show is on it, and
    what it no longer shows is only named, not said again. What a line said before, and the name of a goal
    that is gone, pass through *earlier_words*, which can take out what should not be said a second time.

    Raises what `compose` raises, and NothingToShare when nothing has changed.
    """
    whole = compose(offer, chosen, on=on, consent=consent, size=size)
    lines = shared_lines(offer, chosen)
    found = since_last(before, lines)
    earlier = {line: replace(line, text=earlier_words(line.text)) for line in before.lines}
    if found.nothing:
        raise NothingToShare(
            f"Nothing has changed since the summary of {day_words(before.day)} for"
            f" {reader_words(offer.audience, offer.role)}. Share the whole summary instead."
        )
    found = replace(found, changed=tuple(replace(one, before=earlier[one.before]) for one in found.changed))
    named = _Named(offer.role, (*earlier.values(), *lines))
    return replace(
        whole, title=f"Changes since {day_words(before.day)}", pieces=tuple(_pieces(found, named, lines))
    )


def _by_place(lines: Iterable[SharedLine]) -> dict[tuple[str, int], SharedLine]:
    """Each line by its id; should an id stand twice, by which of them it is."""
    seen: Counter[str] = Counter()
    placed = {}
    for line in lines:
        if line.section not in _ALWAYS:
            placed[line.id, seen[line.id]] = line
            seen[line.id] += 1
    return placed


def _said(line: SharedLine) -> tuple[str, str, str, bool]:
    return line.section, line.label, line.text, line.done


class _Named:
    """What stands above lines: their goal by name, or their section."""

    def __init__(self, role: Role, lines: Iterable[SharedLine]) -> None:
        self._titles = {key.value: title for key, title in TITLES.items()}
        self._titles[SectionKey.PARTNER_ACTIONS.value] = f"Actions of the {role.partner}"
        self._goals = {line.id: line.text for line in lines if _is_goal(line)}

    def above(self, line: SharedLine) -> str:
        if goal := _goal_of(line):
            return self._goals.get(goal, "Objective")
        return self._titles.get(line.section, line.section)


def _goal_of(line: SharedLine) -> str:
    """The id of the goal's own line: the first two parts of the ids of all that belongs to it."""
    parts = line.id.split(".")
    return ".".join(parts[:2]) if parts[0] == "goal" and len(parts) > 1 else ""


def _is_goal(line: SharedLine) -> bool:
    return _goal_of(line) == line.id


def _pieces(found: SinceLast, named: _Named, lines: Sequence[SharedLine]) -> Iterator[Piece]:
    yield Line(found.words, muted=True)
    if found.new:
        yield Heading("New")
        for group in _grouped(found.new):
            yield from _new(named.above(group[0]), group)
    if found.changed:
        before = {change.now: change.before for change in found.changed}
        yield Heading("Changed")
        for group in _grouped(change.now for change in found.changed):
            yield from _changed(named.above(group[0]), [ChangedLine(before[line], line) for line in group])
    if found.gone:
        yield Heading("No longer included")
        yield Bullets(tuple(_gone(named.above(group[0]), group) for group in _grouped(found.gone)))
    if statement := [line for line in lines if line.section == SectionKey.CONFIDENTIALITY.value]:
        heading = Heading("Confidentiality", 2)
        yield Together((heading, *(Line(line.text, muted=True) for line in statement)))


def _grouped(lines: Iterable[SharedLine]) -> Iterator[list[SharedLine]]:
    """What belongs to one goal or one section, in the order in which each is first met."""
    groups: dict[str, list[SharedLine]] = {}
    for line in lines:
        groups.setdefault(_goal_of(line) or line.section, []).append(line)
    yield from groups.values()


def _new(title: str, lines: Sequence[SharedLine]) -> Iterator[Piece]:
    """The line of a goal itself is the title already."""
    pieces: list[Piece] = [Heading(title, 2)]
    if facts := tuple((line.label, line.text) for line in lines if line.label):
        pieces.append(Facts(facts))
    yield Together(tuple(pieces))
    if points := [_words(line) for line in lines if not line.label and not _is_goal(line)]:
        yield _points(points)


def _changed(title: str, changes: Sequence[ChangedLine]) -> Iterator[Piece]:
    short = [one for one in changes if one.now.label and len(one.before.text + one.now.text) <= _SHORT]
    pieces: list[Piece] = [Heading(title, 2)]
    if short:
        rows = tuple((one.now.label, one.before.text, one.now.text) for one in short)
        pieces.append(Table(("What", "Before", "Now"), rows, _WIDTHS))
    for change in changes:
        if change in short:
            continue
        if change.now.label:
            pieces.append(Heading(change.now.label, 3))
        pieces.append(Facts((("Before", _words(change.before)), ("Now", _words(change.now)))))
    yield Together(tuple(pieces))


def _gone(title: str, lines: Sequence[SharedLine]) -> str:
    """By their labels where they have one: what was taken out is not handed out once more."""
    if any(map(_is_goal, lines)):
        return f"{title}: the whole objective"
    words = [line.label for line in lines if line.label]
    if rest := len(lines) - len(words):
        words.append(counted(rest, "line", "lines"))
    return f"{title}: {', '.join(words)}"


def _points(texts: Iterable[str]) -> Writing:
    return Writing(normal(Block(kind=BlockKind.BULLET, spans=(Span(text),)) for text in texts))


def _words(line: SharedLine) -> str:
    if line.section in _ACTIONS:
        return f"{'Completed' if line.done else 'Next step'}: {line.text}"
    return line.text
