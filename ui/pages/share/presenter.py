"""What the Share page does: five steps that can be opened in any order, and the exact page beside them.

The bytes that are saved are the bytes that were shown; while a newer page is being made, nothing is saved.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentorjournal.checks.remedies import Remedy
from mentorjournal.errors import Cancelled
from mentorjournal.journal.journal import Journal
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.shared import SummaryFormat
from mentorjournal.model.words import Audience, Role
from mentorjournal.sharing.offer import Chosen
from mentorjournal.sharing.wording import day_words
from ui.pages.share import choosing
from ui.pages.share.answering import Answering
from ui.pages.share.contract import (
    Answer,
    Job,
    OpenJournal,
    Outside,
    RailState,
    Runner,
    ShareDraft,
    ShareView,
    Step,
)
from ui.pages.share.draft_place import from_place, to_place
from ui.pages.share.earlier import Earlier
from ui.pages.share.maker import Maker
from ui.pages.share.saving import Saving


class SharePresenter:
    def __init__(self, view: ShareView, tasks: Runner, outside: Outside, clock: Clock = system_clock) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self._open: OpenJournal | None = None
        self._maker = Maker(tasks, self)
        self._saving = Saving(view, tasks, outside, clock, self._shared)
        self._answering = Answering(tasks, outside, self._choose, self._chosen_now)
        self.earlier = Earlier(view, tasks, outside, self._heard_of_earlier)
        self._forget()

    def _forget(self) -> None:
        self._draft = ShareDraft()
        self._step = Step.READER
        self._answer: Answer | None = None
        self._saved, self._is_older = "", False
        self._count_earlier = 0

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._open = journal
        start = journal.relationship.started_on
        today = self.today()
        since = start if start and start <= today else today.replace(month=1, day=1)
        self._draft = ShareDraft(since=day_words(since), until=day_words(today))
        self._show_wishes()
        self.earlier.begin(journal)
        self._make()

    def flush(self) -> None:
        """A summary is nothing until it is saved; what was decided travels in `place`."""

    def close(self) -> None:
        self._open = None
        for part in (self._maker, self._saving, self._answering, self.earlier):
            part.forget()
        self._forget()
        self._view.clear()

    def place(self) -> dict[str, object]:
        return to_place(self._draft, self._step)

    def restore(self, place: dict[str, object]) -> None:
        """Take up the decisions again; the page is made anew from what the journal holds now."""
        if self._open is None:
            return
        self._draft, self._step = from_place(place, self._draft)
        self._answer = None
        self._answering.forget()
        self._show_wishes()
        self._make()

    def refresh(self, change: Change) -> None:
        """Make the page anew: what was marked or written elsewhere is in it, what was deleted is not."""
        if self._open:
            self._make()

    # Going about

    def seen(self, seen: bool) -> None:
        """Whether the page is on the screen."""
        self._maker.seen(seen)

    def go(self, step: Step) -> None:
        """Open a step; any can be opened at any time."""
        if step is not Step.EARLIER:
            self.earlier.leave()
        self._step = step
        if self._is_older:
            self._is_older = False
            self._wish(replace(self._draft, only_changes=False), always=True)
        self._show_rail()

    def walk(self, by: int) -> None:
        """On to the next step, or back to the one before."""
        if self._step is not Step.EARLIER:
            self.go(Step(min(max(self._step + by, Step.READER), Step.SAVE)))
        elif by < 0:
            self.go(Step.SAVE)

    # Reader, period and form

    def choose_audience(self, audience: Audience) -> None:
        """Another reader: what was decided for them, or what is ticked for them at first."""
        if audience is not self._draft.audience:
            chosen = self._draft.mine.chosen
            words = chosen.reworded if chosen else self._draft.reworded
            self._draft = replace(self._draft, audience=audience, reworded=words, only_changes=False)
            self._answer, self._saved = None, ""
            self._answering.forget()
            self._show_wishes()
            self._make()

    def choose_period(self, since: str, until: str) -> None:
        self._wish(replace(self._draft, since=since, until=until))

    def choose_consent(self, given_on: str) -> None:
        self._wish(self._draft.with_mine(replace(self._draft.mine, consent=given_on)))

    def choose_form(self, format: SummaryFormat, size: str) -> None:
        self._wish(replace(self._draft, format=format, size=size))
        self._show_wishes()

    def choose_changes(self, only: bool) -> None:
        """No more than what is new since this reader was last given something, or the whole."""
        self._wish(replace(self._draft, only_changes=only))

    # Lines

    def tick_section(self, key: str, on: bool) -> None:
        if self._chosen:
            self._choose(choosing.section_ticked(self._chosen, key, on))

    def tick_line(self, id: str, on: bool) -> None:
        if self._chosen:
            self._choose(choosing.line_ticked(self._chosen, id, on))

    def reword(self, id: str, text: str) -> None:
        """Say the line otherwise, in this summary only; the original words, or none, take that back."""
        if self._chosen and self._answer and self._answer.offer:
            self._choose(choosing.reworded(self._answer.offer, self._chosen, id, text))

    # Checks

    def answer(self, key: str, remedy: Remedy) -> None:
        """Put a finding right, or let it go as it is."""
        latest = self._answer
        flag = next((flag for flag in latest.flags if flag.key == key), None) if latest else None
        if latest and latest.offer and flag:
            self._answering.answer(latest.offer, flag, remedy)

    def use_roles(self) -> None:
        """A role everywhere, in one go."""
        if self._open and self._answer and self._answer.offer:
            self._answering.use_roles(self._open.journal, self._answer.offer)

    def look_again(self) -> None:
        self._answering.look_again()

    def take_back(self) -> None:
        self._answering.take_back()

    # The page, and what becomes of it

    def make_again(self) -> None:
        self._make()

    def stop_making(self) -> None:
        self._maker.stop()

    def save(self, lock: tuple[str, str] | None = None) -> None:
        made = self._answer.made if self._answer else None
        if self._open and made and made.may_be_saved:
            self._saving.save(self._open, made, lock)

    def copy(self) -> None:
        made = self._answer.made if self._answer else None
        if self._open and made and made.may_be_saved:
            self._saving.copy(self._open, made)

    def show_earlier(self, id: EntryId) -> None:
        self.earlier.show(id, self._draft, self.today())

    def show_changes(self) -> None:
        """Set what changed since the opened copy as a page of its own, for the same reader."""
        if copy := self.earlier.copy:
            self.choose_audience(copy.summary.audience)
            self.choose_changes(True)
            self.go(Step.LOOK)

    # What the maker wants to know and tells

    def wanted(self) -> tuple[Journal, ShareDraft, date] | None:
        return (self._open.journal, self._draft, self.today()) if self._open else None

    def begun(self, job: Job) -> None:
        self._view.show_making(job)

    def failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._view.show_stopped()
        else:
            self._outside.problem(error, self._make)

    def answered(self, answer: Answer) -> None:
        self._answer = answer
        if answer.offer:
            self._draft = self._draft.with_mine(answer.mine)
            self._show_choice()
            given = bool(answer.made and answer.made.may_be_saved)
            self._view.show_consent(answer.offer.needs_consent, given)
            self._view.show_since(answer.since, self._draft.only_changes)
        if answer.made:
            self._view.show_page(answer.made)
        if answer.nothing:
            self._view.show_nothing(answer.nothing)
        if answer.problem:
            self._view.show_problem(answer.problem, answer.where)
        self._show_rail()

    def today(self) -> date:
        return self._clock().date()

    @property
    def _chosen(self) -> Chosen | None:
        return self._draft.mine.chosen if self._answer and self._answer.offer else None

    def _chosen_now(self) -> Chosen | None:
        return self._chosen

    def _wish(self, draft: ShareDraft, *, always: bool = False) -> None:
        if always or draft != self._draft:
            self._draft = draft
            self._saved = ""
            self._make()

    def _choose(self, chosen: Chosen) -> None:
        self._draft = self._draft.with_mine(replace(self._draft.mine, chosen=chosen))
        self._saved = ""
        self._show_choice()
        self._make()

    def _make(self) -> None:
        """Nothing can be saved until the page for the latest wishes is there."""
        if self._answer:
            self._answer = replace(self._answer, made=None)
        self._maker.make()

    def _shared(self, file_name: str) -> None:
        """Something has left, and is the latest that this reader was given. It stays to be seen until another
        step is opened; what changed since then is nothing as yet.
        """
        self._saved, self._is_older = file_name, True
        self.earlier.load()
        self._show_rail()

    def _heard_of_earlier(self, count: int) -> None:
        self._count_earlier = count
        self._show_rail()

    def _show_wishes(self) -> None:
        if self._open:
            self._view.show_wishes(self._draft, self._open.relationship.my_role)
            self._show_rail()

    def _show_choice(self) -> None:
        answer, chosen = self._answer, self._chosen
        if answer and answer.offer and chosen:
            self._view.show_offer(answer.offer, chosen)
            flags = [flag for flag in answer.flags if flag.key not in chosen.kept]
            self._view.show_flags(flags, answer.offer, chosen)
            self._view.show_answered(len(chosen.kept), self._answering.can_take_back)

    def _show_rail(self) -> None:
        answer, chosen, draft = self._answer, self._chosen, self._draft
        offer, made = (answer.offer, answer.made) if answer else (None, None)
        flags = [f for f in answer.flags if chosen and f.key not in chosen.kept] if answer and offer else None
        self._view.show_rail(
            RailState(
                step=self._step,
                audience=draft.audience,
                role=self._open.relationship.my_role if self._open else Role.MENTEE,
                since=draft.since.removesuffix(f" {self.today().year}"),
                only_changes=draft.only_changes,
                goes=answer.goes if answer else None,
                offered=len(choosing.all_lines(offer)) if offer else 0,
                to_look=len(flags) if flags is not None else None,
                kept=len(chosen.kept) if chosen else 0,
                since_last=answer.since if answer else None,
                needs_consent=bool(offer and offer.needs_consent),
                may_be_saved=bool(made and made.may_be_saved),
                format=draft.format,
                size=draft.size,
                saved=self._saved,
                earlier=self._count_earlier,
                wrong=answer.where if answer and answer.problem else None,
                nothing=bool(answer and answer.nothing),
            )
        )
