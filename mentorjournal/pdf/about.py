"""What a document says of itself: title, author and language, for programs that read it aloud or file it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

PROGRAM = "Mentor Journal"

_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\n'
    "<pdfuaid:part>1</pdfuaid:part>\n"
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>\n'
    "{author}"
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n"
    "<pdf:Producer>{program}</pdf:Producer><xmp:CreatorTool>{program}</xmp:CreatorTool>\n"
    '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
)
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"


@dataclass(frozen=True, slots=True)
class About:
    title: str
    author: str
    language: str


class _Catalogue(pdfdoc.PDFCatalog):  # type: ignore[misc]  # ReportLab has no types
    """A catalogue that keeps more than ReportLab knows."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "PieceInfo"]
    __Refs__ = __NoDefault__


def describe(document: pdfdoc.PDFDocument, about: About, covers: int) -> None:
    """Say it in the catalogue: readers show the title for the file's name, and number pages from 1, after the
    *covers*, which have no number.
    """
    catalogue = document.Catalog
    catalogue.__class__ = _Catalogue
    catalogue.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    numbers = [0, pdfdoc.PDFDictionary({})] if covers else []
    numbers += [covers, pdfdoc.PDFDictionary({"S": pdfdoc.PDFName("D")})]
    catalogue.PageLabels = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
    catalogue.Metadata = document.Reference(_metadata(about))


def _metadata(about: About) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream()
    author = _AUTHOR.format(author=escape(about.author)) if about.author else ""
    stream.content = _XMP.format(
        title=escape(about.title), author=author, language=escape(about.language), program=PROGRAM
    ).encode()
    stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    stream.filters = []
    return stream
