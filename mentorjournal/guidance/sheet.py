"""The preparation sheet of a mentee, and of a peer for their own half: what I want from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.guidance.brief_lines import Block, BlockKey, Line, block
from mentorjournal.guidance.brief_rules import action_line, closed_line, goal_line, most_urgent_first
from mentorjournal.guidance.material import Material, Strip
from mentorjournal.guidance.said import raised
from mentorjournal.model.words import ActionOwner, HelpWanted, RelationshipType, Role, Visibility

MOST_ACTIONS = 8
MOST_GOALS = 4


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sheet:
    """*blocks* are what the journal knows: my actions since last time, my goals. The rest is what was
    written for this session. Mood is not here: it never leaves the journal, not even on one's own paper.
    """

    role: Role
    strip: Strip
    desired_outcome: str
    help_wanted: tuple[HelpWanted, ...]
    topics: tuple[Line, ...]
    blocks: tuple[Block, ...]
    since: str
    avoiding: str
    not_raising: str
    questions: str
    topic: str = ""
    """Of one-stop advice, like the question: what it is about."""
    question: str = ""
    turns: str = ""
    """Among peers: how evenly the last meetings were shared, and who might begin."""

    def __repr__(self) -> str:
        return f"Sheet({len(self.blocks)} blocks)"


def sheet_of(m: Material) -> Sheet:
    """The sheet of a mentee, or of a peer who brings the topic."""
    session, prepared = m.session, m.session.preparation
    made = (my_actions(m), my_goals(m))
    about = m.relationship
    one_stop = about.type is RelationshipType.ONE_STOP
    return Sheet(
        role=m.relationship.my_role,
        strip=m.strip(),
        desired_outcome=m.unnamed(session.desired_outcome),
        help_wanted=prepared.help_wanted,
        topics=tuple(m.without_names(line) for line in _topics(m)),
        blocks=tuple(m.block_without_names(block) for block in made if block.lines),
        since=m.unnamed(prepared.since),
        avoiding=m.unnamed(prepared.avoiding),
        not_raising=m.unnamed(prepared.not_raising),
        questions=m.unnamed(prepared.questions),
        topic=m.unnamed(about.specialist_topic) if one_stop else "",
        question=m.unnamed(about.question) if one_stop else "",
        turns=m.turns(),
    )


def my_actions(m: Material) -> Block:
    """What I said I would do: what is open, then what was closed since the last meeting."""
    since = m.last.day if m.last else date.min
    mine = [action for action in m.actions if action.owner is not ActionOwner.PARTNER]
    if m.relationship.my_role is Role.PEER:  # what a peer promised stands in the brief of the other half
        mine = [action for action in mine if not (action.is_promise and action.status.is_open)]
    still = most_urgent_first([a for a in mine if a.status.is_open], m.today)
    closed = [a for a in mine if a.closed_on and a.closed_on >= since]
    lines = [action_line(m, a) for a in still] + [closed_line(m, a) for a in closed]
    return block(BlockKey.MY_ACTIONS, "What I said I would do", lines, MOST_ACTIONS)


def my_goals(m: Material) -> Block:
    mine = [goal_line(m, goal) for goal in m.goals if goal.status.is_active]
    return block(BlockKey.GOALS, "My goals", mine, MOST_GOALS)


def _topics(m: Material) -> list[Line]:
    return [
        Line(
            text=topic.text,
            aside=raised(m.meetings_since(topic.day)) if topic.carried_count else "",
            about=topic.id,
            stays=topic.visibility is Visibility.NEVER_EXPORT,
            may_act=False,
        )
        for topic in m.topics
        if topic.session_id == m.session.id and topic.status.is_open
    ]
