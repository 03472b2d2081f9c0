"""A folder of Markdown notes, each with its date in its name, its folders or its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from mentorjournal.errors import ImportProblem
from mentorjournal.exchange.incoming import Incoming, read_date, read_text, worth_keeping
from mentorjournal.exchange.markdown import from_markdown
from mentorjournal.files import said_plainly
from mentorjournal.model.blocks import BlockKind, Document

MOST_FILES = 50_000

_ENDINGS = {".md", ".markdown", ".mdown", ".txt"}
_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)")
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_DATE_FIELDS = ("date", "day", "created", "created_at", "published")


def read_folder(folder: Path) -> list[Incoming]:
    """Every note in *folder* and below it. Raises ImportProblem, having kept nothing, for the first file
    that is not UTF-8, is too large, or has no date or an impossible one.
    """
    if not folder.is_dir():
        raise ImportProblem(f"“{folder.name}” is not a folder. Choose the folder that holds the notes.")
    notes = [note for path in _files(folder) if worth_keeping(note := read_note(path, folder))]
    if not notes:
        raise ImportProblem(f"“{folder.name}” holds no Markdown notes (files that end in .md).")
    return notes


def read_note(path: Path, top: Path) -> Incoming:
    front, body = _split(read_text(path), path.name)
    day = _front_date(front, path.name) or _path_date(path, top)
    if day is None:
        raise ImportProblem(
            f"“{path.name}” has no date, neither in its name (as 2026-03-01) nor in its front matter"
            " (date: 2026-03-01). Add one and try again. Nothing was imported."
        )
    text = from_markdown(body)
    title = _text_of(front.get("title"))
    if not title:
        title, text = _title_of(text)
    if not title:
        title = _name_without_date(path.stem)
    return Incoming(day=day, title=title, text=text, tags=_tags(front.get("tags")))


def _files(folder: Path) -> Iterator[Path]:
    with said_plainly(folder.name):
        found = sorted(
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in _ENDINGS
            and path.is_file()
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        )
    if len(found) > MOST_FILES:
        raise ImportProblem(f"“{folder.name}” holds more than {MOST_FILES} notes. Choose a smaller folder.")
    return iter(found)


def _split(text: str, name: str) -> tuple[dict[str, Any], str]:
    match = _FRONT.match(text)
    if not match:
        return {}, text
    front = match[1]
    if "&" in front or "*" in front:  # anchors and aliases could grow without end
        front = re.sub(r"(^|[\s\[,:])[&*](?=\S)", r"\1", front)
    try:
        # BaseLoader leaves every value as the words that stand there, dates among them.
        data = yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        raise ImportProblem(
            f"The front matter of “{name}” cannot be read. Correct the lines between the two “---”"
            " or remove them, and try again. Nothing was imported."
        ) from None
    return (data, text[match.end() :]) if isinstance(data, dict) else ({}, text)


def _front_date(front: dict[str, Any], name: str) -> date | None:
    lowered = {str(key).lower(): value for key, value in front.items()}
    for field in _DATE_FIELDS:
        value = _text_of(lowered.get(field))
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
    match = _IN_NAME.search(path.stem) or _IN_NAME.search(
        "-".join(path.relative_to(top).with_suffix("").parts)
    )
    return read_date("-".join(match.groups()), f"“{path.name}”") if match else None


def _title_of(text: Document) -> tuple[str, Document]:
    """A heading that begins the note is its title."""
    if text and text[0].kind is BlockKind.HEADING_1 and text[0].text.strip():
        return text[0].text.strip(), text[1:]
    return "", text


def _name_without_date(stem: str) -> str:
    rest = _IN_NAME.sub("", stem).strip(" -_.")
    return "" if rest.isdigit() else " ".join(re.split(r"[-_ ]+", rest)).strip()


def _text_of(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _tags(value: object) -> tuple[str, ...]:
    found = re.split(r"[,\s]+", value) if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(tag.strip().lstrip("#") for tag in found if isinstance(tag, str) and tag.strip(" #"))
