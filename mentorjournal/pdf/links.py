"""Links in text: an element of the structure for each, and the places on pages that lead where it points."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase import pdfdoc

from mentorjournal.pdf.tags import Element
from mentorjournal.pdf.typeset import Token

_PRINTED = 4

Place = tuple[float, float, float, float]
Made = tuple[pdfdoc.PDFObjectReference, pdfdoc.PDFDictionary]


class Links:
    """The links of one document."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document
        self._addresses: dict[Element, str] = {}

    def element(self, inside: Element, address: str) -> Element:
        """Where the words of a link belong: the same element when it goes on in the next line."""
        last = inside.kids[-1] if inside.kids else None
        if isinstance(last, Element) and self._addresses.get(last) == address:
            return last
        made = inside.add("Link")
        self._addresses[made] = address
        return made

    def annotation(self, address: str, tokens: Sequence[Token], place: Place) -> Made:
        """What is pressed. A screen reader says the words, and where they lead if that is not in them."""
        words = "".join(token.text for token in tokens).strip()
        act = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(address)}
        said = words if address in words else f"{words}: {address}"
        return self._made("A", pdfdoc.PDFDictionary(act), said, place)

    def inside(self, to: object, words: str, place: Place) -> Made:
        """What leads to another place of the document; *words* say where."""
        return self._made("Dest", to, words, place)

    def _made(self, key: str, to: object, said: str, place: Place) -> Made:
        about = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "F": _PRINTED,
                "Rect": pdfdoc.PDFArray([round(edge, 2) for edge in place]),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "P": self._document.thisPageRef(),
                "Contents": pdfdoc.PDFString(said),
                key: to,
            }
        )
        return self._document.Reference(about), about
