"""Where the keyboard is on a page, and how far each part of it is scrolled, as values that can be sealed.

Parts are told apart by what they are, what they are called and how many like them stand before: pages build
the same parts again from the same words. No word of a field is in here.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.widgets.fold import Fold

Place = dict[str, object]
Name = list[object]


def keyboard_place(page: QWidget) -> Place:
    """Where the keyboard is on *page*, what is unfolded, and how far its parts are scrolled."""
    parts = list(_shown(page))
    place: Place = {
        "folds": [[_name(one, parts), one.is_open] for one in parts if isinstance(one, Fold)],
        "scrolls": [
            [_name(one, parts), one.horizontalScrollBar().value(), one.verticalScrollBar().value()]
            for one in parts
            if isinstance(one, QAbstractScrollArea)
        ],
    }
    # Not the application's: while its window is not the active one, that is none at all.
    focus = page.window().focusWidget()
    if focus is not None and focus in parts:
        place["field"], place["inside"] = _name(focus, parts), _inside(focus)
    return place


def lay_back(page: QWidget, place: Place) -> bool:
    """Give the keyboard back and scroll as it was; whether all of it fits what stands on *page* by now."""
    fits = [_unfold(page, one) for one in _rows(place.get("folds"), 2)]
    if "field" in place:
        fits.append(_give_keyboard(page, place))
    fits.extend(_scroll(page, one) for one in _rows(place.get("scrolls"), 3))
    return all(fits)


# Which part it is


def _shown(page: QWidget) -> Iterator[QWidget]:
    return (one for one in page.findChildren(QWidget) if one.isVisibleTo(page))


def _name(part: QWidget, parts: list[QWidget]) -> Name:
    alike = [one for one in parts if type(one) is type(part)]
    called = [one for one in alike if one.accessibleName() == part.accessibleName()]
    return [type(part).__name__, part.accessibleName(), called.index(part), alike.index(part)]


def _find(page: QWidget, name: object) -> QWidget | None:
    """The part of that name; where nothing is called so, the one at the same place among those alike."""
    if not isinstance(name, list) or len(name) != 4:
        return None
    kind, words, among_called, among_alike = name
    alike = [one for one in _shown(page) if type(one).__name__ == kind]
    called = [one for one in alike if one.accessibleName() == words]
    for found, at in ((called, among_called), (alike, among_alike)):
        if isinstance(at, int) and 0 <= at < len(found):
            return found[at]
    return None


def _rows(found: object, length: int) -> list[list[object]]:
    rows = found if isinstance(found, list) else []
    return [row for row in rows if isinstance(row, list) and len(row) == length]


# The keyboard


def _inside(part: QWidget) -> Place:
    """Where the cursor is. Of a field that hides its words nothing is told."""
    match part:
        case QTextEdit() | QPlainTextEdit():
            cursor = part.textCursor()
            return {"at": cursor.position(), "from": cursor.anchor(), "of": _length(cursor)}
        case QLineEdit() if part.echoMode() is QLineEdit.EchoMode.Normal:
            at = part.cursorPosition()
            start, end = part.selectionStart(), part.selectionEnd()
            other = at if start < 0 else (start if at == end else end)
            return {"at": at, "from": other, "of": len(part.text())}
        case QAbstractItemView():
            return {"at": part.currentIndex().row()}
    return {}


def _length(cursor: QTextCursor) -> int:
    whole = QTextCursor(cursor)
    whole.movePosition(QTextCursor.MoveOperation.End)
    return whole.position()


def _give_keyboard(page: QWidget, place: Place) -> bool:
    part, inside = _find(page, place.get("field")), place.get("inside")
    if part is None or not part.isEnabled():
        return False
    inside = inside if isinstance(inside, dict) else {}
    at, start, of = (inside.get(name) for name in ("at", "from", "of"))
    # In the discreet view an empty field that has the keyboard shows the words that come: it must wait.
    if isinstance(of, int) and of and not _size(part):
        return False
    if page.window().focusWidget() is not part:
        part.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(part, QAbstractItemView):
        return _choose(part, at)
    if isinstance(at, int) and isinstance(start, int):
        _put_cursor(part, at, start)
        return _size(part) == of
    return True


def _size(part: QWidget) -> int:
    match part:
        case QTextEdit() | QPlainTextEdit():
            return _length(part.textCursor())
        case QLineEdit():
            return len(part.text())
    return 0


def _put_cursor(part: QWidget, at: int, start: int) -> None:
    at, start = (min(max(one, 0), _size(part)) for one in (at, start))
    match part:
        case QTextEdit() | QPlainTextEdit():
            cursor = part.textCursor()
            if (cursor.position(), cursor.anchor()) != (at, start):
                cursor.setPosition(start)
                cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
                part.setTextCursor(cursor)
        case QLineEdit():
            if at == start:
                part.deselect()
                part.setCursorPosition(at)
            else:
                part.setSelection(start, at - start)


def _choose(part: QAbstractItemView, row: object) -> bool:
    model = part.model()
    if not isinstance(row, int) or row < 0 or part.currentIndex().row() == row:
        return True
    if model is None or row >= model.rowCount():
        return False
    part.setCurrentIndex(model.index(row, 0))
    return True


# What is seen


def _unfold(page: QWidget, row: list[object]) -> bool:
    part = _find(page, row[0])
    if isinstance(part, Fold):
        part.set_open(row[1] is True)
    return isinstance(part, Fold)


def _scroll(page: QWidget, row: list[object]) -> bool:
    part = _find(page, row[0])
    if not isinstance(part, QAbstractScrollArea):
        return False
    fits = True
    for bar, value in ((part.horizontalScrollBar(), row[1]), (part.verticalScrollBar(), row[2])):
        if isinstance(value, int):
            bar.setValue(value)
            fits = fits and bar.value() == value
    return fits
