"""A small vault with something to write on every page, and how each page is come to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.card import JournalId
from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import BlockId, EntryId, new_entry_id
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.session import NoteBlock, Preparation, Session
from mentorjournal.model.words import ActionOwner, EntryKind, RelationshipType, Role, SessionStatus
from mentorjournal.prompts import prompt_sets
from tests.ui.driving import make_vault, on_shelf
from ui.pages.actions.everywhere import AllActionsPresenter
from ui.pages.actions.presenter import ActionsPresenter
from ui.pages.goals.presenter import GoalsPresenter
from ui.pages.session.opening import Opening
from ui.pages.topics.inbox_view import InboxView
from ui.sitting import Sitting

WORDS = "one three"
IDS = {kind: EntryId(f"00000000-0000-4000-8000-{number:012}") for number, kind in enumerate(EntryKind)}
HELD, PLANNED = (EntryId(f"00000000-0000-4000-9000-{number:012}") for number in range(2))


def write_vault(folder: Path) -> None:
    """Heron, of which most is told, and a question that somebody brought once."""
    make_vault(folder)
    with on_shelf(folder) as shelf:
        heron = Relationship(codename="Heron", my_role=Role.MENTEE, type=RelationshipType.LONG_TERM_FORMAL)
        _fill(shelf.add(heron).journal)
        kind = RelationshipType.ONE_STOP
        shelf.add(Relationship(codename="Wren", my_role=Role.MENTOR, type=kind, specialist_topic=WORDS))
        shelf.ledger.keep(True)
        shelf.ledger.put(LedgerEntry(id=new_entry_id(), day=date.today(), minutes=60))


def _fill(journal: Journal) -> None:
    today, text = date.today(), from_plain(WORDS)
    held = Session(
        id=HELD,
        day=today - timedelta(days=1),
        status=SessionStatus.HELD,
        blocks=(NoteBlock(id=BlockId("first"), text=text), NoteBlock(id=BlockId("second"), text=text)),
    )
    planned = Session(id=PLANNED, day=today + timedelta(days=1), preparation=Preparation(since=WORDS))
    with journal.together():
        journal.sessions.add(held)
        journal.sessions.add(planned)
        framework = prompt_sets()[0]
        step = framework.steps[0]
        journal.reflections.add(
            Reflection(
                id=IDS[EntryKind.REFLECTION],
                day=today,
                text=text,
                framework_id=framework.id,
                answers=(Answer(step_id=step.id, prompt_text=step.mentee[0], text=text),),
            )
        )
        journal.learning_points.add(LearningPoint(id=IDS[EntryKind.LEARNING], day=today, text=WORDS))
        journal.goals.add(Goal(id=IDS[EntryKind.GOAL], day=today, title=WORDS, why=text))
        journal.actions.add(Action(id=IDS[EntryKind.ACTION], day=today, text=WORDS, owner=ActionOwner.ME))
        journal.topics.capture(WORDS)
    journal.agreements.begin()


# How each page is come to


@dataclass(frozen=True, slots=True)
class Story:
    """*page* is the name of the page; *steps* lead to it, the window at rest after each. *field* is what the
    part with the keyboard is called, or how its name begins, and *which* of several.
    """

    page: str
    steps: tuple[Callable[[Sitting], object], ...]
    field: str
    which: int = 0
    writes: bool = True


def tab(name: str) -> Callable[[Sitting], object]:
    return lambda sitting: sitting.show_tab(name)


def wish(name: str) -> Callable[[Sitting], object]:
    return lambda sitting: sitting.desk.aside.wish(name)


def entry(kind: EntryKind) -> Callable[[Sitting], object]:
    return lambda sitting: sitting.desk.show_entry(kind, IDS[kind])


def session(id: EntryId, opening: Opening) -> Callable[[Sitting], object]:
    return lambda sitting: sitting.desk.in_journal(
        _journal(sitting), lambda reach: reach.show_session(id, opening)
    )


def act(name: str) -> Callable[[Sitting], object]:
    return lambda sitting: sitting.act(name)


def find(words: str) -> Callable[[Sitting], object]:
    return lambda sitting: sitting.search(words)


def journal_named(codename: str) -> Callable[[Sitting], object]:
    return lambda sitting: sitting.open_journal(
        next(id for id, name in sitting.codenames if name == codename)
    )


def _journal(sitting: Sitting) -> JournalId:
    assert sitting.desk.journal is not None
    return sitting.desk.journal.id


def _edit_why(sitting: Sitting) -> None:
    goals = sitting.rooms.pages["goals"]
    assert isinstance(goals, GoalsPresenter)
    goals.edit("why")


def _edit_topic(sitting: Sitting) -> None:
    view = sitting.view.pages.currentWidget().findChild(InboxView)
    assert isinstance(view, InboxView)
    view.agenda.list.choose(0)
    view.agenda.list.edit_chosen()


def _capture(sitting: Sitting) -> None:
    sitting.keys.show_capture()


def _edit_action(sitting: Sitting) -> None:
    actions = sitting.rooms.pages["actions"]
    assert isinstance(actions, ActionsPresenter)
    actions.edit(IDS[EntryKind.ACTION])


def _edit_any_action(sitting: Sitting) -> None:
    actions = sitting.rooms.all_actions
    assert isinstance(actions, AllActionsPresenter)
    actions.edit(IDS[EntryKind.ACTION])


HERON = journal_named("Heron")

STORIES = {
    # The pages of a journal
    "reflection": Story("journal", (entry(EntryKind.REFLECTION),), "Reflection"),
    "answer": Story("journal", (entry(EntryKind.REFLECTION),), "Answer to: "),
    "learning point": Story("journal", (entry(EntryKind.LEARNING),), "Learning point"),
    "preparation": Story("journal", (session(PLANNED, Opening.BEFORE),), "Since last time"),
    "notes": Story("journal", (session(HELD, Opening.DURING),), "Notes. Mine. Private.", which=1),
    "after-note": Story("journal", (session(HELD, Opening.AFTER),), "Where did we stop?"),
    "inbox": Story("journal", (act("inbox"),), "Add a topic"),
    "topic": Story("journal", (act("inbox"), _edit_topic), "The topic"),
    "preparation's agenda": Story("journal", (session(PLANNED, Opening.BEFORE),), "Add a topic"),
    "topic from anywhere": Story("journal", (tab("journal"), _capture), "What do you want to talk about?"),
    "actions": Story("actions", (entry(EntryKind.ACTION),), "New action"),
    "action being edited": Story("actions", (entry(EntryKind.ACTION), _edit_action), "Action"),
    "goal": Story("goals", (entry(EntryKind.GOAL),), "What moved it"),
    "goal's why": Story("goals", (entry(EntryKind.GOAL), _edit_why), "Why it matters"),
    "agreement": Story("agreement", (tab("agreement"),), "Agreed"),
    "share": Story("share", (tab("share"),), "Step 1, ", writes=False),
    # Over all journals
    "today": Story("today", (Sitting.show_today,), "Heron: tomorrow", writes=False),
    "search": Story("search", (find("three"),), "Search all journals"),
    "all actions": Story("all actions", (Sitting.show_all_actions,), "Actions", writes=False),
    "any action being edited": Story("all actions", (Sitting.show_all_actions, _edit_any_action), "Action"),
    "question sets": Story("questions", (Sitting.show_questions,), "Question sets", writes=False),
    # Beside a journal
    "about": Story("about", (Sitting.show_about,), "Their role or title"),
    "settings": Story("settings", (Sitting.show_settings,), "New passphrase", writes=False),
    "new journal": Story("new journal", (Sitting.new_journal,), "Codename"),
    "rating": Story("ratings", (Sitting.rate,), "What would make the biggest difference?"),
    "versions": Story("versions", (entry(EntryKind.REFLECTION), Sitting.show_versions), "Back", writes=False),
    "review": Story("review", (wish("review mid_term"),), "What we decide"),
    "closing": Story("closing", (wish("closing"),), "", writes=False),
    "records": Story("destruction records", (wish("records"),), "Back", writes=False),
    "primers": Story("primers", (wish("primer ending"),), "", writes=False),
    "safety": Story("safety", (wish("safety"),), "Safety", writes=False),
    "ledger": Story("ledger", (wish("ledger"),), "What was learnt"),
    "book": Story("book", (wish("book"),), "From"),
    "one stop": Story("one stop", (journal_named("Wren"), wish("one stop")), "What I should know first"),
}
