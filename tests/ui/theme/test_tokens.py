"""Every pair of colours that meets on the screen can be told apart (WCAG 2.2 AA; 7:1 in high contrast)."""

from __future__ import annotations

import pytest

from ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, TONES, contrast, on_soft

GROUNDS = ("app", "surface", "card", "hover", "selected", "sunken")
WORDS = [
    *((word, ground) for word in ("text", "text2", "text3") for ground in GROUNDS),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *((on_soft(tone), f"{tone}_soft") for tone in TONES),
    *(("accent_text", ground) for ground in ("app", "surface", "card", "selected")),
    *(("danger", ground) for ground in ("surface", "card", "app")),
    *((tone, ground) for tone in ("warn", "info", "plum") for ground in ("surface", "card", "selected")),
    ("text", "accent_soft"),
    ("text2", "track"),
]
EDGES = [
    *(("line_strong", ground) for ground in ("surface", "card", "app", "sunken")),
    *(("focus", ground) for ground in ("app", "surface", "card", "selected")),
    ("accent", "track"),
    ("accent", "card"),
    ("danger", "danger_soft"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), WORDS)
def test_words_can_be_read(colours, word, ground):
    assert contrast(colours[word], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), WORDS)
def test_high_contrast_words_can_be_read(colours, word, ground):
    assert contrast(colours[word], colours[ground]) >= 7.0


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_and_rings_can_be_seen(colours, edge, ground):
    assert contrast(colours[edge], colours[ground]) >= 3.0


def test_every_scheme_has_every_role():
    assert LIGHT.keys() == DARK.keys() == CONTRAST_LIGHT.keys() == CONTRAST_DARK.keys()
