"""The journals of tests/journal: real ones, in real encrypted files."""

from tests.journal.conftest import desk, journal

__all__ = ["desk", "journal"]
