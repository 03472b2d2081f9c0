"""The few cryptographic steps everything rests on; the only file that names the cryptography library.

Secrets come and go as `bytearray`, which the caller wipes.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mentorjournal.errors import TooLittleMemory
from mentorjournal.storage.keyspec import KEY_BYTES, wipe

SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """How much work Argon2id is asked to do."""

    memory_kib: int
    passes: int
    lanes: int

    def within_bounds(self) -> bool:
        """Whether it is neither too weak to trust nor too absurd to run."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= MOST_MEMORY_KIB
            and FLOOR.passes <= self.passes <= 100
            and FLOOR.lanes <= self.lanes <= 64
            and self.memory_kib * self.passes <= MOST_WORK_KIB
        )


MOST_MEMORY_KIB = 1024 * 1024
"""What is ever asked for: the vault may be opened on a smaller machine than made it."""

MOST_WORK_KIB = 8 * MOST_MEMORY_KIB
"""Memory times passes: some five seconds where it is slow. `calibrated` asks for a tenth of it."""

FLOOR = Cost(memory_kib=64 * 1024, passes=3, lanes=4)  # RFC 9106's second recommendation


def random_key() -> bytearray:
    return bytearray(secrets.token_bytes(KEY_BYTES))


def stretch(passphrase: bytearray, salt: bytes, cost: Cost) -> bytearray:
    """Turn a passphrase into a key, slowly. Raises TooLittleMemory."""
    key = bytearray(KEY_BYTES)
    stretcher = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    try:
        stretcher.derive_into(passphrase, key)  # type: ignore[arg-type]  # any buffer, which its hints do not say
    except MemoryError:
        raise TooLittleMemory(cost.memory_kib // 1024) from None
    return key


def branch(secret: bytearray, purpose: str, salt: bytes | None = None) -> bytearray:
    """Derive the key for one *purpose* from a secret that is already random."""
    key = bytearray(KEY_BYTES)
    info = f"mentor-journal/{purpose}".encode()
    HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=info).derive_into(secret, key)
    return key


def wrap(content: bytearray, key: bytearray, about: bytes) -> str:
    """Seal *content* under *key*, bound to *about*, as text."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, content, about)).decode()


def unwrap(sealed: str, key: bytearray, about: bytes) -> bytearray | None:
    """Return what `wrap` sealed, or None when the key or what it was bound to is another."""
    try:
        data = base64.b64decode(sealed, validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(data) != _NONCE_BYTES + KEY_BYTES + _TAG_BYTES:
        return None
    content = bytearray(KEY_BYTES)
    try:
        AESGCM(key).decrypt_into(data[:_NONCE_BYTES], data[_NONCE_BYTES:], about, content)
    except InvalidTag:
        wipe(content)
        return None
    return content


def open_blocks(key: bytearray, start: bytes, sealed: bytes) -> bytes:
    """Open the blocks of one page of an encrypted file, whose seal the caller has proved."""
    opener = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
    return opener.update(sealed) + opener.finalize()


def authentication(key: bytearray, message: bytes) -> str:
    return hmac.new(key, message, "sha256").hexdigest()


def same(one: str, other: str) -> bool:
    """Compare without telling by the time it takes where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())
