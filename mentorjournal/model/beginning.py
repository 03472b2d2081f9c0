"""How a relationship begins: which forms go with a role, what its kind is asked for, and what it is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.relationship import Programme, Relationship, opening_status
from mentorjournal.model.words import RelationshipForm, RelationshipType, Role

FORMS: Mapping[Role, tuple[RelationshipForm, ...]] = {
    Role.MENTOR: (RelationshipForm.TRADITIONAL, RelationshipForm.REVERSE, RelationshipForm.RECIPROCAL),
    Role.MENTEE: (RelationshipForm.TRADITIONAL, RelationshipForm.REVERSE, RelationshipForm.RECIPROCAL),
    Role.PEER: (RelationshipForm.PEER,),
}
"""The forms that a role may have, the usual one first; each is laid over any kind."""


def begun(wanted: Relationship, today: date) -> Relationship:
    """What is *wanted*, as a relationship of its kind begins: with its first status, a form that goes with
    the role, and nothing that belongs to another kind. Raises InvalidInput for an end that is past.
    """
    one_stop = wanted.type is RelationshipType.ONE_STOP
    formal = wanted.type is RelationshipType.LONG_TERM_FORMAL
    if formal and wanted.planned_end_on is not None and wanted.planned_end_on < today:
        raise InvalidInput("The planned end is past. Choose a later day, or leave it open.")
    forms = FORMS[wanted.my_role]
    return replace(
        wanted,
        status=opening_status(wanted.type),
        form=wanted.form if wanted.form in forms else forms[0],
        specialist_topic=wanted.specialist_topic if one_stop else "",
        question=wanted.question if one_stop else "",
        programme=wanted.programme if formal else Programme(),
        planned_end_on=wanted.planned_end_on if formal else None,
    )
