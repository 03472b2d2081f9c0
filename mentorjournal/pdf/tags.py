"""The structure tree of a tagged PDF: what is a heading, a list, a table, a figure, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc

_HEADING = ("H1", "H2", "H3", "H4", "H5", "H6")


@dataclass(frozen=True, slots=True)
class Artifact:
    """What no reader of the words is told of, as the page's content says it."""

    value: str


LAYOUT = Artifact("<</Type /Layout>>")
FOOTER = Artifact("<</Type /Pagination /Subtype /Footer>>")
HEADER = Artifact("<</Type /Pagination /Subtype /Header>>")


@dataclass(slots=True, eq=False)
class Annotation:
    """A field or a link on a page: the page's number, and its own dictionary."""

    page: int
    reference: pdfdoc.PDFObjectReference
    dictionary: pdfdoc.PDFDictionary


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure. Its kids are others, annotations, and (page, number) of the pieces of pages
    that show it.

    *alt* is said in its place, *actual* is the text it stands for. *scope* is that of a table's head,
    *numbered* tells a list of steps from one of points, *box* is where a figure stands on its page.
    """

    kind: str
    alt: str = ""
    kids: list[Element | Annotation | tuple[int, int]] = field(default_factory=list)
    scope: str = ""
    actual: str = ""
    numbered: bool | None = None
    box: tuple[float, float, float, float] | None = None

    def add(
        self, kind: str, alt: str = "", *, scope: str = "", actual: str = "", numbered: bool | None = None
    ) -> Element:
        child = Element(kind, alt, scope=scope, actual=actual, numbered=numbered)
        self.kids.append(child)
        return child

    def walk(self) -> Iterator[Element]:
        """It and all below it, in the order of reading."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


def level_headings(root: Element) -> None:
    """Let no heading lie more than one step below the one before it, whatever it was written as."""
    before = 0
    for element in root.walk():
        if element.kind in _HEADING:
            before = min(_HEADING.index(element.kind) + 1, before + 1)
            element.kind = _HEADING[before - 1]


@dataclass(slots=True)
class TaggedPage:
    """A page's reference and the element of each of its marks, in the order of their numbers."""

    reference: pdfdoc.PDFObjectReference
    marks: list[Element]


class _Node(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An element as the file holds it, written out at once: a long document has thousands."""

    __RefOnly__ = 1

    def __init__(self, element: Element, parent: pdfdoc.PDFObjectReference) -> None:
        self._element = element
        self._parent = parent
        self.kids: list[bytes] = []

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        element = self._element
        about = b""
        if element.alt:
            about += b"/Alt " + pdfdoc.PDFString(element.alt).format(document)
        if element.actual:
            about += b"/ActualText " + pdfdoc.PDFString(element.actual).format(document)
        if element.scope:
            about += b"/A<</O/Table/Scope/%b>>" % element.scope.encode("ascii")
        if element.numbered is not None:
            about += b"/A<</O/List/ListNumbering/%b>>" % (b"Decimal" if element.numbered else b"Disc")
        if element.box:
            edges = " ".join(f"{edge:.2f}" for edge in element.box).encode("ascii")
            about += b"/A<</O/Layout/Placement/Block/BBox[%b]>>" % edges
        return b"<</Type/StructElem/S/%b/P %b%b/K[%b]>>" % (
            element.kind.encode("ascii"),
            self._parent.format(document),
            about,
            b" ".join(self.kids),
        )


def write_structure(document: pdfdoc.PDFDocument, root: Element, pages: list[TaggedPage]) -> None:
    """Hang the tree below *root* into the document's catalogue."""
    top = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
    top_reference = document.Reference(top)
    references: dict[Element, pdfdoc.PDFObjectReference] = {}
    numbers: list[object] = []
    annotations: list[object] = []

    def emit(element: Element, parent: pdfdoc.PDFObjectReference) -> pdfdoc.PDFObjectReference:
        node = _Node(element, parent)
        reference = references[element] = document.Reference(node)
        for kid in element.kids:
            if isinstance(kid, Element):
                node.kids.append(emit(kid, reference).format(document))
            elif isinstance(kid, Annotation):
                page, place = pages[kid.page].reference, len(pages) + len(annotations) // 2
                kid.dictionary["StructParent"] = place
                annotations.extend((place, reference))
                node.kids.append(
                    b"<</Type/OBJR/Pg %b/Obj %b>>" % (page.format(document), kid.reference.format(document))
                )
            else:
                page = pages[kid[0]].reference
                node.kids.append(b"<</Type/MCR/Pg %b/MCID %d>>" % (page.format(document), kid[1]))
        return reference

    top["K"] = emit(root, top_reference)
    for i, on_page in enumerate(pages):
        marks = pdfdoc.PDFArray([references[element] for element in on_page.marks])
        numbers += [i, document.Reference(marks)]
    numbers += annotations
    top["ParentTree"] = document.Reference(pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)}))
    top["ParentTreeNextKey"] = len(numbers) // 2
    catalogue = document.Catalog
    catalogue.StructTreeRoot = top_reference
    catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
