"""An index of an earlier version is brought up to date."""

from __future__ import annotations

from pathlib import Path

from mentorjournal.storage.connection import connect
from mentorjournal.storage.index import INDEX_APPLICATION_ID, INDEX_STEPS, Index
from mentorjournal.storage.migrations import migrate


def test_cards_of_closed_journals_are_read_anew_once_there_is_a_day_on_them(tmp_path: Path) -> None:
    db = connect(
        tmp_path / "index.mjdb",
        bytearray(32),
        application_id=INDEX_APPLICATION_ID,
        newest=len(INDEX_STEPS),
        create=True,
    )
    migrate(db, INDEX_STEPS[:2], "index")
    for id, status in (("a", "closed"), ("b", "active")):
        db.run(
            "INSERT INTO card (id, codename, codename_key, role, type, form, status, sessions_held,"
            " sessions_planned, entries, goals_active, actions_open, generation, dirty)"
            " VALUES (?, ?, ?, 'mentor', 'informal', 'traditional', ?, 0, 0, 0, 0, 0, 1, 0)",
            (id, id, id, status),
        )
    cards = Index(db).cards()
    assert [(card.id, card.dirty, card.look_on) for card in cards] == [("a", True, None), ("b", False, None)]
    db.close()
