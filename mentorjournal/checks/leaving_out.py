"""Takes words out of a text so that what is left still reads, with the comma, bracket or “with” beside."""

from __future__ import annotations

import re

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.lists import section

_OPEN, _CLOSE = "([{“‘\"'„«", ")]}”’\"'“»"
_HANGS = re.compile(
    r"\b(?:with|to|from|by|of|for|about|at|in|on|as|and|or|but|because|than|via|through|after|before|like|since|until"
    r"|contact|called|named|the|an?|my|our|his|her|their|your|is|was|are|were|be|been|has|have|had|very|so|too|not)$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.!?…;:,)\]]|$|\n)")
_NEEDS_MORE = re.compile(
    r"\b(?:is|was|are|were|be|been|being|seems?|seemed|feels?|felt|an?|very|so|too|not|got|gets)$", re.I
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)|[\n\r\u2028\u2029]")
_SHORT = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Revd|St|e\.g|i\.e|etc|vs|cf|No)|\b[A-Z])$")


def without(text: str, finding: Finding) -> str:
    """The text without the words of *finding*, or without their sentence if that could not stand so."""
    if finding.kind is FindingKind.JUDGEMENT and finding.words.lower() not in section(
        "en", "judging_adverbs"
    ):
        return _without_sentence(text, finding.start, finding.end)
    if finding.kind is FindingKind.QUOTATION and _is_half_of_its_sentence(text, finding):
        return _without_sentence(text, finding.start, finding.end)
    if finding.kind is FindingKind.SPECIAL and not finding.role and not _stands_before_noun(text, finding):
        return _without_sentence(text, finding.start, finding.end)
    start, end = finding.start, finding.end
    while start and end < len(text) and text[start - 1] in _OPEN and text[end] in _CLOSE:
        start, end = start - 1, end + 1
    before, after = text[:start], text[end:]
    if _NEEDS_MORE.search(before.rstrip()[-12:]) and _ENDS.match(after):
        return _without_sentence(text, finding.start, finding.end)
    before = re.sub(r"\s(?:called|named)\s*$", " ", before)
    before, after = _without_commas(before, after)
    if _ENDS.match(after):
        before = _without_hanging(before)
    elif re.match(r"\s+(?:and|or|&)\s+[A-ZÀ-Þ]", after) and not before.rstrip().endswith(","):
        after = re.sub(r"^\s+(?:and|or|&)\s+", " ", after)
    return _joined(before, after, text[start:end])


def _is_half_of_its_sentence(text: str, finding: Finding) -> bool:
    """Whether what is left would say nothing: words without marks, or “…”, said she."""
    before = text[max(0, finding.start - 60) : finding.start].rstrip()
    if finding.words[:1].isalnum() or not before or before[-1] in ".!?…:,\n":
        return True
    last = re.search(r"\w+$", before)
    return last is not None and last.group().lower() in section("en", "person_verbs") | _LEADS_TO_WORDS


_LEADS_TO_WORDS = frozenset({"me", "that", "was", "is", "as", "it"})


def _stands_before_noun(text: str, finding: Finding) -> bool:
    """Whether the words only describe what follows, “a Muslim colleague”, and can go by themselves."""
    before = re.search(r"(\w+)\s$", text[max(0, finding.start - 30) : finding.start])
    after = re.match(r"\s[a-z]{3,}", text[finding.end : finding.end + 12])
    if (
        not before
        or not after
        or after.group().strip() in section("en", "mortar") | section("en", "person_verbs")
    ):
        return False
    return before.group(1).lower() in _BEFORE_NOUNS


_BEFORE_NOUNS = frozenset(
    [
        "a",
        "an",
        "the",
        "my",
        "our",
        "your",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "these",
        "those",
        "with",
        "of",
        "for",
        "to",
        "by",
        "from",
        "in",
        "on",
        "about",
    ]
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the sentence that holds *start* to the end of the one that holds *end*."""
    first = 0
    begin = max(0, start - 4000)
    for found in _SENTENCE_END.finditer(text, begin, start):
        if found.group()[0] in "\n\r\u2028\u2029" or not _SHORT.search(
            text[max(0, found.start() - 5) : found.start()]
        ):
            first = found.end()
    first = max(first, 0)
    for found in _SENTENCE_END.finditer(text, end):
        if found.group()[0] in "\n\r\u2028\u2029":
            return first, found.start()
        if not _SHORT.search(text[max(0, found.start() - 5) : found.start()]):
            return first, found.end()
    return first, len(text)


def _without_sentence(text: str, start: int, end: int) -> str:
    first, last = sentence_around(text, start, end)
    before, after = text[:first].rstrip(" "), text[last:].lstrip(" ")
    if before and after and not before.endswith("\n") and not after.startswith("\n"):
        return f"{before} {after}"
    return (before + after).strip(" ")


def _without_commas(before: str, after: str) -> tuple[str, str]:
    """“my mentor, Anna, said” leaves “my mentor said”."""
    bare = before.rstrip()
    if bare.endswith(",") and re.match(r"\s*[,.;:!?)]|\s*$", after):
        before = bare[:-1]
        after = re.sub(r"^\s*,", "", after)
    elif (not bare or bare[-1] in ".!?…\n") and re.match(r"\s*,\s", after):
        after = re.sub(r"^\s*,", "", after)
    return before, after


def _without_hanging(before: str) -> str:
    """“I spoke with” loses its last word when nothing follows it."""
    for _ in range(3):
        bare = before.rstrip(" \u00a0")
        found = _HANGS.search(bare[-10:])
        if not found or len(bare) == len(found.group()):
            return before
        shorter = bare[: len(bare) - len(found.group())].rstrip(" \u00a0")
        if not shorter or shorter[-1] in ".!?…\n":
            return before
        before = shorter.removesuffix(",")
    return before


def _joined(before: str, after: str, gone: str) -> str:
    head, tail = before.rstrip(" \u00a0"), after.lstrip(" \u00a0")
    opens = not head or head[-1] in ".!?…\n"
    if opens:
        tail = re.sub(r"^[,;:]\s*", "", tail)
        if re.match(r"[.!?…]", tail):
            tail = tail[1:].lstrip(" ")
        tail = tail[:1].upper() + tail[1:]
    if not head or not tail:
        return head + tail if head or not gone.endswith("\n") else tail
    if head[-1] in "\n([{“‘" or re.match(r"[,.;:!?…)\]}”’\n]", tail):
        return head + tail
    spaced = before != head or after != tail
    return f"{head} {tail}" if spaced else head + tail
