"""What is printed before a session is one page, however long the journal, and names neither of the two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorjournal.guidance.agenda import session_agenda
from mentorjournal.guidance.brief import brief_of
from mentorjournal.guidance.material import read_material
from mentorjournal.guidance.prepared import Prepared, prepared
from mentorjournal.journal.journal import Journal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import Role
from mentorjournal.pdf import render
from mentorjournal.sharing.agenda_paper import agenda_paper
from mentorjournal.sharing.brief_paper import brief_paper, file_name, preparation_paper
from mentorjournal.sharing.plain import as_text
from tests.guidance import long_journal
from tests.guidance.long_journal import TODAY
from tests.journal.conftest import Desk
from tests.pdf import reading


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    desk = Desk(tmp_path)
    yield desk.open()
    desk.close()


def made(journal: Journal, role: Role, **more: int) -> tuple[EntryId, Prepared]:
    planned = long_journal.fill(journal, role, **more)
    return planned, prepared(journal, planned, TODAY)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_journal_of_thirty_sessions_is_prepared_on_one_page(
    journal: Journal, role: Role, size: str
) -> None:
    _, known = made(journal, role)
    data = render(preparation_paper(known, their_words=True, size=size))
    assert reading.page_count(data) == 1
    assert "…" in reading.text(data)


def test_what_gives_way_says_so_and_promises_are_counted(journal: Journal) -> None:
    _, known = made(journal, Role.MENTOR, promises=40)
    text = reading.text(render(preparation_paper(known)))
    assert "Promise to my mentee 0" in text and "of40)" in reading.squeezed(text)
    assert "Advice I gave" in text and "Afterwards" in text


@pytest.mark.parametrize("role", Role)
def test_no_name_is_on_any_of_the_papers(journal: Journal, role: Role) -> None:
    planned, known = made(journal, role)
    papers = [preparation_paper(known, their_words=True), agenda_paper(session_agenda(journal, planned))]
    for paper in papers:
        data = render(paper)
        for said in (as_text(paper), reading.text(data), str(reading.metadata(data))):
            for name in long_journal.NAMES:
                assert not any(part in said for part in name.split())


def test_their_words_are_printed_only_when_asked_for(journal: Journal) -> None:
    planned, _ = made(journal, Role.MENTOR, sessions=3)
    brief = brief_of(read_material(journal, planned, TODAY))
    assert "Their words" not in as_text(brief_paper(brief))
    assert "Their words" in as_text(brief_paper(brief, their_words=True))


def test_the_same_journal_gives_the_same_bytes(journal: Journal) -> None:
    planned, known = made(journal, Role.MENTOR, sessions=3)
    again = prepared(journal, planned, TODAY)
    assert render(preparation_paper(known)) == render(preparation_paper(again))


def test_paper_says_what_it_is_and_its_file_names_nobody(journal: Journal) -> None:
    _, known = made(journal, Role.MENTOR, sessions=1)
    paper = preparation_paper(known)
    assert "no passphrase" in paper.footer and "shred" in paper.footer
    assert paper.title == "Session brief" and "Heron" not in paper.title
    assert file_name(Role.MENTOR, TODAY) == "session-brief-2026-03-01.pdf"
