"""The key file's text: one line that says what it is and whether it is whole, and one line of JSON.

The checksum tells damage from a wrong passphrase, which the seals alone cannot.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mentorjournal.errors import AlteredKeyFile, DamagedKeyFile, NewerVersion
from mentorjournal.model.card import JournalId
from mentorjournal.storage.keyspec import wipe
from mentorjournal.vault.sealing import SALT_BYTES, Cost, authentication, branch, same

KEY_FILE = "vault.keys"
VERSION = 1
MOST_BYTES = 8 * 1024 * 1024  # some 50,000 journals; JSON made for it takes twenty times as much memory
_FIRST_LINE = "mentor-journal-keys {version} {checksum}\n"
_FORM = re.compile(rb"mentor-journal-keys ([1-9][0-9]{0,5}) ([0-9a-f]{64})\n([^\n]*)\n")
_ID = re.compile(r"[0-9a-f]{32}")
_SLOT = re.compile(r"(passphrase|recovery)(-next)?")
_SEALED = re.compile(r"[A-Za-z0-9+/]{80}")  # 12 + 32 + 16 bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way to the master key. A slot with a cost stretches a passphrase, one without takes a code."""

    salt: bytes = field(repr=False)
    cost: Cost | None
    key: str = field(default="", repr=False)

    def means(self) -> dict[str, object]:
        """Say how the slot's key is derived, as it stands in the file and in the seal."""
        salt = base64.b64encode(self.salt).decode()
        if self.cost is None:
            return {"alg": "hkdf-sha256", "salt": salt}
        return {
            "alg": "argon2id",
            "m": self.cost.memory_kib,
            "t": self.cost.passes,
            "p": self.cost.lanes,
            "norm": "NFKC",
            "salt": salt,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalKey:
    """A journal's sealed key; not yet *made* while the journal's file is being created."""

    key: str = field(repr=False)
    made: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the key file says. Each change makes a new one, a generation later."""

    vault: str
    generation: int
    slots: Mapping[str, Slot]
    journals: Mapping[JournalId, JournalKey]


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A document as it was read, with the authentication that only the master key can check."""

    document: Document
    mac: str = field(repr=False)

    def authentic(self, master: bytearray) -> bool:
        return same(self.mac, _mac(self.document, master))


def about(purpose: str, vault: str, *parts: str) -> bytes:
    """Say what a seal is for, so that it opens nowhere else. Each part carries its length."""
    encoded = [part.encode() for part in (purpose, str(VERSION), vault, *parts)]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


def about_slot(vault: str, name: str, slot: Slot) -> bytes:
    return about("slot", vault, name, canonical(slot.means()))


def canonical(content: object) -> str:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def encode(document: Document, master: bytearray) -> bytes:
    """Write *document* as the whole text of a key file."""
    body = canonical({**_content(document), "mac": _mac(document, master)})
    checksum = hashlib.sha256(body.encode()).hexdigest()
    return f"{_FIRST_LINE.format(version=VERSION, checksum=checksum)}{body}\n".encode()


def decode(data: bytes) -> Envelope:
    """Read a key file's text. Raises DamagedKeyFile, NewerVersion or AlteredKeyFile; runs no derivation."""
    form = _FORM.fullmatch(data)
    if form is None:
        raise DamagedKeyFile("it is empty" if not data else "its form is broken")
    version, checksum, body = int(form[1]), form[2].decode(), form[3]
    if hashlib.sha256(body).hexdigest() != checksum:
        raise DamagedKeyFile
    try:
        content = json.loads(body)
        if content["v"] != version:
            raise DamagedKeyFile("its version is unclear")
        if version > VERSION:
            raise NewerVersion(KEY_FILE)
        envelope = _envelope(content)
        if canonical({**_content(envelope.document), "mac": envelope.mac}).encode() != body:
            raise ValueError("another spelling")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise AlteredKeyFile("it does not read as one") from error
    for slot in envelope.document.slots.values():
        if slot.cost is not None and not slot.cost.within_bounds():
            raise AlteredKeyFile("it asks for a derivation that is too weak or impossible")
    return envelope


def _content(document: Document) -> dict[str, object]:
    return {
        "v": VERSION,
        "vault": document.vault,
        "gen": document.generation,
        "slots": {name: {"kdf": slot.means(), "key": slot.key} for name, slot in document.slots.items()},
        "journals": {
            journal: {"key": entry.key, "made": entry.made} for journal, entry in document.journals.items()
        },
    }


def _mac(document: Document, master: bytearray) -> str:
    key = branch(master, "document")
    try:
        return authentication(key, canonical(_content(document)).encode())
    finally:
        wipe(key)


def _envelope(content: dict[str, object]) -> Envelope:
    if set(content) != {"v", "vault", "gen", "slots", "journals", "mac"}:
        raise ValueError("other fields")
    slots, journals = content["slots"], content["journals"]
    if not isinstance(slots, dict) or not isinstance(journals, dict):
        raise TypeError("not an object")
    return Envelope(
        document=Document(
            vault=_text(content["vault"], _ID),
            generation=_number(content["gen"]),
            slots={_text(name, _SLOT): _slot(name, slot) for name, slot in slots.items()},
            journals={JournalId(_text(name, _ID)): _journal_key(entry) for name, entry in journals.items()},
        ),
        mac=_text(content["mac"], re.compile(r"[0-9a-f]{64}")),
    )


def _slot(name: str, content: dict[str, object]) -> Slot:
    kdf = content["kdf"]
    if not isinstance(kdf, dict):
        raise TypeError("not an object")
    cost = None
    if name.startswith("passphrase"):
        cost = Cost(memory_kib=_number(kdf["m"]), passes=_number(kdf["t"]), lanes=_number(kdf["p"]))
    slot = Slot(salt=_salt(kdf["salt"]), cost=cost, key=_text(content["key"], _SEALED))
    if slot.means() != kdf:
        raise ValueError("another derivation")
    return slot


def _journal_key(content: dict[str, object]) -> JournalKey:
    if not isinstance(content["made"], bool):
        raise TypeError("neither true nor false")
    return JournalKey(key=_text(content["key"], _SEALED), made=content["made"])


def _salt(content: object) -> bytes:
    try:
        salt = base64.b64decode(str(content), validate=True)
    except binascii.Error as error:
        raise ValueError("no salt") from error
    if len(salt) != SALT_BYTES:
        raise ValueError("a salt of another length")
    return salt


def _text(content: object, form: re.Pattern[str]) -> str:
    if not isinstance(content, str) or not form.fullmatch(content):
        raise ValueError("another form")
    return content


def _number(content: object) -> int:
    if not isinstance(content, int) or isinstance(content, bool) or content < 0:
        raise ValueError("not a number")
    return content
