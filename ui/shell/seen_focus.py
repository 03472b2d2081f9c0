"""The keyboard is never where nobody can see it.

Qt gives it to any field that asks, one on a page behind as well: an answer that comes late, or a place that
is laid back on a page that is not in front, would take it there.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid


class SeenFocus(QObject):
    """Gives the keyboard back to where it was, or else to the page in front of *pages*."""

    def __init__(self, app: QApplication, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._pages = pages
        app.focusChanged.connect(self._moved)
        pages.currentChanged.connect(self.look)

    @Slot(QWidget, QWidget)
    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._is_lost(now):
            self._bring_back(before)

    @Slot()
    def look(self) -> None:
        """The keyboard may be left on what has gone: on a page, while the window is not the active one, or on
        a sheet that was opened from a field which cannot be seen any more.
        """
        kept = self._pages.window().focusWidget()
        if kept is not None and self._is_lost(kept):
            self._bring_back(None)

    def _is_lost(self, field: QWidget) -> bool:
        return isValid(field) and self._pages.isVisible() and _is_out_of_sight(field, self._pages.window())

    def _bring_back(self, before: QWidget | None) -> None:
        window, page = self._pages.window(), self._pages.currentWidget()
        wanted = before if before is not None and isValid(before) and before.window() is window else page
        if wanted is None or _is_out_of_sight(wanted, window):
            wanted = page
        if wanted is page and page is not None:
            wanted = next((one for one in page.findChildren(QWidget) if _takes_keyboard(one, page)), page)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        left = window.focusWidget()
        if left is not None and _is_out_of_sight(left, window):
            left.clearFocus()  # nothing on the page takes it


def _is_out_of_sight(field: QWidget, window: QWidget) -> bool:
    """Hidden by somebody, or in what is. What was just made is shown once its layout comes to it."""
    if field.window() is not window or field.isVisibleTo(window):
        return False
    part: QWidget | None = field
    while part is not None and part is not window:
        if part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        part = part.parentWidget()
    return False


def _takes_keyboard(field: QWidget, page: QWidget) -> bool:
    tab = field.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and field.isEnabled() and field.isVisibleTo(page)
