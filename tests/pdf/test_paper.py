"""What every printed paper promises: its own fonts, its own words, the same bytes each time."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.errors import Cancelled
from mentorjournal.model.blocks import Block, BlockKind, Span, from_plain
from mentorjournal.model.chart import goal_chart
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import CheckInId, EntryId
from mentorjournal.model.paper import (
    Beside,
    BlankLines,
    Bullets,
    Code,
    Entry,
    Facts,
    Heading,
    Line,
    Paper,
    Picture,
    Piece,
    Table,
    Together,
    Writing,
)
from mentorjournal.model.words import MeasureKind
from mentorjournal.pdf import missing_characters, render
from tests.pdf import bare, reading

MARKUP = ("<b>bold</b>", '<img src="/etc/passwd">', "&amp; &lt;", "<para>", "%PDF (a) \\ ) ( Tj")


def paper(*pieces: Piece, **changes: str) -> Paper:
    return Paper(title="A paper", pieces=pieces, **changes)  # type: ignore[arg-type]


def of_every_kind(words: str) -> Paper:
    return Paper(
        title=words,
        subtitle=words,
        footer=words,
        author=words,
        keywords=(words,),
        pieces=(
            Heading(words),
            Line(words),
            Line(words, muted=True),
            Writing((Block(spans=(Span(words, bold=True, link="https://example.org"),)),)),
            Facts(((words, words),)),
            Table((words, words), ((words, words),)),
            Bullets((words,)),
            Code((words,)),
            Beside(words, (Entry(words, aside=words, mark=words),)),
            BlankLines(words, 2),
            Together((Heading(words, 2), Line(words))),
        ),
    )


@pytest.mark.parametrize("words", MARKUP)
def test_what_looks_like_markup_is_shown_as_typed_in_every_place(words):
    found = reading.squeezed(reading.text(render(of_every_kind(words))))

    # title, subtitle, heading, two lines, writing, two facts, four cells, bullet, code, four beside and one
    # over blank lines, two kept, footer
    assert found.count(reading.squeezed(words)) == 22


def test_only_embedded_fonts_are_named():
    data = render(of_every_kind("Grüße, Ελλάδα, Привет, 漢字"))

    names = list(reading.fonts(data))
    assert names
    assert all(inside for _, inside in names)
    assert b"Helvetica" not in reading.everything(data)


def test_importing_the_room_does_not_import_reportlab():
    code = "import sys, mentorjournal.pdf; sys.exit('reportlab' in sys.modules or 'uharfbuzz' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_metadata_holds_the_title_the_author_as_typed_and_no_date_of_this_machine():
    found = reading.metadata(render(paper(Line("text"), author="Zoë Ōkubo")))

    assert found["/Title"] == "A paper"
    assert found["/Author"] == "Zoë Ōkubo"
    assert found["/Producer"] == found["/Creator"] == "Mentor Journal"
    assert found["/CreationDate"].startswith("D:2000")
    assert set(found) <= {
        *("/Title", "/Author", "/Producer", "/Creator", "/CreationDate", "/ModDate", "/Subject", "/Keywords"),
        "/Trapped",
    }


def test_headings_make_the_outline():
    data = render(
        paper(Heading("One"), Line("a"), Heading("Inside", 2), Line("b"), Heading("Two"), Line("c"))
    )

    assert reading.outline(data) == ["One", "Inside", "Two"]


def test_an_outline_may_begin_below_the_first_level():
    data = render(paper(Heading("Inside", 2), Line("b"), Heading("Two"), Line("c")))

    assert reading.outline(data) == ["Inside", "Two"]


def test_structure_names_headings_lists_and_tables():
    data = render(paper(Heading("One"), Bullets(("a",)), Table(("h",), (("c",),)), Facts((("l", "v"),))))

    assert reading.structure(data) == [
        *("Document", "H1", "H2", "L", "LI", "Lbl", "LBody", "P"),
        *("Table", "TR", "TH", "TR", "TD", "Table", "TR", "TH", "TD"),
    ]


def test_every_page_says_which_of_how_many_and_repeats_the_footer():
    data = render(paper(*(Line("Some words on a line. " * n) for n in range(1, 70)), footer="Neutral words."))

    count = reading.page_count(data)
    found = reading.text(data)
    assert count > 2
    assert all(f"Page {n} of {count}" in found for n in range(1, count + 1))
    assert found.count("Neutral words.") == count


def test_a_table_repeats_its_head_on_each_page():
    rows = tuple((f"row {n}", "value") for n in range(120))
    data = render(paper(Table(("Day unlike any other", "Value"), rows)))

    assert reading.text(data).count("Day unlike any other") == reading.page_count(data) > 2


def test_a_heading_is_never_the_last_thing_on_a_page():
    for lines in range(30, 50):
        data = render(paper(*(Line("word") for _ in range(lines)), Heading("Heading"), Line("Its text.")))
        pages = reading.text(data).split("Page ")
        assert any("Heading\nIts text." in page for page in pages)


def test_a_paragraph_leaves_no_line_alone():
    long = "word " * 400
    for lines in range(20, 40):
        data = render(paper(*(Line("short") for _ in range(lines)), Line(f"FIRST {long} LAST")))
        for page in reading.text(data).split("Page "):
            body = [line for line in page.splitlines() if "word" in line]
            assert len(body) != 1


def test_pieces_kept_together_share_a_page_even_near_its_end():
    block = Together((Heading("Kept", 2), *(Line(f"part {n}") for n in range(8))))
    for lines in range(25, 45):
        pages = reading.text(render(paper(*(Line("word") for _ in range(lines)), block))).split("Page ")
        assert any("Kept" in page and "part 0" in page and "part 7" in page for page in pages)


def test_pieces_kept_together_that_need_more_than_a_page_are_still_all_there():
    block = Together(tuple(Line(f"part {n}.") for n in range(120)))
    found = reading.text(render(paper(block)))

    assert all(f"part {n}." in found for n in range(120))


@pytest.mark.parametrize(
    "word", ["x" * 3000, "https://example.org/" + "a/b-c?d=e&" * 80, "漢" * 900, "ส" * 500, "ש" * 900]
)
def test_a_word_wider_than_the_page_is_broken_inside_the_margins(word):
    data = render(paper(Line(f"before {word} after"), Facts(((word, word),)), Bullets((word,))))

    right = 595 - 69
    assert all(box[2] < right for box in reading.boxes(data))
    drawn = sum(map(reading.text(data).count, set(word)))
    assert drawn >= 3 * len(word)


def test_fifty_thousand_words_keep_their_words_and_order():
    words = [f"w{n}" for n in range(50_000)]
    data = render(paper(Writing(from_plain(" ".join(words)))))

    found = [word for word in reading.text(data).split() if word.startswith("w")]
    assert found == words


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_paper_has_its_size(size):
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(render(paper(Line("a"), size=size)))) as document:
        box = [round(float(n)) for n in document.pages[0].MediaBox]
    assert box == {"A4": [0, 0, 595, 842], "Letter": [0, 0, 612, 792]}[size]


def test_a_long_row_of_a_table_goes_on_over_pages():
    words = " ".join(f"c{n}" for n in range(3000))
    data = render(paper(Table(("Head", "Text"), (("row", words),), (0.2, 0.8))))

    found = reading.text(data)
    assert reading.page_count(data) > 2
    assert all(f"c{n}" in found for n in range(3000))


def test_an_empty_paper_is_one_page():
    assert reading.page_count(render(paper())) == 1


def test_written_text_shows_all_its_kinds():
    kinds = [
        Block(BlockKind.HEADING_1, (Span("A heading"),)),
        Block(BlockKind.HEADING_2, (Span("A smaller one"),)),
        Block(spans=(Span("Plain "), Span("both", bold=True, italic=True), Span(" struck", strike=True))),
        Block(BlockKind.BULLET, (Span("point"),)),
        Block(BlockKind.NUMBERED, (Span("first"),)),
        Block(BlockKind.NUMBERED, (Span("inner"),), level=1),
        Block(BlockKind.NUMBERED, (Span("second"),)),
        Block(BlockKind.CHECK, (Span("to do"),)),
        Block(BlockKind.CHECK, (Span("done"),), done=True),
        Block(BlockKind.QUOTE, (Span("quoted", code=True),)),
        Block(BlockKind.DIVIDER),
        Block(),
    ]
    data = render(paper(Writing(tuple(kinds))))
    found = reading.text(data)

    for words in (
        "A heading",
        "A smaller one",
        "Plain both struck",
        "point",
        "1. inner",
        "2. second",
        "quoted",
    ):
        assert words in found
    assert reading.structure(data).count("L") == 2  # one inside the other


def test_a_link_is_followed_only_where_it_leads_to_the_web_or_a_mailbox():
    links = ("https://example.org/a", "mailto:a@example.org", "file:///etc/passwd", "javascript:alert(1)")
    data = render(paper(Writing(tuple(Block(spans=(Span("here", link=link),)) for link in links))))

    raw = reading.everything(data)
    assert b"https://example.org/a" in raw
    assert b"mailto:a@example.org" in raw
    assert b"file:" not in raw
    assert b"javascript" not in raw


def test_progress_rises_to_one():
    told: list[float] = []
    render(paper(*(Line("words") for _ in range(100))), progress=told.append)

    assert told == sorted(told)
    assert told[0] == 0.0
    assert told[-1] == 1.0


@pytest.mark.parametrize("after", [0, 3, 60, 101])
def test_it_stops_when_cancelled(after):
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    with pytest.raises(Cancelled):
        render(paper(*(Line("words " * 40) for _ in range(100))), cancelled=cancelled)
    assert len(asked) == after + 1


def test_missing_characters_are_named_once_and_shown_ones_are_not():
    words = "plain ✓ café e\u0301 שלום مرحبا नमस्ते สวัสดี 漢字 한 😀 \u200d\ufe0f \t\n ꦀ \U00012000 ꦀ"

    assert missing_characters(paper(Line(words))) == "ꦀ\U00012000"


def test_missing_characters_still_copy_out_as_typed():
    found = reading.text(render(paper(Line("ok ꦀ \U00012000 ok"))))

    assert "okꦀ\U00012000ok" in reading.squeezed(found)


def test_signs_that_no_page_shows_do_no_harm():
    words = "a\x00b\x07c \ud800 d\u2028e \ufeff f\rg"
    found = reading.text(render(of_every_kind(words)))

    assert "abc" in found


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_printed_anywhere(words):
    data = render(of_every_kind(words))

    assert reading.page_count(data) >= 1
    missing_characters(of_every_kind(words))


@pytest.mark.parametrize(
    ("measure", "values"),
    [
        (MeasureKind.PERCENT, (0, 40, 100)),
        (MeasureKind.GAS, (-2, 0, 2)),
        (MeasureKind.SCALE_0_10, (5,)),
        (MeasureKind.METRIC, (0, -1e12, 1e12)),
        (MeasureKind.METRIC, ()),
    ],
)
def test_a_chart_is_said_in_words_beside_the_drawing(measure, values):
    goal = Goal(
        id=EntryId("g"),
        title="Write (more) \\ each day שלום",
        day=date(2026, 1, 1),
        measure=measure,
        unit="pages",
        check_ins=tuple(
            CheckIn(id=CheckInId(str(n)), day=date(2026, 2, 1 + n), value=float(value))
            for n, value in enumerate(values)
        ),
    )
    chart = goal_chart(goal, [date(2026, 1, 20), date(2026, 2, 2)])
    data = render(paper(Picture(chart)))

    assert reading.alternatives(data) == [chart.words]
    assert chart.now_label in reading.text(data)


def test_the_benchmarks_two_papers_hold_the_same_words():
    texts = bare.paragraphs(20)
    ours, theirs = (reading.text(make(texts)).split() for make in (bare.ours, bare.bare))

    assert all(word in set(ours) and word in set(theirs) for text in texts for word in text.split())


@pytest.mark.parametrize(
    "character", ["\u07b2", "\u0378", "\u2066", "\u2067", "\u2068", "\u2069", "\u202e", "\U00010fff"]
)
def test_a_character_that_has_no_direction_of_its_own_does_no_harm(character: str) -> None:
    assert render(Paper(title="Paper", pieces=(Line(f"א {character} b 1"),))).startswith(b"%PDF")
