"""What a salvage brought and what it could not, in sentences for the person whose words they are."""

from __future__ import annotations

from collections import Counter

from mentorjournal.storage.rescue_journal import Lost
from mentorjournal.vault.health import many
from mentorjournal.vault.rescuing import CARDS
from mentorjournal.vault.salvage import Salvage, Salvaged


def report(salvage: Salvage) -> list[str]:
    """A line for each thing to know; the first says how it went as a whole."""
    there = [one for one in salvage.journals if one.file]
    whole = sum(one.whole for one in salvage.journals)
    lines = [
        f"“{salvage.folder.name}” is a vault of its own now, with {many(len(there), 'journal')},"
        f" {_of_them(whole, len(there))} whole. The damaged vault was left as it is."
    ]
    if salvage.keys_from:
        lines.append(
            f"Both copies of the key file were damaged. The one of the backup {salvage.keys_from} stands in"
            " their place: journals that were begun after it cannot be opened, and its passphrase and code"
            " are those of that day."
        )
    if not salvage.index_whole:
        lines.append("The index, which lists the journals, was damaged. It is made anew from them.")
    if alone := [part for part in salvage.index_lost if part != CARDS]:
        lines.append(f"What stood in it alone may not all be there: {', '.join(alone)}.")
    for one in salvage.journals:
        lines += about(one)
    return lines


def about(one: Salvaged) -> list[str]:
    """The lines on one journal; none where it was whole."""
    name = (
        f"“{one.codename}”" if one.codename else f"A journal whose codename is not known ({one.journal[:8]})"
    )
    lines = []
    if not one.file:
        lines.append(f"{name} could not be read at all: {one.wrong.rstrip('.')}.")
    elif one.rescued is not None:
        lines += _of_rescued(name, one)
    if one.suggestion is not None:
        backup, entries = one.suggestion.backup.name, many(one.suggestion.entries, "entry", "entries")
        lines.append(
            f"The backup {backup} has a whole copy of it with {entries}. To look at"
            " it, restore that backup into a folder of its own."
        )
    return lines


def _of_rescued(name: str, one: Salvaged) -> list[str]:
    rescued = one.rescued
    assert rescued is not None
    pages = f"{rescued.pages_lost} of {rescued.pages} pages of its file could not be read"
    if rescued.whole:
        kept = f"{many(rescued.entries, 'entry', 'entries')} in all"
        if not rescued.pages_lost:
            return [f"{name}: its damage could be put right, and nothing is lost: {kept}."]
        return [f"{name}: {pages}, and nothing that you wrote stood there: {kept}."]
    of = f" of {one.counted}" if one.counted is not None and one.counted > rescued.entries else ""
    lost = f"{pages}." if rescued.pages_lost else "The end of its file is missing."
    lines = [f"{name}: {many(rescued.entries, 'entry', 'entries')}{of} could be kept. {lost}"]
    if not rescued.sealed:
        lines.append(
            f"{name}: the first page is lost, and with it the proof that the others are unchanged. Single"
            " words may be wrong: compare it with a backup."
        )
    if not rescued.described:
        lines.append(
            f"{name}: what the journal says of the relationship is lost; its codename and kind are taken from"
            " the index, where that knew them."
        )
    named = [lost for lost in rescued.lost if lost.named]
    lines += [f"{name}: {_said(lost, number)}" for lost, number in Counter(named).items()]
    if unnamed := [lost.what for lost in rescued.lost if not lost.named]:
        lines.append(f"{name}: nothing tells any more whether there was more of this: {_list(unnamed)}.")
    return lines


def _said(lost: Lost, number: int) -> str:
    day = f" of {lost.day.isoformat()}" if lost.day else ", its day is not known"
    times = f" ({number} times)" if number > 1 else ""
    apart = " What could be read of it is in a reflection of its own." if lost.apart else ""
    if lost.ending:
        return f"only the beginning could be read: {lost.what}{day}{times}.{apart}"
    return f"could not be read: {lost.what}{day}{times}.{apart}"


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _of_them(whole: int, journals: int) -> str:
    return "all of them" if whole == journals and whole > 1 else f"{whole} of them"
