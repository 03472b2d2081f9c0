"""What can be done on the Share page, by name and by key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.shell.commands import Command

READER, LINES, CHECKS, LOOK = "share reader", "share lines", "share checks", "share look"
SAVE_STEP, EARLIER = "share save step", "share earlier"
ON, BACK, SAVE, COPY = "share on", "share back", "share save", "share copy"
ROLES, LOOK_AGAIN, TAKE_BACK, CHANGES = "share roles", "share again", "share take back", "share changes"
SHARE_ACTS = (
    READER, LINES, CHECKS, LOOK, SAVE_STEP, EARLIER,
    ON, BACK, SAVE, COPY, ROLES, LOOK_AGAIN, TAKE_BACK, CHANGES,
)  # fmt: skip
COPY_KEY, ROLES_KEY, AGAIN_KEY, TAKE_BACK_KEY, CHANGES_KEY = (
    "Ctrl+Shift+C", "Alt+U", "Alt+L", "Alt+Z", "Alt+W",
)  # fmt: skip


def share_commands(act: Callable[[str], None], tr: Callable[[str], str]) -> list[Command]:
    """*act* does what the page lends to the keys, by its name; the page binds the keys itself."""

    def command(words: str, name: str, key: str, keywords: str) -> Command:
        return Command(words, partial(act, name), key, keywords, bound=False)

    return [
        command(tr("Who reads the summary"), READER, "Alt+1", tr("share reader period audience")),
        command(tr("What goes into the summary"), LINES, "Alt+2", tr("share lines sections reword untick")),
        command(tr("Check the summary"), CHECKS, "Alt+3", tr("share names findings sensitive")),
        command(tr("Look at what leaves"), LOOK, "Alt+4", tr("share preview page lines summary")),
        command(tr("Agree to the summary and save it"), SAVE_STEP, "Alt+5", tr("share consent password pdf")),
        command(tr("What was shared before"), EARLIER, "Alt+6", tr("share copies history frozen summary")),
        command(tr("Next step of the summary"), ON, "Alt+Right", tr("share on")),
        command(tr("Previous step of the summary"), BACK, "Alt+Left", tr("share back")),
        command(tr("Save the summary"), SAVE, "Ctrl+S", tr("share export file pdf markdown html text")),
        command(tr("Copy the summary"), COPY, COPY_KEY, tr("share clipboard mail text")),
        command(tr("Use a role everywhere"), ROLES, ROLES_KEY, tr("share names redact checks summary")),
        command(tr("Look again at what was kept"), LOOK_AGAIN, AGAIN_KEY, tr("share checks findings")),
        command(tr("Take back the latest answer"), TAKE_BACK, TAKE_BACK_KEY, tr("share checks undo")),
        command(tr("Share only what changed"), CHANGES, CHANGES_KEY, tr("summary since last difference")),
    ]
