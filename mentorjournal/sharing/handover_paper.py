"""The hand-over copy: what the mentee takes along at the end, and what a mentee keeps as their own copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from mentorjournal.errors import NothingToShare
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement
from mentorjournal.model.blocks import Block, BlockKind, Span, from_plain, normal
from mentorjournal.model.day_words import day_in_words
from mentorjournal.model.goal import Goal, value_text
from mentorjournal.model.paper import Facts, Heading, Line, Paper, Piece, Table, Together, Writing
from mentorjournal.model.words import ActionOwner, MeasureKind, Role
from mentorjournal.sharing.handover import Handover
from mentorjournal.sharing.wording import capital, counted, day_words

_TITLES = {Role.MENTOR: "Hand-over copy", Role.MENTEE: "My copy", Role.PEER: "Hand-over copy"}
_WHAT = "copy of what we agreed, did and decided"
_COVERS = {
    Role.MENTOR: f"A {_WHAT}, handed over to the mentee at the end. It is private and for the mentee alone.",
    Role.MENTEE: f"My {_WHAT}, made at the end. It is private and for me, the mentee, alone.",
    Role.PEER: f"A {_WHAT}, handed over at the end. It is private and for the two of us alone.",
}
_FOOTERS = {
    Role.MENTOR: "Private. For the mentee alone.",
    Role.MENTEE: "Private. For me, the mentee, alone.",
    Role.PEER: "Private. For the two of us alone.",
}
_MEETING_WIDTHS = (0.12, 0.34, 0.3, 0.24)
_CHECK_IN_WIDTHS = (0.25, 0.19, 0.56)
_ACTION_WIDTHS = (0.38, 0.12, 0.23, 0.27)


def handover_paper(handover: Handover, *, size: str = "A4") -> Paper:
    """Raises NothingToShare when there is nothing to hand over but dates."""
    if handover.is_empty:
        raise NothingToShare(
            "There is nothing to hand over yet: no session was held, and nothing is marked as something that"
            " may be shown to the partner."
        )
    role = handover.role
    return Paper(
        title=_TITLES[role],
        subtitle=capital(f"{handover.type.label} mentoring"),
        pieces=(Line(_COVERS[role]), *_pieces(handover)),
        footer=f"{_FOOTERS[role]} Paper has no passphrase: keep it where you keep letters.",
        size=size,
    )


def file_name(on: date) -> str:
    """A neutral name for the file: “hand-over-2026-03-01.pdf”."""
    return f"hand-over-{on.isoformat()}.pdf"


def _pieces(handover: Handover) -> Iterator[Piece]:
    yield from _dates(handover)
    if handover.meetings:
        yield Table(
            header=("No.", "Date", "How", "Length"),
            rows=tuple(
                (
                    str(one.number) if one.number is not None else "",
                    day_words(one.day),
                    capital(one.mode.label),
                    counted(one.minutes, "minute", "minutes"),
                )
                for one in handover.meetings
            ),
            widths=_MEETING_WIDTHS,
        )
    if handover.goals:
        yield Heading("Goals")
        for goal in handover.goals:
            yield from _goal(goal)
    if handover.actions:
        yield Heading("Actions")
        yield Table(
            header=("What", "Who", "How it stands", "What came of it"),
            rows=tuple(_action(one, handover.role) for one in handover.actions),
            widths=_ACTION_WIDTHS,
        )
    if handover.agreement:
        yield from _agreement(handover.agreement)
    if handover.decided:
        yield Heading("What we decided")
        for decided in handover.decided:
            yield Heading(f"{capital(decided.kind.label)}, {day_words(decided.day)}", 2)
            yield Writing(from_plain(decided.text))
    if handover.learning:
        yield Heading("What was learnt")
        points = (Block(kind=BlockKind.BULLET, spans=(Span(one.text),)) for one in handover.learning)
        yield Writing(normal(points))
    if handover.notes:
        yield Heading("From the notes")
        for note in handover.notes:
            yield Heading(f"{note.section}, {day_words(note.day)}", 2)
            yield Writing(note.text)


def _dates(handover: Handover) -> Iterator[Piece]:
    rows = []
    if handover.started_on:
        rows.append(("Begun on", day_words(handover.started_on)))
    if handover.ended_on:
        rows.append(("Ended on", day_words(handover.ended_on)))
    if rows or handover.meetings:
        yield Heading("When we met")
    if rows:
        yield Facts(tuple(rows))


def _goal(goal: Goal) -> Iterator[Piece]:
    said = partial(value_text, measure=goal.measure, unit=goal.unit)
    rows = [("How it stands", capital(goal.status.label))]
    measured = goal.measure is not MeasureKind.NONE
    if measured:
        rows.append(("From start to now", f"{said(goal.start)} → {said(goal.now)}"))
    if goal.success_criterion.strip():
        rows.append(("Reached when", goal.success_criterion))
    yield Together((Heading(goal.title, 2), Facts(tuple(rows))))
    if goal.check_ins:
        yield Table(
            header=("Looked at on", "Stood at", "What moved it"),
            rows=tuple(
                (day_words(one.day), said(one.value) if measured else "", one.what_moved_it)
                for one in goal.by_day
            ),
            widths=_CHECK_IN_WIDTHS,
        )
    if goal.closing_note.strip():
        yield Heading("In the end", 3)
        yield Writing(from_plain(goal.closing_note))


def _action(action: Action, role: Role) -> tuple[str, ...]:
    on = f", {day_in_words(action.closed_on)}" if action.closed_on else ""
    return action.text, _who(action.owner, role), f"{capital(action.status.label)}{on}", action.outcome_note


def _who(owner: ActionOwner, role: Role) -> str:
    """The part of the one whose action it is: whoever reads it is not the one who wrote “me”."""
    if owner is ActionOwner.BOTH:
        return "Both"
    mine = owner is ActionOwner.ME
    if role is Role.PEER:
        return "The writer" if mine else "The other"
    return capital(role.label if mine else role.partner)


def _agreement(agreement: Agreement) -> Iterator[Piece]:
    clauses = [one for one in agreement.clauses if one.applies and one.agreed_text.strip()]
    if not clauses:
        return
    yield Heading("Our agreement")
    on = f", agreed on {day_words(agreement.agreed_on)}" if agreement.agreed_on else ""
    yield Line(f"Version {agreement.version}{on}.", muted=True)
    for clause in clauses:
        yield Heading(clause.key.label, 2)
        yield Writing(from_plain(clause.agreed_text))
