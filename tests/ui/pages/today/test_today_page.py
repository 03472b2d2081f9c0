"""Today, walked by keys alone over real journals."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorjournal.guidance.checkpoints import Checkpoint
from mentorjournal.guidance.today import Look, Of, Worth
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.card import JournalId
from mentorjournal.model.closure import Closure
from mentorjournal.model.day_words import months_on
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.reflection import Reflection
from mentorjournal.model.session import AfterNote
from mentorjournal.model.words import (
    ActionStatus,
    EntryKind,
    RelationshipType,
    RetentionRule,
    Role,
    SessionKind,
    SessionStatus,
    TopicStatus,
)
from tests.ui.names import unnamed
from tests.ui.pages.acting import TODAY
from tests.ui.pages.today.stage import Stage, days
from ui.pages.today.presenter import PLANNED_KIND
from ui.pages.today.wording import Wording

ENTER, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab
HELD, PLANNED = SessionStatus.HELD, SessionStatus.PLANNED
FORMAL = RelationshipType.LONG_TERM_FORMAL


@pytest.mark.parametrize(
    ("role", "question"),
    [
        (Role.MENTEE, "What do I want from the next conversation?"),
        (Role.MENTOR, "Where did we leave it, and what did I promise?"),
        (Role.PEER, "Whose turn, and what is owed?"),
    ],
)
def test_each_role_has_its_question(stage: Stage, role: Role, question: str) -> None:
    stage.begin(role=role)
    stage.show()
    assert stage.view.question.text() == question


def test_a_promise_is_done_with_a_line_about_it(stage: Stage) -> None:
    heron, lark = stage.begin("Heron"), stage.begin("Lark")
    stage.action(heron, "Send the notes", -3)
    stage.action(lark, "Ask about the room", 2)
    stage.show()
    assert "Heron, overdue since" in stage.line().accessibleName()
    stage.key(SPACE)
    stage.type("They were glad of it")
    stage.key(ENTER)
    assert stage.outside.wishes == []
    assert "Ask about the room" in stage.line().accessibleName()
    (action,) = stage.do(heron.actions.all)
    assert (action.status, action.outcome_note) == (ActionStatus.DONE, "They were glad of it")
    stage.undo()
    assert len(stage.said()) == 2


def test_what_came_of_it_may_be_left_empty_or_not_be_said_at_all(stage: Stage) -> None:
    heron = stage.begin()
    stage.action(heron, "Send the notes", -3)
    stage.show()
    line = stage.line()
    stage.key(SPACE)
    assert stage.presenter.back()
    assert line.ask is None
    assert stage.line() is line
    assert not stage.presenter.back()
    stage.key(SPACE)
    stage.key(ENTER)
    assert stage.said() == []


def test_a_session_behind_took_place_and_carries_its_topics(stage: Stage) -> None:
    heron = stage.begin()
    stage.session(heron, -1, PLANNED)
    stage.session(heron, 5, PLANNED)
    behind, ahead = stage.do(heron.sessions.planned)
    stage.do(lambda: heron.topics.capture("Carried along", behind.id))
    stage.show()
    assert "Did it take place?" in stage.line().accessibleName()
    stage.key(SPACE)
    assert [said for said in stage.said() if "Did it take place?" in said] == []
    (topic,) = stage.do(lambda: heron.topics.of_session(ahead.id))
    assert topic.status is TopicStatus.CARRIED
    stage.undo()
    assert "Did it take place?" in stage.said()[0]


def test_each_line_leads_to_its_place(stage: Stage) -> None:
    heron = stage.begin()
    stage.session(heron, 2, PLANNED, "The talk")
    stage.session(heron, -3, HELD, "Held")
    stage.action(heron, "Send the notes", 1)
    old = Reflection(id=new_entry_id(), day=days(-90), text=from_plain("Old words"), revisit_on=days(0))
    stage.do(lambda: heron.reflections.add(old))
    stage.show()
    for words, key in (
        ("The talk", SPACE),
        ("The talk", ENTER),
        ("Send the notes", ENTER),
        ("Held", SPACE),
        ("Old words", SPACE),
        ("Old words", ENTER),
    ):
        stage.view.focus_first()
        stage.go_to(words)
        stage.key(key)
    found = [(wish[0], wish[2], wish[3:]) for wish in stage.outside.wishes]
    (planned,) = stage.do(heron.sessions.planned)
    (action,) = stage.do(heron.actions.all)
    (held,) = stage.do(lambda: heron.sessions.unnoted(days(-9), days(0)))
    assert found == [
        ("session", planned.id, ("before",)),
        ("entry", EntryKind.SESSION, (planned.id,)),
        ("entry", EntryKind.ACTION, (action.id,)),
        ("session", held.id, ("after",)),
        ("beside", old.id, ()),
        ("entry", EntryKind.REFLECTION, (old.id,)),
    ]


def test_a_returning_reflection_can_come_back_later(stage: Stage) -> None:
    heron = stage.begin()
    old = Reflection(id=new_entry_id(), day=days(-90), text=from_plain("Old words"), revisit_on=days(-2))
    stage.do(lambda: heron.reflections.add(old))
    stage.show()
    stage.key(TAB)
    stage.key(SPACE)  # Not now
    assert stage.said() == []
    assert stage.do(lambda: heron.reflections.get(old.id)).revisit_on == days(14)
    stage.undo()
    assert len(stage.said()) == 1


def test_drift_is_left_for_later_or_planned_away(stage: Stage) -> None:
    heron = stage.begin(type=FORMAL)
    stage.agree(heron, days(-1))
    stage.session(heron, -70, HELD)
    stage.show()
    assert stage.said() == ["Heron: not met for 10 weeks. Plan the next conversation?"]
    stage.key(TAB)
    stage.key(SPACE)  # Not now
    assert stage.said() == []
    assert stage.focused() is stage.view.write
    stage.undo()
    stage.view.focus_first()
    stage.key(SPACE)
    for typed, problem in (("", "Say when"), ("some day", "not understood")):
        stage.type(typed)
        stage.key(ENTER)
        ask = stage.view.rows()[0].ask
        assert ask is not None
        assert problem in ask.problem()
        assert ask.field.text() == typed
    stage.type("in 2 weeks")
    stage.key(ENTER)
    (session,) = stage.do(heron.sessions.planned)
    assert (session.day, session.kind) == (days(14), SessionKind.REGULAR)
    assert len(stage.said()) == 1
    stage.undo()
    assert stage.said() == ["Heron: not met for 10 weeks. Plan the next conversation?"]


def test_informal_journals_are_never_noticed_for_not_meeting(stage: Stage) -> None:
    heron = stage.begin()
    stage.session(heron, -300, HELD)
    stage.show()
    assert stage.said() == []


def test_a_topic_that_went_along_three_times_can_be_parked(stage: Stage) -> None:
    heron = stage.begin()
    for count in (-3, -2, -1, 20):
        stage.session(heron, count, PLANNED)
    first = stage.do(heron.sessions.planned)[0]
    stage.do(lambda: heron.topics.capture("The question of the post", first.id))
    for session in stage.do(heron.sessions.planned)[:3]:
        stage.do(lambda session=session: heron.hold(session.id))  # type: ignore[misc]
    stage.show()
    line = stage.go_to("The question of the post")
    assert "carried over 3 times" in line.accessibleName()
    stage.key(SPACE)
    assert not any("The question" in said for said in stage.said())


def test_tab_reaches_every_act_from_top_to_bottom(stage: Stage) -> None:
    heron = stage.begin(type=FORMAL)
    stage.session(heron, -70, HELD)
    for number in range(8):
        stage.action(heron, f"Action {number}", number - 3)
    stage.show()
    stage.key(SPACE)
    stage.key(Qt.Key.Key_Backtab)
    reached: list[QWidget] = []
    while (focused := stage.focused()) not in reached:
        reached.append(focused)
        stage.key(TAB)
    visible = [stop for section in stage.view.sections for stop in section.stops() if stop.isVisible()]
    assert reached == visible
    assert len(reached) == 2 * 7 + 3 + 1 - 1 + 1
    assert unnamed(stage.view) == []


def test_an_empty_day_says_so_and_offers_one_question(stage: Stage) -> None:
    stage.begin("Heron")
    stage.show()
    assert stage.focused() is stage.view.write
    assert stage.view.write.text() == "Write on this in Heron"
    stage.key(SPACE)
    ((wish, _, question),) = stage.outside.wishes
    assert wish == "on"
    assert question.question.endswith("?")  # type: ignore[attr-defined]


def test_a_day_with_much_in_it_shows_the_first_and_more_when_asked(stage: Stage) -> None:
    heron = stage.begin()
    stage.session(heron, -10_000, PLANNED, "T" * 300)

    def fill() -> None:
        with heron.together():
            for number in range(120):
                heron.actions.add(action(number))

    def action(number: int) -> object:
        from mentorjournal.model.action import Action

        text = "wordwithoutspace" * 60 if number % 2 else "words with a space " * 50
        return Action(id=new_entry_id(), day=days(0), text=text, due_on=days(-number))

    stage.do(fill)
    stage.show()
    stage.view.resize(640, 620)
    stage.settle()
    assert len(stage.view.rows()) == 7
    assert max(row.width() for row in stage.view.rows()) < 640
    for _ in range(7):
        stage.key(TAB)
        stage.key(TAB)
    stage.key(SPACE)
    assert len(stage.view.rows()) == 27
    assert stage.line() is stage.view.rows()[7]


def test_another_day_is_read_when_the_page_comes_to_the_front_again(stage: Stage) -> None:
    heron = stage.begin()
    stage.action(heron, "Later", 8)
    stage.show()
    assert stage.said() == []
    stage.clock.now += timedelta(days=1)
    stage.view.hide()
    stage.view.show()
    stage.settle()
    assert "Later" in stage.said()[0]


def test_an_entry_that_is_gone_meanwhile_is_said_and_leaves_the_page(stage: Stage) -> None:
    heron = stage.begin()
    stage.action(heron, "Send the notes", 1)
    stage.show()
    (action,) = stage.do(heron.actions.all)
    stage.do(lambda: heron.actions.remove(action.id))
    stage.key(SPACE)
    stage.key(ENTER)
    assert "not in the journal any more" in str(stage.outside.problems[0])
    assert stage.said() == []


def test_reading_anew_keeps_the_line_and_what_is_being_typed(stage: Stage) -> None:
    heron = stage.begin()
    stage.action(heron, "Send the notes", 1)
    stage.show()
    stage.key(SPACE)
    stage.type("Half a sent")
    stage.action(heron, "Came in between", -1)
    stage.presenter.refresh()
    stage.settle()
    assert "Came in between" in stage.said()[0]
    stage.qtbot.keyClicks(stage.focused(), "ence")
    ask = stage.view.rows()[1].ask
    assert ask is not None
    assert ask.field.text() == "Half a sentence"


# Checkpoints


def test_an_agreement_or_a_review_is_led_to_and_can_wait(stage: Stage) -> None:
    heron = stage.begin(type=FORMAL)
    stage.session(heron, -40, HELD)
    stage.show()
    assert "Heron: set up the agreement?" in stage.said()[0]
    stage.key(SPACE)
    stage.agree(heron, days(-39))
    stage.presenter.refresh()
    stage.settle()
    stage.key(SPACE)
    assert [wish[2] for wish in stage.outside.wishes] == ["agreement", "review agreement_check"]
    stage.key(TAB)
    stage.key(SPACE)  # Not now
    assert stage.said() == []
    stage.undo()
    assert "look at the agreement together?" in stage.said()[0]


def test_an_informal_one_is_offered_an_agreement_once_and_never_again(stage: Stage) -> None:
    heron = stage.begin()
    stage.session(heron, -3, HELD)
    stage.do(lambda: heron.sessions.note_after(heron.sessions.all()[0].id, AfterNote(mattered="x")))
    stage.show()
    assert "would a short agreement help?" in stage.said()[0]
    stage.key(TAB)
    stage.key(SPACE)  # Not now
    assert stage.said() == []
    assert stage.do(lambda: heron.quiet_until(Checkpoint.AGREE)) == date.max
    stage.undo()
    assert len(stage.said()) == 1


def test_after_a_year_an_informal_one_goes_on_for_another_or_is_closed(stage: Stage) -> None:
    heron = stage.begin(started_on=days(-400))
    stage.show()
    line = stage.line()
    assert line.later is not None
    assert (line.act.text(), line.later.text()) == ("Yes, go on", "Close")
    stage.key(TAB)
    stage.key(SPACE)
    assert [wish[2] for wish in stage.outside.wishes] == ["closing"]
    stage.view.focus_first()
    stage.key(SPACE)
    assert stage.said() == []
    assert stage.do(lambda: heron.quiet_until(Checkpoint.STILL_USEFUL)) == months_on(TODAY, 12)
    stage.undo()
    assert len(stage.said()) == 1


def test_notes_of_a_closed_one_are_led_to_when_they_are_due(stage: Stage) -> None:
    heron = stage.begin()
    rule = Closure(closed_on=days(0), rule=RetentionRule.DESTROY_AT_CLOSE)
    stage.do(lambda: heron.life.close(rule))
    (card,) = stage.do(stage.shelf.cards)
    stage.do(lambda: stage.shelf.refresh(card.id))
    stage.show()
    assert "what happens to its notes now?" in stage.said()[0]
    stage.key(SPACE)
    assert stage.outside.wishes == [("wish", card.id, "closing")]


@pytest.mark.parametrize("kind", list(RelationshipType))
@pytest.mark.parametrize("worth", [*Checkpoint, Worth.DRIFT])
def test_every_look_has_words_for_each_kind(
    kind: RelationshipType, worth: Checkpoint | Worth, qapp: object
) -> None:
    of = Of(id=JournalId("x"), codename="Heron", role=Role.MENTOR)
    said = Wording().line(Look(of=of, worth=worth, kind=kind, days=9, reason="Why."), TODAY)
    assert said.main.startswith("Heron: ") and "{" not in said.main
    assert said.act and said.later
    assert bool(said.asks) == (worth in PLANNED_KIND)
