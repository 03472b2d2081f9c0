"""What an autosave gives to Undo: choices, never text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest

from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.change import Change
from mentorjournal.model.ids import new_block_id, new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import SessionStatus, Visibility
from tests.journal.conftest import desk, journal
from ui.draft import Book, Draft, merged

__all__ = ["desk", "journal"]

T = TypeVar("T")
DAY = date(2026, 3, 1)


class AtOnce:
    def run(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        done(work())


def said(draft: object, *_error: object) -> None:
    """Nothing is shown here."""


@pytest.fixture
def changes() -> list[Change]:
    return []


@pytest.fixture
def session(journal: Journal, changes: list[Change]) -> Draft[Session]:
    value = Session(
        id=new_entry_id(),
        day=DAY,
        blocks=(NoteBlock(id=new_block_id(), text=from_plain("Ask first")),),
    )
    journal.sessions.add(value)
    door = journal.sessions
    book = Book(get=door.get, add=door.add, write=door.write, ready=bool)
    value = door.get(value.id)
    return Draft(value, book, AtOnce(), stored=True, changed=changes.append, saved=said, failed=said)


def test_typed_text_is_left_to_the_editor(session: Draft[Session], changes: list[Change]) -> None:
    session.take(replace(session.value, title="Half-way"))
    assert [(change.label, change.undo) for change in changes] == [("Edit session", None)]


def test_a_chosen_day_is_an_act(journal: Journal, session: Draft[Session], changes: list[Change]) -> None:
    session.take(replace(session.value, day=date(2026, 4, 1), title="Half-way"))
    (change,) = changes
    assert change.label == "Change day of session"
    assert change.undo is not None
    session.take(replace(session.value, place="Library"))

    back = change.undo()
    now = journal.sessions.get(session.value.id)
    assert (now.day, now.title, now.place) == (DAY, "Half-way", "Library")
    assert back.undo is not None
    again = back.undo()
    assert journal.sessions.get(session.value.id).day == date(2026, 4, 1)
    assert [back.label, again.label] == ["Change day of session"] * 2


def test_a_mark_of_a_note_goes_back_without_its_words(
    journal: Journal, session: Draft[Session], changes: list[Change]
) -> None:
    (block,) = session.value.blocks
    marked = replace(block, text=from_plain("Ask first, then wait"), visibility=Visibility.SUMMARY_OK)
    session.take(replace(session.value, blocks=(marked,)))
    (change,) = changes
    assert change.label == "Change marks of a note"
    assert change.undo is not None
    change.undo()
    (now,) = journal.sessions.get(session.value.id).blocks
    assert now == replace(marked, visibility=Visibility.PRIVATE)


def test_what_was_chosen_anew_is_not_taken_back(
    journal: Journal, session: Draft[Session], changes: list[Change]
) -> None:
    session.take(replace(session.value, status=SessionStatus.POSTPONED))
    session.take(replace(session.value, status=SessionStatus.MISSED))
    assert changes[0].undo is not None
    changes[0].undo()
    assert journal.sessions.get(session.value.id).status is SessionStatus.MISSED


def test_a_new_entry_is_not_undone_from_under_the_writer(journal: Journal, changes: list[Change]) -> None:
    value = Reflection(id=new_entry_id(), day=DAY, title="First")
    door = journal.reflections
    book = Book(get=door.get, add=door.add, write=door.write, ready=lambda one: bool(one.title))
    draft = Draft(value, book, AtOnce(), stored=False, changed=changes.append, saved=said, failed=said)
    draft.take(value)
    draft.retry()
    draft.take(replace(value, revisit_on=date(2026, 5, 1)))
    assert [(change.label, change.undo is not None) for change in changes] == [
        ("Add reflection", False),
        ("Change day of return of reflection", True),
    ]


def test_a_note_that_two_hands_changed_keeps_what_each_did() -> None:
    note = NoteBlock(id=new_block_id(), text=from_plain("Time"))
    base = Session(id=new_entry_id(), day=DAY, blocks=(note,))
    mine = replace(base, blocks=(replace(note, text=from_plain("Time and courage")),))
    theirs = replace(base, blocks=(replace(note, visibility=Visibility.PARTNER_OK),))
    (both,) = merged(base, mine, theirs, {"blocks": lambda block: block.id}).blocks
    assert both.text == from_plain("Time and courage")
    assert both.visibility is Visibility.PARTNER_OK
