"""The rating sheets that ship: what to rate, what the two ends mean, and where each comes from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from mentorjournal.model.rating import RatingInstrument, RatingItem
from mentorjournal.model.words import RatingScale, Role

WHEEL = "wheel"
"""The sheet that is meant to be made one's own."""

SESSION_USEFULNESS = "session_usefulness"
"""The sheet that is about one session."""

FEWEST_OF_A_WHEEL, MOST_OF_A_WHEEL = 6, 10


@dataclass(frozen=True, slots=True)
class _Shipped:
    instrument: RatingInstrument
    roles: tuple[Role, ...]


@cache
def _shipped() -> tuple[_Shipped, ...]:
    import yaml  # not before a sheet is asked for

    text = resources.files("resources").joinpath("ratings/instruments.yaml").read_text(encoding="utf-8")
    return tuple(
        _Shipped(
            instrument=RatingInstrument(
                id=sheet["id"],
                name=sheet["name"],
                items=tuple(
                    RatingItem(item["label"], item.get("low", ""), item.get("high", ""))
                    for item in sheet["items"]
                ),
                scale=RatingScale(sheet.get("scale", RatingScale.ZERO_TO_TEN.value)),
                source=sheet.get("source", ""),
                note_question=sheet["note_question"],
                built_in=True,
            ),
            roles=tuple(Role(role) for role in sheet.get("roles", tuple(Role))),
        )
        for sheet in yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    )


def built_in(role: Role) -> tuple[RatingInstrument, ...]:
    """The sheets for *role*, in the order in which they are offered."""
    return tuple(sheet.instrument for sheet in _shipped() if role in sheet.roles)


def suggested_areas() -> tuple[str, ...]:
    """What a wheel of one's own may begin with."""
    wheel = next(sheet.instrument for sheet in _shipped() if sheet.instrument.id == WHEEL)
    return tuple(item.label for item in wheel.items)
