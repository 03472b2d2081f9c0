"""A folder of Markdown notes, each with its date in its name, its folders or its front matter."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from mentorjournal.errors import ImportProblem
from mentorjournal.exchange.incoming import (
    Incoming,
    name_of,
    read_date,
    read_text,
    readable,
    refuse_endless,
    together,
)
from mentorjournal.exchange.markdown import from_markdown
from mentorjournal.model.blocks import BlockKind, Document, from_plain

MOST_FILES = 50_000

_ENDINGS = {".md", ".markdown", ".mdown", ".txt"}
# With the time of day that some programs put behind it: 202603011030.
_IN_NAME = re.compile(
    r"(?<![0-9])([0-9]{4})[-_. ]?([0-9]{2})[-_. ]?([0-9]{2})(?:[0-9]{4}|[0-9]{6})?(?![0-9])"
)
_IN_FOLDERS = re.compile(
    r"(?<![0-9])([0-9]{4})(?![0-9])[^/]*/(?:[0-9]{4}-)?([0-9]{2})(?![0-9])[^/]*/([0-9]{2})(?![0-9])"
)
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_TIME = re.compile(r"^[T _-]{1,3}[0-9]{2}[-_.:h][0-9]{2}(?:[-_.:][0-9]{2})?Z?(?![0-9])")
_TAG_LINE = re.compile(r"^(?:tags|keywords):[^\n]*", re.I | re.M)
_LONGEST_FRONT = 64 * 1024
_DATE_FIELDS = ("date", "day", "created", "created_at", "published")
_FIELDS = {*_DATE_FIELDS, "title", "tags", "keywords"}


def read_folder(folder: Path) -> list[Incoming]:
    """Every note in *folder* and below it. Raises ImportProblem, having kept nothing, for the first file
    that is not UTF-8, is too large, or has no date or an impossible one.
    """
    if not folder.is_dir():
        raise ImportProblem(f"“{name_of(folder)}” is not a folder. Choose the folder that holds the notes.")
    notes = together((read_note(path, folder) for path in _files(folder)), name_of(folder))
    if not notes:
        raise ImportProblem(f"“{name_of(folder)}” holds no Markdown notes (files that end in .md).")
    return notes


def read_note(path: Path, top: Path) -> Incoming:
    front, body = _split(read_text(path), name_of(path))
    day = _front_date(front, name_of(path)) or _path_date(path, top)
    if day is None:
        raise ImportProblem(
            f"“{name_of(path)}” has no date, neither in its name (as 2026-03-01) nor in its front matter"
            " (date: 2026-03-01). Add one and try again. Nothing was imported."
        )
    refuse_endless(body, name_of(path))
    text = from_markdown(body, keep_lines=path.suffix.lower() == ".txt")
    heading, rest = _title_of(text)
    title = _text_of(front.get("title")) or heading
    if title == heading:
        text = rest
    if not title:
        title = _name_without_date(path.stem)
    return Incoming(day=day, title=title, text=(*text, *_rest_of(front)), tags=_tags(front))


def _files(folder: Path) -> Iterator[Path]:
    found = []
    with readable(folder):
        for place, folders, names in os.walk(folder, onerror=_refuse):
            folders[:] = [name for name in folders if not name.startswith(".")]
            paths = (Path(place, name) for name in names if not name.startswith("."))
            found += [path for path in paths if path.suffix.lower() in _ENDINGS and path.is_file()]
    if len(found) > MOST_FILES:
        raise ImportProblem(
            f"“{name_of(folder)}” holds more than {MOST_FILES} notes. Choose a smaller folder."
        )
    return iter(sorted(found))


def _refuse(error: OSError) -> None:
    """A folder that may not be looked into would leave its notes behind without a word."""
    raise error


def _split(text: str, name: str) -> tuple[dict[str, Any], str]:
    match = _FRONT.match(text)
    if not match:
        return {}, text
    try:
        if len(match[1]) > _LONGEST_FRONT:
            raise ValueError
        # BaseLoader leaves every value as the words that stand there, dates among them.
        # People write “tags: #one #two”, which to YAML is a comment.
        said = _TAG_LINE.sub(lambda line: line[0].replace("#", ""), match[1])
        if "*" in said and any(isinstance(one, yaml.AliasEvent) for one in yaml.parse(said, yaml.BaseLoader)):
            raise ValueError  # what stands there once would be kept again for every alias
        data = yaml.load(said, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):
        raise ImportProblem(
            f"The front matter of “{name}” cannot be read. Correct the lines between the two “---”"
            " or remove them, and try again. Nothing was imported."
        ) from None
    front = {str(key).lower(): value for key, value in data.items()} if isinstance(data, dict) else {}
    if not front.keys() & _FIELDS:  # words between two dividers
        return {}, text
    return front, text[match.end() :]


def _front_date(front: dict[str, Any], name: str) -> date | None:
    for field in _DATE_FIELDS:
        value = _text_of(front.get(field))
        if value:
            for form in ("%d.%m.%Y", "%d/%m/%Y"):
                try:
                    return datetime.strptime(value, form).date()
                except ValueError:
                    continue
            return read_date(value, f"“{name}”")
    return None


def _path_date(path: Path, top: Path) -> date | None:
    """The date in the file's name, or spelt by its folders as 2026/03/01.md."""
    match = _IN_NAME.search(path.stem) or _IN_FOLDERS.search(path.relative_to(top).with_suffix("").as_posix())
    return read_date("-".join(match.groups()), f"“{name_of(path)}”") if match else None


def _title_of(text: Document) -> tuple[str, Document]:
    """A heading that begins the note is its title."""
    if text and text[0].kind is BlockKind.HEADING_1 and text[0].text.strip():
        return text[0].text.strip(), text[1:]
    return "", text


def _name_without_date(stem: str) -> str:
    match = _IN_NAME.search(stem)
    rest = (stem[: match.start()] + _TIME.sub("", stem[match.end() :]) if match else stem).strip(" -_.–—")
    return "" if rest.isdigit() else " ".join(re.split(r"[-_ ]+", rest)).strip()


def _rest_of(front: dict[str, Any]) -> Document:
    """The fields that have no other place, such as mood or location, as the last lines of the note."""
    said = ((name, ", ".join(_items(value))) for name, value in front.items() if name not in _FIELDS)
    return from_plain("\n".join(f"{name}: {words}" for name, words in said if words))


def _items(value: object) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [" ".join(item.split()) for item in found if isinstance(item, str) and item.strip()]


def _text_of(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _tags(front: dict[str, Any]) -> tuple[str, ...]:
    value = front.get("tags") or front.get("keywords")
    found = re.split(r"[,\s]+", value) if isinstance(value, str) else _items(value)
    return tuple(tag.strip().lstrip("#") for tag in found if tag.strip(" #"))
