"""E-mail addresses, also those that are written so that a machine should not find them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.reading import Reading

# Each part is of bounded length and begins where no such part went before: one pass, whatever the text.
_PLAIN = re.compile(
    r"(?<![\w.!#$%&'*+/=?^`{|}~-])[\w!#$%&'*+/=?^`{|}~-][\w.!#$%&'*+/=?^`{|}~-]{0,63}@"
    r"(?:[\w-]{1,63}\.){1,8}\w{2,24}(?!\w)"
)
_VEILED = re.compile(
    r"(?<![\w.-])[\w.-]{1,64}\s?(?:\(at\)|\[at\]|\{at\}|＠)\s?[\w-]{1,63}(?:(?:\.|\s?(?:\(dot\)|\[dot\])\s?)[\w-]{2,63}){1,5}",
    re.IGNORECASE,
)
_WHY = "An e-mail address names one person and leads straight to them."


def addresses(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for sign, pattern in (("@", _PLAIN), ("at", _VEILED), ("＠", _VEILED)):
        if sign not in text and not (sign == "at" and "AT" in text):
            continue
        for found in pattern.finditer(text):
            start, end = found.span()
            start += len(found.group()) - len(found.group().lstrip("'`*{(_"))
            yield Finding(
                kind=FindingKind.EMAIL,
                start=start,
                end=end,
                words=text[start:end],
                why=_WHY,
                role="[e-mail address]",
            )
