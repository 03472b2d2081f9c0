"""The partner's form comes back as they filled it in, whatever program they used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from mentorjournal.errors import ImportProblem, NewerVersion
from mentorjournal.exchange.agreement_form import not_this_draft, read_form
from mentorjournal.model.agreement import LONGEST_CLAUSE, NO_TERMS, ClauseKey, Terms
from mentorjournal.model.agreement_form import MARK_FIELD, Mark, mark_text
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import AgreementState, Mode, RelationshipType, Reporting, RetentionRule
from tests.exchange import forms

SCRIPTS = {
    "English": "What we hope for: courage, and time.",
    "Polish": "Zażółć gęślą jaźń",
    "Czech": "Žluťoučký kůň úpěl ďábelské ódy",
    "Vietnamese": "Tiếng Việt rất đẹp",
    "Greek": "Γνῶθι σεαυτόν, ξεσκεπάζω",
    "Cyrillic": "Представить статью в журнал",
    "Hebrew": "להציג את המחקר שלי",
    "Arabic": "السلام عليكم ورحمة الله",
    "Hindi": "नमस्ते दुनिया यह हिन्दी में क्षत्रिय",
    "Thai": "สวัสดีชาวโลก ที่นี่น้ำ",
    "Chinese": "每天早上写半个小时",
    "Japanese": "漢字かな交じり文、日本語です。",
    "Korean": "서로에게 무엇을 바라는가",
    "emoji": "Time to think 🪑 and 👩🏽‍🏫",
}
RHYTHM = {
    "term_sessions": "6",
    "term_interval": "3",
    "term_minutes": "60",
    "term_mode": "walking",
    "term_months": "10",
    "term_retention": "keep_until_date",
    "term_keep_until": "1 March 2027",
    "term_reporting": "attendance",
}


@pytest.fixture(scope="module")
def blank():
    return forms.blank()


@pytest.fixture
def read(tmp_path):
    return lambda data: read_form(forms.saved(tmp_path, data))


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("appearances", [True, False], ids=["drawn", "not drawn"])
def test_words_of_every_script_come_back_from_another_program(blank, read, words, appearances):
    two_lines = f"{words}\n{words}"

    form = read(forms.filled(blank, {"clause_purpose": two_lines}, appearances=appearances))

    assert form.drafts == {ClauseKey.PURPOSE: two_lines}
    assert (form.agreement, form.problems, form.missing, form.foreign) == (forms.ID, (), (), ())


# pdfium takes in no letter above U+FFFF, whatever the form
@pytest.mark.parametrize("words", [words for words in SCRIPTS.values() if max(words) <= "\uffff"])
def test_words_of_every_script_come_back_as_typed_in_a_reader(blank, read, words):
    form = read(forms.typed(blank, {"clause_scope": words, "clause_power": words[::-1]}))

    assert form.drafts == {ClauseKey.SCOPE: words, ClauseKey.POWER: words[::-1]}


def test_a_choice_made_in_a_reader_comes_back(blank, read):
    form = read(forms.typed(blank, {"term_mode": 2, "term_interval": "10", "term_interval_unit": 0}))

    assert form.terms == Terms(mode=Mode.VIDEO, interval_days=10)


def test_a_long_text_fits_into_its_field(blank, read):
    text = "word " * (LONGEST_CLAUSE // 5 - 1) + "end."

    assert read(forms.typed(blank, {"clause_purpose": text})).drafts == {ClauseKey.PURPOSE: text}


def test_terms_are_read_as_far_as_they_are_filled_in(blank, read):
    assert read(blank).terms == NO_TERMS
    assert read(forms.filled(blank, RHYTHM)).terms == Terms(
        sessions_planned=6,
        interval_days=21,
        minutes=60,
        mode=Mode.WALKING,
        months=10,
        retention=RetentionRule.KEEP_UNTIL,
        keep_until=date(2027, 3, 1),
        reporting=Reporting.ATTENDANCE,
    )


def test_a_program_that_writes_down_labels_is_understood(blank, read):
    values = {"term_mode": "in person", "term_retention": "left open", "term_minutes": "٦٠"}

    form = read(forms.filled(blank, values))

    assert (form.terms, form.problems) == (Terms(mode=Mode.IN_PERSON, minutes=60), ())


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("term_minutes", "an hour", "“Minutes for each” says “an hour”, which is no whole number from 1 to"),
        ("term_minutes", "0", "no whole number from 1 to 1,440"),
        ("term_sessions", "9" * 5000, "“Number of meetings” says “9999"),
        ("term_months", "2.5", "“Months altogether” says “2.5”"),
        (
            "term_mode",
            "carrier pigeon",
            "“How we meet” says “carrier pigeon”, which is not one",
        ),
        ("term_keep_until", "Thursday", "“Kept until (a date)” says “Thursday”, which is not understood"),
        ("term_keep_until", "31 February 2027", "which is not understood as a date."),
        ("term_keep_until", "2027-03-01", "but the notes are not to be kept until a date."),
        ("term_retention", "keep_until_date", "the date is not filled in."),
    ],
)
def test_an_answer_that_cannot_be_read_is_said_and_the_rest_kept(blank, read, field, value, sentence):
    form = read(forms.filled(blank, {field: value, "clause_purpose": "Courage", "term_reporting": "nothing"}))

    assert form.drafts == {ClauseKey.PURPOSE: "Courage"}
    assert form.terms.reporting is Reporting.NOTHING
    assert len(form.problems) == 1 and sentence in form.problems[0] and len(form.problems[0]) < 200


def test_an_interval_without_its_unit_is_not_guessed(blank, read):
    form = read(forms.filled(blank, {"term_interval": "3", "term_interval_unit": ""}))

    assert form.terms.interval_days is None
    assert form.problems == ("“One meeting every” says “3”, and neither days nor weeks.",)


def test_a_text_that_is_too_long_is_left_out_alone(blank, read):
    form = read(forms.filled(blank, {"clause_purpose": "x" * 100_000, "clause_scope": "Work"}))

    assert form.drafts == {ClauseKey.SCOPE: "Work"}
    assert "“Why we are doing this” is too long (100,000 characters; at most 4,000)" in form.problems[0]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"caf\xe9 \x85 \x92s", "café – ™s"),
        ("\ufeffcafé".encode("utf-16-be"), "café"),
        ("\ufeffcafé".encode("utf-16-le"), "café"),
        (b"\xef\xbb\xbf" + "café 漢字".encode(), "café 漢字"),
        (b"\xfe\xff" + "\x1ben\x1bTime \x1bdeDE\x1bZeit".encode("utf-16-be"), "Time Zeit"),
        (b"one\rtwo\r\nthree\x00\x07\x7f", "one\ntwo\nthree"),
        (
            b"\xfe\xff" + "one\u2028two\x0bthree\ud83e".encode("utf-16-be", "surrogatepass"),
            "one\ntwo\nthree\ufffd",
        ),
        (b"\xfe\xff\x00", "\ufffd"),
    ],
)
def test_every_encoding_of_a_pdf_is_read(blank, read, raw, text):
    form = read(forms.filled(blank, {"clause_purpose": pikepdf.String(raw)}))

    assert form.drafts.get(ClauseKey.PURPOSE) == text


def test_rich_text_is_left_aside_for_the_plain_text(blank, read):
    def enrich(pdf):
        one = forms.field(pdf, "clause_purpose")
        one.V, one.RV = pikepdf.String("Plain"), pikepdf.String("<body><p>Rich</p></body>")

    assert read(forms.changed(blank, enrich)).drafts == {ClauseKey.PURPOSE: "Plain"}


def test_a_text_in_a_stream_is_read_and_a_bomb_in_one_is_not_unpacked(blank, read):
    def put(words):
        def change(pdf):
            forms.field(pdf, "clause_purpose").V = pdf.make_stream(words)

        return forms.changed(blank, change)

    assert read(put(b"\xef\xbb\xbfCourage")).drafts == {ClauseKey.PURPOSE: "Courage"}
    assert "too long" in read(put(b"a" * 3_000_000)).problems[0]


@pytest.mark.parametrize(
    "value", [pikepdf.Dictionary(A=1), pikepdf.Array([1, 2])], ids=["dictionary", "numbers"]
)
def test_a_value_that_is_no_text_is_said(blank, read, value):
    form = read(forms.filled(blank, {"clause_purpose": value, "clause_scope": "Work"}))

    assert form.drafts == {ClauseKey.SCOPE: "Work"}
    assert form.problems == ("“Why we are doing this” could not be read: what stands in it is no text.",)


def test_missing_and_foreign_fields_are_named(blank, read):
    def rename(pdf):
        forms.field(pdf, "clause_scope").T = pikepdf.String("Text\n7")
        forms.field(pdf, "clause_purpose").V = pikepdf.String("Courage")

    form = read(forms.changed(forms.without(blank, "clause_power", "term_minutes"), rename))

    assert form.missing == (ClauseKey.SCOPE, ClauseKey.POWER)
    assert form.foreign == ("Text 7",)
    assert form.problems == ("The field “Minutes for each” is not in the file any more.",)
    assert form.drafts == {ClauseKey.PURPOSE: "Courage"}


def test_a_field_that_stands_twice_is_taken_once_and_said(blank, read):
    def double(pdf):
        twin = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="clause_purpose", V="Fear")
        forms.field(pdf, "clause_purpose").V = pikepdf.String("Courage")
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(twin))

    form = read(forms.changed(blank, double))

    assert form.drafts == {ClauseKey.PURPOSE: "Courage"}
    assert "stands in the file twice" in form.problems[0]


def test_fields_with_parents_and_several_widgets_are_read(blank, read):
    def deepen(pdf):
        one = forms.field(pdf, "clause_purpose")
        widgets = [pdf.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Widget)) for _ in range(2)]
        one.V, one.Kids = pikepdf.String("Courage"), pikepdf.Array(widgets)
        parent = pikepdf.Dictionary(
            T="added", Kids=[pikepdf.Dictionary(T="one"), pikepdf.Dictionary(T="two")]
        )
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(parent))

    form = read(forms.changed(blank, deepen))

    assert form.drafts == {ClauseKey.PURPOSE: "Courage"}
    assert form.foreign == ("added.one", "added.two")


def test_fields_that_go_round_in_circles_come_to_an_end(blank, read):
    def turn(pdf):
        one = pdf.make_indirect(pikepdf.Dictionary(T="round"))
        one.Kids = pikepdf.Array([one])
        pdf.Root.AcroForm.Fields.append(one)
        forms.field(pdf, "clause_purpose").V = pikepdf.String("Courage")

    assert read(forms.changed(blank, turn)).drafts == {ClauseKey.PURPOSE: "Courage"}


def test_a_flattened_form_is_told_from_a_foreign_one(blank, read):
    def without_form(pdf):
        del pdf.Root.AcroForm

    flat = forms.without(blank)
    for data in (flat, forms.changed(flat, without_form)):
        with pytest.raises(ImportProblem, match=r"fields are missing.*without printing it to PDF"):
            read(data)


def test_a_lost_mark_is_found_a_second_time(blank, read):
    form = read(forms.filled(forms.without(blank, MARK_FIELD), {"clause_purpose": "Courage"}))

    assert (form.agreement, form.drafts) == (forms.ID, {ClauseKey.PURPOSE: "Courage"})


@pytest.mark.parametrize(
    "mark", ["", "{}", "[]", '{"form":"other"}', "[" * 5000, '{"form":"mentor-journal-agreement"']
)
def test_a_form_without_our_mark_is_not_ours(blank, read, mark):
    def spoil(pdf):
        forms.field(pdf, MARK_FIELD).V = pikepdf.String(mark)
        del pdf.Root.PieceInfo

    with pytest.raises(ImportProblem, match=r"not a form that Mentor Journal made.*Ask for the form itself"):
        read(forms.changed(blank, spoil))


def test_a_form_of_a_later_program_is_refused(blank, read):
    later = mark_text(Mark(agreement=forms.ID, clauses=(), version=2))

    with pytest.raises(NewerVersion, match="newer Mentor Journal"):
        read(forms.filled(blank, {MARK_FIELD: later}))


def test_xfa_beside_our_fields_is_said_and_xfa_alone_is_refused(blank, read):
    def add(pdf):
        pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")

    both = forms.changed(forms.filled(blank, {"clause_purpose": "Courage"}), add)
    form = read(both)

    assert form.drafts == {ClauseKey.PURPOSE: "Courage"}
    assert form.problems == ("The file also holds an XFA form. Only its usual fields were read.",)
    with pytest.raises(ImportProblem, match="XFA"):
        read(forms.without(both))


def test_scripts_and_actions_change_nothing(blank, read):
    def add(pdf):
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('x')")
        pdf.Root.OpenAction = script
        one = forms.field(pdf, "clause_purpose")
        one.V, one.AA = pikepdf.String("Courage"), pikepdf.Dictionary(K=script, C=script)

    form = read(forms.changed(blank, add))

    assert (form.drafts, form.problems) == ({ClauseKey.PURPOSE: "Courage"}, ())


def test_a_form_without_rhythm_asks_for_none(read):
    form = read(forms.filled(forms.blank(RelationshipType.INFORMAL), {"term_retention": "keep_own_record"}))

    assert form.terms == Terms(retention=RetentionRule.KEEP_OWN)
    assert form.problems == ()


def test_which_draft_it_was_made_for_is_said(blank, read):
    form, draft = read(blank), forms.draft()
    agreed = replace(draft, state=AgreementState.AGREED, version=3)

    assert not_this_draft(form, [draft]) == ""
    assert "version 3 of the agreement, which is no draft any more" in not_this_draft(form, [agreed])
    assert "one of another journal" in not_this_draft(form, [replace(draft, id=EntryId("other"))])


def test_what_was_read_says_nothing_of_itself(blank, read):
    form = read(forms.filled(blank, {"clause_purpose": "Courage"}))

    assert "Courage" not in repr(form)
