"""Ratings and earlier versions: pages beside those of the journal in front, built when first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.pages.ratings.presenter import RatingsPresenter
from ui.pages.ratings.view import RatingsView
from ui.pages.versions.presenter import VersionsPresenter
from ui.pages.versions.view import VersionsView
from ui.shell.aside import WayBack, by_showing
from ui.shell.desk import Desk
from ui.shell.desk_view import DeskView
from ui.shell.locking import CountingTasks
from ui.shell.page_outside import PageOutside
from ui.theme.theme import Theme

RATINGS, VERSIONS = "ratings", "versions"
PAST = (RATINGS, VERSIONS)


class PastRooms:
    """Each page is one of the desk's from its first showing on, so that it hears of every change and undo."""

    def __init__(
        self,
        theme: Theme,
        tasks: CountingTasks,
        view: DeskView,
        desk: Desk,
        back: Callable[[], None],
        clock: Clock = system_clock,
    ) -> None:
        self._theme = theme
        self._tasks = tasks
        self._view = view
        self._desk = desk
        self._back = back
        self._clock = clock
        desk.aside.ways_back[RATINGS] = by_showing(self.rate)
        desk.aside.ways_back[VERSIONS] = WayBack(self._compare_again, self._compared)

    @cached_property
    def ratings(self) -> RatingsPresenter:
        view = self.ratings_view = RatingsView(self._theme, today=self._clock().date())
        presenter = RatingsPresenter(view, self._tasks, self._outside(RATINGS), self._clock)
        view.bind(presenter)
        view.left.connect(self._back)
        self._view.add_page(RATINGS, view)
        self._desk.add_page(RATINGS, presenter)
        return presenter

    @cached_property
    def versions(self) -> VersionsPresenter:
        view = self.versions_view = VersionsView(self._theme)
        presenter = VersionsPresenter(view, self._tasks, self._outside(VERSIONS), self._clock)
        view.bind(presenter)
        view.left.connect(self._back)
        self._view.add_page(VERSIONS, view)
        self._desk.add_page(VERSIONS, presenter)
        return presenter

    def rate(self, sheet: str = "") -> None:
        """Show the rating page with this sheet, or the one it was left at."""
        page = self.ratings
        self._view.show_side_page(RATINGS)
        page.show(sheet)

    def show_rating(self, id: EntryId) -> None:
        page = self.ratings
        self._view.show_side_page(RATINGS)
        page.show_rating(id)

    def show_versions(self, entry: tuple[EntryKind, EntryId] | None) -> None:
        """Show how an entry read before; what stands on the screen is written first."""
        page = self.versions
        self._desk.flush()
        self._view.show_side_page(VERSIONS)
        page.show(entry)

    def gone(self, page: str) -> None:
        """A page has gone from the front, however it went."""
        if page == VERSIONS:
            self.versions.leave()

    def _compared(self) -> dict[str, object]:
        return self.versions.shown()

    def _compare_again(self, place: dict[str, object]) -> None:
        page = self.versions
        self._view.show_side_page(VERSIONS)
        page.show_again(place)

    def _outside(self, name: str) -> PageOutside:
        outside = PageOutside(name)
        outside.bind(self._desk)
        return outside
