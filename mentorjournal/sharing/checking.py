"""The checks before a summary leaves: what they flag in the lines that leave, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import blake2b

from mentorjournal.checks.finding import Finding, FindingKind, Known
from mentorjournal.checks.looking import Looking, apart
from mentorjournal.checks.remedies import Remedy, redacted_text, remedied
from mentorjournal.sharing.offer import Chosen, Offer
from mentorjournal.sharing.summary import shared_lines

_NAMES = frozenset({FindingKind.PARTNER_NAME, FindingKind.OTHER_NAME})
_MOST_ROUNDS = 12
"""A quotation is found once the name in it is answered; what is still found after so many rounds stays."""

# What a line is for is no finding in it: the partner's name where the reader asked for it and, as offered,
# the writer's own where a summary says who prepared it, and a programme called after somebody.
_ALWAYS_MEANT = {
    "partner.name": frozenset({FindingKind.PARTNER_NAME}),
    "signatures.partner": frozenset({FindingKind.PARTNER_NAME}),
}
_MEANT_AS_OFFERED = {
    "heading.author": _NAMES,
    "signatures.author": _NAMES,
    "partner.name": _NAMES,
    "signatures.partner": _NAMES,
    "programme.name": frozenset({FindingKind.OTHER_NAME}),
}
_NOTHING: frozenset[FindingKind] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Flag:
    """A finding in a line that leaves. *key* stays the same while line and words stay, and tells nothing."""

    line_id: str
    key: str
    finding: Finding

    def __repr__(self) -> str:
        return f"Flag({self.finding.kind.value}, {self.finding.start}:{self.finding.end})"


def check(offer: Offer, chosen: Chosen, known: Known) -> tuple[Flag, ...]:
    """What is found in the lines that leave, in the order of the page, less what was let go. A finding that
    was let go no longer hides another one under it.
    """
    looking = Looking(known)
    fixed = _fixed(offer)
    return tuple(
        flag
        for line in shared_lines(offer, chosen)
        if line.id not in fixed
        for flag in _flags(line.id, line.text, chosen, looking)
    )


def answer(offer: Offer, chosen: Chosen, flag: Flag, remedy: Remedy) -> Chosen:
    """What is chosen once *flag* is answered: its line reworded, or its key kept."""
    if remedy is Remedy.KEEP:
        return replace(chosen, kept=chosen.kept | {flag.key})
    text = next((line.text for line in shared_lines(offer, chosen) if line.id == flag.line_id), "")
    finding = flag.finding
    if text[finding.start : finding.end] != finding.words:
        return chosen  # the line was reworded since it was looked at, and is looked at again
    return replace(chosen, reworded={**chosen.reworded, flag.line_id: remedied(text, finding, remedy)})


def redacted(offer: Offer, chosen: Chosen, known: Known) -> Chosen:
    """What is chosen once every flag is answered without asking: by a role, else initials, else left out."""
    looking = Looking(known)
    fixed = _fixed(offer)
    for line in shared_lines(offer, chosen):
        if line.id not in fixed:
            chosen = _answered(line.id, line.text, chosen, looking)
    return chosen


def redactor(known: Known) -> Callable[[str], str]:
    """The same for words that left earlier and are shown once more beside what they became."""
    looking = Looking(known)

    def without(text: str) -> str:
        answered = _answered("", text, Chosen(sections=frozenset()), looking)
        return "" if answered.leave_out else answered.reworded.get("", text)

    return without


def _answered(line_id: str, text: str, chosen: Chosen, looking: Looking) -> Chosen:
    for _ in range(_MOST_ROUNDS):
        flags = _flags(line_id, text, chosen, looking)
        if not flags:
            return chosen
        words = redacted_text(text, [flag.finding for flag in flags]).strip()
        text = words if words != text else ""
        chosen = replace(chosen, reworded={**chosen.reworded, line_id: text})
    return replace(chosen, leave_out=chosen.leave_out | {line_id})


def _flags(line_id: str, text: str, chosen: Chosen, looking: Looking) -> list[Flag]:
    where = _ALWAYS_MEANT if line_id in chosen.reworded else _MEANT_AS_OFFERED
    meant = where.get(line_id, _NOTHING)
    open_ = [
        finding
        for finding in looking.everything(text)
        if finding.kind not in meant and _key(line_id, finding) not in chosen.kept
    ]
    return [Flag(line_id=line_id, key=_key(line_id, one), finding=one) for one in apart(open_)]


def _fixed(offer: Offer) -> frozenset[str]:
    """The lines that are one of a few words of ours, and can say nothing else."""
    return frozenset(line.id for section in offer.sections for line in section.lines if line.choices)


def _key(line_id: str, finding: Finding) -> str:
    words = f"{line_id}\0{finding.kind.value}\0{finding.words.casefold()}"
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
