"""The fields of a fillable PDF: what a reader of PDFs types into, and a screen reader says.

ReportLab's own fields know the fourteen standard fonts alone, which are not embedded and hold no letter
beyond Latin-1, and stand outside the structure; so the dictionaries are written here. There is no script in
them: what a value may be is checked when the form is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.pdfbase import pdfdoc

from mentorjournal.model.fields import PIECE, ChoiceField, Field, HiddenField
from mentorjournal.pdf.embedding import EmbeddedFace
from mentorjournal.pdf.entry_font import EntryFont
from mentorjournal.pdf.faces import Face, face, face_name
from mentorjournal.pdf.style import ENTRY
from mentorjournal.pdf.typeset import TextLine, Typesetter

Place = tuple[float, float, float, float]
"""Left, lower, right and upper edge of a field on its page."""

_HIDDEN, _PRINTED = 2, 4
_READ_ONLY, _MANY_LINES, _DROP_DOWN = 1, 1 << 12, 1 << 17
_FONT = "Entry"
_LOOK = f"/{_FONT} {ENTRY.size:g} Tf 0.133 0.125 0.114 rg"
_BEGUN = "D:20000101000000Z"
"""The moment of every document here, so that equal papers give equal bytes."""
_INSET = 2.0
"""How far from the edge of a field its text begins, as readers of PDFs have it."""


class Form:
    """The fields of one document, collected while its pages are drawn."""

    def __init__(
        self, document: pdfdoc.PDFDocument, language: str, embedded: Callable[[Face], EmbeddedFace]
    ) -> None:
        self._document = document
        self._embedded = embedded
        self._typesetter = Typesetter(language)
        self._font = EntryFont(face(face_name(ENTRY)[0]))
        self._font_reference = self._font.write(document)
        document.idToObject["BasicFonts"].dict[_FONT] = self._font_reference
        self._references: list[pdfdoc.PDFObjectReference] = []
        self._hidden: list[HiddenField] = []

    def add(self, field: Field, place: Place) -> tuple[pdfdoc.PDFObjectReference, pdfdoc.PDFDictionary]:
        """A field on the page that is being drawn."""
        about = self._widget(field.name, place, _PRINTED)
        about["TU"] = about["Contents"] = pdfdoc.PDFString(field.said)
        about["DA"] = pdfdoc.PDFString(_LOOK)
        if isinstance(field, ChoiceField):
            about["FT"], about["Ff"] = pdfdoc.PDFName("Ch"), _DROP_DOWN
            about["Opt"] = pdfdoc.PDFArray([_array(map(pdfdoc.PDFString, pair)) for pair in field.choices])
            shown = dict(field.choices).get(field.value, "")
        else:
            about["FT"], about["Ff"] = pdfdoc.PDFName("Tx"), _MANY_LINES if field.lines > 1 else 0
            about["MaxLen"] = field.longest
            shown = field.value
        if field.value:
            about["V"] = about["DV"] = pdfdoc.PDFString(field.value)
        many = not isinstance(field, ChoiceField) and field.lines > 1
        about["AP"] = pdfdoc.PDFDictionary({"N": self._appearance(shown, place, many)})
        return self._kept(about), about

    def hide(self, field: HiddenField) -> pdfdoc.PDFObjectReference:
        """A field that is not shown, for what a reader of PDFs keeps when it saves the form."""
        about = self._widget(field.name, (0, 0, 0, 0), _HIDDEN)
        about["FT"], about["Ff"] = pdfdoc.PDFName("Tx"), _READ_ONLY
        about["V"] = pdfdoc.PDFString(field.value)
        self._hidden.append(field)
        return self._kept(about)

    def write(self) -> None:
        about = {
            "Fields": _array(self._references),
            "DA": pdfdoc.PDFString(_LOOK),
            "DR": pdfdoc.PDFDictionary({"Font": self._fonts()}),
        }
        catalogue = self._document.Catalog
        catalogue.AcroForm = pdfdoc.PDFDictionary(about)
        if self._hidden:
            catalogue.PieceInfo = pdfdoc.PDFDictionary({PIECE: self._noted()})

    def _noted(self) -> pdfdoc.PDFDictionary:
        """The hidden fields once more, where they stay when all fields are flattened into the page."""
        said = {field.name: pdfdoc.PDFString(field.value) for field in self._hidden}
        return pdfdoc.PDFDictionary(
            {"LastModified": pdfdoc.PDFString(_BEGUN), "Private": pdfdoc.PDFDictionary(said)}
        )

    def _widget(self, name: str, place: Place, flags: int) -> pdfdoc.PDFDictionary:
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Widget"),
                "T": pdfdoc.PDFString(name),
                "F": flags,
                "Rect": _array([round(edge, 2) for edge in place]),
                "P": self._document.thisPageRef(),
            }
        )

    def _kept(self, about: pdfdoc.PDFDictionary) -> pdfdoc.PDFObjectReference:
        reference = self._document.Reference(about)
        self._references.append(reference)
        return reference

    def _appearance(self, shown: str, place: Place, many: bool) -> pdfdoc.PDFObjectReference:
        """What stands in the field before anybody typed: readers draw it anew once somebody does."""
        width, height = place[2] - place[0], place[3] - place[1]
        stream = pdfdoc.PDFStream()
        stream.content = f"/Tx BMC {self._text(shown, width, height, many)}EMC".encode("ascii")
        stream.dictionary["Type"] = pdfdoc.PDFName("XObject")
        stream.dictionary["Subtype"] = pdfdoc.PDFName("Form")
        stream.dictionary["BBox"] = _array([0, 0, round(width, 2), round(height, 2)])
        stream.dictionary["Resources"] = pdfdoc.PDFDictionary(
            {"Font": pdfdoc.PDFObjectReference("BasicFonts")}
        )
        stream.filters = [pdfdoc.PDFZCompress]
        return self._document.Reference(stream)

    def _text(self, shown: str, width: float, height: float, many: bool) -> str:
        if not shown:
            return ""
        measure = width - 2 * _INSET
        lines = [
            line for part in shown.split("\n") for line in self._typesetter.lines([(part, ENTRY)], measure)
        ]
        top = height - _INSET - ENTRY.size if many else (height - ENTRY.size) / 2 + ENTRY.size * 0.14
        drawn = " T* ".join(map(self._plain if self._font.covers(shown) else self._in_faces, lines))
        inside = f"{_INSET} {_INSET} {measure:.2f} {height - 2 * _INSET:.2f} re W n"
        return f"q {inside} BT {_LOOK} {ENTRY.leading:g} TL {_INSET} {top:.2f} Td {drawn} ET Q "

    def _plain(self, line: TextLine) -> str:
        return f"{self._font.encode(''.join(token.text for token in line.tokens))} Tj"

    def _in_faces(self, line: TextLine) -> str:
        """In the faces of the page, for letters that the font to type with does not hold."""
        shapes = [shaped for token in line.tokens for shaped in token.shapes]
        parts = [(self._embedded(shaped.face), shaped) for shaped in shapes]
        return " ".join(f"/{font.resource} {ENTRY.size:g} Tf [{font.encode(one)}] TJ" for font, one in parts)

    def _fonts(self) -> pdfdoc.PDFDictionary:
        return pdfdoc.PDFDictionary({_FONT: self._font_reference})


def _array(items: Sequence[object] | map[object]) -> pdfdoc.PDFArray:
    return pdfdoc.PDFArray(list(items))
