"""Fonts of the machine, for letters that no bundled one shows: found in its folders, without any network.

Which font shows what is looked up when first asked and kept in memory only. The order is always the same on
one machine: plain faces of well-known families first, then by name.
"""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from mentorjournal.pdf.faces import Face
from mentorjournal.pdf.words import is_silent

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_OUTLINES = {"glyf", "CFF ", "CFF2"}
_PLAIN = {"Regular", "Book", "Roman", "Normal"}
_WELL_MADE = ("Noto Sans", "Noto Serif", "DejaVu Sans", "Source Han Sans")
# These show a box or a code for every letter there is, which is what is to be avoided.
_SHOWS_NOTHING = re.compile("last ?resort|adobe blank|fallback font|unifont", re.IGNORECASE)
_NEVER_EMBEDDED, _NOT_IN_PART, _PICTURES_ONLY = 0x0002, 0x0100, 0x0200
_MOST_FACES = 64  # of one collection


def folders() -> tuple[Path, ...]:
    """Where fonts lie on this kind of machine."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        windows = os.environ.get("WINDIR", r"C:\Windows")
        return (Path(windows, "Fonts"), Path(local, "Microsoft", "Windows", "Fonts"))
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    shared = os.environ.get("XDG_DATA_HOME", str(home / ".local" / "share"))
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("/app/share/fonts"),
        Path("/run/host/fonts"),
        Path(shared, "fonts"),
        home / ".fonts",
    )


@dataclass(slots=True)
class _Candidate:
    """A face that may be used; its file is read through when a letter is looked for."""

    rank: tuple[int, int, str, str, int]
    path: Path
    index: int
    name: str
    face: Face | None = field(default=None, repr=False)

    def opened(self) -> Face:
        if self.face is None:
            found = hb.Face(hb.Blob.from_file_path(str(self.path)), self.index)
            self.face = Face(self.name, found, whole=False)
        return self.face


def showing(cluster: str) -> Face | None:
    """The first of the machine's faces that shows a letter with all its marks."""
    return _found(cluster)


@cache
def _found(cluster: str) -> Face | None:
    for candidate in _candidates():
        face = candidate.opened()
        if face.shows(cluster) and _has_outlines(face, cluster):
            return face
    return None


def forget() -> None:
    """Look for fonts anew."""
    _found.cache_clear()
    _looked_for.cache_clear()


_ONE_AT_A_TIME = threading.Lock()


def _candidates() -> tuple[_Candidate, ...]:
    with _ONE_AT_A_TIME:
        return _looked_for()


@cache
def _looked_for() -> tuple[_Candidate, ...]:
    found = [candidate for path in _files() for candidate in _faces_of(path)]
    return tuple(sorted(found, key=_rank))


def _rank(candidate: _Candidate) -> tuple[int, int, str, str, int]:
    return candidate.rank


def _files() -> Iterator[Path]:
    for folder in folders():
        try:
            yield from (path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
        except OSError:
            continue  # a folder that may not be looked into holds no font for us


def _faces_of(path: Path) -> Iterator[_Candidate]:
    try:
        blob = hb.Blob.from_file_path(str(path))
        first = hb.Face(blob)
        faces = [(0, first), *((i, hb.Face(blob, i)) for i in range(1, min(first.count, _MOST_FACES)))]
    except (OSError, hb.HarfBuzzError):
        return  # no font, or not one that can be read
    for index, face in faces:
        names = _names(face)
        if names and _may_be_used(face):
            family, style, name = names
            known = [i for i, well_made in enumerate(_WELL_MADE) if family.startswith(well_made)]
            well = min(known, default=len(_WELL_MADE))
            if not _SHOWS_NOTHING.search(family):
                rank = (int(style not in _PLAIN), well, family, str(path), index)
                yield _Candidate(rank, path, index, name)


def _names(face: hb.Face) -> tuple[str, str, str] | None:
    """Family, style and the name for a PDF."""
    known = hb.OTNameIdPredefined
    family = face.get_name(known.FONT_FAMILY) or ""
    style = face.get_name(known.FONT_SUBFAMILY) or ""
    name = re.sub("[^A-Za-z0-9-]", "", face.get_name(known.POSTSCRIPT_NAME) or family)
    return (family, style, name) if family and name else None


def _may_be_used(face: hb.Face) -> bool:
    """Whether it has outlines, and its maker lets a PDF hold a part of it."""
    tags = set(face.table_tags)
    if not tags & _OUTLINES or "cmap" not in tags:
        return False
    about = face.reference_table("OS/2").data
    if len(about) < 10:
        return True
    rights = int.from_bytes(about[8:10], "big")
    return rights & 0xF != _NEVER_EMBEDDED and not rights & (_NOT_IN_PART | _PICTURES_ONLY)


def _has_outlines(face: Face, cluster: str) -> bool:
    """Whether something is drawn: fonts in colours have empty outlines for their pictures."""
    shaped = face.shape(cluster, False, "en")
    numbers = [
        part if isinstance(part, int) else part.number
        for glyph in shaped.glyphs
        for part in ((glyph.drawn,) if isinstance(glyph.drawn, int) else glyph.drawn)
    ]
    return all(map(is_silent, cluster)) or any(map(face.draws, numbers))
