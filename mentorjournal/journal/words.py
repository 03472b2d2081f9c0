"""What each entry shows in a list and what a search reads of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement
from mentorjournal.model.blocks import is_empty, opening, to_plain
from mentorjournal.model.goal import Goal
from mentorjournal.model.rating import Rating
from mentorjournal.model.reflection import LearningPoint, Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.review import Review
from mentorjournal.model.session import Session
from mentorjournal.model.topic import Topic

LONGEST_OPENING = 200
_LONGEST_SHOWN_TITLE = 200


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """The title and the opening of a list row."""

    title: str
    opening: str


def shown_reflection(value: Reflection) -> Shown:
    """A reflection without a title is called by its first line."""
    texts = [value.text, *(answer.text for answer in value.answers)]
    if value.title:
        return Shown(value.title, _first(opening(text, LONGEST_OPENING) for text in texts))
    written = next((text for text in texts if not is_empty(text)), ())
    line = next((block.text for block in written if block.text.strip()), "")
    title = _shortened(line)
    rest = opening(written, _LONGEST_SHOWN_TITLE + LONGEST_OPENING)[len(title.removesuffix("…")) :]
    return Shown(title, rest.strip()[:LONGEST_OPENING])


def shown_session(value: Session) -> Shown:
    first = _first([*(opening(block.text, LONGEST_OPENING) for block in value.blocks), value.intention])
    return Shown(_shortened(value.title or value.desired_outcome or value.intention), first)


def shown_goal(value: Goal) -> Shown:
    return Shown(value.title, _first([value.success_criterion, opening(value.why, LONGEST_OPENING)]))


def shown_action(value: Action) -> Shown:
    return Shown(_shortened(value.text), value.outcome_note[:LONGEST_OPENING])


def shown_learning(value: LearningPoint) -> Shown:
    return Shown(_shortened(value.text), value.text if len(value.text) > _LONGEST_SHOWN_TITLE else "")


def shown_topic(value: Topic) -> Shown:
    return Shown(_shortened(value.text), "")


def shown_rating(value: Rating) -> Shown:
    return Shown(value.name, value.note[:LONGEST_OPENING])


def shown_agreement(value: Agreement) -> Shown:
    first = _first(one.agreed_text or one.my_draft for one in value.clauses)
    return Shown(f"Agreement, version {value.version}", first)


def shown_review(value: Review) -> Shown:
    return Shown(value.kind.label.capitalize(), _first([value.decisions, *(a.mine for a in value.answers)]))


def words_of_agreement(value: Agreement) -> tuple[str, str]:
    texts = (text for one in value.clauses for text in (one.my_draft, one.partner_draft, one.agreed_text))
    return "", _joined(texts)


def words_of_review(value: Review) -> tuple[str, str]:
    answers = (text for one in value.answers for text in (one.mine, one.theirs))
    return value.kind.label, _joined([*answers, value.decisions, value.agreement_changes])


def words_of_reflection(value: Reflection) -> tuple[str, str]:
    answers = (part for answer in value.answers for part in (answer.prompt_text, to_plain(answer.text)))
    return value.title, _joined([to_plain(value.text), *answers, *value.tags])


def words_of_session(value: Session) -> tuple[str, str]:
    prepared, after = value.preparation, value.after_note
    blocks = (to_plain(block.text) for block in value.blocks)
    outcomes = (block.outcome.what_happened for block in value.blocks if block.outcome)
    before = (prepared.since, prepared.avoiding, prepared.not_raising, prepared.questions)
    afterwards = (after.mattered, after.stopped_at, after.took_away, after.return_to)
    return value.title, _joined(
        [
            value.intention,
            value.desired_outcome,
            value.place,
            *before,
            *blocks,
            *outcomes,
            *afterwards,
        ]
    )


def words_of_goal(value: Goal) -> tuple[str, str]:
    moved = (check_in.what_moved_it for check_in in value.check_ins)
    more = (value.support_needed, *(step.title for step in value.milestones), *value.evidence)
    levels = (*value.gas_levels, *(was.note for was in value.history))
    return value.title, _joined(
        [value.success_criterion, to_plain(value.why), value.closing_note, *moved, *more, *levels]
    )


def words_of_action(value: Action) -> tuple[str, str]:
    return value.text, value.outcome_note


def words_of_learning(value: LearningPoint) -> tuple[str, str]:
    return "", value.text


def words_of_topic(value: Topic) -> tuple[str, str]:
    return "", value.text


def words_of_rating(value: Rating) -> tuple[str, str]:
    return value.name, _joined([*(item.label for item in value.items), value.note])


def words_of_relationship(value: Relationship) -> tuple[str, str]:
    return value.codename, _joined(
        [
            value.partner_display_name,
            value.my_display_name,
            value.partner_role_title,
            value.partner_organisation,
            value.partner_contact,
            value.purpose,
            value.specialist_topic,
            value.question,
            value.conflict_declared,
            value.my_training_title,
            value.partner_training_title,
            *(text for one in value.signposts for text in (one.what_for, one.service, one.contact)),
            value.programme.name,
            value.programme.coordinator_name,
            value.programme.coordinator_contact,
            value.programme.scheme_rules,
        ]
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")[:LONGEST_OPENING]


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN_TITLE else line[: _LONGEST_SHOWN_TITLE - 1] + "…"
