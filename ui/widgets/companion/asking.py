"""From one field to the card of a marked place, and what the field says of its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from ui.theme.theme import Theme
from ui.widgets.companion.drawing import places_of
from ui.widgets.companion.pointer import Place, Pointer
from ui.widgets.tip import plain_tip

if TYPE_CHECKING:
    from mentorjournal.checks.remedies import Remedy
    from ui.widgets.companion.fields import Pointed
    from ui.widgets.companion.sheet import PlaceSheet

KEY = "Ctrl+;"


class Asking(QObject):
    """Never opens a card by itself: a key, a press with Ctrl or the menu of a marked word asks for it."""

    def __init__(self, theme: Theme, field: Pointed, pointer: Pointer) -> None:
        super().__init__(field)
        self._theme, self._field, self._pointer = theme, field, pointer
        self._sheet: PlaceSheet | None = None
        self._wanted: Place | None = None
        self._said = ""
        pointer.looked.connect(self._looked)
        pointer.moved.connect(self.put_away)

    @property
    def sheet(self) -> PlaceSheet | None:
        """The card that is open."""
        return self._sheet

    def ask_next(self) -> bool:
        """Go to the next marked place and open its card; whether there is one."""
        place = None if self._theme.veil.drawn else self._pointer.next_place()
        if place is not None:
            self._ask(place)
        return place is not None

    def ask_at(self, point: QPointF) -> bool:
        """Open the card of the marked words at *point* of the viewport; whether there are any."""
        place = self.place_at(point)
        if place is not None:
            self._ask(place)
        return place is not None

    def place_at(self, point: QPointF) -> Place | None:
        if self._theme.veil.drawn:
            return None
        near = self._field.cursorForPosition(point.toPoint()).position()
        for position in (near, near - 1):
            place = self._pointer.place_at(position)
            if place is not None and any(box.contains(point) for box in self._boxes(place)):
                return place
        return None

    def show_tip(self, event: QHelpEvent) -> bool:
        """Say why the words under the mouse are marked; whether they are."""
        place = self.place_at(QPointF(event.pos()))
        if place is None:
            return False
        words = self.tr("{why} Press with Ctrl for what could stand here instead.")
        told = plain_tip(words.format(why=place.mark.finding.why))
        viewport = self._field.viewport()
        QToolTip.showText(event.globalPos(), told, viewport, self._boxes(place)[0].toRect())
        return True

    def show_menu(self, event: QContextMenuEvent) -> bool:
        """The usual menu with one line more, if it is asked for at marked words."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key and not self._theme.veil.drawn:
            position = self._field.textCursor().position()
            place = self._pointer.place_at(position) or self._pointer.place_at(position - 1)
        else:
            place = self.place_at(QPointF(event.pos()))
        if place is None:
            return False
        menu = self._field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look = QAction(self.tr("Why it is marked, and what could stand here"), menu)
        first = menu.actions()[0] if menu.actions() else None
        menu.insertAction(first, look)  # type: ignore[arg-type]  # None stands for the end
        menu.insertSeparator(first)  # type: ignore[arg-type]
        self._wanted = place
        look.triggered.connect(self._ask_wanted)
        menu.popup(event.globalPos())
        return True

    @Slot()
    def put_away(self) -> None:
        """Close the card and give the keyboard back."""
        sheet, self._sheet = self._sheet, None
        self._pointer.chosen = None
        self._wanted = None
        if sheet is None:
            return
        holds = sheet.isAncestorOf(sheet.window().focusWidget() or sheet.window())
        sheet.hide()
        sheet.deleteLater()
        self._field.viewport().update()
        if holds and self._field.isVisible():
            self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _ask(self, place: Place) -> None:
        self.put_away()
        field = self._field
        field.setFocus(Qt.FocusReason.PopupFocusReason)
        cursor = QTextCursor(place.block)
        cursor.setPosition(place.end)
        field.setTextCursor(cursor)
        field.ensureCursorVisible()
        self._pointer.chosen = place
        from ui.widgets.companion.sheet import PlaceSheet  # at the first card, not at every start

        boxes, over = self._boxes(place), field.window()
        box = boxes[-1].toRect() if boxes else field.cursorRect()
        where = QRect(field.viewport().mapTo(over, box.topLeft()), box.size())
        sheet = PlaceSheet(self._theme, place.mark.finding, self._pointer.remedies(place), over, where)
        sheet.answered.connect(self._answered)
        sheet.left.connect(self.put_away)
        for button in sheet.choices().values():
            button.asking = self  # type: ignore[attr-defined]  # the key goes on from here to the next place
        self._sheet = sheet
        sheet.open()
        field.viewport().update()

    def _boxes(self, place: Place) -> list[QRectF]:
        return places_of(self._field, place.block, place.mark)

    @Slot(object)
    def _answered(self, remedy: Remedy) -> None:
        place = self._pointer.chosen
        self.put_away()
        if place is not None:
            self._pointer.answer(place, remedy)
            self._field.ensureCursorVisible()

    @Slot()
    def _ask_wanted(self) -> None:
        if self._wanted is not None:
            self._ask(self._wanted)

    @Slot()
    def _looked(self) -> None:
        field, count = self._field, self._pointer.count
        field.viewport().update()
        if field.veil.is_drawn:
            return
        said = ""
        if count:
            said = self.tr("{places}. {key} goes to the next.").format(places=places(count, self), key=KEY)
        if said != self._said:
            others = field.accessibleDescription().removesuffix(self._said).rstrip()
            self._said = said
            field.setAccessibleDescription(f"{others} {said}".strip())


def places(count: int, by: QObject) -> str:
    """How many places are marked, in words."""
    words = by.tr("1 place to look at") if count == 1 else by.tr("{count} places to look at")
    return words.format(count=count)
