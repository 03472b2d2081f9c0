"""A finished PDF walked through once: what its pages show, inside which marks, and the structure tree."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from tests.pdf.ua.fonts import Font

_TEXT = {"Tj", "TJ", "'", '"'}
_PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "EI", "INLINE IMAGE"}
_STANDARD = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
        *("NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference"),
        *("BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"),
        *("Figure", "Formula", "Form"),
    )
)


@dataclass(frozen=True)
class Mark:
    """One BMC or BDC that is open."""

    tag: str
    mcid: int | None
    kind: str = ""
    subtype: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Shown:
    """Something that is drawn on a page: text with its font, or a shape."""

    page: int
    marks: tuple[Mark, ...]
    operator: str
    font: Font | None = None
    codes: tuple[int, ...] = ()
    colour: tuple[float, ...] = (0.0,)
    annotation: bool = False

    @property
    def text(self) -> str:
        return "".join(self.font.text(code) or "" for code in self.codes) if self.font else ""

    @property
    def mcid(self) -> int | None:
        return next((mark.mcid for mark in reversed(self.marks) if mark.mcid is not None), None)

    @property
    def artifact(self) -> Mark | None:
        return next((mark for mark in self.marks if mark.tag == "Artifact"), None)


@dataclass(eq=False)
class Element:
    """A node of the structure tree with its kids of three kinds, in order."""

    node: Dictionary
    parent: Element | None
    kids: list[Element] = field(default_factory=list)
    marks: list[tuple[tuple[int, int], int]] = field(default_factory=list)
    objects: list[Dictionary] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return str(self.node.S).removeprefix("/")

    def get(self, owner: str, name: str) -> Object | None:
        """An attribute, from the dictionary of its owner."""
        about = self.node.get("/A", Array())
        for one in about if isinstance(about, Array) else [about]:
            if one.get("/O") == f"/{owner}" and f"/{name}" in one:
                return one[f"/{name}"]
        return None

    def above(self) -> Iterator[Element]:
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    def below(self) -> Iterator[Element]:
        for kid in self.kids:
            yield kid
            yield from kid.below()


class Walked:
    """The file, and all that a requirement may want to look at."""

    def __init__(self, data: bytes, password: str = "") -> None:
        self.pdf = pikepdf.open(io.BytesIO(data), password=password)
        self.root = self.pdf.Root
        self.pages = [page.obj for page in self.pdf.pages]
        self.page_of = {page.objgen: number for number, page in enumerate(self.pages)}
        self._fonts: dict[tuple[int, int], Font] = {}
        self.opened: list[tuple[int, tuple[Mark, ...]]] = []

    def close(self) -> None:
        self.pdf.close()

    @cached_property
    def labels(self) -> list[str]:
        """What each page is called; a page of a range without a style has no name."""
        return [page.label for page in self.pdf.pages]

    @cached_property
    def xmp(self) -> str:
        metadata = self.root.get("/Metadata")
        return metadata.read_bytes().decode("utf-8") if metadata is not None else ""

    @cached_property
    def elements(self) -> list[Element]:
        """Every element in the order of reading."""
        root = self.root.get("/StructTreeRoot")
        if root is None:
            return []
        found: list[Element] = []

        def read(kid: Object, parent: Element | None, page: tuple[int, int] | None) -> None:
            if isinstance(kid, Array):
                for one in kid:
                    read(one, parent, page)
            elif isinstance(kid, int) and parent and page:
                parent.marks.append((page, int(kid)))
            elif not isinstance(kid, Dictionary):
                return
            elif kid.get("/Type") == "/MCR" and parent:
                own = kid.Pg.objgen if "/Pg" in kid else page
                parent.marks.append((own, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR" and parent:
                parent.objects.append(kid)
            elif "/S" in kid:
                element = Element(kid, parent)
                found.append(element)
                if parent:
                    parent.kids.append(element)
                read(kid.get("/K", Array()), element, kid.Pg.objgen if "/Pg" in kid else page)

        read(root.get("/K", Array()), None, None)
        return found

    @cached_property
    def dictionaries(self) -> list[Object]:
        """Every object of the file that has keys."""
        return [one for one in self.pdf.objects if isinstance(one, Dictionary | Stream)]

    def of(self, *kinds: str) -> list[Element]:
        return [element for element in self.elements if element.kind in kinds]

    def standard(self, kind: str) -> bool:
        return kind in _STANDARD

    @cached_property
    def by_mark(self) -> dict[tuple[tuple[int, int], int], list[Element]]:
        found: dict[tuple[tuple[int, int], int], list[Element]] = {}
        for element in self.elements:
            for mark in element.marks:
                found.setdefault(mark, []).append(element)
        return found

    def element_of(self, shown: Shown) -> Element | None:
        if shown.mcid is None:
            return None
        return next(iter(self.by_mark.get((self.pages[shown.page].objgen, shown.mcid), [])), None)

    @cached_property
    def parents(self) -> dict[int, Object]:
        """The parent tree: an element, or a list of them, for each number."""
        found: dict[int, Object] = {}

        def read(node: Object) -> None:
            numbers = node.get("/Nums", Array())
            for i in range(0, len(numbers), 2):
                found[int(numbers[i])] = numbers[i + 1]
            for kid in node.get("/Kids", Array()):
                read(kid)

        if self.root.get("/StructTreeRoot") is not None:
            read(self.root.StructTreeRoot.get("/ParentTree", Dictionary()))
        return found

    @cached_property
    def annotations(self) -> list[tuple[int, Dictionary]]:
        return [(n, one) for n, page in enumerate(self.pages) for one in page.get("/Annots", Array())]

    @cached_property
    def content(self) -> list[Shown]:
        """All that the pages draw, and after it what the fields show."""
        found = [
            one
            for number, page in enumerate(self.pages)
            for one in self._drawn(number, page, page.get("/Resources", Dictionary()))
        ]
        for number, one in self.annotations:
            look = one.get("/AP", Dictionary()).get("/N")
            if isinstance(look, Stream):
                resources = look.get("/Resources", Dictionary())
                found += self._drawn(number, look, resources, annotation=True)
        return found

    @cached_property
    def texts(self) -> list[Shown]:
        return [one for one in self.content if one.font]

    def _drawn(
        self, page: int, source: Object, resources: Object, *, annotation: bool = False
    ) -> Iterator[Shown]:
        marks: list[Mark] = []
        font: Font | None = None
        mode = 0
        colour: tuple[float, ...] = (0.0,)
        kept: list[tuple[Font | None, int, tuple[float, ...]]] = []
        for operands, operator in pikepdf.parse_content_stream(source):
            name = str(operator)
            if name in ("BMC", "BDC"):
                marks.append(_mark(operands, resources))
                self.opened.append((page, tuple(marks)))
            elif name == "EMC":
                marks.pop()
            elif name == "q":
                kept.append((font, mode, colour))
            elif name == "Q":
                font, mode, colour = kept.pop()
            elif name == "Tf":
                font = self._font(resources.Font[str(operands[0])])
            elif name == "Tr":
                mode = int(operands[0])
            elif name in ("rg", "g", "k"):
                colour = tuple(float(part) for part in operands)
            elif name in _TEXT and font and mode != 3:
                codes = tuple(code for part in _strings(operands) for code in font.codes(part))
                yield Shown(page, tuple(marks), name, font, codes, colour, annotation)
            elif name in _PAINT:
                yield Shown(page, tuple(marks), name, colour=colour, annotation=annotation)
        if marks:
            raise AssertionError(f"page {page + 1} leaves {len(marks)} marks open")

    def _font(self, node: Dictionary) -> Font:
        return self._fonts.setdefault(node.objgen, Font(node))

    @cached_property
    def fonts(self) -> list[Font]:
        """The fonts that anything is shown in."""
        return list({id(one.font): one.font for one in self.texts if one.font}.values())

    @cached_property
    def used(self) -> dict[int, set[int]]:
        """The codes that are shown in each font."""
        found: dict[int, set[int]] = {}
        for one in self.texts:
            found.setdefault(id(one.font), set()).update(one.codes)
        return found


def _mark(operands: list[Object], resources: Object) -> Mark:
    tag = str(operands[0]).removeprefix("/")
    if len(operands) < 2:
        return Mark(tag, None)
    about = operands[1]
    if isinstance(about, Name):
        about = resources.Properties[str(about)]
    return Mark(
        tag,
        int(about.MCID) if "/MCID" in about else None,
        str(about.get("/Type", "")).removeprefix("/"),
        str(about.get("/Subtype", "")).removeprefix("/"),
        str(about.get("/Lang", "")),
    )


def _strings(operands: list[Object]) -> Iterator[bytes]:
    for one in operands:
        if isinstance(one, Array):
            yield from (bytes(part) for part in one if isinstance(part, pikepdf.String))
        elif isinstance(one, pikepdf.String):
            yield bytes(one)
