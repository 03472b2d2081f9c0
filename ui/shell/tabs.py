"""The names of a journal's pages, in their order, and of the pages over all journals."""

from __future__ import annotations

JOURNAL, SESSIONS, GOALS, ACTIONS, SHARE = "journal", "sessions", "goals", "actions", "share"
TABS = (JOURNAL, SESSIONS, GOALS, ACTIONS, SHARE)
ALL_ACTIONS = "all actions"
"""The page over all journals beside Today."""
