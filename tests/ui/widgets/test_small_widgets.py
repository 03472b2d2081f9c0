"""Fields, choices, bars and pictures do what they say, by mouse, by key and for screen readers."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QRectF, QStringListModel, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QCalendarWidget, QMenu, QRadioButton, QWidget

from mentorjournal.model.chart import Chart, Point, Tick
from mentorjournal.model.words import RelationshipType, Visibility
from tests.ui.names import role_of, unnamed
from ui.shell.kit import Field
from ui.theme.theme import Scheme
from ui.widgets import layout
from ui.widgets.buttons import Button, MenuButton, Segments, ToolButton, menu_tool, primary, quiet
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.check import CheckBox
from ui.widgets.date_field import DateField, read_day
from ui.widgets.editor.editor import TextEditor
from ui.widgets.empty import EmptyState
from ui.widgets.few_lines import FewLines
from ui.widgets.fields import ChoiceField, LineField, NumberField, PassphraseField, labelled, search_field
from ui.widgets.label import Label
from ui.widgets.list_view import ListView, clamp
from ui.widgets.marks import VisibilityMark, draw_mark
from ui.widgets.notice import NoticeBar, ProblemBar
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.pill import Pill
from ui.widgets.progress import ProgressBar
from ui.widgets.saved import SavedState

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 3, 1)


@pytest.fixture
def show(qtbot):
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


def inside(widget, kind, name):
    return next(
        w for w in widget.findChildren(kind) if name in (w.accessibleName(), getattr(w, "text", str)())
    )


# Names and roles


def test_everything_that_takes_the_focus_has_a_name(qtbot, theme, show):
    menu = QMenu()
    qtbot.addWidget(menu)
    everything = layout.holder(
        layout.column(
            primary(theme, "New entry", icon="plus", key="Ctrl+N"),
            quiet(theme, "Add", icon="plus"),
            MenuButton(theme, "More", menu),
            menu_tool(theme, "ellipsis", "More acts", menu),
            ToolButton(theme, "settings", "Settings"),
            Segments(theme, "Page", [("a", "Journal"), ("b", "Goals")]),
            search_field(theme, "Search", "Search everything"),
            PassphraseField(theme, "Passphrase"),
            DateField(theme, "Due", today=TODAY),
            ChoiceField(theme, "Kind", RelationshipType),
            NumberField(theme, "Hours"),
            CheckBox(theme, "Done"),
            ListView(theme, "Entries"),
            PdfPreview(theme),
            EmptyState(theme, "Nothing yet.", "Write"),
            Card(Label(theme, "Words", selectable=True)),
        )
    )
    for scheme in (Scheme.DARK, Scheme.HIGH_CONTRAST, Scheme.LIGHT):
        theme.apply(scheme)
    theme.set_zoom(1.5)
    show(everything)
    assert unnamed(everything) == []


def test_segments_are_radio_buttons_to_a_screen_reader(theme, show):
    segments = show(Segments(theme, "Page", [(1, "Journal"), (2, "Goals")]))
    roles = {role_of(button) for button in segments.findChildren(QRadioButton)}
    assert roles == {QAccessible.Role.RadioButton}


def test_segments_are_chosen_by_mouse_and_by_arrow(qtbot, theme, show):
    segments = show(Segments(theme, "Page", [(1, "Journal"), (2, "Goals"), (3, "Actions")]))
    chosen = []
    segments.chosen.connect(chosen.append)
    goals = inside(segments, QRadioButton, "Goals")
    qtbot.mouseClick(goals, LEFT)
    goals.setFocus()
    qtbot.keyClick(goals, Qt.Key.Key_Right)
    assert chosen == [2, 3]
    segments.set_value(1)
    assert (segments.value(), chosen) == (1, [2, 3])


def test_a_button_shows_its_key_and_binds_none(theme, show):
    button = show(Button(theme, "New entry", key="Ctrl+N"))
    assert "Ctrl+N" in button.toolTip()
    assert button.shortcut().isEmpty()


# Fields


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-03", date(2026, 12, 3)),
        ("3 Dec 2026", date(2026, 12, 3)),
        ("3 December 2026", date(2026, 12, 3)),
        ("03/12/2026", date(2026, 12, 3)),
        ("3.12.2026", date(2026, 12, 3)),
        ("3 Dec", date(2026, 12, 3)),
        ("28 Feb", date(2027, 2, 28)),
        ("1/3", TODAY),
        ("29 Feb 2027", None),
        ("soon", None),
        ("2026-13-01", None),
    ],
)
def test_days_are_read_as_people_type_them(typed, day):
    assert read_day(typed, QLocale("en_GB"), today=TODAY) == day


def test_a_german_writer_types_german_days():
    assert read_day("03.12.26", QLocale("de_DE"), today=TODAY) == date(2026, 12, 3)


def test_a_typed_day_is_taken_and_a_wrong_one_is_marked_and_kept(qtbot, theme, show):
    field = show(DateField(theme, "Due", today=TODAY))
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClicks(field.line, "3 dec")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert told.args == [date(2026, 12, 3)]
    field.line.selectAll()
    qtbot.keyClicks(field.line, "someday")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.property("wrong")
    assert (field.line.text(), field.value()) == ("someday", date(2026, 12, 3))
    field.line.clear()
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() is None


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_a_day_is_picked_from_the_calendar(qtbot, theme, show):
    field = show(DateField(theme, "Due", today=TODAY))
    qtbot.mouseClick(inside(field, ToolButton, "Due: calendar"), LEFT)
    calendar = field.findChild(QCalendarWidget)
    assert unnamed(calendar) == []
    with qtbot.waitSignal(field.changed) as told:
        calendar.activated.emit(calendar.selectedDate())
    assert told.args == [TODAY]


def test_a_choice_carries_the_value_and_only_the_user_signals(qtbot, theme, show):
    field = show(ChoiceField(theme, "Kind", RelationshipType, value=RelationshipType.INFORMAL))
    chosen = []
    field.chosen.connect(chosen.append)
    assert field.currentText() == "Informal"
    field.set_value(RelationshipType.ONE_STOP)
    assert chosen == []
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert chosen == [RelationshipType.LONG_TERM_FORMAL] == [field.value()]


def test_a_number_is_seen_and_typed(qtbot, theme, show):
    field = show(NumberField(theme, "Hours", high=40, suffix=" h", value=7))
    assert field.lineEdit().width() >= QFontMetrics(field.font()).horizontalAdvance("7 h")
    field.selectAll()
    qtbot.keyClicks(field, "12")
    assert field.value() == 12


def test_the_passphrase_is_dots_until_it_is_asked_for(qtbot, theme, show):
    field = show(PassphraseField(theme, "Passphrase"))
    entered = []
    field.entered.connect(lambda: entered.append(field.text()))
    qtbot.keyClicks(field.line, "pass")
    assert field.line.echoMode() == field.line.EchoMode.Password
    eye = inside(field, ToolButton, "Show the passphrase")
    qtbot.mouseClick(eye, LEFT)
    assert field.line.echoMode() == field.line.EchoMode.Normal
    assert eye.accessibleName() == "Hide the passphrase"
    field.hide_text()
    assert field.line.echoMode() == field.line.EchoMode.Password
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert entered == ["pass"]


def test_caps_lock_is_noticed_by_what_it_does(qtbot, theme, show):
    field = show(PassphraseField(theme, "Passphrase"))
    note = inside(field, Label, "")
    nothing, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    seen = []
    for text, held in (("a", nothing), ("A", shift), ("A", nothing), ("a", shift), ("7", nothing)):
        QApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, text))
        seen.append(note.isVisible())
    assert seen == [False, False, True, True, True]
    assert field.text() == "aAAa7"


def test_showing_the_same_words_keeps_the_cursor(qtbot, theme, show):
    field = show(LineField(theme, "Title", text="abc"))
    field.setCursorPosition(1)
    field.set_text("abc")
    assert field.cursorPosition() == 1


def test_a_label_leads_to_its_field(theme, show):
    field = LineField(theme, "Address")
    page = show(layout.holder(labelled(theme, "Address", field, hint="Where it leads")))
    assert inside(page, Label, "Address").buddy() is field


def test_what_people_wrote_is_never_read_as_markup(theme, show):
    label = show(Label(theme, "<b>x</b>"))
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_check_box_is_ticked_by_click_and_by_space(qtbot, theme, show):
    box = show(CheckBox(theme, "Done"))
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


# Bars and states


def test_a_notice_offers_its_act_and_goes(qtbot, theme, show):
    bar = NoticeBar(theme)
    page = show(layout.holder(layout.column(Label(theme, "Page"), bar)))
    bar.say("Entry deleted.", "Undo")
    with qtbot.waitSignal(bar.acted):
        qtbot.mouseClick(inside(bar, Button, "Undo"), LEFT)
    assert page.isVisible()
    assert bar.isHidden()


def test_a_notice_goes_by_itself(qtbot, theme, show):
    bar = NoticeBar(theme, stays_ms=5)
    page = show(layout.holder(layout.column(Label(theme, "Page"), bar)))
    with qtbot.waitSignal(bar.closed):
        bar.say("Saved elsewhere.")
    assert page.isVisible()


def test_a_problem_stays_until_it_is_mended(qtbot, theme, show):
    bar = ProblemBar(theme, second="Save a copy…")
    page = show(layout.holder(layout.column(Label(theme, "Page"), bar)))
    bar.say("Could not save.")
    with qtbot.waitSignal(bar.retried):
        qtbot.mouseClick(inside(bar, Button, "Try again"), LEFT)
    assert bar.words() == "Could not save."
    assert unnamed(page) == []
    bar.clear()
    assert bar.words() == ""


def test_saved_is_said_in_the_writers_own_time(theme, show, at):
    state = show(SavedState(theme))
    state.show_saving()
    assert state.text() == "Saving…"
    state.show_saved(at(2026, 3, 1, 10, 42))
    assert state.text() == "Saved 10:42"
    state.show_not_saved()
    assert state.text() == "Not saved"


def test_progress_pills_and_marks_say_themselves(theme, show):
    assert show(ProgressBar(theme, "Lead a review", 0.66)).accessibleName() == "Lead a review: 66 percent"
    assert show(Pill(theme, "On track")).accessibleName() == "On track"
    mark = show(VisibilityMark(theme, Visibility.NEVER_EXPORT))
    assert mark.accessibleName() == mark.toolTip() == "never leaves"


def test_every_mark_has_its_own_shape(theme, show):
    shapes = set()
    for visibility in Visibility:
        image = QImage(28, 28, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        draw_mark(painter, theme, visibility, QRectF(0, 0, 28, 28))
        painter.end()
        shapes.add(bytes(image.convertToFormat(QImage.Format.Format_Alpha8).constBits()))
    assert len(shapes) == len(Visibility)


def test_a_chart_says_in_words_what_it_shows(theme, show):
    chart = Chart(
        points=(Point(0, 0.3, "3"), Point(1, 0.7, "7")),
        sessions=(0.5,),
        days=(Tick(0, "Jun 2026"), Tick(1, "Oct 2026")),
        values=(Tick(0, "0"), Tick(1, "10")),
        band=(0.77, 0.83),
        start_label="3",
        now_label="7",
        words="Confidence: from 3 to 7, aiming at 8; 2 check-ins.",
    )
    view = show(ChartView(theme, chart))
    assert view.accessibleName() == chart.words
    line = theme.colour("accent")
    picture = view.grab().toImage()
    assert any(
        picture.pixelColor(x, y) == line for x in range(0, picture.width()) for y in range(picture.height())
    )


# Lists and pages


def test_long_words_are_cut_after_the_last_line(theme):
    font = theme.font("small")
    shown = clamp("We talked about the plan and what comes next. " * 20, font, 200, 2)
    assert len(shown) == 2
    assert shown[-1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 200 for line in shown)
    assert clamp("short", font, 200, 2) == ["short"]
    assert clamp("", font, 200, 2) == []


def test_a_list_is_walked_by_arrows(qtbot, theme, show):
    view = ListView(theme, "Entries")
    model = QStringListModel(["a", "b", "c"], view)
    view.setModel(model)
    view.setCurrentIndex(model.index(0))
    show(view)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1


def test_an_empty_page_has_one_act(qtbot, theme, show):
    empty = show(EmptyState(theme, "Nothing is written here yet.", "Write the first entry"))
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(inside(empty, Button, "Write the first entry"), LEFT)


def test_a_layout_lets_go_of_what_was_in_it(qtbot, theme, show):
    box = layout.column(Label(theme, "a"), 8, layout.row(Label(theme, "b")))
    page = show(layout.holder(box))
    layout.clear(box)
    assert box.count() == 0
    assert not any(label.isVisible() for label in page.findChildren(Label))


def test_no_part_of_a_bar_is_a_window_of_its_own_for_a_moment(qapp, qtbot, theme):
    class Windows(QObject):
        shown: ClassVar[list[QObject]] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.shown.append(watched)
            return False

    windows = Windows()
    qapp.installEventFilter(windows)
    bar = ProblemBar(theme, second="Save a copy elsewhere", closable=True)
    qtbot.addWidget(bar)
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_a_passphrase_field_that_is_gone_hears_of_no_other_look(theme, qtbot):
    field = PassphraseField(theme, "Passphrase")
    shiboken6.delete(field)
    with qtbot.captureExceptions() as raised:
        theme.changed.emit()
    assert raised == []


def test_input_methods_are_to_learn_nothing_that_is_typed(qtbot, theme):
    """What they have learnt they keep in files of their own, in the clear."""
    widgets = [
        LineField(theme, "Title"),
        search_field(theme, "Find", ""),
        PassphraseField(theme, "Passphrase"),
        Field(theme, "Code"),
        FewLines(theme, "Few lines"),
        TextEditor(theme, "Text"),
    ]
    for widget in widgets:
        qtbot.addWidget(widget)
        field = widget.focusProxy() or widget
        hints = Qt.InputMethodHint(field.inputMethodQuery(Qt.InputMethodQuery.ImHints))
        assert Qt.InputMethodHint.ImhSensitiveData in hints, field.accessibleName()
