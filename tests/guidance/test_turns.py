"""Turns between peers: the balance over the last three meetings, and who might begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentorjournal.guidance.prepared import prepared
from mentorjournal.guidance.turns import Balance, Turns, balance, takes_turns, turns, turns_before, who_began
from mentorjournal.journal.journal import Journal
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import EntryId, new_block_id, new_entry_id
from mentorjournal.model.paper import Beside
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import (
    RelationshipForm,
    RelationshipType,
    Role,
    SessionKind,
    SessionStatus,
    Turn,
)
from mentorjournal.sharing.brief_paper import preparation_paper
from tests.journal.conftest import NOW, Desk, begin

DAY = NOW.date()
ME, THEM = Turn.MINE, Turn.PARTNER


def held(mine: int | None, theirs: int | None) -> Session:
    return Session(
        id=new_entry_id(),
        day=DAY,
        status=SessionStatus.HELD,
        my_turn_minutes=mine,
        partner_turn_minutes=theirs,
    )


def note(turn: Turn | None) -> NoteBlock:
    return NoteBlock(id=new_block_id(), text=from_plain("Words"), turn=turn)


def keep(
    journal: Journal, days: int, mine: int | None = None, theirs: int | None = None, *notes: NoteBlock
) -> None:
    value = replace(held(mine, theirs), day=DAY - timedelta(days=days), blocks=notes)
    journal.sessions.add(value)


def plan(journal: Journal) -> EntryId:
    id = new_entry_id()
    journal.sessions.add(Session(id=id, day=DAY + timedelta(days=1)))
    return id


@pytest.fixture
def peers(desk: Desk) -> Journal:
    return begin(desk, RelationshipType.INFORMAL, my_role=Role.PEER, form=RelationshipForm.PEER)


@pytest.mark.parametrize(
    ("form", "role", "by_turns"),
    [
        (RelationshipForm.TRADITIONAL, Role.MENTOR, False),
        (RelationshipForm.REVERSE, Role.MENTEE, False),
        (RelationshipForm.TRADITIONAL, Role.PEER, True),
        (RelationshipForm.PEER, Role.PEER, True),
        (RelationshipForm.RECIPROCAL, Role.MENTOR, True),
    ],
)
def test_peers_and_those_whose_roles_change_take_turns(
    form: RelationshipForm, role: Role, by_turns: bool
) -> None:
    about = Relationship(codename="Heron", my_role=role, type=RelationshipType.INFORMAL, form=form)
    assert takes_turns(about) is by_turns


def test_the_balance_is_over_the_last_three() -> None:
    meetings = [held(90, 0), held(30, 20), held(35, 20), held(30, 20)]
    assert balance(meetings) == Balance(mine=95, theirs=60, meetings=3)


def test_a_meeting_in_which_nobody_counted_is_none_of_the_three_noted() -> None:
    assert balance([held(30, 30), held(None, None), held(40, 20)]) == Balance(mine=70, theirs=50, meetings=2)


def test_a_turn_that_only_one_of_them_had_counts_as_none_for_the_other() -> None:
    assert balance([held(40, None)]) == Balance(mine=40, theirs=0, meetings=1)


def test_nothing_noted_is_no_balance() -> None:
    assert balance([]) is None
    assert balance([held(None, None)]) is None


def test_who_had_clearly_less_begins_whoever_began_last_time() -> None:
    known = turns([held(95, 60)], [note(THEM)])
    assert known.begins is THEM
    assert turns([held(20, 60)], [note(ME)]).begins is ME


def test_while_it_is_about_even_the_other_than_last_time_begins() -> None:
    assert turns([held(32, 28)], [note(ME), note(THEM)]).begins is THEM
    assert turns([], [note(None), note(THEM)]).begins is ME


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert turns([], []) == Turns()
    assert Turns().words("peer") == ""


def test_whose_half_stands_first_began() -> None:
    assert who_began([note(None), note(THEM), note(ME)]) is THEM


def test_the_words_say_what_is_known_and_ask() -> None:
    three = [held(35, 20), held(30, 20), held(30, 20)]
    assert turns(three, []).words("peer") == ("Last three: you 95 minutes, your peer 60. Let them begin?")
    assert turns([held(20, 60)], []).words("peer") == (
        "Last time: you 20 minutes, your peer 60. Begin yourself?"
    )
    assert turns([held(30, 30), held(30, 30)], [note(THEM)]).words("mentee") == (
        "Last two: you 60 minutes, your mentee 60. Your mentee began last time. Begin yourself?"
    )


def test_a_session_is_looked_at_from_the_meetings_before_it(peers: Journal) -> None:
    keep(peers, 20, 30, 20, note(ME))
    keep(peers, 10, 40, 10, note(THEM))
    peers.sessions.add(replace(held(0, 90), day=DAY - timedelta(days=5), kind=SessionKind.CONTACT))
    known = turns_before(peers, plan(peers))
    assert known == Turns(balance=Balance(mine=70, theirs=30, meetings=2), began=THEM, begins=THEM)


def test_where_nobody_takes_turns_there_are_none(journal: Journal) -> None:
    assert turns_before(journal, plan(journal)) is None


def test_brief_and_sheet_and_their_paper_say_it(peers: Journal) -> None:
    keep(peers, 10, 95, 60)
    known = prepared(peers, plan(peers), DAY)
    assert known.turns == "Last time: you 95 minutes, your peer 60. Let them begin?"
    first = preparation_paper(known).pieces[0]
    assert isinstance(first, Beside) and first.heading == "Turns"


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
def test_in_a_reciprocal_relationship_either_paper_says_it_once(desk: Desk, role: Role) -> None:
    journal = begin(desk, my_role=role, form=RelationshipForm.RECIPROCAL)
    keep(journal, 10, 95, 60)
    paper = preparation_paper(prepared(journal, plan(journal), DAY))
    headings = [piece.heading for piece in paper.pieces if isinstance(piece, Beside)]
    assert headings.count("Turns") == 1


def test_a_traditional_brief_says_nothing_of_turns(journal: Journal) -> None:
    keep(journal, 10, 95, 60)
    assert prepared(journal, plan(journal), DAY).turns == ""
