"""The primers on their page, driven by keys: read one after the other, for a role, and marked when read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.words import Role
from mentorjournal.primers import IDS, READ, primers
from tests.ui.names import unnamed
from tests.ui.pages.acting import Desk, Outside, shown
from tests.ui.pages.stage import Settings
from ui.pages.primers.presenter import PrimersPresenter
from ui.pages.primers.view import PrimersView
from ui.theme.theme import Theme

SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside) -> None:
        self.qtbot, self.desk, self.theme, self.outside = qtbot, desk, theme, outside
        self.kept = Settings()
        self.view = PrimersView(theme)
        self.presenter = PrimersPresenter(self.view, desk.tasks, self.kept, outside)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def show(self, id: str = "", role: Role | None = None) -> None:
        self.presenter.show(id, role)
        self.desk.settle()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            self.qtbot.keyClick(focus, key, modifier)
            self.desk.settle()

    def rows(self) -> list[str]:
        model, role = self.view.list.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(place, 0).data(role)) for place in range(model.rowCount())]

    def words(self) -> str:
        return self.view.text.toPlainText()

    def title(self) -> str:
        return self.words().splitlines()[0]

    def read_to_the_end(self) -> None:
        for _ in range(30):
            self.press(Qt.Key.Key_Space)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside) -> Page:
    return Page(qtbot, theme, desk, outside)


def test_the_list_says_title_and_minutes_and_the_first_lies_open_under_the_keys(page: Page) -> None:
    page.show()
    assert page.rows() == [f"{one.title}, 3 minutes" for one in primers()]
    assert page.title() == "What mentoring is"
    assert QApplication.focusWidget() is page.view.text


def test_it_opens_at_the_first_that_was_not_read(page: Page) -> None:
    page.kept[READ] = ["what", "kinds"]
    page.show()
    assert page.title() == "Confidentiality"


def test_without_a_journal_it_speaks_to_the_mentee(page: Page) -> None:
    page.show()
    assert page.view.role.value() is Role.MENTEE and "For you as mentee" in page.words()


@pytest.mark.parametrize(
    ("role", "own"), [(Role.MENTOR, "For you as mentor"), (Role.PEER, "For you as peers")]
)
def test_it_speaks_to_the_role_of_the_open_journal(page: Page, role: Role, own: str) -> None:
    page.presenter.open(page.desk.begin(role))
    page.show()
    assert page.view.role.value() is role and own in page.words()


def test_another_role_can_be_read_too(page: Page) -> None:
    page.show("ending")
    page.view.role.focus_chosen()
    page.press(Qt.Key.Key_Right)
    assert "For you as mentor" in page.words() and "For you as mentee" not in page.words()
    assert page.title() == "Ending well"


def test_n_and_p_turn_to_the_neighbours_and_stop_at_the_ends(page: Page) -> None:
    page.show()
    page.press(Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P)
    assert page.title() == "The three kinds"
    page.press(*[Qt.Key.Key_P] * 3)
    assert page.title() == "What mentoring is" and not page.view.before.isVisible()
    page.press(*[Qt.Key.Key_N] * 7)
    assert page.title() == "Ending well" and not page.view.after.isVisible()
    assert page.view.before.text() == "Previous: Listening and questions"


def test_the_buttons_below_turn_to_the_neighbours(page: Page) -> None:
    page.show()
    page.view.after.setFocus()
    page.press(*[Qt.Key.Key_Space] * 4)
    assert page.title() == "Ending well"
    assert QApplication.focusWidget() is page.view.text  # the button has gone, the keys have not


def test_walking_the_list_opens_each_and_enter_goes_to_its_text(page: Page) -> None:
    page.show()
    page.view.list.setFocus()
    page.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.title() == "Confidentiality"
    page.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.view.text


def test_space_turns_a_page_on_and_shift_space_back(page: Page) -> None:
    page.show()
    bar = page.view.text.verticalScrollBar()
    page.press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert 0 < bar.value() < bar.maximum()
    page.press(Qt.Key.Key_Space, modifier=SHIFT)
    page.press(Qt.Key.Key_Space, modifier=SHIFT)
    assert bar.value() == 0


def test_read_to_its_end_it_is_marked_and_kept_in_the_vault(page: Page) -> None:
    page.show("confidentiality")
    page.press(Qt.Key.Key_Space)
    assert page.kept == {}
    page.read_to_the_end()
    assert page.kept == {READ: ["confidentiality"]}
    assert page.rows()[2] == "Confidentiality, 3 minutes, read"


def test_going_on_to_the_next_marks_it_and_going_back_or_choosing_does_not(page: Page) -> None:
    page.show()
    page.press(Qt.Key.Key_N, Qt.Key.Key_P)
    page.presenter.choose("ending")
    page.desk.settle()
    assert page.kept == {READ: ["what"]}


def test_what_another_sitting_marked_stays_marked(page: Page) -> None:
    page.kept[READ] = ["ending"]
    page.show("what")
    page.press(Qt.Key.Key_N)
    assert page.kept == {READ: ["what", "ending"]}


def test_the_text_stays_where_it_is_while_it_is_marked(page: Page) -> None:
    page.show()
    page.read_to_the_end()
    bar = page.view.text.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_sources_stand_at_the_end_as_text_that_can_be_copied_and_is_no_link(page: Page) -> None:
    page.show("confidentiality")
    address = "https://www.dcu.ie/hr/training/speakfreely.shtml"
    assert page.words().endswith(f"“Will I be able to speak freely?”\n{address}")
    page.press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    page.press(Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert address in QApplication.clipboard().text()
    assert "href" not in page.view.text.toHtml()


def test_nothing_can_be_typed_into_it(page: Page) -> None:
    page.show()
    before = page.words()
    page.press(Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert page.words() == before


def test_escape_leaves_the_page(page: Page) -> None:
    page.show()
    with page.qtbot.waitSignal(page.view.left):
        page.press(Qt.Key.Key_Escape)


def test_the_primer_stays_open_over_a_change_of_journal(page: Page) -> None:
    page.show("listening")
    page.presenter.close()
    page.presenter.open(page.desk.begin(Role.MENTOR))
    assert page.title() == "Listening and questions" and "For you as mentor" in page.words()


def test_the_place_leads_back_to_the_primer(page: Page, theme: Theme, outside: Outside) -> None:
    page.show("ending")
    again = PrimersPresenter(page.view, page.desk.tasks, page.kept, outside)
    again.restore(page.presenter.place())
    again.show()
    page.desk.settle()
    assert page.title() == "Ending well"


def test_a_place_that_is_no_primer_is_passed_over(page: Page) -> None:
    page.presenter.restore({"primer": "beginning"})
    page.show()
    assert page.title() == "What mentoring is"


def test_everything_has_a_name_and_is_reached_by_tab(page: Page) -> None:
    page.show("kinds")
    assert unnamed(page.view) == []
    reached = set()
    for _ in range(12):
        page.press(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {page.view.list, page.view.text, page.view.before, page.view.after, page.view.back} <= reached


@pytest.mark.parametrize("width", [480, 700, 1100])
def test_the_text_is_never_wider_than_its_measure_and_the_list_never_gone(page: Page, width: int) -> None:
    page.show()
    page.view.resize(width, 600)
    QApplication.processEvents()
    assert page.view.text.viewport().width() <= 640
    assert page.view.list.isVisible() and page.view.list.height() >= 90


def test_every_primer_shows_whole_in_the_look_of_its_blocks(page: Page) -> None:
    for id in IDS:
        page.show(id)
        assert not page.view.text.horizontalScrollBar().isVisible()
        assert page.words().count("Sources") == 1
