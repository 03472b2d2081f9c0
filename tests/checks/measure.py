"""How much of the labelled sentences is found; `python -m tests.checks.measure` prints it, and the misses."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from mentorjournal.checks.finding import FindingKind, Known
from mentorjournal.checks.looking import Looking

KINDS = {
    "p": FindingKind.PARTNER_NAME,
    "n": FindingKind.OTHER_NAME,
    "e": FindingKind.EMAIL,
    "t": FindingKind.TELEPHONE,
    "i": FindingKind.NUMBER,
    "s": FindingKind.SPECIAL,
    "q": FindingKind.QUOTATION,
    "j": FindingKind.JUDGEMENT,
}
_MARK = re.compile(r"\{([pnetisqj]):([^{}]*)\}")

Place = tuple[FindingKind, int, int]


@dataclass(frozen=True)
class Sentence:
    text: str
    wanted: tuple[Place, ...]


@dataclass
class Score:
    """*hit* counts places that were found, *exact* those to the character, *wanted* all, *false* the rest."""

    wanted: Counter[FindingKind] = field(default_factory=Counter)
    hit: Counter[FindingKind] = field(default_factory=Counter)
    exact: Counter[FindingKind] = field(default_factory=Counter)
    false: Counter[FindingKind] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def recall(self, *kinds: FindingKind) -> float:
        return sum(self.hit[kind] for kind in kinds) / sum(self.wanted[kind] for kind in kinds)

    def precision(self, *kinds: FindingKind) -> float:
        hits = sum(self.hit[kind] for kind in kinds)
        return hits / (hits + sum(self.false[kind] for kind in kinds))

    @property
    def exactness(self) -> float:
        return self.exact.total() / self.hit.total()


def read() -> tuple[Known, dict[str, list[Sentence]]]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))
    known = data["known"]
    return Known(
        partner=known["partner"],
        partner_role=known["partner_role"],
        me=known["me"],
        people=tuple(known["people"]),
        said=tuple(known["said"]),
    ), {part: list(map(_sentence, data[part])) for part in ("tuning", "held_out")}


def _sentence(marked: str) -> Sentence:
    text, wanted, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        wanted.append((KINDS[found[1]], len(text), len(text) + len(found[2])))
        text += found[2]
        last = found.end()
    return Sentence(text + marked[last:], tuple(wanted))


def score(known: Known, sentences: list[Sentence]) -> Score:
    looking, result = Looking(known), Score()
    for sentence in sentences:
        found = [(one.kind, one.start, one.end) for one in looking.find(sentence.text)]
        used: set[Place] = set()
        for place in sentence.wanted:
            kind, start, end = place
            result.wanted[kind] += 1
            hit = next(
                (o for o in found if o[0] is kind and o[1] < end and start < o[2] and o not in used), None
            )
            if hit is None:
                result.told.append(f"missed {kind.value}: {sentence.text[start:end]!r} in {sentence.text}")
                continue
            used.add(hit)
            result.hit[kind] += 1
            if hit == place:
                result.exact[kind] += 1
            else:
                result.told.append(
                    f"inexact {kind.value}: {sentence.text[hit[1] : hit[2]]!r} in {sentence.text}"
                )
        for other in found:
            if other not in used:
                result.false[other[0]] += 1
                words = sentence.text[other[1] : other[2]]
                result.told.append(f"false {other[0].value}: {words!r} in {sentence.text}")
    return result


def table(result: Score) -> str:
    rows = [f"{'':<14} {'wanted':>6} {'found':>6} {'exact':>6} {'false':>6} {'recall':>7} {'precision':>9}"]
    for kind in FindingKind:
        wanted, hit, false = result.wanted[kind], result.hit[kind], result.false[kind]
        recall = f"{hit / wanted:7.3f}" if wanted else " " * 7
        precision = f"{hit / (hit + false):9.3f}" if hit + false else " " * 9
        rows.append(
            f"{kind.value:<14} {wanted:6} {hit:6} {result.exact[kind]:6} {false:6} {recall} {precision}"
        )
    kinds = tuple(FindingKind)
    rows.append(
        f"{'all':<14} {result.wanted.total():6} {result.hit.total():6} {result.exact.total():6}"
        f" {result.false.total():6} {result.recall(*kinds):7.3f} {result.precision(*kinds):9.3f}"
    )
    return "\n".join(rows)


def main() -> None:
    import sys

    known, parts = read()
    quiet = set(sys.argv[1:])
    for part, sentences in parts.items():
        result = score(known, sentences)
        clean = sum(not sentence.wanted for sentence in sentences)
        print(f"{part}: {len(sentences)} sentences, {clean} of them clean\n{table(result)}\n")
        if part not in quiet:
            print(*result.told, sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
