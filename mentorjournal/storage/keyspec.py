"""A raw key in the only spelling that the encryption library takes for one, and its end."""

from __future__ import annotations

KEY_BYTES = 32
_HEX = b"0123456789abcdef"


def key_specification(key: bytearray) -> bytearray:
    """Spell a raw key the one way the library takes as a raw key: x'…' with exactly 64 hex digits.

    Anything of another length would silently be taken for a passphrase.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a key has exactly 32 bytes")
    specification = bytearray(3 + 2 * KEY_BYTES)
    specification[:2] = b"x'"
    specification[-1:] = b"'"
    for place, byte in enumerate(key):
        specification[2 + 2 * place] = _HEX[byte >> 4]
        specification[3 + 2 * place] = _HEX[byte & 15]
    return specification


def wipe(secret: bytearray) -> None:
    """Overwrite *secret* where it lies."""
    secret[:] = bytes(len(secret))
