"""The journals of tests/journal, one at a time, and a shelf of several: real ones, in encrypted files."""

from tests.guidance.study import study
from tests.journal.conftest import desk, journal

__all__ = ["desk", "journal", "study"]
