"""A paper as one HTML file that needs nothing else: no script, nothing from elsewhere, every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from mentorjournal.model.blocks import Block, BlockKind, Document, Span, leads, tidy
from mentorjournal.model.bound import Chapter, Cover, Index
from mentorjournal.model.numbering import numbered
from mentorjournal.model.paper import (
    Beside,
    Bullets,
    Code,
    Entry,
    Facts,
    Heading,
    Line,
    Paper,
    Picture,
    Piece,
    Signatures,
    Table,
    Together,
    Writing,
)
from mentorjournal.model.unbound import unbound
from mentorjournal.sharing.chart_svg import chart_svg
from mentorjournal.sharing.html_style import STYLE

_FROM_THE_RIGHT = ("ar", "fa", "he", "ur", "yi")
_DEEPEST_HEADING = 6
_MARKS = (("bold", "strong"), ("italic", "em"), ("strike", "s"), ("code", "code"))


def as_html(paper: Paper) -> str:
    """A whole document in the paper's language. Equal papers give equal text."""
    rtl = paper.language.split("-")[0].lower() in _FROM_THE_RIGHT
    charts = _Charts()
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src'
        " 'unsafe-inline'; form-action 'none'; base-uri 'none'\">",
        f"<title>{_one_line(paper.title)}</title>",
    ]
    if paper.author:
        head.append(f'<meta name="author" content="{_one_line(paper.author)}">')
    size = "Letter" if paper.size == "Letter" else "A4"
    head.append(f"<style>\n{STYLE}@page {{ size: {size}; margin: 20mm 24mm; }}\n</style>")
    body = [f'<h1 dir="auto">{words(paper.title)}</h1>']
    if paper.subtitle:
        body.append(f'<p class="under" dir="auto">{words(paper.subtitle)}</p>')
    body = ["<header>", *body, "</header>"]
    body += [line for piece in paper.pieces for line in _lines(piece, charts)]
    foot = [f'<footer><p dir="auto">{words(paper.footer)}</p></footer>'] if paper.footer else []
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{_one_line(paper.language)}" dir="{"rtl" if rtl else "ltr"}">',
            *("<head>", *head, "</head>", "<body>"),
            *("<main>", *body, "</main>", *foot, "</body>", "</html>", ""),
        ]
    )


def words(text: str) -> str:
    """*text* so that a browser shows exactly these words."""
    return escape(tidy(text)).replace("\n", "<br>")


def _one_line(text: str) -> str:
    return escape(" ".join(tidy(text).split("\n")))


class _Charts:
    """Numbers the charts of one page, so that each has names of its own."""

    def __init__(self) -> None:
        self._count = 0

    def name(self) -> str:
        self._count += 1
        return f"chart-{self._count}"


def _lines(piece: Piece, charts: _Charts) -> Iterator[str]:
    match piece:
        case Heading():
            yield _heading(piece.text, piece.level + 1)
        case Line():
            yield f'<p class="{"muted" if piece.muted else "line"}" dir="auto">{words(piece.text)}</p>'
        case Writing():
            yield '<div class="written">'
            yield from _writing(piece.text)
            yield "</div>"
        case Facts():
            yield from _facts(piece)
        case Table():
            yield from _table(piece)
        case Bullets():
            kind = "ol" if piece.numbered else "ul"
            yield f"<{kind}>"
            yield from (f'<li dir="auto">{words(item)}</li>' for item in piece.items)
            yield f"</{kind}>"
        case Picture():
            yield f"<figure>{chart_svg(piece.chart, charts.name())}</figure>"
        case Together():
            yield "<section>"
            for inner in piece.pieces:
                yield from _lines(inner, charts)
            yield "</section>"
        case Cover() | Chapter() | Index():
            for shown in unbound(piece):
                yield from _lines(shown, charts)
        case _:
            yield from _of_short_pages(piece)


def _of_short_pages(piece: Piece) -> Iterator[str]:
    match piece:
        case Code():
            yield f'<p class="code">{words(" ".join(piece.groups))}</p>'
        case Beside():
            yield _heading(piece.heading, 3)
            yield "<ul>"
            yield from (f'<li dir="auto">{_entry(entry)}</li>' for entry in piece.entries)
            yield "</ul>"
        case Signatures():
            yield '<dl class="sign">'
            for who in piece.who:
                yield f'<div><dt dir="auto">{words(who)}</dt><dd>Date</dd></div>'
            yield "</dl>"
        case _:  # what is only for the pen, or to be filled in on the screen
            return


def _heading(text: str, level: int) -> str:
    name = f"h{min(level, _DEEPEST_HEADING)}"
    return f'<{name} dir="auto">{words(text)}</{name}>'


def _facts(facts: Facts) -> Iterator[str]:
    yield '<dl class="abreast">' if facts.abreast > 1 else "<dl>"
    for label, value in facts.rows:
        yield f'<div><dt dir="auto">{words(label)}</dt><dd dir="auto">{words(value)}</dd></div>'
    yield "</dl>"


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    if table.widths:
        shares = "".join(f'<col style="width: {share:.0%}">' for share in table.widths)
        yield f"<colgroup>{shares}</colgroup>"
    cells = "".join(f'<th scope="col" dir="auto">{words(cell)}</th>' for cell in table.header)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = "".join(f'<td dir="auto">{words(cell)}</td>' for cell in row)
        yield f"<tr>{cells}</tr>"
    yield "</tbody></table>"


def _entry(entry: Entry) -> str:
    mark = f"<strong>{words(entry.mark)}:</strong> " if entry.mark else ""
    if not entry.text:
        return mark + words(entry.aside)
    aside = f' <span class="aside">({words(entry.aside)})</span>' if entry.aside else ""
    return mark + words(entry.text) + aside


def _writing(document: Document) -> Iterator[str]:
    for in_list, group in groupby(numbered(document), key=lambda one: one[0].kind.is_list):
        if not in_list:
            yield from (_block(block) for block, _ in group if block.text.strip() or _is_divider(block))
            continue
        yield '<ul class="points">'
        yield from (_item(block, number) for block, number in group if block.text.strip())
        yield "</ul>"


def _is_divider(block: Block) -> bool:
    return block.kind is BlockKind.DIVIDER


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.DIVIDER:
            return "<hr>"
        case BlockKind.HEADING_1 | BlockKind.HEADING_2:
            name = "h4" if block.kind is BlockKind.HEADING_1 else "h5"
        case BlockKind.QUOTE:
            name = "blockquote"
        case _:
            name = "p"
    return f'<{name} dir="auto">{_spans(block)}</{name}>'


def _item(block: Block, number: int) -> str:
    """Its mark is text, so that numbers and levels are what they were, wherever a list was broken off."""
    if block.kind is BlockKind.NUMBERED:
        mark = f"{number}. "
    elif block.kind is BlockKind.CHECK:
        mark = "☑ " if block.done else "☐ "
    else:
        mark = "• "
    said = f'<span class="mark">{mark}</span>'
    return f'<li class="level-{block.level}" dir="auto">{said}{_spans(block)}</li>'


def _spans(block: Block) -> str:
    return "".join(map(_span, block.spans))


def _span(span: Span) -> str:
    shown = words(span.text)
    for field, tag in _MARKS:
        if getattr(span, field):
            shown = f"<{tag}>{shown}</{tag}>"
    if leads(span.link):
        shown = f'<a href="{_one_line(span.link)}" rel="noreferrer noopener">{shown}</a>'
    return shown
