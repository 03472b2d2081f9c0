"""What the Agreement page does: one draft of two hands, what was agreed, and how it came to read so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from mentorjournal.journal.about import ABOUT
from mentorjournal.journal.journal import Journal
from mentorjournal.model.agreement import Agreement, ClauseKey
from mentorjournal.model.change import Change
from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import AgreementState, EntryKind
from ui.pages.agreement import looking
from ui.pages.agreement.acting import Acting
from ui.pages.agreement.agreeing import Agreeing
from ui.pages.agreement.contract import AgreementView, OpenJournal, Outside, Read, Runner, Side
from ui.pages.agreement.draft_desk import DraftDesk
from ui.pages.agreement.listing import Listing
from ui.pages.agreement.papers import Papers
from ui.pages.agreement.sheet import Sheet
from ui.pages.agreement.terms import TermsTyped

QUIET = "agree"
"""What the writer of an informal journal does not want to be told of: that there is no agreement."""


class AgreementPresenter:
    def __init__(
        self, view: AgreementView, tasks: Runner, outside: Outside, clock: Clock = system_clock
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._outside = outside
        self._clock = clock
        self.sheet = Sheet(view, came=self._draft_came, went=self._show, looked=self._look_again)
        self.desk = DraftDesk(self.sheet, tasks, outside, clock, self._look_again)
        self.listing = Listing(self.sheet)
        self._acting = Acting(tasks, outside, write=self.desk.flush, acted=self._acted, failed=self._load)
        self.act = self._acting.act
        self.agreeing = Agreeing(view, self.listing, self.sheet, self._today, self.act)
        self.papers = Papers(view, outside, self._in_front, self._acting.fetch, self.act)
        self._journal: OpenJournal | None = None
        self._turn = 0
        self._forget()

    def _forget(self) -> None:
        self._read: Read | None = None
        self._looking_at: EntryId | None = None
        self._after_load: list[Callable[[], None]] = []

    def _today(self) -> date:
        return self._clock().date()

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self.close()
        self._journal = journal
        self._acting.begin(journal.journal)
        self.desk.open(journal)
        self._load()

    def flush(self) -> None:
        self.desk.flush()

    def close(self) -> None:
        self._turn += 1
        self.desk.close()
        self._acting.close()
        self._journal = None
        self._forget()
        self.listing.forget()
        self.papers.forget()
        self._view.clear()

    def place(self) -> dict[str, object]:
        """Where one is, and what was typed that could not be kept."""
        place: dict[str, object] = {"clause": self.listing.chosen.value, "draft": self.desk.place()}
        return place | {"version": self._looking_at} | self.agreeing.place()

    def restore(self, place: dict[str, object]) -> None:
        clause, draft, version = place.get("clause"), place.get("draft"), place.get("version")
        if isinstance(clause, str) and clause in list(ClauseKey):
            self.listing.chosen = ClauseKey(clause)
        if isinstance(draft, dict):
            self.desk.restore(draft)
        if isinstance(version, str):
            self._when_loaded(partial(self.look_at, EntryId(version)))
        self._after_load.append(partial(self.agreeing.restore, place))
        self._do_what_waits()

    def refresh(self, change: Change) -> None:
        """Read again when an agreement or the relationship may be another."""
        self.desk.refresh(change)
        known = {one.id for one in self._read.versions} if self._read else set()
        ours = any(row.kind is EntryKind.AGREEMENT for row in change.rows) or ABOUT in change.touched
        silent = not change.rows and not change.gone and not change.touched
        if ours or silent or known & (change.touched | change.gone):
            self._load()

    # Beginning, and putting away

    def begin(self) -> None:
        """Begin the first draft, or a new version of what was agreed."""
        self._looking_at = None
        self.listing.begin()
        self.act(lambda journal: journal.agreements.begin(), done=self._view.focus_clause)

    def put_away(self) -> None:
        """No agreement is wanted for now; it stays within reach."""
        self.act(lambda journal: journal.be_quiet(QUIET, date.max))

    def delete(self) -> None:
        """Delete the draft; Undo brings it back."""
        draft = self.sheet.value
        if draft is not None:
            self.agreeing.dismiss()
            self.act(lambda journal: journal.agreements.remove(draft.id))

    # Writing

    def choose(self, key: ClauseKey) -> None:
        if key is not self.listing.chosen:
            self.desk.save()
            self.listing.chosen = key
            self._look_again()

    def toggle_more(self) -> None:
        """Show the clauses that are not suggested, or fold them away."""
        self.listing.toggle()
        self._look_again()

    def typed(self, side: Side, text: str) -> None:
        self.sheet.type(self.listing.chosen, side, text)
        self.desk.touched()

    def typed_terms(self, typed: TermsTyped) -> None:
        self.sheet.type_terms(typed)
        self.desk.touched()

    def choose_review(self, day: date | None) -> None:
        self.sheet.choose_review(day)
        self.desk.touched()

    def save(self) -> None:
        """Write what stands on the screen, and compare the two drafts anew."""
        self.desk.save()
        self._look_again()

    def use(self, side: Side) -> None:
        """Let one of the two drafts be what is agreed, as if it had been typed there."""
        self._view.fill_agreed(self.sheet.text(self.listing.chosen, side))

    def include(self, applies: bool) -> None:
        """Leave the chosen clause out, or take it in again."""
        draft, key = self.sheet.value, self.listing.chosen
        if draft is not None:
            self.act(lambda journal: journal.agreements.include(draft.id, key, applies))

    def walk(self, forward: bool) -> None:
        """Go to the next clause on which the two drafts differ, or to the one before."""
        self.save()
        key = self.listing.next_differing(forward)
        if key is None:
            self._view.say("No clause differs that is not agreed yet.")
            return
        self.listing.chosen = key
        self._look_again()
        self._view.focus_side(Side.AGREED)

    def ask(self) -> None:
        """Ask for the day of the agreement and of its review."""
        self.save()
        self.agreeing.ask()

    def agree(self, on: date | None, review_on: date | None) -> None:
        self.save()
        self.agreeing.agree(on, review_on)

    def not_yet(self) -> None:
        self.agreeing.dismiss()

    # Looking at versions

    def look_back(self) -> None:
        """Show the versions, the one that holds first."""
        if self._read is not None:
            self.desk.save()
            latest = looking.latest(self._read.versions)
            if latest is not None:
                self.look_at(latest.id)

    def look_at(self, id: EntryId) -> None:
        """Show one version among all of them."""
        found = looking.of(self._read.versions if self._read else (), id)
        if found is not None and found.state is not AgreementState.DRAFT:
            self._looking_at = id
        self._show()

    def come_back(self) -> None:
        """From the versions to the draft, or to what holds."""
        self._looking_at = None
        self._show()

    @property
    def opened(self) -> EntryId | None:
        """The version that is read, or the draft."""
        shown = self._in_front()
        return shown.id if shown is not None else None

    def show_earlier(self) -> None:
        """Show how what is in front read before, on a page of its own."""
        self._outside.show_versions()

    def show_version(self, id: EntryId) -> None:
        """Open a version that was found; the draft and what holds stand on the page themselves."""
        self._when_loaded(partial(self._open_version, id))

    def sign(self, *, by_me: bool, by_partner: bool) -> None:
        shown = self._shown_version()
        if shown is not None:
            id = shown.id
            self.act(lambda journal: journal.agreements.sign(id, by_me=by_me, by_partner=by_partner))

    def review_again(self, day: date | None) -> None:
        shown = self._shown_version()
        if shown is not None:
            id = shown.id
            self.act(
                lambda journal: journal.agreements.review_again(id, day), refused=self._view.refuse_review
            )

    # On paper

    def ask_paper(self) -> None:
        """Say what is to be known before anything is printed."""
        self.desk.save()
        shown = self._in_front()
        if shown is not None:
            self._view.ask_paper(to_sign=shown.state is not AgreementState.DRAFT)

    def _acted(self, change: Change, then: Callable[[], None] | None) -> None:
        self.desk.refresh(change)
        self._outside.changed(change)
        if then is not None:
            self._after_load.append(then)
        self._load()

    # Reading and showing

    def _load(self) -> None:
        if self._journal is not None:
            self._tasks.run(
                partial(_read, self._journal.journal),
                done=partial(self._came, self._turn),
                failed=partial(self._not_read, self._turn),
            )

    def _came(self, turn: int, read: Read) -> None:
        if turn != self._turn or self._journal is None:
            return
        self._read = read
        self.listing.about = read.about
        self.listing.holds = looking.agreed(read.versions)
        draft = looking.draft(read.versions)
        if looking.of(read.versions, self._looking_at) is None:
            self._looking_at = None
        if draft is not None and self.desk.id != draft.id:
            self.desk.open_entry(self._journal, draft.id)
        elif draft is None and self.desk.id is not None:
            self.desk.leave_entry()
        self._show()
        self._do_what_waits()

    def _not_read(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._outside.problem(error, self._load)

    def _draft_came(self) -> None:
        self._show()
        self._do_what_waits()

    def _look_again(self) -> None:
        """What is written may stand to each other in another way now."""
        if self._read is not None and self._looking_at is None and self.sheet.value is not None:
            self._show()

    def _show(self) -> None:
        read = self._read
        if read is None:
            return
        shown = self._shown_version()
        if shown is not None:
            self._view.show_reading(
                looking.reading(read, shown, self._today(), listed=self._looking_at is not None)
            )
        elif self.sheet.value is not None:
            self._view.show_draft(self.listing.draft(self._today(), read.versions))
            self._view.show_clause(self.listing.clause())
        elif looking.draft(read.versions) is None:
            self._view.show_nothing(looking.nothing(read))

    def _shown_version(self) -> Agreement | None:
        """The version that is being read; None while the draft is written, or there is nothing."""
        if self._read is None:
            return None
        versions = self._read.versions
        if self._looking_at is not None:
            return looking.of(versions, self._looking_at)
        return looking.agreed(versions) if looking.draft(versions) is None else None

    def _in_front(self) -> Agreement | None:
        """The version that is read, or the draft."""
        return self._shown_version() or self.sheet.value

    def _open_version(self, id: EntryId) -> None:
        found = looking.of(self._read.versions if self._read else (), id)
        past = found is not None and found.state is AgreementState.SUPERSEDED
        behind = found is not None and found.state is AgreementState.AGREED and self.desk.id is not None
        self._looking_at = id if past or behind else None
        self._show()

    def _when_loaded(self, act: Callable[[], None]) -> None:
        """Do *act* now, or once the versions were read."""
        if self._read is not None:
            act()
        else:
            self._after_load.append(act)

    def _do_what_waits(self) -> None:
        if self._read is None or (self.desk.id is not None and self.sheet.value is None):
            return
        waiting, self._after_load = self._after_load, []
        for act in waiting:
            act()


def _read(journal: Journal) -> Read:
    until = journal.quiet_until(QUIET)
    return Read(
        about=journal.relationship(),
        versions=tuple(journal.agreements.all()),
        put_away=until is not None and until > journal.today(),
    )
