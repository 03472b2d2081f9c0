"""One mentoring relationship: what one journal is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from mentorjournal.errors import InvalidInput
from mentorjournal.model.words import (
    Mode,
    Phase,
    RelationshipForm,
    RelationshipStatus,
    RelationshipType,
    Role,
    Training,
)

LONGEST_CODENAME = 40
LONGEST_PURPOSE = 500
LONGEST_TOPIC = 200
LONGEST_QUESTION = 500
LONGEST_CONFLICT = 1000
LONGEST_TRAINING = 200
MOST_SIGNPOSTS = 30
MOST_SESSIONS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """The agreed level of commitment. *interval_days* and *sessions_planned* are None where not agreed."""

    sessions_planned: int | None = None
    interval_days: int | None = None
    minutes: int = 60
    mode: Mode = Mode.IN_PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The scheme that a formal relationship belongs to."""

    name: str = ""
    coordinator_name: str = ""
    coordinator_contact: str = ""
    scheme_rules: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Signpost:
    """Where to refer on, for what is beyond mentoring."""

    what_for: str
    service: str = ""
    contact: str = ""

    def __repr__(self) -> str:
        return "Signpost()"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Relationship:
    """Exactly one stands in each journal. Only the codename is shown outside the opened journal."""

    codename: str
    my_role: Role
    type: RelationshipType
    form: RelationshipForm = RelationshipForm.TRADITIONAL
    status: RelationshipStatus = RelationshipStatus.ACTIVE
    my_display_name: str = ""
    partner_display_name: str = ""
    partner_role_title: str = ""
    partner_organisation: str = ""
    partner_contact: str = ""
    purpose: str = ""
    specialist_topic: str = ""
    programme: Programme = field(default_factory=Programme)
    started_on: date | None = None
    planned_end_on: date | None = None
    ended_on: date | None = None
    commitment: Commitment = field(default_factory=Commitment)
    my_training: Training = Training.UNKNOWN
    partner_training: Training = Training.UNKNOWN
    my_training_on: date | None = None
    my_training_title: str = ""
    partner_training_on: date | None = None
    partner_training_title: str = ""
    phase: Phase = Phase.NOT_TRACKED
    question: str = ""
    """Of one-stop advice: the one question, as it would be asked."""
    follow_up_on: date | None = None
    """Of one-stop advice: when to ask what came of it."""
    conflict_declared: str = ""
    signposts: tuple[Signpost, ...] = ()

    def __repr__(self) -> str:
        return f"Relationship({self.type.value}, {self.my_role.value})"


def check_codename(codename: str) -> str:
    """The codename without needless space. Raises InvalidInput when it is empty, too long or not one line."""
    clean = " ".join(codename.split())
    if not clean:
        raise InvalidInput("The journal needs a codename: a neutral word, such as a bird or a tree.")
    if len(clean) > LONGEST_CODENAME:
        raise InvalidInput(f"The codename is too long. Use at most {LONGEST_CODENAME} characters.")
    if not clean.isprintable():
        raise InvalidInput("The codename holds characters that cannot be shown. Use letters and digits.")
    return clean


def checked(relationship: Relationship) -> Relationship:
    """The relationship, proved whole. Raises InvalidInput naming the first field that cannot stay so."""
    check_codename(relationship.codename)
    if len(relationship.purpose) > LONGEST_PURPOSE:
        raise InvalidInput(f"The purpose is too long. Use at most {LONGEST_PURPOSE} characters.")
    if len(relationship.specialist_topic) > LONGEST_TOPIC:
        raise InvalidInput(f"The topic is too long. Use at most {LONGEST_TOPIC} characters.")
    if len(relationship.question) > LONGEST_QUESTION:
        raise InvalidInput(f"The question is too long. Use at most {LONGEST_QUESTION} characters.")
    if len(relationship.conflict_declared) > LONGEST_CONFLICT:
        raise InvalidInput(f"“Other hats” is too long. Use at most {LONGEST_CONFLICT} characters.")
    if max(len(relationship.my_training_title), len(relationship.partner_training_title)) > LONGEST_TRAINING:
        raise InvalidInput(
            f"The name of the training is too long. Use at most {LONGEST_TRAINING} characters."
        )
    if len(relationship.signposts) > MOST_SIGNPOSTS:
        raise InvalidInput(f"Keep at most {MOST_SIGNPOSTS} places to refer on to.")
    if relationship.type is RelationshipType.ONE_STOP and not relationship.specialist_topic.strip():
        raise InvalidInput("One-stop advice needs a topic: what is the one thing you want to talk about?")
    planned = relationship.commitment.sessions_planned
    if planned is not None and not 1 <= planned <= MOST_SESSIONS:
        raise InvalidInput(f"Plan between 1 and {MOST_SESSIONS} sessions, or leave the number open.")
    interval = relationship.commitment.interval_days
    if interval is not None and interval < 1:
        raise InvalidInput("The days between sessions must be 1 or more, or left open.")
    if not 1 <= relationship.commitment.minutes <= 24 * 60:
        raise InvalidInput("The length of a session must be between 1 minute and 24 hours.")
    start, end = relationship.started_on, relationship.planned_end_on
    if start and end and end < start:
        raise InvalidInput("The planned end lies before the start. Change one of the two dates.")
    return relationship


def usual_end(start: date) -> date:
    """Twelve months after *start*: most relationships do not extend beyond a year (Southampton)."""
    try:
        return start.replace(year=start.year + 1)
    except ValueError:  # 29 February, or the last year a date can have
        return date(start.year + 1, 2, 28) if start.year < date.max.year else date.max


def opening_status(kind: RelationshipType) -> RelationshipStatus:
    """Informal journals open active; the others begin as drafts until they are under way."""
    return RelationshipStatus.ACTIVE if kind is RelationshipType.INFORMAL else RelationshipStatus.DRAFT
