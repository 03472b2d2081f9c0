"""The same summary in every form: the same lines, and nothing that a person wrote acts as markup."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mentorjournal.errors import Cancelled, InvalidInput
from mentorjournal.model.blocks import Block, BlockKind, Span, from_plain, normal, tidy
from mentorjournal.model.paper import (
    Beside,
    Bullets,
    Code,
    Entry,
    Facts,
    Heading,
    Line,
    Paper,
    Piece,
    Signatures,
    Table,
    Together,
    Writing,
)
from mentorjournal.model.shared import SummaryFormat
from mentorjournal.model.words import Audience
from mentorjournal.sharing import summary
from mentorjournal.sharing.as_html import as_html
from mentorjournal.sharing.as_markdown import as_markdown
from mentorjournal.sharing.formats import FILES, as_words, extension, file_name, format_of, make
from tests.pdf import reading
from tests.sharing import samples

WORDS = (SummaryFormat.MARKDOWN, SummaryFormat.HTML, SummaryFormat.TEXT)
READERS = {
    "plain": MarkdownIt("commonmark"),
    "as most sites read it": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}
MARKUP = st.text(
    st.sampled_from("\\`*_{}[]()<>#+-.!|~&:=$^@'\"/ \t\nab1x\u00a0\u3000") | st.characters(codec="utf-8"),
    max_size=40,
)
ODD = (
    *("# no heading", "1. no list", "2) no list", "- no", "+ no", "* no", "> no", "---", "===", "a\n---"),
    *("```\ncode", "~~~", "    indented", "\ttab", "<script>alert(1)</script>", "&amp; &lt; &#65;", "a\\"),
    *("[a](b)", "![a](b)", "[a]: /b", "*a* **b** _c_ ~~d~~", "`a`", "<https://a.example>", "| a |\n| - |"),
    *("a|b\n:--", "trailing  \nspaces", "a\n\n\nb", "\n\na", "a\n\n", "C#", "# #", "[x] a", "$a$", "- [ ] a"),
)


class Read(HTMLParser):
    """What a browser would make of the page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.parts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self.parts.append((self.open[-1], "\n"))
        elif tag not in ("meta", "col", "hr"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.parts.append((self.open[-1] if self.open else "", data))

    def text(self, within: str) -> str:
        return "".join(data for tag, data in self.parts if tag == within)


def markdown_text(tokens: list[Token]) -> str:
    shown = {"softbreak": "\n", "hardbreak": "\n"}
    assert {one.type for one in tokens} <= {"text", "softbreak", "hardbreak"}, tokens
    return "".join(shown.get(one.type, one.content) for one in tokens)


def paper(*pieces: Piece) -> Paper:
    return Paper(title="Mentoring summary", pieces=pieces)


def whole(audience: Audience = Audience.PARTNER) -> tuple[Paper, tuple[str, ...]]:
    offer = summary.offer(samples.source(), audience, samples.SINCE, samples.UNTIL)
    chosen = summary.as_offered(offer)
    chosen = replace(chosen, sections=frozenset(one.key.value for one in offer.sections))
    return summary.compose(offer, chosen, on=samples.ON), summary.leaves(offer, chosen)


def parts_of(line: str) -> list[str]:
    """A label and its text may stand in two cells."""
    return line.split(": ", 1)


# The same lines


@pytest.mark.parametrize("audience", list(Audience))
def test_every_form_holds_every_line_that_leaves(audience: Audience) -> None:
    made, lines = whole(audience)
    texts = {
        "pdf": reading.text(make(made, SummaryFormat.PDF)),
        "txt": as_words(made, SummaryFormat.TEXT),
        "html": "\n".join(data for _, data in Read(as_html(made)).parts),
        "md": re.sub(r"\\(?=[^\w\s])", "", as_markdown(made)).replace("**", ""),
    }
    assert len(lines) > 4
    for form, text in texts.items():
        squeezed = reading.squeezed(text)
        for line in lines:
            for part in parts_of(line):
                assert reading.squeezed(part) in squeezed, (form, part)


@pytest.mark.parametrize("format", FILES)
def test_equal_papers_give_equal_bytes(format: SummaryFormat) -> None:
    made, _ = whole()
    assert make(made, format) == make(made, format)


def test_a_clipboard_gets_the_plain_text() -> None:
    made, _ = whole()
    assert make(made, SummaryFormat.CLIPBOARD) == make(made, SummaryFormat.TEXT)


def test_pieces_of_every_paper_have_words() -> None:
    pieces = (
        Code(("ABCD", "EFGH")),
        Beside("Last time", (Entry("Send it", aside="due 1 July", mark="overdue"), Entry("", aside="None"))),
        Signatures(("Mentee", "Mentor")),
        Bullets(("One", "Two"), numbered=True),
        Table(("Day", "Length"), (("1 March", "60 min"), ("2 March", "45 min"))),
        Writing(from_plain("Written.")),
        Together((Line("Within."),)),
    )
    for format in WORDS:
        text = as_words(paper(*pieces), format)
        for words in ("ABCD EFGH", "Send it", "due 1 July", "overdue", "None", "Mentor", "45 min", "Within."):
            assert words in text, (format, words)
        assert "Two" in text and "Written." in text


# Markdown


@given(MARKUP)
def test_any_text_comes_back_from_markdown_as_it_was(text: str) -> None:
    comes_back_from_markdown(text)


@pytest.mark.parametrize("text", ODD)
def test_what_looks_like_markdown_comes_back_as_it_was(text: str) -> None:
    comes_back_from_markdown(text)


def comes_back_from_markdown(text: str) -> None:
    made = as_markdown(paper(Line(text), Facts((("Label", text),)), Bullets((text, text)), Line("The end")))
    for reader in READERS.values():
        tokens = reader.parse(made)
        inlines = [one.children or [] for one in tokens if one.type == "inline"]
        if not tidy(text):
            continue  # an empty paragraph is none
        title, line, facts, first, second, end = inlines
        assert markdown_text(title) == "Mentoring summary"
        assert markdown_text(line) == tidy(text)
        assert [one.type for one in facts[:3]] == ["text", "strong_open", "text"]
        assert markdown_text(facts[4:]) == f" {tidy(text)}"
        assert markdown_text(first) == markdown_text(second) == tidy(text)
        assert markdown_text(end) == "The end"
        assert {one.type for one in tokens} == {
            *("heading_open", "inline", "heading_close", "paragraph_open", "paragraph_close"),
            *("bullet_list_open", "list_item_open", "list_item_close", "bullet_list_close"),
        }


@given(MARKUP)
def test_any_heading_and_any_cell_come_back_from_markdown(text: str) -> None:
    cells = Table((text or "a", "b"), ((text, text), ("c", text)))
    tokens = READERS["as most sites read it"].parse(as_markdown(paper(Heading(text), cells)))
    inlines = [markdown_text(one.children or []) for one in tokens if one.type == "inline"]
    said = tidy(text)
    assert inlines == ["Mentoring summary", said, tidy(text or "a"), "b", said, said, "c", said]
    assert [one.tag for one in tokens if one.type == "heading_open"] == ["h1", "h2"]
    assert sum(one.type == "tr_open" for one in tokens) == 3


@given(st.lists(st.tuples(MARKUP, st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=5))
def test_any_writing_comes_back_from_markdown(parts: list[tuple[str, bool, bool, bool]]) -> None:
    spans = tuple(Span(text, bold=b, italic=i, strike=s) for text, b, i, s in parts)
    blocks = normal((*from_plain("before"), Block(spans=spans)))
    if not blocks[1].text.strip():
        return
    tokens = READERS["as most sites read it"].parse(as_markdown(paper(Writing(blocks))))
    last = [one for one in tokens if one.type == "inline"][-1].children or []
    assert "".join(one.content for one in last) == blocks[1].text
    assert {one.type for one in last} <= {
        *("text", "strong_open", "strong_close", "em_open", "em_close", "s_open", "s_close")
    }


def test_lists_quotes_and_dividers_are_markdown() -> None:
    kinds = (
        Block(kind=BlockKind.HEADING_1, spans=(Span("First"),)),
        Block(kind=BlockKind.BULLET, spans=(Span("point"),)),
        Block(kind=BlockKind.BULLET, spans=(Span("deeper"),), level=1),
        Block(kind=BlockKind.NUMBERED, spans=(Span("one"),)),
        Block(kind=BlockKind.CHECK, spans=(Span("done"),), done=True),
        Block(kind=BlockKind.QUOTE, spans=(Span("a quote"),)),
        Block(kind=BlockKind.DIVIDER),
        Block(spans=(Span("bold", bold=True), Span(" and "), Span("here", link="https://example.org/a b>"))),
    )
    text = as_markdown(paper(Writing(kinds)))
    for line in ("#### First", "* point", "    * deeper", "1. one", "* [x] done", "> a quote", "---"):
        assert f"\n{line}\n" in text
    assert "**bold** and [here](<https://example.org/a%20b%3E>)" in text


def test_a_link_that_could_run_something_is_words_alone() -> None:
    block = Block(spans=(Span("here", link="javascript:alert(1)"),))
    for format in WORDS:
        assert "javascript" not in as_words(paper(Writing((block,))), format)


# HTML


@given(MARKUP)
def test_any_text_comes_back_from_html_as_it_was(text: str) -> None:
    comes_back_from_html(text)


@pytest.mark.parametrize("text", ODD)
def test_what_looks_like_html_comes_back_as_it_was(text: str) -> None:
    comes_back_from_html(text)


def comes_back_from_html(text: str) -> None:
    made = as_html(
        Paper(title=text, author=text, pieces=(Line(text), Facts(((text, "value"),)), Bullets((text,))))
    )
    page = Read(made)
    said = tidy(text)
    assert page.text("p") == page.text("dt") == page.text("li") == page.text("h1") == said
    assert [tag for tag, _ in page.tags if tag in ("script", "img", "a", "iframe")] == []
    authors = [about["content"] for tag, about in page.tags if about.get("name") == "author"]
    assert authors == ([" ".join(said.split("\n"))] if text else [])


def test_a_page_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    made, _ = whole()
    text = as_html(made)
    page = Read(text)
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form"} == set()
    assert not any(name.startswith("on") for _, about in page.tags for name in about)
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", text)
    policy = next(about["content"] for _, about in page.tags if about.get("http-equiv"))
    assert policy and policy.startswith("default-src 'none'")


@pytest.mark.parametrize(("language", "direction"), [("en-GB", "ltr"), ("he", "rtl"), ("ar-EG", "rtl")])
def test_a_page_says_its_language_and_direction(language: str, direction: str) -> None:
    page = Read(as_html(Paper(title="A", pieces=(Line("b"),), language=language)))
    assert ("html", {"lang": language, "dir": direction}) in page.tags


def test_headings_come_in_order_under_one_title() -> None:
    made, _ = whole()
    levels = [int(tag[1]) for tag, _ in Read(as_html(made)).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1 and len(levels) > 6


def test_a_chart_is_a_picture_with_its_words() -> None:
    made, _ = whole()
    page = Read(as_html(made))
    pictures = [about for tag, about in page.tags if tag == "svg"]
    assert pictures and all(one["role"] == "img" for one in pictures)
    named = {name for one in pictures for name in str(one["aria-labelledby"]).split()}
    ids = [about["id"] for tag, about in page.tags if tag in ("title", "desc") and "id" in about]
    assert sorted(named) == sorted(str(one) for one in ids) and len(set(ids)) == len(ids)
    assert "aiming at 8 of 10" in page.text("desc")


def test_what_is_written_in_html_is_styled_by_tags_alone() -> None:
    spans = (
        Span("a", bold=True),
        Span("b", italic=True, strike=True),
        Span("c", link="https://a.example/?b&c"),
    )
    page = as_html(paper(Writing((Block(spans=spans), Block(kind=BlockKind.DIVIDER)))))
    assert "<strong>a</strong><s><em>b</em></s>" in page and "<hr>" in page
    assert '<a href="https://a.example/?b&amp;c" rel="noreferrer noopener">c</a>' in page


# Names, passwords and stopping


def test_a_file_is_named_neutrally_by_its_form() -> None:
    assert [file_name(date(2026, 3, 1), one) for one in FILES] == [
        "mentoring-summary-2026-03.pdf",
        "mentoring-summary-2026-03.md",
        "mentoring-summary-2026-03.html",
        "mentoring-summary-2026-03.txt",
    ]
    assert extension(SummaryFormat.CLIPBOARD) == ""


@pytest.mark.parametrize(
    ("name", "format"),
    [
        *(("a.pdf", SummaryFormat.PDF), ("a.PDF", SummaryFormat.PDF), ("a.markdown", SummaryFormat.MARKDOWN)),
        *(("a.htm", SummaryFormat.HTML), ("a.b.txt", SummaryFormat.TEXT), ("pdf", None), ("a.docx", None)),
    ],
)
def test_a_form_is_told_by_the_name(name: str, format: SummaryFormat | None) -> None:
    assert format_of(name) is format


def test_a_password_locks_a_pdf_and_nothing_else() -> None:
    made, _ = whole()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(make(made, SummaryFormat.PDF, password="correct horse")))
    for format in WORDS:
        with pytest.raises(InvalidInput, match="Only a PDF"):
            make(made, format, password="correct horse")


def test_making_a_pdf_can_be_stopped() -> None:
    made, _ = whole()
    with pytest.raises(Cancelled):
        make(made, SummaryFormat.PDF, cancelled=lambda: True)
