"""A destroyed journal opens nowhere in the vault or its backups; every other one opens everywhere."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorjournal.errors import DiskError, MentorJournalError, NoSuchJournal
from mentorjournal.model.card import JournalId
from mentorjournal.vault import copies
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.vault import Vault
from mentorjournal.vault.verification import verify
from tests.vault.conftest import Sample, card, flip, killed_at

NOW = datetime(2026, 11, 26, 22, 42, 17, tzinfo=UTC)


@pytest.fixture
def backed_up(sample: Sample) -> Sample:
    vault = sample.by_code()
    for one in vault.index.cards():
        vault.index.put_card(card(one.id, f"Bird {one.id[:4]}"))
    for hours in range(3):
        vault.back_up(NOW + timedelta(hours=hours))
    vault.close()
    return sample


def both(sample: Sample) -> tuple[JournalId, JournalId]:
    vault = sample.by_code()
    one, other = vault.journal_ids()
    vault.close()
    return one, other


def places(sample: Sample) -> list[Path]:
    return [sample.folder, *sorted((sample.folder / "backups").glob("2*"))]


def traces(sample: Sample, journal: str) -> list[str]:
    """Everything in the vault's folder that still knows the journal, with passphrase and code in hand."""
    found = []
    for path in sample.folder.rglob("*"):
        if journal in path.name:
            found.append(str(path))
        if path.is_file() and journal.encode() in path.read_bytes():
            found.append(str(path))
    for place in places(sample):
        vault = Vault.unlock_with_code(place, sample.code, read_only=True)
        if journal in vault.journal_ids():
            found.append(f"{place}: key")
        if vault.index.card(journal) is not None:
            found.append(f"{place}: card")
        vault.close()
    return found


def destroyed(sample: Sample, journal: JournalId) -> None:
    vault = sample.by_code()
    try:
        vault.destroy_journal(journal)
    finally:
        vault.close()


def test_it_is_gone_from_the_vault_and_from_every_backup(backed_up: Sample) -> None:
    one, other = both(backed_up)
    vault = backed_up.by_code()
    told = vault.destroy_journal(one)
    assert (told.backups, told.removed) == (3, ())
    with pytest.raises(NoSuchJournal):
        vault.open_journal(one, newest=99)
    vault.close()
    assert traces(backed_up, one) == []
    for place in places(backed_up):
        assert verify(place, backed_up.passphrase).findings == ()
        vault = Vault.unlock_with_code(place, backed_up.code, read_only=True)
        assert vault.journal_ids() == (other,)
        assert vault.open_journal(other, newest=99).row("SELECT count(*) FROM note") == (60,)
        vault.close()


def test_what_was_set_aside_does_not_remember_it(backed_up: Sample) -> None:
    one, _ = both(backed_up)
    (backed_up.folder / "vault.keys.set-aside").write_bytes(backed_up.keys.read_bytes())
    (backed_up.folder / "index.mjdb.damaged-2026-11-01-1").write_bytes(backed_up.index.read_bytes())
    destroyed(backed_up, one)
    assert traces(backed_up, one) == []
    assert not list(backed_up.folder.glob("*.set-aside"))
    assert not list(backed_up.folder.glob("*.damaged-*"))


def test_an_index_that_was_not_finished_does_not_remember_it(backed_up: Sample) -> None:
    one, _ = both(backed_up)
    for place in places(backed_up):
        place.chmod(0o700)
        (place / ".index.mjdb.new").write_bytes((place / "index.mjdb").read_bytes())
    destroyed(backed_up, one)
    assert not list(backed_up.folder.rglob(".index.mjdb.new*"))


def test_an_open_journal_is_closed_first(backed_up: Sample) -> None:
    one, _ = both(backed_up)
    vault = backed_up.by_code()
    db = vault.open_journal(one, newest=99)
    vault.destroy_journal(one)
    assert not db.is_open
    vault.close()


def test_a_backup_that_cannot_be_cleaned_goes_whole(backed_up: Sample) -> None:
    one, _ = both(backed_up)
    oldest = places(backed_up)[1]
    for name in ("vault.keys", "vault.keys.copy"):
        (oldest / name).chmod(0o600)
        flip(oldest / name, 300)
    vault = backed_up.by_code()
    told = vault.destroy_journal(one)
    vault.close()
    assert told.removed == (oldest.name,)
    assert not oldest.exists()
    assert traces(backed_up, one) == []


def test_no_second_copy_of_the_keys_keeps_the_journal(
    backed_up: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = both(backed_up)
    real = copies.write_whole

    def refused(path: Path, data: bytes) -> None:
        if path.name == "vault.keys.copy":
            raise DiskError
        real(path, data)

    vault = backed_up.by_code()
    monkeypatch.setattr(copies, "write_whole", refused)
    with pytest.raises(DiskError):
        vault.destroy_journal(one)
    vault.close()
    monkeypatch.undo()
    vault = backed_up.by_code()
    assert Notice.DESTRUCTION_ENDED in vault.notices
    vault.close()
    assert traces(backed_up, one) == []
    for place in places(backed_up):
        assert verify(place, backed_up.passphrase).findings == ()


def test_killed_at_any_step_it_is_whole_or_gone_everywhere(backed_up: Sample, tmp_path: Path) -> None:
    one, other = both(backed_up)
    original = tmp_path / "original"
    shutil.copytree(backed_up.folder, original)
    ended = 0
    for step in range(1, 400):
        shutil.rmtree(backed_up.folder)
        shutil.copytree(original, backed_up.folder)
        killed = killed_at(step, backed_up.folder, lambda: destroyed(backed_up, one))
        vault = backed_up.by_code()  # ends what was begun
        ended += Notice.DESTRUCTION_ENDED in vault.notices
        gone = one not in vault.journal_ids()
        assert other in vault.journal_ids()
        vault.close()
        if gone:
            assert traces(backed_up, one) == []
        else:
            for place in places(backed_up):
                assert verify(place, backed_up.passphrase).findings == ()
        if not killed:
            break
    assert gone and ended > 5


def test_a_journal_that_is_not_there_is_refused(sample: Sample) -> None:
    vault = sample.by_code()
    with pytest.raises(MentorJournalError):
        vault.destroy_journal(JournalId("0" * 32))
    vault.close()
