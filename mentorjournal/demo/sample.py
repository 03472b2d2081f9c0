"""The handwritten sample journals of `resources/sample`, read into values with ids that never change."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, fields, replace
from datetime import date, time, timedelta
from importlib import resources
from typing import Any

import yaml

from mentorjournal.exchange.markdown import from_markdown
from mentorjournal.instruments import built_in
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import Document
from mentorjournal.model.goal import CheckIn, Goal, Milestone
from mentorjournal.model.ids import BlockId, CheckInId, EntryId, MilestoneId
from mentorjournal.model.rating import Rating
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Commitment, Programme, Relationship
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Airtime,
    Attribution,
    CheckedBy,
    GoalHorizon,
    GoalStatus,
    HelpWanted,
    MeasureKind,
    MilestoneStatus,
    Mode,
    Phase,
    ReflectionTiming,
    RelationshipForm,
    RelationshipStatus,
    RelationshipType,
    Role,
    Section,
    SessionKind,
    SessionStatus,
    SmartMark,
    TopicSource,
    TopicStatus,
    Training,
    Visibility,
    Whose,
)
from mentorjournal.prompts import prompt_set

TODAY = date(2026, 11, 24)
"""The day on which the sample journals are read, as their dates are written."""

NAMES = ("heron", "lark", "kestrel", "alder", "robin", "birch", "willow", "rowan")

_IDS = uuid.UUID("4d656e74-6f72-5a75-8a6e-53616d706c65")

Entry = Session | Goal | Reflection | LearningPoint | Action
Fields = dict[str, Any]

# How the word in a file becomes a value; a field that is not here is taken as it stands.
_CHOICES = {
    "my_role": Role,
    "type": RelationshipType,
    "form": RelationshipForm,
    "my_training": Training,
    "partner_training": Training,
    "mode": Mode,
    "horizon": GoalHorizon,
    "measure": MeasureKind,
    "whose": Whose,
    "visibility": Visibility,
    "owner": ActionOwner,
    "timing": ReflectionTiming,
    "attribution": Attribution,
    "by": CheckedBy,
    "airtime": Airtime,
    "source": TopicSource,
    "phase": Phase,
}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sample:
    """One journal to be. *entries* stand in an order in which nothing points ahead, *topics* and
    *ratings* may point at any of them; *share* weighs how much of a scaled vault this journal gets.
    """

    relationship: Relationship
    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    ratings: tuple[Rating, ...]
    share: int

    def __repr__(self) -> str:
        return f"Sample({self.relationship.codename})"


def samples(today: date = TODAY) -> tuple[Sample, ...]:
    """Every sample journal, its days moved so that they end around *today*."""
    return tuple(_Reader(name, today - TODAY).read() for name in NAMES)


def sample_id(*path: object) -> EntryId:
    """The id that the entry at *path* has in every sample vault."""
    return EntryId(str(uuid.uuid5(_IDS, "/".join(map(str, path)))))


def kept_alone(entry: Entry, kept: set[EntryId]) -> Entry:
    """*entry* without its pointers to anything that is not *kept*."""
    if isinstance(entry, Goal):
        check_ins = tuple(c if c.session_id in kept else replace(c, session_id=None) for c in entry.check_ins)
        return replace(entry, check_ins=check_ins)
    names = {field.name for field in fields(entry)} & {"session_id", "goal_id", "from_reflection_id"}
    gone: Fields = {name: None for name in names if getattr(entry, name) not in kept}
    return replace(entry, **gone) if gone else entry


class _Reader:
    def __init__(self, name: str, shift: timedelta) -> None:
        self._name = name
        self._shift = shift
        text = resources.files("resources").joinpath(f"sample/{name}.yaml").read_text(encoding="utf-8")
        self._data: Fields = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self._role = Role(self._data["relationship"]["my_role"])

    def read(self) -> Sample:
        return Sample(
            relationship=self._relationship(),
            entries=(
                *(self._session(item) for item in self._data["sessions"]),
                *(self._goal(item) for item in self._data["goals"]),
                *(self._reflection(item) for item in self._data["reflections"]),
                *(
                    LearningPoint(id=self._id("learning", number), **self._plain(item))
                    for number, item in enumerate(self._data["learning"])
                ),
                *(self._action(number, item) for number, item in enumerate(self._data["actions"])),
            ),
            ratings=tuple(self._rating(*numbered) for numbered in enumerate(self._data.get("ratings", ()))),
            topics=tuple(self._topic(*numbered) for numbered in enumerate(self._data.get("topics", ()))),
            share=self._data["share"],
        )

    def _id(self, kind: str, key: object) -> EntryId:
        return sample_id(self._name, kind, key)

    def _plain(self, item: Fields) -> Fields:
        """The fields of *item* with choices, moved days and pointers for values."""
        found: Fields = {}
        for name, value in item.items():
            if name in _CHOICES:
                found[name] = _CHOICES[name](value)
            elif isinstance(value, date):
                found[name] = value + self._shift
            elif name in ("session", "goal", "reflection"):
                target = "from_reflection_id" if name == "reflection" else f"{name}_id"
                found[target] = self._id(name, value)
            elif name != "key":
                found[name] = value
        return found

    def _relationship(self) -> Relationship:
        item = self._plain(self._data["relationship"])
        return Relationship(
            **{
                **item,
                "status": RelationshipStatus(item["status"]),
                "programme": Programme(**item.get("programme", {})),
                "commitment": Commitment(**self._plain(item.get("commitment", {}))),
            }
        )

    def _session(self, item: Fields) -> Session:
        blocks = tuple(
            self._block(self._id("block", f"{item['key']}/{number}"), block)
            for number, block in enumerate(item.get("blocks", []))
        )
        found = self._plain(item)
        return Session(
            **{
                **found,
                "id": self._id("session", item["key"]),
                "at": time.fromisoformat(item["at"]) if "at" in item else None,
                "kind": SessionKind(item.get("kind", "regular")),
                "status": SessionStatus(item.get("status", "held")),
                "blocks": blocks,
                "preparation": self._preparation(item.get("preparation", {})),
                "after_note": AfterNote(**self._plain(item.get("after_note", {}))),
            }
        )

    def _preparation(self, item: Fields) -> Preparation:
        return Preparation(**{**item, "help_wanted": tuple(map(HelpWanted, item.get("help_wanted", ())))})

    def _block(self, id: EntryId, item: Fields) -> NoteBlock:
        section = Section(item["section"])
        usual: Fields = {
            "attribution": section.default_attribution,
            "visibility": section.default_visibility,
        }
        return NoteBlock(
            **{
                **usual,
                **self._plain(item),
                "id": BlockId(id),
                "section": section,
                "text": _document(item["text"]),
                "outcome": AdviceOutcome(**self._plain(item["outcome"])) if "outcome" in item else None,
            }
        )

    def _goal(self, item: Fields) -> Goal:
        check_ins = tuple(
            CheckIn(id=CheckInId(self._id("check-in", f"{item['key']}/{number}")), **self._plain(check_in))
            for number, check_in in enumerate(item.get("check_ins", []))
        )
        return Goal(
            **{
                **self._plain(item),
                "id": self._id("goal", item["key"]),
                "why": _document(item.get("why", "")),
                "status": GoalStatus(item["status"]),
                "check_ins": check_ins,
                "milestones": tuple(
                    self._milestone(item["key"], *numbered)
                    for numbered in enumerate(item.get("milestones", ()))
                ),
                "evidence": tuple(item.get("evidence", ())),
                "gas_levels": tuple(item.get("gas_levels", ())),
                "smart": tuple(SmartMark(mark) if mark else None for mark in item.get("smart", ())),
            }
        )

    def _milestone(self, goal: str, number: int, item: Fields) -> Milestone:
        return Milestone(
            id=MilestoneId(self._id("milestone", f"{goal}/{number}")),
            status=MilestoneStatus(item.get("status", "reached" if "reached_on" in item else "pending")),
            **self._plain({name: value for name, value in item.items() if name != "status"}),
        )

    def _topic(self, number: int, item: Fields) -> Topic:
        status = TopicStatus(item.get("status", "open"))
        return Topic(
            **{"order": number, **self._plain(item), "id": self._id("topic", number), "status": status}
        )

    def _rating(self, number: int, item: Fields) -> Rating:
        found = self._plain(item)
        sheet = next(one for one in built_in(self._role) if one.id == found.pop("sheet"))
        return Rating(
            **{
                **found,
                "id": self._id("rating", number),
                "instrument_id": sheet.id,
                "name": sheet.name,
                "items": sheet.items,
                "scale": sheet.scale,
                "values": tuple(item["values"]),
                "then_values": tuple(item.get("then_values", ())),
            }
        )

    def _action(self, number: int, item: Fields) -> Action:
        status = ActionStatus(item.get("status", "open"))
        return Action(**{**self._plain(item), "id": self._id("action", number), "status": status})

    def _reflection(self, item: Fields) -> Reflection:
        return Reflection(
            **{
                **self._plain(item),
                "id": self._id("reflection", item["key"]),
                "text": _document(item.get("text", "")),
                "tags": tuple(item.get("tags", ())),
                "answers": tuple(self._answer(item["framework_id"], a) for a in item.get("answers", ())),
            }
        )

    def _answer(self, framework_id: str, item: Fields) -> Answer:
        """An answer to the question that the content pack asks this role; *ask* is its number from 1."""
        pack = prompt_set(framework_id)
        if pack is None:
            raise KeyError(framework_id)
        step = next(step for step in pack.steps if step.id == item["step"])
        question = step.questions(self._role)[item.get("ask", 1) - 1]
        return Answer(step_id=step.id, prompt_text=question, text=_document(item["text"]))


def _document(text: str) -> Document:
    return from_markdown(text)
