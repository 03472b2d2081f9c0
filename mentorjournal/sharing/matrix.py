"""Which sections a summary has for each reader, after the field's own table: ticked, to tick, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mentorjournal.model.words import Audience
from mentorjournal.sharing.offer import SectionKey

_K = SectionKey

# in: ticked at first; off: can be ticked; -: not offered. The columns are the readers in the order of
# `Audience`: partner, coordinator for attendance, coordinator for outcomes, line manager, own portfolio.
_MATRIX: Mapping[SectionKey, str] = {
    _K.HEADING: "in  in  in  in  in",
    _K.PARTNER: "in  off off off off",
    _K.PROGRAMME: "off in  in  off off",
    _K.MEETINGS: "in  in  in  off in",
    _K.OBJECTIVES: "in  -   in  in  in",
    _K.PROGRESS: "in  -   in  in  in",
    _K.OUTCOMES: "in  -   in  in  in",
    _K.LEARNING: "in  -   off off in",
    _K.MY_ACTIONS: "in  -   off off in",
    _K.PARTNER_ACTIONS: "in  -   -   -   -",
    _K.SUPPORT: "off off in  in  -",
    _K.ON_TRACK: "off off off -   -",
    _K.TRAINING: "off in  in  -   off",
    _K.CONFIDENTIALITY: "in  in  in  in  in",
    _K.SIGNATURES: "off off off off -",
}

TITLES: Mapping[SectionKey, str] = {
    _K.HEADING: "Who and what",
    _K.PARTNER: "Partner’s name",
    _K.PROGRAMME: "Programme",
    _K.MEETINGS: "Meetings",
    _K.OBJECTIVES: "Objectives",
    _K.PROGRESS: "Progress",
    _K.OUTCOMES: "Outcomes and evidence",
    _K.LEARNING: "What I have learnt",
    _K.MY_ACTIONS: "My actions",
    _K.PARTNER_ACTIONS: "Actions of my partner",
    _K.SUPPORT: "Support requested",
    _K.ON_TRACK: "On track",
    _K.TRAINING: "Training and agreement",
    _K.CONFIDENTIALITY: "Confidentiality",
    _K.SIGNATURES: "Signature lines",
}


def sections_for(audience: Audience) -> Iterator[tuple[SectionKey, bool]]:
    """The sections that are offered to *audience*, in their order, and whether each is ticked at first."""
    column = list(Audience).index(audience)
    for key, row in _MATRIX.items():
        cell = row.split()[column]
        if cell != "-":
            yield key, cell == "in"
