"""New keys for a whole vault: nothing is lost, the old secrets open nothing, and no kill leaves a mixture."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorjournal.errors import (
    AlteredKeyFile,
    DamagedJournal,
    MentorJournalError,
    UnfinishedKeys,
    WrongPassphrase,
    WrongRecoveryCode,
)
from mentorjournal.vault import swapping
from mentorjournal.vault.copies import Notice
from mentorjournal.vault.keyfile import KeyFile
from mentorjournal.vault.passphrase import normalised
from mentorjournal.vault.recovery import RecoveryCode
from mentorjournal.vault.rekeying import rekey, renew
from mentorjournal.vault.reserve import RESERVE_NAME
from mentorjournal.vault.vault import Vault
from mentorjournal.vault.verification import verify
from tests.cli.command import tree
from tests.vault.conftest import flip, killed_at
from tests.vault.house import PASSPHRASE, House, build, rows

EVERYTHING = {
    *("vault.keys", "vault.keys.copy", "vault.lock", "index.mjdb", "journals", "backups", "reserve"),
}
NEW = "a passphrase nobody knew before"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = build(tmp_path_factory.mktemp("house") / "vault")
    with contextlib.closing(house.shelf()) as shelf:
        shelf.set_setting("question sets", {"own": "kept"})
        shelf.back_up()
    return house


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    shutil.copytree(built.folder, tmp_path / "vault")
    return House(tmp_path / "vault", built.code, built.heron, built.plover)


def everything(vault: Vault) -> object:
    return {id: rows(vault, id) for id in vault.journal_ids()}, vault.index.setting("question sets")


def kept(house: House) -> object:
    with contextlib.closing(house.vault(read_only=True)) as vault:
        return everything(vault)


def test_every_word_is_kept_under_new_keys_and_the_old_secrets_open_nothing(house: House) -> None:
    before, old = kept(house), tree(house.folder)
    told: list[str] = []
    done = rekey(
        house.folder,
        PASSPHRASE,
        lambda code: told.append("-".join(code.groups())),
        new_passphrase=NEW,
        keep_backups=False,
    )
    assert done.journals == 2 and done.backup and done.older == ()
    new = House(house.folder, told[0], house.heron, house.plover)
    assert kept(new) == before
    with contextlib.closing(new.vault()) as vault:
        assert (vault.verify(), vault.notices) == ([], ())
        assert [backup.name for backup in vault.backups()] == [done.backup]
        for backup in vault.backups():
            assert verify(backup.folder, NEW).findings == ()
    with pytest.raises(WrongPassphrase):
        Vault.unlock(house.folder, PASSPHRASE)
    with pytest.raises(WrongRecoveryCode):
        house.vault()
    after = tree(house.folder)
    secret = [{data for name, data in files.items() if name != RESERVE_NAME} for files in (old, after)]
    assert not secret[0] & secret[1] - {b""}
    assert {name for name in after if not name.startswith("backups")} == {
        name for name in old if not name.startswith("backups")
    }


def test_the_old_key_file_put_back_opens_no_journal(house: House) -> None:
    """The passphrase may stay; the keys under it are others all the same."""
    keys = (house.folder / "vault.keys").read_bytes()
    rekey(house.folder, PASSPHRASE, lambda _code: None, keep_backups=False)
    for name in ("vault.keys", "vault.keys.copy"):
        (house.folder / name).write_bytes(keys)
    with pytest.raises(MentorJournalError):
        house.vault()
    old = KeyFile.open_with_code(house.folder, RecoveryCode.parse(house.code))
    with contextlib.closing(old), pytest.raises(AlteredKeyFile):
        old.of_backup(next((house.folder / "backups").iterdir()))


def test_older_backups_stay_where_the_person_says_so(house: House) -> None:
    with contextlib.closing(house.vault()) as vault:
        (old,) = vault.backups()
    done = rekey(house.folder, PASSPHRASE, lambda _code: None, new_passphrase=NEW, keep_backups=True)
    assert done.older == (old.name,)
    assert verify(old.folder, PASSPHRASE).findings == ()


def test_the_code_is_told_before_anything_is_replaced(house: House) -> None:
    old = tree(house.folder)

    def told(_code: RecoveryCode) -> None:
        now = tree(house.folder)
        assert {name: data for name, data in now.items() if not name.startswith(swapping.PREPARED)} == old
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rekey(house.folder, PASSPHRASE, told, keep_backups=False)
    assert tree(house.folder) == old


def test_a_vault_with_a_damaged_journal_is_refused_and_stays_as_it_is(house: House) -> None:
    flip(house.journal(house.heron), 9000)
    old = tree(house.folder)
    with pytest.raises(DamagedJournal):
        rekey(house.folder, PASSPHRASE, lambda _code: None, keep_backups=False)
    assert tree(house.folder) == old


def test_a_wrong_passphrase_changes_nothing(house: House) -> None:
    old = tree(house.folder)
    with pytest.raises(WrongPassphrase):
        rekey(house.folder, "wrong", lambda _code: None, keep_backups=False)
    assert tree(house.folder) == old


def test_killed_at_any_step_the_old_vault_is_whole_or_the_new_one(
    built: House, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """Every step of renewing and of what the next unlocking ends, each with a second kill while ending."""
    before = kept(built)
    with contextlib.closing(built.vault()) as vault:
        secret = normalised(NEW)
        fresh, code = vault.new_keys(Path("elsewhere"), secret)
    new_code = "-".join(code.groups())
    kills = 0
    for step in range(pytestconfig.getoption("--kills") * 4):
        folder = tmp_path / "vault"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(built.folder, folder)
        old = House(folder, built.code, built.heron, built.plover)
        new = House(folder, new_code, built.heron, built.plover)
        if not killed_at(step, folder, _renewing(old, fresh)):
            break
        kills += 1
        kills += killed_at(step % 23, folder, _unlocking(old, new))
        opened = [house for house in (old, new) if _opens(house)]
        assert len(opened) == 1, f"kill {step}"
        with contextlib.closing(opened[0].vault()) as vault:
            assert everything(vault) == before, f"kill {step}"
            assert vault.verify() == [], f"kill {step}"
            assert len(vault.backups()) == 1, f"kill {step}"
        assert {path.name for path in folder.iterdir()} <= EVERYTHING, f"kill {step}"
    else:
        step = -1
    assert kills >= 60
    assert step > 0 or pytestconfig.getoption("--kills") < 100


def _renewing(old: House, fresh: KeyFile) -> Callable[[], object]:
    def work() -> None:
        vault = old.vault()
        place = swapping.prepared(old.folder)
        fresh._folder = place
        renew(vault, fresh, lambda _place: None, lambda: None, keep=False)
        vault.close()

    return work


def _unlocking(old: House, new: House) -> Callable[[], object]:
    def work() -> None:
        for house in (old, new):
            with contextlib.suppress(WrongRecoveryCode):
                house.vault().close()

    return work


def _opens(house: House) -> bool:
    try:
        house.vault().close()
    except WrongRecoveryCode:
        return False
    return True


def test_an_interrupted_swap_is_ended_and_told_at_the_next_unlocking(house: House) -> None:
    with contextlib.closing(house.vault()) as vault:
        secret = normalised(NEW)
        fresh, code = vault.new_keys(swapping.prepared(house.folder), secret)
    code_text = "-".join(code.groups())
    child = os.fork()
    if child == 0:
        swapping.settle = lambda _folder: os._exit(0)  # type: ignore[assignment]
        fresh._folder = house.folder / swapping.PREPARED
        vault = house.vault(read_only=True)
        vault.close_files = lambda: os._exit(0)  # type: ignore[method-assign]
        renew(vault, fresh, lambda _place: None, lambda: None, keep=False)
    os.waitpid(child, 0)
    with pytest.raises(UnfinishedKeys):
        house.vault(read_only=True)
    with pytest.raises(UnfinishedKeys):
        verify(house.folder, PASSPHRASE)
    new = House(house.folder, code_text, house.heron, house.plover)
    with contextlib.closing(new.vault()) as vault:
        assert Notice.NEW_KEYS_ENDED in vault.notices


def test_what_a_power_cut_leaves_of_an_ended_swap_goes_at_the_next_unlocking(house: House) -> None:
    (house.folder / swapping.COMPLETE).mkdir()
    Vault.unlock(house.folder, PASSPHRASE).close()
    assert not (house.folder / swapping.COMPLETE).exists()


def test_a_folder_of_that_name_that_holds_something_is_left(house: House) -> None:
    (house.folder / swapping.COMPLETE).mkdir()
    (house.folder / swapping.COMPLETE / "letter.txt").write_text("mine")
    Vault.unlock(house.folder, PASSPHRASE).close()
    assert (house.folder / swapping.COMPLETE / "letter.txt").exists()
