"""The chapters of a book by session: what was prepared, talked about, noted, agreed and thought of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mentorjournal.book.marks import muted, sentence, who_may_see, who_said, whose, written
from mentorjournal.book.near import Near
from mentorjournal.book.order import Between, Meeting, Stretch, title_between, title_of
from mentorjournal.model.blocks import is_empty
from mentorjournal.model.bound import Chapter
from mentorjournal.model.day_words import day_in_words
from mentorjournal.model.goal import CheckIn, Goal, value_text
from mentorjournal.model.paper import Bullets, Facts, Heading, Line, Piece, Table, Writing
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import AdviceOutcome, NoteBlock, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.wording import capital, counted, day_words, period_words
from mentorjournal.model.words import MeasureKind, ReflectionTiming, Role, SessionStatus, TopicSource, Turn
from mentorjournal.prompts import prompt_set

_TOPIC_WIDTHS = (0.58, 0.2, 0.22)


def stretch_pieces(stretch: Stretch, near: Near) -> Iterator[Piece]:
    if isinstance(stretch, Meeting):
        return _Session(stretch.session, near).chapter(stretch.reflections)
    return _between(stretch, near)


def topics_key(session: Session) -> str:
    return f"{session.id} topics"


def goals_key(session: Session) -> str:
    return f"{session.id} goals"


def actions_key(session: Session) -> str:
    return f"{session.id} actions"


def topic_rows(topics: Sequence[Topic], near: Near) -> Piece:
    return Table(
        ("Topic", "Raised", "What became of it"),
        tuple(
            (
                _for_goal(topic.text, near.goal_title(topic.goal_id)),
                f"{_source(topic.source, near.role)}\n{day_in_words(topic.day)}",
                _became(topic, near.role),
            )
            for topic in topics
        ),
        _TOPIC_WIDTHS,
    )


def reflection_pieces(one: Reflection, near: Near) -> Iterator[Piece]:
    yield Heading(one.title.strip() or "Reflection", 2, key=one.id)
    asked = prompt_set(one.framework_id) if one.framework_id else None
    title = near.goal_title(one.goal_id)
    yield from muted(
        day_words(one.day),
        one.timing.label,
        f"along {asked.name}" if asked else "",
        f"about the goal “{title}”" if title else "",
        f"to come back on {day_words(one.revisit_on)}" if one.revisit_on else "",
    )
    if one.tags:
        yield Line(f"Tags: {', '.join(one.tags)}", muted=True)
    if earlier := near.reflection(one.returns_to):
        name = f"“{earlier.title}”, " if earlier.title.strip() else ""
        yield Line(f"Looks back at {name}{day_words(earlier.day)}.", muted=True)
    for answer in one.answers:
        if not is_empty(answer.text):
            yield Heading(answer.prompt_text, 3)
            yield Writing(answer.text)
    if not is_empty(one.text):
        yield Writing(one.text)


class _Session:
    """The pieces of one session, whatever there is of them."""

    def __init__(self, session: Session, near: Near) -> None:
        self._session = session
        self._near = near
        self._role = near.role

    def chapter(self, reflections: tuple[Reflection, ...]) -> Iterator[Piece]:
        session = self._session
        yield Chapter(title_of(session), 2, _when(session), key=session.id)
        yield from self._section("Before it", self._prepared())
        for one in reflections:
            if one.timing is ReflectionTiming.BEFORE:
                yield from reflection_pieces(one, self._near)
        yield from self._topics()
        yield from self._noted()
        yield from self._section("Afterwards", self._after())
        yield from self._looked_at()
        yield from self._agreed()
        for one in reflections:
            if one.timing is not ReflectionTiming.BEFORE:
                yield from reflection_pieces(one, self._near)

    def contact(self) -> Iterator[Piece]:
        """A contact between sessions: its notes alone, under one heading."""
        session = self._session
        title = session.title.strip() or capital(session.kind.label)
        yield Heading(title, 2, key=session.id)
        yield from muted(_when(session).rstrip("."))
        yield from self._prepared()
        yield from self._topics()
        yield from self._blocks(session.blocks)
        yield from self._after()
        yield from self._looked_at()
        yield from self._agreed()

    def _section(self, heading: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
        if found := tuple(pieces):
            yield Heading(heading, 2)
            yield from found

    def _prepared(self) -> Iterator[Piece]:
        session, sheet = self._session, self._session.preparation
        if sheet.help_wanted:
            yield Facts((("The help I wanted", ", ".join(one.label for one in sheet.help_wanted)),))
        yield from written("What I wanted from it", session.desired_outcome)
        yield from written("What I intended", session.intention)
        yield from written("Since last time", sheet.since)
        yield from written("What I was avoiding", sheet.avoiding)
        yield from written("What I would not raise", sheet.not_raising)
        yield from written("Questions to take along", sheet.questions)

    def _topics(self) -> Iterator[Piece]:
        if topics := self._near.topics(self._session.id):
            yield Heading("Topics", 2, key=topics_key(self._session))
            yield topic_rows(topics, self._near)

    def _noted(self) -> Iterator[Piece]:
        blocks = [block for block in self._session.blocks if not is_empty(block.text)]
        for turn, heading in (
            (None, "Notes"),
            (Turn.MINE, "My turn"),
            (Turn.PARTNER, f"My {self._role.partner}’s turn"),
        ):
            if found := [block for block in blocks if block.turn is turn]:
                yield Heading(heading, 2)
                yield from self._blocks(found)

    def _blocks(self, blocks: Sequence[NoteBlock]) -> Iterator[Piece]:
        for block in blocks:
            if is_empty(block.text):
                continue
            yield Heading(block.section.label, 3)
            yield from muted(
                who_said(block.attribution, self._role),
                who_may_see(block.visibility, self._role),
                "touches health, belief or the like" if block.special_category else "",
            )
            yield Writing(block.text)
            if block.outcome:
                yield from self._outcome(block.outcome)

    def _outcome(self, outcome: AdviceOutcome) -> Iterator[Piece]:
        yield from written("What came of the advice", outcome.what_happened)
        yield from muted(
            f"tried on {day_words(outcome.tried_on)}" if outcome.tried_on else "",
            f"my {self._role.partner} knows" if outcome.told_partner else "",
        )

    def _after(self) -> Iterator[Piece]:
        session, note = self._session, self._session.after_note
        theirs = self._role is Role.MENTOR
        rows = [
            ("How useful it was", f"{session.usefulness} of 10" if session.usefulness is not None else ""),
            ("Who talked most", session.airtime.label if session.airtime else ""),
            ("My turn", _minutes(session.my_turn_minutes)),
            (f"My {self._role.partner}’s turn", _minutes(session.partner_turn_minutes)),
        ]
        if found := tuple(row for row in rows if row[1]):
            yield Facts(found)
        yield from written("What mattered", note.mattered)
        yield from written("Where we stopped", note.stopped_at)
        yield from written("What they took away" if theirs else "What I took away", note.took_away)
        yield from written("What to return to", note.return_to)

    def _looked_at(self) -> Iterator[Piece]:
        if said := self._near.looked_at(self._session.id):
            yield Heading("Goals looked at", 2, key=goals_key(self._session))
            yield Bullets(tuple(_checked(goal, one) for goal, one in said))

    def _agreed(self) -> Iterator[Piece]:
        actions = self._near.actions(self._session.id)
        if not actions:
            return
        yield Heading("Actions agreed", 2, key=actions_key(self._session))
        yield Bullets(
            tuple(
                f"{one.text} ({whose(one.owner, self._role)}"
                f"{f', by {day_words(one.due_on)}' if one.due_on else ''}; {one.status.label})"
                for one in actions
            )
        )


def _between(between: Between, near: Near) -> Iterator[Piece]:
    days = [one.day for one in between.entries]
    yield Chapter(title_between(between), 2, period_words(days[0], days[-1]), key=between.key)
    for one in between.entries:
        if isinstance(one, Reflection):
            yield from reflection_pieces(one, near)
        else:
            yield from _Session(one, near).contact()


def _when(session: Session) -> str:
    """“4 March 2026 at 10:00, 60 minutes, in person, in the library.”"""
    at = f" at {session.at:%H:%M}" if session.at else ""
    held = session.status is SessionStatus.HELD
    return sentence(
        f"{day_words(session.day)}{at}",
        counted(session.minutes, "minute", "minutes") if session.minutes else "",
        session.mode.label,
        session.place.strip(),
        "" if held else session.status.label,
    )


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else counted(minutes, "minute", "minutes")


def _checked(goal: Goal, one: CheckIn) -> str:
    value = "" if goal.measure is MeasureKind.NONE else f": {value_text(one.value, goal.measure, goal.unit)}"
    return f"{goal.title}{value}{f' ({one.what_moved_it})' if one.what_moved_it.strip() else ''}"


def _for_goal(text: str, title: str) -> str:
    return f"{text}\nFor “{title}”" if title else text


def _source(source: TopicSource, role: Role) -> str:
    return f"My {role.partner}" if source is TopicSource.PARTNER else capital(source.label)


def _became(topic: Topic, role: Role) -> str:
    times = f"{counted(topic.carried_count, 'session', 'sessions')} ended without it"
    lines = (
        capital(topic.status.label),
        _minutes(topic.minutes),
        times if topic.carried_count else "",
        capital(who_may_see(topic.visibility, role)),
    )
    return "\n".join(line for line in lines if line)
