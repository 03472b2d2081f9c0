"""Phase, training, signposts and form on the page about the relationship, and what waits over a lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.model.relationship import Commitment, Programme, Relationship, Signpost
from mentorjournal.model.words import (
    Mode,
    Phase,
    RelationshipForm,
    RelationshipType,
    Role,
    Training,
)
from tests.ui.driving import LIMIT, Driver, make_vault, on_shelf
from tests.ui.names import unnamed
from ui.pages.about.draft_place import from_place, to_place
from ui.pages.about.view import AboutView
from ui.pages.about.wording import form_words
from ui.pages_of_journal import build_rooms
from ui.sitting import Sitting

T = TypeVar("T")
Open = Callable[..., Sitting]


@pytest.fixture
def open_about(driver: Driver, tmp_path: Path) -> Open:
    def open_it(kind: RelationshipType = RelationshipType.LONG_TERM_FORMAL, **about: object) -> Sitting:
        folder = tmp_path / "vault"
        make_vault(folder)
        with on_shelf(folder) as shelf:
            shelf.add(Relationship(codename="Heron", my_role=Role.MENTOR, type=kind, **about))  # type: ignore[arg-type]
        sitting = driver.unlock(driver.start(folder, build_rooms))
        driver.running[0].window.activateWindow()
        driver.qtbot.waitUntil(lambda: sitting.desk.journal is not None, timeout=LIMIT)
        sitting.show_about()
        settle(driver)
        return sitting

    return open_it


def settle(driver: Driver) -> None:
    driver.seated(driver.running[-1])
    QApplication.processEvents()
    driver.seated(driver.running[-1])


def page(sitting: Sitting) -> AboutView:
    return sitting.side.about_view


def within(driver: Driver, sitting: Sitting, work: Callable[[Journal], T]) -> T:
    assert sitting.desk.journal is not None
    answers: list[T] = []
    problems: list[Exception] = []
    there = partial(work, sitting.desk.journal.journal)
    sitting.tasks.run(there, done=answers.append, failed=problems.append)
    settle(driver)
    assert problems == []
    return answers[0]


def kept(driver: Driver, sitting: Sitting) -> Relationship:
    return within(driver, sitting, Journal.relationship)


def push(driver: Driver, button: QWidget) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    driver.qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(driver)


# Phase


def test_the_suggested_phase_stands_there_with_its_reason(open_about: Open) -> None:
    about = page(open_about())
    assert about.phase.suggestion.text() == "Suggested: building rapport. You have met once at most."


def test_taking_the_suggestion_is_an_act_that_can_be_taken_back(driver: Driver, open_about: Open) -> None:
    sitting = open_about()
    phase = page(sitting).phase
    phase.fold.set_open(True)
    push(driver, phase.take)
    assert kept(driver, sitting).phase is Phase.RAPPORT_BUILDING
    assert not phase.take.isVisible()
    assert sitting.next_acts[0] == "Change phase"
    sitting.undo()
    settle(driver)
    assert kept(driver, sitting).phase is Phase.NOT_TRACKED
    assert phase.phase.value() is Phase.NOT_TRACKED


def test_a_phase_of_ones_own_is_kept_at_once_beside_what_is_typed(driver: Driver, open_about: Open) -> None:
    sitting = open_about()
    page(sitting).details.partner_name.setText("half a name")
    phase = page(sitting).phase
    phase.fold.set_open(True)
    phase.phase.setFocus()
    driver.qtbot.keyClicks(phase.phase, "Making")
    driver.qtbot.keyClick(phase.phase, Qt.Key.Key_Return)
    phase.phase.activated.emit(phase.phase.currentIndex())
    settle(driver)
    assert kept(driver, sitting).phase is Phase.PROGRESS_MAKING
    assert page(sitting).details.partner_name.text() == "half a name"
    assert phase.take.isVisible()


@pytest.mark.parametrize("kind", [RelationshipType.INFORMAL, RelationshipType.ONE_STOP])
def test_informal_and_one_stop_are_not_followed_until_that_is_switched_on(
    driver: Driver, open_about: Open, kind: RelationshipType
) -> None:
    sitting = open_about(kind, specialist_topic="A talk")
    phase = page(sitting).phase
    phase.fold.set_open(True)
    assert "not followed" in phase.suggestion.text()
    assert not phase.take.isVisible()
    phase.chosen.emit(Phase.DIRECTION_SETTING)
    settle(driver)
    assert "Suggested: building rapport" in phase.suggestion.text()
    assert phase.take.isVisible()


# Training, programme, signposts


def test_training_with_its_day_and_title_is_kept(driver: Driver, open_about: Open) -> None:
    sitting = open_about()
    details = page(sitting).details
    assert details.my_training_title.isHidden() or not details.my_training_title.isVisibleTo(details)
    details.my_training.set_value(Training.YES)
    details.my_training.chosen.emit(Training.YES)
    assert details.my_training_title.isVisibleTo(details.my_training_title.parentWidget())
    details.my_training_on.set_value(date(2026, 2, 3))
    details.my_training_title.setText("Mentoring, an introduction")
    details.scheme_rules.set_text("Six meetings a year")
    push(driver, page(sitting).save)
    about = kept(driver, sitting)
    assert (about.my_training, about.my_training_on, about.my_training_title) == (
        Training.YES,
        date(2026, 2, 3),
        "Mentoring, an introduction",
    )
    assert about.programme.scheme_rules == "Six meetings a year"


def test_training_that_is_known_is_shown_whatever_was_chosen_since(open_about: Open) -> None:
    details = page(open_about(my_training=Training.NO, my_training_title="Begun and not ended")).details
    assert details.my_training_title.isVisibleTo(details.my_training_title.parentWidget())


def test_places_to_refer_on_are_added_and_removed_by_keyboard(driver: Driver, open_about: Open) -> None:
    sitting = open_about(signposts=(Signpost(what_for="Debt", service="Advice centre"),))
    about = page(sitting)
    about.places.set_open(True)
    settle(driver)
    push(driver, about.signposts.add_button)
    window = driver.running[0].window
    driver.qtbot.keyClicks(window.focusWidget(), "Sleep")
    driver.qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    driver.qtbot.keyClicks(window.focusWidget(), "Occupational health")
    push(driver, about.signposts.rows[0].remove_button)
    assert window.focusWidget() is about.signposts.rows[0].what_for
    push(driver, about.save)
    assert kept(driver, sitting).signposts == (Signpost(what_for="Sleep", service="Occupational health"),)


def test_an_empty_row_is_nothing(driver: Driver, open_about: Open) -> None:
    sitting = open_about()
    page(sitting).places.set_open(True)
    push(driver, page(sitting).signposts.add_button)
    push(driver, page(sitting).save)
    assert kept(driver, sitting).signposts == ()


# Form


@pytest.mark.parametrize(
    ("form", "role", "words"),
    [
        (RelationshipForm.REVERSE, Role.MENTOR, "above you in rank"),
        (RelationshipForm.REVERSE, Role.MENTEE, "below you in rank"),
        (RelationshipForm.PEER, Role.PEER, "one half of a session"),
        (RelationshipForm.RECIPROCAL, Role.MENTOR, "roles change"),
        (RelationshipForm.TRADITIONAL, Role.MENTOR, ""),
    ],
)
def test_who_is_mentee_stands_in_words(form: RelationshipForm, role: Role, words: str) -> None:
    said = form_words(form, role)
    assert words in said and bool(said) is bool(words)


def test_the_words_follow_the_form_that_is_chosen(open_about: Open) -> None:
    about = page(open_about())
    assert not about.form_words.isVisible()
    about.form.set_value(RelationshipForm.REVERSE)
    about.form.chosen.emit(RelationshipForm.REVERSE)
    assert about.form_words.isVisible() and "above you" in about.form_words.text()


# What is typed and not saved


def type_some(about: AboutView) -> None:
    about.details.partner_name.setText("Amara")
    about.details.purpose.set_text("Half a purpose")
    about.details.sessions.setValue(7)
    about.signposts.show_signposts((Signpost(what_for="Sleep"),))


def typed(about: AboutView) -> tuple[object, ...]:
    return (
        about.details.partner_name.text(),
        about.details.purpose.text(),
        about.details.sessions.value(),
        [one.what_for for one in about.signposts.signposts()],
    )


TYPED = ("Amara", "Half a purpose", 7, ["Sleep"])


def test_what_is_typed_waits_over_a_lock(driver: Driver, open_about: Open, tmp_path: Path) -> None:
    sitting = open_about()
    type_some(page(sitting))
    sitting.locking.lock()
    driver.qtbot.waitUntil(lambda: bool(driver.replaced), timeout=LIMIT)
    again = driver.unlock(driver.start(tmp_path / "vault", build_rooms))
    settle(driver)
    again.show_about()
    settle(driver)
    assert typed(page(again)) == TYPED
    assert "not saved yet" in page(again).message.text()


@pytest.mark.parametrize("way", ["escape", "back"])
def test_what_is_typed_waits_while_another_page_is_in_front(
    driver: Driver, open_about: Open, way: str
) -> None:
    sitting = open_about()
    type_some(page(sitting))
    if way == "back":
        push(driver, page(sitting).back)
    else:
        sitting.back()
    settle(driver)
    assert sitting.view.page_in_front != "about"
    sitting.show_about()
    settle(driver)
    assert typed(page(sitting)) == TYPED


def test_what_was_typed_can_be_discarded(driver: Driver, open_about: Open) -> None:
    sitting = open_about()
    type_some(page(sitting))
    sitting.back()
    sitting.show_about()
    settle(driver)
    push(driver, page(sitting).discard)
    assert typed(page(sitting)) == ("", "", 0, [])
    assert not page(sitting).discard.isVisible()


def test_what_was_saved_is_not_half_typed(driver: Driver, open_about: Open) -> None:
    sitting = open_about()
    type_some(page(sitting))
    push(driver, page(sitting).save)
    sitting.show_about()
    settle(driver)
    assert typed(page(sitting)) == TYPED
    assert not page(sitting).discard.isVisible()


def test_everything_has_a_name(driver: Driver, open_about: Open) -> None:
    sitting = open_about(signposts=(Signpost(what_for="Debt"),))
    about = page(sitting)
    for fold in (*about.details.folds, about.phase.fold, about.hats, about.places):
        fold.set_open(True)
    settle(driver)
    assert unnamed(driver.running[0].window) == []


texts = st.text(max_size=20)
days = st.none() | st.dates()
relationships = st.builds(
    Relationship,
    codename=texts,
    my_role=st.sampled_from(Role),
    type=st.just(RelationshipType.INFORMAL),
    form=st.sampled_from(RelationshipForm),
    purpose=texts,
    question=texts,
    my_training=st.sampled_from(Training),
    my_training_on=days,
    started_on=days,
    follow_up_on=days,
    programme=st.builds(Programme, name=texts, scheme_rules=texts),
    commitment=st.builds(
        Commitment,
        sessions_planned=st.none() | st.integers(1, 60),
        interval_days=st.none() | st.integers(1, 300),
        minutes=st.integers(1, 1440),
        mode=st.sampled_from(Mode),
    ),
    signposts=st.lists(st.builds(Signpost, what_for=texts, service=texts)).map(tuple),
)


@given(relationships, relationships)
def test_what_is_typed_comes_back_as_it_was(written: Relationship, shown: Relationship) -> None:
    assert from_place(to_place(written, shown), shown) == written


@given(
    st.dictionaries(
        st.sampled_from(["codename", "my_role", "started_on", "programme", "commitment", "signposts", "x"]),
        st.none() | st.integers() | texts | st.lists(texts) | st.dictionaries(texts, texts),
    )
)
def test_a_strange_place_changes_nothing_it_should_not(place: dict[str, object]) -> None:
    shown = Relationship(codename="Heron", my_role=Role.MENTOR, type=RelationshipType.INFORMAL)
    back = from_place(place, shown)
    assert replace(back, type=shown.type, status=shown.status) == back
