"""The groups of pages that open beside those of a journal."""

from __future__ import annotations

from ui.book_rooms import BookRooms
from ui.closing_rooms import ClosingRooms
from ui.companionship import Companionship
from ui.discretion import Discretion
from ui.first_days_rooms import FirstDays
from ui.one_stop_rooms import OneStopRooms
from ui.practice_rooms import PracticeRooms
from ui.primer_rooms import PrimerRooms
from ui.review_rooms import ReviewRooms
from ui.safety_rooms import SafetyRooms
from ui.seat import Beside, Seat


def groups_beside(seat: Seat) -> tuple[Beside, ...]:
    """Every group; each enters its wishes and the kinds of entries it shows into the desk's `aside`."""
    return (
        ReviewRooms(seat),
        ClosingRooms(seat),
        PrimerRooms(seat),
        SafetyRooms(seat),
        FirstDays(seat),
        PracticeRooms(seat),
        OneStopRooms(seat),
        BookRooms(seat),
        Discretion(seat),
        Companionship(seat),
    )
