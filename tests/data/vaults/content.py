"""All that a vault says, as plain JSON, and the vault with every kind of field that one is made from."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from itertools import count, cycle, islice
from typing import Any

from mentorjournal.demo.sample import samples
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model import words
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey, Terms
from mentorjournal.model.blocks import Block, BlockKind, Document, Span
from mentorjournal.model.closure import Closure
from mentorjournal.model.export import ExportKind
from mentorjournal.model.goal import CheckIn, Goal, Milestone, value_range
from mentorjournal.model.ids import BlockId, CheckInId, EntryId, MilestoneId
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.query import parse
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Commitment, Programme, Relationship, Signpost
from mentorjournal.model.review import Fact, Review, ReviewAnswer
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.shared import SharedLine, SharedSummary, SummaryFormat
from mentorjournal.model.topic import Topic

PASSPHRASE = "Grüße an die Zukunft 未來"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NOUNS = (
    *("reflections", "sessions", "goals", "actions", "learning_points", "topics", "ratings"),
    *("agreements", "reviews"),
)
SEARCHES = ("kestrel", "jazn", "未來", '"every kind"', "lear", "kind:goal span", "nowhere-to-be-found")
DAY = date(2026, 3, 1)


def clock() -> datetime:
    return NOW


def said(shelf: Shelf) -> dict[str, Any]:
    """Every word of every journal, and what the vault knows about them."""
    journals = {}
    for card in shelf.cards():
        journal = shelf.open(card.id).journal
        journals[card.codename] = {
            "card": card,
            "relationship": journal.relationship(),
            "counts": journal.counts(),
            "generation": journal.generation(),
            "timeline": journal.timeline(limit=10_000),
            **{noun: {value.id: value for value in getattr(journal, noun).all()} for noun in NOUNS},
            "instruments": {one.id: one for one in journal.ratings.instruments()},
            "quiet until": journal.quiet_until("drift"),
            "closure": journal.life.closure(),
            "exports": sorted(journal.exports.all(), key=lambda one: one.id),
            "shared": [
                {"summary": one, "copy": journal.shared.copy(one.id).hex()} for one in journal.shared.all()
            ],
            "versions": [
                journal.versions.get(row.id)
                for value in journal.reflections.all()
                for row in journal.versions.of(words.EntryKind.REFLECTION, value.id)
            ],
        }
    found = {
        search: [
            (one.codename, one.hit.kind, one.hit.id, one.hit.day)
            for one in list(shelf.find(parse(search)))[-1]
        ]
        for search in SEARCHES
    }
    wish = shelf.setting("wish")
    ledger = {one.id: one for one in shelf.ledger.entries()}
    return {
        "journals": plain(journals),  # type: ignore[dict-item]
        "searches": plain(found),  # type: ignore[dict-item]
        "setting": wish,
        "ledger": plain(ledger),  # type: ignore[dict-item]
        "destructions": plain(shelf.destructions()),  # type: ignore[dict-item]
    }


def plain(value: Any) -> Any:
    """The value as JSON says it."""
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def fill(shelf: Shelf) -> None:
    """Two journals of the sample, and one with every choice that a field has."""
    for sample in samples():
        if sample.relationship.codename in ("Alder", "Willow"):
            journal = shelf.add(sample.relationship).journal
            for entry in sample.entries:
                _put(journal, entry)
    journal = shelf.add(relationship()).journal
    met, aims = tuple(sessions()), tuple(goals())
    at, about = met[1].id, aims[1].id
    written = tuple(reflections(at, about))
    learnt, asked = learning_points(written[0].id), topics(at, about)
    for entry in (*met, *aims, *actions(at, about), *written, *learnt, *asked, *ratings(at)):
        _put(journal, entry)
    journal.reflections.add(
        dataclasses.replace(written[1], id=_id(), title="Written beside", returns_to=written[1].id)
    )
    journal.reflections.write(dataclasses.replace(written[0], title="Another title", text=text()[:2]))
    journal.ratings.put_instrument(instrument())
    journal.be_quiet("drift", DAY)
    journal.goals.check_in(about, CheckIn(id=CheckInId(str(_id())), day=DAY, value=0.5, session_id=at))
    for agreement in agreements():
        journal.agreements.add(agreement)
    for review in reviews():
        journal.reviews.add(review)
    for entry in practice(at):
        shelf.ledger.put(entry)
    closed = shelf.named("Willow").journal
    closed.life.close(closure())
    for what in ExportKind:
        closed.exports.note(what, f"{what.value} 未來.pdf")
    for summary in shared():
        closed.shared.keep(summary, f"{summary.format.value}, as it left: 未來\x00".encode())
    gone = shelf.add(dataclasses.replace(relationship(), codename="Dodo"))
    shelf.destroy(gone.id)
    shelf.set_setting("wish", {"words": ["未來", 1, None, True]})


def _put(journal: Journal, entry: object) -> None:
    nouns = {
        Reflection: journal.reflections,
        Session: journal.sessions,
        Goal: journal.goals,
        Action: journal.actions,
        LearningPoint: journal.learning_points,
        Topic: journal.topics,
        Rating: journal.ratings,
    }
    nouns[type(entry)].add(entry)  # type: ignore[index, attr-defined]


def relationship() -> Relationship:
    return Relationship(
        codename="Wren 未來",
        my_role=words.Role.PEER,
        type=words.RelationshipType.ONE_STOP,
        form=words.RelationshipForm.RECIPROCAL,
        status=words.RelationshipStatus.WINDING_UP,
        my_display_name="Żaneta",
        partner_display_name="מיכל",
        partner_role_title="Partner's role",
        partner_organisation="Partner's organisation",
        partner_contact="partner@example.org",
        purpose="A purpose.\nIn two lines.",
        specialist_topic="A topic",
        programme=Programme(
            name="Programme",
            coordinator_name="Coordinator",
            coordinator_contact="coordinator@example.org",
            scheme_rules="Rules\nin lines",
        ),
        started_on=date(2025, 2, 3),
        planned_end_on=date(2026, 2, 3),
        ended_on=date(2026, 1, 2),
        commitment=Commitment(sessions_planned=7, interval_days=14, minutes=45, mode=words.Mode.WALKING),
        my_training=words.Training.YES,
        partner_training=words.Training.NO,
        my_training_on=date(2025, 1, 2),
        my_training_title="A workshop",
        partner_training_on=date(2025, 1, 3),
        partner_training_title="Another workshop",
        phase=words.Phase.MOVING_ON,
        question="The one question?\nIn two lines.",
        follow_up_on=date(2026, 1, 16),
        conflict_declared="We sit on one panel.",
        signposts=(
            Signpost(what_for="Grief", service="A service", contact="+44 20 7946 0000"),
            Signpost(what_for="Law"),
        ),
    )


_numbers = count(1)


def _id() -> EntryId:
    return EntryId(f"00000000-0000-4000-8000-{next(_numbers):012}")


def _each(*kinds: type[words.Choice]) -> Iterator[tuple[Any, ...]]:
    """Every choice of every kind at least once."""
    return islice(zip(*map(cycle, kinds), strict=False), max(map(len, kinds)))


def text() -> Document:
    """Every kind of block and every style of words."""
    styles = (
        Span("plain "),
        Span("bold ", bold=True),
        Span("italic ", italic=True),
        Span("struck ", strike=True),
        Span("code", code=True),
        Span("all", bold=True, italic=True, strike=True, code=True, link="https://example.org/?q=1"),
    )
    blocks = [
        Block(kind=kind, spans=() if kind is BlockKind.DIVIDER else (Span(f"every kind: {kind.value}"),))
        for kind in BlockKind
    ]
    lists = [
        Block(kind=BlockKind.CHECK, spans=(Span("jaźń 未來 🐢"),), level=n, done=bool(n % 2))
        for n in range(7)
    ]
    return (Block(spans=styles), *blocks, *lists, Block())


def sessions() -> Iterator[Session]:
    blocks = tuple(
        NoteBlock(
            id=BlockId(str(_id())),
            section=section,
            text=text()[:2],
            attribution=section.default_attribution if section is words.Section.THEIR_WORDS else attribution,
            visibility=section.default_visibility if section is words.Section.THEIR_WORDS else visibility,
            outcome=AdviceOutcome(tried_on=DAY, what_happened="It helped", told_partner=True),
            special_category=True,
            turn=turn,
        )
        for section, attribution, visibility, turn in _each(
            words.Section, words.Attribution, words.Visibility, words.Turn
        )
    )
    chosen = _each(words.SessionKind, words.SessionStatus, words.Mode, words.Airtime)
    for number, (kind, status, mode, airtime) in enumerate(chosen):
        yield Session(
            id=_id(),
            day=DAY + timedelta(days=number),
            at=time(9 + number, 5) if number else None,
            kind=kind,
            status=status,
            minutes=number * 10,
            mode=mode,
            place="A place",
            title="A title",
            intention="An intention\nin lines",
            desired_outcome="An outcome",
            blocks=blocks if number == 1 else (),
            framework_id="grow",
            preparation=Preparation(
                help_wanted=tuple(words.HelpWanted),
                since="Since then\nin lines",
                avoiding="What I avoid",
                not_raising="What I leave out",
                questions="Questions",
            ),
            after_note=AfterNote(
                mattered="What mattered\nin lines",
                stopped_at="Where we stopped",
                took_away="What I took away",
                return_to="What to return to",
                written_on=DAY,
            ),
            mood_before=0,
            mood_after=10,
            usefulness=7,
            airtime=airtime,
            my_turn_minutes=30,
            partner_turn_minutes=25,
        )


def goals() -> Iterator[Goal]:
    kinds = (words.GoalStatus, words.GoalHorizon, words.MeasureKind, words.Whose, words.Visibility)
    for status, horizon, measure, whose, visibility in _each(*kinds):
        low, high = value_range(measure)
        values = (max(low, -1.5), min(high, 0.25))
        yield Goal(
            id=_id(),
            title="A goal of some span",
            day=DAY,
            why=text()[:3],
            success_criterion="A criterion",
            horizon=horizon,
            measure=measure,
            unit="talks",
            baseline=values[0],
            target=values[1],
            target_on=date(2026, 12, 31),
            status=status,
            closing_note="A closing note",
            whose=whose,
            visibility=visibility,
            check_ins=tuple(
                CheckIn(
                    id=CheckInId(str(_id())), day=DAY, value=value, what_moved_it="This", confidence=7, by=by
                )
                for by in words.CheckedBy
                for value in values
            ),
            start_on=DAY,
            support_needed="Support",
            milestones=tuple(
                Milestone(
                    id=MilestoneId(str(_id())), title="A step", due_on=DAY, reached_on=DAY, status=reached
                )
                for reached in words.MilestoneStatus
            ),
            evidence=("The first evidence", "The second evidence"),
            gas_levels=("much less", "less", "as expected", "more", "much more"),
            smart=(*words.SmartMark, None, words.SmartMark.YES),
        )


def actions(session_id: EntryId, goal_id: EntryId) -> Iterator[Action]:
    for owner, status, visibility in _each(words.ActionOwner, words.ActionStatus, words.Visibility):
        yield Action(
            id=_id(),
            day=DAY,
            text="An action",
            owner=owner,
            is_promise=owner is words.ActionOwner.ME,
            due_on=DAY,
            status=status,
            closed_on=None if status.is_open else DAY,
            outcome_note="What came of it",
            goal_id=goal_id,
            session_id=session_id,
            visibility=visibility,
            carried_count=3,
        )


def reflections(session_id: EntryId, goal_id: EntryId) -> Iterator[Reflection]:
    for (timing,) in _each(words.ReflectionTiming):
        yield Reflection(
            id=_id(),
            day=date(1, 1, 1) if timing is words.ReflectionTiming.BEFORE else date(9999, 12, 31),
            title="A title: kestrel",
            text=text(),
            timing=timing,
            framework_id="gibbs",
            answers=(Answer(step_id="one", prompt_text="What happened?", text=text()),),
            tags=("one", "δύο", "未來"),
            session_id=session_id,
            goal_id=goal_id,
            revisit_on=DAY,
        )


def learning_points(from_reflection_id: EntryId) -> Iterator[LearningPoint]:
    for (visibility,) in _each(words.Visibility):
        yield LearningPoint(
            id=_id(),
            day=DAY,
            text="What I have learnt",
            from_reflection_id=from_reflection_id,
            visibility=visibility,
        )


def topics(session_id: EntryId, goal_id: EntryId) -> Iterator[Topic]:
    chosen = _each(words.TopicStatus, words.TopicSource, words.Visibility)
    for number, (status, source, visibility) in enumerate(chosen):
        yield Topic(
            id=_id(),
            day=DAY,
            text="A topic of every kind",
            source=source,
            status=status,
            session_id=session_id if number % 2 else None,
            order=number,
            minutes=15,
            carried_count=number,
            goal_id=goal_id,
            visibility=visibility,
        )


def ratings(session_id: EntryId) -> Iterator[Rating]:
    items = (RatingItem("Trust", "none", "complete"), RatingItem("Challenge", "", ""))
    for (scale,) in _each(words.RatingScale):
        low, high = scale.range
        yield Rating(
            id=_id(),
            day=DAY,
            instrument_id="own",
            name="A rating",
            items=items,
            values=(high, None),
            then_values=(low, high),
            scale=scale,
            note="A note\nin lines",
            session_id=session_id,
        )


def agreements() -> Iterator[Agreement]:
    """One of every state: at most one draft and one that holds."""
    states = (words.AgreementState.SUPERSEDED, words.AgreementState.AGREED, words.AgreementState.DRAFT)
    chosen = zip(states, words.Reporting, _each(words.RetentionRule), strict=False)
    for version, (state, reporting, (retention,)) in enumerate(chosen, start=1):
        yield Agreement(
            id=_id(),
            day=DAY + timedelta(days=version),
            version=version,
            state=state,
            agreed_on=None if state is words.AgreementState.DRAFT else DAY + timedelta(days=version),
            review_on=DAY + timedelta(days=90),
            signed_by_me=True,
            signed_by_partner=state is words.AgreementState.SUPERSEDED,
            clauses=tuple(
                Clause(
                    key=key,
                    my_draft=f"Mine on {key.value}, 未來",
                    partner_draft="Theirs\nin lines",
                    agreed_text="" if state is words.AgreementState.DRAFT else "Agreed",
                    applies=key is not ClauseKey.POWER,
                )
                for key in ClauseKey
            ),
            terms=Terms(
                sessions_planned=7,
                interval_days=14,
                minutes=45,
                mode=words.Mode.WALKING,
                months=9,
                retention=retention,
                keep_until=date(2027, 2, 3),
                reporting=reporting,
            ),
        )


def reviews() -> Iterator[Review]:
    for number, (kind,) in enumerate(_each(words.ReviewKind)):
        yield Review(
            id=_id(),
            day=DAY + timedelta(days=number),
            kind=kind,
            answers=(ReviewAnswer(question="What was useful?", mine="This", theirs="That, 未來"),),
            facts=(Fact("Sessions held", "3 of 7"), Fact("Actions", "2 open")),
            decisions="To go on\nas before",
            agreement_changes="More time",
            next_review_on=DAY + timedelta(days=90),
            done=bool(number % 2),
        )


def closure() -> Closure:
    return Closure(
        closed_on=NOW.date(),
        reason=words.EndReason.MUTUAL_NO_FAULT,
        thanked=True,
        handed_over_on=date(2026, 11, 20),
        rule=words.RetentionRule.ON_HOLD,
        destroy_on=date(2027, 11, 24),
        hold_reason="Somebody asked for their data",
    )


def shared() -> Iterator[SharedSummary]:
    lines = (
        SharedLine(id="meetings.held", section="meetings", label="Held", text="8 sessions"),
        SharedLine(id="action.1", section="my_actions", label="", text="An action, 未來", done=True),
    )
    for number, (format, audience) in enumerate(_each(SummaryFormat, words.Audience)):
        yield SharedSummary(
            id=_id(),
            at=NOW + timedelta(hours=number),
            audience=audience,
            since=DAY,
            until=date(9999, 12, 31),
            format=format,
            file_name="" if format is SummaryFormat.CLIPBOARD else f"未來.{format.value}",
            sha256=f"{number:064x}",
            lines=lines[: number % 3],
            consent_on=DAY if number % 2 else None,
            locked=format is SummaryFormat.PDF,
            changes_since=DAY if number == 1 else None,
        )


def practice(session_id: EntryId) -> Iterator[LedgerEntry]:
    for number, (kind, mode) in enumerate(_each(words.PracticeKind, words.Mode)):
        yield LedgerEntry(
            id=_id(),
            day=DAY,
            minutes=30 + number,
            kind=kind,
            relationship=number or None,
            mode=mode,
            learning="What was learnt",
            how_applied="How it was applied",
            session_id=session_id if number == 1 else None,
        )


def instrument() -> RatingInstrument:
    items = (RatingItem("Trust", "none", "complete"), RatingItem("Challenge", "", ""))
    return RatingInstrument(
        id="own", name="My own sheet", items=items, scale=words.RatingScale.ONE_TO_FIVE, source="Mine"
    )
