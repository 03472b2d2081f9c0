"""What is open beneath the list: an action being edited, and over it a line that asks one thing of another.

An edit whose words were changed gives way to nothing but its own end: it comes back when the line is closed.
No Qt here.
"""

from __future__ import annotations

from mentorjournal.model.ids import EntryId
from mentorjournal.model.timeline import TimelineRow
from ui.pages.actions.contract import ActionDraft, ActionsView, Ask, Listed
from ui.pages.actions.draft import draft_of
from ui.pages.actions.draft_place import editing_to_place

Links = tuple[list[TimelineRow], list[TimelineRow]]


class Beneath:
    """The actions it is about may stand in no row any more when the answer comes."""

    def __init__(self, view: ActionsView) -> None:
        self._view = view
        self.forget()

    def forget(self) -> None:
        self._edited: Listed | None = None
        self._asked: Listed | None = None

    def find(self, id: EntryId) -> Listed | None:
        return next((one for one in (self._asked, self._edited) if one and one.action.id == id), None)

    def began(self, id: EntryId) -> ActionDraft | None:
        """The fields as they were when the edit of this action began."""
        return draft_of(self._edited.action) if self.edits(id) and self._edited else None

    def edits(self, id: EntryId) -> bool:
        return self._edited is not None and self._edited.action.id == id

    def edit(self, listed: Listed, draft: ActionDraft, links: Links) -> None:
        """Show all fields, unless an action is half edited: that one comes first."""
        if self._is_half_edited:
            self._view.hold_editor()
        else:
            self._edited = listed
            self._view.show_editor(listed, draft, *links)

    def ask(self, ask: Ask, listed: Listed, words: str = "") -> None:
        """Ask what came of it, or until when it is carried; *words* were typed before."""
        self._asked = listed
        self._view.ask(ask, listed.action, words)

    def put_away(self) -> None:
        """Close the line; the list is free again, or an edit that is half typed comes back."""
        if self._is_half_edited:
            self._view.back_to_editor()
        else:
            self.leave_editor()

    def leave_editor(self) -> None:
        """Close the edit; what was typed is kept, or not wanted."""
        self._edited = None
        self._view.close_below()

    def place(self) -> dict[str, object]:
        place: dict[str, object] = {}
        if self._edited:
            id, began = self._edited.action.id, draft_of(self._edited.action)
            changed = editing_to_place(self._view.edited(), began)
            place["editing"] = {"id": id, "journal": self._edited.journal, **changed}
        if self._asked and (asked := self._view.asked()):
            ask, words = asked
            which = {"id": self._asked.action.id, "journal": self._asked.journal}
            place["asked"] = {**which, "ask": ask.value, "words": words}
        return place

    @property
    def _is_half_edited(self) -> bool:
        return self._edited is not None and self._view.edited() != draft_of(self._edited.action)
