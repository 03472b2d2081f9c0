"""The texts of an entry, one by one, as an earlier version keeps them. An empty text is no part."""

from __future__ import annotations

from collections.abc import Iterable

from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement
from mentorjournal.model.blocks import EMPTY, Document, from_plain, is_empty
from mentorjournal.model.closure import Closure
from mentorjournal.model.goal import Goal
from mentorjournal.model.rating import Rating
from mentorjournal.model.reflection import LearningPoint, Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.review import Review
from mentorjournal.model.revision import ANSWER, TITLE, Part
from mentorjournal.model.session import Session
from mentorjournal.model.topic import Topic

TEXT = "text"
OUTCOME = "outcome_note"


def parts_of_reflection(value: Reflection) -> tuple[Part, ...]:
    return _written(
        [
            _line(TITLE, "Title", value.title),
            Part(TEXT, "Text", value.text),
            *(Part(ANSWER + answer.step_id, answer.prompt_text, answer.text) for answer in value.answers),
        ]
    )


def parts_of_session(value: Session) -> tuple[Part, ...]:
    prepared, after = value.preparation, value.after_note
    notes: list[Part] = []
    for block in value.blocks:
        notes.append(Part(f"block {block.id}", block.section.label, block.text))
        if block.outcome is not None:
            became = _line(f"outcome {block.id}", "What became of the advice", block.outcome.what_happened)
            notes.append(became)
    return _written(
        [
            _line(TITLE, "Title", value.title),
            _line("place", "Place", value.place),
            _line("intention", "What I intend", value.intention),
            _line("desired_outcome", "What I would like to come of it", value.desired_outcome),
            _line("since", "Since last time", prepared.since),
            _line("avoiding", "What I am avoiding", prepared.avoiding),
            _line("not_raising", "What I will not raise", prepared.not_raising),
            _line("questions", "Questions to take along", prepared.questions),
            *notes,
            _line("mattered", "What mattered", after.mattered),
            _line("stopped_at", "Where we stopped", after.stopped_at),
            _line("took_away", "What was taken away", after.took_away),
            _line("return_to", "What to return to", after.return_to),
        ]
    )


def parts_of_goal(value: Goal) -> tuple[Part, ...]:
    return _written(
        [
            _line(TITLE, "Title", value.title),
            Part("why", "Why", value.why),
            _line("success_criterion", "Success criterion", value.success_criterion),
            _line("unit", "Unit", value.unit),
            _line("support_needed", "Support needed", value.support_needed),
            _line("milestones", "Milestones", "\n".join(step.title for step in value.milestones)),
            _line("gas_levels", "What the levels mean", "\n".join(value.gas_levels)),
            _line("evidence", "Evidence", "\n".join(value.evidence)),
            _line("closing_note", "Closing note", value.closing_note),
        ]
    )


def parts_of_learning(value: LearningPoint) -> tuple[Part, ...]:
    return _written([_line(TEXT, "Text", value.text)])


def parts_of_action(value: Action) -> tuple[Part, ...]:
    return _written([_line(TEXT, "Text", value.text), _line(OUTCOME, "What came of it", value.outcome_note)])


def parts_of_topic(value: Topic) -> tuple[Part, ...]:
    return _written([_line(TEXT, "Text", value.text)])


def parts_of_rating(value: Rating) -> tuple[Part, ...]:
    """The note. Its lines and their ends are the sheet's."""
    return _written([_line("note", "Note", value.note)])


def parts_of_agreement(value: Agreement) -> tuple[Part, ...]:
    return _written(
        _line(f"{side} {one.key}", f"{one.key.label}: {whose}", text)
        for one in value.clauses
        for side, whose, text in (
            ("mine", "my draft", one.my_draft),
            ("theirs", "my partner’s draft", one.partner_draft),
            ("agreed", "agreed", one.agreed_text),
        )
    )


def parts_of_review(value: Review) -> tuple[Part, ...]:
    answers = (
        _line(f"{side} {one.question}", f"{one.question} {whose}", text)
        for one in value.answers
        for side, whose, text in (("mine", "Mine", one.mine), ("theirs", "My partner’s", one.theirs))
    )
    return _written(
        [
            *answers,
            _line("decisions", "What we decide", value.decisions),
            _line("agreement_changes", "Changes to the agreement", value.agreement_changes),
        ]
    )


def parts_of_relationship(value: Relationship) -> tuple[Part, ...]:
    scheme = value.programme
    places = ((one.what_for, one.service, one.contact) for one in value.signposts)
    return _written(
        [
            _line(TITLE, "Codename", value.codename),
            _line("specialist_topic", "Topic", value.specialist_topic),
            _line("question", "The one question", value.question),
            _line("purpose", "Purpose", value.purpose),
            _line("my_display_name", "My name", value.my_display_name),
            _line("partner_display_name", "Their name", value.partner_display_name),
            _line("partner_role_title", "Their role or title", value.partner_role_title),
            _line("partner_organisation", "Their organisation", value.partner_organisation),
            _line("partner_contact", "How to reach them", value.partner_contact),
            _line("programme_name", "Programme", scheme.name),
            _line("coordinator_name", "Coordinator", scheme.coordinator_name),
            _line("coordinator_contact", "Coordinator's contact", scheme.coordinator_contact),
            _line("scheme_rules", "Rules of the programme", scheme.scheme_rules),
            _line("my_training_title", "My training: what it was", value.my_training_title),
            _line("partner_training_title", "Their training: what it was", value.partner_training_title),
            _line("conflict_declared", "Other hats", value.conflict_declared),
            _line(
                "signposts", "Where to refer on", "\n".join(", ".join(filter(None, said)) for said in places)
            ),
        ]
    )


def parts_of_closure(value: Closure) -> tuple[Part, ...]:
    return _written([_line("hold_reason", "Why nothing may be destroyed", value.hold_reason)])


def _line(key: str, label: str, text: str) -> Part:
    return Part(key, label, from_plain(text) if text else EMPTY)


def _written(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if not _nothing(part.text))


def _nothing(text: Document) -> bool:
    return not text or is_empty(text)
