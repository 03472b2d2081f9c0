"""Settings, a new journal, about the relationship: pages of the vault, built when they are first wanted.

Each widget costs a millisecond of every change of look.
"""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mentorjournal.errors import OpenedReadOnly
from mentorjournal.journal import about as of_journal
from mentorjournal.journal.shelf import OpenJournal
from mentorjournal.model.words import EntryKind, RelationshipType, Role
from ui.pages.about import presenter as about
from ui.pages.about.view import AboutView
from ui.pages.new_journal import presenter as new_journal
from ui.pages.new_journal.view import NewJournalView
from ui.pages.settings import presenter as settings
from ui.pages.settings.backing_up import BackingUp
from ui.pages.settings.taking_along import TakingAlong
from ui.pages.settings.view import SettingsView
from ui.seat import Seat
from ui.shell.aside import Entry, Lying, WayBack, by_showing
from ui.shell.live_settings import LiveSettings
from ui.shell.passphrase_presenter import StrengthMeter

if TYPE_CHECKING:
    from ui.door import VaultDoor

SETTINGS, NEW_JOURNAL, ABOUT = "settings", "new journal", "about"
LEAVING = "leaving"
SIDE_PAGES = (SETTINGS, NEW_JOURNAL, ABOUT)


class Outside(about.Outside, new_journal.Outside, settings.Outside, Protocol):
    """What these pages wish from the sitting."""

    def show_questions(self, set_id: str = "") -> None: ...


def _the_relationship() -> Entry:
    return EntryKind.RELATIONSHIP, of_journal.ABOUT


class SidePages:
    def __init__(
        self, seat: Seat, outside: Outside, *, folder: Path, door: VaultDoor, settings: LiveSettings
    ) -> None:
        self._theme = seat.theme
        self._tasks = seat.tasks
        self._view = seat.view
        self._desk = seat.desk
        self._shelf = seat.shelf
        self._dialogs = seat.dialogs
        self._leave = seat.leave
        self._outside = outside
        self._folder = folder
        self._door = door
        self._settings = settings
        seat.desk.aside.grants[LEAVING] = self.show_leaving
        again = partial(seat.view.show_side_page, ABOUT)
        seat.desk.aside.lying[ABOUT] = Lying(_the_relationship, again)
        seat.desk.aside.ways_back.update(
            {
                SETTINGS: by_showing(self.show_settings),
                NEW_JOURNAL: WayBack(self._ask_again, self._asked),
                ABOUT: by_showing(self.show_about),
            }
        )

    @cached_property
    def settings_view(self) -> SettingsView:
        view = SettingsView(self._theme)
        self._settings_page = settings.SettingsPresenter(
            view, self._tasks, self._outside, self._door, self._settings
        )
        self._meter = StrengthMeter(view.passphrase.new, self._tasks, self._door.strength)
        view.bind(self._settings_page, self._meter)
        self._settings_page.begin(self._shelf, self._folder)
        self._backing_up = BackingUp(
            view.backups,
            self._tasks,
            self._desk,
            self._shelf,
            partial(self._dialogs.folder, view.place_title),
            self._door.now(),
        )
        view.backups.bind(self._backing_up)
        self._taking_along = TakingAlong(
            view.along,
            self._tasks,
            self._desk,
            self._door,
            self._shelf,
            partial(self._dialogs.folder, view.leaving_title),
        )
        view.along.bind(self._taking_along)
        view.questions_wanted.connect(self._outside.show_questions)
        view.keys_wanted.connect(self._renew_keys)
        view.ledger_wanted.connect(self._show_ledger)
        view.safety_wanted.connect(self._show_safety)
        self._view.add_page(SETTINGS, view)
        return view

    @cached_property
    def new_view(self) -> NewJournalView:
        view = NewJournalView(self._theme)
        self._new_page = new_journal.NewJournalPresenter(view, self._tasks, self._outside)
        view.bind(self._new_page)
        view.primer_wanted.connect(self._read_first)
        self._view.add_page(NEW_JOURNAL, view)
        self._desk.add_page(NEW_JOURNAL, self._new_page)
        return view

    @cached_property
    def about_view(self) -> AboutView:
        view = AboutView(self._theme)
        self._about_page = about.AboutPresenter(
            view, self._tasks, self._outside, self._shelf, partial(self._desk.aside.wish, "closing")
        )
        view.bind(self._about_page)
        view.details.primers_wanted.connect(self._read)
        view.versions.clicked.connect(self._show_versions)
        self._view.add_page(ABOUT, view)
        self._desk.add_page(ABOUT, self._about_page)
        return view

    def show_new_journal(self) -> None:
        sheet = self.new_view
        self._new_page.begin(self._shelf, self._desk.codenames)
        self._view.show_side_page(NEW_JOURNAL)
        sheet.focus_first()

    def open_first(self, journal: OpenJournal) -> None:
        """A journal that was just made opens at what its kind begins with: one-stop advice with its sheet,
        and whatever has none with one question to write on.
        """
        one_stop = journal.relationship.type is RelationshipType.ONE_STOP
        if not (one_stop and self._desk.aside.wish("one stop")):
            self._desk.begin_entry()

    def show_settings(self) -> None:
        page = self.settings_view
        self._settings_page.shown()
        self._backing_up.shown()
        self._taking_along.shown()
        self._view.show_side_page(SETTINGS)
        page.focus_first()

    def show_leaving(self) -> None:
        """The settings, at the card for taking everything along."""
        self._leave()
        self.show_settings()
        self.settings_view.along.come_forward()

    def _asked(self) -> dict[str, object]:
        """What stands on the sheet for a new journal; while there is no journal, nothing else keeps it."""
        return self._new_page.place()

    def _ask_again(self, place: dict[str, object]) -> None:
        _ = self.new_view
        self._new_page.restore(place)
        self.show_new_journal()

    def _show_safety(self) -> None:
        self._desk.aside.wish("safety")

    def _show_ledger(self) -> None:
        self._desk.aside.wish("ledger")

    def _renew_keys(self) -> None:
        """New keys write all of the vault anew, and it is locked for that: not where it is only read."""
        if self._shelf.vault.read_only:
            self._desk.problem(OpenedReadOnly())
        else:
            self._view.room_wanted.emit("keys")

    def show_settings_anew(self) -> None:
        """Say what is set now, if the settings are in front."""
        if self._view.page_in_front == SETTINGS:
            self._settings_page.shown()

    def show_about(self) -> None:
        journal = self._desk.journal
        if journal is not None:
            self._desk.show_tab(self._desk.tab)
            page = self.about_view
            self._about_page.begin(journal)
            self._view.show_side_page(ABOUT)
            page.codename.setFocus()

    def _read_first(self, role: Role) -> None:
        self._desk.aside.wish(f"primers as {role}")

    def _read(self) -> None:
        """The primers, from a page that waits meanwhile."""
        self._desk.aside.wish("primers")

    def _show_versions(self) -> None:
        """How the relationship was described before."""
        self._desk.aside.wish("versions")

    def leave(self) -> bool:
        """Whether one of these is in front; the settings keep what was typed."""
        front = self._view.page_in_front
        if front == SETTINGS:
            self._settings_page.leave()
            self._taking_along.leave()
        return front in SIDE_PAGES
