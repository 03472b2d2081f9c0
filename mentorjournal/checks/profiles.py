"""Profiles and handles, which name somebody as surely as a name does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.reading import Reading

_PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]{1,30}\.){0,2}"
    r"(?:linkedin\.com/in|researchgate\.net/profile|bsky\.app/profile|orcid\.org"
    r"|(?:twitter|x|instagram|facebook|github|tiktok|threads)\.(?:com|net))/@?[\w%-][\w.%-]{0,60}[\w%]",
    re.IGNORECASE,
)
_SITES = re.compile(r"\.(?:com|net|app|org)/", re.IGNORECASE)
_HANDLE = re.compile(r"@[A-Za-z]\w{2,29}(?![\w.]*\w@|\.\w|@)")
_LONGEST_SITE = 110
_WHY = "This leads to somebody’s profile, and so names them."


def profiles(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    reached = 0
    for site in _SITES.finditer(text):
        start = max(reached, site.start() - _LONGEST_SITE)
        for found in _PROFILE.finditer(text, start, site.end() + _LONGEST_SITE):
            if found.start() >= reached:
                reached = found.end()
                yield _finding(text, *found.span())
    place = text.find("@")
    while place >= 0:
        handle = _HANDLE.match(text, place)
        if handle and (place == 0 or text[place - 1].isspace() or text[place - 1] in "([{“‘\"'"):
            yield _finding(text, *handle.span())
        place = text.find("@", place + 1)


def _finding(text: str, start: int, end: int) -> Finding:
    kind = FindingKind.OTHER_NAME
    return Finding(kind=kind, start=start, end=end, words=text[start:end], why=_WHY, role="[profile]")
