"""A fictional vault, the same every time: eight relationships, a year of them, scaled when asked."""

from mentorjournal.demo.fill import clock, fill, fill_to
from mentorjournal.demo.sample import TODAY

__all__ = ["TODAY", "clock", "fill", "fill_to"]
