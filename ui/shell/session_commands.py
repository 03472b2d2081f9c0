"""What can be done to the session that is open, by name and by key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.shell.commands import Command


def session_commands(act: Callable[[str], None], tr: Callable[[str], str]) -> list[Command]:
    """*act* does what a page lends to the keys, by its name."""

    def command(words: str, name: str, key: str, keywords: str = "", *, bound: bool = True) -> Command:
        return Command(words, partial(act, name), key, keywords, bound=bound)

    def page_key(words: str, name: str, key: str, keywords: str) -> Command:
        """The page binds it: the key is meant where the session lies open, and nowhere else."""
        return command(words, name, key, keywords, bound=False)

    return [
        page_key(tr("Before the session"), "session before", "Alt+1", tr("prepare brief agenda")),
        page_key(tr("During the session"), "session during", "Alt+2", tr("notes meet")),
        page_key(tr("After the session"), "session after", "Alt+3", tr("after-note")),
        page_key(tr("Next topic discussed"), "session discuss", "Ctrl+Return", tr("agenda")),
        page_key(tr("Catch an action"), "session catch", "Ctrl+J", tr("promise to do")),
        page_key(tr("Another note"), "session add", "Ctrl+Shift+Return", tr("block")),
        page_key(tr("Who said it"), "session says", "Ctrl+.", tr("note attribution mine partner")),
        page_key(tr("What may happen to it"), "session may", "Ctrl+Shift+.", tr("note private visibility")),
        page_key(tr("Move the note to the other half"), "session half", "Alt+Shift+Y", tr("peer turn")),
        page_key(tr("Special category"), "session special", "Alt+Shift+S", tr("note health belief")),
        command(tr("Begin the session"), "session begin", "Alt+Shift+B", tr("clock start meet")),
        command(tr("Suggested agenda"), "session agenda", "Alt+Shift+A", tr("topics")),
        command(tr("Stop the clock, or let it go on"), "session clock stop", "Alt+Shift+K"),
        command(tr("Hide the clock, or show it"), "session clock hide", "Alt+Shift+H"),
        command(tr("The other’s turn"), "session turn", "Alt+Shift+T", tr("peer half switch clock")),
        command(tr("The session took place"), "session held", "Alt+Shift+D", tr("held met done")),
        command(tr("Session postponed"), "session postponed", "Alt+Shift+P", tr("put off another day")),
        command(tr("Session cancelled by me"), "session cancelled_by_me", "Alt+Shift+M"),
        command(tr("Session cancelled by my partner"), "session cancelled_by_partner", "Alt+Shift+N"),
        command(tr("Session missed"), "session missed", "Alt+Shift+X"),
        command(tr("Session planned after all"), "session planned", "Alt+Shift+L"),
        command(tr("Note a contact between sessions"), "contact", "Alt+Shift+C", tr("mail phone call")),
    ]
