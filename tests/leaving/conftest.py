"""A journal with a word in every column, and a vault with two journals as people write them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorjournal.model.words import Role
from tests.journal.conftest import Desk, desk
from tests.sharing.planted import fill
from tests.vault.house import House, build

__all__ = ["desk"]


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("planted"))
    fill(desk, Role.MENTOR)
    yield desk
    desk.close()


@pytest.fixture
def house(tmp_path: Path) -> House:
    return build(tmp_path / "vault")
