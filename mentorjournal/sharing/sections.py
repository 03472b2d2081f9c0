"""What a summary offers to each reader: the sections of the matrix, with what a journal has for them.

Only goals, learning points and actions that were marked for it are read. Reflections, notes, what the partner
said, moods and what moved a goal have no way in here, and nothing says how much stays behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from mentorjournal.errors import InvalidInput, NothingToShare
from mentorjournal.model.words import ActionOwner, Audience, Role
from mentorjournal.sharing import about_lines, goal_lines, work_lines
from mentorjournal.sharing.facts import SummarySource
from mentorjournal.sharing.matrix import TITLES, sections_for
from mentorjournal.sharing.offer import Offer, OfferedLine, OfferedSection, SectionKey
from mentorjournal.sharing.reader import Reader

_LINES: Mapping[SectionKey, Callable[[Reader], Iterator[OfferedLine]]] = {
    SectionKey.HEADING: about_lines.heading,
    SectionKey.PARTNER: about_lines.partner,
    SectionKey.PROGRAMME: about_lines.programme,
    SectionKey.MEETINGS: work_lines.meetings,
    SectionKey.OBJECTIVES: goal_lines.objectives,
    SectionKey.PROGRESS: goal_lines.progress,
    SectionKey.OUTCOMES: goal_lines.outcomes,
    SectionKey.LEARNING: work_lines.learning,
    SectionKey.MY_ACTIONS: work_lines.my_actions,
    SectionKey.PARTNER_ACTIONS: work_lines.partner_actions,
    SectionKey.SUPPORT: about_lines.support,
    SectionKey.ON_TRACK: about_lines.on_track,
    SectionKey.TRAINING: about_lines.training,
    SectionKey.CONFIDENTIALITY: about_lines.confidentiality,
    SectionKey.SIGNATURES: about_lines.signatures,
}


def offer(source: SummarySource, audience: Audience, since: date, until: date) -> Offer:
    """What may be shown to *audience* about *since* to *until*.

    Raises NothingToShare when there is nothing, and InvalidInput for a period that ends before it begins.
    """
    if since > until:
        raise InvalidInput("The period ends before it begins. Change one of the two dates.")
    reader = Reader(source, audience, since, until)
    sections = tuple(
        OfferedSection(key=key, title=TITLES[key], ticked=ticked, lines=lines)
        for key, ticked in sections_for(audience)
        if (lines := tuple(_LINES[key](reader)))
    )
    if not any(section.key.is_content for section in sections):
        raise NothingToShare(nothing_words(reader))
    return Offer(
        audience=audience,
        role=reader.role,
        since=since,
        until=until,
        sections=sections,
        needs_consent=reader.needs_consent,
        began_on=source.relationship.started_on,
    )


def nothing_words(reader: Reader) -> str:
    """Why there is no summary, and what would make one."""
    start = "There is nothing to share for this period: no session was held in it"
    if reader.audience is Audience.COORDINATOR_ATTENDANCE:
        return f"{start}. Choose another period."
    if _anything_marked(reader):
        return f"{start}, and what is marked for this reader lies outside it. Choose another period."
    partner = reader.audience is Audience.PARTNER
    mark = "“may appear in a summary”" + (" or “may be shown to the partner”" if partner else "")
    own = reader.role is Role.MENTOR and reader.audience is Audience.PORTFOLIO
    goal = "a goal of your own" if own else "a goal"
    return (
        f"{start}, and nothing in this journal is marked for this reader. Mark {goal}, a learning point or an"
        f" action as {mark}, or choose another period."
    )


def _anything_marked(reader: Reader) -> bool:
    source = reader.source
    everybody = reader.audience is Audience.PARTNER
    return bool(
        reader.goals_marked()
        or any(reader.may(point.visibility) for point in source.learning_points)
        or any(reader.may(a.visibility) for a in source.actions if everybody or a.owner is ActionOwner.ME)
    )
