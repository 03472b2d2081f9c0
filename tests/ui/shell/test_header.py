"""What stands in the head of a journal, by its kind."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal.guidance.moment import REFLECT
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from ui.shell.header import Header
from ui.theme.theme import Theme


def shown(qtbot: QtBot, theme: Theme, kind: RelationshipType) -> Header:
    """The head of a journal in which three sessions were held."""
    header = Header(theme)
    qtbot.addWidget(header)
    about = Relationship(codename="Heron", my_role=Role.MENTOR, type=kind, specialist_topic="A talk")
    journal = SimpleNamespace(
        journal=SimpleNamespace(today=lambda: date(2026, 3, 1)),
        relationship=about,
        card=SimpleNamespace(sessions_held=3),
    )
    header.show_journal(cast(OpenJournal, journal), REFLECT)
    return header


def test_nobody_counts_informal_meetings(qtbot: QtBot, theme: Theme) -> None:
    header = shown(qtbot, theme, RelationshipType.INFORMAL)
    assert header.told.text() == "mentor · informal"


def test_a_formal_relationship_says_how_often_it_met(qtbot: QtBot, theme: Theme) -> None:
    header = shown(qtbot, theme, RelationshipType.LONG_TERM_FORMAL)
    assert "sessions held: 3" in header.told.text()


@pytest.mark.parametrize("kind", list(RelationshipType))
def test_one_stop_advice_has_a_way_to_its_sheet(qtbot: QtBot, theme: Theme, kind: RelationshipType) -> None:
    header = shown(qtbot, theme, kind)
    assert (not header.one_stop.isHidden()) is (kind is RelationshipType.ONE_STOP)
