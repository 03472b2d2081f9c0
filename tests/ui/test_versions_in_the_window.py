"""Earlier versions in the running program: led to from each page where a text is written, and back from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.blocks import to_plain
from mentorjournal.model.closure import Closure
from mentorjournal.model.ids import EntryId
from mentorjournal.model.rating import Rating, RatingItem
from mentorjournal.model.review import Review, ReviewAnswer
from mentorjournal.model.revision import RevisionRow
from mentorjournal.model.session import Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import EntryKind, RetentionRule, ReviewKind, SessionStatus, Visibility
from tests.ui.driving import Driver, make_vault, on_shelf
from ui.pages.actions.view import ActionsView
from ui.pages.topics.view import AgendaView
from ui.pages.versions.version_list import ROW
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

T = TypeVar("T")

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WAS = "What had been written here before, in a good many words"
DAY = date(2026, 3, 1)
ACTION, TOPIC, MEETING, AGENDA = (EntryId(name) for name in ("action", "topic", "meeting", "agenda"))
RATING, REVIEW = EntryId("rating"), EntryId("review")


def typed_over(journal: Journal) -> None:
    """One entry of each kind, whose text is all but gone."""
    action = Action(id=ACTION, day=DAY, text=WAS, visibility=Visibility.SUMMARY_OK)
    journal.actions.add(action)
    journal.actions.write(replace(action, text="Oh"))
    journal.sessions.add(Session(id=MEETING, day=DAY, status=SessionStatus.HELD, title="A meeting"))
    for id, session in ((TOPIC, None), (AGENDA, MEETING)):
        journal.topics.add(Topic(id=id, day=DAY, text=WAS, session_id=session))
        journal.topics.reword(id, "Oh")
    items = (RatingItem("Trust"),)
    rating = Rating(id=RATING, day=DAY, instrument_id="own", name="Own", items=items, values=(4,), note=WAS)
    journal.ratings.add(rating)
    journal.ratings.write(replace(rating, note="Oh"))
    answers = (ReviewAnswer(question="What stayed?", mine=WAS),)
    review = Review(id=REVIEW, day=DAY, kind=ReviewKind.AGREEMENT_CHECK, answers=answers)
    journal.reviews.add(review)
    journal.reviews.write(replace(review, answers=(replace(answers[0], mine="Oh"),)))
    journal.agreements.begin()
    draft = journal.agreements.draft()
    assert draft is not None
    for text in (WAS, "Oh"):
        clause = replace(draft.clauses[0], my_draft=text)
        journal.agreements.write(replace(draft, clauses=(clause, *draft.clauses[1:])))
    for text in (WAS, "Oh"):
        journal.describe(replace(journal.relationship(), purpose=text))
    hold = Closure(closed_on=DAY, rule=RetentionRule.ON_HOLD, hold_reason=WAS)
    journal.life.close(hold)
    journal.life.settle_notes(replace(hold, hold_reason="Oh"))


@pytest.fixture
def sitting(driver: Driver, tmp_path: Path) -> Sitting:
    make_vault(tmp_path / "vault", "Heron")
    with on_shelf(tmp_path / "vault") as shelf:
        typed_over(shelf.named("Heron").journal)
    sitting = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    driver.running[0].window.activateWindow()
    settle(driver)
    sitting.show_tab("journal")
    return sitting


def settle(driver: Driver) -> None:
    driver.seated(driver.running[0])
    QApplication.processEvents()
    driver.seated(driver.running[0])


def press(
    driver: Driver, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    window = driver.running[0].window
    driver.qtbot.keyClick(window.focusWidget() or window, key, modifier)
    settle(driver)


def show(driver: Driver, act: Callable[[], object]) -> None:
    act()
    settle(driver)


def rows(sitting: Sitting) -> list[RevisionRow]:
    assert sitting.view.page_in_front == "versions"
    model = sitting.past.versions_view.list.model()
    return [model.index(place, 0).data(ROW) for place in range(model.rowCount())]


def in_vault(driver: Driver, sitting: Sitting, work: Callable[[Journal], T]) -> T:
    """What *work* finds in the open journal."""
    found: list[T] = []
    journal = sitting.desk.journal
    assert journal is not None
    sitting.tasks.run(partial(work, journal.journal), done=found.append, failed=sitting.desk.problem)
    settle(driver)
    return found[0]


def said(driver: Driver, sitting: Sitting) -> str:
    """All that the versions listed say."""
    listed = [row.id for row in rows(sitting)]

    def read(journal: Journal) -> str:
        versions = [journal.versions.get(id) for id in listed]
        return " ".join(to_plain(part.text) for one in versions for part in one.parts)

    return in_vault(driver, sitting, read)


def agenda(sitting: Sitting) -> AgendaView:
    """The agenda beside the notes of the meeting, with its topic chosen."""
    for view in sitting.view.findChildren(AgendaView):
        view.select(AGENDA)
        if view.isVisible() and view.selected() == AGENDA:
            return view
    raise AssertionError("no agenda is shown")


def test_of_the_chosen_action_by_key_and_as_a_copy(driver: Driver, sitting: Sitting) -> None:
    show(driver, lambda: sitting.desk.show_entry(EntryKind.ACTION, ACTION))
    view = sitting.rooms.views["actions"]
    assert isinstance(view, ActionsView)
    show(driver, lambda: view.acts.wanted.emit("versions"))
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "actions"
    press(driver, Qt.Key.Key_H, CONTROL_SHIFT)
    assert WAS in said(driver, sitting)
    show(driver, sitting.past.versions_view.restore.click)
    assert sitting.view.page_in_front == "actions" and view.selected() not in (None, ACTION)


def test_of_the_topic_that_is_chosen_in_the_inbox_and_as_a_copy(driver: Driver, sitting: Sitting) -> None:
    show(driver, lambda: sitting.desk.show_entry(EntryKind.TOPIC, TOPIC))
    show(driver, sitting.show_versions)
    assert WAS in said(driver, sitting)
    show(driver, sitting.past.versions_view.restore.click)
    assert sitting.view.page_in_front == "journal"
    inbox = in_vault(driver, sitting, lambda journal: journal.topics.inbox())
    assert [topic.text for topic in inbox] == ["Oh", WAS]


def test_of_a_topic_on_an_agenda_by_the_key_in_its_list(driver: Driver, sitting: Sitting) -> None:
    show(driver, lambda: sitting.desk.show_entry(EntryKind.SESSION, MEETING))
    show(driver, lambda: sitting.act("session during"))
    agenda(sitting).list.setFocus()
    press(driver, Qt.Key.Key_H, CONTROL_SHIFT)
    assert said(driver, sitting) == WAS


def test_of_the_draft_of_the_agreement(driver: Driver, sitting: Sitting) -> None:
    show(driver, lambda: sitting.show_tab("agreement"))
    show(driver, sitting.rooms.views["agreement"].earlier.trigger)  # type: ignore[attr-defined]
    assert WAS in said(driver, sitting)
    assert sitting.past.versions_view.restore.isHidden()
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == "agreement"


@pytest.mark.parametrize(
    ("kind", "id", "page"), [(EntryKind.REVIEW, REVIEW, "review"), (EntryKind.RATING, RATING, "ratings")]
)
def test_of_what_lies_open_on_a_side_page_and_back_to_it(
    driver: Driver, sitting: Sitting, kind: EntryKind, id: EntryId, page: str
) -> None:
    show(driver, lambda: sitting.desk.show_entry(kind, id))
    assert sitting.view.page_in_front == page
    show(driver, sitting.view.pages.currentWidget().versions.click)  # type: ignore[attr-defined]
    assert WAS in said(driver, sitting)
    press(driver, Qt.Key.Key_Escape)
    assert sitting.view.page_in_front == page
    press(driver, Qt.Key.Key_H, CONTROL_SHIFT)
    assert WAS in said(driver, sitting)


def test_of_the_relationship_with_what_is_typed_there_still_waiting(driver: Driver, sitting: Sitting) -> None:
    show(driver, sitting.show_about)
    view = sitting.side.about_view
    view.codename.setText("Wren")
    show(driver, view.versions.click)
    assert WAS in said(driver, sitting)
    show(driver, sitting.past.versions_view.back.click)
    assert sitting.view.page_in_front == "about" and view.codename.text() == "Wren"


def test_of_why_the_notes_are_held(driver: Driver, sitting: Sitting) -> None:
    show(driver, lambda: sitting.desk.aside.wish("closing"))
    show(driver, sitting.show_versions)
    assert said(driver, sitting) == WAS
    show(driver, sitting.back)
    assert sitting.view.page_in_front == "closing"
