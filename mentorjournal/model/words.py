"""The field's fixed choices. Their values reach the disk and never change; their labels are for people.

Terms and lifecycles follow the University of Southampton, "What is Mentoring?", and its principles of
mentoring: three kinds of relationship, confidentiality of content and of identity.
"""

from __future__ import annotations

from enum import StrEnum


class Choice(StrEnum):
    """A fixed choice: a lower-case word for the disk and, after it, a label for the screen."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Choice:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class RelationshipType(Choice):
    LONG_TERM_FORMAL = "long_term_formal", "long-term formal"
    ONE_STOP = "one_stop", "one-stop advice"
    INFORMAL = "informal", "informal"


class RelationshipForm(Choice):
    TRADITIONAL = "traditional", "traditional"
    PEER = "peer", "peer"
    REVERSE = "reverse", "reverse"
    RECIPROCAL = "reciprocal", "reciprocal"


class Role(Choice):
    """My own role in the relationship."""

    MENTEE = "mentee", "mentee"
    MENTOR = "mentor", "mentor"
    PEER = "peer", "peer"

    @property
    def partner(self) -> str:
        """What the other person is called: your mentor, your mentee, your peer."""
        return {Role.MENTEE: "mentor", Role.MENTOR: "mentee", Role.PEER: "peer"}[self]


class RelationshipStatus(Choice):
    DRAFT = "draft", "being set up"
    ACTIVE = "active", "active"
    PAUSED = "paused", "paused"
    WINDING_UP = "winding_up", "winding up"
    CLOSED = "closed", "closed"


class Phase(Choice):
    """Where the relationship stands (Clutterbuck's five phases); suggested by rule, set by the writer."""

    RAPPORT_BUILDING = "rapport_building", "building rapport"
    DIRECTION_SETTING = "direction_setting", "setting direction"
    PROGRESS_MAKING = "progress_making", "making progress"
    WINDING_UP = "winding_up", "winding up"
    MOVING_ON = "moving_on", "moving on"
    NOT_TRACKED = "not_tracked", "not tracked"


class Training(Choice):
    """Whether somebody was trained for mentoring: strongly advised for both, never a gate."""

    YES = "yes", "yes"
    NO = "no", "no"
    UNKNOWN = "unknown", "not known"


class SessionKind(Choice):
    FIRST = "first", "first session"
    REGULAR = "regular", "regular session"
    MID_TERM_REVIEW = "mid_term_review", "mid-term review"
    ENDING_REVIEW = "ending_review", "ending review"
    ONE_STOP = "one_stop", "one-stop advice"
    CONTACT = "contact", "contact between sessions"


class SessionStatus(Choice):
    PLANNED = "planned", "planned"
    HELD = "held", "held"
    POSTPONED = "postponed", "postponed"
    CANCELLED_BY_ME = "cancelled_by_me", "cancelled by me"
    CANCELLED_BY_PARTNER = "cancelled_by_partner", "cancelled by my partner"
    MISSED = "missed", "missed"


class HelpWanted(Choice):
    """The kind of help that a mentee wants from a conversation."""

    SOUNDING_BOARD = "sounding_board", "a sounding board"
    CHALLENGE = "challenge", "a challenge"
    INFORMATION = "information", "information"
    WITNESS = "witness", "a witness"


class Airtime(Choice):
    """Who talked most."""

    MOSTLY_ME = "mostly_me", "mostly me"
    EVEN = "even", "about even"
    MOSTLY_PARTNER = "mostly_partner", "mostly my partner"


class TopicSource(Choice):
    MINE = "mine", "mine"
    PARTNER = "partner", "my partner's"
    CARRIED_OVER = "carried_over", "carried over"
    INBOX = "inbox", "from the inbox"
    SUGGESTED = "suggested", "suggested"


class TopicStatus(Choice):
    OPEN = "open", "open"
    DISCUSSED = "discussed", "discussed"
    CARRIED = "carried", "carried over"
    PARKED = "parked", "parked"
    DROPPED = "dropped", "dropped"

    @property
    def is_open(self) -> bool:
        """Still to be talked about."""
        return self in (TopicStatus.OPEN, TopicStatus.CARRIED)


class Mode(Choice):
    IN_PERSON = "in_person", "in person"
    VIDEO = "video", "video"
    PHONE = "phone", "phone"
    WALKING = "walking", "walking"
    WRITTEN = "written", "in writing"
    OTHER = "other", "other"


class Visibility(Choice):
    """What may happen to a piece of writing. Everything begins private."""

    PRIVATE = "private", "private"
    PARTNER_OK = "partner_ok", "may be shown to the partner"
    SUMMARY_OK = "summary_ok", "may appear in a summary"
    NEVER_EXPORT = "never_export", "never leaves"


class Attribution(Choice):
    """Who said it. One's own learning may travel; the partner's words may not."""

    MINE = "mine", "mine"
    PARTNER_SAID = "partner_said", "partner said"
    AGREED_TOGETHER = "agreed_together", "agreed together"
    THIRD_PARTY = "third_party", "third party"


class Section(Choice):
    """Where a note block of a session belongs."""

    SINCE_LAST_TIME = "since_last_time", "Since last time"
    DISCUSSED = "discussed", "What we discussed"
    INSIGHT = "insight", "Insight"
    THEIR_WORDS = "their_words", "Their words"
    ADVICE_GIVEN = "advice_given", "Advice I gave"
    ADVICE_RECEIVED = "advice_received", "Advice I received"
    QUESTION_TO_RETURN_TO = "question_to_return_to", "Question to return to"
    FEEDBACK = "feedback", "Feedback"
    FREE = "free", "Notes"

    @property
    def default_attribution(self) -> Attribution:
        if self in (Section.THEIR_WORDS, Section.ADVICE_RECEIVED):
            return Attribution.PARTNER_SAID
        return Attribution.MINE

    @property
    def default_visibility(self) -> Visibility:
        return Visibility.NEVER_EXPORT if self is Section.THEIR_WORDS else Visibility.PRIVATE


class GoalStatus(Choice):
    IDEA = "idea", "idea"
    AGREED = "agreed", "agreed"
    IN_PROGRESS = "in_progress", "in progress"
    ACHIEVED = "achieved", "achieved"
    PARTLY_ACHIEVED = "partly_achieved", "partly achieved"
    CHANGED = "changed", "changed"
    LET_GO = "let_go", "let go"
    ON_HOLD = "on_hold", "on hold"

    @property
    def is_active(self) -> bool:
        """Counts among the one to three goals that are worked on at a time."""
        return self in (GoalStatus.AGREED, GoalStatus.IN_PROGRESS)


class GoalHorizon(Choice):
    SHORT = "short", "within 3 months"
    MEDIUM = "medium", "within a year"
    LONG = "long", "longer than a year"


class MeasureKind(Choice):
    YES_NO = "yes_no", "yes or no"
    PERCENT = "percent", "percent"
    SCALE_0_10 = "scale_0_10", "0 to 10"
    GAS = "gas", "goal attainment scale"
    METRIC = "metric", "number with a unit"
    MILESTONES = "milestones", "milestones"
    NONE = "none", "not measured"


class MilestoneStatus(Choice):
    PENDING = "pending", "to come"
    REACHED = "reached", "reached"
    SKIPPED = "skipped", "skipped"


class SmartMark(Choice):
    """What the writer says of a goal to one of the five SMART questions."""

    YES = "yes", "yes"
    NO = "no", "not yet"
    NOT_APPLICABLE = "na", "does not apply"


class RatingScale(Choice):
    ZERO_TO_TEN = "0_10", "0 to 10"
    ONE_TO_FIVE = "1_5", "1 to 5"
    GAS = "gas", "-2 to +2"

    @property
    def range(self) -> tuple[int, int]:
        """The lowest and the highest value."""
        return {"0_10": (0, 10), "1_5": (1, 5), "gas": (-2, 2)}[self.value]


class Whose(Choice):
    """Whose goal it is."""

    MENTEE = "mentee", "the mentee's"
    MINE_AS_MENTOR = "mine_as_mentor", "my own, as mentor"


class CheckedBy(Choice):
    ME = "me", "by me"
    AGREED_TOGETHER = "agreed_together", "agreed together"


class Turn(Choice):
    """Whose half of a peers' session it was: who did the thinking, and was the mentee."""

    MINE = "mine", "my turn"
    PARTNER = "partner", "my peer’s turn"


class ActionOwner(Choice):
    ME = "me", "me"
    PARTNER = "partner", "partner"
    BOTH = "both", "both"


class ActionStatus(Choice):
    OPEN = "open", "open"
    DONE = "done", "done"
    PARTLY_DONE = "partly_done", "partly done"
    CARRIED = "carried", "carried over"
    DROPPED = "dropped", "dropped"

    @property
    def is_open(self) -> bool:
        return self in (ActionStatus.OPEN, ActionStatus.CARRIED)


class ReflectionTiming(Choice):
    BEFORE = "before", "before a session"
    AFTER = "after", "after a session"
    BETWEEN = "between", "between sessions"


class Audience(Choice):
    """Who a summary is for."""

    PARTNER = "partner", "partner"
    COORDINATOR_ATTENDANCE = "coordinator-attendance", "coordinator: attendance"
    COORDINATOR_OUTCOMES = "coordinator-outcomes", "coordinator: outcomes"
    LINE_MANAGER = "line-manager", "line manager"
    PORTFOLIO = "portfolio", "own portfolio"


class AgreementState(Choice):
    DRAFT = "draft", "draft"
    AGREED = "agreed", "agreed"
    SUPERSEDED = "superseded", "replaced by a later one"


class Reporting(Choice):
    """What may be reported about the mentoring, to whom it was agreed."""

    NOTHING = "nothing", "nothing"
    ATTENDANCE = "attendance", "that we met, never what was said"
    OUTCOMES = "outcomes", "outcomes and objectives, released by the mentee"


class RetentionRule(Choice):
    """What happens to the notes at the end."""

    DESTROY_AT_CLOSE = "destroy_at_close", "destroyed when it is closed"
    HAND_TO_MENTEE = "hand_to_mentee_then_destroy", "handed to the mentee, then destroyed"
    KEEP_UNTIL = "keep_until_date", "kept until a day, then destroyed"
    KEEP_OWN = "keep_own_record", "kept as my own record"
    ON_HOLD = "on_hold", "on hold: nothing is destroyed"

    @property
    def destroys(self) -> bool:
        return self in (
            RetentionRule.DESTROY_AT_CLOSE,
            RetentionRule.HAND_TO_MENTEE,
            RetentionRule.KEEP_UNTIL,
        )


class EndReason(Choice):
    """How a relationship ended. None of them says whose fault: nobody owes a reason."""

    COMPLETED = "completed", "completed as planned"
    GOALS_MET = "goals_met", "the goals are met"
    TIME_ENDED = "time_ended", "the time is over"
    MUTUAL_NO_FAULT = "mutual_no_fault", "both of us chose to end it"
    MENTEE_ENDED = "mentee_ended", "the mentee ended it"
    MENTOR_ENDED = "mentor_ended", "the mentor ended it"
    CIRCUMSTANCES = "circumstances", "circumstances changed"
    PROGRAMME_ENDED = "programme_ended", "the programme ended"
    HANDED_ON = "handed_on", "handed on to somebody else"


class ReviewKind(Choice):
    AGREEMENT_CHECK = "agreement_check", "agreement check"
    MID_TERM = "mid_term", "mid-term review"
    ENDING = "ending", "ending review"
    FOLLOW_UP = "follow_up", "follow-up"


class PracticeKind(Choice):
    """What hours of a mentor's practice were spent on."""

    MENTORING = "mentoring", "mentoring"
    PREPARATION = "preparation", "preparation"
    SUPERVISION = "supervision", "supervision"
    CPD = "cpd", "professional development"
    TRAINING = "training", "training"


class EntryKind(Choice):
    """The kinds of writing that a journal holds and a search can find."""

    REFLECTION = "reflection", "Reflection"
    SESSION = "session", "Session"
    GOAL = "goal", "Goal"
    ACTION = "action", "Action"
    LEARNING = "learning", "Learning point"
    TOPIC = "topic", "Topic"
    RATING = "rating", "Rating"
    AGREEMENT = "agreement", "Agreement"
    REVIEW = "review", "Review"
    RELATIONSHIP = "relationship", "About this relationship"
