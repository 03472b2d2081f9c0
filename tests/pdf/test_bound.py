"""A bound paper: contents and index name the right pages and lead there; the cover is no numbered page."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest

from mentorjournal.errors import Cancelled
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.bound import Chapter, Contents, Cover, Index, IndexEntry, IndexPlace, PageBreak
from mentorjournal.model.paper import Heading, Line, Paper, Piece, Writing
from mentorjournal.pdf import missing_characters, render
from mentorjournal.sharing.as_html import as_html
from mentorjournal.sharing.as_markdown import as_markdown
from mentorjournal.sharing.plain import as_text
from tests.pdf import reading

COUNT = 40


def sentences(number: int) -> str:
    line = "The walk along the harbour took an hour, and nobody can hurry on it. " * 9
    return "\n".join([line] * (1 + number % 7))


def book(count: int = COUNT, *more: Piece) -> Paper:
    chapters = [
        piece
        for number in range(count)
        for piece in (
            Chapter(f"Session {number}: what to do", 2, f"Day {number}", key=f"s{number}"),
            Heading("Notes", 2),
            Writing(from_plain(sentences(number))),
            Heading("Actions", 2, key=f"a{number}"),
            Line("Write to the panel"),
        )
    ]
    places = tuple(IndexPlace(f"Session {number}, an action", f"a{number}") for number in range(0, count, 3))
    return Paper(
        title="Mentoring journal",
        subtitle="One year",
        footer="Private",
        pieces=(
            Cover(("Private. For nobody else.",), ("Paper has no passphrase.",)),
            Contents("Contents"),
            Chapter("Sessions"),
            *chapters,
            Chapter("Index of goals"),
            Index((IndexEntry("Speak up", places),)),
            *more,
        ),
    )


@pytest.fixture(scope="module")
def bound() -> bytes:
    return render(book())


def pages(pdf: bytes) -> list[str]:
    """The words of each page, with one space wherever there is any."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def number_after(words: str, page: str) -> int:
    """The number that stands at the end of this line of contents or index."""
    return int(re.search(re.escape(words) + r" (\d+)\b", page)[1])  # type: ignore[index]


def links(pdf: bytes) -> list[tuple[str, int, int]]:
    """What each link says of itself, the page that it stands on, and the page that it leads to."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages)}
        return [
            (str(link.Contents), number, numbers[link.Dest[0].objgen])
            for number, page in enumerate(document.pages)
            for link in page.get("/Annots", [])
            if link.Subtype == "/Link"
        ]


def test_the_contents_and_the_index_name_the_page_on_which_each_place_stands(bound):
    all_pages = pages(bound)
    contents, index = " ".join(all_pages[1:3]), all_pages[-1]
    for number in range(COUNT):
        name = f"Session {number}: what to do"
        page = all_pages[number_after(name, contents)]  # the cover is page 0 and has no number
        assert f"{name} Day {number} " in page
    for number in range(0, COUNT, 3):
        page = all_pages[number_after(f"Session {number}, an action", index)]
        assert "Actions Write to the panel" in page


def test_each_line_of_contents_and_index_leads_to_its_page(bound):
    all_pages = pages(bound)
    found = links(bound)
    assert len(found) == COUNT + 2 + len(range(0, COUNT, 3))
    for words, on, to in found:
        assert number_after(words, all_pages[on]) == to


def test_the_cover_has_no_number_and_no_foot(bound):
    cover, contents, *_, last = pages(bound)
    count = reading.page_count(bound)
    assert "Mentoring journal" in cover and "Private. For nobody else." in cover
    assert "Page " not in cover
    assert f"Page 1 of {count - 1}" in contents
    assert f"Page {count - 1} of {count - 1}" in last
    with pikepdf.open(io.BytesIO(bound)) as document:
        assert [page.label for page in document.pages][:3] == ["", "1", "2"]


def test_a_page_that_goes_on_with_a_chapter_says_which(bound):
    chapter = ""
    for page in pages(bound)[1:-1]:
        begins = [int(number) for number in re.findall(r"what to do Day (\d+) ", page)]
        if chapter and not re.match(r"Session \d+: what to do Day", page):
            assert f"{chapter} Private" in page  # drawn last, before the foot
        if begins:
            chapter = f"Session {begins[-1]}: what to do"


def test_the_outline_holds_the_chapters_and_nothing_below_them(bound):
    sessions = [f"Session {number}: what to do" for number in range(COUNT)]
    assert reading.outline(bound) == ["Sessions", *sessions, "Index of goals"]


def test_what_reads_aloud_is_told_of_contents_links_and_headings_in_order(bound):
    kinds = reading.structure(bound)
    assert kinds.count("TOCI") == COUNT + 2
    assert kinds.count("TOC") == 2  # the whole, and what lies below “Sessions”
    assert kinds.count("Link") == kinds.count("Reference") == len(links(bound))
    assert kinds.count("Index") == 1
    assert [kind for kind in kinds if kind in ("H1", "H2", "H3", "H4")][:5] == ["H1", "H2", "H2", "H3", "H4"]


def test_every_link_belongs_to_its_part_of_the_structure(bound):
    with pikepdf.open(io.BytesIO(bound)) as document:
        nums = list(document.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip((int(number) for number in nums[::2]), nums[1::2], strict=True))
        for page in document.pages:
            for link in page.get("/Annots", []):
                element = parents[int(link.StructParent)]
                assert element.S == "/Link"
                assert any(kid.get("/Obj", None) == link for kid in element.K if not isinstance(kid, int))


def test_a_part_begins_a_page_and_a_chapter_does_where_little_is_left(bound):
    assert any(page.startswith("Sessions Session 0: what to do Day 0") for page in pages(bound))
    assert pages(bound)[-1].startswith("Index of goals")
    with pikepdf.open(io.BytesIO(bound)) as document, document.open_outline() as outline:
        heights = [float(one.destination[3]) for one in outline.root[0].children]
    assert min(heights) > 0.4 * 841.89


def test_a_page_break_begins_a_page():
    paper = Paper(title="A paper", pieces=(Line("one"), PageBreak(), Line("two")))
    first, second = pages(render(paper))
    assert "one" in first and "two" in second


def test_titles_of_any_length_and_script_stand_on_two_lines_at_most_and_their_numbers_stay():
    long = ["wordwithoutend" * 300, "many words " * 200, "שלום עולם " * 40, "漢字" * 300, "<b>&amp;</b>"]
    chapters = [piece for text in long for piece in (Chapter(text, 1), Line("Said here"), Line(sentences(6)))]
    paper = Paper(title="A paper", pieces=(Contents("Contents"), *chapters))
    pdf = render(paper)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        rects = [[float(edge) for edge in link.Rect] for link in document.pages[0].Annots]
        assert all(top - low < 40 for _, low, _, top in rects)
    numbers = [to for _, _, to in links(pdf)]
    assert numbers == sorted(numbers) and len(set(numbers)) == len(long)
    said = re.findall(r"\d+", reading.text(pdf).split("Page")[0])
    assert [int(number) for number in said] == [to + 1 for to in numbers]


def test_a_bound_paper_is_whole_and_the_same_every_time(bound):
    assert render(book()) == bound
    with pikepdf.open(io.BytesIO(bound)) as document:
        assert not document.check_pdf_syntax()


def test_the_making_can_be_stopped_at_any_step():
    for stop_after in (1, 5, 60, 150):
        told: list[float] = []
        with pytest.raises(Cancelled):
            render(
                book(), progress=told.append, cancelled=lambda told=told, after=stop_after: len(told) >= after
            )


def test_contents_may_be_empty_and_an_index_may_name_what_is_not_there():
    paper = Paper(
        title="A paper",
        pieces=(
            Contents("Contents"),
            Index((IndexEntry("x", (IndexPlace("nowhere", "?"),)), IndexEntry("y", ()))),
        ),
    )
    pdf = render(paper)
    assert "nowhere" in reading.text(pdf)
    assert links(pdf) == []


def test_every_other_form_has_the_same_words():
    paper = book(2)
    for made in (as_text(paper), as_markdown(paper), as_html(paper)):
        for words in ("Private. For nobody else.", "Session 1: what to do", "Day 1", "Speak up", "an action"):
            assert words in made


def test_a_sign_that_no_font_shows_is_found_in_every_piece():
    sign = "\U00013000"
    for piece in (
        Cover((sign,)),
        Cover((), (sign,)),
        Chapter(sign),
        Chapter("x", aside=sign),
        Contents(sign),
        Index((IndexEntry(sign, ()),)),
        Index((IndexEntry("x", (IndexPlace(sign, "k"),)),)),
    ):
        assert missing_characters(Paper(title="A paper", pieces=(piece,))) == sign
