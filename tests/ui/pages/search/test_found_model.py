"""Whatever a search can find has a word for its kind."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.timeline import Hit, Place
from mentorjournal.model.words import EntryKind
from ui.pages.search.model import FoundModel
from ui.pages.search.presenter import Group


@pytest.mark.parametrize("kind", EntryKind)
def test_every_kind_that_can_be_found_is_named(qapp: QApplication, kind: EntryKind) -> None:
    hit = Hit(place=Place(1), kind=kind, id=new_entry_id(), day=date(2026, 3, 1), title="", snippet="x")
    model = FoundModel()
    model.show_groups([Group(journal="a", codename="Heron", hits=(hit,))])
    row = model.row_at(1)
    assert row.kind == kind.label
    assert row.text.startswith(f"{kind.label} of 1 Mar")
