"""The recovery kit: one page to print, with the code that opens a vault when its passphrase is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorjournal.model.paper import Bullets, Code, Facts, Heading, Line, Paper
from mentorjournal.sharing.wording import day_words


def recovery_kit(groups: Sequence[str], *, vault_name: str, made_on: date, size: str = "A4") -> Paper:
    """The kit for the vault whose folder is called *vault_name*. It names the vault and never a person."""
    return Paper(
        title="Recovery kit",
        subtitle="Opens one Mentor Journal vault when its passphrase is lost.",
        pieces=(
            Facts((("Vault", vault_name), ("Made on", day_words(made_on)))),
            Code(tuple(groups)),
            Line("Read along the rows, in the order of the small numbers.", muted=True),
            Heading("Where to keep it"),
            Bullets(
                (
                    "On paper, where you keep a passport: a locked drawer, a safe, a person you trust.",
                    "Never beside the computer, in its bag, in a photo or in the cloud.",
                    "Delete the PDF once it is printed.",
                )
            ),
            Heading("How to use it"),
            Bullets(
                (
                    "Start Mentor Journal and choose the vault named above.",
                    "Choose “Use the recovery code” and type the groups; small letters will do.",
                    "Choose a new passphrase. Your journals open as you left them.",
                ),
                numbered=True,
            ),
            Heading("What it can and cannot do"),
            Bullets(
                (
                    "Whoever holds this code and a copy of the vault can read everything in it.",
                    "It opens this vault alone, and is of no use without its folder or a backup of it.",
                    "If both this code and the passphrase are lost, nobody can open the vault: not you,"
                    " and not the makers of Mentor Journal.",
                    "A newer kit replaces this one. Destroy the old one then.",
                )
            ),
        ),
        footer="Keep this page as you would keep a key.",
        size=size,
    )
