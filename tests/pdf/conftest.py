"""Papers look the same wherever they are tested: a machine's own fonts are used where a test says so."""

from __future__ import annotations

import pytest

from mentorjournal.pdf import system_fonts


@pytest.fixture(autouse=True)
def bundled_fonts_alone(monkeypatch):
    monkeypatch.setattr(system_fonts, "folders", tuple)
    system_fonts.forget()
    yield
    system_fonts.forget()
