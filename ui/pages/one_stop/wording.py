"""What the sheet says, in the words of one's own side."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from mentorjournal.model.words import Role


def _tr(text: str) -> str:
    return QCoreApplication.translate("OneStopSheet", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    lead: str
    topic: str
    question: str
    question_hint: str
    background: str
    tried: str
    wanted: str
    mattered: str
    took_away: str
    advice: str
    came_of_it: str
    told: str


def wording(role: Role) -> Wording:
    """For the one who asks, for the adviser, and for a peer, who is asked by turns."""
    if role is Role.MENTOR:
        return Wording(
            lead=_tr("One question, one conversation, and what came of it, from the adviser's side."),
            topic=_tr("What they want to talk about"),
            question=_tr("Their one question"),
            question_hint=_tr("As they asked it."),
            background=_tr("What I should know first"),
            tried=_tr("What they have tried"),
            wanted=_tr("What they would like to have at the end"),
            mattered=_tr("What mattered?"),
            took_away=_tr("What did they take away?"),
            advice=_tr("What I advised"),
            came_of_it=_tr("What came of it"),
            told=_tr("Talked about with your mentee"),
        )
    partner = _tr("peer") if role is Role.PEER else _tr("mentor")
    return Wording(
        lead=_tr("One question, one conversation, and what came of it."),
        topic=_tr("What I want to talk about"),
        question=_tr("My one question"),
        question_hint=_tr("As you would ask it in the first minute."),
        background=_tr("What my {partner} should know first").format(partner=partner),
        tried=_tr("What I have tried"),
        wanted=_tr("What I would like to have at the end"),
        mattered=_tr("What mattered?"),
        took_away=_tr("What do I take away?"),
        advice=_tr("What I was advised"),
        came_of_it=_tr("What came of it"),
        told=_tr("Told your {partner}").format(partner=partner),
    )
