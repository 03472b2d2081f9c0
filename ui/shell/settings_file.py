"""What must be known before a vault is open: look, size, lock time, window place and where the vault lies.

One small JSON file in the system's place for settings. It never holds a name, a title or a search word:
whatever tells something about a journal is kept inside the vault (`Shelf.set_setting`).
"""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING, NamedTuple

from mentorjournal.settings_place import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mentorjournal.errors import MentorJournalError

LOOKS = ("system", "light", "dark")
ZOOMS = (100, 110, 125, 150, 175, 200)
LONGEST_IDLE = 240
_SEEN = re.compile(r"[0-9a-f:\- ]{0,1000}")
CLIPBOARD_SECONDS = (10, 30, 60, 120, 300, 600)


class Settings(NamedTuple):
    """*companion* points at names and sensitive words while somebody writes. *vault* is None for the
    system's own place. *geometry* is x, y, width, height, maximised. *seen* says how far vaults had come when
    they were last used here, as `mentorjournal.vault.seen` writes it: marks and counts that tell nothing.

    No dataclass: what that imports would stand before the first painted window.
    """

    look: str = "system"
    zoom: int = 100
    idle_minutes: int = 5
    lock_on_minimise: bool = False
    companion: bool = True
    vault: str | None = None
    geometry: tuple[int, int, int, int, int] | None = None
    clipboard_seconds: int = 60
    seen: str = ""


class SettingsFile:
    """The settings as they are, and the one file that keeps them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.value = read(path)
        self.problem: MentorJournalError | None = None

    def change(self, edit: Callable[[Settings], Settings]) -> None:
        """Keep the edited settings. A file that cannot be written costs the memory of them, nothing else."""
        value = edit(self.value)
        if value == self.value:
            return
        self.value = value
        # Here and not above: reading the settings stands before the first painted window, writing does not.
        from mentorjournal.errors import MentorJournalError
        from mentorjournal.files import said_plainly, write_whole

        try:
            with said_plainly(self.path.parent.name):
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self.path, as_bytes(value))
            self.problem = None
        except MentorJournalError as error:
            self.problem = error


def as_bytes(value: Settings) -> bytes:
    import json

    return (json.dumps(value._asdict(), indent=2) + "\n").encode()


def read(path: Path) -> Settings:
    """The settings in *path*; what is missing or makes no sense is as at the first start."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
            return Settings()
        found = path.read_bytes()
    except OSError:
        return Settings()
    plain = _as_written(found)
    if plain is not None:
        return from_data(plain)
    import json

    try:
        data = json.loads(found)
    except (ValueError, RecursionError):
        return Settings()
    return from_data(data) if isinstance(data, dict) else Settings()


def _as_written(found: bytes) -> dict[str, object] | None:
    """What a file says that is as simple as those we write, or None for `json` to look at it.

    Importing `json` would take the first painted window longer than all of its imports of ours but two.
    """
    if not found.startswith(b"{") or b"\\" in found or not found.isascii():
        return None
    text, place, data = found.decode(), 1, dict[str, object]()
    item = re.compile(r'\s*"(\w+)"\s*:\s*(?:"([^"\n]*)"|([1-9]\d{0,5})|(\w+)|\[([-\d,\s]*)\])\s*([,}])')
    words = {"true": True, "false": False, "null": None}
    while matched := item.match(text, place):
        name, quoted, number, word, numbers, end = matched.groups()
        if word is not None and word not in words:
            return None
        try:
            listed = (
                [int(part) for part in numbers.split(",")] if numbers is not None else words.get(word or "")
            )
        except ValueError:
            return None
        data[name] = quoted if quoted is not None else int(number) if number else listed
        place = matched.end()
        if end == "}":
            return data if not text[place:].strip() else None
    return None


def from_data(data: dict[str, object]) -> Settings:
    usual = Settings()
    look, zoom, idle = data.get("look"), data.get("zoom"), data.get("idle_minutes")
    vault, minimise = data.get("vault"), data.get("lock_on_minimise")
    seconds, seen = data.get("clipboard_seconds"), data.get("seen")
    return Settings(
        look=look if isinstance(look, str) and look in LOOKS else usual.look,
        zoom=zoom if type(zoom) is int and zoom in ZOOMS else usual.zoom,
        idle_minutes=idle if type(idle) is int and 1 <= idle <= LONGEST_IDLE else usual.idle_minutes,
        lock_on_minimise=minimise is True,
        companion=data.get("companion") is not False,
        vault=vault if isinstance(vault, str) and _can_be_a_place(vault) else None,
        geometry=_geometry(data.get("geometry")),
        clipboard_seconds=(
            seconds
            if type(seconds) is int and CLIPBOARD_SECONDS[0] <= seconds <= CLIPBOARD_SECONDS[-1]
            else usual.clipboard_seconds
        ),
        seen=seen if isinstance(seen, str) and _SEEN.fullmatch(seen) else usual.seen,
    )


def _can_be_a_place(vault: str) -> bool:
    """Whether the system could have a file by this name at all."""
    try:
        vault.encode()
    except UnicodeEncodeError:
        return False
    return bool(vault) and "\0" not in vault


def geometry_text(geometry: tuple[int, int, int, int, int]) -> str:
    """As the command line carries it from a locked window to its successor."""
    return ",".join(map(str, geometry))


def geometry_from_text(text: str) -> tuple[int, int, int, int, int] | None:
    try:
        return _geometry([int(part) for part in text.split(",")])
    except ValueError:
        return None


def _geometry(data: object) -> tuple[int, int, int, int, int] | None:
    if not isinstance(data, list) or len(data) != 5:
        return None
    numbers = [part for part in data if type(part) is int and abs(part) < 100_000]
    if len(numbers) != 5 or numbers[2] < 1 or numbers[3] < 1:
        return None
    return (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])


def next_zoom(zoom: int, step: int) -> int:
    """The next larger or smaller size, or the same at the end of the scale."""
    place = ZOOMS.index(zoom) + step
    return ZOOMS[min(max(place, 0), len(ZOOMS) - 1)]
