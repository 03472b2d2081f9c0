"""The one relationship of a journal, as a row."""

from __future__ import annotations

import json

from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.relationship import Commitment, Programme, Relationship, Signpost
from mentorjournal.model.words import (
    Mode,
    Phase,
    RelationshipForm,
    RelationshipStatus,
    RelationshipType,
    Role,
    Training,
)
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads


@reads
def load(db: Connection) -> Relationship | None:
    row = db.row(
        "SELECT codename, my_role, type, form, status, my_display_name, partner_display_name,"
        " partner_role_title, partner_organisation, partner_contact, purpose, specialist_topic,"
        " programme_name, coordinator_name, coordinator_contact, scheme_rules, started_on, planned_end_on,"
        " ended_on, sessions_planned, interval_days, minutes, mode, my_training, partner_training, phase,"
        " question, follow_up_on, conflict_declared, signposts, my_training_on, my_training_title,"
        " partner_training_on, partner_training_title FROM relationship WHERE one = 1"
    )
    if row is None:
        return None
    return Relationship(
        codename=row[0],
        my_role=Role(row[1]),
        type=RelationshipType(row[2]),
        form=RelationshipForm(row[3]),
        status=RelationshipStatus(row[4]),
        my_display_name=row[5],
        partner_display_name=row[6],
        partner_role_title=row[7],
        partner_organisation=row[8],
        partner_contact=row[9],
        purpose=row[10],
        specialist_topic=row[11],
        programme=Programme(
            name=row[12], coordinator_name=row[13], coordinator_contact=row[14], scheme_rules=row[15]
        ),
        started_on=read_day(row[16]),
        planned_end_on=read_day(row[17]),
        ended_on=read_day(row[18]),
        commitment=Commitment(
            sessions_planned=row[19], interval_days=row[20], minutes=row[21], mode=Mode(row[22])
        ),
        my_training=Training(row[23]),
        partner_training=Training(row[24]),
        phase=Phase(row[25]),
        question=row[26],
        follow_up_on=read_day(row[27]),
        conflict_declared=row[28],
        signposts=tuple(
            Signpost(what_for=said[0], service=said[1], contact=said[2]) for said in json.loads(row[29])
        ),
        my_training_on=read_day(row[30]),
        my_training_title=row[31],
        partner_training_on=read_day(row[32]),
        partner_training_title=row[33],
    )


def save(db: Connection, value: Relationship, moment: str) -> None:
    db.run(
        "INSERT OR REPLACE INTO relationship (one, codename, my_role, type, form, status, my_display_name,"
        " partner_display_name, partner_role_title, partner_organisation, partner_contact, purpose,"
        " specialist_topic, programme_name, coordinator_name, coordinator_contact, scheme_rules, started_on,"
        " planned_end_on, ended_on, sessions_planned, interval_days, minutes, mode, my_training,"
        " partner_training, phase, question, follow_up_on, conflict_declared, signposts,"
        " my_training_on, my_training_title, partner_training_on, partner_training_title, updated_at)"
        " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            value.codename,
            value.my_role.value,
            value.type.value,
            value.form.value,
            value.status.value,
            value.my_display_name,
            value.partner_display_name,
            value.partner_role_title,
            value.partner_organisation,
            value.partner_contact,
            value.purpose,
            value.specialist_topic,
            value.programme.name,
            value.programme.coordinator_name,
            value.programme.coordinator_contact,
            value.programme.scheme_rules,
            day_text(value.started_on),
            day_text(value.planned_end_on),
            day_text(value.ended_on),
            value.commitment.sessions_planned,
            value.commitment.interval_days,
            value.commitment.minutes,
            value.commitment.mode.value,
            value.my_training.value,
            value.partner_training.value,
            value.phase.value,
            value.question,
            day_text(value.follow_up_on),
            value.conflict_declared,
            json.dumps(
                [(one.what_for, one.service, one.contact) for one in value.signposts], ensure_ascii=False
            ),
            day_text(value.my_training_on),
            value.my_training_title,
            day_text(value.partner_training_on),
            value.partner_training_title,
            moment,
        ),
    )
