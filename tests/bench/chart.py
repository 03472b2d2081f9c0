"""The chart of a goal with 500 check-ins, beside a bare line through 500 points: in the window, on paper."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from mentorjournal.model.chart import Chart, goal_chart, readings
from mentorjournal.model.goal import CheckIn, Goal
from mentorjournal.model.ids import CheckInId, EntryId
from mentorjournal.model.paper import Paper, Picture
from mentorjournal.model.words import MeasureKind
from tests.bench.measure import Row, pairs

CHECK_INS = 500
WIDTH, HEIGHT = 780, 210
_DAY = date(2024, 1, 1)


def rows() -> Iterator[Row]:
    goal = _goal()
    chart = _chart(goal)
    yield _described(goal)
    yield from _in_the_window(goal, chart)
    yield _on_paper(goal, chart)


def _goal() -> Goal:
    values = [(number * 37 % 41 + number / 10) % 101 for number in range(CHECK_INS)]
    return Goal(
        id=EntryId("goal"),
        title="Speak first",
        day=_DAY,
        measure=MeasureKind.PERCENT,
        target=80.0,
        check_ins=tuple(
            CheckIn(
                id=CheckInId(str(number)),
                day=_DAY + timedelta(number),
                value=value,
                what_moved_it="A sentence about what moved it",
            )
            for number, value in enumerate(values)
        ),
    )


def _chart(goal: Goal) -> Chart:
    return goal_chart(goal, [_DAY + timedelta(days) for days in range(20, CHECK_INS, 28)])


def _described(goal: Goal) -> Row:
    def ours() -> None:
        _chart(goal)
        readings(goal)

    def plain() -> None:
        [((one.day - _DAY).days / CHECK_INS, one.value / 100) for one in goal.check_ins]

    return pairs(f"chart of {CHECK_INS} check-ins described, with its readings", ours, plain, rounds=21)


def _in_the_window(goal: Goal, chart: Chart) -> Iterator[Row]:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF
    from PySide6.QtWidgets import QApplication

    from ui.theme.theme import Scheme, Theme, load_fonts
    from ui.widgets.chart import ChartView

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    load_fonts(lean=False)
    theme = Theme(app, app)
    theme.apply(Scheme.LIGHT)
    view = ChartView(theme)
    view.resize(WIDTH, HEIGHT)
    ground = QPixmap(WIDTH, HEIGHT)

    def ours() -> None:
        view.render(ground)

    def first() -> None:
        view.set_chart(chart, readings(goal))
        view.render(ground)

    points = [
        QPointF((one.day - _DAY).days / CHECK_INS * WIDTH, HEIGHT - one.value / 100 * HEIGHT)
        for one in goal.check_ins
    ]

    def plain() -> None:
        ground.fill(Qt.GlobalColor.white)
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.GlobalColor.darkGreen, 2))
        painter.drawPolyline(QPolygonF(points))
        painter.end()

    yield pairs("… laid out and painted for the first time", first, plain, rounds=51, aim="≤ 16 ms")
    yield pairs("… painted again (bare: a polyline of 500 points)", ours, plain, rounds=101, aim="≤ 16 ms")


def _on_paper(goal: Goal, chart: Chart) -> Row:
    from mentorjournal.pdf import render

    paper = Paper(title="Mentoring summary", pieces=(Picture(chart),))
    render(paper)
    return pairs("… as a PDF of one page", partial(render, paper), partial(_bare, goal), rounds=21)


def _bare(goal: Goal) -> bytes:
    """The line alone by ReportLab's own drawing: no words, no tags, no faces of ours."""
    from reportlab.graphics import renderPDF
    from reportlab.graphics.shapes import Drawing, PolyLine
    from reportlab.pdfgen.canvas import Canvas

    drawing = Drawing(455, 102)
    flat = [
        part
        for one in goal.check_ins
        for part in ((one.day - _DAY).days / CHECK_INS * 455, one.value / 100 * 102)
    ]
    drawing.add(PolyLine(flat, strokeWidth=1.7))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1)
    renderPDF.draw(drawing, canvas, 70, 600)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
