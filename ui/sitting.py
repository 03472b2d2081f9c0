"""One sitting at an open vault: the desk with its pages, the keys, the idle watch and the lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from mentorjournal.journal.shelf import OpenJournal, Shelf
from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.beside import groups_beside
from ui.past_of_journal import PAST, PastRooms
from ui.rooms import Rooms
from ui.seat import Seat
from ui.shell.bring_in import BringIn
from ui.shell.bring_in_dialogs import AskBringIn
from ui.shell.capture import Capture
from ui.shell.coming_back import ComingBack
from ui.shell.covering import Covering
from ui.shell.desk import Desk
from ui.shell.desk_view import DeskView
from ui.shell.dialogs import Dialogs
from ui.shell.idle import IdleWatch
from ui.shell.keys import Keys
from ui.shell.live_settings import LiveSettings
from ui.shell.locking import CountingTasks, Locking
from ui.shell.page_acts import PAGE_OF_ACT
from ui.shell.page_outside import PageOutside
from ui.shell.settings_file import next_zoom
from ui.shell.tabs import AGREEMENT, TABS
from ui.shell.today_outside import TodayOutside
from ui.shell.window import MainWindow
from ui.side_pages import ABOUT, SidePages
from ui.tasks import Tasks
from ui.theme.theme import Theme
from ui.vault_pages import VaultPages

if TYPE_CHECKING:
    from ui.door import VaultDoor

PAGES = ("journal", "goals", "actions", AGREEMENT, "share")


def _build_rooms() -> Callable[..., Rooms]:
    from ui.pages_of_journal import build_rooms

    return build_rooms


class Sitting(QObject):
    """Builds the unlocked window and answers what its pages wish from outside."""

    def __init__(
        self,
        *,
        app: QApplication,
        window: MainWindow,
        theme: Theme,
        tasks: Tasks,
        shelf: Shelf,
        folder: Path,
        door: VaultDoor,
        dialogs: Dialogs,
        settings: LiveSettings,
        make_rooms: Callable[..., Rooms] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._shelf = shelf
        self._dialogs = dialogs
        self._settings = settings
        self.tasks = CountingTasks(tasks)
        self.view = DeskView(theme, dialogs)
        outsides = {name: PageOutside(name) for name in PAGES}
        self.today_outside = TodayOutside()
        self.rooms = (make_rooms or _build_rooms())(theme, self.tasks, outsides, self)
        self.desk = Desk(self.view, self.tasks, shelf, self.rooms.pages, self.rooms.reach, self.rooms.today)
        self.today_outside.bind(self.desk)
        if self.rooms.questions is not None:
            self.rooms.questions.begin(shelf, self)
        if self.rooms.all_actions is not None:
            self.desk.listen(self.rooms.all_actions.heard)
        self._bring_in = AskBringIn(BringIn(self.tasks, self.desk), self.desk, dialogs, self)
        for outside in outsides.values():
            outside.bind(self.desk)
        self.idle = IdleWatch(settings.value.idle_minutes, parent=self)
        self.covering = Covering(app, window, theme, self.view, self.idle)
        self.locking = Locking(self.covering, self.tasks, self.desk, shelf, self)
        self.locking.front = ComingBack(app, self.view, self.desk, tasks).place
        for name, page in self.rooms.views.items():
            self.view.add_page(name, page)
        seat = Seat(
            theme=theme,
            tasks=self.tasks,
            view=self.view,
            desk=self.desk,
            shelf=shelf,
            dialogs=dialogs,
            leave=self._leave_side_page,
            back=self.back,
        )
        self.side = SidePages(seat, self, folder=folder, door=door, settings=settings)
        self.past = PastRooms(theme, self.tasks, self.view, self.desk, self.back)
        self.over_all = VaultPages(self.rooms, self.view, self.desk, shelf)
        self.beside = groups_beside(seat)
        self.keys = Keys(
            self, theme, self.view, [one for group in self.beside for one in group.commands(self.tr)]
        )
        self._capture = Capture(self.keys.capture, self.view, self.tasks, shelf, self.desk)
        self.keys.capture.bind(self._capture)
        self.covering.watch(self.keys)
        self._connect()

    def _connect(self) -> None:
        view, sidebar, header = self.view, self.view.sidebar, self.view.header
        self._front = view.page_in_front
        view.pages.currentChanged.connect(self._front_changed)
        view.undo_wanted.connect(self.undo)
        view.redo_wanted.connect(self.redo)
        view.rest_due.connect(self.rest)
        view.new_journal_wanted.connect(self.new_journal)
        sidebar.journals.chosen.connect(self.open_journal)
        sidebar.today_wanted.connect(self.show_today)
        sidebar.searched.connect(self.search)
        sidebar.new_wanted.connect(self.new_journal)
        sidebar.lock_wanted.connect(self.locking.lock)
        sidebar.look_wanted.connect(self.other_look)
        sidebar.settings_wanted.connect(self.show_settings)
        header.tab_chosen.connect(self.show_tab)
        header.new_wanted.connect(self.new_entry)
        header.moment_wanted.connect(self.follow_moment)
        header.about_wanted.connect(self.show_about)
        self.desk.aside.shows[EntryKind.RATING] = self._show_rating
        self.desk.aside.grants.update(rate=self.rate, versions=self.show_versions)
        self.desk.aside.grants[AGREEMENT] = partial(self.show_tab, AGREEMENT)
        self.idle.gone.connect(self.locking.lock)
        self._window.minimised.connect(self._minimised)
        self.covering.view.retried.connect(self.locking.try_again)

    def begin(self) -> None:
        self.idle.start()
        self.desk.begin()

    # What the keys, the sidebar and the palette ask for

    @property
    def codenames(self) -> list[tuple[JournalId, str]]:
        return [(card.id, card.codename) for card in self.desk.cards]

    @Slot(object)
    def open_journal(self, id: object) -> None:
        self._leave_side_page()
        self.desk.open_journal(JournalId(str(id)))

    @Slot()
    def show_today(self) -> None:
        self._leave_side_page()
        self.desk.show_today()

    @Slot()
    def follow_moment(self) -> None:
        """What the head of the open journal offers."""
        self._leave_side_page()
        if not self.desk.follow_moment():
            self.act("reflect")

    @Slot(str)
    def show_tab(self, tab: str) -> None:
        self._leave_side_page()
        self.desk.show_tab(tab)

    def show_tab_number(self, number: int) -> None:
        self.show_tab(TABS[number - 1])

    def step(self, by: int) -> None:
        self._leave_side_page()
        self.desk.step(by)

    @Slot()
    def new_entry(self) -> None:
        self._leave_side_page()
        self.desk.begin_entry()

    def act(self, name: str) -> None:
        """An act that a page lends to the keys: reflect, a new session …"""
        if self.desk.journal is None:
            return
        of_session = name.startswith("session ")  # done where the session lies open
        self.show_tab(self.desk.tab if of_session else PAGE_OF_ACT.get(name, TABS[0]))
        if name in self.rooms.acts:
            self.rooms.acts[name]()

    def add_topic(self) -> None:
        """Ask for a topic over whatever page is in front."""
        self._capture.open()

    @Slot()
    def new_journal(self) -> None:
        self._leave_side_page()
        self.side.show_new_journal()

    @Slot()
    def show_settings(self) -> None:
        self._leave_side_page()
        self.side.show_settings()

    @Slot()
    def show_about(self) -> None:
        self._leave_side_page()
        self.side.show_about()

    def show_questions(self, set_id: str = "") -> None:
        """The question sets, to be made the writer's own."""
        self._leave_side_page()
        self.over_all.show_questions(set_id)

    def changed(self, change: Change) -> None:
        """A page of the vault changed something: it is taken back from the journal that is open."""
        self.desk.changed(change, "questions")

    def choose_question_file(self) -> Path | None:
        title = self.tr("Choose a file with question sets")
        return self._dialogs.file(title, self.tr("Question sets (*.yaml *.yml)"))

    def rate(self, sheet: str = "") -> None:
        """Rate how it is going, on this sheet or the one it was left at."""
        if self.desk.journal is not None:
            self._leave_side_page()
            self.desk.come_forward()
            self.past.rate(sheet)

    def show_versions(self) -> None:
        """Show how what lies open read before."""
        self.past.look_up(partial(self.rooms.opened, self.desk.tab), self._leave_side_page)

    def _show_rating(self, id: EntryId) -> None:
        self._leave_side_page()
        self.desk.come_forward()
        self.past.show_rating(id)

    @Slot(str)
    def search(self, words: str) -> None:
        self._leave_side_page()
        self.over_all.search(words)

    @Slot()
    def show_all_actions(self) -> None:
        """The actions of every journal, on one page."""
        self._leave_side_page()
        self.over_all.show_all_actions()

    def search_here(self) -> None:
        self.search(self.over_all.words_for_here())

    def import_folder(self) -> None:
        """Bring a folder of Markdown notes into the open journal."""
        self._bring_in.folder()

    def import_jrnl(self) -> None:
        self._bring_in.jrnl()

    @property
    def next_acts(self) -> tuple[str, str]:
        return self.desk.next_acts

    @Slot()
    def undo(self) -> None:
        self.desk.undo()

    @Slot()
    def redo(self) -> None:
        self.desk.redo()

    @Slot()
    def rest(self) -> None:
        if not self.locking.under_way:
            self.desk.rest()

    @Slot()
    def other_look(self) -> None:
        self.set_look("light" if self._theme.dark else "dark")

    def set_look(self, look: str) -> None:
        self._settings.change(lambda now: now._replace(look=look))
        self.side.show_settings_anew()

    def zoom(self, step: int) -> None:
        """Larger, smaller, or with 0 the usual size."""
        self._settings.change(lambda now: now._replace(zoom=100 if step == 0 else next_zoom(now.zoom, step)))
        self.side.show_settings_anew()

    def focus_mode(self) -> None:
        self.view.toggle_alone()
        if self.rooms.show_alone is not None:
            self.rooms.show_alone(self.view.alone)

    @Slot()
    def back(self) -> None:
        """Escape: from a side page to the journal, from an entry to its list."""
        if self.past.back():
            return
        if self._leave_side_page():
            self._come_back()
        elif self.desk.at_today and self.rooms.today is not None and self.rooms.today.back():
            return
        elif self.view.alone:
            self.focus_mode()
        elif self.desk.at_today:
            return
        elif "back" in self.rooms.acts and self.desk.journal is not None:
            self.rooms.acts["back"]()

    # What pages wish from outside

    def show_found(self, journal: str, kind: EntryKind, id: EntryId) -> None:
        self._leave_side_page()
        self._come_back()
        self.desk.show_found(JournalId(journal), kind, id)

    def changed_in(self, id: JournalId, change: Change) -> None:
        self.desk.changed_in(id, change)

    def leave_search(self) -> None:
        self.back()

    def problem(self, error: Exception, retry: Callable[[], None] | None = None) -> None:
        self.desk.problem(error, retry)

    def journal_made(self, journal: OpenJournal) -> None:
        """A new journal opens with what its kind begins with."""
        self.desk.journal_made(journal)
        self.side.open_first(journal)

    def journal_not_wanted(self) -> None:
        self._come_back()

    def described(self, journal: OpenJournal, change: Change | None = None) -> None:
        self.desk.described(journal, change)
        self._come_back()

    def stepped(self, journal: OpenJournal, changes: Sequence[Change]) -> None:
        """The relationship has come a step further; the page that took it stays in front."""
        self.desk.described(journal)
        for change in changes:
            self.desk.changed(change, ABOUT)
        self.rest()

    def about_closed(self) -> None:
        self._come_back()

    def choose_save_path(self, suggested: str) -> Path | None:
        return self._dialogs.save_path(suggested)

    def versions(self) -> str:
        from ui.versions import versions

        return versions()

    # Inside

    def _leave_side_page(self) -> bool:
        """Whether a page of the vault was in front."""
        if self.side.leave() or self.over_all.leave():
            return True
        beside = (name for group in self.beside for name in group.names)
        return self.view.page_in_front in (*PAST, *beside)

    @Slot()
    def _front_changed(self) -> None:
        """However a page goes from the front: what it shows is read no more."""
        left, self._front = self._front, self.view.page_in_front
        self.over_all.gone(left)
        self.past.gone(left)
        for group in self.beside:
            if left in group.names:
                group.gone(left)
        self.desk.front_changed()

    def _come_back(self) -> None:
        if self.desk.at_today or self.desk.journal is None:
            self.desk.show_today()
        else:
            self.desk.show_tab(self.desk.tab)

    @Slot()
    def _minimised(self) -> None:
        if self._settings.value.lock_on_minimise:
            self.locking.lock()
