"""What can be done about a finding: a role, initials, leaving out, keeping; never a new finding."""

from __future__ import annotations

from collections.abc import Iterable

from mentorjournal.checks.finding import Finding, Known
from mentorjournal.checks.leaving_out import sentence_around, without
from mentorjournal.checks.lists import section
from mentorjournal.checks.looking import Looking
from mentorjournal.checks.reading import Reading
from mentorjournal.model.words import Choice

_NOBODY = Looking(Known())
_NEAR = 2000
"""Characters on both sides in which a remedy could make something new."""


class Remedy(Choice):
    """What the writer decides about a finding."""

    ROLE = "role", "a role instead"
    INITIALS = "initials", "initials"
    LEAVE_OUT = "leave_out", "leave out"
    KEEP = "keep", "keep"


def remedies_of(finding: Finding) -> tuple[Remedy, ...]:
    """What can be offered for it, in the order in which it is offered."""
    return tuple(
        remedy
        for remedy, offered in (
            (Remedy.ROLE, finding.role),
            (Remedy.INITIALS, finding.initials),
            (Remedy.LEAVE_OUT, "yes"),
            (Remedy.KEEP, "yes"),
        )
        if offered
    )


def remedied(text: str, finding: Finding, remedy: Remedy) -> str:
    """The text with *finding* answered.

    A role or initials that do not fit leave the words out instead, and so do those with which the text would
    point at somebody anew.
    """
    if remedy is Remedy.KEEP:
        return text
    for words in _ways(text, finding, remedy):
        if not _is_worse(text, words, finding):
            return words
    return ""


def usual(text: str, finding: Finding) -> Remedy:
    """What is done when nobody is asked: a role; behind “my colleague” the name goes; else initials."""
    if finding.role:
        return Remedy.ROLE
    words = Reading(text[max(0, finding.start - 80) : finding.start]).lowers
    if words and (words[-1] in section("en", "roles") or words[-1] in ("called", "named")):
        return Remedy.LEAVE_OUT
    return Remedy.INITIALS if finding.initials else Remedy.LEAVE_OUT


def redacted_text(text: str, findings: Iterable[Finding]) -> str:
    """The text with all of *findings*, none over another, answered in the usual way. It may have to be looked
    at again: what lay under a finding comes to light with it.
    """
    reach = len(text)
    for finding in sorted(findings, key=_place, reverse=True):
        if finding.end > reach:
            continue  # it went together with what stood behind it
        words = _ways(text, finding, usual(text, finding))[0]
        reach = _alike(text, words, finding.start)
        text = words
    return text


def _place(finding: Finding) -> int:
    return finding.start


def _alike(before: str, after: str, most: int) -> int:
    """How many characters at the beginning stayed as they were, at most *most*."""
    if before[:most] == after[:most]:
        return most
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if before[:middle] == after[:middle] else (low, middle - 1)
    return low


def _ways(text: str, finding: Finding, remedy: Remedy) -> list[str]:
    """What the text could become, the wanted way first."""
    instead = {Remedy.ROLE: finding.role, Remedy.INITIALS: finding.initials}.get(remedy, "")
    ways = []
    if instead:
        ways.append(_with(text, finding, instead))
    ways.append(without(text, finding))
    start, end = sentence_around(text, finding.start, finding.end)
    ways.append((text[:start].rstrip(" ") + " " + text[end:].lstrip(" ")).strip(" "))
    line = text.rfind("\n", 0, finding.start) + 1
    ways.append(text[:line] + text[max(text.find("\n", finding.end), 0) or len(text) :])
    return ways


def _with(text: str, finding: Finding, instead: str) -> str:
    after = text[finding.end :]
    if instead.endswith(".") and after.startswith("."):
        after = after[1:]
    return text[: finding.start] + instead + after


def _is_worse(before: str, after: str, finding: Finding) -> bool:
    """Whether words of the same kind are found near the place that were not found there before."""
    start = max(0, finding.start - _NEAR)
    behind = max(0, len(before) - finding.end - _NEAR)
    near_before, near_after = (
        before[start : len(before) - behind],
        after[start : max(start, len(after) - behind)],
    )
    known = {one.words for one in _NOBODY.everything(near_before) if one.kind is finding.kind}
    return any(one.words not in known for one in _NOBODY.everything(near_after) if one.kind is finding.kind)
