"""Set as a book is: kerning, lines and rows that are not left alone, tables that fit, words that break."""

from __future__ import annotations

import re

import pytest

from mentorjournal.model.paper import (
    Beside,
    Bullets,
    Entry,
    Facts,
    Heading,
    Line,
    Paper,
    Piece,
    Table,
)
from mentorjournal.pdf import render
from mentorjournal.pdf import style as look
from mentorjournal.pdf.typeset import Typesetter
from tests.pdf import reading

ADDRESS = "https://example.org/programmes/2026/spring/pairs?sort=name&page=12&view=all/of-them_and.more"
WORDS = "some words that go on to about the end of the line so that it is a line"
RIGHT = {"A4": 595.28 - 70 + 1, "Letter": 612 - 70 + 1}


def paper(*pieces: Piece, size: str = "A4") -> bytes:
    return render(Paper(title="A paper", pieces=pieces, footer="A footer.", size=size))


def pages(data: bytes) -> list[str]:
    return re.split(r"Page \d+ of \d+", reading.text(data))[:-1]


def inside(data: bytes, right: float = RIGHT["A4"]) -> bool:
    return all(box[0] >= 69 and box[2] <= right for box in reading.boxes(data))


@pytest.mark.parametrize("style", [look.BODY, look.WRITTEN, look.TITLE])
def test_pairs_of_letters_are_kerned(style):
    width = Typesetter("en").width

    assert width("AVATAR To", style) < sum(width(letter, style) for letter in "AVATAR To") - 0.5


def test_small_spaces_are_small_and_spaces_that_hold_do_not_break():
    typesetter = Typesetter("en")
    assert 0 < typesetter.width("\u202f", look.BODY) < typesetter.width(" ", look.BODY)

    words = ("10\u00a0000 " * 40).strip()
    for line in typesetter.lines([(words, look.BODY)], 200.0):
        assert "".join(token.text for token in line.tokens).strip().startswith("10\u00a0000")


def test_nothing_is_hyphenated():
    words = "Unaccountably multidisciplinary " * 60

    assert reading.squeezed(words) in reading.squeezed(reading.text(paper(Line(words))))


def test_an_address_is_broken_at_its_marks():
    lines = Typesetter("en").lines([(f"It is at {ADDRESS * 4}", look.BODY)], 220.0)

    ends = ["".join(token.text for token in line.tokens)[-1] for line in lines[1:-1]]
    assert len(ends) > 5
    assert set(ends) <= set("/?&=.-_:")


@pytest.mark.parametrize("piece", [Line, lambda words: Facts((("Where", words),)), lambda w: Bullets((w,))])
def test_an_address_of_any_length_stays_on_the_page(piece):
    assert inside(paper(piece(ADDRESS * 4)))


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("count", [3, 9, 18, 30])
def test_a_table_of_any_number_of_columns_fits_the_page(count, size):
    row = tuple(f"Unaccountable words of column{n}" for n in range(count))
    data = paper(Table(row, (row, row)), size=size)

    assert inside(data, RIGHT[size])
    found = sorted(reading.squeezed(reading.text(data).replace("A footer.", "")))
    assert all(found.count(letter) >= 3 * "".join(row).count(letter) for letter in "Ubwc")


def test_columns_are_as_wide_as_their_words_need():
    rows = tuple(
        (f"{n} May", "A sentence that needs all the room there is on this line. " * 2) for n in range(3)
    )
    data = paper(Table(("Day", "What happened"), rows))

    first = next(line for line in reading.text(data).splitlines() if "0 May" in line)
    assert "A sentence that needs all the room there is on this line." in first


def test_a_word_as_wide_as_the_table_leaves_the_other_columns_their_room():
    data = paper(Table(("Day", "Where"), (("a longer day than most of them", ADDRESS * 3),)))

    assert inside(data)
    assert "longer" in reading.text(data)  # not broken letter by letter


def test_a_table_leaves_no_row_alone():
    for before in range(0, 30):
        rows = tuple((f"row-{n}", "words") for n in range(8))
        data = paper(*(Line(WORDS) for _ in range(before)), Table(("Head", "Words"), rows))
        assert all(page.count("row-") != 1 for page in pages(data))


def test_a_heading_stays_with_the_table_it_heads():
    for before in range(10, 40):
        rows = tuple((f"row-{n}", "words") for n in range(8))
        table = Table(("Head", "Some words"), rows)
        data = paper(*(Line(WORDS) for _ in range(before)), Heading("Heads it"), table)
        (with_heading,) = [page for page in pages(data) if "Heads it" in page]
        assert "row-0" in with_heading and "row-1" in with_heading


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_every_page_has_its_number_of_all(size):
    data = paper(*(Line("Some words on a line. " * 12) for _ in range(60)), size=size)

    count = reading.page_count(data)
    assert [int(n) for n in re.findall(rf"Page (\d+) of {count}", reading.text(data))] == [
        *range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("piece", "count"),
    [
        (lambda words: Table(("When", "What I learnt"), (("May", words),)), 50_000),
        (lambda words: Bullets((words,)), 9_000),
        (lambda words: Facts((("What I learnt", words),)), 9_000),
        (lambda words: Beside("Learnt", (Entry(words),)), 9_000),
    ],
    ids=["table", "bullets", "facts", "beside"],
)
def test_a_learning_point_of_any_length_is_all_there(piece, count):
    words = [f"w{n}" for n in range(count)]
    data = paper(piece(" ".join(words)))

    assert inside(data)
    assert [word for word in reading.text(data).split() if re.fullmatch(r"w\d+", word)] == words
