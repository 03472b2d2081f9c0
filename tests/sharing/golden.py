"""The text of each kind of paper as it is kept in tests/pdf/golden; run as a module, it writes them anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from mentorjournal.book.paper import book_paper
from mentorjournal.model.paper import Paper
from mentorjournal.model.words import Audience, Role
from mentorjournal.sharing.agenda_paper import agenda_paper
from mentorjournal.sharing.agreement_form import agreement_form
from mentorjournal.sharing.agreement_paper import agreement_paper
from mentorjournal.sharing.brief_paper import brief_paper, peer_paper
from mentorjournal.sharing.destruction_paper import destruction_paper
from mentorjournal.sharing.handover_paper import handover_paper
from mentorjournal.sharing.ledger_paper import ledger_paper
from mentorjournal.sharing.recovery_kit import recovery_kit
from mentorjournal.sharing.review_paper import review_paper
from mentorjournal.sharing.sheet_paper import sheet_paper
from mentorjournal.sharing.summary import as_offered, compose, offer
from tests.sharing import agreements, preparations, records, samples
from tests.sharing.offers import CONSENT, everything_ticked

FOLDER = Path(__file__).parent.parent / "pdf" / "golden"
GROUPS = ("7KQ4M", "F9XWD", "3TRHC", "BPV6N", "8GZ2Y", "5EJUA", "W4M9K", "HT3XQ", "2MMWJ")


def papers() -> dict[str, Paper]:
    found = {}
    for audience in Audience:
        shown = offer(samples.source(), audience, samples.SINCE, samples.UNTIL)
        found[f"summary-{audience.value}"] = compose(shown, as_offered(shown), on=samples.ON)
    found["summary-everything"] = _everything(Audience.PARTNER, Role.MENTEE)
    found["summary-attendance-signed"] = _everything(Audience.COORDINATOR_ATTENDANCE, Role.MENTOR)
    found["recovery-kit"] = recovery_kit(GROUPS, vault_name="Mentor Journal", made_on=date(2026, 3, 3))
    brief, peer = preparations.brief(), preparations.brief(Role.PEER)
    found["session-brief"] = brief_paper(brief)
    found["session-brief-with-their-words"] = brief_paper(replace(brief, intention=""), their_words=True)
    found["preparation"] = sheet_paper(preparations.sheet())
    found["preparation-peer"] = peer_paper(peer, preparations.sheet(Role.PEER))
    found["agenda"] = agenda_paper(preparations.agenda())
    review, role = records.review(), Role.MENTOR
    found["review-record"] = review_paper(review, role)
    found["review-record-with-their-answers"] = review_paper(review, role, theirs=True)
    found["practice-ledger"] = ledger_paper(records.ledger())
    found["destruction-record"] = destruction_paper(records.destroyed(), records.exports())
    found["hand-over"] = handover_paper(records.handover())
    found["my-copy"] = handover_paper(records.handover(Role.MENTEE))
    mentor = samples.relationship(Role.MENTOR)
    found["agreement"] = agreement_paper(mentor, agreements.agreed(), names=True)
    found["agreement-draft"] = agreement_paper(mentor, agreements.draft())
    found["agreement-form"] = agreement_form(agreements.draft())
    found["journal-book"] = book_paper(records.book())
    return found


def _everything(audience: Audience, role: Role) -> Paper:
    """Every section ticked, and what is written for one summary written."""
    shown = offer(samples.source(role), audience, samples.SINCE, samples.UNTIL)
    support = "Two days in September for the conference, and somebody to take over the Tuesday seminar."
    chosen = everything_ticked(shown, support_words=support, track_state="Yes")
    return compose(shown, chosen, on=samples.ON, consent=CONSENT)


if __name__ == "__main__":
    from mentorjournal.pdf import render
    from tests.pdf import reading

    FOLDER.mkdir(exist_ok=True)
    for name, paper in papers().items():
        (FOLDER / f"{name}.txt").write_text(reading.text(render(paper)), "utf-8", newline="\n")
