"""What was found is shown at its place, heard, and answered from the keyboard; it forbids nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from mentorjournal.model.words import Role
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk
from tests.ui.pages.share.stage import CONTROL, Page
from tests.ui.pages.share.test_steps import point
from ui.pages.share.contract import Step
from ui.pages.share.flag_list import FOUND

NAME, MAIL = "Ask Ada Obi before Friday", "Write to priya.k@example.org first"


@pytest.fixture
def found(page: Page, desk: Desk) -> Page:
    opened = desk.begin(Role.MENTEE, my_display_name="Sam Rivers", partner_display_name="Ada Obi")
    for text in (NAME, MAIL):
        desk.do(lambda text=text: opened.journal.learning_points.add(point(text)))
    page.open(opened)
    page.go(Step.CHECKS)
    return page


def findings(page: Page) -> list[str]:
    model = page.view.checks.model
    rows = (model.index(row, 0).data(FOUND) for row in range(model.rowCount()))
    return [row.excerpt[row.start : row.end] for row in rows]


def answer(page: Page, words: str, key: Qt.Key) -> None:
    checks = page.view.checks
    checks.list.setFocus()
    checks.list.setCurrentIndex(checks.model.index(findings(page).index(words), 0))
    page.key(key)


def test_each_finding_marks_its_words_and_says_why(found: Page) -> None:
    assert sorted(findings(found)) == ["Ada Obi", "priya.k@example.org"]
    checks = found.view.checks
    row = findings(found).index("Ada Obi")
    heard = checks.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    checks.list.setCurrentIndex(checks.model.index(row, 0))
    assert heard.startswith("Your partner’s name: Ada Obi. In: Ask Ada Obi before Friday. ")
    assert heard.endswith(checks.why.words())
    assert unnamed(found.view) == []


def test_a_role_stands_in_the_line_instead(found: Page) -> None:
    answer(found, "Ada Obi", Qt.Key.Key_R)
    assert findings(found) == ["priya.k@example.org"]
    assert "Ask my mentor before Friday" in found.lines()


def test_initials_stand_in_the_line_instead(found: Page) -> None:
    answer(found, "Ada Obi", Qt.Key.Key_I)
    assert any("A. O." in line for line in found.lines())


def test_words_are_left_out_and_the_answer_is_taken_back(found: Page) -> None:
    answer(found, "priya.k@example.org", Qt.Key.Key_L)
    assert not any("priya" in line for line in found.lines())
    found.view.checks.undo.click()
    found.desk.settle()
    assert MAIL in found.lines()
    assert sorted(findings(found)) == ["Ada Obi", "priya.k@example.org"]


def test_what_is_kept_is_asked_about_no_more_until_it_is_wished(found: Page) -> None:
    answer(found, "Ada Obi", Qt.Key.Key_K)
    assert findings(found) == ["priya.k@example.org"]
    assert NAME in found.lines()
    place = found.presenter.place()
    found.presenter.close()
    found.presenter.open(found.opened)
    found.presenter.restore(place)
    found.desk.settle()
    assert findings(found) == ["priya.k@example.org"]
    found.view.checks.again.click()
    found.desk.settle()
    assert len(findings(found)) == 2


def test_a_role_everywhere_leaves_nothing_to_look_at(found: Page) -> None:
    found.view.checks.everywhere.click()
    found.desk.settle()
    assert findings(found) == []
    assert not any("Ada" in line or "priya" in line for line in found.lines() if line != "Mentor: Ada Obi")
    assert any("No names, addresses, numbers" in words for words in found.words())
    assert found.state_of(Step.CHECKS) == "Step 3, Checks: Nothing found"


def test_open_findings_are_named_beside_the_button_and_forbid_nothing(found: Page, tmp_path: Path) -> None:
    assert found.state_of(Step.CHECKS) == "Step 3, Checks: 2 to look at"
    found.outside.path = tmp_path / "out.pdf"
    found.save()
    assert "2 places not looked at" in found.words()
    assert found.outside.path.exists()


def test_the_keyboard_stays_in_the_list_from_answer_to_answer(found: Page) -> None:
    found.view.checks.list.setFocus()
    while findings(found):  # an address that is kept may uncover the name in it
        assert found.view.checks.list.hasFocus()
        found.key(Qt.Key.Key_K)
    assert found.view.checks.on.hasFocus()
    found.key(Qt.Key.Key_Return, CONTROL)
    assert found.view.look.isVisible()
