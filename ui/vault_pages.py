"""Search, question sets and the actions of every journal: the pages over the whole vault."""

from __future__ import annotations

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.words import Role
from ui.rooms import Rooms
from ui.shell.aside import WayBack
from ui.shell.desk import Desk
from ui.shell.desk_view import DeskView
from ui.shell.tabs import ALL_ACTIONS

SEARCH, QUESTIONS = "search", "questions"
SIDES = ("mentee", "mentor")
VAULT_PAGES = (SEARCH, QUESTIONS, ALL_ACTIONS)


class VaultPages:
    def __init__(self, rooms: Rooms, view: DeskView, desk: Desk, shelf: Shelf) -> None:
        self._rooms = rooms
        self._view = view
        self._desk = desk
        self._shelf = shelf
        desk.aside.ways_back.update(
            {
                SEARCH: WayBack(self._search_again, self._searched),
                QUESTIONS: WayBack(self._look_at_questions_again, self._questions_looked_at),
                ALL_ACTIONS: WayBack(self._show_all_again, self._all_shown),
            }
        )

    def search(self, words: str) -> None:
        if self._rooms.search is not None:
            self._view.sidebar.search.clear()
            self._view.show_side_page(SEARCH)
            self._rooms.search.begin(self._shelf, self._desk.codenames, words)

    def words_for_here(self) -> str:
        """The beginning of a search in the journal in front alone."""
        journal = self._desk.journal if not self._desk.at_today else None
        if journal is None:
            return ""
        name = journal.relationship.codename
        return f'in:"{name}" ' if " " in name else f"in:{name} "

    def show_questions(self, set_id: str) -> None:
        if self._rooms.questions is not None:
            self._view.add_page(QUESTIONS, self._rooms.questions.page())
            self._view.show_side_page(QUESTIONS)
            journal = self._desk.journal
            self._rooms.questions.show(set_id, journal.relationship.my_role if journal else Role.MENTEE)

    def show_all_actions(self) -> None:
        if self._rooms.all_actions is not None:
            self._desk.flush()
            self._view.show_side_page(ALL_ACTIONS)
            self._rooms.all_actions.show(self._shelf)
            self._rooms.views[ALL_ACTIONS].setFocus()

    # Over a lock

    def _searched(self) -> dict[str, object]:
        return {"words": self._rooms.search.words() if self._rooms.search is not None else ""}

    def _search_again(self, place: dict[str, object]) -> None:
        self.search(str(place.get("words") or ""))

    def _questions_looked_at(self) -> dict[str, object]:
        return self._rooms.questions.shown() if self._rooms.questions is not None else {}

    def _look_at_questions_again(self, place: dict[str, object]) -> None:
        self.show_questions(str(place.get("set") or ""))
        if self._rooms.questions is not None and place.get("side") in SIDES:
            self._rooms.questions.show_side(str(place["side"]))

    def _all_shown(self) -> dict[str, object]:
        return self._rooms.all_actions.place() if self._rooms.all_actions is not None else {}

    def _show_all_again(self, place: dict[str, object]) -> None:
        self.show_all_actions()
        if self._rooms.all_actions is not None:
            self._rooms.all_actions.restore(place)

    # Leaving

    def leave(self) -> bool:
        """Whether one of these is in front; a search that runs ends."""
        front = self._view.page_in_front
        if front == SEARCH and self._rooms.search is not None:
            self._rooms.search.leave()
        return front in VAULT_PAGES

    def gone(self, page: str) -> None:
        """A page has gone from the front, however it went."""
        if page == ALL_ACTIONS and self._rooms.all_actions is not None:
            self._rooms.all_actions.leave()
