"""An agreement made by hand: two drafts that partly differ, and what became of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.model.agreement import Agreement, Clause, ClauseKey, Terms
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import AgreementState, Mode, Reporting, RetentionRule

TERMS = Terms(
    sessions_planned=6,
    interval_days=21,
    minutes=60,
    mode=Mode.WALKING,
    months=10,
    retention=RetentionRule.KEEP_UNTIL,
    keep_until=date(2027, 12, 31),
    reporting=Reporting.ATTENDANCE,
)
_WRITTEN = {
    ClauseKey.PURPOSE: ("To find a voice in the group.", "To finish the book.\nTo dare more."),
    ClauseKey.SCOPE: ("Work, and what work does to the rest.", "work, and what work does to the rest"),
    ClauseKey.COMMITMENT: ("", "6 meetings, every 4 weeks, 60 minutes each, walking, for 10 months."),
    ClauseKey.CONFIDENTIALITY: ("What is said, and who we are.", ""),
    ClauseKey.LIMITS: ("", ""),
    ClauseKey.RETENTION: ("Back-ups too.", "The notes are destroyed when it is closed."),
    ClauseKey.SIGN: ("", ""),
}


def draft() -> Agreement:
    clauses = tuple(
        Clause(key=key, my_draft=mine, partner_draft=theirs) for key, (mine, theirs) in _WRITTEN.items()
    )
    left_out = Clause(key=ClauseKey.FEEDBACK, my_draft="Left out by both", applies=False)
    words = "A last conversation, always."
    settled = Clause(key=ClauseKey.ENDING, my_draft="Mine", partner_draft="Theirs", agreed_text=words)
    return Agreement(
        id=EntryId("0b5c2f0e-7a41-4c22-8f33-444455556666"),
        day=date(2026, 11, 1),
        clauses=(*clauses, left_out, settled),
        terms=TERMS,
    )


def agreed() -> Agreement:
    value = draft()
    clauses = tuple(replace(one, agreed_text=one.agreed_text or one.my_draft) for one in value.clauses)
    return replace(
        value,
        state=AgreementState.AGREED,
        agreed_on=date(2026, 11, 3),
        review_on=date(2027, 5, 3),
        clauses=clauses,
    )
