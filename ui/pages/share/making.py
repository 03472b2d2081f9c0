"""From wishes to a page, on the vault's thread: read the journal, offer, check, compose, and set it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mentorjournal import pdf
from mentorjournal.errors import InvalidInput, NothingToShare
from mentorjournal.guidance.people import known_of
from mentorjournal.journal.journal import Journal
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.shared import SharedLine, SharedSummary, SummaryFormat
from mentorjournal.pdf.progress import in_hundredths
from mentorjournal.sharing import formats, summary
from mentorjournal.sharing.checking import check
from mentorjournal.sharing.facts import source_of
from mentorjournal.sharing.giving import Draft
from mentorjournal.sharing.offer import Chosen, Consent, Offer, as_offered
from mentorjournal.sharing.since_last import SinceLast, since_last, since_paper
from ui.pages.share.contract import Answer, ForReader, Made, Report, ShareDraft, Step


def answer_to(journal: Journal, draft: ShareDraft, today: date, report: Report) -> Answer:
    """What comes of *draft*. Raises Cancelled where *report* does: nothing was changed by it."""
    report(0, 100)  # what nobody waits for any more is not begun
    try:
        since = _day(draft.since, today, "The first day")
        until = _day(draft.until, today, "The last day")
        offer = summary.offer(source_of(journal), draft.audience, since, until)
    except NothingToShare as error:
        return Answer(nothing=str(error))
    except InvalidInput as error:
        return Answer(problem=str(error), where=Step.READER)
    mine = caught_up(draft, offer)
    chosen = mine.chosen or as_offered(offer)
    answer = Answer(offer=offer, mine=mine, flags=check(offer, chosen, known_of(journal)))
    lines = summary.shared_lines(offer, chosen)
    last = journal.shared.last(draft.audience)
    since_then = since_last(last, lines) if last else None
    answer = replace(answer, since=since_then, goes=len(lines))
    try:
        consent = _consent(draft, offer, today)
        # Without the day of the agreement the page can be looked at, but never saved.
        open_offer = offer if consent else replace(offer, needs_consent=False)
    except InvalidInput as error:
        return replace(answer, problem=str(error), where=Step.SAVE)
    changes = last if draft.only_changes else None
    try:
        if changes:
            paper = since_paper(open_offer, chosen, changes, on=today, consent=consent, size=draft.size)
        else:
            paper = summary.compose(open_offer, chosen, on=today, consent=consent, size=draft.size)
    except NothingToShare as error:
        return replace(answer, problem=str(error), where=Step.LOOK if changes else Step.LINES)
    except InvalidInput as error:
        return replace(answer, problem=str(error), where=Step.SAVE)
    leaving = Draft(
        audience=draft.audience,
        since=since,
        until=until,
        format=draft.format,
        lines=lines,
        consent_on=consent.given_on if consent else None,
        changes_since=changes.day if changes else None,
    )
    made = Made(
        data=formats.make(paper, draft.format, progress=in_hundredths(report)),
        words=formats.as_words(paper, SummaryFormat.CLIPBOARD),
        leaving=leaving,
        leaves=_leaves(lines, since_then if changes else None),
        missing=pdf.missing_characters(paper) if draft.format is SummaryFormat.PDF else "",
        may_be_saved=consent is not None or not offer.needs_consent,
    )
    return replace(answer, made=made)


def caught_up(draft: ShareDraft, offer: Offer) -> ForReader:
    """What was decided for this reader, and for all that was not offered by then, what is ticked at first."""
    first = as_offered(offer)
    mine = draft.mine
    seen = frozenset(
        [section.key.value for section in offer.sections]
        + [line.id for section in offer.sections for line in section.lines]
    )
    if mine.chosen is None:
        return replace(mine, chosen=replace(first, reworded=draft.reworded), seen=seen)
    chosen = replace(
        mine.chosen,
        sections=mine.chosen.sections | (first.sections - mine.seen),
        leave_out=mine.chosen.leave_out | (first.leave_out - mine.seen),
    )
    return replace(mine, chosen=chosen, seen=mine.seen | seen)


def changed_since(journal: Journal, copy: SharedSummary, draft: ShareDraft, today: date) -> SinceLast | None:
    """How what would leave now differs from a copy; None where nothing would."""
    draft = replace(draft, audience=copy.audience)
    try:
        since = _day(draft.since, today, "The first day")
        until = _day(draft.until, today, "The last day")
        offer = summary.offer(source_of(journal), copy.audience, since, until)
    except (NothingToShare, InvalidInput):
        return None
    chosen: Chosen = caught_up(draft, offer).chosen or as_offered(offer)
    return since_last(copy, summary.shared_lines(offer, chosen))


def _leaves(lines: Sequence[SharedLine], changes: SinceLast | None) -> tuple[str, ...]:
    """The lines on the page; one of changes has what is new or reads otherwise."""
    if changes:
        lines = (*changes.new, *(one.now for one in changes.changed))
    return tuple(line.words for line in lines)


def _consent(draft: ShareDraft, offer: Offer, today: date) -> Consent | None:
    given_on = read_day_words(draft.mine.consent, today) if offer.needs_consent else None
    return Consent(given_on=given_on) if given_on else None


def _day(text: str, today: date, what: str) -> date:
    day = read_day_words(text, today)
    if day is None:
        raise InvalidInput(f"{what} of the period is missing. Type it like “1 March 2026”.")
    return day
