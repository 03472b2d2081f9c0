"""On which page of a journal an act is done that has its own."""

from __future__ import annotations

from ui.shell.agreement_commands import AGREEMENT_ACTS
from ui.shell.share_commands import SHARE_ACTS
from ui.shell.tabs import AGREEMENT, GOALS, SESSIONS, SHARE

PAGE_OF_ACT: dict[str, str] = {
    "check in": GOALS,
    "session": SESSIONS,
    "contact": SESSIONS,
    **dict.fromkeys(AGREEMENT_ACTS, AGREEMENT),
    **dict.fromkeys(SHARE_ACTS, SHARE),
}
