"""What could leave a journal for one reader and period: sections of lines, each of which can be left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mentorjournal.model.chart import Chart
from mentorjournal.model.words import Audience, Role


class SectionKey(StrEnum):
    """The sections of the summary, in their order on the page."""

    HEADING = "heading"
    PARTNER = "partner"
    PROGRAMME = "programme"
    MEETINGS = "meetings"
    OBJECTIVES = "objectives"
    PROGRESS = "progress"
    OUTCOMES = "outcomes"
    LEARNING = "learning"
    MY_ACTIONS = "my_actions"
    PARTNER_ACTIONS = "partner_actions"
    SUPPORT = "support"
    ON_TRACK = "on_track"
    TRAINING = "training"
    CONFIDENTIALITY = "confidentiality"
    SIGNATURES = "signatures"

    @property
    def is_content(self) -> bool:
        """Whether it is worth a summary by itself; a heading or a statement alone is not."""
        return self in _CONTENT


_CONTENT = frozenset(
    {
        SectionKey.MEETINGS,
        SectionKey.OBJECTIVES,
        SectionKey.PROGRESS,
        SectionKey.OUTCOMES,
        SectionKey.LEARNING,
        SectionKey.MY_ACTIONS,
        SectionKey.PARTNER_ACTIONS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OfferedLine:
    """One line that may leave. *label* stands before *text*; *about* names the goal it belongs to.

    *id* stays the same from one summary to the next. *chart* is drawn beside it and goes with it.
    *written_here*: the line is empty until it is written for this summary, and leaves only then. *choices*:
    it is one of these, as words. Both are answered by rewording the line.
    """

    id: str
    text: str
    label: str = ""
    ticked: bool = True
    about: str = ""
    done: bool = False
    chart: Chart | None = None
    written_here: bool = False
    choices: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return f"{self.label}: {self.text}" if self.label else self.text

    def __repr__(self) -> str:
        return f"OfferedLine({self.id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedSection:
    key: SectionKey
    title: str
    ticked: bool
    lines: tuple[OfferedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Offer:
    """*needs_consent*: a mentor's summary for a third party waits for the mentee's agreement, which is not
    older than the mentoring that began on *began_on*.
    """

    audience: Audience
    role: Role
    since: date
    until: date
    sections: tuple[OfferedSection, ...]
    needs_consent: bool
    began_on: date | None = None

    def __repr__(self) -> str:
        return f"Offer({self.audience.value})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Chosen:
    """What the person decided, for this summary only.

    Leaving out a goal's own line (“goal.<id>”) leaves out all that belongs to the goal. *kept*: the keys of
    the findings that the person looked at and lets go as they are.
    """

    sections: frozenset[str]
    leave_out: frozenset[str] = frozenset()
    reworded: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"Chosen({len(self.sections)} sections)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The mentee's agreement to a summary for somebody else."""

    given_on: date


def as_offered(offer: Offer) -> Chosen:
    """What is ticked at first. A line that is written here is empty, so it stays until there are words."""
    return Chosen(
        sections=frozenset(section.key.value for section in offer.sections if section.ticked),
        leave_out=frozenset(line.id for s in offer.sections for line in s.lines if not line.ticked),
    )
