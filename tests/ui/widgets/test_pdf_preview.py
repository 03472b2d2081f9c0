"""The exact pages of a PDF: enlarged at the place one looks at, gone through by key, told aloud."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache

import pikepdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.model.fields import TextField
from mentorjournal.model.paper import Line, Paper
from mentorjournal.pdf import render
from tests.ui.names import unnamed
from ui.theme.theme import Scheme, Theme
from ui.widgets.page_layout import GAP, Fit, PageLayout, next_step, percent_of, scale_of
from ui.widgets.page_pictures import TILE, PagePictures, Tile, Unreadable
from ui.widgets.pdf_preview import PdfPreview

Key = Qt.Key
A4 = (595.28, 841.89)
KEYBOARD = Qt.FocusReason.TabFocusReason
CONTROL = Qt.KeyboardModifier.ControlModifier


@cache
def paper(pieces: int) -> bytes:
    return render(
        Paper(title="A summary", pieces=tuple(Line(f"line{n} " + "word " * 700) for n in range(pieces)))
    )


@cache
def blank(pages: int, size: tuple[float, float] = A4) -> bytes:
    pdf, out = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        pdf.add_blank_page(page_size=size)
    pdf.save(out)
    return out.getvalue()


def _difference(one: QImage, other: QImage) -> int:
    """The largest difference of a colour: the edge of a letter may fall a shade otherwise."""
    assert one.size() == other.size()
    return max(abs(a - b) for a, b in zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))


def sealed() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(blank(1))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="open", owner="own", R=6, aes=True))
    return out.getvalue()


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> Iterator[PdfPreview]:
    preview = PdfPreview(theme, "The page that leaves")
    qtbot.addWidget(preview)
    preview.resize(900, 600)
    with qtbot.waitExposed(preview):
        preview.show()
    preview.activateWindow()
    return preview


def press(qtbot: QtBot, preview: PdfPreview, *keys: Key) -> None:
    for key in keys:
        qtbot.keyClick(preview.pages, key)


def spot_under(preview: PdfPreview, at: QPointF) -> tuple[int, float, float]:
    """The page and the place on it, in points, that shows at *at*."""
    area = preview.pages
    layout = PageLayout(preview._pictures.sizes, area.scale / area.devicePixelRatioF())
    whole = at + QPointF(area.horizontalScrollBar().value(), area.verticalScrollBar().value())
    spot = layout.spot(whole, area.viewport().width())
    width, height = layout.sizes[spot.page]
    return spot.page, spot.x * width, spot.y * height


def turn(preview: PdfPreview, at: QPointF, delta: int, modifiers: Qt.KeyboardModifier) -> None:
    """Turn the wheel with the mouse at *at*."""
    view = preview.pages.viewport()
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def small_picture(preview: PdfPreview, page: int) -> QImage:
    """The row of *page* at the side, as it shows."""
    side = preview.thumbnails
    place = side.visualRect(side.model().index(page))
    place.moveTopLeft(side.viewport().mapTo(preview, place.topLeft()))
    return preview.grab(place).toImage()


def _darkness(picture: QImage) -> int:
    every = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return sum(255 - QColor(picture.pixel(x, y)).lightness() for x, y in every)


# What is shown


def test_pages_are_as_wide_as_the_room_and_told_one_by_one(preview: PdfPreview) -> None:
    preview.show_pdf(blank(5))
    assert preview.page_count == 5
    assert preview.bar.told.text() == "Page 1 of 5"
    width = preview.page_image(0).width() / preview.devicePixelRatioF()
    assert preview.pages.viewport().width() - 3 * GAP <= width <= preview.pages.viewport().width()
    preview.clear()
    assert preview.page_count == 0 and not preview.bar.isVisible()


@pytest.mark.parametrize(
    ("data", "wrong", "words"),
    [
        (sealed(), Unreadable.SEALED, "password"),
        (b"%PDF-1.7 and then nothing", Unreadable.BROKEN, "damaged"),
        (paper(1)[:2000], Unreadable.BROKEN, "damaged"),
        (blank(0), Unreadable.EMPTY, "no pages"),
        (b"", Unreadable.EMPTY, "no pages"),
    ],
)
def test_what_cannot_be_shown_is_said(
    preview: PdfPreview, data: bytes, wrong: Unreadable, words: str
) -> None:
    preview.show_pdf(blank(2))
    assert PagePictures().open(data) is wrong
    preview.show_pdf(data)
    assert preview.nothing.isVisible() and words in preview.nothing._words.text()
    assert preview.page_count == 0
    preview.show_pdf(blank(1))
    assert preview.pages.isVisible() and not preview.nothing.isVisible()


def test_a_new_version_of_the_document_shows_at_the_place_that_was_read(
    qtbot: QtBot, preview: PdfPreview
) -> None:
    preview.show_pdf(paper(6))
    press(qtbot, preview, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    place, page = preview.pages.verticalScrollBar().value(), preview.page
    preview.show_pdf(paper(7))
    assert (preview.pages.verticalScrollBar().value(), preview.page) == (place, page)
    preview.show_pdf(blank(1))
    assert preview.page == 0


def test_pieces_of_a_page_make_the_whole_page(qapp: object) -> None:
    pictures = PagePictures()
    pictures.open(paper(1))
    scale = 2.7
    whole = pictures.whole(0, scale)
    columns, rows = pictures.tiles_of(0, scale)
    assert (columns, rows) == (2, 2)
    for column in range(columns):
        for row in range(rows):
            piece = pictures.tile(Tile(0, scale, column, row))
            there = whole.copy(column * TILE, row * TILE, piece.width(), piece.height())
            assert _difference(piece, there) <= 4
    pictures.close()


def test_what_stands_in_a_form_is_drawn(qapp: object) -> None:
    def drawn(value: str) -> QImage:
        field = TextField(name="hopes", said="Hopes", longest=50, value=value)
        pictures.open(render(Paper(title="A form", pieces=(field,))))
        return pictures.whole(0, 1.0)

    pictures = PagePictures()
    assert _difference(drawn("to be heard"), drawn("")) > 100
    pictures.close()


# How large


def test_plus_minus_and_nought_are_the_size_of_the_pages(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(blank(2))
    preview.set_zoom(100)
    press(qtbot, preview, Key.Key_Plus)
    assert preview.zoom == 110
    press(qtbot, preview, Key.Key_Minus, Key.Key_Minus)
    assert preview.zoom == 90
    press(qtbot, preview, Key.Key_0)
    assert preview.zoom is Fit.READING


def test_with_control_they_stay_the_size_of_the_text_in_the_window(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(blank(2))
    preview.set_zoom(100)
    qtbot.keyClick(preview.pages, Key.Key_Plus, CONTROL)
    assert preview.zoom == 100


def test_a_hundred_per_cent_is_as_large_as_paper(preview: PdfPreview) -> None:
    preview.show_pdf(blank(1))
    preview.set_zoom(100)
    assert preview.page_image(0).width() / preview.devicePixelRatioF() == pytest.approx(
        A4[0] / 72 * 96, abs=1
    )


def test_the_bar_offers_fits_and_percentages_and_names_any_other(qtbot: QtBot, preview: PdfPreview) -> None:
    bar = preview.bar
    preview.show_pdf(blank(2))
    bar.zoom.chosen.emit(Fit.PAGE)
    assert preview.zoom is Fit.PAGE and bar.zoom.currentText() == "Fit page"
    assert preview.page_image(0).height() / preview.devicePixelRatioF() <= preview.pages.height()
    bar.zoom.chosen.emit(150)
    assert bar.zoom.currentText() == "150 %"
    qtbot.mouseClick(bar.larger, Qt.MouseButton.LeftButton)
    assert (preview.zoom, bar.zoom.currentText()) == (175, "175 %")
    bar.zoom.chosen.emit(Fit.WIDTH)
    assert bar.zoom.currentText() == "Fit width"


@pytest.mark.parametrize("at", [QPointF(300, 100), QPointF(420, 380)])
def test_what_is_looked_at_stays_where_it_is(preview: PdfPreview, at: QPointF) -> None:
    preview.show_pdf(blank(5))
    preview.set_zoom(150)
    preview.go(2)
    page, x, y = spot_under(preview, at)
    for percent in (300, 400, 175, 150):
        preview.pages.set_zoom(percent, at)
        now = spot_under(preview, at)
        assert now[0] == page
        assert now[1:] == pytest.approx((x, y), abs=4)


def test_control_and_the_wheel_enlarge_under_the_mouse(preview: PdfPreview) -> None:
    preview.show_pdf(blank(3))
    preview.set_zoom(200)
    preview.go(1)
    at = QPointF(200, 300)
    before = spot_under(preview, at)
    for delta in (60, 60, 120):
        turn(preview, at, delta, CONTROL)
    assert preview.zoom == 300
    assert spot_under(preview, at) == pytest.approx(before, abs=3)


def test_a_pinch_enlarges_in_small_moves(preview: PdfPreview) -> None:
    preview.show_pdf(blank(3))
    preview.set_zoom(100)
    at, viewport = QPointF(200, 200), preview.pages.viewport()
    for _ in range(40):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            at,
            at,
            QPointF(viewport.mapToGlobal(at.toPoint())),
            0.004,
            QPointF(),
        )
        QApplication.sendEvent(viewport, event)
    assert preview.zoom == pytest.approx(117, abs=2)


def test_enlarged_pages_scroll_to_the_side_and_others_are_turned(qtbot: QtBot, preview: PdfPreview) -> None:
    across = preview.pages.horizontalScrollBar()
    preview.show_pdf(blank(3))
    press(qtbot, preview, Key.Key_Right)
    assert (preview.page, across.maximum()) == (1, 0)
    press(qtbot, preview, Key.Key_Left)
    assert preview.page == 0
    preview.set_zoom(300)
    before = across.value()
    press(qtbot, preview, Key.Key_Right)
    assert across.value() > before and preview.page == 0
    press(qtbot, preview, Key.Key_Left)
    assert across.value() == before


def test_a_drag_moves_enlarged_pages(qtbot: QtBot, preview: PdfPreview) -> None:
    area = preview.pages
    preview.show_pdf(blank(3))
    preview.set_zoom(300)
    preview.go(1)
    before = spot_under(preview, QPointF(300, 300))
    qtbot.mousePress(area.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    qtbot.mouseMove(area.viewport(), QPoint(250, 210))
    qtbot.mouseRelease(area.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(250, 210))
    assert spot_under(preview, QPointF(250, 210)) == pytest.approx(before, abs=3)
    qtbot.mouseMove(area.viewport(), QPoint(400, 400))
    assert spot_under(preview, QPointF(250, 210)) == pytest.approx(before, abs=3)


def test_shift_and_the_wheel_move_to_the_side(preview: PdfPreview) -> None:
    preview.show_pdf(blank(3))
    preview.set_zoom(300)
    across = preview.pages.horizontalScrollBar()
    before = across.value()
    turn(preview, QPointF(200, 200), -120, Qt.KeyboardModifier.ShiftModifier)
    assert across.value() > before and preview.zoom == 300


def test_a_window_that_is_resized_goes_on_at_the_same_line(preview: PdfPreview) -> None:
    preview.show_pdf(blank(6))
    preview.go(3)
    bar = preview.pages.verticalScrollBar()
    bar.setValue(bar.value() + 150)
    before = spot_under(preview, QPointF(100, 0))
    preview.resize(640, 500)
    after = spot_under(preview, QPointF(100, 0))
    assert (after[0], after[2]) == (before[0], pytest.approx(before[2], abs=3))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_pages_lie_on_whole_pixels_of_the_screen(ratio: float) -> None:
    layout = PageLayout([A4, (300.1, 500.7)] * 3, 1.2345, ratio)
    for page in range(6):
        box = layout.box(page, 1000.5)
        for length in (box.x(), box.y(), box.width(), box.height()):
            assert (length * ratio) == pytest.approx(round(length * ratio), abs=1e-6)


def test_the_ladder_of_sizes_ends_at_both_ends() -> None:
    scale = scale_of(400, [A4], (500, 500), 900)
    assert next_step(scale, 1) == 400
    assert next_step(scale_of(25, [A4], (500, 500), 900), -1) == 25
    assert next_step(scale_of(137, [A4], (500, 500), 900), 1) == 150
    assert percent_of(scale_of(Fit.READING, [A4], (2500, 500), 900)) < percent_of(
        scale_of(Fit.WIDTH, [A4], (2500, 500), 900)
    )


# Which page


def test_keys_scroll_and_go_to_either_end(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(blank(4))
    bar = preview.pages.verticalScrollBar()
    press(qtbot, preview, Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    press(qtbot, preview, Key.Key_PageUp, Key.Key_Down)
    assert bar.value() == bar.singleStep()
    press(qtbot, preview, Key.Key_End)
    assert (bar.value(), preview.page) == (bar.maximum(), 3)
    press(qtbot, preview, Key.Key_Home)
    assert (bar.value(), preview.page) == (0, 0)


def test_the_page_in_view_is_marked_at_the_side_and_followed(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(blank(9))
    side = preview.thumbnails
    assert side.isVisible() and side.currentIndex().row() == 0
    preview.go(4)
    assert side.currentIndex().row() == 4
    assert preview.bar.told.text() == "Page 5 of 9"


def test_the_side_is_gone_through_by_keys(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(blank(9))
    side = preview.thumbnails
    side.setFocus(KEYBOARD)
    for key, page in (
        (Key.Key_Down, 1),
        (Key.Key_Down, 2),
        (Key.Key_Up, 1),
        (Key.Key_End, 8),
        (Key.Key_Home, 0),
    ):
        qtbot.keyClick(side, key)
        assert (preview.page, side.currentIndex().row()) == (page, page)
    qtbot.keyClick(side, Key.Key_PageDown)
    assert preview.page > 1
    qtbot.keyClick(side, Key.Key_Return)
    assert preview.pages.hasFocus()


def test_small_pages_below_one_another_are_each_chosen(preview: PdfPreview) -> None:
    preview.show_pdf(blank(6))
    preview.set_zoom(25)  # several in view at once, and the last cannot reach the top
    for page in (5, 4, 5, 0):
        preview.thumbnails.chosen.emit(page)
        assert preview.page == page


def test_the_page_in_view_is_marked_not_by_colour_alone(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(blank(3))
    # A dark edge is thicker, and the number stands in something: also where no colour is seen.
    assert _darkness(small_picture(preview, 0)) > 2 * _darkness(small_picture(preview, 1))


def test_one_page_has_no_side_and_few_pages_can_do_without(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(blank(1))
    assert not preview.thumbnails.isVisible() and not preview.bar.side.isVisible()
    preview.show_pdf(blank(2))
    assert preview.thumbnails.isVisible()
    press(qtbot, preview, Key.Key_T)
    assert not preview.thumbnails.isVisible()
    qtbot.mouseClick(preview.bar.side, Qt.MouseButton.LeftButton)
    assert preview.thumbnails.isVisible()


def test_a_narrow_preview_leaves_the_room_to_the_page(preview: PdfPreview, theme: Theme) -> None:
    preview.show_pdf(blank(5))
    preview.resize(600, 500)
    assert not preview.thumbnails.isVisible()
    preview.bar.side.click()
    assert preview.thumbnails.isVisible()  # but whoever wants the pictures has them
    preview.resize(360, 500)
    assert not preview.thumbnails.isVisible()
    assert preview.bar.minimumSizeHint().width() <= 360
    theme.set_zoom(2.0)
    assert not preview.bar.smaller.isVisible() and preview.bar.zoom.isVisible()


def test_a_compact_preview_has_no_side(qtbot: QtBot, theme: Theme) -> None:
    preview = PdfPreview(theme, compact=True)
    qtbot.addWidget(preview)
    preview.resize(900, 500)
    with qtbot.waitExposed(preview):
        preview.show()
    preview.show_pdf(blank(5))
    assert not preview.thumbnails.isVisible() and not preview.bar.side.isVisible()
    assert preview.bar.zoom.isVisible()


# For those who listen


def test_a_screen_reader_hears_which_page_and_its_words(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(paper(4))
    preview.pages.setFocus(KEYBOARD)
    assert preview.pages.accessibleName() == f"The page that leaves: page 1 of {preview.page_count}"
    assert "line0 word" in preview.pages.accessibleDescription()
    press(qtbot, preview, Key.Key_Right)
    assert "page 2 of" in preview.pages.accessibleName()
    assert "line0" not in preview.pages.accessibleDescription()
    assert preview.pages.accessibleDescription() == preview.page_text(1)
    assert unnamed(preview) == []


def test_pages_at_the_side_say_their_number(preview: PdfPreview) -> None:
    preview.show_pdf(blank(3))
    said = preview.thumbnails.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Page 2 of 3"


def test_nothing_of_a_page_is_seen_or_heard_while_the_view_is_discreet(
    preview: PdfPreview, theme: Theme
) -> None:
    preview.show_pdf(paper(4))
    preview.pages.setFocus(KEYBOARD)
    theme.veil.draw(lambda text: ())
    assert preview.pages.accessibleDescription() == "Veiled while the view is discreet"
    assert preview.bar.told.text().startswith("Page 1")
    picture = small_picture(preview, 1)
    middle = picture.copy(30, 20, 60, 60)
    assert {middle.pixel(x, y) for x in range(60) for y in range(60)} == {theme.colour("card").rgb()}
    theme.veil.lift()
    assert "line0 word" in preview.pages.accessibleDescription()


def test_the_ground_is_dark_in_the_dark_and_the_paper_stays_paper(preview: PdfPreview, theme: Theme) -> None:
    preview.show_pdf(blank(1))
    theme.apply(Scheme.DARK)
    picture = preview.pages.viewport().grab().toImage()
    assert QColor(picture.pixel(4, 4)).lightness() < 60
    assert QColor(picture.pixel(picture.width() // 2, picture.height() // 2)).lightness() == 255


# What is kept


def until_quiet(qtbot: QtBot, true: Callable[[], bool]) -> None:
    qtbot.waitUntil(true, timeout=5000)


def test_of_a_long_document_few_pictures_are_kept(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(blank(300))
    held = []
    for page in range(0, 300, 10):
        preview.go(page)
        preview.pages.viewport().repaint()
        held.append(preview._pictures.held)
    assert max(held) <= 20 << 20
    assert len(preview._pictures._small) <= 80


def test_enlarged_fourfold_only_what_shows_is_drawn(preview: PdfPreview) -> None:
    preview.show_pdf(blank(2))
    preview.set_zoom(400)
    preview.pages.viewport().repaint()
    whole = preview._pictures.sizes[0]
    assert preview._pictures.held < whole[0] * whole[1] * preview.pages.scale**2 * 4


def test_pictures_at_the_side_are_made_as_they_come_into_view(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(blank(100))
    small = preview._pictures._small
    until_quiet(qtbot, lambda: (0, preview.thumbnails.picture_width()) in small)
    assert len(small) < 20
    preview.go(99)
    until_quiet(qtbot, lambda: (99, preview.thumbnails.picture_width()) in small)
