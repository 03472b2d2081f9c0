"""The ways into a vault, as the unlock, welcome and settings pages ask for them. All on the vault's thread.

The core is imported when it is needed and not before: the first painted window waits for none of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentorjournal.journal.shelf import Shelf
    from mentorjournal.model.clock import Clock
    from mentorjournal.vault.passphrase import Strength
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

    def create(self, folder: Path, passphrase: str) -> tuple[Shelf, tuple[str, ...]]:
        from mentorjournal.vault.vault import Vault

        vault, code = Vault.create(folder, passphrase, cost=self._cost)
        return self._shelf(vault), code.groups()

    def change_passphrase(self, shelf: Shelf, old: str, new: str) -> None:
        shelf.vault.change_passphrase(old, new)

    def reset_passphrase(self, shelf: Shelf, code: str, new: str) -> None:
        shelf.vault.reset_passphrase(code, new)

    def new_recovery_code(self, shelf: Shelf, passphrase: str) -> tuple[str, ...]:
        return shelf.vault.replace_recovery_code(passphrase).groups()

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
