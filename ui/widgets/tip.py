"""Words that somebody wrote as a tip: Qt would read as markup what looks like it."""

from __future__ import annotations

from html import escape


def plain_tip(words: str) -> str:
    """What to give to `setToolTip` so that *words* stand there as they were written."""
    return f"<p>{escape(words)}</p>" if "<" in words else words
