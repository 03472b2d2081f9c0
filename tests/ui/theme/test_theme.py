"""The look follows the chosen scheme and zoom, and nothing heavy is imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QPushButton

from ui.theme import numbers
from ui.theme.logo import draw_logo
from ui.theme.theme import SANS, SERIF, Scheme, Theme
from ui.theme.tokens import CONTRAST_LIGHT, DARK, LIGHT


@pytest.mark.parametrize(
    ("scheme", "colours"),
    [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK), (Scheme.HIGH_CONTRAST, CONTRAST_LIGHT)],
)
def test_a_scheme_brings_its_colours_to_theme_and_palette(qtbot, qapp, theme, scheme, colours):
    with qtbot.waitSignal(theme.changed):
        theme.apply(scheme)
    assert theme.colour("text") == QColor(colours["text"])
    assert qapp.palette().window().color() == QColor(colours["surface"])
    assert theme.dark == (scheme is Scheme.DARK)


def test_the_system_scheme_follows_the_desktop(qapp, theme):
    theme.apply(Scheme.SYSTEM)
    desktop = qapp.styleHints().colorSchemeChanged
    desktop.emit(Qt.ColorScheme.Dark)
    assert theme.dark
    desktop.emit(Qt.ColorScheme.Light)
    assert not theme.dark


def test_a_chosen_scheme_does_not_follow_the_desktop(qapp, theme):
    theme.apply(Scheme.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.dark


def test_zoom_enlarges_words_and_measures_within_its_bounds(theme):
    theme.set_zoom(1.5)
    assert theme.font("body").pixelSize() == 21
    assert theme.px(10) == 15
    theme.set_zoom(9)
    assert theme.zoom == 2.0
    theme.set_zoom(0.2)
    assert theme.zoom == 1.0


@pytest.mark.parametrize("family", [SANS, SERIF])
def test_the_bundled_faces_are_used(theme, family):
    assert QFontInfo(theme.font("body", family)).family() == family


def test_the_ring_shows_for_the_keyboard_only(qtbot, theme):
    button = QPushButton("Go")
    qtbot.addWidget(button)
    theme.ring(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert button.property("kbd")
    button.clearFocus()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert not button.property("kbd")


def test_the_ring_keeps_the_size_that_the_zoom_gave(qtbot, theme):
    field = QLineEdit()
    qtbot.addWidget(field)
    theme.ring(field)
    field.setFont(theme.font("body"))
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    theme.set_zoom(1.5)
    field.setFont(theme.font("body"))
    field.clearFocus()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(field.hasFocus)
    assert field.font().pixelSize() == theme.font("body").pixelSize()


def test_icons_take_the_colour_of_their_role(theme):
    picture = theme.pixmap("check", "danger", 18).toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(18)
        for y in range(18)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert seen == {theme.colour("danger").name()}


def test_the_logo_is_drawn_without_svg():
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_logo(painter, QColor("black"), QRectF(0, 0, 48, 48))
    painter.end()
    assert any(image.pixelColor(x, y).alpha() for x in range(48) for y in range(48))


def test_the_unlock_window_needs_three_qt_modules():
    program = (
        "import sys, ui.theme.theme, ui.theme.icons, ui.widgets.fields, ui.widgets.buttons, ui.widgets.label,"
        " ui.tasks\n"
        "print(*sorted(m for m in sys.modules if m.startswith('PySide6.Qt')))\n"
        "print(*(m for m in ('pypdfium2', 'reportlab', 'numpy', 'markdown_it') if m in sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[0].split() == ["PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"]
    assert said.splitlines()[1] == ""


def test_the_plain_numbers_are_qts_own():
    hints, align = Qt.InputMethodHint, Qt.AlignmentFlag
    sensitive = hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
    assert sensitive.value == numbers.SENSITIVE
    assert hints.ImhSensitiveData.value == numbers.LEARN_NOTHING
    assert (align.AlignHCenter | align.AlignTop).value == numbers.TOP_MIDDLE
    assert Qt.TextFormat.PlainText.value == numbers.PLAIN_TEXT
    schemes = (Qt.ColorScheme.Unknown, Qt.ColorScheme.Light, Qt.ColorScheme.Dark)
    assert tuple(scheme.value for scheme in schemes) == (
        numbers.UNKNOWN_DESKTOP,
        numbers.LIGHT_DESKTOP,
        numbers.DARK_DESKTOP,
    )


def test_what_an_early_theme_left_for_later_comes_with_its_completion(qtbot, qapp):
    early = Theme(qapp, early=True)
    early.apply(Scheme.DARK)
    assert early.dark
    done = []
    early.when_complete(lambda: done.append("at completion"))
    assert done == []
    early.complete()
    early.when_complete(lambda: done.append("at once"))
    assert done == ["at completion", "at once"]


def test_a_look_gone_through_another_is_the_same_look(qtbot, theme):
    button = QPushButton("Go")
    qtbot.addWidget(button)
    button.show()
    before = button.grab().toImage()
    theme.apply(Scheme.DARK)
    assert button.grab().toImage() != before
    theme.apply(Scheme.LIGHT)
    assert button.grab().toImage() == before
