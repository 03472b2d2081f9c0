"""The key file says what is wrong with it, and never takes damage for a wrong passphrase."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mentorjournal.errors import (
    AlteredKeyFile,
    DamagedKeyFile,
    EmptyPassphrase,
    NewerVersion,
    NotAVault,
    WrongPassphrase,
    WrongRecoveryCode,
)
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.envelope import decode
from mentorjournal.vault.recovery import RecoveryCode
from mentorjournal.vault.vault import Vault
from tests.vault.conftest import Sample, flip


def rewritten(path: Path, change: Callable[[dict[str, Any]], None], version: int = 1) -> None:
    """Change the document as somebody would who knows the form but not the keys."""
    content = json.loads(path.read_bytes().split(b"\n")[1])
    change(content)
    body = json.dumps(content, sort_keys=True, separators=(",", ":"))
    path.write_text(f"mentor-journal-keys {version} {hashlib.sha256(body.encode()).hexdigest()}\n{body}\n")


def both(sample: Sample, change: Callable[[dict[str, Any]], None], version: int = 1) -> None:
    for path in (sample.keys, sample.keys_copy):
        rewritten(path, change, version)


def test_a_wrong_passphrase_is_called_wrong(sample: Sample) -> None:
    with pytest.raises(WrongPassphrase):
        Vault.unlock(sample.folder, "another")


def test_an_empty_passphrase_is_called_empty(sample: Sample) -> None:
    with pytest.raises(EmptyPassphrase):
        Vault.unlock(sample.folder, "")


def test_a_code_of_another_vault_is_called_wrong(sample: Sample) -> None:
    with pytest.raises(WrongRecoveryCode):
        Vault.unlock_with_code(sample.folder, " ".join(RecoveryCode.make().groups()))


def test_accents_open_however_they_were_typed(sample: Sample) -> None:
    Vault.unlock(sample.folder, "Gru\u0308ße aus O\u0304saka 7").close()


def test_a_folder_without_keys_is_not_a_vault_and_stays_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(NotAVault):
        Vault.unlock(tmp_path, "x")
    assert list(tmp_path.iterdir()) == []


def test_every_flipped_bit_in_both_copies_is_damage(original: Sample) -> None:
    data = original.keys.read_bytes()
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1 << (place % 8)
        with pytest.raises(DamagedKeyFile):
            decode(bytes(changed))


def test_every_truncation_is_damage(original: Sample) -> None:
    data = original.keys.read_bytes()
    for length in range(len(data)):
        with pytest.raises(DamagedKeyFile):
            decode(data[:length])


@pytest.mark.parametrize("place", [0, 20, 22, 60, 86, 90, 400, -1])
def test_damage_in_both_copies_reaches_the_reader_as_damage(sample: Sample, place: int) -> None:
    at = place % sample.keys.stat().st_size
    flip(sample.keys, at)
    flip(sample.keys_copy, at)
    with pytest.raises(DamagedKeyFile):
        Vault.unlock(sample.folder, "certainly wrong")


def damage_by_bit(path: Path) -> None:
    flip(path, 300)


@pytest.mark.parametrize(
    "damage", [Path.unlink, damage_by_bit, lambda path: path.write_bytes(b"")], ids=["gone", "bit", "empty"]
)
@pytest.mark.parametrize("first", [True, False], ids=["first", "second"])
def test_a_damaged_copy_is_healed_and_said(
    sample: Sample, damage: Callable[[Path], object], first: bool
) -> None:
    whole = sample.keys.read_bytes()
    damage(sample.keys if first else sample.keys_copy)
    vault = sample.by_code()
    vault.close()
    assert vault.notices == (Notice.KEY_FILE_HEALED if first else Notice.KEY_COPY_HEALED,)
    assert sample.keys.read_bytes() == sample.keys_copy.read_bytes() == whole


def test_the_newer_of_two_whole_copies_wins(sample: Sample) -> None:
    old = sample.keys.read_bytes()
    vault = sample.by_code()
    journal = vault.create_journal(lambda db: None)
    vault.close()
    sample.keys.write_bytes(old)
    vault = sample.by_code()
    assert journal in vault.journal_ids()
    assert Notice.KEY_FILE_HEALED in vault.notices
    vault.close()


def test_an_outdated_copy_does_not_let_the_old_passphrase_in(sample: Sample) -> None:
    old = sample.keys.read_bytes()
    vault = sample.by_code()
    vault.change_passphrase(sample.passphrase, "the new one")
    vault.close()
    sample.keys_copy.write_bytes(old)
    with pytest.raises(WrongPassphrase):
        Vault.unlock(sample.folder, sample.passphrase)
    assert sample.keys_copy.read_bytes() == old  # nothing is decided by somebody who did not get in


def test_made_by_a_newer_version_is_refused_unchanged(sample: Sample) -> None:
    both(sample, lambda content: content.update(v=2), version=2)
    before = sample.keys.read_bytes()
    with pytest.raises(NewerVersion):
        sample.by_code()
    assert sample.keys.read_bytes() == before


def drop_a_journal(content: dict[str, Any]) -> None:
    content["journals"].popitem()


def swap_journal_keys(content: dict[str, Any]) -> None:
    one, other = content["journals"].values()
    one["key"], other["key"] = other["key"], one["key"]


def cheaper_slot(content: dict[str, Any]) -> None:
    content["slots"]["passphrase"]["kdf"]["t"] = 4


@pytest.mark.parametrize(
    "change",
    [
        drop_a_journal,
        swap_journal_keys,
        cheaper_slot,
        lambda content: content.update(gen=0),
        lambda content: content.update(mac="0" * 64),
        lambda content: content.update(more=1),
        lambda content: content.pop("journals"),
    ],
)
def test_a_changed_document_with_a_right_checksum_is_altered(
    sample: Sample, change: Callable[[dict[str, Any]], None]
) -> None:
    both(sample, change)
    with pytest.raises(AlteredKeyFile):
        sample.by_code()


def test_a_second_copy_stands_in_for_an_altered_first_which_is_kept(sample: Sample) -> None:
    rewritten(sample.keys, drop_a_journal)
    vault = sample.by_code()
    vault.close()
    assert len(vault.journal_ids()) == 2
    assert Notice.KEY_FILE_SET_ASIDE in vault.notices
    assert (sample.folder / "vault.keys.set-aside").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [("m", 64), ("m", 100 * 1024 * 1024), ("t", 1), ("t", 10**9), ("p", 1), ("p", 10**6), ("m", -1)],
)
def test_an_absurd_derivation_is_refused_before_it_is_run(sample: Sample, name: str, value: int) -> None:
    both(sample, lambda content: content["slots"]["passphrase"]["kdf"].update({name: value}))
    with pytest.raises(AlteredKeyFile):
        Vault.unlock(sample.folder, sample.passphrase)


def test_a_salt_of_another_length_is_altered(sample: Sample) -> None:
    salt = base64.b64encode(b"short").decode()
    both(sample, lambda content: content["slots"]["recovery"]["kdf"].update(salt=salt))
    with pytest.raises(AlteredKeyFile):
        sample.by_code()
