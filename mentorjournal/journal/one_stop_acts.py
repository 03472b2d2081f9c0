"""What is done on the one-stop sheet: each an act of the ordinary entries, or several as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from mentorjournal.errors import InvalidInput
from mentorjournal.journal import planning
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.one_stop import SHORT_FORM, SheetWords, advice_in, section_of
from mentorjournal.model.agreement import Agreement, ClauseKey
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.change import Change
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import EntryId, new_block_id, new_entry_id
from mentorjournal.model.lifecycle import Possible, Step, follow_up_from
from mentorjournal.model.session import AdviceOutcome, NoteBlock
from mentorjournal.model.words import RelationshipStatus, RetentionRule, Role


def keep(journal: Journal, meeting: EntryId | None, before: SheetWords, after: SheetWords) -> Change:
    """Write what was typed since *before*, and leave alone what others changed meanwhile. An empty topic is
    not kept: one-stop advice always has one.
    """
    with journal.together():
        changes = [
            *_keep_about(journal, before, after),
            *(_keep_meeting(journal, meeting, before, after) if meeting is not None else ()),
            *_keep_lines(journal, before, after),
        ]
    # The fields take typed words back themselves; a whole sheet taken back would tear out later ones.
    return replace(journal.as_one("Edit one-stop sheet", changes), undo=None)


def plan_meeting(journal: Journal, day: date, at: time | None = None) -> Change:
    """Plan a meeting: the first, or one more. With a topic and a question the advice is under way."""
    id = new_entry_id()
    with journal.together():
        changes = [planning.plan(journal, day, id)]
        if at is not None:
            changes.append(journal.sessions.arrange(replace(journal.sessions.get(id), at=at)))
        changes += _begun(journal)
    return journal.as_one("Plan session", changes)


def move_meeting(journal: Journal, id: EntryId, day: date, at: time | None) -> Change:
    """Say another day or time for a meeting."""
    return journal.sessions.arrange(replace(journal.sessions.get(id), day=day, at=at))


def hold(journal: Journal, id: EntryId) -> Change:
    """Say that the meeting took place; one asks two weeks later, unless another day is set."""
    with journal.together():
        held = journal.hold(id)
        changes = [held, *_begun(journal)]
        about, day = journal.relationship(), journal.sessions.get(id).day
        if about.follow_up_on is None or about.follow_up_on < day:
            changes.append(journal.describe(replace(about, follow_up_on=follow_up_from(day))))
    return journal.as_one(held.label, changes)


def ask_on(journal: Journal, day: date | None) -> Change:
    """Say when to ask, or to tell, what came of it. Raises InvalidInput for a day before you met."""
    held = journal.sessions.days_held()
    if day is not None and held and day < held[0]:
        raise InvalidInput("That day is before you met. Choose a later one.")
    after = replace(journal.relationship(), follow_up_on=day)
    return replace(journal.describe(after), label="Change the day to follow up")


def tell(journal: Journal, meeting: EntryId, told: bool) -> Change:
    """Note whether they know what came of the advice."""
    change = _with_outcome(journal, meeting, told=told)
    return replace(change, label="Note that they were told" if told else "Note that they were not told")


def choose_rule(journal: Journal, rule: RetentionRule) -> Change:
    """Say what happens to the notes at the end, in the draft of the agreement."""
    with journal.together():
        changes, draft = _drafted(journal)
        changes.append(journal.agreements.write(replace(draft, terms=replace(draft.terms, retention=rule))))
    return journal.as_one("Change what happens to the notes", changes)


def agree(journal: Journal) -> Change:
    """Say that the three lines are agreed today. Raises InvalidInput while they say nothing."""
    draft = journal.agreements.draft()
    if draft is None:
        raise InvalidInput("Nothing is agreed yet. Write at least one of the three lines.")
    return journal.agreements.agree(draft.id, journal.today())


def close(journal: Journal) -> Change:
    """End it today, with what was agreed to happen to the notes. They are destroyed by nobody but the
    writer, whatever the rule says.
    """
    agreed = journal.agreements.agreed()
    rule = agreed.terms.retention if agreed is not None else None
    until = agreed.terms.keep_until if agreed is not None else None
    today = journal.today()
    return journal.life.close(
        Closure(
            closed_on=today,
            rule=rule or RetentionRule.KEEP_OWN,
            destroy_on=max(until, today) if rule is RetentionRule.KEEP_UNTIL and until else None,
        )
    )


# Inside


def _keep_about(journal: Journal, before: SheetWords, after: SheetWords) -> list[Change]:
    about = journal.relationship()
    now = replace(
        about,
        specialist_topic=after.topic
        if after.topic != before.topic and after.topic.strip()
        else about.specialist_topic,
        question=after.question if after.question != before.question else about.question,
        purpose=after.background if after.background != before.background else about.purpose,
    )
    return [journal.describe(now)] if now != about else []


def _keep_meeting(journal: Journal, id: EntryId, before: SheetWords, after: SheetWords) -> list[Change]:
    changes = []
    session = journal.sessions.get(id)
    if (before.wanted, before.tried, before.intention) != (after.wanted, after.tried, after.intention):
        tried = after.tried if after.tried != before.tried else session.preparation.since
        changes.append(
            journal.sessions.prepare(
                id,
                intention=after.intention if after.intention != before.intention else session.intention,
                desired_outcome=after.wanted if after.wanted != before.wanted else session.desired_outcome,
                framework_id=session.framework_id,
                preparation=replace(session.preparation, since=tried),
                mood_before=session.mood_before,
            )
        )
    if (before.mattered, before.took_away) != (after.mattered, after.took_away):
        note = session.after_note
        if after.mattered != before.mattered:
            note = replace(note, mattered=after.mattered)
        if after.took_away != before.took_away:
            note = replace(note, took_away=after.took_away)
        changes.append(
            journal.sessions.note_after(
                id,
                note,
                mood_after=session.mood_after,
                usefulness=session.usefulness,
                airtime=session.airtime,
            )
        )
    if after.advice != before.advice:
        changes.append(_with_advice(journal, id, after.advice))
    if after.came_of_it != before.came_of_it:
        changes.append(_with_outcome(journal, id, happened=after.came_of_it))
    return changes


def _keep_lines(journal: Journal, before: SheetWords, after: SheetWords) -> list[Change]:
    was = (before.time, before.confidentiality, before.notes)
    now = (after.time, after.confidentiality, after.notes)
    changed = {key: new for key, old, new in zip(SHORT_FORM, was, now, strict=True) if old != new}
    if not changed:
        return []
    changes, draft = _drafted(journal)
    known = {one.key for one in draft.clauses}
    clauses = [*draft.clauses, *(draft.clause(key) for key in changed if key not in known)]
    # Mine and the agreed text are one here: whoever fills in three lines has talked about them.
    written = [
        replace(one, my_draft=changed[one.key], agreed_text=changed[one.key], applies=True)
        if one.key in changed
        else one
        for one in clauses
    ]
    order = list(ClauseKey)
    written.sort(key=lambda one: order.index(one.key))
    changes.append(journal.agreements.write(replace(draft, clauses=tuple(written))))
    return changes


def _drafted(journal: Journal) -> tuple[list[Change], Agreement]:
    """The draft of the agreement; one is begun where there is none."""
    draft = journal.agreements.draft()
    if draft is not None:
        return [], draft
    begun = journal.agreements.begin()
    draft = journal.agreements.draft()
    assert draft is not None
    return [begun], draft


def _begun(journal: Journal) -> list[Change]:
    """One-stop advice that is being set up is under way once nothing is missing for it."""
    if journal.relationship().status is not RelationshipStatus.DRAFT:
        return []
    ready = Possible(Step.BEGIN, "") in journal.life.possible()
    return [journal.life.take(Step.BEGIN)] if ready else []


def _with_advice(journal: Journal, id: EntryId, text: str) -> Change:
    session, role = journal.sessions.get(id), journal.relationship().my_role
    advice = advice_in(session, role)
    if advice is None:
        return journal.sessions.take_notes(
            id, (*session.blocks, replace(_new_advice(role), text=from_plain(text)))
        )
    blocks = (replace(one, text=from_plain(text)) if one.id == advice.id else one for one in session.blocks)
    return journal.sessions.take_notes(id, tuple(blocks))


def _with_outcome(
    journal: Journal, id: EntryId, *, happened: str | None = None, told: bool | None = None
) -> Change:
    session, role = journal.sessions.get(id), journal.relationship().my_role
    advice = advice_in(session, role)
    known = (advice.outcome if advice is not None else None) or AdviceOutcome()
    outcome = replace(
        known,
        what_happened=known.what_happened if happened is None else happened,
        told_partner=known.told_partner if told is None else told,
    )
    kept = None if outcome == AdviceOutcome() else outcome
    if advice is None:
        return journal.sessions.take_notes(id, (*session.blocks, replace(_new_advice(role), outcome=kept)))
    return journal.sessions.note_outcome(id, advice.id, kept)


def _new_advice(role: Role) -> NoteBlock:
    section = section_of(role)
    return NoteBlock(
        id=new_block_id(),
        section=section,
        attribution=section.default_attribution,
        visibility=section.default_visibility,
    )
