"""How a relationship begins: nothing that does not go together can be begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.model.beginning import FORMS, begun
from mentorjournal.model.relationship import Programme, Relationship, checked
from mentorjournal.model.words import RelationshipForm, RelationshipStatus, RelationshipType, Role

TODAY = date(2026, 3, 1)
FULL = Relationship(
    codename="Heron",
    my_role=Role.MENTEE,
    type=RelationshipType.INFORMAL,
    specialist_topic="Saying no",
    question="How do I say no?",
    programme=Programme(name="Merrow"),
    planned_end_on=TODAY + timedelta(days=365),
)


def test_every_role_has_a_form_and_every_form_a_role() -> None:
    assert {form for forms in FORMS.values() for form in forms} == set(RelationshipForm)
    assert set(FORMS) == set(Role)
    assert FORMS[Role.PEER] == (RelationshipForm.PEER,)
    assert all(FORMS[role][0] is RelationshipForm.TRADITIONAL for role in (Role.MENTOR, Role.MENTEE))


@pytest.mark.parametrize(("kind", "role", "form"), [*product(RelationshipType, Role, RelationshipForm)])
def test_whatever_is_asked_for_begins_as_something_that_goes_together(
    kind: RelationshipType, role: Role, form: RelationshipForm
) -> None:
    one = checked(begun(replace(FULL, type=kind, my_role=role, form=form), TODAY))
    assert one.form in FORMS[role]
    assert one.form is form or form not in FORMS[role]
    informal = kind is RelationshipType.INFORMAL
    assert one.status is (RelationshipStatus.ACTIVE if informal else RelationshipStatus.DRAFT)


def test_a_kind_keeps_only_what_it_is_asked_for() -> None:
    formal = begun(replace(FULL, type=RelationshipType.LONG_TERM_FORMAL), TODAY)
    assert (formal.specialist_topic, formal.question) == ("", "")
    assert formal.programme.name == "Merrow" and formal.planned_end_on == FULL.planned_end_on
    one_stop = begun(replace(FULL, type=RelationshipType.ONE_STOP), TODAY)
    assert (one_stop.specialist_topic, one_stop.question) == ("Saying no", "How do I say no?")
    assert one_stop.programme == Programme() and one_stop.planned_end_on is None
    informal = begun(FULL, TODAY)
    assert (informal.specialist_topic, informal.planned_end_on) == ("", None)


def test_an_end_that_is_past_is_refused_and_today_is_not() -> None:
    formal = replace(FULL, type=RelationshipType.LONG_TERM_FORMAL)
    assert begun(replace(formal, planned_end_on=TODAY), TODAY).planned_end_on == TODAY
    with pytest.raises(InvalidInput, match="The planned end is past"):
        begun(replace(formal, planned_end_on=TODAY - timedelta(days=1)), TODAY)


def test_an_end_that_no_kind_asks_for_refuses_nothing() -> None:
    assert begun(replace(FULL, planned_end_on=date(2020, 1, 1)), TODAY).planned_end_on is None
