"""What can be done on the Agreement page, by name and by key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.shell.commands import Command

AGREE, CHANGE, LOOK_BACK = "agreement agree", "agreement change", "agreement versions"
WALK, WALK_BACK = "agreement next", "agreement before"
PRINT, SAVE_FORM, READ_FORM = "agreement print", "agreement form", "agreement read form"
AGREEMENT_ACTS = (AGREE, WALK, WALK_BACK, LOOK_BACK, CHANGE, PRINT, SAVE_FORM, READ_FORM)


def agreement_commands(act: Callable[[str], None], tr: Callable[[str], str]) -> list[Command]:
    """*act* does what the page lends to the keys, by its name; the page binds the keys itself."""

    def command(words: str, name: str, key: str, keywords: str) -> Command:
        return Command(words, partial(act, name), key, keywords, bound=False)

    return [
        command(tr("Agree on the draft"), AGREE, "Alt+G", tr("agreement sign settle contract")),
        command(tr("Next clause that differs"), WALK, "F8", tr("agreement compare drafts")),
        command(tr("Previous clause that differs"), WALK_BACK, "Shift+F8", tr("agreement compare drafts")),
        command(tr("Versions of the agreement"), LOOK_BACK, "Alt+V", tr("agreement history what changed")),
        command(tr("Print the agreement, or save it"), PRINT, "Ctrl+P", tr("agreement sign pdf paper")),
        command(tr("Save a form for the other draft"), SAVE_FORM, "Alt+F", tr("agreement pdf fill in")),
        command(tr("Read in a filled form"), READ_FORM, "Alt+R", tr("agreement pdf import draft")),
        command(tr("Change the agreement"), CHANGE, "Ctrl+E", tr("agreement new version begin")),
    ]
