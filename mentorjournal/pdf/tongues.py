"""Which language a word is in, as far as its letters tell: a voice that reads English cannot read Hebrew."""

from __future__ import annotations

import re

_LETTERS = {
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "ru": "\u0400-\u052f",
    "hy": "\u0530-\u058f",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "bo": "\u0f00-\u0fff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "am": "\u1200-\u139f",
    "km": "\u1780-\u17ff",
    "ja": "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
}
_SHARED = {
    "ru": "ru uk be bg sr mk kk ky mn tg tt",
    "he": "he yi iw",
    "ar": "ar fa ur ps ku ug sd",
    "hi": "hi mr ne sa",
    "bn": "bn as",
    "am": "am ti",
    "zh": "zh ja ko",
}
"""Languages that are written with the same letters: in a paper in one of them, nothing needs to be said."""

_TELLING = (
    ("ru", "uk", re.compile("[ґєіїҐЄІЇ]")),
    ("ar", "ur", re.compile("[ٹڈڑںےھ]")),
    ("ar", "fa", re.compile("[پچژگ]")),
)
_FOREIGN = re.compile("|".join(f"(?P<{language}>[{letters}])" for language, letters in _LETTERS.items()))
_KANA = re.compile(f"[{_LETTERS['ja']}]")
_HANGUL = re.compile(f"[{_LETTERS['ko']}]")


def tongue(word: str, paper: str, around: str) -> str:
    """The language of *word*, or nothing where it is that of the *paper*, or cannot be told. The words
    *around* it tell Japanese from Chinese.
    """
    found = _FOREIGN.search(word)
    if not found:
        return ""
    language = found.lastgroup or ""
    if paper.split("-", maxsplit=1)[0].lower() in _SHARED.get(language, language).split():
        return ""
    if language == "zh":
        return "ja" if _KANA.search(around) else "ko" if _HANGUL.search(around) else "zh"
    return next(
        (own for like, own, letters in _TELLING if like == language and letters.search(word)), language
    )
