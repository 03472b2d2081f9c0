"""The names of a journal's pages, in their order, and of the pages over all journals."""

from __future__ import annotations

JOURNAL, SESSIONS, GOALS, ACTIONS = "journal", "sessions", "goals", "actions"
AGREEMENT, SHARE = "agreement", "share"
TABS = (JOURNAL, SESSIONS, GOALS, ACTIONS, AGREEMENT, SHARE)
ALL_ACTIONS = "all actions"
"""The page over all journals beside Today."""
