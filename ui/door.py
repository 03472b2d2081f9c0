"""The ways into a vault, as the unlock, welcome and settings pages ask for them. All on the vault's thread.

The core is imported when it is needed and not before: the first painted window waits for none of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mentorjournal.journal.shelf import Shelf
    from mentorjournal.model.clock import Clock
    from mentorjournal.vault.backups import Backup
    from mentorjournal.vault.passphrase import Strength
    from mentorjournal.vault.rekeying import Renewed
    from mentorjournal.vault.sealing import Cost
    from mentorjournal.vault.vault import Vault


class VaultDoor:
    """*cost* makes new vaults cheaper to open; without it the machine's own speed decides. *clock* is the
    system's where nothing else is wanted.
    """

    def __init__(self, cost: Cost | None = None, clock: Clock | None = None) -> None:
        self._cost = cost
        self._clock = clock

    def open(self, folder: Path, passphrase: str, *, rebuild_index: bool = False) -> Shelf:
        from mentorjournal.vault.vault import Vault

        return self._shelf(Vault.unlock(folder, passphrase, rebuild_index=rebuild_index))

    def open_with_code(self, folder: Path, code: str, *, rebuild_index: bool = False) -> Shelf:
        from mentorjournal.vault.vault import Vault

        return self._shelf(Vault.unlock_with_code(folder, code, rebuild_index=rebuild_index))

    def who_has_it(self, folder: Path) -> str:
        """Call the window in which this vault is open, and say what came of it."""
        from mentorjournal.vault.one_window import who_has_it

        return who_has_it(folder)

    def open_to_read(self, folder: Path, secret: str, *, by_code: bool) -> Shelf:
        from mentorjournal.vault.vault import Vault

        unlock = Vault.unlock_with_code if by_code else Vault.unlock
        return self._shelf(unlock(folder, secret, read_only=True))

    def backups_seen(self, folder: Path) -> Sequence[Backup]:
        """What stands there to be seen without a key, newest first."""
        from mentorjournal.vault.backups import backups

        return backups(folder)

    def restore(
        self,
        folder: Path,
        backup: str,
        secret: str,
        to: Path,
        *,
        by_code: bool,
        report: Callable[[int, int], None],
    ) -> tuple[Path, Sequence[str]]:
        """A vault beside from that backup, or from the newest that reads whole; and what to say."""
        from mentorjournal.errors import NotFound
        from mentorjournal.vault import way_back

        if not backup:
            chosen, made = way_back.restore_newest(folder, secret, to, by_code=by_code, each=report)
        else:
            found = next((one for one in self.backups_seen(folder) if one.name == backup), None)
            if found is None:
                raise NotFound("This backup is not there any more. Choose another one.")
            chosen = found
            made = way_back.restore_backup(folder, found.folder, secret, to, by_code=by_code, each=report)
        return made.folder, way_back.report(chosen, made)

    def salvage(
        self, folder: Path, secret: str, to: Path, *, by_code: bool, report: Callable[[int, int], None]
    ) -> tuple[Path, Sequence[str]]:
        """A vault beside of all that can be read, and what to say of it."""
        from mentorjournal.model.clock import system_clock
        from mentorjournal.vault.salvage import salvage
        from mentorjournal.vault.salvage_report import report as said

        now = (self._clock or system_clock)()
        made = salvage(folder, secret, to, now, by_code=by_code, each=report)
        return made.folder, said(made)

    def rekey(
        self,
        folder: Path,
        passphrase: str,
        told: Callable[[tuple[str, ...]], None],
        *,
        new_passphrase: str | None,
        keep_backups: bool,
    ) -> Renewed:
        """New keys for a vault that nobody has open; *told* is given the groups of the code beforehand."""
        from mentorjournal.vault.rekeying import rekey

        return rekey(
            folder,
            passphrase,
            lambda code: told(code.groups()),
            new_passphrase=new_passphrase,
            keep_backups=keep_backups,
        )

    def save_lines(self, path: Path, lines: Sequence[str]) -> None:
        from mentorjournal.files import write_whole

        write_whole(path, ("\n".join(lines) + "\n").encode(), replace=False)

    def create(self, folder: Path, passphrase: str) -> tuple[Shelf, tuple[str, ...]]:
        from mentorjournal.vault.vault import Vault

        vault, code = Vault.create(folder, passphrase, cost=self._cost)
        return self._shelf(vault), code.groups()

    def change_passphrase(self, shelf: Shelf, old: str, new: str) -> None:
        shelf.vault.change_passphrase(old, new)

    def reset_passphrase(self, shelf: Shelf, code: str, new: str) -> None:
        shelf.vault.reset_passphrase(code, new)

    def new_recovery_code(
        self, shelf: Shelf, passphrase: str, told: Callable[[tuple[str, ...]], None]
    ) -> None:
        """*told* is given the groups of the code while the old one still opens."""
        shelf.vault.replace_recovery_code(passphrase, lambda code: told(code.groups())).wipe()

    def prove(self, shelf: Shelf, typed: str) -> None:
        """Raise WrongPassphrase unless the passphrase or the code of this vault was typed."""
        from mentorjournal.vault.ways_in import prove

        prove(shelf.vault.folder, typed)

    def now(self) -> Clock:
        from mentorjournal.model.clock import system_clock

        return self._clock or system_clock

    def save_kit(self, path: Path, groups: tuple[str, ...], vault: Path) -> None:
        from mentorjournal.files import write_whole
        from mentorjournal.model.clock import system_clock
        from mentorjournal.pdf import render
        from mentorjournal.sharing.recovery_kit import recovery_kit

        paper = recovery_kit(groups, vault_name=vault.name, made_on=(self._clock or system_clock)().date())
        write_whole(path, render(paper), replace=False)

    def strength(self, passphrase: str) -> Strength:
        from mentorjournal.vault.passphrase import strength

        return strength(passphrase)

    def _shelf(self, vault: Vault) -> Shelf:
        from mentorjournal.journal.shelf import Shelf
        from mentorjournal.model.clock import system_clock

        return Shelf(vault, clock=self._clock or system_clock)
