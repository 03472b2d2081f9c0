"""An action as the editor types it, and back."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from mentorjournal.model.action import Action
from mentorjournal.model.day_words import day_in_words
from ui.pages.actions.contract import ActionDraft


def draft_of(action: Action) -> ActionDraft:
    return ActionDraft(
        text=action.text,
        owner=action.owner,
        is_promise=action.is_promise,
        due=day_in_words(action.due_on) if action.due_on else "",
        visibility=action.visibility,
        outcome_note=action.outcome_note,
        session_id=action.session_id,
        goal_id=action.goal_id,
    )


def changed_in(draft: ActionDraft, began: ActionDraft) -> frozenset[str]:
    """The names of the fields that are not as they were when the edit began."""
    names = (one.name for one in fields(draft))
    return frozenset(name for name in names if getattr(draft, name) != getattr(began, name))


def as_drafted(action: Action, draft: ActionDraft, began: ActionDraft, due: date | None) -> Action:
    """*action* with the fields that were changed. The others, and its status, may have changed meanwhile."""
    typed = changed_in(draft, began)
    return replace(
        action,
        text=draft.text if "text" in typed else action.text,
        owner=draft.owner if "owner" in typed else action.owner,
        is_promise=draft.is_promise if "is_promise" in typed else action.is_promise,
        due_on=due if "due" in typed else action.due_on,
        visibility=draft.visibility if "visibility" in typed else action.visibility,
        outcome_note=draft.outcome_note if "outcome_note" in typed else action.outcome_note,
        session_id=draft.session_id if "session_id" in typed else action.session_id,
        goal_id=draft.goal_id if "goal_id" in typed else action.goal_id,
    )
