"""A fillable form: whole, tagged, said by a screen reader, in embedded fonts, and without any script."""

from __future__ import annotations

import io
import shutil
import subprocess

import pikepdf
import pytest

from mentorjournal.model.fields import Asked, ChoiceField, HiddenField, TextField
from mentorjournal.model.paper import Heading, Line, Paper, Signatures, Table
from mentorjournal.pdf import missing_characters, render
from tests.pdf import reading
from tests.pdf.ua.walk import Walked

BOX = TextField(name="words", said="Your words. What do you hope for?", longest=4000, lines=5)
CHOICE = ChoiceField(name="way", said="How we meet", choices=(("a", "in person"), ("b", "video")), value="b")


def form(*pieces):
    return render(Paper(title="A form", pieces=(Heading("Words"), *pieces)))


@pytest.fixture(scope="module")
def whole():
    number = TextField(name="minutes", said="Minutes", longest=4, value="60")
    return form(HiddenField("mark", "made here"), BOX, Asked("How", (number, CHOICE)))


@pytest.fixture
def fields(whole):
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        yield {str(one.T): one for one in pdf.Root.AcroForm.Fields}


def test_it_is_a_clean_file_and_the_same_every_time(whole, tmp_path):
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        assert list(pdf.check_pdf_syntax()) == []
    if shutil.which("qpdf"):
        (tmp_path / "form.pdf").write_bytes(whole)
        subprocess.run(["qpdf", "--check", tmp_path / "form.pdf"], check=True, capture_output=True)
    assert form(BOX) == form(BOX)


def test_every_field_stands_in_the_structure_after_its_question(whole):
    assert reading.structure(whole) == ["Document", "H1", "H2", "Form", "P", "Form", "Form"]


def test_each_field_and_its_place_in_the_structure_lead_to_each_other(whole):
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        tree = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        assert list(tree) == sorted(tree) and max(tree) < pdf.Root.StructTreeRoot.ParentTreeNextKey
        for one in pdf.Root.AcroForm.Fields:
            if one.T != "mark":
                element = tree[int(one.StructParent)]
                assert element.S == "/Form" and element.K[0].Type == "/OBJR"
                assert element.K[0].Obj.objgen == one.objgen and element.K[0].Pg.objgen == one.P.objgen
                assert one.objgen in [found.objgen for found in one.P.Annots]


def test_a_screen_reader_is_told_what_each_field_is(fields):
    assert str(fields["words"].TU) == str(fields["words"].Contents) == BOX.said
    assert str(fields["way"].TU) == "How we meet"


def test_a_box_takes_many_lines_and_scrolls_and_ends_where_it_must(fields):
    words = fields["words"]
    assert words.FT == "/Tx" and int(words.Ff) == 1 << 12 and int(words.MaxLen) == 4000
    assert " 10 Tf " in str(words.DA)


def test_a_choice_offers_its_labels_and_shows_what_is_chosen(fields, whole):
    way = fields["way"]
    assert way.FT == "/Ch"
    assert tuple(tuple(map(str, pair)) for pair in way.Opt) == CHOICE.choices
    assert str(way.V) == "b"
    assert b"Tj" in way.AP.N.read_bytes() and b"Tj" in fields["minutes"].AP.N.read_bytes()


def test_what_is_hidden_is_hidden_and_noted_twice(fields, whole):
    mark = fields["mark"]
    assert int(mark.F) & 2 and int(mark.Ff) & 1 and str(mark.V) == "made here"
    assert "/StructParent" not in mark
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        assert str(pdf.Root.PieceInfo.MentorJournal.Private.mark) == "made here"
    assert "made here" not in reading.text(whole)


def test_its_fonts_are_embedded_and_the_fields_font_is_whole(whole):
    assert all(embedded for _, embedded in reading.fonts(whole))
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        letters = pdf.Root.AcroForm.DR.Font.Entry.ToUnicode.read_bytes()
    for sign in "AzŁžệΩЖ":
        assert f"<{ord(sign):04X}>".encode() in letters


def test_there_is_nothing_in_it_that_acts(whole):
    acting = {"/JS", "/JavaScript", "/A", "/AA", "/OpenAction"}
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        tables = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        assert not any(acting & set(one.keys()) for one in tables if one.get("/Type") != "/StructElem")


@pytest.mark.parametrize("value", ["Courage", "每天早上 שלום", "😀 \U00012000"])
def test_what_stands_in_a_field_is_drawn_in_whatever_letters(value):
    data = form(TextField(name="words", said="Words", longest=100, lines=2, value=value))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
    walked = Walked(data)
    shown = "".join(one.text for one in walked.texts if one.annotation)
    assert sorted(shown.replace("\u200e", "")) == sorted(value)


def test_a_paper_without_fields_is_no_form():
    with pikepdf.open(io.BytesIO(form(Line("Words")))) as pdf:
        assert "/AcroForm" not in pdf.Root and "/PieceInfo" not in pdf.Root


def test_a_character_that_no_font_shows_is_found_in_fields_too():
    paper = Paper(title="A", pieces=(Asked("\U00012000", (CHOICE,)), Signatures(("\U00012001",))))
    assert missing_characters(paper) == "\U00012000\U00012001"


def test_lines_to_sign_on_have_a_line_for_the_day(tmp_path):
    text = reading.text(form(Signatures(("Mentor", "Mentee"))))
    assert text.index("Mentor") < text.index("Mentee") and text.count("Date") == 2


def test_a_cell_keeps_the_lines_it_was_written_in():
    text = reading.text(form(Table(("Mine", "Theirs"), (("one\ntwo", "three"),))))
    assert "one two" not in text.replace("\n", "|") and "two" in text
