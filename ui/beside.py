"""The groups of pages that open beside those of a journal."""

from __future__ import annotations

from ui.one_stop_rooms import OneStopRooms
from ui.seat import Beside, Seat


def groups_beside(seat: Seat) -> tuple[Beside, ...]:
    """Every group; each enters its wishes and the kinds of entries it shows into the desk's `aside`."""
    return (OneStopRooms(seat),)
