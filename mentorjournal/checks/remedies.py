"""What can be done about a finding: a role, initials, leaving out, keeping; never a new finding."""

from __future__ import annotations

from mentorjournal.checks.finding import Finding, FindingKind, Known
from mentorjournal.checks.leaving_out import sentence_around, without
from mentorjournal.checks.lists import section
from mentorjournal.checks.looking import Looking
from mentorjournal.checks.reading import Reading
from mentorjournal.model.words import Choice

_NOBODY = Looking(Known())


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
        if not _is_worse(text, words, finding.kind):
            return words
    return ""


def usual(text: str, finding: Finding) -> Remedy:
    """What is done when nobody is asked: a role; behind “my colleague” the name goes; else initials."""
    if finding.role:
        return Remedy.ROLE
    words = Reading(text[max(0, finding.start - 80) : finding.start]).lowers
    if words and words[-1] in section("en", "roles"):
        return Remedy.LEAVE_OUT
    return Remedy.INITIALS if finding.initials else Remedy.LEAVE_OUT


def _ways(text: str, finding: Finding, remedy: Remedy) -> list[str]:
    """What the text could become, the wanted way first."""
    instead = {Remedy.ROLE: finding.role, Remedy.INITIALS: finding.initials}.get(remedy, "")
    ways = []
    if instead:
        ways.append(_with(text, finding, instead))
    ways.append(without(text, finding))
    start, end = sentence_around(text, finding.start, finding.end)
    ways.append((text[:start].rstrip(" ") + " " + text[end:].lstrip(" ")).strip(" "))
    return ways


def _with(text: str, finding: Finding, instead: str) -> str:
    after = text[finding.end :]
    if instead.endswith(".") and after.startswith("."):
        after = after[1:]
    return text[: finding.start] + instead + after


def _is_worse(before: str, after: str, kind: FindingKind) -> bool:
    """Whether words of the same kind are found that were not found before."""
    known = {finding.words for finding in _NOBODY.everything(before) if finding.kind is kind}
    return any(finding.words not in known for finding in _NOBODY.everything(after) if finding.kind is kind)
