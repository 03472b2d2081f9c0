"""The index of goals: in which chapters each of them occurs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mentorjournal.book.goals import goal_key
from mentorjournal.book.meetings import actions_key, goals_key, topics_key
from mentorjournal.book.near import Near
from mentorjournal.book.order import Between, Stretch, title_between, title_of
from mentorjournal.book.records import ACTIONS_KEY
from mentorjournal.model.bound import Index, IndexEntry, IndexPlace
from mentorjournal.model.ids import EntryId
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import Session


def goal_index(near: Near, order: Sequence[Stretch]) -> Index:
    """Every goal of the book by its title, with its own story first and then the places in their order."""
    places: defaultdict[EntryId, list[IndexPlace]] = defaultdict(list)
    for goal in near.book.goals:
        places[goal.id].append(IndexPlace("Its story", goal_key(goal)))
    for stretch in order:
        for id, place in _in_stretch(stretch, near):
            if near.goal_title(id) and place not in places[id]:
                places[id].append(place)
    for action in near.book.actions:
        outside = near.session(action.session_id) is None
        place = IndexPlace("Actions", ACTIONS_KEY)
        if (
            outside
            and action.goal_id
            and near.goal_title(action.goal_id)
            and place not in places[action.goal_id]
        ):
            places[action.goal_id].append(place)
    goals = sorted(near.book.goals, key=lambda goal: goal.title.casefold())
    return Index(tuple(IndexEntry(goal.title, tuple(places[goal.id])) for goal in goals))


def _in_stretch(stretch: Stretch, near: Near) -> Iterator[tuple[EntryId, IndexPlace]]:
    if isinstance(stretch, Between):
        for entry in stretch.entries:
            if isinstance(entry, Session):
                yield from _in_session(entry, "A contact", near)
            elif entry.goal_id:
                yield entry.goal_id, _reflection(entry, title_between(stretch))
        return
    yield from _in_session(stretch.session, title_of(stretch.session), near)
    for reflection in stretch.reflections:
        if reflection.goal_id:
            yield reflection.goal_id, _reflection(reflection, title_of(stretch.session))


def _in_session(session: Session, title: str, near: Near) -> Iterator[tuple[EntryId, IndexPlace]]:
    for topic in near.topics(session.id):
        if topic.goal_id:
            yield topic.goal_id, IndexPlace(f"{title}, a topic", topics_key(session))
    for goal, _ in near.looked_at(session.id):
        yield goal.id, IndexPlace(f"{title}, looked at", goals_key(session))
    for action in near.actions(session.id):
        if action.goal_id:
            yield action.goal_id, IndexPlace(f"{title}, an action", actions_key(session))


def _reflection(one: Reflection, where: str) -> IndexPlace:
    name = f"“{one.title.strip()}”" if one.title.strip() else "a reflection"
    return IndexPlace(f"{where}, {name}", one.id)
