"""Names and words in other alphabets are shown by an embedded face and copied out as they were typed."""

from __future__ import annotations

import unicodedata

import pytest

from mentorjournal.model.paper import Facts, Heading, Line, Paper
from mentorjournal.pdf import render
from tests.pdf import reading

LEFT_TO_RIGHT = {
    "Czech": "Žluťoučký kůň úpěl ďábelské ódy",
    "Vietnamese": "Tiếng Việt rất đẹp",
    "decomposed": "Zoe\u0308 cafe\u0301",
    "Greek": "Γνῶθι σεαυτόν, ξεσκεπάζω",
    "Cyrillic": "Представить статью в журнал",
    "Chinese": "每天早上写半个小时",
    "Japanese": "漢字かな交じり文、日本語です。",
    "punctuation": "“quotes” – dashes — … € fi ffl -> != ½",
}
RIGHT_TO_LEFT = {
    "Hebrew": ("להציג את המחקר שלי", "NotoSansHebrew"),
    "Arabic": ("السلام عليكم ورحمة الله", "NotoNaskhArabic"),
}
WITH_MARKS = {
    "Hindi": ("नमस्ते दुनिया यह हिन्दी में क्षत्रिय", "NotoSansDevanagari"),
    "Thai": ("สวัสดีชาวโลก ที่นี่น้ำ", "NotoSansThai"),
}


def shown(words: str) -> bytes:
    return render(Paper(title="A paper", pieces=(Heading(words), Line(words), Facts((("Name", words),)))))


@pytest.mark.parametrize("words", LEFT_TO_RIGHT.values(), ids=LEFT_TO_RIGHT)
def test_text_from_the_left_is_copied_as_typed(words):
    assert reading.text(shown(words)).count(unicodedata.normalize("NFC", words)) == 3


@pytest.mark.parametrize(("words", "face"), RIGHT_TO_LEFT.values(), ids=RIGHT_TO_LEFT)
def test_text_from_the_right_is_copied_as_typed(words, face):
    data = shown(words)

    assert reading.text(data).count(words) == 3
    assert any(face in name for name, _ in reading.fonts(data))


@pytest.mark.parametrize(("words", "face"), WITH_MARKS.values(), ids=WITH_MARKS)
def test_text_with_marks_is_copied_as_typed(words, face):
    data = shown(words)

    # pdfium drops some of the spaces between such words; the letters and their order are all there
    assert reading.squeezed(reading.text(data)).count(reading.squeezed(words)) == 3
    assert any(face in name for name, _ in reading.fonts(data))


def test_text_in_both_directions_stands_in_the_order_of_reading():
    places = reading.places(render(Paper(title="A paper", pieces=(Line("שלום English 789 עולם"),))))

    assert places["ש"] > places["E"] > places["ע"]
    assert places["E"] < places["h"] < places["7"] < places["9"]
    assert places["ש"] > 450  # a line that runs from the right begins at the right
