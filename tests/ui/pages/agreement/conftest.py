from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clock import FixedClock
from tests.ui.pages.agreement.without_qt import Page


@pytest.fixture
def page(clock: FixedClock, tmp_path: Path) -> Iterator[Page]:
    page = Page(clock, tmp_path)
    yield page
    page.close()
