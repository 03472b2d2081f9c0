"""The checks before a summary leaves: what they flag in the lines that leave, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

from mentorjournal.checks.finding import Finding, FindingKind, Known
from mentorjournal.checks.looking import Looking, apart
from mentorjournal.checks.remedies import Remedy, remedied, usual
from mentorjournal.sharing.offer import Chosen, Offer, OfferedLine

_NAMES = frozenset({FindingKind.PARTNER_NAME, FindingKind.OTHER_NAME})
_MOST_ROUNDS = 2000
"""More answers than a summary has findings; each one takes a finding away."""

# What a line is for is no finding in it, while it stands as it was offered: the writer's own name where a
# summary says who prepared it, the partner's where the reader asked for it, a programme that is called after
# somebody.
_MEANT: dict[str, frozenset[FindingKind]] = {
    "heading.author": _NAMES,
    "signatures.author": _NAMES,
    "partner.name": _NAMES,
    "signatures.partner": _NAMES,
    "programme.name": frozenset({FindingKind.OTHER_NAME}),
}


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
    return tuple(flag for line in _leaving(offer, chosen) for flag in _flags(line, offer, chosen, looking))


def answer(offer: Offer, chosen: Chosen, flag: Flag, remedy: Remedy) -> Chosen:
    """What is chosen once *flag* is answered: its line reworded, or its key kept."""
    if remedy is Remedy.KEEP:
        return replace(chosen, kept=chosen.kept | {flag.key})
    words = remedied(_text_of(offer, chosen, flag.line_id), flag.finding, remedy)
    return replace(chosen, reworded={**chosen.reworded, flag.line_id: words})


def redacted(offer: Offer, chosen: Chosen, known: Known) -> Chosen:
    """What is chosen once every flag is answered without asking: by a role, else initials, else left out."""
    looking = Looking(known)
    for line in _leaving(offer, chosen):
        left = line
        for _ in range(_MOST_ROUNDS):
            flag = next(_flags(left, offer, chosen, looking), None)
            if flag is None:
                break
            words = remedied(left.text, flag.finding, usual(left.text, flag.finding))
            if words == left.text:
                words = ""
            left = replace(left, text=words)
            chosen = replace(chosen, reworded={**chosen.reworded, line.id: words})
        else:
            chosen = replace(chosen, leave_out=chosen.leave_out | {line.id})
    return chosen


def _flags(line: OfferedLine, offer: Offer, chosen: Chosen, looking: Looking) -> Iterator[Flag]:
    meant = _meant(line, chosen)
    found = [
        Flag(line_id=line.id, key=_key(line.id, finding), finding=finding)
        for finding in looking.everything(line.text)
        if finding.kind not in meant
    ]
    flags = [flag for flag in found if flag.key not in chosen.kept]
    kept = apart(flag.finding for flag in flags)
    return (flag for flag in flags if flag.finding in kept)


def _meant(line: OfferedLine, chosen: Chosen) -> frozenset[FindingKind]:
    if line.text in line.choices:
        return frozenset(FindingKind)
    kinds = _MEANT.get(line.id, frozenset())
    return kinds if line.id not in chosen.reworded else kinds - {FindingKind.OTHER_NAME}


def _leaving(offer: Offer, chosen: Chosen) -> Iterator[OfferedLine]:
    """The lines that leave, with the words that they leave in."""
    for section in offer.sections:
        if section.key.value not in chosen.sections:
            continue
        for line in section.lines:
            if not {line.id, line.about} & chosen.leave_out:
                text = _words(line, chosen)
                if text:
                    yield replace(line, text=text)


def _words(line: OfferedLine, chosen: Chosen) -> str:
    return chosen.reworded.get(line.id, line.text).strip()


def _text_of(offer: Offer, chosen: Chosen, line_id: str) -> str:
    lines = (line for section in offer.sections for line in section.lines)
    return next((_words(line, chosen) for line in lines if line.id == line_id), "")


def _key(line_id: str, finding: Finding) -> str:
    words = f"{line_id}\0{finding.kind.value}\0{finding.words.casefold()}"
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
