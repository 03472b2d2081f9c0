"""All that was written in a journal is in its book, or stays out for a reason that is named here."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.book.choice import BookChoice, Words
from mentorjournal.book.making import make_book
from mentorjournal.book.paper import STAYS, book_paper
from mentorjournal.book.reading import book_of
from mentorjournal.errors import Cancelled, InvalidInput, NothingToShare
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Role
from mentorjournal.pdf.coverage import words as words_of
from tests.book import full
from tests.journal.conftest import begin, desk
from tests.pdf import reading

__all__ = ["desk"]

MARK = re.compile(r"zq[a-z0-9]+")

NEVER_LEAVES = {
    *("zqblocknevertext", "zqblockneveritem", "zqnevergoal", "zqneverwhytext", "zqneverwhyitem"),
    *("zqneveraction", "zqneveractionnote", "zqneverlearning", "zqnevertopic"),
}
"""What its writer marked so."""

STAYS_OUT = {
    ("revision", "parts"): "an earlier version",
    ("revision", "title"): "an earlier version",
    ("shared", "lines"): "what left is looked at where it is kept; the book lists it",
    ("shared", "copy"): "what left is looked at where it is kept; the book lists it",
    ("leaf", "title"): "the words of an entry once more, for lists",
    ("leaf", "opening"): "the words of an entry once more, for lists",
    ("leaf_text", "title_words"): "the words of an entry once more, for the search",
    ("leaf_text", "words"): "the words of an entry once more, for the search",
}

NO_WORDS = re.compile(
    r"(id|.*_id|day|at|kind|status|mode|type|form|phase|visibility|attribution|section|source|owner|scale"
    r"|measure|horizon|whose|timing|checked_by|airtime|turn|smart|given|given_then|returns_to|entry_id|moment"
    r"|state|terms|reason|rule|what|sha256|audience|format|since|until|changes_since|name|.*_on|.*_at|.*training"
    r"|my_role)"
)
"""Columns that hold no words of a person: ids, days, choices, numbers."""

NOT_HERE = {("keeping", "name"), ("keeping", "value")}
WITH_WORDS = {("instrument", "source"), ("instrument", "name"), ("rating", "name")}


@pytest.fixture
def journal(desk):
    about = full.relationship()
    journal = begin(desk, about.type, **{name: getattr(about, name) for name in FIELDS})
    journal.describe(replace(journal.relationship(), codename=about.codename))
    full.fill(journal)
    return journal


FIELDS = (
    *("my_role", "my_display_name", "partner_display_name", "partner_role_title", "partner_organisation"),
    *("partner_contact", "purpose", "specialist_topic", "programme", "started_on", "my_training_title"),
    *("partner_training_title", "question", "conflict_declared", "signposts"),
)


def columns(db):
    """Each column of text with all that stands in it."""
    tables = [name for (name,) in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        if table.startswith(("leaf_words", "leaf_terms", "sqlite_")):
            continue
        for _, column, kind, *_ in db.rows(f"PRAGMA table_info({table})"):
            if kind in ("TEXT", "BLOB"):
                rows = db.rows(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")
                yield (table, column), " ".join(str(value) for (value,) in rows)


def all_words(journal, **choice):
    return " ".join(words_of(book_paper(book_of(journal, BookChoice(**choice)))))


def test_every_word_that_was_written_is_in_the_book_or_stays_out_for_a_reason(desk, journal):
    desk.now += timedelta(hours=1)
    text = journal.learning_points.get(EntryId("l1"))
    journal.learning_points.write(replace(text, text="zqlearninganew"))  # so that there is an earlier version
    full.close(journal)
    shown = set(MARK.findall(all_words(journal)))
    without_words = []
    for where, stored in columns(desk.db):
        marks = set(MARK.findall(stored))
        if where in STAYS_OUT:
            continue
        assert marks - shown <= NEVER_LEAVES, where
        if not marks and not (NO_WORDS.fullmatch(where[1]) and where not in WITH_WORDS):
            without_words.append(where)
    assert set(without_words) <= NOT_HERE, "a column of text that this journal leaves empty"
    assert not shown & NEVER_LEAVES
    assert "zqlearning" not in shown  # the earlier version


def test_what_never_leaves_is_in_the_file_in_no_form_and_nobody_is_told_whether_there_is_any(journal):
    book = make_book(journal, BookChoice()).pdf
    text = reading.everything(book).decode("latin-1") + reading.text(book)
    assert not [mark for mark in NEVER_LEAVES if mark in text]
    assert reading.squeezed(STAYS) in reading.squeezed(text)
    for id in ("g3", "a2", "t3", "l2", "b3"):
        block = tuple(one for one in journal.sessions.get(EntryId("s1")).blocks if one.id != "b3")
        if id == "b3":
            journal.sessions.take_notes(EntryId("s1"), block)
        else:
            noun = {
                "g": journal.goals,
                "a": journal.actions,
                "t": journal.topics,
                "l": journal.learning_points,
            }
            noun[id[0]].remove(EntryId(id))
    review = journal.reviews.get(EntryId("w1"))
    journal.reviews.write(replace(review, facts=review.facts[:1]))
    assert make_book(journal, BookChoice()).pdf == book


def test_moods_stay_in_the_journal(journal):
    before = all_words(journal)
    session = journal.sessions.get(EntryId("s1"))
    journal.sessions.write(replace(session, mood_before=9, mood_after=None))
    assert all_words(journal) == before


def test_without_the_partners_words_none_of_them_is_there(journal):
    shown = set(MARK.findall(all_words(journal, words=Words.WITHOUT_THEIRS)))
    theirs = {"zqblocktheirstext", "zqblocktheirsitem", "zqtheirdraft", "zqtheirssaid", "zqtheirtopic"}
    assert not shown & theirs
    assert {"zqblockminetext", "zqagreed", "zqminesaid", "zqpartnername", "zqaction"} <= shown


def test_only_what_is_mine_leaves_out_what_was_said_or_agreed_with_the_other(journal):
    shown = set(MARK.findall(all_words(journal, words=Words.ONLY_MINE)))
    others = {"zqblocktheirstext", "zqagreed", "zqdecisions", "zqtheirssaid", "zqaction", "zqpartnername"}
    assert not shown & others
    assert {"zqblockminetext", "zqminesaid", "zqreflectiontext", "zqgoaltitle", "zqratingnote"} <= shown


def test_a_mentors_own_book_leaves_the_mentees_goals_out(desk):
    journal = begin(desk, my_role=Role.MENTOR)
    full.fill(journal)
    assert "zqgoaltitle" not in all_words(journal, words=Words.ONLY_MINE)
    assert "zqgoaltitle" in all_words(journal)


def test_a_period_holds_what_is_of_its_days(journal):
    shown = set(MARK.findall(all_words(journal, since=date(2026, 2, 15), until=date(2026, 2, 25))))
    assert {"zqbetweentext", "zqcontacttext"} <= shown
    assert not shown & {"zqsessiontitle", "zqreflectiontext", "zqmovedit", "zqlearning", "zqagreed"}


def test_the_codename_is_on_the_cover_only_where_it_is_asked_for(journal):
    plain, named = (book_paper(book_of(journal, BookChoice(codename=on))) for on in (False, True))
    assert "zqcodename" not in plain.title + plain.subtitle
    assert "zqcodename" in named.subtitle
    assert "zqcodename" not in named.title  # which becomes the PDF's


def test_an_empty_journal_says_so(desk):
    with pytest.raises(NothingToShare, match="nothing to make a book of yet"):
        book_of(begin(desk), BookChoice())


def test_a_period_in_which_nothing_was_written_says_so(journal):
    with pytest.raises(NothingToShare, match="in this period"):
        book_of(journal, BookChoice(until=date(2020, 1, 1)))


def test_a_period_that_ends_before_it_begins_is_refused(journal):
    with pytest.raises(InvalidInput, match="Exchange the two days"):
        book_of(journal, BookChoice(since=date(2026, 2, 2), until=date(2026, 2, 1)))


def test_the_same_journal_gives_the_same_bytes(journal):
    assert make_book(journal, BookChoice()).pdf == make_book(journal, BookChoice()).pdf


def test_a_book_that_is_stopped_is_none(journal):
    told = []

    def progress(done):
        told.append(done)

    with pytest.raises(Cancelled):
        make_book(journal, BookChoice(), progress=progress, cancelled=lambda: len(told) > 3)
    assert told == sorted(told) and max(told) < 1.0


def test_a_password_locks_it(journal):
    locked = make_book(journal, BookChoice(), password="opensesame").pdf
    assert b"zqlearning" not in locked
    assert reading_under(locked, "opensesame") == reading.page_count(make_book(journal, BookChoice()).pdf)


def test_a_password_that_cannot_be_used_is_said_before_anything_is_read(journal):
    with pytest.raises(InvalidInput, match="too long"):
        make_book(journal, BookChoice(until=date(1999, 1, 1)), password="x" * 200)


def test_text_that_means_harm_and_entries_without_end_are_only_text(journal):
    harm = "<b>bold</b> &amp; ) Tj ET \\ %PDF [url](javascript:x) " + "x" * 3000
    long = "\n".join(f"{harm} {number}" for number in range(200))
    reflection = journal.reflections.get(EntryId("r1"))
    journal.reflections.write(replace(reflection, text=from_plain(long)))
    book = make_book(journal, BookChoice()).pdf
    text = reading.squeezed(reading.text(book))
    assert text.count(reading.squeezed(harm[:40])) == 200
    assert text.count("x") >= 200 * 3000
    assert b"javascript:" not in b"".join(
        line for line in reading.everything(book).splitlines() if b"/URI" in line
    )


def reading_under(pdf: bytes, password: str) -> int:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(pdf), password=password) as document:
        return len(document.pages)
