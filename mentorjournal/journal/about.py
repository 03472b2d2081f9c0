"""What the journal says of its relationship, kept as one row with one leaf to be found by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.journal import parts, words
from mentorjournal.journal.acts import Acts
from mentorjournal.journal.back import taken_back
from mentorjournal.journal.text import few_lines, one_line
from mentorjournal.journal.versions import Texts, Versions
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, moment_text
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import EntryId
from mentorjournal.model.relationship import Programme, Relationship, Signpost, check_codename, checked
from mentorjournal.model.revision import Part
from mentorjournal.model.timeline import Place
from mentorjournal.model.words import EntryKind
from mentorjournal.storage import closure as closure_rows
from mentorjournal.storage import leaves
from mentorjournal.storage import relationship as relationship_rows
from mentorjournal.storage.connection import Connection

ABOUT = EntryId("relationship")
"""The leaf of the relationship itself, so that names and purpose are found."""

CLOSURE = EntryId("closure")
"""Stands for how it was closed, where earlier versions are kept of what is said there."""


class About:
    """Status and kind change by the steps of a life alone (`journal.life`), never by an edit."""

    def __init__(self, acts: Acts, clock: Clock, versions: Versions) -> None:
        self._acts = acts
        self._clock = clock
        self._versions = versions
        versions.know(EntryKind.RELATIONSHIP, Texts(_load, _parts))

    def relationship(self) -> Relationship:
        value = relationship_rows.load(self._acts.db)
        if value is None:
            raise NotFound
        return value

    def describe(self, relationship: Relationship) -> Change:
        """Change what the journal says of the relationship. Raises InvalidInput for a wrong field."""
        before = relationship_rows.load(self._acts.db)
        if before is not None and (before.status, before.type) != (relationship.status, relationship.type):
            raise InvalidInput(
                "Kind and status change by a step of their own, such as begin, pause or close."
            )
        return self.put(relationship, "Edit relationship")

    def put(self, relationship: Relationship, label: str, at: Place | None = None) -> Change:
        """Keep the relationship as it is after an act called *label*."""
        before = relationship_rows.load(self._acts.db)
        value = clean_relationship(relationship)
        place = leaves.place_of(self._acts.db, ABOUT)
        now = self._clock()
        moment = moment_text(now)
        with self._acts.one():
            self._versions.writing(EntryKind.RELATIONSHIP, ABOUT, before, value, now, moment)
            relationship_rows.save(self._acts.db, value, moment)
            if before is None or words.words_of_relationship(before) != words.words_of_relationship(value):
                back = leaves.day_of(at) if at is not None else None
                day = value.started_on or back or self._today()
                leaves.put(self._acts.db, EntryKind.RELATIONSHIP, ABOUT, day, value.codename, "", at=at)

        def undo() -> Change:
            return self.put(taken_back(before or value, value, self.relationship()), label, place)

        return Change(label=label, touched=frozenset({ABOUT}), undo=undo if before is not None else None)

    def _today(self) -> date:
        return self._clock().date()


def _load(db: Connection, id: EntryId) -> Relationship | Closure | None:
    return closure_rows.load(db) if id == CLOSURE else relationship_rows.load(db)


def _parts(value: Relationship | Closure | None) -> tuple[Part, ...]:
    match value:
        case Relationship():
            return parts.parts_of_relationship(value)
        case Closure():
            return parts.parts_of_closure(value)
    return ()  # opened again


def clean_relationship(value: Relationship) -> Relationship:
    """The relationship with tidy fields. Raises InvalidInput for one that cannot be kept."""
    programme = Programme(
        name=one_line(value.programme.name),
        coordinator_name=one_line(value.programme.coordinator_name),
        coordinator_contact=one_line(value.programme.coordinator_contact),
        scheme_rules=few_lines(value.programme.scheme_rules),
    )
    signposts = (
        Signpost(
            what_for=one_line(one.what_for), service=one_line(one.service), contact=one_line(one.contact)
        )
        for one in value.signposts
    )
    return checked(
        replace(
            value,
            codename=check_codename(value.codename),
            my_display_name=one_line(value.my_display_name),
            partner_display_name=one_line(value.partner_display_name),
            partner_role_title=one_line(value.partner_role_title),
            partner_organisation=one_line(value.partner_organisation),
            partner_contact=one_line(value.partner_contact),
            purpose=few_lines(value.purpose),
            specialist_topic=one_line(value.specialist_topic),
            question=few_lines(value.question),
            conflict_declared=few_lines(value.conflict_declared),
            my_training_title=one_line(value.my_training_title),
            partner_training_title=one_line(value.partner_training_title),
            signposts=tuple(one for one in signposts if one.what_for or one.service or one.contact),
            programme=programme,
        )
    )
