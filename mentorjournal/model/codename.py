"""Whether a codename may give somebody away. It is said gently: only its writer can know."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LETTER = r"[^\W\d_]"
_INITIALS = re.compile(
    rf"{_LETTER}{{1,3}}\d*"  # AB, JKR, AB2
    rf"|(?:{_LETTER}[.·\-\s]+){{1,3}}{_LETTER}?\.?\s*\d*"  # A.B., j. k., A-B
)
_WORD = re.compile(rf"{_LETTER}+(?:['’\-]{_LETTER}+)*")

INITIALS = "This looks like initials, and initials point at somebody. A bird or a tree points at nobody."
NAMED = "“{word}” stands in a name that you typed. A bird or a tree points at nobody."
SAID = "“{word}” stands in what you typed, too. If it is a name, a bird or a tree would say less."


def doubt(codename: str, *, names: Iterable[str] = (), texts: Iterable[str] = ()) -> str:
    """A sentence that says what could give somebody away, or nothing. *names* are people's as they were
    typed; in *texts* a word counts that begins with a capital.
    """
    clean = " ".join(codename.split())
    if _INITIALS.fullmatch(clean) and _is_spelt_out(clean):
        return INITIALS
    mine = {word.casefold() for word in _words(clean)}
    for name in names:
        for word in _words(name):
            if len(word) > 1 and word.casefold() in mine:
                return NAMED.format(word=word)
    for text in texts:
        for word in _words(text):
            if len(word) > 1 and word[0].isupper() and word.casefold() in mine:
                return SAID.format(word=word)
    return ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _is_spelt_out(codename: str) -> bool:
    """Capitals alone, or letters with something between them: not a short word such as Fir."""
    runs = re.findall(rf"{_LETTER}+", codename)
    return all(run.isupper() for run in runs) or (len(runs) > 1 and all(len(run) == 1 for run in runs))
