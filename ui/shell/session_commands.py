"""What can be done to the session that is open, by name and by the keys that its page binds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.shell.commands import Command


def session_commands(act: Callable[[str], None], tr: Callable[[str], str]) -> list[Command]:
    """*act* does what a page lends to the keys, by its name."""

    def command(words: str, name: str, key: str = "", keywords: str = "") -> Command:
        return Command(words, partial(act, name), key, keywords, bound=False)

    return [
        command(tr("Before the session"), "session before", "Alt+1", tr("prepare brief agenda")),
        command(tr("During the session"), "session during", "Alt+2", tr("notes meet")),
        command(tr("After the session"), "session after", "Alt+3", tr("after-note")),
        command(tr("Begin the session"), "session begin", "", tr("clock start meet")),
        command(tr("Next topic discussed"), "session discuss", "Ctrl+Return", tr("agenda")),
        command(tr("Catch an action"), "session catch", "Ctrl+J", tr("promise to do")),
        command(tr("Suggested agenda"), "session agenda", "", tr("topics")),
        command(tr("Stop the clock, or let it go on"), "session clock stop"),
        command(tr("Hide the clock, or show it"), "session clock hide"),
        command(tr("The session took place"), "session held", "", tr("held met")),
        command(tr("Session postponed"), "session postponed", "", tr("put off another day")),
        command(tr("Session cancelled by me"), "session cancelled_by_me"),
        command(tr("Session cancelled by my partner"), "session cancelled_by_partner"),
        command(tr("Session missed"), "session missed"),
        command(tr("Session planned after all"), "session planned"),
        command(tr("Note a contact between sessions"), "contact", "", tr("mail phone call")),
    ]
