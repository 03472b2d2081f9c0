"""The ratings page, driven by keys over a real journal: rate, keep, look back, make a sheet of one's own."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.instruments import WHEEL, built_in, suggested_areas
from mentorjournal.model.ids import EntryId, new_entry_id
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.session import Session
from mentorjournal.model.words import RatingScale, Role, SessionStatus
from tests.clock import FixedClock
from tests.ui.names import role_of, unnamed
from tests.ui.pages.acting import TODAY, Desk, Opened, Outside, shown
from ui.pages.ratings.presenter import RatingsPresenter
from ui.pages.ratings.view import RatingsView
from ui.theme.theme import Theme
from ui.widgets.scale import ScaleField

CONTROL = Qt.KeyboardModifier.ControlModifier


class Page:
    def __init__(self, qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.view = RatingsView(theme, today=TODAY)
        self.presenter = RatingsPresenter(self.view, desk.tasks, outside, clock)
        self.view.bind(self.presenter)
        shown(qtbot, self.view)

    def open(self, opened: Opened, sheet: str = "") -> None:
        self.opened = opened
        self.presenter.open(opened)
        self.presenter.show(sheet)
        self.desk.settle()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            self.qtbot.keyClick(focus, key, modifier)
            self.desk.settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def tab_to(self, widget: QWidget) -> None:
        """Walk there as a person would, and fail if Tab does not lead there."""
        for _ in range(60):
            if QApplication.focusWidget() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {widget.accessibleName()}")

    def give(
        self, day: date, *values: int | None, then: tuple[int | None, ...] = (), note: str = ""
    ) -> EntryId:
        sheet = built_in(Role.MENTEE)[0]
        rating = Rating(
            id=new_entry_id(),
            day=day,
            instrument_id=sheet.id,
            name=sheet.name,
            items=sheet.items,
            values=values,
            then_values=then,
            note=note,
        )
        self.desk.do(lambda: self.opened.journal.ratings.add(rating))
        return rating.id

    def kept(self) -> list[Rating]:
        return self.desk.do(self.opened.journal.ratings.all)

    def sheets(self) -> list[str]:
        return [self.view.sheet.itemText(place) for place in range(self.view.sheet.count())]

    def earlier(self) -> list[str]:
        model, role = self.view.earlier.model(), Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(place, 0).data(role)) for place in range(model.rowCount())]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, outside: Outside, clock: FixedClock) -> Page:
    page = Page(qtbot, theme, desk, outside, clock)
    page.open(desk.begin(Role.MENTEE))
    return page


def test_a_rating_is_given_and_kept_by_keys_alone(page: Page, outside: Outside) -> None:
    page.type("7")
    page.press(Qt.Key.Key_Tab)
    page.type("10")
    page.press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End)
    page.tab_to(page.view.note.edit)
    page.type("More silence.")
    page.press(Qt.Key.Key_Return, modifier=CONTROL)

    (rating,) = page.kept()
    assert rating.values == (7, 10, 1, 10, None, None)
    assert (rating.day, rating.note, rating.then_values) == (TODAY, "More silence.", ())
    assert (rating.instrument_id, rating.name) == ("relationship_check", "Relationship check")
    assert [change.label for change in outside.changes] == ["Add rating"]
    assert page.view.draft().is_untouched
    assert page.earlier() == ["1 Mar 2026, 7 · 10 · 1 · 10 · – · –, More silence."]


def test_an_answer_can_be_taken_back(page: Page) -> None:
    page.type("4")
    page.press(Qt.Key.Key_Delete)
    assert page.view.draft().values == (None,) * 6
    page.qtbot.mouseClick(page.view.lines.lines[0].now, Qt.MouseButton.LeftButton)
    page.type("3")
    page.press(Qt.Key.Key_Left, Qt.Key.Key_Home)
    assert page.view.draft().values[0] == 0


def test_nothing_rated_is_said_in_place_and_a_note_alone_is_enough(page: Page, outside: Outside) -> None:
    page.tab_to(page.view.keep)
    page.press(Qt.Key.Key_Space)
    assert page.kept() == [] and outside.problems == []
    page.view.note.set_text("Too early to say.")
    page.press(Qt.Key.Key_Space)
    assert page.kept()[0].note == "Too early to say."


def test_what_was_typed_stays_when_it_cannot_be_kept(page: Page) -> None:
    page.type("5")
    page.view.note.set_text("x" * 5000)
    page.press(Qt.Key.Key_Return, modifier=CONTROL)
    assert page.kept() == []
    draft = page.view.draft()
    assert draft.values[0] == 5 and len(draft.note) == 5000


def test_looking_back_asks_for_the_start_as_it_is_seen_now(page: Page) -> None:
    page.give(date(2026, 1, 5), 6, 5, 5, 5, 5, 5)
    page.type("8")
    page.tab_to(page.view.looking_back)
    page.press(Qt.Key.Key_Space)
    page.view.lines.lines[0].now.setFocus()
    page.press(Qt.Key.Key_Down)
    page.type("3")
    page.press(Qt.Key.Key_Return, modifier=CONTROL)

    newest = page.kept()[-1]
    assert (newest.values[0], newest.then_values) == (8, (3, None, None, None, None, None))
    assert (
        "Trust: 6 at first, 3 at the start as seen now, 8 now: 5 more" in page.view.compared.accessibleName()
    )


def test_without_looking_back_nothing_is_said_of_the_start(page: Page) -> None:
    page.view.looking_back.setChecked(True)
    page.view.lines.lines[0].then.set_answer(2)
    page.view.looking_back.setChecked(False)
    assert page.view.draft().then_values == ()


def test_an_earlier_rating_is_opened_changed_and_deleted_with_undo(page: Page, outside: Outside) -> None:
    page.give(date(2026, 1, 5), 6, 5, 5, 5, 5, 5, note="Early days")
    page.presenter.show()
    page.desk.settle()
    page.tab_to(page.view.earlier)
    page.press(Qt.Key.Key_Return)
    assert page.view.draft().note == "Early days"
    page.type("9")
    page.press(Qt.Key.Key_Return, modifier=CONTROL)
    assert page.kept()[0].values[0] == 9
    assert outside.changes[-1].label == "Edit rating"

    page.presenter.choose_rating(page.kept()[0].id)
    page.tab_to(page.view.delete)
    page.press(Qt.Key.Key_Space)
    assert page.kept() == [] and page.earlier() == []
    undo = outside.changes[-1].undo
    assert undo is not None
    page.presenter.refresh(page.desk.do(undo))
    page.desk.settle()
    assert page.earlier() == ["5 Jan 2026, 9 · 5 · 5 · 5 · 5 · 5, Early days"]


def test_undo_elsewhere_leaves_what_is_half_rated(page: Page) -> None:
    id = page.give(date(2026, 1, 5), 6, 5, 5, 5, 5, 5)
    page.presenter.show()
    page.desk.settle()
    page.type("4")
    page.presenter.refresh(page.desk.do(lambda: page.opened.journal.ratings.remove(id)))
    page.desk.settle()
    assert page.view.draft().values[0] == 4
    assert page.earlier() == []


def test_a_found_rating_opens_with_its_sheet(page: Page) -> None:
    page.give(date(2026, 1, 5), 6, 5, 5, 5, 5, 5, note="Found")
    id = page.kept()[0].id
    page.presenter.show("wheel")
    page.desk.settle()
    page.presenter.show_rating(id)
    page.desk.settle()
    assert page.view.sheet.value() == "relationship_check"
    assert page.view.draft().changing == id
    assert isinstance(QApplication.focusWidget(), ScaleField)


def test_mentor_skills_are_offered_to_mentors_alone(page: Page, desk: Desk) -> None:
    assert "Mentor skills" not in page.sheets()
    page.open(desk.begin(Role.MENTOR), "mentor_skills")
    assert "Mentor skills" in page.sheets()
    assert len(page.view.lines.lines) == 6


def test_the_wheel_is_made_ones_own_and_back_again(page: Page, outside: Outside) -> None:
    page.presenter.show(WHEEL)
    page.desk.settle()
    page.tab_to(page.view.change)
    page.press(Qt.Key.Key_Space)
    maker = page.view.maker
    assert maker.made().labels == suggested_areas()
    page.press(Qt.Key.Key_Tab)
    maker.areas[0].selectAll()
    page.type("Music")
    page.press(Qt.Key.Key_Return)
    assert page.view.lines.lines[0].now.accessibleName() == "Music: no answer"
    assert [one.id for one in page.desk.do(page.opened.journal.ratings.instruments)] == [WHEEL]
    assert page.sheets().count("Wheel") == 1

    page.presenter.remove_sheet(WHEEL)
    page.desk.settle()
    assert page.view.lines.lines[0].now.accessibleName() == f"{suggested_areas()[0]}: no answer"
    assert [change.label for change in outside.changes] == ["Add rating sheet", "Delete rating sheet"]


def test_a_sheet_without_a_name_says_so_and_escape_leaves_it(page: Page) -> None:
    page.tab_to(page.view.make)
    page.press(Qt.Key.Key_Space)
    page.press(Qt.Key.Key_Return)
    assert page.desk.do(page.opened.journal.ratings.instruments) == []
    assert page.view.maker.isVisible()
    page.press(Qt.Key.Key_Escape)
    assert not page.view.maker.isVisible()
    assert isinstance(QApplication.focusWidget(), ScaleField)


def test_ratings_of_a_deleted_sheet_are_still_there(page: Page, desk: Desk) -> None:
    own = RatingInstrument(id="own", name="My sheet", items=(RatingItem("Sleep"),))
    given = Rating(
        id=new_entry_id(), day=TODAY, instrument_id="own", name=own.name, items=own.items, values=(3,)
    )
    desk.do(lambda: page.opened.journal.ratings.add(given))
    page.presenter.show("own")
    page.desk.settle()
    assert page.view.sheet.currentText() == "My sheet"
    assert page.earlier() == ["1 Mar 2026, 3"]


def test_a_rating_keeps_the_lines_it_was_given_on(page: Page, desk: Desk) -> None:
    own = RatingInstrument(id="own", name="Mine", items=(RatingItem("Sleep"), RatingItem("Rest")))
    given = Rating(
        id=new_entry_id(),
        day=TODAY,
        instrument_id="own",
        name="Mine",
        items=(RatingItem("Music"),),
        values=(2,),
        scale=RatingScale.GAS,
    )
    desk.do(lambda: page.opened.journal.ratings.put_instrument(own))
    desk.do(lambda: page.opened.journal.ratings.add(given))
    page.presenter.show_rating(given.id)
    page.desk.settle()
    assert [line.now.accessibleName() for line in page.view.lines.lines] == ["Music: 2"]
    page.presenter.choose_rating(None)
    assert [line.now.accessibleName() for line in page.view.lines.lines] == [
        "Sleep: no answer",
        "Rest: no answer",
    ]


def test_a_session_is_rated_by_itself(page: Page, desk: Desk) -> None:
    session = Session(id=new_entry_id(), day=date(2026, 2, 20), title="The talk", status=SessionStatus.HELD)
    desk.do(lambda: page.opened.journal.sessions.add(session))
    page.presenter.show("session_usefulness")
    page.desk.settle()
    page.type("9")
    page.press(Qt.Key.Key_Return, modifier=CONTROL)
    assert page.kept()[0].session_id == session.id
    page.presenter.show("relationship_check")
    page.desk.settle()
    assert page.view.draft().session_id is None


def test_what_is_half_rated_comes_back_after_locking(page: Page) -> None:
    page.type("7")
    page.view.note.set_text("half a sen")
    place = page.presenter.place()
    page.presenter.close()
    assert page.view.draft().is_untouched

    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.presenter.show()
    page.desk.settle()
    draft = page.view.draft()
    assert (draft.values[0], draft.note) == (7, "half a sen")


@pytest.mark.parametrize(
    "place", [{"sheet": 3}, {"sheet": "gone", "values": "x"}, {"sheet": "wheel", "values": [99]}]
)
def test_a_place_from_elsewhere_does_no_harm(page: Page, place: dict[str, object]) -> None:
    page.presenter.close()
    page.presenter.open(page.opened)
    page.presenter.restore(place)
    page.presenter.show()
    page.desk.settle()
    assert page.view.lines.lines


def test_what_comes_late_for_a_closed_journal_is_dropped(page: Page, desk: Desk) -> None:
    page.give(TODAY, 1, 1, 1, 1, 1, 1, note="Private to Heron")
    other = desk.begin()
    page.presenter.show()
    page.presenter.open(other)
    desk.settle()
    assert page.earlier() == []


def test_hundreds_of_ratings_and_long_words_stay_in_one_piece(page: Page, desk: Desk) -> None:
    own = RatingInstrument(id="own", name="n" * 200, items=tuple(RatingItem("m" * 200) for _ in range(20)))
    desk.do(lambda: page.opened.journal.ratings.put_instrument(own))

    def give() -> None:
        with page.opened.journal.together():
            for number in range(300):
                page.opened.journal.ratings.add(
                    Rating(
                        id=new_entry_id(),
                        day=date.fromordinal(TODAY.toordinal() - number),
                        instrument_id="own",
                        name=own.name,
                        items=own.items,
                        values=(number % 11,) * 20,
                        note="w" * 3000,
                    )
                )

    desk.do(give)
    page.presenter.show("own")
    page.desk.settle()
    assert len(page.earlier()) == 300
    assert page.view.minimumSizeHint().width() <= 960


def test_every_control_has_a_name_and_a_scale_is_a_slider(page: Page) -> None:
    page.give(TODAY, 1, None, 1, 1, 1, 1)
    page.presenter.show()
    page.desk.settle()
    assert unnamed(page.view) == []
    assert role_of(page.view.lines.lines[0].now).name == "Slider"
    page.presenter.make_sheet()
    assert unnamed(page.view) == []
