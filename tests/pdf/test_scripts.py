"""Words in other alphabets are shown by an embedded face and copied out as they were typed."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest

from mentorjournal.model.paper import Facts, Heading, Line, Paper
from mentorjournal.pdf import missing_characters, render
from mentorjournal.pdf.bidi_levels import levels
from tests.pdf import reading
from tests.pdf.scripts import MIXED, SCRIPTS
from tests.pdf.ua.walk import Walked

FACES = {
    "Latin": "Inter",
    "Vietnamese": "Inter",
    "Greek": "Inter",
    "Cyrillic": "Inter",
    "Hebrew": "NotoSansHebrew",
    "Arabic": "NotoNaskhArabic",
    "Devanagari": "NotoSansDevanagari",
    "Thai": "NotoSansThai",
    "Chinese": "DroidSansFallback",
    "Japanese": "DroidSansFallback",
    "Korean": "NotoSansKR",
    "Armenian": "NotoSansArmenian",
    "Georgian": "NotoSansGeorgian",
    "Emoji": "NotoEmoji",
}
OTHERS = {
    "decomposed": "Zoe\u0308 cafe\u0301",
    "punctuation": "“quotes” – dashes — … € fi ffl -> != ½",
    "marks that no letter has": "q\u0307\u0323 and x\u0304",
}
DIRECTIONS = str.maketrans("", "", "\u200e\u200f\u202a\u202b\u202c")
"""What says which way text runs: readers put it in and take it out, and nobody sees it."""

needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed"
)


def shown(words: str) -> bytes:
    return render(Paper(title="A paper", pieces=(Heading(words), Line(words), Facts((("Name", words),)))))


def by_poppler(data: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode("utf-8").translate(DIRECTIONS)


@needs_poppler
@pytest.mark.parametrize(
    "words", [*SCRIPTS.values(), *OTHERS.values(), *MIXED.values()], ids=[*SCRIPTS, *OTHERS, *MIXED]
)
def test_poppler_gives_back_what_was_typed(words):
    found = [line.strip() for line in by_poppler(shown(words)).splitlines()]

    wanted = unicodedata.normalize("NFC", words)
    assert sum(wanted in line for line in found) == 3


@pytest.mark.parametrize("name", SCRIPTS)
def test_pdfium_gives_back_what_was_typed(name):
    found = unicodedata.normalize("NFC", reading.text(shown(SCRIPTS[name])))

    wanted = unicodedata.normalize("NFC", SCRIPTS[name])
    if name in ("Hebrew", "Arabic"):  # pdfium turns brackets round once more
        wanted = wanted.translate(str.maketrans("()", ")("))
    assert found.count(wanted) == 3


@pytest.mark.parametrize("name", SCRIPTS)
def test_each_script_has_a_bundled_face_that_shows_all_of_it(name):
    paper = Paper(title="A paper", pieces=(Line(SCRIPTS[name]),))

    assert missing_characters(paper) == ""
    assert any(FACES[name] in font for font, _ in reading.fonts(render(paper)))


def test_a_family_a_flag_and_a_skin_are_one_sign_each():
    walked = Walked(render(Paper(title="A paper", pieces=(Line(SCRIPTS["Emoji"]),))))

    emoji = [one for one in walked.texts if "NotoEmoji" in one.font.name]
    assert [one.text for one in emoji] == SCRIPTS["Emoji"].split()
    assert all(len(one.codes) == 1 for one in emoji)


def test_what_no_font_shows_is_spelt_and_copied_out_as_it_is():
    data = render(Paper(title="A paper", pieces=(Line("ok \U00012000 \ue000 \U0001fbff"),)))

    walked = Walked(data)
    assert "\U00012000" in "".join(one.text for one in walked.texts)
    for one in walked.texts:
        assert all(one.font.glyph(code) for code in one.codes)


def test_text_in_both_directions_stands_in_the_order_of_reading():
    places = reading.places(render(Paper(title="A paper", pieces=(Line("שלום English 789 עולם"),))))

    assert places["ש"] > places["E"] > places["ע"]
    assert places["E"] < places["h"] < places["7"] < places["9"]
    assert places["ש"] > 450  # a line that runs from the right begins at the right


@pytest.mark.parametrize(
    ("text", "runs_left"),
    [
        ("عن C++ (lang)", "C++ (lang)"),  # the closing bracket goes with what it closes
        ("אב (ab) גד", "ab"),
        ("א (b) c", "bc"),
    ],
)
def test_both_brackets_of_a_pair_run_one_way(text, runs_left):
    _, found = levels(text)

    assert "".join(c for c, level in zip(text, found, strict=True) if level == 2) == runs_left


@pytest.mark.parametrize(
    ("name", "language"), [("Hebrew", "he"), ("Arabic", "ar"), ("Japanese", "ja"), ("Korean", "ko")]
)
def test_words_in_other_letters_say_their_language(name, language):
    walked = Walked(render(Paper(title="A paper", pieces=(Line(f"In English: {SCRIPTS[name]} here"),))))

    said = {mark.lang for one in walked.texts for mark in one.marks if mark.lang}
    assert said == {language}


def test_a_paper_in_that_language_says_it_once():
    walked = Walked(render(Paper(title="A paper", language="he", pieces=(Line(SCRIPTS["Hebrew"]),))))

    assert walked.root.Lang == "he"
    assert not any(mark.lang for one in walked.texts for mark in one.marks)
