"""The command that makes a new recovery code, on a page to print."""

from __future__ import annotations

import argparse
import contextlib
from datetime import date
from pathlib import Path

from mentorjournal.commands.common import Commands, on_vault, passphrase
from mentorjournal.commands.giving import refuse_taken


def offer(commands: Commands) -> None:
    kit = on_vault(
        commands.add_parser(
            "recovery-kit", help="make a new recovery code; the old one opens the vault no longer"
        ),
        with_code=False,
    )
    kit.add_argument("--out", required=True, type=Path, metavar="FILE.pdf", help="the page to print")
    kit.add_argument("--print", action="store_true", help="show the code here as well")
    kit.set_defaults(act=_kit)


def _kit(arguments: argparse.Namespace) -> int:
    from mentorjournal.files import write_whole
    from mentorjournal.pdf import render
    from mentorjournal.sharing.recovery_kit import recovery_kit
    from mentorjournal.vault.recovery import RecoveryCode
    from mentorjournal.vault.vault import Vault

    out: Path = arguments.out
    refuse_taken(out)
    typed = passphrase(arguments)
    written = False
    with contextlib.closing(Vault.unlock(arguments.vault, typed)) as vault:

        def write(code: RecoveryCode) -> None:
            name = vault.folder.resolve().name
            paper = recovery_kit(code.groups(), vault_name=name, made_on=date.today())
            write_whole(out, render(paper), replace=False)
            nonlocal written
            written = True

        try:
            code = vault.replace_recovery_code(typed, write)
        except BaseException:
            if written:
                out.unlink(missing_ok=True)  # the old code stands: a page with another one would mislead
            raise
        groups = code.groups()
        code.wipe()
    print(f"The new code is in {out}. Print the page, then delete the file.")
    print("The old code opens this vault no longer. Backups made before open with the code of their day.")
    if arguments.print:
        print("-".join(groups))
    return 0
