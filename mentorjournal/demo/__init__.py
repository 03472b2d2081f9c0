"""A fictional vault, the same every time: eight relationships, a year of them, scaled when asked."""

from mentorjournal.demo.fill import clock, fill, fill_to
from mentorjournal.demo.sample import TODAY
from mentorjournal.demo.vault import PASSPHRASE, write_vault

__all__ = ["PASSPHRASE", "TODAY", "clock", "fill", "fill_to", "write_vault"]
