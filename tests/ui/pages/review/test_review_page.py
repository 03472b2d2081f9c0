"""A review on its sheet, driven by keys over a real journal."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.model.export import ExportKind
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.relationship import Commitment
from mentorjournal.model.review import LONGEST_ANSWER
from mentorjournal.model.words import ActionStatus, RelationshipType, ReviewKind, Role
from tests.ui.names import unnamed
from tests.ui.pages.acting import TODAY
from tests.ui.pages.review.stage import Page

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MID, CHECK = ReviewKind.MID_TERM, ReviewKind.AGREEMENT_CHECK
TAB = Qt.Key.Key_Tab


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def mine(page: Page) -> list[str]:
    return [one.mine.text() for one in page.view.answers.answers]


# Which review


def test_without_a_kind_it_is_the_one_that_is_due(page: Page) -> None:
    page.begin()
    page.meet(-60)
    page.agree(TODAY - timedelta(days=40))
    page.show()
    assert page.view.title.text() == "Agreement check"
    assert page.outside.changes[0].label == "Begin agreement check"


def test_with_nothing_due_it_is_the_one_that_is_not_finished(page: Page) -> None:
    page.begin()
    page.show(ReviewKind.ENDING)
    page.presenter.choose()
    page.desk.settle()
    page.show()
    assert page.view.title.text() == "Ending review"


def test_with_neither_there_is_a_choice_of_what_makes_sense(page: Page) -> None:
    page.begin()
    page.show()
    assert page.reviews() == []
    names = [button.accessibleName() for button in page.view.choice.buttons()]
    assert names == ["Begin: Agreement check", "Begin: Mid-term review", "Begin: Ending review"]
    assert focused() is page.view.choice.buttons()[0]
    page.press(TAB)
    page.press(Qt.Key.Key_Space)
    assert page.view.title.text() == "Mid-term review"


def test_a_review_begun_twice_is_the_one_that_is_there(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.type("Useful")
    page.show(MID)
    assert len(page.reviews()) == 1
    assert mine(page)[0] == "Useful"


@pytest.mark.parametrize(
    ("kind", "count"),
    [(RelationshipType.LONG_TERM_FORMAL, 3), (RelationshipType.INFORMAL, 2), (RelationshipType.ONE_STOP, 1)],
)
def test_each_kind_of_journal_has_its_choice(page: Page, kind: RelationshipType, count: int) -> None:
    page.begin(type=kind, specialist_topic="One question")
    page.show()
    assert len(page.view.choice.buttons()) == count


def test_a_closed_journal_has_the_follow_up_alone_and_says_so(page: Page) -> None:
    page.begin()
    page.desk.do(partial(page.journal.life.take, Step.CLOSE))
    page.show(MID)
    assert page.reviews() == []
    said = [label.text() for label in page.view.choice.findChildren(type(page.view.title))]
    assert any("What is left to write is the follow-up" in text for text in said)
    page.press(Qt.Key.Key_Space)
    assert page.view.title.text() == "Follow-up"


def test_undoing_the_beginning_leads_back_to_the_choice(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.undo()
    assert page.reviews() == []
    assert page.view.choice.isVisible() and not page.view.answers.isVisible()


# Facts


def test_facts_are_of_the_beginning_until_they_are_brought_up_to_date(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.promise("Call her", ActionStatus.DONE)
    page.type("Useful")
    page.press(Qt.Key.Key_F5)
    (review,) = page.reviews()
    assert any(fact.value == "1 done" for fact in review.facts)
    assert mine(page)[0] == "Useful"
    page.undo()
    (review,) = page.reviews()
    assert not any(fact.value == "1 done" for fact in review.facts)
    assert review.answers[0].mine == "Useful"


def test_then_and_now_leads_to_the_ratings(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.click(page.view.facts.rate)
    assert page.outside.wished == ["rate"]
    page.show(CHECK)
    assert not page.view.facts.rate.isVisible()


# Answers


def test_answers_are_kept_as_one_types_and_say_so(page: Page) -> None:
    page.begin()
    page.show(MID)
    assert focused() is page.view.answers.answers[0].mine
    page.type("The silence")
    page.qtbot.waitUntil(lambda: page.view.saved.text().startswith("Saved"), timeout=5000)
    page.desk.settle()
    assert page.reviews()[0].answers[0].mine == "The silence"


def test_keys_lead_from_question_to_question_on_each_side(page: Page) -> None:
    page.begin()
    page.show(MID)
    answers = page.view.answers.answers
    page.press(Qt.Key.Key_Right, ALT)
    assert focused() is answers[1].mine
    page.press(Qt.Key.Key_T, ALT)
    assert focused() is answers[1].theirs
    page.press(Qt.Key.Key_Right, ALT)
    assert focused() is answers[2].theirs
    page.press(Qt.Key.Key_Left, ALT)
    page.press(Qt.Key.Key_T, ALT)
    assert focused() is answers[1].mine
    for _ in answers:
        page.press(Qt.Key.Key_Left, ALT)
    assert focused() is answers[0].mine


def test_theirs_is_folded_until_wanted_and_both_stand_side_by_side(page: Page) -> None:
    page.begin()
    page.show(MID)
    first, second = page.view.answers.answers[:2]
    assert not first.theirs.isVisible()
    page.type("Mine")
    page.press(Qt.Key.Key_T, ALT)
    page.type("Theirs")
    page.press(TAB)
    page.press(TAB)
    page.type("Theirs alone")
    assert first.theirs.mapTo(page.view, first.theirs.rect().topLeft()).x() > first.mine.width()
    page.press(Qt.Key.Key_T, ALT)
    assert first.theirs.isVisible() and not second.theirs.isVisible()
    page.keep()
    answers = page.reviews()[0].answers
    assert (answers[0].mine, answers[0].theirs) == ("Mine", "Theirs")
    assert (answers[1].mine, answers[1].theirs) == ("", "Theirs alone")


def test_an_answer_that_is_too_long_stays_and_says_by_how_much(page: Page) -> None:
    page.begin()
    page.show(MID)
    field = page.view.answers.answers[0].mine
    field.insertPlainText("x" * (LONGEST_ANSWER + 34))
    assert "too long by 34 characters" in field.wrong.text()
    page.keep()
    assert page.view.saved.text() == "Not saved"
    page.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    assert not page.reviews()[0].done
    assert focused() is field and len(field.text()) == LONGEST_ANSWER + 34
    for _ in range(34):
        page.press(Qt.Key.Key_Backspace)
    page.keep()
    assert field.wrong.isHidden()
    assert len(page.reviews()[0].answers[0].mine) == LONGEST_ANSWER


def test_what_cannot_be_kept_waits_over_another_review_and_a_lock(page: Page) -> None:
    opened = page.begin()
    page.show(MID)
    page.view.answers.answers[0].mine.insertPlainText("x" * (LONGEST_ANSWER + 1))
    page.show(ReviewKind.ENDING)
    assert mine(page)[0] == ""
    place = page.presenter.place()
    page.presenter.close()
    page.presenter.open(opened)
    page.presenter.restore(place)
    page.show(MID)
    assert len(mine(page)[0]) == LONGEST_ANSWER + 1


def test_what_was_being_typed_comes_back_with_its_cursor_after_a_lock(page: Page) -> None:
    opened = page.begin()
    page.show(MID)
    page.press(Qt.Key.Key_Right, ALT)
    page.type("Half a thought")
    place = page.presenter.place()
    page.presenter.close()
    page.desk.settle()
    assert mine(page) == []
    page.presenter.open(opened)
    page.presenter.restore(place)
    assert page.presenter.place() == place  # nothing is forgotten before it is shown
    page.show(MID)
    field = page.view.answers.answers[1].mine
    assert focused() is field and field.text() == "Half a thought"
    assert field.textCursor().position() == len("Half a thought")


def test_a_change_made_elsewhere_leaves_what_is_being_typed(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.type("Here")
    (review,) = page.reviews()
    change = page.desk.do(lambda: page.journal.reviews.renew_facts(review.id, ()))
    page.presenter.refresh(change)
    page.desk.settle()
    assert mine(page)[0] == "Here"


# Decisions


def test_decisions_lead_to_where_they_are_carried_out(page: Page) -> None:
    page.begin()
    page.show(MID)
    decisions = page.view.decisions
    page.click(decisions.version)
    page.click(decisions.goals)
    assert not decisions.closing.isVisible()
    page.show(ReviewKind.ENDING)
    page.click(decisions.closing)
    assert page.outside.wished == ["agreement", "goals page", "closing"]
    assert not decisions.rhythm.isVisible()


def test_the_rhythm_is_changed_through_the_journal_and_taken_back(page: Page) -> None:
    page.begin()
    page.show(MID)
    rhythm = page.view.decisions.rhythm
    assert not rhythm.keep.isEnabled()
    assert rhythm.values() == (6, 28, 60)
    rhythm.sessions.setValue(8)
    rhythm.interval.setValue(0)
    page.click(rhythm.keep)
    kept = page.desk.do(page.journal.relationship).commitment
    assert kept == Commitment(sessions_planned=8, interval_days=None, minutes=60)
    assert page.outside.changes[-1].label == "Change the rhythm"
    page.undo()
    assert page.desk.do(page.journal.relationship).commitment.sessions_planned == 6
    assert rhythm.values() == (6, 28, 60)


def test_done_sets_the_day_on_which_the_agreement_is_looked_at_again(page: Page) -> None:
    page.begin()
    page.agree(TODAY - timedelta(days=5))
    page.show(MID)
    page.view.decisions.next.line.setFocus()
    page.type("in 3 months")
    page.press(TAB)
    page.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    (review,) = page.reviews()
    assert review.done and review.next_review_on == date(2026, 6, 1)
    agreed = page.desk.do(page.journal.agreements.agreed)
    assert agreed is not None and agreed.review_on == date(2026, 6, 1)


def test_a_next_review_before_this_one_is_refused_where_it_stands(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.view.decisions.next.line.setFocus()
    page.type("2026-02-28")
    page.press(TAB)
    page.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    assert focused() is page.view.decisions.next.line
    assert "before this one" in page.view.decisions.next.line.accessibleDescription()
    assert page.reviews()[0].next_review_on is None


def test_a_done_review_is_read_and_only_undo_opens_it_again(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.type("The silence")
    page.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    field = page.view.answers.answers[0].mine
    assert field.isReadOnly() and not page.view.finish.isVisible()
    assert not page.view.facts.renew.isVisible()
    page.show(MID)
    page.presenter.choose()
    page.desk.settle()
    done = next(button for button in page.view.earlier.buttons() if "not finished" not in button.text())
    page.click(done)
    assert mine(page)[0] == "The silence"
    assert page.view.answers.answers[0].mine.isReadOnly()


def test_undo_opens_a_done_review_again_with_its_answers(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.type("The silence")
    page.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    page.undo()
    field = page.view.answers.answers[0].mine
    assert not field.isReadOnly() and page.view.finish.isVisible()
    field.setFocus()
    page.press(Qt.Key.Key_End)
    page.type(" at first")
    page.keep()
    assert page.reviews()[0].answers[0].mine == "The silence at first"


def test_a_review_is_deleted_and_brought_back(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.type("The silence")
    page.click(page.view.delete)
    assert page.reviews() == [] and page.view.choice.isVisible()
    page.undo()
    assert page.reviews()[0].answers[0].mine == "The silence"


# Paper


def printed(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return " ".join(text.split())


def test_the_record_is_saved_without_theirs_at_first_and_noted(page: Page, tmp_path: Path) -> None:
    page.begin(Role.MENTOR)
    page.show(MID)
    page.type("The silence")
    page.press(Qt.Key.Key_T, ALT)
    page.type("The question")
    page.press(Qt.Key.Key_P, CONTROL)
    paper = page.view.paper
    assert paper.isVisible() and not paper.theirs.isChecked()
    page.outside.path = tmp_path / "review.pdf"
    page.click(paper.save)
    assert paper.said() == "Saved as “review.pdf”."
    assert "The silence" in printed(tmp_path / "review.pdf")
    assert "The question" not in printed(tmp_path / "review.pdf")
    paper.theirs.setChecked(True)
    page.outside.path = tmp_path / "both.pdf"
    page.click(paper.save)
    assert "The question" in printed(tmp_path / "both.pdf")
    known = page.desk.do(page.journal.exports.all)
    assert {(one.what, one.file_name) for one in known} == {
        (ExportKind.REVIEW, "review.pdf"),
        (ExportKind.REVIEW, "both.pdf"),
    }


def test_a_file_that_is_there_is_not_written_over(page: Page, tmp_path: Path) -> None:
    page.begin()
    page.show(MID)
    page.type("x")
    page.press(Qt.Key.Key_P, CONTROL)
    page.outside.path = tmp_path / "review.pdf"
    page.outside.path.write_text("somebody's")
    page.click(page.view.paper.save)
    assert page.view.paper.said() and page.outside.path.read_text() == "somebody's"
    assert page.desk.do(page.journal.exports.all) == []


# Access


def test_everything_has_a_name_and_tab_reaches_it(page: Page) -> None:
    page.begin()
    page.show(CHECK)
    page.show(MID)
    page.view.answers.turn_theirs()
    assert unnamed(page.view) == []
    view, decisions = page.view, page.view.decisions
    wanted = [
        view.others,
        view.facts.renew,
        view.answers.toggle,
        *view.answers.texts(),
        decisions.decided,
        decisions.version,
        decisions.next.line,
        view.finish,
        view.paper_button,
        view.delete,
        view.earlier.buttons()[0],
    ]
    view.back.setFocus()
    reached: list[QWidget] = []
    while focused() not in reached:
        reached.append(focused())
        page.press(TAB)
    places = [reached.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_nothing_of_a_journal_is_left_when_it_is_let_go(page: Page) -> None:
    page.begin()
    page.show(MID)
    page.type("Private words")
    page.presenter.close()
    page.desk.settle()
    assert page.view.title.text() == "" and mine(page) == []
    assert page.presenter.place() == {}
