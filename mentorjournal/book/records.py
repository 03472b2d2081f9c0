"""The parts of a book that record: actions, learning points, agreements, reviews, ratings, what left."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from mentorjournal.book.marks import muted, who_may_see, whose, written
from mentorjournal.book.near import Near
from mentorjournal.book.order import title_of
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, Clause, plain
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.bound import Chapter
from mentorjournal.model.day_words import day_in_words
from mentorjournal.model.export import ExportKind
from mentorjournal.model.paper import Facts, Heading, Line, Piece, Table, Writing
from mentorjournal.model.rating import Rating
from mentorjournal.model.review import Review
from mentorjournal.model.shared import SharedSummary, SummaryFormat
from mentorjournal.model.terms_words import facts_of
from mentorjournal.model.wording import capital, day_words
from mentorjournal.model.words import AgreementState

ACTIONS_KEY = "actions"

_ACTION_WIDTHS = (0.4, 0.16, 0.18, 0.26)
_LEARNING_WIDTHS = (0.2, 0.8)
_RATING_WIDTHS = (0.34, 0.36, 0.15, 0.15)
_SHARED_WIDTHS = (0.24, 0.28, 0.48)


def action_pieces(near: Near) -> Iterator[Piece]:
    yield Chapter("Actions", key=ACTIONS_KEY)
    for heading, is_open in (("Open", True), ("Closed", False)):
        if found := [one for one in near.book.actions if one.status.is_open is is_open]:
            yield Heading(heading, 2)
            head = ("What", "Who", "By when", "How it stands")
            yield Table(head, tuple(_action(one, near) for one in found), _ACTION_WIDTHS)


def _action(one: Action, near: Near) -> tuple[str, str, str, str]:
    title, session = near.goal_title(one.goal_id), near.session(one.session_id)
    where = title_of(session).partition(":")[0] if session else f"Written down on {day_words(one.day)}"
    what = (one.text, f"For “{title}”" if title else "", where)
    stands = (
        capital(one.status.label),
        day_in_words(one.closed_on) if one.closed_on else "",
        one.outcome_note,
        capital(who_may_see(one.visibility, near.role)),
    )
    promised = "\nA promise" if one.is_promise else ""
    return (
        "\n".join(filter(None, what)),
        f"{whose(one.owner, near.role)}{promised}",
        day_in_words(one.due_on) if one.due_on else "",
        "\n".join(filter(None, stands)),
    )


def learning_pieces(near: Near) -> Iterator[Piece]:
    yield Chapter("What I learnt")
    rows = tuple(
        (
            day_in_words(one.day),
            "\n".join(filter(None, (one.text, capital(who_may_see(one.visibility, near.role))))),
        )
        for one in near.book.learning
    )
    yield Table(("When", "What I learnt"), rows, _LEARNING_WIDTHS)


def agreement_pieces(near: Near) -> Iterator[Piece]:
    yield Chapter("Our agreement")
    for one in near.book.agreements:
        yield Chapter(f"Version {one.version}", 2, _standing(one))
        rows = list(facts_of(one.terms))
        if one.review_on:
            rows.append(("Looked at again on", day_words(one.review_on)))
        signed = (("me", one.signed_by_me), (f"my {near.role.partner}", one.signed_by_partner))
        if names := [name for name, by in signed if by]:
            rows.append(("Signed by", " and ".join(names)))
        if rows:
            yield Facts(tuple(rows))
        for clause in one.clauses:
            yield from _clause(clause, near)


def _standing(one: Agreement) -> str:
    if one.agreed_on is None:
        return f"A draft, begun on {day_words(one.day)}. Nothing of it is agreed yet."
    later = " and replaced by a later one" if one.state is AgreementState.SUPERSEDED else ""
    return f"Agreed on {day_words(one.agreed_on)}{later}."


def _clause(clause: Clause, near: Near) -> Iterator[Piece]:
    """What was agreed, and the drafts where they say something else."""
    drafts = (("My draft", clause.my_draft), (f"My {near.role.partner}’s draft", clause.partner_draft))
    apart = [
        (label, text) for label, text in drafts if plain(text) and plain(text) != plain(clause.agreed_text)
    ]
    if not (clause.agreed_text.strip() or apart):
        return
    yield Heading(clause.key.label, 2)
    if not clause.applies:
        yield Line("Both decided to leave this out.", muted=True)
    if clause.agreed_text.strip():
        yield Writing(from_plain(clause.agreed_text))
    for label, text in apart:
        yield from written(label, text)


def review_pieces(near: Near) -> Iterator[Piece]:
    yield Chapter("Reviews")
    for one in near.book.reviews:
        yield from _review(one, near)


def _review(one: Review, near: Near) -> Iterator[Piece]:
    yield Chapter(capital(one.kind.label), 2, f"{day_words(one.day)}{'' if one.done else ', not finished'}")
    if one.facts:
        yield Heading("What was known on that day", 2)
        yield Facts(tuple((fact.label, fact.value) for fact in one.facts))
    for answer in one.answers:
        sides = (("Mine", answer.mine), (f"My {near.role.partner}’s", answer.theirs))
        if any(text.strip() for _, text in sides):
            yield Heading(answer.question, 2)
            for label, text in sides:
                yield from written(label, text)
    if one.decisions.strip():
        yield Heading("What we decided", 2)
        yield Writing(from_plain(one.decisions))
    if one.agreement_changes.strip():
        yield Heading("What changes in the agreement", 2)
        yield Writing(from_plain(one.agreement_changes))
    if one.next_review_on:
        yield Facts((("Next review", day_words(one.next_review_on)),))


def rating_pieces(near: Near) -> Iterator[Piece]:
    yield Chapter("Ratings")
    for one in near.book.ratings:
        yield from _rating(one, near)
    for sheet in near.book.sheets:
        yield Heading(f"A sheet of my own: {sheet.name}", 2)
        if sheet.source.strip():
            yield Line(sheet.source, muted=True)
        rows = tuple((item.label, _ends(item.low_text, item.high_text)) for item in sheet.items)
        yield Table(("What is rated", "From low to high"), rows)


def _rating(one: Rating, near: Near) -> Iterator[Piece]:
    session = near.session(one.session_id)
    yield Heading(one.name, 2)
    yield from muted(day_words(one.day), title_of(session) if session else "", f"scale {one.scale.label}")
    then = any(value is not None for value in one.then_values)
    head = ("What was rated", "From low to high", "On that day", "At the start, as seen then")
    thens = (*one.then_values, *(None for _ in one.items))[: len(one.items)]
    rows = tuple(
        (item.label, _ends(item.low_text, item.high_text), _value(value), _value(earlier))
        for item, value, earlier in zip(one.items, one.values, thens, strict=False)
    )
    if then:
        yield Table(head, rows, _RATING_WIDTHS)
    else:
        yield Table(head[:3], tuple(row[:3] for row in rows), (0.4, 0.42, 0.18))
    yield from written("Note", one.note)


def _ends(low: str, high: str) -> str:
    return f"{low} – {high}" if low or high else ""


def _value(value: int | None) -> str:
    return "" if value is None else str(value)


def shared_pieces(near: Near) -> Iterator[Piece]:
    yield Chapter("What has left the journal")
    yield Line(
        "What was written from this journal before. It can name these copies and not reach them.", muted=True
    )
    rows = [(one.day, f"Summary: {one.audience.label}", _file(one)) for one in near.book.shared]
    told = {(day, name) for day, _, name in rows}
    rows += [
        (one.day, capital(one.what.label), one.file_name)
        for one in near.book.exports
        if one.what is not ExportKind.SUMMARY or (one.day, one.file_name) not in told
    ]
    table = tuple((day_in_words(day), what, name) for day, what, name in sorted(rows, key=itemgetter(0)))
    yield Table(("When", "What", "File"), table, _SHARED_WIDTHS)


def _file(one: SharedSummary) -> str:
    return one.file_name or f"On the {SummaryFormat.CLIPBOARD.label}"
