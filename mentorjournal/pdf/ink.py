"""Drawing on a page: lines of text, rules and shapes, each inside the part of the structure it belongs to."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Sequence
from itertools import groupby

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from mentorjournal.model.blocks import leads
from mentorjournal.model.fields import Field, HiddenField
from mentorjournal.pdf.about import PROGRAM, About, describe
from mentorjournal.pdf.embedding import EmbeddedFace
from mentorjournal.pdf.faces import Face, face_name
from mentorjournal.pdf.form import Form, Place
from mentorjournal.pdf.links import Links
from mentorjournal.pdf.style import Style
from mentorjournal.pdf.tags import LAYOUT, Annotation, Artifact, Element, TaggedPage, write_structure
from mentorjournal.pdf.typeset import TextLine, Token

_SLANT = 0.2
_MAKER = b"ReportLab Generated PDF document (opensource)"
"""A comment in the head of the file, which says more about it than is anybody's business."""


class _Canvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's canvas without the font it puts on every page by itself, which is never embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that says which marks of the structure it holds."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]


class Ink:
    """One document being drawn, page by page. Coordinates are points from the lower left corner."""

    def __init__(
        self, size: tuple[float, float], *, title: str, author: str, language: str, keywords: Sequence[str]
    ) -> None:
        self.root = Element("Document")
        self._language = language
        self._title, self._author = title, author
        self._bytes = io.BytesIO()
        self._canvas = _Canvas(
            self._bytes, pagesize=size, invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=language
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject("")
        self._canvas.setKeywords(", ".join(keywords))
        self._canvas.setCreator(PROGRAM)
        self._canvas.setProducer(PROGRAM)
        self._document: pdfdoc.PDFDocument = self._canvas._doc
        self._add_page = self._document.addPage
        self._document.addPage = self._finish_page
        self._fonts: dict[Face, EmbeddedFace] = {}
        self._form: Form | None = None
        self._pages: list[TaggedPage] = []
        self._marks: list[Element] = []
        self._open: Element | Artifact | None = None
        self._links = Links(self._document)
        self._depth = -1
        self._covers = 0
        self._digest = hashlib.sha256(f"{title}\n{author}\n{language}".encode("utf-8", "surrogatepass"))
        self._out: list[str] = self._canvas._code

    # the structure

    def begin(self, element: Element | Artifact | None) -> None:
        """What is drawn from here on belongs to *element*; None is decoration that no reader is told of."""
        wanted = element or LAYOUT
        if wanted is self._open:
            return
        self._close()
        if isinstance(wanted, Artifact):
            self._out.append(f"/Artifact {wanted.value} BDC")
        else:
            number = len(self._marks)
            self._out.append(f"/{wanted.kind} <</MCID {number}>> BDC")
            wanted.kids.append((len(self._pages), number))
            self._marks.append(wanted)
        self._open = wanted

    def _close(self) -> None:
        if self._open is not None:
            self._out.append("EMC")
            self._open = None

    def heading(self, text: str, level: int, top: float) -> None:
        """Put *text* into the outline, leading to *top* on this page."""
        level = self._depth = min(level, self._depth + 1)
        key = f"h{self._canvas.getPageNumber()}.{len(self._canvas._destinations)}"
        self._canvas.bookmarkHorizontal(key, 0, top + 12)
        self._canvas.addOutlineEntry(text, key, level)

    def place(self, key: str, top: float) -> None:
        """Where *key* leads to: *top* on this page."""
        self._canvas.bookmarkHorizontal(f"to {key}", 0, top + 12)

    def lead(self, element: Element, key: str, words: str, box: tuple[float, float, float, float]) -> None:
        """A link to a place of this document, told of by *element*; *words* say where it leads."""
        self._annotate(self._links.inside(self._canvas._bookmarkReference(f"to {key}"), words, box), element)

    def number_from(self, page: int) -> None:
        """Count pages from this one on, 0 the first; those before it have no number."""
        self._covers = page

    # drawing

    def text(self, line: TextLine, x: float, baseline: float) -> None:
        """Show *line* with its left edge at *x*."""
        if line.uniform and line.tokens and not line.tokens[0].style.link:
            self._uniform(line, x, baseline)
            if line.tokens[0].style.strike:
                self._strike(line.tokens, x, baseline)
            return
        x -= line.overhang
        belongs_to = self._open or LAYOUT
        for link, group in groupby(line.tokens, _link_of):
            tokens = list(group)
            width = sum(token.width for token in tokens)
            if isinstance(belongs_to, Element) and leads(link):
                element = self._links.element(belongs_to, link)
                self.begin(element)
                place = (x, baseline - 3, x + width, baseline + tokens[0].style.size)
                self._annotate(self._links.annotation(link, tokens, place), element)
            else:
                self.begin(belongs_to)
            self._run(tokens, x, baseline)
            if link:
                self._underline(tokens, x, baseline)
            self._strike(tokens, x, baseline)
            x += width

    def _run(self, tokens: Sequence[Token], x: float, baseline: float) -> None:
        """Text in any faces and styles, each word said to be of its own language."""
        out: list[str] = []
        shown: list[str] = []  # what the operator that is being written shows
        font: EmbeddedFace | None = None
        style: Style | None = None
        tongue = ""
        said = isinstance(self._open, Element)

        def then(steps: str) -> None:
            if shown:
                out.append(f"[{''.join(shown)}]TJ ")
                shown.clear()
            out.append(steps)

        for token in tokens:
            if said and token.tongue != tongue:
                then("EMC " if tongue else "")
                tongue = token.tongue
                then(f"/Span <</Lang ({tongue})>> BDC " if tongue else "")
            for shaped in token.shapes:
                needed = self._fonts.get(shaped.face) or self._font(shaped.face)
                if needed is not font or token.style is not style:
                    then(_change(needed, style, token.style, x, baseline))
                    font, style = needed, token.style
                if shaped.apart:
                    then(_said(shaped.text, f"[{needed.encode(shaped)}]TJ "))
                else:
                    shown.append(needed.encode(shaped))
        then("EMC " if tongue else "")
        if any(out):
            self._out.append(f"BT {''.join(out)}ET")

    def _strike(self, tokens: Sequence[Token], x: float, baseline: float) -> None:
        for i, token in enumerate(tokens):
            style = token.style
            if style.strike and not (token.space and i in (0, len(tokens) - 1)):
                self.rule(x, baseline + style.size * 0.28, token.width, style.colour, style.size * 0.06)
            x += token.width

    def _underline(self, tokens: Sequence[Token], x: float, baseline: float) -> None:
        for token in tokens:
            style = token.style
            self.rule(x, baseline - style.size * 0.14, token.width, style.colour, 0.5)
            x += token.width

    def _uniform(self, line: TextLine, x: float, baseline: float) -> None:
        first = line.tokens[0]
        font = self._font(first.shapes[0].face)
        size = first.style.size
        shown = "".join([token.shown or _show(token, font) for token in line.tokens])
        self._out.append(
            f"BT 1 0 {_SLANT if face_name(first.style)[1] else 0} 1 {x:.2f} {baseline:.2f} Tm"
            f" /{font.resource} {size:g} Tf {_colour(first.style.colour)} rg [{shown}]TJ ET"
        )

    def rule(self, x: float, y: float, width: float, colour: str, thickness: float = 0.6) -> None:
        """A horizontal line."""
        self.path(f"{x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l", stroke=colour, thickness=thickness)

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        self.path(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re", fill=fill)

    def dot(
        self, x: float, y: float, radius: float, fill: str, *, stroke: str = "", thickness: float = 1.2
    ) -> None:
        k = radius * 0.5523
        self.path(
            f"{x + radius:.2f} {y:.2f} m"
            f" {x + radius:.2f} {y + k:.2f} {x + k:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c"
            f" {x - k:.2f} {y + radius:.2f} {x - radius:.2f} {y + k:.2f} {x - radius:.2f} {y:.2f} c"
            f" {x - radius:.2f} {y - k:.2f} {x - k:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c"
            f" {x + k:.2f} {y - radius:.2f} {x + radius:.2f} {y - k:.2f} {x + radius:.2f} {y:.2f} c h",
            fill=fill,
            stroke=stroke,
            thickness=thickness,
        )

    def path(
        self, steps: str, *, fill: str = "", stroke: str = "", thickness: float = 0.6, dash: str = ""
    ) -> None:
        """A path in PDF's own operators, filled, stroked or both."""
        paint = "B" if fill and stroke else "f" if fill else "S"
        colours = f"{_colour(fill)} rg " if fill else ""
        if stroke:
            colours += f"{_colour(stroke)} RG {thickness:.2f} w 1 J 1 j "
        self._out.append(f"q {colours}{f'[{dash}] 0 d ' if dash else ''}{steps} {paint} Q")

    # fields

    def field(self, field: Field, element: Element, place: Place) -> None:
        """A field to fill in, told of by *element*."""
        self._annotate(self._fields.add(field, place), element)

    def _annotate(
        self, made: tuple[pdfdoc.PDFObjectReference, pdfdoc.PDFDictionary], element: Element
    ) -> None:
        element.kids.append(Annotation(len(self._pages), *made))
        self._canvas._annotationrefs.append(made[0])

    def hide(self, field: HiddenField) -> None:
        self._canvas._annotationrefs.append(self._fields.hide(field))

    @property
    def _fields(self) -> Form:
        if self._form is None:
            self._form = Form(self._document, self._language, self._font)
        return self._form

    # pages

    def next_page(self) -> None:
        self._close()
        self._canvas.showPage()
        self._out = self._canvas._code

    def finish(self) -> bytes:
        """The whole document."""
        if self._form is not None:
            self._form.write()
        write_structure(self._document, self.root, self._pages)
        about = About(self._title, self._author, self._language)
        describe(self._document, about, self._covers)
        number = self._digest.hexdigest()[:32].upper().encode("ascii")
        self._document._ID = b"[<%b><%b>]" % (number, number)
        self._document.SaveToFile(self._bytes, self._canvas)
        return self._bytes.getvalue().replace(_MAKER, PROGRAM.encode("ascii").ljust(len(_MAKER)), 1)

    def _finish_page(self, page: pdfdoc.PDFPage) -> None:
        page.__class__ = _Page
        page.StructParents, page.Tabs = len(self._pages), pdfdoc.PDFName("S")
        # Packed at once, so that a long document does not grow with its pages; ReportLab would do it at the
        # end, and add a needless ASCII armour.
        stream = pdfdoc.PDFStream()
        stream.content = zlib.compress(page.stream.encode("latin-1"))
        stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
        stream.filters = []
        page.stream = ""
        self._digest.update(stream.content)
        page.Contents = stream
        self._pages.append(TaggedPage(self._document.thisPageRef(), self._marks))
        self._marks = []
        self._add_page(page)

    def _font(self, face: Face) -> EmbeddedFace:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = EmbeddedFace(face, f"F{len(self._fonts) + 1}")
            self._document.delayedFonts.append(font)
        return font


def _link_of(token: Token) -> str:
    return token.style.link


def _show(token: Token, font: EmbeddedFace) -> str:
    token.shown = font.encode(token.shapes[0])
    return token.shown


def _said(text: str, shown: str) -> str:
    """What is shown, with its text beside it."""
    words = text.encode("utf-16-be", "surrogatepass").hex().upper()
    return f"/Span <</ActualText <FEFF{words}>>> BDC {shown}EMC "


def _change(font: EmbeddedFace, before: Style | None, after: Style, x: float, baseline: float) -> str:
    """What to write before text in another font or style. The pen is only moved where the slant changes."""
    slanted = face_name(after)[1]
    steps = ""
    if before is None or slanted != face_name(before)[1]:
        steps = f"1 0 {_SLANT if slanted else 0} 1 {x:.2f} {baseline:.2f} Tm "
    if before is None or before.colour != after.colour:
        steps += f"{_colour(after.colour)} rg "
    return f"{steps}/{font.resource} {after.size:g} Tf "


def _colour(rgb: str) -> str:
    found = _COLOURS.get(rgb)
    if found is None:
        found = _COLOURS[rgb] = " ".join(f"{int(rgb[i : i + 2], 16) / 255:.3g}" for i in (0, 2, 4))
    return found


_COLOURS: dict[str, str] = {}
