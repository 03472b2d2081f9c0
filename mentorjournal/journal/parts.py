"""The texts of an entry, one by one, as an earlier version keeps them. An empty text is no part."""

from __future__ import annotations

from collections.abc import Iterable

from mentorjournal.model.blocks import EMPTY, Document, from_plain, is_empty
from mentorjournal.model.goal import Goal
from mentorjournal.model.reflection import LearningPoint, Reflection
from mentorjournal.model.revision import ANSWER, TITLE, Part
from mentorjournal.model.session import Session

TEXT = "text"


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
            _line("support_needed", "Support needed", value.support_needed),
            _line("milestones", "Milestones", "\n".join(step.title for step in value.milestones)),
            _line("gas_levels", "What the levels mean", "\n".join(value.gas_levels)),
            _line("evidence", "Evidence", "\n".join(value.evidence)),
            _line("closing_note", "Closing note", value.closing_note),
        ]
    )


def parts_of_learning(value: LearningPoint) -> tuple[Part, ...]:
    return _written([_line(TEXT, "Text", value.text)])


def _line(key: str, label: str, text: str) -> Part:
    return Part(key, label, from_plain(text) if text else EMPTY)


def _written(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if not _nothing(part.text))


def _nothing(text: Document) -> bool:
    return not text or is_empty(text)
