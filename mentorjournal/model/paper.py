"""A document to print: what the PDF is made from, whatever it is about. Text here is plain or blocks, never
markup, so nothing a person wrote can act as an instruction.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mentorjournal.model.blocks import Document
from mentorjournal.model.bound import Bound
from mentorjournal.model.chart import Chart
from mentorjournal.model.fields import Asked, HiddenField, TextField


@dataclass(frozen=True, slots=True)
class Heading:
    """*key* names the place for an index."""

    text: str
    level: int = 1
    key: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of plain text; *muted* for what the program says beside it."""

    text: str
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """What a person wrote, with its own headings, lists and quotes."""

    text: Document


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value in two columns; *abreast*: how many pairs share a line, for values of a word or two."""

    rows: tuple[tuple[str, str], ...]
    abreast: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """*header* is repeated on each page; *widths* are shares of the measure that add up to 1."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points, or of *numbered* steps."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its words as the alternative text."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class Code:
    """Groups of a recovery code, set large in a fixed rhythm."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Pieces that stay on one page where they fit."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One point of a short page: *mark* is a word before it that must not be missed, *aside* what is said of
    it after it.
    """

    text: str
    aside: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A heading with its points beside it: a block of a page that is read at a glance."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class BlankLines:
    """Empty lines beside a heading, to write on by hand."""

    heading: str
    count: int


@dataclass(frozen=True, slots=True)
class Signatures:
    """A line to sign on and one for the day, side by side, for each of *who*."""

    who: tuple[str, ...]


Shown = Heading | Line | Writing | Facts | Table | Bullets | Picture | Code | Beside | BlankLines | Signatures
Loose = Shown | Together | TextField | Asked | HiddenField
Piece = Loose | Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """*title* is neutral: it becomes the PDF's title. *author* stands there only as typed. *language* is a
    BCP 47 tag. *size* is "A4" or "Letter". *one_page*: set closely, and what stands in a `Beside` is cut
    with “…” where the whole would need a second page.
    """

    title: str
    pieces: tuple[Piece, ...]
    subtitle: str = ""
    footer: str = ""
    author: str = ""
    language: str = "en-GB"
    size: str = "A4"
    keywords: tuple[str, ...] = field(default=())
    one_page: bool = False
