"""An action as the editor types it, and back."""

from __future__ import annotations

from dataclasses import replace
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


def as_drafted(action: Action, draft: ActionDraft, due: date | None) -> Action:
    """*action* with what was typed. Its status stays."""
    return replace(
        action,
        text=draft.text,
        owner=draft.owner,
        is_promise=draft.is_promise,
        due_on=due,
        visibility=draft.visibility,
        outcome_note=draft.outcome_note,
        session_id=draft.session_id,
        goal_id=draft.goal_id,
    )
