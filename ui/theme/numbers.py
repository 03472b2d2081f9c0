"""A few of Qt's values as plain numbers, for what stands before the first painted window.

To name `Qt` in Python is to build every one of its enums, which takes as long as a seventh of the whole
start. Properties take the numbers as well; a test compares them with Qt's own.
"""

from __future__ import annotations

PLAIN_TEXT = 0
TOP_MIDDLE = 0x0004 | 0x0020
"""AlignHCenter and AlignTop."""

LEARN_NOTHING = 0x0002
"""ImhSensitiveData: an input method keeps words it has learnt in files of its own, in the clear."""

SENSITIVE = 0x0002 | 0x0040 | 0x0004
"""ImhSensitiveData, ImhNoPredictiveText and ImhNoAutoUppercase."""

LIGHT_DESKTOP = 1
DARK_DESKTOP = 2
UNKNOWN_DESKTOP = 0
