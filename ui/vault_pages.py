"""Search, question sets and the actions of every journal: the pages over the whole vault."""

from __future__ import annotations

from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.words import Role
from ui.rooms import Rooms
from ui.shell.desk import Desk
from ui.shell.desk_view import DeskView
from ui.shell.tabs import ALL_ACTIONS

SEARCH, QUESTIONS = "search", "questions"
VAULT_PAGES = (SEARCH, QUESTIONS, ALL_ACTIONS)


class VaultPages:
    def __init__(self, rooms: Rooms, view: DeskView, desk: Desk, shelf: Shelf) -> None:
        self._rooms = rooms
        self._view = view
        self._desk = desk
        self._shelf = shelf

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
