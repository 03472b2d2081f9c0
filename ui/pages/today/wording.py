"""The words of Today: what each line says, what its act is called, and days as people say them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from mentorjournal.guidance.checkpoints import Checkpoint
from mentorjournal.guidance.discreet import veils
from mentorjournal.guidance.today import Back, Conversation, Due, Look, ToWrite, Worth
from mentorjournal.model.session import SessionGlance
from mentorjournal.model.words import RelationshipType, Role, SessionKind
from ui.pages.today.contract import Line

DOT = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """A line as it is read. *asks* is what its act wants to know first; *late* how long it is
    overdue, *later* the word for leaving it for now, or for the other answer."""

    main: str
    about: str
    act: str
    late: str = ""
    asks: str = ""
    holds: str = ""
    later: str = ""
    private: bool = False
    """Whether *main* is hidden while the view is discreet."""
    hides: str = ""
    """What of *about* is hidden as well."""


class Wording(QObject):
    def question(self, role: Role | None) -> str:
        return (
            {
                Role.MENTEE: self.tr("What do I want from the next conversation?"),
                Role.MENTOR: self.tr("Where did we leave it, and what did I promise?"),
                Role.PEER: self.tr("Whose turn, and what is owed?"),
            }.get(role, self.tr("What is next?"))
            if role is not None
            else self.tr("What is next?")
        )

    def line(self, line: Line, today: date) -> Worded:
        match line:
            case Conversation():
                return self._conversation(line, today)
            case Due():
                return self._due(line, today)
            case ToWrite():
                return Worded(
                    main=self.tr("{codename}: {day}").format(
                        codename=line.of.codename, day=self.day(line.session.day, today)
                    ),
                    about=self._kind(line.session),
                    hides=line.session.title,
                    act=self.tr("Write the after-note"),
                )
            case Back():
                return self._back(line, today)
            case Look():
                return self._look(line)

    def _conversation(self, line: Conversation, today: date) -> Worded:
        session = line.session
        when = self.day(session.day, today)
        if session.at is not None:
            when = self.tr("{day} at {time}").format(day=when, time=clock_words(session.at))
        main = self.tr("{codename}: {when}").format(codename=line.of.codename, when=when)
        if line.is_over:
            return Worded(main=main, about=self.tr("Did it take place?"), act=self.tr("It took place"))
        about = self._kind(session)
        return Worded(main=main, about=about, act=self.tr("Prepare"), hides=session.title)

    def _due(self, line: Due, today: date) -> Worded:
        action = line.action
        due = action.due_on or today
        late = when = ""
        if due < today:
            late = self.tr("overdue since {day}").format(day=self.day(due, today))
        elif due == today:
            when = self.tr("due today")
        else:
            when = self.tr("due {day}").format(day=self.day(due, today))
        promised = self.tr("promised") if action.is_promise else ""
        about = DOT.join(part for part in (line.of.codename, promised, when) if part)
        return Worded(
            main=action.text,
            about=about,
            act=self.tr("Done"),
            private=veils(action.visibility),
            late=late,
            asks=self.tr("What came of it?"),
            holds=self.tr("One line; may be left empty"),
        )

    def _back(self, line: Back, today: date) -> Worded:
        reflection = line.reflection
        main = reflection.title or reflection.opening or self.tr("A reflection")
        written = self.tr("written {day}").format(day=self.day(reflection.day, today))
        return Worded(
            main=main,
            private=True,
            about=DOT.join((line.of.codename, written)),
            act=self.tr("Write beside it"),
            later=self.tr("Not now"),
        )

    def _look(self, line: Look) -> Worded:
        name, tr = line.of.codename, self.tr
        if line.worth is Worth.TOPIC:
            about = tr("carried over {count} times").format(count=line.carried)
            return Worded(main=line.text, about=DOT.join((name, about)), act=tr("Park it"), private=True)
        main, about, act = self._looks(line)[line.worth]
        return Worded(
            main=main.format(codename=name, days=line.days, weeks=line.days // 7),
            about=about,
            act=act or tr("Plan"),
            asks="" if act else tr("When?"),
            holds="" if act else tr("Such as Thursday, in 2 weeks, 3 Dec"),
            later=tr("Close") if line.worth is Checkpoint.STILL_USEFUL else tr("Not now"),
        )

    def _looks(self, line: Look) -> dict[Checkpoint | Worth, tuple[str, str, str]]:
        """What each says, why, and its act; without one it asks for a day to meet."""
        tr, why = self.tr, line.reason
        drift = tr("{codename}: not met for {weeks} weeks. Plan the next conversation?")
        if line.days < 14:
            drift = tr("{codename}: not met for {days} days. Plan the next conversation?")
        agree = tr("{codename}: set up the agreement?"), why
        if line.kind is RelationshipType.INFORMAL:
            once = tr("A few lines on what you expect of each other. You are asked this once.")
            agree = tr("{codename}: would a short agreement help?"), once
        of_agreement = tr("{codename}: look at the agreement together?"), why, tr("Review")
        return {
            Worth.DRIFT: (drift, "", ""),
            Checkpoint.WINDING_UP: (tr("{codename}: the end is near. Plan the last conversation?"), why, ""),
            Checkpoint.ONE_STOP_FOLLOW_UP: (
                tr("{codename}: what came of it? Plan a word about it?"),
                why,
                "",
            ),
            Checkpoint.STILL_USEFUL: (
                tr("{codename}: still useful to both of you?"),
                tr("A year has passed."),
                tr("Yes, go on"),
            ),
            Checkpoint.AGREE: (*agree, tr("Set it up")),
            Checkpoint.AGREEMENT_CHECK: of_agreement,
            Checkpoint.AGREEMENT_REVIEW: of_agreement,
            Checkpoint.MID_TERM: (tr("{codename}: about half-way. Review it together?"), why, tr("Review")),
            Checkpoint.ENDING: (tr("{codename}: look back on it together?"), why, tr("Review")),
            Checkpoint.FOLLOW_UP: (tr("{codename}: look back once more?"), why, tr("Review")),
            Checkpoint.CLOSE: (tr("{codename}: close it well?"), why, tr("Close")),
            Checkpoint.NOTES_DUE: (tr("{codename}: what happens to its notes now?"), why, tr("Settle")),
        }

    def _kind(self, session: SessionGlance) -> str:
        kind = "" if session.kind is SessionKind.REGULAR else session.kind.label.capitalize()
        return DOT.join(part for part in (kind, session.title) if part)

    def day(self, day: date, today: date) -> str:
        """A day as people say it: today, tomorrow, Thu 3 Dec, and with its year where it is another."""
        near = {0: self.tr("today"), 1: self.tr("tomorrow"), -1: self.tr("yesterday")}
        words = near.get((day - today).days)
        if words is not None:
            return words
        pattern = "ddd d MMM" if day.year == today.year else "d MMM yyyy"
        return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def clock_words(at: time) -> str:
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def long_day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
