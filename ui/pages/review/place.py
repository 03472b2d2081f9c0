"""What stands on a sheet and cannot be kept yet, on its way through the sealed place, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.model.review import Review

Place = dict[str, object]


def review_to_place(value: Review) -> Place:
    return {
        "answers": [[one.question, one.mine, one.theirs] for one in value.answers],
        "decisions": value.decisions,
        "changes": value.agreement_changes,
        "next": value.next_review_on.isoformat() if value.next_review_on else "",
    }


def laid_on(value: Review, place: Place) -> Review:
    """*value* with what `review_to_place` gave. Whatever is missing or strange stays as it is in *value*."""
    said = place.get("answers")
    answers = {
        str(one[0]): (str(one[1]), str(one[2]))
        for one in (said if isinstance(said, list) else [])
        if isinstance(one, list) and len(one) == 3
    }
    decisions, changes = place.get("decisions"), place.get("changes")
    return replace(
        value,
        answers=tuple(
            replace(one, mine=answers[one.question][0], theirs=answers[one.question][1])
            if one.question in answers
            else one
            for one in value.answers
        ),
        decisions=decisions if isinstance(decisions, str) else value.decisions,
        agreement_changes=changes if isinstance(changes, str) else value.agreement_changes,
        next_review_on=_day(place.get("next"), value.next_review_on),
    )


def _day(said: object, usual: date | None) -> date | None:
    if not isinstance(said, str):
        return usual
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return usual
