"""The structure tree of a tagged PDF: what is a heading, a list, a table, a figure, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
    '<rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag>'
    "<rdf:li>{language}</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="r"?>'
)


@dataclass(slots=True, eq=False)
class Widget:
    """A field on a page, as the structure holds it: the page's number, and the field's own dictionary."""

    page: int
    reference: pdfdoc.PDFObjectReference
    dictionary: pdfdoc.PDFDictionary


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure. Its kids are others, fields, and (page, number) of the pieces of pages that
    show it.
    """

    kind: str
    alt: str = ""
    kids: list[Element | Widget | tuple[int, int]] = field(default_factory=list)
    column_head: bool = False

    def add(self, kind: str, alt: str = "", *, column_head: bool = False) -> Element:
        child = Element(kind, alt, column_head=column_head)
        self.kids.append(child)
        return child


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
        alt = b"/Alt " + pdfdoc.PDFString(element.alt).format(document) if element.alt else b""
        scope = b"/A<</O/Table/Scope/Column>>" if element.column_head else b""
        return b"<</Type/StructElem/S/%b/P %b%b%b/K[%b]>>" % (
            element.kind.encode("ascii"),
            self._parent.format(document),
            alt,
            scope,
            b" ".join(self.kids),
        )


def write_structure(
    document: pdfdoc.PDFDocument, root: Element, pages: list[TaggedPage], title: str, language: str
) -> None:
    """Hang the tree below *root* into the document's catalogue."""
    top = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
    top_reference = document.Reference(top)
    references: dict[Element, pdfdoc.PDFObjectReference] = {}
    numbers: list[object] = []
    widgets: list[object] = []

    def emit(element: Element, parent: pdfdoc.PDFObjectReference) -> pdfdoc.PDFObjectReference:
        node = _Node(element, parent)
        reference = references[element] = document.Reference(node)
        for kid in element.kids:
            if isinstance(kid, Element):
                node.kids.append(emit(kid, reference).format(document))
            elif isinstance(kid, Widget):
                page, place = pages[kid.page].reference, len(pages) + len(widgets) // 2
                kid.dictionary["StructParent"] = place
                widgets.extend((place, reference))
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
    numbers += widgets
    top["ParentTree"] = document.Reference(pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)}))
    top["ParentTreeNextKey"] = len(numbers) // 2
    catalogue = document.Catalog
    catalogue.StructTreeRoot = top_reference
    catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    catalogue.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    catalogue.Metadata = document.Reference(_metadata(title, language))


def _metadata(title: str, language: str) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream()
    stream.content = _XMP.format(title=escape(title), language=escape(language)).encode()
    stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    stream.filters = []
    return stream
