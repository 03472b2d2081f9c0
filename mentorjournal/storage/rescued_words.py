"""The words of a value that was read from a damaged file, also where its end is lost."""

from __future__ import annotations

import json
import re

from mentorjournal.storage.btree import Value

_SPANS = re.compile(r'"t":"((?:[^"\\]|\\.)*)')
_STRINGS = re.compile(r'"((?:[^"\\]|\\.)*)(?:"(?!\s*:)|$)')


def is_json(value: Value) -> bool:
    """Whether a value is whole JSON."""
    try:
        json.loads(str(value))
    except (ValueError, RecursionError):
        return False
    return True


def words_of(column: str, value: Value) -> str:
    """The words of a value, be it whole or cut, plain or in one of our forms."""
    if not isinstance(value, str) or column in _NO_WORDS or column.endswith(("_id", "_at", "_on")):
        return ""
    if not value.startswith(("{", "[")):
        return value
    if not value.startswith(('{"', "{}", '["', "[]", "[{", "[[")):
        return value  # somebody's own words that begin like that
    if value.startswith('{"v":'):
        return "\n".join(_unescaped(piece) for piece in _SPANS.findall(value))
    said = (_unescaped(piece) for piece in _STRINGS.findall(value))
    return "\n".join(text for piece in said if " " in piece and (text := words_of("", piece)))


def _unescaped(piece: str) -> str:
    try:
        return str(json.loads(f'"{piece}"', strict=False))
    except ValueError:
        return piece.rstrip("\\")


_NO_WORDS = {
    *("id", "day", "kind", "status", "mode", "visibility", "whose", "horizon", "measure", "owner", "source"),
    *("audience", "format", "sha256", "timing", "framework_id", "attribution", "section", "number", "state"),
}
