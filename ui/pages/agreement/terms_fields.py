"""The terms that are asked within a clause: calm fields for numbers, a rule, a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.agreement import ClauseKey
from mentorjournal.model.words import Mode, Reporting, RetentionRule
from ui.pages.agreement.contract import ClauseShown
from ui.pages.agreement.terms import TERMS_OF, TermsTyped
from ui.theme.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.label import Label
from ui.widgets.layout import Item, column, holder, row

NUMBER_WIDTH = 64


class TermsFields(QWidget):
    """Emits *edited* with everything as it is typed."""

    edited = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._typed = TermsTyped()
        tr = self.tr
        self.sessions = self._number(tr("How many sessions"))
        self.interval = self._number(tr("How often"))
        self.unit = ChoiceField(theme, tr("Weeks or days"), [(True, tr("weeks")), (False, tr("days"))])
        self.minutes = self._number(tr("Minutes for a session"))
        self.months = self._number(tr("For how many months"))
        left_open = [(None, tr("Left open"))]
        self.mode = ChoiceField(theme, tr("How we meet"), [*left_open, *_pairs(Mode)])
        self.retention = ChoiceField(
            theme, tr("What happens to notes at the end"), [*left_open, *_pairs(RetentionRule)]
        )
        self.keep_until = DateField(theme, tr("Kept until"), today=date.today())
        self.reporting = ChoiceField(theme, tr("What may be reported"), [*left_open, *_pairs(Reporting)])
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._until = self._line(tr("Kept until"), self.keep_until)
        rows = {
            ClauseKey.COMMITMENT: column(
                self._line(tr("Sessions"), self.sessions),
                self._line(tr("Every"), self.interval, 6, self.unit),
                self._line(tr("Minutes each"), self.minutes),
                self._line(tr("Months"), self.months),
                self._line(tr("How we meet"), self.mode),
                spacing=6,
            ),
            ClauseKey.RETENTION: column(self._line(tr("At the end"), self.retention), self._until, spacing=6),
            ClauseKey.SHARING: column(self._line(tr("Reported"), self.reporting), spacing=6),
        }
        self._parts = {key: holder(layout) for key, layout in rows.items()}
        self.setLayout(column(*self._parts.values(), self._wrong, spacing=6))
        for line in self._lines():
            line.textEdited.connect(self._edited)
        for choice in (self.unit, self.mode, self.retention, self.reporting):
            choice.chosen.connect(self._edited)
        self.keep_until.changed.connect(self._edited)
        theme.changed.connect(self._size)
        self._size()

    def show_clause(self, shown: ClauseShown, today: date) -> None:
        """Show the fields of this clause, if it has any."""
        key = shown.clause.key
        self.setVisible(key in TERMS_OF and shown.clause.applies)
        for known, part in self._parts.items():
            part.setVisible(known is key)
        self._show(shown.terms, today)
        said = [words for name, words in shown.problems.items() if name in TERMS_OF.get(key, ())]
        self._wrong.setText(" ".join(said))
        self._wrong.setVisible(bool(said))
        for name in ("sessions", "interval", "minutes", "months"):
            getattr(self, name).set_wrong(name in shown.problems)

    def _show(self, typed: TermsTyped, today: date) -> None:
        self._typed = typed
        self.sessions.set_text(typed.sessions)
        self.interval.set_text(typed.interval)
        self.unit.set_value(typed.in_weeks)
        self.minutes.set_text(typed.minutes)
        self.months.set_text(typed.months)
        self.mode.set_value(typed.mode)
        self.retention.set_value(typed.retention)
        self.keep_until.set_today(today)
        self.keep_until.set_value(typed.keep_until)
        self.reporting.set_value(typed.reporting)
        self._until.setVisible(typed.retention is RetentionRule.KEEP_UNTIL)

    @Slot()
    def _edited(self) -> None:
        mode, retention, reporting = self.mode.value(), self.retention.value(), self.reporting.value()
        self._typed = TermsTyped(
            sessions=self.sessions.text(),
            interval=self.interval.text(),
            in_weeks=self.unit.value() is True,
            minutes=self.minutes.text(),
            months=self.months.text(),
            mode=mode if isinstance(mode, Mode) else None,
            retention=retention if isinstance(retention, RetentionRule) else None,
            keep_until=self.keep_until.value(),
            reporting=reporting if isinstance(reporting, Reporting) else None,
        )
        self._until.setVisible(self._typed.retention is RetentionRule.KEEP_UNTIL)
        self.edited.emit(self._typed)

    def _lines(self) -> tuple[LineField, ...]:
        return self.sessions, self.interval, self.minutes, self.months

    def _number(self, name: str) -> LineField:
        return LineField(self._theme, name, placeholder=self.tr("open"))

    def _line(self, words: str, *fields: Item) -> QWidget:
        label = Label(self._theme, words, "small", "text2")
        line = holder(row(label, *fields, None))
        label.setObjectName("termLabel")
        return line

    @Slot()
    def _size(self) -> None:
        px = self._theme.px
        for line in self._lines():
            line.setFixedWidth(px(NUMBER_WIDTH))
        self.keep_until.setFixedWidth(px(190))
        for choice in (self.mode, self.retention, self.reporting):
            choice.setMinimumWidth(px(120))  # a long one is cut rather than the page
        for label in self.findChildren(Label, "termLabel"):
            label.setFixedWidth(px(110))


def _pairs(choices: type[Mode] | type[RetentionRule] | type[Reporting]) -> list[tuple[object, str]]:
    return [(one, one.label[:1].upper() + one.label[1:]) for one in choices]
