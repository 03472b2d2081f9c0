"""Sessions: meetings planned, held, put off, and the notes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from mentorjournal.errors import InvalidInput, NotFound
from mentorjournal.journal import parts, words
from mentorjournal.journal.noun import Book, Noun
from mentorjournal.journal.text import LONGEST_FIELD, LONGEST_TITLE, at_most, few_lines, one_line
from mentorjournal.model.change import Change
from mentorjournal.model.ids import BlockId, EntryId
from mentorjournal.model.session import (
    AdviceOutcome,
    AfterNote,
    NoteBlock,
    Preparation,
    Session,
    SessionGlance,
    Tally,
)
from mentorjournal.model.words import (
    Airtime,
    Attribution,
    EntryKind,
    HelpWanted,
    Section,
    SessionKind,
    SessionStatus,
    Visibility,
)
from mentorjournal.storage import sessions

NOT_PREPARED = Preparation()


def checked(value: Session) -> Session:
    if not 0 <= value.minutes <= 24 * 60:
        raise InvalidInput("The length of a session is between 0 minutes and 24 hours.")
    for block in value.blocks:
        if block.section is Section.THEIR_WORDS and (
            block.attribution is not Attribution.PARTNER_SAID
            or block.visibility is not Visibility.NEVER_EXPORT
        ):
            raise InvalidInput("Their words are always what the partner said and never leave the journal.")
    for mark in (value.mood_before, value.mood_after, value.usefulness):
        if mark is not None and not 0 <= mark <= 10:
            raise InvalidInput("Mood and usefulness are from 0 to 10.")
    for minutes in (value.my_turn_minutes, value.partner_turn_minutes):
        if minutes is not None and not 0 <= minutes <= 24 * 60:
            raise InvalidInput("A turn takes between 0 minutes and 24 hours.")
    prepared, after = value.preparation, value.after_note
    return replace(
        value,
        title=at_most(one_line(value.title), LONGEST_TITLE, "The title"),
        place=at_most(one_line(value.place), LONGEST_TITLE, "The place"),
        intention=at_most(few_lines(value.intention), LONGEST_FIELD, "The intention"),
        desired_outcome=at_most(few_lines(value.desired_outcome), LONGEST_FIELD, "The wanted outcome"),
        preparation=replace(
            prepared,
            help_wanted=tuple(help for help in HelpWanted if help in prepared.help_wanted),
            since=at_most(few_lines(prepared.since), LONGEST_FIELD, "“Since last time”"),
            avoiding=at_most(few_lines(prepared.avoiding), LONGEST_FIELD, "“What I am avoiding”"),
            not_raising=at_most(few_lines(prepared.not_raising), LONGEST_FIELD, "“What I will not raise”"),
            questions=at_most(few_lines(prepared.questions), LONGEST_FIELD, "“Questions to take along”"),
        ),
        after_note=replace(
            after,
            mattered=at_most(few_lines(after.mattered), LONGEST_FIELD, "“What mattered”"),
            stopped_at=at_most(few_lines(after.stopped_at), LONGEST_FIELD, "“Where we stopped”"),
            took_away=at_most(few_lines(after.took_away), LONGEST_FIELD, "“What was taken away”"),
            return_to=at_most(few_lines(after.return_to), LONGEST_FIELD, "“What to return to”"),
        ),
    )


class Sessions(Noun[Session]):
    _book = Book(
        kind=EntryKind.SESSION,
        name="session",
        load=sessions.load,
        all=sessions.all,
        save=sessions.save,
        delete=sessions.delete,
        show=words.shown_session,
        words=words.words_of_session,
        check=checked,
        parts=parts.parts_of_session,
    )
    _remembers = False  # the number is counted

    def write(self, value: Session) -> Change:
        """Replace what the session says of itself and its notes. What was prepared for it and noted after it
        has acts of its own, and stays, so that two pages can write of one session.
        """
        before = self.get(value.id)
        after = replace(
            value,
            intention=before.intention,
            desired_outcome=before.desired_outcome,
            framework_id=before.framework_id,
            preparation=before.preparation,
            mood_before=before.mood_before,
            after_note=before.after_note,
            mood_after=before.mood_after,
            usefulness=before.usefulness,
            airtime=before.airtime,
            my_turn_minutes=before.my_turn_minutes,
            partner_turn_minutes=before.partner_turn_minutes,
        )
        return self._put(after, before, "Edit session")

    def arrange(self, value: Session) -> Change:
        """Replace when, how long, where and how one meets, the kind and the title. What became of the session
        has acts of its own, and stays.
        """
        before = self.get(value.id)
        after = replace(
            before,
            day=value.day,
            at=value.at,
            kind=value.kind,
            minutes=value.minutes,
            mode=value.mode,
            place=value.place,
            title=value.title,
        )
        return self._put(after, before, "Edit session")

    def take_notes(self, id: EntryId, blocks: Sequence[NoteBlock]) -> Change:
        """Replace the notes of the session, and nothing else of it."""
        before = self.get(id)
        return self._put(replace(before, blocks=tuple(blocks)), before, "Edit notes")

    def prepare(
        self,
        id: EntryId,
        *,
        intention: str,
        desired_outcome: str,
        framework_id: str = "",
        preparation: Preparation = NOT_PREPARED,
        mood_before: int | None = None,
    ) -> Change:
        """Replace what was prepared for the session."""
        before = self.get(id)
        after = replace(
            before,
            intention=intention,
            desired_outcome=desired_outcome,
            framework_id=framework_id,
            preparation=preparation,
            mood_before=mood_before,
        )
        return self._put(after, before, "Prepare session")

    def note_after(
        self,
        id: EntryId,
        note: AfterNote,
        *,
        mood_after: int | None = None,
        usefulness: int | None = None,
        airtime: Airtime | None = None,
    ) -> Change:
        """Replace what was noted after the session."""
        before = self.get(id)
        after = replace(
            before, after_note=note, mood_after=mood_after, usefulness=usefulness, airtime=airtime
        )
        return self._put(after, before, "Write after-note")

    def note_turns(self, id: EntryId, mine: int | None, theirs: int | None) -> Change:
        """Say how many minutes each was the mentee, among peers; None where nobody counted."""
        before = self.get(id)
        after = replace(before, my_turn_minutes=mine, partner_turn_minutes=theirs)
        return self._put(after, before, "Note minutes of turns")

    def finish_note(self, id: EntryId, on: date | None) -> Change:
        """Say that the after-note is written, or waved through; None asks for it again."""
        before = self.get(id)
        after = replace(before, after_note=replace(before.after_note, written_on=on))
        return self._put(after, before, "Finish after-note" if on else "Ask for the after-note again")

    def note_outcome(self, id: EntryId, block: BlockId, outcome: AdviceOutcome | None) -> Change:
        """Say what became of the advice in one of the session's notes. Raises NotFound when it is gone."""
        before = self.get(id)
        if all(one.id != block for one in before.blocks):
            raise NotFound
        blocks = tuple(replace(one, outcome=outcome) if one.id == block else one for one in before.blocks)
        return self._put(replace(before, blocks=blocks), before, "Note what became of advice")

    def hold(self, id: EntryId) -> Change:
        """Say that the session took place; it is numbered from now on. Raises InvalidInput before its day."""
        if self.get(id).day > self._today():
            raise InvalidInput("The day of this session is still to come. Change its day if you met already.")
        return self._settle(id, SessionStatus.HELD, "Mark session held")

    def settle(self, id: EntryId, status: SessionStatus) -> Change:
        """Say what became of the session: held, postponed, cancelled or missed."""
        return self._settle(id, status, f"Mark session {status.label}")

    def days_held(self) -> list[date]:
        """The days of the held sessions, earliest first, contacts between sessions left out."""
        return sessions.days_held(self._db)

    def coming(self) -> Session | None:
        """The next planned session, today included, contacts left out."""
        planned = (
            session
            for session in self.facts()
            if session.status is SessionStatus.PLANNED
            and session.kind is not SessionKind.CONTACT
            and session.day >= self._today()
        )
        return next(planned, None)

    def planned(self) -> list[SessionGlance]:
        """The planned sessions at a glance, earliest first, contacts left out."""
        return sessions.planned(self._db)

    def unnoted(self, since: date, until: date) -> list[SessionGlance]:
        """The sessions held between two days that nothing was noted after, earliest first."""
        return sessions.unnoted(self._db, since, until)

    def tally(self) -> Tally:
        """How many were held, and when the last."""
        return sessions.tally(self._db)

    def facts(self) -> list[Session]:
        """Every session without its notes, earliest first: much less to read."""
        return sessions.facts(self._db)

    def notes_before(
        self, id: EntryId, section: Section, limit: int | None = None
    ) -> list[tuple[EntryId, NoteBlock]]:
        """The notes of *section* in the meetings held before this one, newest first, with their session."""
        return sessions.notes_before(self._db, id, section, limit)

    def following(self, id: EntryId) -> Session | None:
        """The next session that is planned after this one, contacts left out."""
        this = self.get(id)
        later = (
            session
            for session in self.facts()
            if session.id != id
            and session.status is SessionStatus.PLANNED
            and session.kind is not SessionKind.CONTACT
            and (session.day, session.at or time.min) >= (this.day, this.at or time.min)
        )
        return next(later, None)

    def _settle(self, id: EntryId, status: SessionStatus, label: str) -> Change:
        before = self.get(id)
        return self._put(replace(before, status=status), before, label)
