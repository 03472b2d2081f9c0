"""A suggested agenda for a session, by its kind and the kind of relationship. The writer changes it at will.

The order of a regular session follows Brookes; the first agenda puts confidentiality before anything else.
"""

from __future__ import annotations

from dataclasses import replace

from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.order import GAP
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import RelationshipType, SessionKind, TopicSource

Points = tuple[tuple[str, int], ...]
"""What to talk about, and the minutes meant for it."""

FIRST_FORMAL: Points = (
    ("Arrive and introduce ourselves: career stories, and what matters outside work if wanted", 12),
    ("What mentoring is and is not for us; training and earlier experience", 6),
    ("Hopes and worries, from both of us", 8),
    ("Our agreement, clause by clause: confidentiality, its limits and our notes first", 15),
    ("The mentee's picture of a good year; first one to three goals, roughly", 10),
    ("How we work best: style, challenge, silence, contact between meetings", 4),
    ("One small action each; the next date, and who books", 3),
    ("How was this meeting for each of us?", 2),
)
FIRST_INFORMAL: Points = (
    ("Arrive and introduce ourselves", 10),
    ("Hopes and worries, from both of us", 8),
    ("What stays between us, when that ends, and what happens to notes", 7),
    ("One topic to begin with", 15),
    ("Next step", 5),
)
ONE_STOP: Points = (
    ("Confidentiality, and the time we have", 2),
    ("The question", 3),
    ("The story so far", 6),
    ("Thinking together", 14),
    ("Next step, and when to report back", 5),
)
REGULAR: Points = (
    ("Check-in", 5),
    ("Since last time: actions, and what was learnt", 10),
    ("Today's topic and the wanted outcome", 5),
    ("Work on it", 25),
    ("What is taken away; actions, owner, date", 8),
    ("How are we working?", 4),
    ("Next date", 3),
)
MID_TERM: Points = (
    ("The facts: sessions, actions and goals so far", 5),
    ("What has been most useful, and what is missing", 10),
    ("Are the goals still right: keep, change, let go, add?", 15),
    ("More of, less of, from each of us", 10),
    ("Is our agreement being kept: time, preparation, confidentiality?", 5),
    ("What we want from the second half", 10),
    ("Decide: changes, rhythm, date of the next review", 5),
)
ENDING: Points = (
    ("What we set out to do, and what happened", 10),
    ("What was learnt that nobody set out to learn", 10),
    ("Which moment changed something", 5),
    ("What is unfinished, and where it goes now", 10),
    ("Thanks, precisely; and what to do differently next time", 10),
    ("What happens to our notes", 5),
    ("What our relationship is from here", 10),
)


def agenda_for(kind: SessionKind, type: RelationshipType) -> Points:
    """The points for a session of this kind; a contact has none."""
    match kind:
        case SessionKind.CONTACT:
            return ()
        case SessionKind.FIRST if type is RelationshipType.INFORMAL:
            return FIRST_INFORMAL
        case SessionKind.FIRST if type is RelationshipType.LONG_TERM_FORMAL:
            return FIRST_FORMAL
        case SessionKind.MID_TERM_REVIEW:
            return MID_TERM
        case SessionKind.ENDING_REVIEW:
            return ENDING
        case SessionKind.ONE_STOP:
            return ONE_STOP
    return ONE_STOP if type is RelationshipType.ONE_STOP else REGULAR


def suggest_agenda(journal: Journal, session: EntryId) -> Change:
    """Put the suggested points on the session's agenda, after what stands there, as one act. A point that
    stands there already is not put there twice.
    """
    kind, about = journal.sessions.get(session).kind, journal.relationship()
    there = journal.topics.of_session(session)
    texts = {topic.text for topic in there}
    place = max((topic.order for topic in there), default=-1) + GAP
    with journal.together():
        changes = [
            journal.topics.add(
                Topic(
                    id=new_entry_id(),
                    day=journal.today(),
                    text=text,
                    source=TopicSource.SUGGESTED,
                    session_id=session,
                    order=place + GAP * number,
                    minutes=minutes,
                )
            )
            for number, (text, minutes) in enumerate(agenda_for(kind, about.type))
            if text not in texts
        ]
    change = journal.as_one("Suggest an agenda", changes)
    return replace(change, touched=change.touched | {session})
