"""The two ways into a vault, for who only wants to look, or to hear that it is really the owner who asks."""

from __future__ import annotations

from pathlib import Path

from mentorjournal.errors import MistypedRecoveryCode, WrongPassphrase
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.recovery import RecoveryCode


def keys_to_read(folder: Path, secret: str, *, by_code: bool = False) -> KeyFile:
    """The key file, opened without changing it. Raises WrongPassphrase, WrongRecoveryCode, …"""
    if not by_code:
        return KeyFile.open_with_passphrase(folder, secret, read_only=True)
    code = RecoveryCode.parse(secret)
    try:
        return KeyFile.open_with_code(folder, code, read_only=True)
    finally:
        code.wipe()


def prove(folder: Path, typed: str) -> None:
    """Raise WrongPassphrase unless *typed* opens the vault in *folder*, as its passphrase or its code."""
    try:
        keys_to_read(folder, typed).close()
    except WrongPassphrase:
        try:
            keys_to_read(folder, typed, by_code=True).close()
        except MistypedRecoveryCode:  # it was not meant as a code
            raise WrongPassphrase from None
