"""A learning point on its page: the words, how many are left, and what may happen to them."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.reflection import LONGEST_LEARNING_POINT, LearningPoint
from mentorjournal.model.words import Visibility
from ui.autosave import Autosave
from ui.pages.timeline.model import qt_day
from ui.theme.theme import Theme
from ui.theme.tokens import MEASURE
from ui.widgets.companion.count import PlacesButton
from ui.widgets.companion.pointer import reach_of
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row
from ui.widgets.limited_text import LimitedText
from ui.widgets.marks import VisibilityMark
from ui.widgets.pill import Pill
from ui.widgets.saved import SavedState
from ui.widgets.saving import Saving


class Writer(Protocol):
    def touched(self) -> None: ...
    def save(self) -> None: ...


class LearningView(QWidget, Saving):
    """Obeys the presenter; tells it of every edit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writer: Writer | None = None
        self._autosave = Autosave(self._save, parent=self)
        self._day = Label(theme, "", "small", "text2")
        self.saved = SavedState(theme)
        self.words = LimitedText(theme, self.tr("Learning point"), LONGEST_LEARNING_POINT)
        self.words.setPlaceholderText(self.tr("What did you learn, in your own words?"))
        self._room = Label(theme, "", "small", "text3")
        self.places = PlacesButton(theme, self.words)
        self._mark = VisibilityMark(theme)
        choices = (
            (Visibility.PRIVATE, self.tr("Private: stays in this journal")),
            (Visibility.PARTNER_OK, self.tr("May be shown to your partner")),
            (Visibility.SUMMARY_OK, self.tr("May appear in a summary")),
            (Visibility.NEVER_EXPORT, self.tr("Never leaves this journal")),
        )
        self.visibility = ChoiceField(theme, self.tr("What may happen to it"), choices)
        hint = Label(
            theme,
            self.tr(
                "A learning point is the one reflective thing that can be shared, and only if you say so."
            ),
            "small",
            "text3",
            wrap=True,
        )
        page = holder(
            column(
                row(Pill(theme, self.tr("Learning point"), "warn", icon="sparkles"), 10, self._day, None),
                16,
                self.words,
                4,
                row(self.places, None, self._room),
                16,
                labelled(theme, self.tr("What may happen to it"), self._choice_row()),
                10,
                hint,
                None,
            )
        )
        page.setMaximumWidth(theme.px(MEASURE))
        self._page = page
        top = row(None, self.saved, margins=(24, 16, 24, 0))
        body = row(None, page, None, margins=(32, 16, 32, 16))
        body.setStretch(1, 100)
        self.setLayout(column(top, body))
        self.setFocusProxy(self.words)
        self.words.edited.connect(self._edited)
        self.words.refused.connect(self._full)
        self.visibility.chosen.connect(self._chosen)
        theme.changed.connect(self._look)

    def _choice_row(self) -> QWidget:
        return holder(row(self._mark, 8, self.visibility, None))

    def bind(self, writer: Writer) -> None:
        self._writer = writer

    # What the presenter shows

    def show_entry(self, value: LearningPoint, *, fresh: bool) -> None:
        self.saved.show_nothing()
        self._autosave.forget()
        self.update_entry(value)
        if fresh:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def update_entry(self, value: LearningPoint) -> None:
        self._day.setText(QLocale().toString(qt_day(value.day), QLocale.FormatType.LongFormat))
        if value.text != self.words.text():
            self.words.set_text(value.text)
        self.visibility.set_value(value.visibility)
        self._show_reach(value.visibility)
        self._count()

    def written(self, base: LearningPoint) -> LearningPoint:
        visibility = Visibility(str(self.visibility.value()))
        return replace(base, text=self.words.text(), visibility=visibility)

    def clear(self) -> None:
        self._autosave.forget()
        self.words.set_text("")
        self.saved.show_nothing()

    def place(self) -> dict[str, object]:
        return {"cursor": self.words.textCursor().position()}

    def restore(self, place: dict[str, object]) -> None:
        position = place.get("cursor")
        if isinstance(position, int) and 0 <= position <= len(self.words.toPlainText()):
            cursor = self.words.textCursor()
            cursor.setPosition(position)
            self.words.setTextCursor(cursor)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the writer does

    def _count(self) -> None:
        self._room.setText(self.tr("{count} characters left").format(count=self.words.room()))
        self._room.set_tone("text3")

    def _show_reach(self, visibility: Visibility) -> None:
        self._mark.set_visibility(visibility)
        self.words.pointer.set_reach(reach_of(visibility))

    def _save(self) -> None:
        if self._writer is not None:
            self._writer.save()

    @Slot()
    def _edited(self) -> None:
        self._count()
        if self._writer is not None:
            self._writer.touched()

    @Slot()
    def _full(self) -> None:
        self._room.setText(self.tr("That is as long as a learning point can be. Say it in fewer words."))
        self._room.set_tone("warn")

    @Slot(object)
    def _chosen(self, visibility: Visibility) -> None:
        self._show_reach(visibility)
        if self._writer is not None:
            self._writer.touched()

    @Slot()
    def _look(self) -> None:
        self._page.setMaximumWidth(self._theme.px(MEASURE))
