"""What the Share page does: choose a reader and a period, tick and reword, look, and save what was seen.

The bytes that are saved are the bytes that were shown; while a newer page is being made, nothing is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mentorjournal import pdf
from mentorjournal.errors import InvalidInput, MentorJournalError, NothingToShare
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.day_words import read_day_words
from mentorjournal.model.export import ExportKind
from mentorjournal.model.words import Audience
from mentorjournal.sharing import summary
from mentorjournal.sharing.facts import source_of
from mentorjournal.sharing.leaving import write_out
from mentorjournal.sharing.offer import Chosen, Consent, Offer, as_offered
from mentorjournal.sharing.wording import day_words
from ui.pages.share.contract import (
    Answer,
    Made,
    OpenJournal,
    Outside,
    Runner,
    ShareDraft,
    ShareView,
)


class SharePresenter:
    def __init__(self, view: ShareView, tasks: Runner, outside: Outside, clock: Clock = system_clock) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._turn = 0
        self._seen = False
        self._open: OpenJournal | None = None
        self._forget()

    def _forget(self) -> None:
        self._draft = ShareDraft()
        self._offer: Offer | None = None
        self._chosen: Chosen | None = None
        self._made: Made | None = None
        self._under_way = False
        self._again = False
        self._stale = False

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._open = journal
        start = journal.relationship.started_on
        today = self._today()
        since = start if start and start <= today else today.replace(month=1, day=1)
        self._draft = ShareDraft(since=day_words(since), until=day_words(today))
        self._view.show_wishes(self._draft, journal.relationship.my_role)
        self._make()

    def flush(self) -> None:
        """A summary is nothing until it is saved; what was decided travels in `place`."""

    def close(self) -> None:
        self._turn += 1
        self._open = None
        self._forget()
        self._view.clear()

    def place(self) -> dict[str, object]:
        draft, chosen = self._draft, self._chosen
        place: dict[str, object] = {
            "audience": draft.audience.value,
            "since": draft.since,
            "until": draft.until,
            "consent": draft.consent,
        }
        if chosen:
            place["sections"] = sorted(chosen.sections)
            place["leave_out"] = sorted(chosen.leave_out)
            place["reworded"] = dict(chosen.reworded)
        return place

    def restore(self, place: dict[str, object]) -> None:
        """Take up the decisions again; the page is made anew from what the journal holds now."""
        if self._open is None:
            return
        audience, sections, leave_out, reworded = (
            place.get(name) for name in ("audience", "sections", "leave_out", "reworded")
        )
        chosen = None
        if isinstance(sections, list) and isinstance(leave_out, list) and isinstance(reworded, Mapping):
            chosen = Chosen(
                sections=frozenset(map(str, sections)),
                leave_out=frozenset(map(str, leave_out)),
                reworded={str(id): str(text) for id, text in reworded.items()},
            )
        self._draft = ShareDraft(
            audience=Audience(str(audience)) if audience in list(Audience) else self._draft.audience,
            since=str(place.get("since") or self._draft.since),
            until=str(place.get("until") or self._draft.until),
            consent=str(place.get("consent") or ""),
            chosen=chosen,
        )
        self._chosen = chosen
        self._view.show_wishes(self._draft, self._open.relationship.my_role)
        self._make()

    def refresh(self, change: Change) -> None:
        """Make the page anew: what was marked or written elsewhere is in it, what was deleted is not."""
        if self._open:
            self._make()

    # What the view asks for

    def seen(self, seen: bool) -> None:
        """Whether the page is on the screen. No page is made for nobody: it would hold up every save."""
        self._seen = seen
        if seen and self._stale:
            self._make()

    def choose_audience(self, audience: Audience) -> None:
        """Another reader: begin with what is ticked for them."""
        if audience is not self._draft.audience:
            reworded = self._chosen.reworded if self._chosen else self._draft.reworded
            self._draft = replace(self._draft, audience=audience, reworded=reworded)
            self._chosen = None
            if self._open:
                self._view.show_wishes(self._draft, self._open.relationship.my_role)
            self._make()

    def choose_period(self, since: str, until: str) -> None:
        if (since, until) != (self._draft.since, self._draft.until):
            self._draft = replace(self._draft, since=since, until=until)
            self._make()

    def choose_consent(self, given_on: str) -> None:
        if given_on != self._draft.consent:
            self._draft = replace(self._draft, consent=given_on)
            self._make()

    def tick_section(self, key: str, on: bool) -> None:
        if self._chosen:
            sections = self._chosen.sections | {key} if on else self._chosen.sections - {key}
            self._choose(replace(self._chosen, sections=sections))

    def tick_line(self, id: str, on: bool) -> None:
        if self._chosen:
            out = self._chosen.leave_out - {id} if on else self._chosen.leave_out | {id}
            self._choose(replace(self._chosen, leave_out=out))

    def reword(self, id: str, text: str) -> None:
        """Say the line otherwise, in this summary only; the original words, or none, take that back."""
        if self._chosen is None or self._offer is None:
            return
        original = next((x.text for s in self._offer.sections for x in s.lines if x.id == id), "")
        reworded = {other: words for other, words in self._chosen.reworded.items() if other != id}
        if text.strip() and text.strip() != original:
            reworded[id] = text.strip()
        self._choose(replace(self._chosen, reworded=reworded))

    def save(self) -> None:
        """Put the page that was shown, byte for byte, where the person says."""
        made, journal = self._made, self._open
        if made is None or not made.may_be_saved or self._under_way or journal is None:
            return
        path = self._outside.choose_save_path(summary.file_name(self._today()))
        if path is None:
            return
        # The dialog asked before replacing the file it named; it never asked about the one we name ourselves.
        asked = path.suffix.lower() == ".pdf"
        target = path if asked else path.with_name(path.name + ".pdf")
        turn = self._turn

        def done(_nothing: None) -> None:
            if turn == self._turn:
                self._view.show_saved(target.name)

        def failed(error: Exception) -> None:
            if turn != self._turn:
                return
            if isinstance(error, MentorJournalError):
                self._view.show_save_problem(str(error))
            else:
                self._outside.problem(error, self.save)

        def work() -> None:
            write_out(journal.journal, ExportKind.SUMMARY, target, made.pdf, replace=asked)

        self._tasks.run(work, done=done, failed=failed)

    # Making the page

    def _choose(self, chosen: Chosen) -> None:
        self._chosen = chosen
        if self._offer:
            self._view.show_offer(self._offer, chosen)
        self._make()

    def _make(self) -> None:
        """Make the page for the latest wishes; wishes that come meanwhile take their turn once."""
        self._made = None
        self._stale = not self._seen
        if self._stale:
            return
        self._view.show_making()
        if self._under_way:
            self._again = True
            return
        if self._open is None:
            return
        self._under_way = True
        journal, turn = self._open.journal, self._turn
        draft = replace(self._draft, chosen=self._chosen)
        today = self._today()

        def done(answer: Answer) -> None:
            if turn != self._turn:
                return
            self._under_way = False
            if self._again:
                self._again = False
                self._make()
            else:
                self._show(answer)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._under_way = self._again = False
                self._outside.problem(error, self._make)

        self._tasks.run(lambda: answer_to(journal, draft, today), done=done, failed=failed)

    def _show(self, answer: Answer) -> None:
        if answer.nothing:
            self._offer = None
            self._view.show_nothing(answer.nothing)
            return
        if answer.offer is not None:
            self._offer, self._chosen = answer.offer, answer.chosen
            self._view.show_offer(answer.offer, answer.chosen)
            given = bool(answer.made and answer.made.may_be_saved)
            self._view.show_consent(answer.offer.needs_consent, given)
        if answer.made:
            self._made = answer.made
            self._view.show_page(answer.made)
        if answer.problem:
            self._view.show_problem(answer.problem)

    def _today(self) -> date:
        return self._clock().date()


def answer_to(journal: Journal, draft: ShareDraft, today: date) -> Answer:
    """Read the journal, offer, compose and set the page. Runs on the vault's thread."""
    try:
        since = _day(draft.since, today, "The first day")
        until = _day(draft.until, today, "The last day")
        offer = summary.offer(source_of(journal), draft.audience, since, until)
    except NothingToShare as error:
        return Answer(nothing=str(error))
    except InvalidInput as error:
        return Answer(problem=str(error))
    chosen = draft.chosen or replace(as_offered(offer), reworded=draft.reworded)
    try:
        given_on = read_day_words(draft.consent, today) if offer.needs_consent else None
        consent = Consent(given_on=given_on) if given_on else None
        # Without the day of the agreement the page can be looked at, but never saved.
        open_offer = offer if consent else replace(offer, needs_consent=False)
        paper = summary.compose(open_offer, chosen, on=today, consent=consent)
    except NothingToShare:
        return Answer(offer=offer, chosen=chosen, problem="Nothing is ticked that says anything by itself.")
    except InvalidInput as error:
        return Answer(offer=offer, chosen=chosen, problem=str(error))
    made = Made(
        pdf=pdf.render(paper),
        leaves=summary.leaves(offer, chosen),
        missing=pdf.missing_characters(paper),
        may_be_saved=consent is not None or not offer.needs_consent,
    )
    return Answer(offer=offer, chosen=chosen, made=made)


def _day(text: str, today: date, what: str) -> date:
    day = read_day_words(text, today)
    if day is None:
        raise InvalidInput(f"{what} of the period is missing. Type it like “1 March 2026”.")
    return day
