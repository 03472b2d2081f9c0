"""The words of the marks: who said it, and what may happen to it. Nothing is said of what is one's own and
private, which is how everything begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.model.blocks import from_plain
from mentorjournal.model.paper import Heading, Line, Piece, Writing
from mentorjournal.model.wording import capital
from mentorjournal.model.words import ActionOwner, Attribution, Role, Visibility

UNMARKED = "Where nothing else is said, the words are the writer’s own, and private."


def who_said(attribution: Attribution, role: Role) -> str:
    return {
        Attribution.MINE: "",
        Attribution.PARTNER_SAID: f"my {role.partner} said",
        Attribution.AGREED_TOGETHER: "agreed together",
        Attribution.THIRD_PARTY: "somebody else said",
    }[attribution]


def who_may_see(visibility: Visibility, role: Role) -> str:
    if visibility is Visibility.PARTNER_OK:
        return f"may be shown to my {role.partner}"
    return "" if visibility is Visibility.PRIVATE else visibility.label


def whose(owner: ActionOwner, role: Role) -> str:
    return {
        ActionOwner.ME: "Me",
        ActionOwner.PARTNER: f"My {role.partner}",
        ActionOwner.BOTH: "Both of us",
    }[owner]


def sentence(*parts: str) -> str:
    """What is not empty of *parts* as one sentence: “My mentor said, may be shown to my mentor.”"""
    said = ", ".join(part for part in parts if part)
    return f"{capital(said)}." if said else ""


def muted(*parts: str) -> Iterator[Piece]:
    """A quiet line, where there is anything to say."""
    if said := sentence(*parts):
        yield Line(said, muted=True)


def written(label: str, text: str) -> Iterator[Piece]:
    """What a person wrote in a plain field, below its label; nothing where nothing was written."""
    if text.strip():
        yield Heading(label, 3)
        yield Writing(from_plain(text))
