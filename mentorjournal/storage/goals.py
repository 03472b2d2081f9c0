"""Goals and their check-ins, as rows."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import Any

from mentorjournal.model.blocks import from_json, to_json
from mentorjournal.model.clock import day_text, read_day
from mentorjournal.model.goal import CheckIn, Goal, Milestone, StatusChange
from mentorjournal.model.ids import CheckInId, EntryId, MilestoneId
from mentorjournal.model.words import (
    CheckedBy,
    GoalHorizon,
    GoalStatus,
    MeasureKind,
    MilestoneStatus,
    SmartMark,
    Visibility,
    Whose,
)
from mentorjournal.storage.connection import Connection
from mentorjournal.storage.reading import reads

_SELECT = (
    "SELECT id, day, title, why, success_criterion, horizon, measure, unit, baseline, target, target_on,"
    " status, closing_note, whose, visibility, start_on, support_needed, milestones, evidence, gas_levels,"
    " smart, history FROM goal"
)
_CHECK_IN = "SELECT goal_id, id, day, value, what_moved_it, confidence, checked_by, session_id FROM check_in"


@reads
def load(db: Connection, id: EntryId) -> Goal | None:
    row = db.row(f"{_SELECT} WHERE id = ?", (id,))
    if row is None:
        return None
    return _value(
        row, tuple(map(_check_in, db.rows(f"{_CHECK_IN} WHERE goal_id = ? ORDER BY position", (id,))))
    )


@reads
def all(db: Connection) -> list[Goal]:
    """Every goal with its check-ins, earliest first."""
    check_ins: defaultdict[str, list[CheckIn]] = defaultdict(list)
    for row in db.rows(f"{_CHECK_IN} ORDER BY goal_id, position"):
        check_ins[row[0]].append(_check_in(row))
    return [
        _value(row, tuple(check_ins[row[0]])) for row in db.rows(f"{_SELECT} ORDER BY day, created_at, rowid")
    ]


def save(db: Connection, value: Goal, before: Goal | None, moment: str) -> None:
    db.run(
        "INSERT INTO goal (id, day, title, why, success_criterion, horizon, measure, unit, baseline, target,"
        " target_on, status, closing_note, whose, visibility, start_on, support_needed, milestones, evidence,"
        " gas_levels, smart, history, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, title = excluded.title, why = excluded.why,"
        " success_criterion = excluded.success_criterion, horizon = excluded.horizon,"
        " measure = excluded.measure, unit = excluded.unit, baseline = excluded.baseline,"
        " target = excluded.target, target_on = excluded.target_on, status = excluded.status,"
        " closing_note = excluded.closing_note, whose = excluded.whose, visibility = excluded.visibility,"
        " start_on = excluded.start_on, support_needed = excluded.support_needed,"
        " milestones = excluded.milestones, evidence = excluded.evidence, gas_levels = excluded.gas_levels,"
        " smart = excluded.smart, history = excluded.history, updated_at = excluded.updated_at",
        (
            value.id,
            value.day.isoformat(),
            value.title,
            to_json(value.why),
            value.success_criterion,
            value.horizon.value,
            value.measure.value,
            value.unit,
            value.baseline,
            value.target,
            day_text(value.target_on),
            value.status.value,
            value.closing_note,
            value.whose.value,
            value.visibility.value,
            day_text(value.start_on),
            value.support_needed,
            _json([_milestone_row(milestone) for milestone in value.milestones]),
            _json(value.evidence),
            _json(value.gas_levels),
            _json(value.smart),
            _json([(day_text(was.day), was.status, was.note) for was in value.history]),
            moment,
            moment,
        ),
    )
    _save_check_ins(db, value, before)


def delete(db: Connection, id: EntryId) -> None:
    db.run("DELETE FROM goal WHERE id = ?", (id,))


def _save_check_ins(db: Connection, value: Goal, before: Goal | None) -> None:
    """Add the new ones. One goes only when adding it is undone; none is ever changed."""
    old = {check_in.id for check_in in before.check_ins} if before else set()
    for gone in old - {check_in.id for check_in in value.check_ins}:
        db.run("DELETE FROM check_in WHERE id = ?", (gone,))
    for position, check_in in enumerate(value.check_ins):
        if check_in.id in old:
            continue
        db.run(
            "INSERT INTO check_in (id, goal_id, position, day, value, what_moved_it, confidence, checked_by,"
            " session_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                check_in.id,
                value.id,
                position,
                check_in.day.isoformat(),
                check_in.value,
                check_in.what_moved_it,
                check_in.confidence,
                check_in.by.value,
                check_in.session_id,
            ),
        )


def _value(row: tuple[Any, ...], check_ins: tuple[CheckIn, ...]) -> Goal:
    return Goal(
        id=EntryId(row[0]),
        day=date.fromisoformat(row[1]),
        title=row[2],
        why=from_json(row[3]),
        success_criterion=row[4],
        horizon=GoalHorizon(row[5]),
        measure=MeasureKind(row[6]),
        unit=row[7],
        baseline=row[8],
        target=row[9],
        target_on=read_day(row[10]),
        status=GoalStatus(row[11]),
        closing_note=row[12],
        whose=Whose(row[13]),
        visibility=Visibility(row[14]),
        check_ins=check_ins,
        start_on=read_day(row[15]),
        support_needed=row[16],
        milestones=tuple(_milestone(said) for said in json.loads(row[17])),
        evidence=tuple(json.loads(row[18])),
        gas_levels=tuple(json.loads(row[19])),
        smart=tuple(SmartMark(mark) if mark else None for mark in json.loads(row[20])),
        history=tuple(
            StatusChange(day=date.fromisoformat(day), status=GoalStatus(status), note=note)
            for day, status, note in json.loads(row[21])
        ),
    )


def _milestone_row(value: Milestone) -> tuple[str | None, ...]:
    return value.id, value.title, day_text(value.due_on), day_text(value.reached_on), value.status.value


def _milestone(said: list[str | None]) -> Milestone:
    id, title, due_on, reached_on, status = said
    return Milestone(
        id=MilestoneId(str(id)),
        title=str(title),
        due_on=read_day(due_on),
        reached_on=read_day(reached_on),
        status=MilestoneStatus(str(status)),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _check_in(row: tuple[Any, ...]) -> CheckIn:
    return CheckIn(
        id=CheckInId(row[1]),
        day=date.fromisoformat(row[2]),
        value=row[3],
        what_moved_it=row[4],
        confidence=row[5],
        by=CheckedBy(row[6]),
        session_id=EntryId(row[7]) if row[7] else None,
    )
