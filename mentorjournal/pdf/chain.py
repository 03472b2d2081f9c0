"""Which face a letter is set in: the style's own, the other bundled ones, then what the machine has."""

from __future__ import annotations

import unicodedata
from functools import cache

from mentorjournal.pdf import system_fonts
from mentorjournal.pdf.faces import Face, Glyph, Shaped, face
from mentorjournal.pdf.words import EMOJI_STYLE, is_silent

_FALLBACK = (
    "Inter-Regular",
    "NotoSansHebrew-Regular",
    "NotoNaskhArabic-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansGeorgian-Regular",
    "DroidSansFallback",
    "NotoSansKR-Hangul",
)
_EMOJI = "NotoEmoji-Regular"
_LONGEST_NAME = 24
"""Letters: it stands in narrow columns too, and is not broken."""
_NO_SPACE = 0x200B
_FLAG = range(0x1F1E6, 0x1F200)


def face_for(cluster: str, first: Face) -> Face | None:
    """The first face that shows a letter with all its marks, or None."""
    if EMOJI_STYLE in cluster and face(_EMOJI).shows(cluster):
        return face(_EMOJI)
    if first.shows(cluster):
        return first
    for name in (*_FALLBACK, _EMOJI):
        candidate = face(name)
        if candidate.shows(cluster):
            return candidate
    return system_fonts.showing(cluster)


@cache
def unseen(mark: str) -> Shaped:
    """A mark of direction as a glyph without width or outline: fonts draw something for the mark itself."""
    holder = face("Inter-Regular")
    return Shaped(holder, mark, (Glyph(holder.font.get_nominal_glyph(_NO_SPACE), mark, 0.0),), 0.0)


def named(cluster: str) -> str:
    """What is read in the place of a letter that no font here shows: its name, in brackets."""
    if all(ord(c) in _FLAG for c in cluster):
        return f"[flag {''.join(chr(ord(c) - _FLAG.start + ord('A')) for c in cluster)}]"
    seen = [c for c in cluster if not is_silent(c)]
    name = ", ".join(unicodedata.name(c, "").lower() for c in seen)
    return f"[{name}]" if name.strip(", ") and len(name) <= _LONGEST_NAME else f"[U+{ord(seen[0]):04X}]"
