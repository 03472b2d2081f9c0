"""A journal as Markdown: a file for each entry with words of its own, and a list for what is a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

import yaml

from mentorjournal.journal.journal import Journal
from mentorjournal.leaving.names import Days
from mentorjournal.leaving.told import Teller
from mentorjournal.model.ids import EntryId
from mentorjournal.model.paper import Facts, Heading, Line, Piece, Table, Writing
from mentorjournal.model.rating import Rating
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.wording import capital
from mentorjournal.model.words import ReflectionTiming
from mentorjournal.sharing.as_markdown import heading_words, pieces_as_markdown

ABOUT, ACTIONS, TOPICS, LEARNING = "about.md", "actions.md", "topics.md", "learning-points.md"
REFLECTIONS = "reflections"

File = tuple[str, str]
"""Where it stands below the journal's folder, and its text."""


class _Dated(Protocol):
    @property
    def id(self) -> EntryId: ...
    @property
    def day(self) -> date: ...


class MarkdownJournal:
    """Reads the journal once, and knows then in which file each entry will stand."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._reflections = journal.reflections.all()
        self._sessions = journal.sessions.all()
        self._goals = journal.goals.all()
        self._reviews = journal.reviews.all()
        self._agreements = journal.agreements.all()
        self._ratings = journal.ratings.all()
        self._topics = journal.topics.all()
        self._where: dict[str, str] = {}
        for folder, entries in self._folders().items():
            days = Days()
            self._where |= {one.id: f"{folder}/{days.name(one.day)}.md" for one in entries}
        self._tell = Teller(self._where)

    def files(self) -> Iterator[File]:
        yield ABOUT, _page("About this relationship", self._about())
        for reflection in self._reflections:
            yield self._where[reflection.id], self._reflection(reflection)
        for session in self._sessions:
            yield self._where[session.id], self._session(session)
        for goal in self._goals:
            yield self._where[goal.id], self._entry(goal.title or "Goal", goal.day, replace(goal, title=""))
        for review in self._reviews:
            yield self._where[review.id], self._entry(capital(review.kind.label), review.day, review)
        for one in self._agreements:
            yield self._where[one.id], self._entry(f"Agreement, version {one.version}", one.day, one)
        for rating in self._ratings:
            yield self._where[rating.id], self._rating(rating)
        yield from self._list(ACTIONS, "Actions", self._journal.actions.all())
        yield from self._list(TOPICS, "Topics", self._topics)
        yield from self._list(LEARNING, "Learning points", self._journal.learning_points.all())

    def _folders(self) -> dict[str, Iterable[_Dated]]:
        return {
            REFLECTIONS: self._reflections,
            "sessions": self._sessions,
            "goals": self._goals,
            "reviews": self._reviews,
            "agreements": self._agreements,
            "ratings": self._ratings,
        }

    def _about(self) -> Iterator[Piece]:
        journal = self._journal
        yield from self._tell.pieces(journal.relationship())
        if closure := journal.life.closure():
            yield Heading("How it was closed")
            yield from self._tell.pieces(closure, 3)
        for sheet in journal.ratings.instruments():
            yield Heading(f"Rating sheet: {sheet.name}")
            yield from self._tell.pieces(sheet, 3)
        for shared in reversed(journal.shared.all()):
            yield Heading(f"Shared on {shared.day.isoformat()}")
            yield from self._tell.pieces(shared, 3)
        if exports := journal.exports.all():
            yield Heading("Files that were written from this journal")
            rows = tuple((one.day.isoformat(), one.what.label, one.file_name) for one in exports)
            yield Table(("Day", "What", "File"), rows)

    def _reflection(self, one: Reflection) -> str:
        """Its facts stand in front, so that a program which reads notes finds nothing but words below."""
        pieces: list[Piece] = [Writing(one.text)]
        for answer in one.answers:
            pieces += [Heading(answer.prompt_text, 1), Writing(answer.text)]
        more = dict(self._tell.facts(replace(one, title="")))
        front: dict[str, object] = {
            "date": one.day.isoformat(),
            "title": one.title,
            "tags": list(one.tags),
            **more,
        }
        front.pop("day", None)
        if one.timing is ReflectionTiming.BETWEEN:  # as every reflection is of which nothing else was said
            front.pop("timing", None)
        return _front(front) + _text(pieces_as_markdown(pieces))

    def _session(self, one: Session) -> str:
        pieces = list(self._tell.pieces(replace(one, title="")))
        agenda = sorted((topic for topic in self._topics if topic.session_id == one.id), key=_order)
        for topic in agenda:
            pieces += [Heading(f"Topic: {topic.status.label}"), Line(topic.text)]
        number = f"Session {one.number}" if one.number else capital(one.kind.label)
        title = f"{number}: {one.title}" if one.title else number
        return _front({"date": one.day.isoformat(), "title": title}) + _page(title, pieces)

    def _rating(self, one: Rating) -> str:
        told = replace(one, items=(), values=(), then_values=(), name="")
        pieces = list(self._tell.pieces(told))
        for place, item in enumerate(one.items):
            rows = [("From", item.low_text), ("to", item.high_text), ("Rated", _at(one.values, place))]
            rows += [("As it was at the start", _at(one.then_values, place))] if one.then_values else []
            pieces += [Heading(item.label), Facts(tuple(row for row in rows if row[1]))]
        title = one.name or "Rating"
        return _front({"date": one.day.isoformat(), "title": title}) + _page(title, pieces)

    def _entry(self, title: str, day: date, value: object) -> str:
        return _front({"date": day.isoformat(), "title": title}) + _page(title, self._tell.pieces(value))

    def _list(self, name: str, title: str, entries: Iterable[_Dated]) -> Iterator[File]:
        pieces: list[Piece] = []
        for one in sorted(entries, key=lambda one: one.day):
            pieces.append(Heading(one.day.isoformat()))
            pieces += self._tell.pieces(one, 3)
        if pieces:
            yield name, _page(title, pieces)


def _order(topic: Topic) -> int:
    return topic.order


def _at(values: tuple[int | None, ...], place: int) -> str:
    return str(values[place]) if place < len(values) and values[place] is not None else "not said"


def _front(fields: Mapping[str, object]) -> str:
    said = {name: value for name, value in fields.items() if value}
    text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=10**9)
    return f"---\n{text}---\n\n"


def _page(title: str, pieces: Iterable[Piece]) -> str:
    return _text([f"# {heading_words(title)}", *pieces_as_markdown(pieces)])


def _text(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n"
