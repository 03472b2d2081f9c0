"""Ratings and earlier versions: pages beside those of the journal in front, built when first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from mentorjournal.model.clock import Clock, system_clock
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import EntryKind
from ui.pages.ratings.presenter import RatingsPresenter
from ui.pages.ratings.view import RatingsView
from ui.pages.versions.presenter import VersionsPresenter
from ui.pages.versions.view import VersionsView
from ui.shell.aside import Entry, Lying, WayBack, by_showing
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
        self._came_from: Lying | None = None
        desk.aside.lying[RATINGS] = Lying(self._opened_rating, partial(view.show_side_page, RATINGS))
        desk.aside.look_up = self.show_versions
        desk.aside.ways_back[RATINGS] = by_showing(self.rate)
        desk.aside.ways_back[VERSIONS] = WayBack(self._compare_again, self._compared)

    @cached_property
    def ratings(self) -> RatingsPresenter:
        view = self.ratings_view = RatingsView(self._theme, today=self._clock().date())
        presenter = RatingsPresenter(view, self._tasks, self._outside(RATINGS), self._clock)
        view.bind(presenter)
        view.left.connect(self._back)
        view.versions.clicked.connect(self._wish_versions)
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

    def look_up(self, on_tab: Callable[[], Entry | None], leave: Callable[[], object]) -> None:
        """Show how what lies open read before: on the side page in front, or else *on_tab*."""
        if self._desk.journal is not None and self._view.page_in_front != VERSIONS:
            lying = self._lying()
            entry = lying.entry() if lying is not None else on_tab()
            leave()
            self.show_versions(entry)

    def show_versions(self, entry: Entry | None) -> None:
        """Show how an entry read before; what stands on the screen is written first."""
        page = self.versions
        self._came_from = self._lying()
        self._desk.flush()
        self._view.show_side_page(VERSIONS)
        page.show(entry)

    def back(self) -> bool:
        """Go from the versions to the side page that they were asked for on; False when it was none."""
        if self._view.page_in_front != VERSIONS or self._came_from is None:
            return False
        self._came_from.again()
        return True

    def _lying(self) -> Lying | None:
        return self._desk.aside.lying.get(self._view.page_in_front)

    def _opened_rating(self) -> Entry | None:
        id = self.ratings.opened
        return (EntryKind.RATING, id) if id is not None else None

    def _wish_versions(self) -> None:
        self._desk.aside.wish("versions")

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
