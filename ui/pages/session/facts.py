"""When, how long, where and how a session was: one quiet line that opens into its fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal.model.session import Session
from mentorjournal.model.words import Mode, SessionKind, SessionStatus
from ui.theme.theme import Theme
from ui.widgets.buttons import quiet
from ui.widgets.date_field import DateField
from ui.widgets.day_time import read_time, time_words
from ui.widgets.fields import ChoiceField, LineField, NumberField, labelled
from ui.widgets.layout import column, holder, row
from ui.widgets.pill import Pill
from ui.widgets.who_when import day_words

DAY_MINUTES = 24 * 60


class Facts(QWidget):
    """The fields of a session's head; *edited* tells of every choice, *status_chosen* of what became of it:
    that is an act of its own.
    """

    edited = Signal()
    status_chosen = Signal(object)
    toggled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day = date.today()
        self._at: time | None = None
        self._today = date.today()
        self._words = ""
        self.summary = quiet(theme, "", says=self.tr("Show or hide the details"))
        self.day = DateField(theme, self.tr("Day"), today=date.today())
        self.at = LineField(theme, self.tr("Time"), placeholder=self.tr("10:00"), private=False)
        self.kind = ChoiceField(theme, self.tr("Kind of session"), SessionKind)
        self.status = ChoiceField(theme, self.tr("What became of it"), SessionStatus)
        self.mode = ChoiceField(theme, self.tr("How you meet"), Mode)
        self.minutes = NumberField(
            theme, self.tr("Minutes"), high=DAY_MINUTES, suffix=self.tr(" min"), step=5
        )
        self.place = LineField(theme, self.tr("Place"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setContentsMargins(0, 8, 0, 8)
        self._fields = [
            holder(labelled(theme, words, field))
            for words, field in (
                (self.tr("Day"), self.day),
                (self.tr("Time"), self.at),
                (self.tr("Length"), self.minutes),
                (self.tr("Kind of session"), self.kind),
                (self.tr("What became of it"), self.status),
                (self.tr("How you meet"), self.mode),
                (self.tr("Place"), self.place),
            )
        ]
        self.details = holder(grid)
        self.details.hide()
        self.pill = Pill(theme, self.tr("Session"), "info", icon="users")
        self._grid = grid
        self.arrange(3)
        self.setLayout(column(row(self.pill, 4, self.summary, None), self.details))
        self.summary.clicked.connect(self._toggle)
        self.day.changed.connect(self._day_chosen)
        self.at.editingFinished.connect(self._time_typed)
        self.minutes.valueChanged.connect(self._told)
        self.place.textEdited.connect(self._told)
        for field in (self.kind, self.mode):
            field.chosen.connect(self._told)
        self.status.chosen.connect(self._status)

    def show_facts(self, value: Session) -> None:
        self._day, self._at = value.day, value.at
        self.day.set_value(value.day)
        self.at.set_text("" if value.at is None else time_words(value.at, self.locale()))
        self.at.set_wrong(False)
        self.kind.set_value(value.kind)
        self.status.set_value(value.status)
        self.mode.set_value(value.mode)
        self._loading = True
        self.minutes.set_value(value.minutes)
        self._loading = False
        self.place.set_text(value.place)
        self._word()

    _loading = False

    def set_today(self, today: date) -> None:
        self._today = today
        self.day.set_today(today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the end of the line where there is no room for it; its beginning is the day."""
        room = self.width() - self.pill.sizeHint().width() - self._theme.px(34)
        words = self.summary.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.summary.setText(words)

    def show_number(self, number: int | None, kind: SessionKind) -> None:
        words = {
            SessionKind.FIRST: self.tr("First session"),
            SessionKind.MID_TERM_REVIEW: self.tr("Mid-term review"),
            SessionKind.ENDING_REVIEW: self.tr("Ending review"),
            SessionKind.ONE_STOP: self.tr("One-stop advice"),
            SessionKind.CONTACT: self.tr("Contact"),
        }.get(kind, "")
        if number is not None:
            numbered = self.tr("Session {number}").format(number=number)
            ordinary = kind in (SessionKind.FIRST, SessionKind.REGULAR, SessionKind.ONE_STOP)
            words = numbered if ordinary or not words else f"{numbered} · {words}"
        icon = "message-circle" if kind is SessionKind.CONTACT else "users"
        self.pill.set_text(words or self.tr("Session"), icon=icon)

    def arrange(self, columns: int) -> None:
        """Set the fields in this many columns."""
        for index, field in enumerate(self._fields):
            self._grid.addWidget(field, index // columns, index % columns)
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def open_details(self, opened: bool) -> None:
        self.details.setVisible(opened)

    def written(self, base: Session) -> Session:
        return replace(
            base,
            day=self._day,
            at=self._at,
            kind=SessionKind(str(self.kind.value())),
            mode=Mode(str(self.mode.value())),
            minutes=round(self.minutes.value()),
            place=self.place.text(),
        )

    def _word(self) -> None:
        day = day_words(self._day, self._today)
        parts = [day if self._at is None else f"{day}, {time_words(self._at, self.locale())}"]
        contact = self.kind.value() == SessionKind.CONTACT
        if not contact:
            parts.append(self.tr("{count} min").format(count=round(self.minutes.value())))
        parts.append(Mode(str(self.mode.value())).label)
        if not contact:
            parts.append(SessionStatus(str(self.status.value())).label)
        self._words = "  ·  ".join(parts)
        self._fit()
        self.summary.setAccessibleName(self.tr("Details: {facts}").format(facts=", ".join(parts)))

    @Slot()
    def _told(self) -> None:
        if not self._loading:
            self._word()
            self.edited.emit()

    @Slot(object)
    def _status(self, status: object) -> None:
        self.status_chosen.emit(SessionStatus(str(status)))

    @Slot()
    def _toggle(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self.toggled.emit()

    @Slot(object)
    def _day_chosen(self, day: date | None) -> None:
        if day is None:
            self.day.set_value(self._day)  # a session always has a day
        elif day != self._day:
            self._day = day
            self._told()

    @Slot()
    def _time_typed(self) -> None:
        text = self.at.text().strip()
        at = read_time(text, self.locale()) if text else None
        self.at.set_wrong(bool(text) and at is None)
        if at != self._at and (at is not None or not text):
            self._at = at
            self.at.set_text("" if at is None else time_words(at, self.locale()))
            self._told()
