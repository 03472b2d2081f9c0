"""The rules of words: where one may be broken, which marks belong to which letter, what is no text at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
# Marks that are drawn with, or change, the character before them; and signs that are never drawn at all.
_SILENT = {"Cc", "Cf", "Zl", "Zp", "Zs"}
EMOJI_STYLE = "\ufe0f"
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
_IDEOGRAPH = (
    "\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_NEVER_FIRST = "、。，．・：；？！）」』】〕〉》ー々…’”％"
_NEVER_LAST = "（「『【〔〈《‘“"
_MAY_BREAK = re.compile(
    f"(?<=[^\\W\\d]-)(?=[^\\W\\d])|(?<=[—–])(?=\\w)"
    f"|(?<=[{_IDEOGRAPH}])(?<![{_NEVER_LAST}])(?![{_NEVER_FIRST}])"
    f"|(?=[{_IDEOGRAPH}])(?<![{_NEVER_LAST}])(?![{_NEVER_FIRST}])"
)
# What a line may end inside of: only such words are looked at closely.
NEEDS_LOOK = re.compile(f"[-—–{_IDEOGRAPH}]")
# Text that is not set the short way: it needs shaping, turning round or breaking between letters.
NOT_PLAIN = re.compile(
    f"[\t{_IDEOGRAPH}\u0590-\u109f\u1780-\u17ff\u2000-\u200f\u2028-\u202f\ufb1d-\ufdff\ufe00-\ufefc]"
)
ADDRESS_BREAK = re.compile(r"(?<=[/?&=._@:-])(?=[^\W_])")
# Scripts without spaces between words, whose words we do not know: broken where the line is full.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
DASH = re.compile("[-—–]")
LONG_WORD = 24


def clean(text: str) -> str:
    """*text* in one normal form, on one line, without what no page can show."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    return _UNWANTED.sub("", " ".join(text.splitlines()) if "\n" in text or not text.isprintable() else text)


def breakable(word: str) -> list[str]:
    """*word* in the parts that a line may end between."""
    return [part for part in _MAY_BREAK.split(word) if part] if NEEDS_LOOK.search(word) else [word]


def is_silent(character: str) -> bool:
    """Whether nothing is drawn for *character*: control and format signs, variation selectors."""
    return unicodedata.category(character) in _SILENT or "\ufe00" <= character <= "\ufe0f"


def clusters(text: str) -> Iterator[str]:
    """Characters with the marks that belong to them; the two letters of a flag, an emoji with its skin."""
    cluster = ""
    joined = False
    for character in text:
        mark = (
            is_silent(character) or unicodedata.category(character).startswith("M") or _SKIN.match(character)
        )
        paired = len(cluster) == 1 and _FLAG.match(cluster) and _FLAG.match(character)
        if cluster and not mark and not joined and not paired:
            yield cluster
            cluster = ""
        cluster += character
        joined = character == "\u200d"
    if cluster:
        yield cluster
