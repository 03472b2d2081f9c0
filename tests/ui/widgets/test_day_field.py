from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from tests.ui.names import unnamed
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField


def test_what_was_typed_stays_as_it_was_typed(qtbot: QtBot, theme: Theme) -> None:
    field = DayField(theme, "Due")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, "next thursday")
    with qtbot.waitSignal(field.settled):
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == "next thursday"


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_day_can_be_picked_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    field = DayField(theme, "Due")
    qtbot.addWidget(field)
    field.show()
    field.setText("2026-03-05")
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 3, 5)
    with qtbot.waitSignal(field.settled):
        calendar.activated.emit(QDate(2026, 3, 12))

    assert field.text() == date(2026, 3, 12).isoformat()
    assert unnamed(field) == []
