"""Real files made hostile: bytes and JSON changed in the ways that programs have fallen over."""

from __future__ import annotations

import random
from typing import Any

NASTY: tuple[object, ...] = (
    *(None, True, False, 0, -1, 2**31, 2**63, 10**30, -(10**4000), 1e308, float("nan"), float("inf")),
    *("", "\0", "\ud800", "\u202e", "../../x", "/etc/passwd", "a" * 100_000, "\x1b]0;x\x07", "{{}}", "%s%n"),
    *("9999-12-31", "0000-00-00", "2026-02-30", "-1", "1e9", "\n" * 1000, "'; DROP TABLE card; --"),
    *([], {}, [[]], [None] * 1000, {"": ""}, [{}] * 1000, {"v": 1}, {"v": 99, "blocks": []}),
)
"""Values that stand where something else is expected."""

TOKENS = (
    *(b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\r", b"\n---\n", b"[" * 3000, b"{" * 3000),
    *(
        b"<<" * 500,
        b"(" * 3000,
        b"9" * 6000,
        b"-1",
        b"*a",
        b"&a ",
        b"!!python/object:os.system ",
        b"../" * 40,
    ),
    *(
        b" obj\n",
        b" 0 R",
        b"/Kids[1 0 R]",
        b"stream\n",
        b"/Filter/FlateDecode",
        b"/XFA",
        b"/JS(app.alert(1))",
    ),
    *(b"<img src='file:///etc/passwd'>", b"<style>@import url(http://127.0.0.1/)</style>", b"<table>" * 300),
    *(b"](javascript:x)", b"![x](file:///etc/passwd)", b"> " * 400, b"* " * 400, b"`" * 900, b"\\u0000"),
    *(b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>&a;", b"\x1b[2J", b'"', b"\\", b",", b":", b"}", b"]"),
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes after some small violence."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(data) + 1)
        length = min(chance.choice((1, 4, 16, 200, 4096)), len(data) - at)
        piece = data[at : at + length]
        match chance.randrange(7):
            case 0:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at] + piece * chance.choice((2, 3, 100)) + data[at + length :]
            case 3:
                data = data[:at]
            case 4:
                data = data[:at] + chance.randbytes(length) + data[at + length :]
            case _:
                data = data[:at] + chance.choice(TOKENS) + data[at + chance.choice((0, length)) :]
    return data[:1_000_000]


def mutated_json(value: Any, chance: random.Random) -> Any:
    """The value with something else in one of its places."""
    if not isinstance(value, (dict, list)) or not value or chance.random() < 0.15:
        return _deep(chance) if chance.random() < 0.1 else chance.choice(NASTY)
    if isinstance(value, list):
        at = chance.randrange(len(value))
        return [*value[:at], mutated_json(value[at], chance), *value[at + 1 :]]
    key = chance.choice(list(value))
    kept = {name: one for name, one in value.items() if name != key}
    match chance.randrange(6):
        case 0:
            return kept
        case 1:
            return kept | {str(chance.choice(NASTY)): value[key]}
        case 2:
            return value | {str(chance.choice(NASTY)): chance.choice(NASTY)}
    return kept | {key: mutated_json(value[key], chance)}


def _deep(chance: random.Random) -> Any:
    value: Any = []
    for _ in range(chance.choice((10, 300, 900))):
        value = [value] if chance.random() < 0.5 else {"a": value}
    return value
