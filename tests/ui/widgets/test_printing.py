"""What goes to a printer are the pages as they were shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from mentorjournal.model.paper import Line, Paper
from mentorjournal.pdf import render
from ui.widgets.printing import pages_as_images


def test_each_page_is_a_sharp_picture_of_itself(qapp: object) -> None:
    text = Line("word " * 2000)
    pages = list(pages_as_images(render(Paper(title="A paper", pieces=(text,)))))
    assert len(pages) == 3
    assert abs(pages[0].width() - 595.28 / 72 * 300) < 2
    small = pages[0].scaled(60, 84, mode=Qt.TransformationMode.SmoothTransformation)
    shades = [[QColor(small.pixel(x, y)).lightness() for x in range(60)] for y in range(84)]
    assert shades[0][0] > 250  # the margin is paper
    assert min(map(min, shades)) < 200  # and the text is ink
