"""Everything that can be done inside one journal, each as one act that says what it may touch."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from mentorjournal.guidance.review_facts import review_facts
from mentorjournal.journal import one_stop_acts, planning
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.one_stop import one_stop
from mentorjournal.model.agreement import ClauseKey, Terms
from mentorjournal.model.blocks import EMPTY
from mentorjournal.model.change import Change
from mentorjournal.model.closure import Closure
from mentorjournal.model.goal import CheckIn
from mentorjournal.model.ids import EntryId, new_check_in_id
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.rating import RatingInstrument, RatingItem
from mentorjournal.model.session import AdviceOutcome, AfterNote, Preparation
from mentorjournal.model.words import (
    ActionStatus,
    EndReason,
    EntryKind,
    GoalStatus,
    Mode,
    Phase,
    RetentionRule,
    ReviewKind,
    SessionStatus,
    TopicSource,
    TopicStatus,
    Visibility,
)
from tests.faults.anyuser.values import NOUNS, all_ids, any_day, any_id, any_of, document, new, note


@dataclass(frozen=True, slots=True)
class Deed:
    """*said* names it. Words may change in *writes* alone, and must then hold *text*; *takes* goes away."""

    said: str
    act: Callable[[], Change]
    writes: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    text: str = ""


def adding(journal: Journal, chance: random.Random, text: str) -> Deed:
    name = chance.choice(NOUNS)
    value = new(name, journal, chance, text)
    return Deed(f"add {name}", lambda: _door(journal, name).add(value), frozenset({value.id}), text=text)


def removing(journal: Journal, chance: random.Random, text: str) -> Deed | None:
    name = chance.choice((*NOUNS, "agreements", "reviews"))
    ids = all_ids(journal, name)
    if not ids:
        return None
    gone = chance.choice(ids)
    return Deed(f"remove {name}", lambda: _door(journal, name).remove(gone), takes=frozenset({gone}))


def writing(journal: Journal, chance: random.Random, text: str) -> Deed | None:
    """Other words in an entry, or, one time in four, none at all."""
    name = chance.choice(NOUNS)
    there = _door(journal, name).all()
    if not there:
        return None
    old = chance.choice(there)
    emptied = chance.random() < 0.25
    after = _emptied(name, old) if emptied else _rewritten(name, old, chance, text)
    said = f"{'empty' if emptied else 'write'} {name}"
    return Deed(
        said, lambda: _door(journal, name).write(after), frozenset({old.id}), text="" if emptied else text
    )


def _emptied(name: str, old: Any) -> Any:
    match name:
        case "reflections":
            answers = tuple(replace(one, text=EMPTY) for one in old.answers)
            return replace(old, title="", text=EMPTY, answers=answers, tags=())
        case "sessions":
            return replace(old, title="", blocks=())
        case "goals":
            return replace(old, why=EMPTY, success_criterion="", evidence=())
        case "ratings":
            return replace(old, note="")
    return replace(old, text="")  # refused: these are nothing without it


def _rewritten(name: str, old: Any, chance: random.Random, text: str) -> Any:
    match name:
        case "reflections":
            return replace(old, text=document(chance, text), revisit_on=None)
        case "sessions":
            blocks = [*old.blocks, note(chance, text)]
            chance.shuffle(blocks)
            return replace(old, blocks=tuple(blocks), day=any_day(chance, old.day))
        case "goals":
            return replace(old, why=document(chance, text), visibility=any_of(Visibility, chance))
        case "ratings":
            return replace(old, note=text, day=any_day(chance, old.day))
    return replace(old, text=text)


def acting(journal: Journal, chance: random.Random, text: str) -> Deed | None:
    """An act that only one noun knows."""
    name = chance.choice((*_ACTS,))
    ids = all_ids(journal, name)
    return _ACTS[name](journal, chance, text, chance.choice(ids)) if ids else None


def _goal(journal: Journal, chance: random.Random, text: str, id: EntryId) -> Deed:
    goals, goal = journal.goals, journal.goals.get(id)
    steps = [step.id for step in goal.milestones]
    step = chance.choice(steps) if steps else None
    check_in = CheckIn(
        id=new_check_in_id(),
        day=any_day(chance, journal.today()),
        value=chance.randrange(120),
        what_moved_it=text,
        session_id=any_id(journal, "sessions", chance),
    )
    acts: list[tuple[str, Callable[[], Change], str]] = [
        ("check in", lambda: goals.check_in(id, check_in), text),
        ("settle", lambda: goals.settle(id, any_of(GoalStatus, chance), text), text),
        ("milestone", lambda: goals.add_milestone(id, text), text),
        ("evidence", lambda: goals.add_evidence(id, text), text),
        ("no evidence", lambda: goals.remove_evidence(id, chance.randrange(3)), ""),
    ]
    if step is not None:
        acts += [
            ("reach", lambda: goals.reach(id, step), ""),
            ("skip", lambda: goals.skip(id, step), ""),
            ("reopen", lambda: goals.reopen(id, step), ""),
            ("move", lambda: goals.move_milestone(id, step, chance.choice((-1, 1))), ""),
            ("reword", lambda: goals.change_milestone(id, step, text, None), text),
            ("no milestone", lambda: goals.remove_milestone(id, step), ""),
        ]
    return _one(f"goal of {len(goal.history)}", acts, chance, id)


def _session(journal: Journal, chance: random.Random, text: str, id: EntryId) -> Deed:
    sessions, session = journal.sessions, journal.sessions.get(id)
    day = journal.today() + timedelta(days=chance.randrange(20))
    put_off = [one for one in SessionStatus if one not in (SessionStatus.PLANNED, SessionStatus.HELD)]
    blocks = [block.id for block in session.blocks]
    acts: list[tuple[str, Callable[[], Change], str]] = [
        ("notes", lambda: sessions.take_notes(id, (*session.blocks, note(chance, text))), text),
        (
            "prepare",
            lambda: sessions.prepare(
                id, intention=text, desired_outcome="", preparation=Preparation(since="s", questions="q")
            ),
            text,
        ),
        ("note after", lambda: sessions.note_after(id, AfterNote(mattered=text), mood_after=3), text),
        ("turns", lambda: sessions.note_turns(id, chance.randrange(90), None), ""),
        ("finish note", lambda: sessions.finish_note(id, chance.choice((None, journal.today()))), ""),
        ("hold", lambda: journal.hold(id), ""),
        ("put off", lambda: journal.put_off(id, chance.choice(put_off)), ""),
        ("postpone", lambda: planning.postpone(journal, id, day), ""),
        ("report back", lambda: planning.report_back(journal, id, day), ""),
        ("arrange", lambda: sessions.arrange(replace(session, day=day, place=text)), text),
    ]
    if blocks:
        outcome = AdviceOutcome(what_happened=text, told_partner=chance.random() < 0.5)
        acts.append(("outcome", lambda: sessions.note_outcome(id, chance.choice(blocks), outcome), text))
    return _one("session", acts, chance, id)


def _action(journal: Journal, chance: random.Random, text: str, id: EntryId) -> Deed:
    actions, day = journal.actions, journal.today() + timedelta(days=chance.randrange(30))
    acts: list[tuple[str, Callable[[], Change], str]] = [
        ("settle", lambda: actions.settle(id, any_of(ActionStatus, chance), text), text),
        ("carry", lambda: actions.carry(id, chance.choice((None, day))), ""),
        ("outcome", lambda: actions.note_outcome(id, text), text),
        ("mark", lambda: actions.mark(id, any_of(Visibility, chance)), ""),
    ]
    return _one("action", acts, chance, id)


def _topic(journal: Journal, chance: random.Random, text: str, id: EntryId) -> Deed:
    topics = journal.topics
    ids = list(all_ids(journal, "topics"))
    chance.shuffle(ids)
    acts: list[tuple[str, Callable[[], Change], str]] = [
        ("reword", lambda: topics.reword(id, text), text),
        ("allow", lambda: topics.allow(id, chance.choice((None, 20))), ""),
        ("raised", lambda: topics.raised_by(id, any_of(TopicSource, chance)), ""),
        ("link", lambda: topics.link(id, any_id(journal, "goals", chance)), ""),
        ("plan", lambda: topics.plan(id, any_id(journal, "sessions", chance)), ""),
        ("settle", lambda: topics.settle(id, any_of(TopicStatus, chance)), ""),
        ("reorder", lambda: topics.reorder(ids), ""),
    ]
    return _one("topic", acts, chance, id)


def _reflection(journal: Journal, chance: random.Random, text: str, id: EntryId) -> Deed:
    day = chance.choice((None, journal.today() + timedelta(days=chance.randrange(9))))
    return Deed("reflection comes back", lambda: journal.reflections.bring_back_on(id, day))


def _agreement(journal: Journal, chance: random.Random, text: str, id: EntryId) -> Deed:
    agreements, value = journal.agreements, journal.agreements.get(id)
    key = any_of(ClauseKey, chance)
    clauses = tuple(
        replace(one, my_draft=text, agreed_text=chance.choice((one.agreed_text, text)))
        if place == chance.randrange(3)
        else one
        for place, one in enumerate(value.clauses)
    )
    today = journal.today()
    acts: list[tuple[str, Callable[[], Change], str]] = [
        ("write", lambda: agreements.write(replace(value, clauses=clauses)), ""),
        ("take in", lambda: agreements.take_in(id, {key: text}, Terms(minutes=45)), text),
        ("include", lambda: agreements.include(id, key, chance.random() < 0.5), ""),
        ("agree", lambda: agreements.agree(id, today, today), ""),
        ("sign", lambda: agreements.sign(id, by_me=True, by_partner=chance.random() < 0.5), ""),
        ("look again", lambda: agreements.review_again(id, today), ""),
    ]
    return _one("agreement", acts, chance, id)


def _review(journal: Journal, chance: random.Random, text: str, id: EntryId) -> Deed:
    reviews, value = journal.reviews, journal.reviews.get(id)
    answers = tuple(replace(one, mine=text) for one in value.answers[:1]) + value.answers[1:]
    today = journal.today()
    acts: list[tuple[str, Callable[[], Change], str]] = [
        ("write", lambda: reviews.write(replace(value, answers=answers, decisions="decided")), text),
        ("facts", lambda: reviews.renew_facts(id, review_facts(journal, value.kind, today)), ""),
        ("finish", lambda: journal.finish_review(id), ""),
    ]
    return _one("review", acts, chance, id)


_ACTS: dict[str, Callable[[Journal, random.Random, str, EntryId], Deed]] = {
    "goals": _goal,
    "sessions": _session,
    "actions": _action,
    "topics": _topic,
    "reflections": _reflection,
    "agreements": _agreement,
    "reviews": _review,
}


def _one(
    what: str, acts: Sequence[tuple[str, Callable[[], Change], str]], chance: random.Random, id: EntryId
) -> Deed:
    said, act, text = chance.choice(acts)
    return Deed(f"{what}: {said}", act, frozenset({id}), text=text)


def living(journal: Journal, chance: random.Random, text: str) -> Deed | None:
    """An act on the relationship, its agreement, its reviews, and what is begun without an entry."""
    about, today = journal.relationship(), journal.today()
    day = today + timedelta(days=chance.randrange(40))
    sheet = one_stop(journal)
    closure = Closure(
        closed_on=today,
        rule=any_of(RetentionRule, chance),
        destroy_on=chance.choice((None, day)),
        hold_reason=text,
    )
    own = RatingInstrument(id=f"own{chance.randrange(2)}", name="Own", items=(RatingItem(text),))
    lines = [f"{text} {place}" for place in range(3)]
    words = replace(sheet.words, question=text, mattered="it did", time="an hour")
    meeting = sheet.meeting.id if sheet.meeting is not None else None
    step = any_of(Step, chance)
    everything = frozenset({"relationship", "closure", *(() if meeting is None else (meeting,))})
    acts: list[tuple[str, Callable[[], Change], str]] = [
        (
            "describe",
            lambda: journal.describe(replace(about, purpose=text, partner_display_name="Ann")),
            text,
        ),
        ("step " + step.value, lambda: journal.life.take(step), ""),
        ("phase", lambda: journal.life.set_phase(any_of(Phase, chance)), ""),
        ("close", lambda: journal.life.close(closure), ""),
        ("notes go", lambda: journal.life.settle_notes(closure), ""),
        ("reason", lambda: journal.life.give_reason(chance.choice((None, *EndReason))), ""),
        ("quiet", lambda: journal.be_quiet("review", chance.choice((None, day))), ""),
        ("plan", lambda: planning.plan(journal, day), ""),
        ("contact", lambda: planning.note_contact(journal, today, Mode.PHONE, text), text),
        ("begin agreement", journal.agreements.begin, ""),
        ("begin review", lambda: _begun_review(journal, chance), ""),
        ("topics", lambda: journal.topics.capture_all(lines), text),
        ("sheet", lambda: journal.ratings.put_instrument(own), text),
        ("no sheet", lambda: journal.ratings.remove_instrument(own.id), ""),
        ("one-stop words", lambda: one_stop_acts.keep(journal, meeting, sheet.words, words), ""),
        ("one-stop rule", lambda: one_stop_acts.choose_rule(journal, any_of(RetentionRule, chance)), ""),
        ("one-stop plan", lambda: one_stop_acts.plan_meeting(journal, day), ""),
        ("one-stop agree", lambda: one_stop_acts.agree(journal), ""),
        ("one-stop close", lambda: one_stop_acts.close(journal), ""),
        ("one-stop ask", lambda: one_stop_acts.ask_on(journal, day), ""),
    ]
    if meeting is not None:
        acts += [
            ("one-stop tell", lambda: one_stop_acts.tell(journal, meeting, chance.random() < 0.5), ""),
            ("one-stop hold", lambda: one_stop_acts.hold(journal, meeting), ""),
            ("one-stop move", lambda: one_stop_acts.move_meeting(journal, meeting, day, None), ""),
        ]
    said, act, kept = chance.choice(acts)
    drafts = (
        frozenset(one.id for one in journal.agreements.all()) if said.startswith("one-stop") else frozenset()
    )
    takes = frozenset({own.id}) if said == "no sheet" else frozenset()
    writes = everything | drafts | frozenset({own.id})
    return Deed(f"life: {said}", act, writes, takes, kept)


def _begun_review(journal: Journal, chance: random.Random) -> Change:
    kind: ReviewKind = any_of(ReviewKind, chance)
    return journal.begin_review(kind, review_facts(journal, kind, journal.today()))


def restoring(journal: Journal, chance: random.Random, text: str) -> Deed | None:
    """An earlier version of something, beside it."""
    found = [
        version
        for kind, door in (
            (EntryKind.REFLECTION, journal.reflections),
            (EntryKind.LEARNING, journal.learning_points),
            (EntryKind.ACTION, journal.actions),
            (EntryKind.TOPIC, journal.topics),
        )
        for value in door.all()
        for version in journal.versions.of(kind, value.id)
    ]
    if not found:
        return None
    chosen = chance.choice(found)
    return Deed("restore version", lambda: journal.restore_copy(chosen.id))


def _door(journal: Journal, name: str) -> Any:
    return getattr(journal, name)
