"""Words in quotation marks, and words that the partner said, with marks or without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.knowing import SHORTEST_SAID, Knowing, plain_words
from mentorjournal.checks.lists import section
from mentorjournal.checks.reading import Reading

# A quotation ends at the next mark of its kind, within its line: one pass, whatever the text.
_MARKED = (
    re.compile(r"“[^“”\n]{1,2000}[”“]"),
    re.compile(r"„[^„“”\n]{1,2000}[“”]"),
    re.compile(r"«[^«»\n]{1,2000}»"),
    re.compile(r"»[^«»\n]{1,2000}«"),
    re.compile(r"‹[^‹›\n]{1,2000}›"),
    re.compile(r"「[^「」\n]{1,2000}」"),
    re.compile(r"『[^『』\n]{1,2000}』"),
    re.compile(r'"(?<![\d\w]")(?=\S)[^"\n]{1,2000}"(?!\w)'),
    re.compile(r"‘(?<![\w’]‘)(?=\w)(?:[^‘’\n]|(?<=\w)’(?=\w)){1,2000}’(?!\w)"),
    re.compile(r"'(?<![\w']')(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)){1,600}'(?!\w)"),
    re.compile(r"‚[^‚‘’\n]{1,2000}[‘’]"),
)
_TITLE_BEFORE = re.compile(
    r"\b(?:books?|articles?|papers?|courses?|workshops?|modules?|called|titled|entitled|chapters?|talks?|podcasts?|films?"
    r"|reports?|videos?|posters?|sessions?|programmes?|goals?|headings?|section|field|folder|button|file|page)\s[(]?$",
    re.IGNORECASE,
)
_SAID = "These are words that {who} said; what was said stays between the two of you."
_QUOTED = (
    "Words in quotation marks are mostly somebody’s own; what you learnt from them can be said in yours."
)
_FEWEST_OF_WEIGHT = 2


def quotations(reading: Reading, knowing: Knowing) -> Iterator[Finding]:
    said = list(_said(reading, knowing)) if knowing.said else []
    marked: list[tuple[int, int]] = []
    for sign, pattern in zip(_OPENERS, _MARKED, strict=True):
        if sign in reading.text:
            marked += (found.span() for found in pattern.finditer(reading.text))
    for start, end in marked:
        theirs = any(start < until and since < end for since, until in said)
        if theirs or _is_quotation(reading.text, start, end):
            yield _finding(reading, start, end, _said_why(knowing) if theirs else _QUOTED)
    for start, end in said:
        if not any(start < until and since < end for since, until in marked):
            yield _finding(reading, start, end, _said_why(knowing))


_OPENERS = ("“", "„", "«", "»", "‹", "「", "『", '"', "‘", "'", "‚")


def _is_quotation(text: str, start: int, end: int) -> bool:
    """Two words at least, and no title of a book or a course."""
    inner = text[start + 1 : end - 1].strip()
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", inner)
    if len(words) < 2:
        # A script without spaces has sentences of one word.
        return (
            bool(words)
            and len(words[0]) > 5
            and words[0].lower() == words[0].upper()
            and not words[0].isdigit()
        )
    if _TITLE_BEFORE.search(text[max(0, start - 20) : start]):
        return False
    weighty = [word for word in words if word.lower() not in section("en", "mortar")]
    return not (
        len(words) < 9 and weighty and all(word[0].isupper() or word[0].isdigit() for word in weighty)
    )


def _said(reading: Reading, knowing: Knowing) -> Iterator[tuple[int, int]]:
    """Runs of words that the partner said just so, if they say something."""
    words = plain_words(reading)
    begin = last = -1
    runs = zip(*(words[place:] for place in range(SHORTEST_SAID)), strict=False)
    for place in [place for place, run in enumerate(runs) if run in knowing.said]:
        if place > last:
            if begin >= 0 and _weighs(words[begin : last + 1]):
                yield reading.starts[begin], reading.ends[last]
            begin = place
        last = place + SHORTEST_SAID - 1
    if begin >= 0 and _weighs(words[begin : last + 1]):
        yield reading.starts[begin], reading.ends[last]


def _weighs(words: list[str]) -> bool:
    """Whether at least two of the words are more than the mortar of the language."""
    return sum(len(word) > 4 for word in words) >= _FEWEST_OF_WEIGHT or len(words) > 8


def _said_why(knowing: Knowing) -> str:
    role = knowing.partner_role
    return _SAID.format(who=f"your {role[3:]}" if role.startswith("my ") else role)


def _finding(reading: Reading, start: int, end: int, why: str) -> Finding:
    return Finding(kind=FindingKind.QUOTATION, start=start, end=end, words=reading.text[start:end], why=why)
