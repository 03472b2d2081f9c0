"""What stands in each block of a brief, and how much of it: two minutes of reading, no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from mentorjournal.guidance.brief_lines import Block, BlockKey, Line, block
from mentorjournal.guidance.material import Material
from mentorjournal.guidance.said import length_of, lines_of, raised, short_day
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import to_plain
from mentorjournal.model.goal import Goal, value_text
from mentorjournal.model.ids import EntryId
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import (
    ActionOwner,
    Attribution,
    MeasureKind,
    RelationshipType,
    Role,
    Section,
    TopicStatus,
    Visibility,
    Whose,
)

_ELSEWHERE = (Section.THEIR_WORDS, Section.ADVICE_GIVEN, Section.QUESTION_TO_RETURN_TO)
"""Notes that have a block of their own."""

ASIDE = 120
"""Characters of what is quoted beside a line."""


def here_for(m: Material) -> Block:
    """Why they come, and the goals that are worked on."""
    about = m.relationship
    why = [about.purpose or about.specialist_topic]
    if about.type is RelationshipType.ONE_STOP:
        why = [about.specialist_topic, about.question, about.purpose]
    lines = [Line(text=m.short(said), may_act=False) for said in why if said.strip()]
    theirs = (goal for goal in m.goals if goal.status.is_active)
    if about.my_role is Role.MENTOR:
        theirs = (goal for goal in theirs if goal.whose is Whose.MENTEE)
    lines += [goal_line(m, goal) for goal in theirs]
    return block(BlockKey.HERE_FOR, "What they are here for", lines, 3)


def goal_line(m: Material, goal: Goal) -> Line:
    said = partial(value_text, measure=goal.measure, unit=goal.unit)
    parts = []
    if goal.measure is not MeasureKind.NONE:
        parts.append(f"{said(goal.start)} → {said(goal.now)}, aiming at {said(goal.end)}")
    if (latest := goal.latest) and latest.what_moved_it:
        parts.append(f"“{m.short(latest.what_moved_it, ASIDE)}”")
    return Line(
        text=goal.title,
        aside=" · ".join(parts),
        about=goal.id,
        stays=goal.visibility is Visibility.NEVER_EXPORT,
        may_act=False,
    )


def last_time(m: Material) -> Block:
    """My own after-note, or what I wrote of myself in the notes when there is none."""
    last = m.last
    lines: list[Line] = []
    if last is not None:
        note = last.after_note
        mattered, stopped = lines_of(note.mattered), lines_of(note.stopped_at)
        room = 4 - min(len(stopped), 2)
        texts = _headed("What mattered", mattered[:room])
        texts += _headed("Where we stopped", stopped[: 4 - len(texts)])
        lines = [Line(text=m.short(text), may_act=False) for text in texts]
        if not lines:
            own = _own_notes(m.last_notes)
            lines = [Line(text=m.short(text), stays=stays, may_act=False) for text, stays in own]
    title = "Last time" if last is None else f"Last time, {short_day(last.day, m.today)}"
    return block(BlockKey.LAST_TIME, title, lines, 4)


def _headed(words: str, lines: list[str]) -> list[str]:
    return [f"{words}: {line}" if place == 0 else line for place, line in enumerate(lines)]


def _own_notes(notes: Sequence[NoteBlock]) -> Iterator[tuple[str, bool]]:
    """The first line of each note of one's own, and whether it never leaves."""
    for note in notes:
        if note.attribution is Attribution.MINE and note.section not in _ELSEWHERE:
            first = next((one.text for one in note.text if one.text.strip()), "")
            if first:
                yield first, note.visibility is Visibility.NEVER_EXPORT


def promises(m: Material) -> Block:
    """Everything open that I said I would do, what is overdue first."""
    mine = [a for a in m.actions if a.is_promise and a.status.is_open and a.owner is not ActionOwner.PARTNER]
    return block(
        BlockKey.PROMISES, "My promises", [action_line(m, a) for a in most_urgent_first(mine, m.today)]
    )


def their_actions(m: Material) -> Block:
    """What they said they would do and is open, and what came of the last thing they did."""
    theirs = _theirs(m)
    still = [action_line(m, a) for a in most_urgent_first([a for a in theirs if a.status.is_open], m.today)]
    done = last_done(m)
    limit = 5
    if done is not None and len(still) < limit:
        still.append(closed_line(m, done))
    return block(BlockKey.ACTIONS, f"Actions of my {m.relationship.my_role.partner}", still, limit)


def _theirs(m: Material) -> list[Action]:
    return [a for a in m.actions if a.owner is not ActionOwner.ME and not a.is_promise]


def last_done(m: Material) -> Action | None:
    """The action of theirs that was closed last."""
    closed = (a for a in _theirs(m) if a.closed_on)
    return max(closed, key=lambda a: a.closed_on or date.min, default=None)


def most_urgent_first(actions: list[Action], today: date) -> list[Action]:
    """What is overdue, then what is due next, then what is open longest."""
    return sorted(actions, key=lambda a: (not a.is_overdue(today), a.due_on or date.max, a.day))


def action_line(m: Material, action: Action) -> Line:
    parts = []
    if action.due_on:
        parts.append(f"due {short_day(action.due_on, m.today)}")
    open_days = (m.today - action.day).days
    if open_days > 0:
        parts.append(f"open for {length_of(open_days)}")
    if action.outcome_note.strip():
        parts.append(m.short(action.outcome_note, ASIDE))
    return Line(
        text=m.short(action.text),
        aside=" · ".join(parts),
        mark="overdue" if action.is_overdue(m.today) else "",
        about=action.id,
        stays=action.visibility is Visibility.NEVER_EXPORT,
    )


def closed_line(m: Material, action: Action) -> Line:
    when = f" {short_day(action.closed_on, m.today)}" if action.closed_on else ""
    outcome = f" · {m.short(action.outcome_note, ASIDE)}" if action.outcome_note.strip() else ""
    return Line(
        text=m.short(action.text),
        aside=f"{action.status.label}{when}{outcome}",
        about=action.id,
        stays=action.visibility is Visibility.NEVER_EXPORT,
        may_act=False,
    )


def threads(m: Material) -> Block:
    """Questions, loose ends and topics put off, newest first, each with its age in meetings."""
    found: list[tuple[date, Line]] = []
    known = {_same(topic.text) for topic in m.topics}
    for topic in m.topics:
        if topic.status in (TopicStatus.PARKED, TopicStatus.CARRIED):
            on_agenda = topic.session_id == m.session.id and topic.status is TopicStatus.CARRIED
            where = "parked" if topic.status is TopicStatus.PARKED else "carried over"
            stays = topic.visibility is Visibility.NEVER_EXPORT
            line = Line(
                text=m.short(topic.text),
                aside=f"{'on the agenda' if on_agenda else where} · {raised(m.meetings_since(topic.day))}",
                about=topic.id,
                whole=topic.text,
                stays=stays,
                may_act=not on_agenda,
            )
            found.append((topic.day, line))
    asked = _by_session(m.notes[Section.QUESTION_TO_RETURN_TO])
    for session in m.held:
        texts: list[tuple[str, NoteBlock | None]] = []
        texts += [(text, None) for text in lines_of(session.after_note.return_to)]
        texts += [(_one_line(note), note) for note in asked.get(session.id, [])]
        for text, note in texts:
            if not text or _same(text) in known:
                continue  # it has become a topic, which says itself what came of it
            known.add(_same(text))
            line = Line(
                text=m.short(text),
                aside=raised(m.meetings_since(session.day)),
                block=note.id if note else None,
                whole=text,
                stays=note is not None and note.visibility is Visibility.NEVER_EXPORT,
            )
            found.append((session.day, line))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return block(BlockKey.THREADS, "Threads to return to", [line for _, line in found], 5)


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


def _by_session(notes: Iterable[tuple[Session, NoteBlock]]) -> dict[EntryId, list[NoteBlock]]:
    found: dict[EntryId, list[NoteBlock]] = {}
    for session, note in notes:
        found.setdefault(session.id, []).append(note)
    return found


def _one_line(note: NoteBlock) -> str:
    return " ".join(to_plain(note.text).split())


def their_words(m: Material) -> Block:
    """Exact phrases that I kept, newest first."""
    lines = [
        Line(text=m.short(text), aside=short_day(session.day, m.today), block=note.id, may_act=False)
        for session, note in m.notes[Section.THEIR_WORDS]
        if (text := _one_line(note))
    ]
    return block(BlockKey.THEIR_WORDS, "Their words", lines, 3)


def advice(m: Material) -> Block:
    """The last advice that I gave, and what became of it; what is not known is worth asking."""
    lines = []
    for session, note in m.notes[Section.ADVICE_GIVEN]:
        if text := _one_line(note):
            outcome = note.outcome
            known = m.short(outcome.what_happened, ASIDE) if outcome else ""
            if outcome and outcome.tried_on and not known:
                known = f"tried on {short_day(outcome.tried_on, m.today)}"
            lines.append(
                Line(
                    text=m.short(text),
                    aside=f"{short_day(session.day, m.today)} · {known or 'ask what came of it'}",
                    about=session.id,
                    block=note.id,
                    whole=outcome.what_happened if outcome else "",
                    stays=note.visibility is Visibility.NEVER_EXPORT,
                )
            )
    return block(BlockKey.ADVICE, "Advice I gave", lines, 3)
