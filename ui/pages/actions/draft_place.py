"""What was changed in an action's fields as values that can be kept over a lock, and back."""

from __future__ import annotations

from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import ActionOwner, Visibility
from ui.pages.actions.contract import ActionDraft
from ui.pages.actions.draft import changed_in

Place = dict[str, object]


def editing_to_place(draft: ActionDraft, began: ActionDraft) -> Place:
    """The changed fields alone: the others are taken from the action as it is by then."""
    place: Place = {
        "text": draft.text,
        "owner": draft.owner.value,
        "is_promise": draft.is_promise,
        "due": draft.due,
        "visibility": draft.visibility.value,
        "outcome_note": draft.outcome_note,
        "session_id": draft.session_id,
        "goal_id": draft.goal_id,
    }
    return {name: place[name] for name in changed_in(draft, began)}


def editing_from_place(place: Place, began: ActionDraft) -> ActionDraft:
    """*began* with what `editing_to_place` gave. Whatever is missing or strange stays as it is."""

    def text(name: str, usual: str) -> str:
        value = place.get(name)
        return value if isinstance(value, str) else usual

    def link(name: str, usual: EntryId | None) -> EntryId | None:
        value = place.get(name, usual)
        return EntryId(value) if isinstance(value, str) else None

    owner, visibility, promise = (place.get(name) for name in ("owner", "visibility", "is_promise"))
    return ActionDraft(
        text=text("text", began.text),
        owner=ActionOwner(str(owner)) if owner in list(ActionOwner) else began.owner,
        is_promise=promise if isinstance(promise, bool) else began.is_promise,
        due=text("due", began.due),
        visibility=Visibility(str(visibility)) if visibility in list(Visibility) else began.visibility,
        outcome_note=text("outcome_note", began.outcome_note),
        session_id=link("session_id", began.session_id),
        goal_id=link("goal_id", began.goal_id),
    )
