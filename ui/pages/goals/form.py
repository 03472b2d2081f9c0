"""The form of a goal, new or changed. What is typed stays, whatever is refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from mentorjournal.model.blocks import EMPTY, Document, from_plain, to_plain
from mentorjournal.model.words import (
    Choice,
    GoalHorizon,
    GoalStatus,
    MeasureKind,
    Role,
    Visibility,
    Whose,
)
from ui.pages.goals.draft import FormShown, GoalDraft
from ui.pages.goals.wording import visibility_text, whose_text
from ui.theme.theme import SERIF, Theme
from ui.widgets.buttons import primary, quiet
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField, LineField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, scrolling

_STATUSES = (GoalStatus.IDEA, GoalStatus.AGREED, GoalStatus.IN_PROGRESS, GoalStatus.ON_HOLD)


class FewLines(QFrame):
    """A few lines of one's own words."""

    def __init__(self, theme: Theme, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editorframe")
        self._theme, self._lines = theme, lines
        self._original: Document = EMPTY
        self.edit = QPlainTextEdit()
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(name)
        self.edit.viewport().setAutoFillBackground(False)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(name)
        self.setLayout(column(self.edit, margins=(6, 4, 6, 4)))
        theme.ring(self.edit)
        theme.changed.connect(self._look)
        self._look()

    def show_document(self, text: Document) -> None:
        self._original = text
        self.edit.setPlainText(to_plain(text))

    def document(self) -> Document:
        """What stands there; what was not touched keeps its headings, lists and styles."""
        words = self.edit.toPlainText()
        return self._original if words == to_plain(self._original) else from_plain(words)

    @Slot()
    def _look(self) -> None:
        self.edit.setFont(self._theme.font("note", SERIF))
        self.edit.setStyleSheet("QPlainTextEdit { background: transparent; border: 0; }")
        self.setFixedHeight(self._theme.line_height("note") * self._lines + self._theme.px(20))


class GoalForm(QWidget):
    """Emits *saved* with the draft and the id it changes, *left* without."""

    saved = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = FormShown()
        self._role: Role | None = None
        self._heading = Label(theme, "", "title")
        self.title = LineField(
            theme, self.tr("Title"), placeholder=self.tr("What will be different when it is reached?")
        )
        self.why = FewLines(theme, self.tr("Why it matters"), 3)
        self.criterion = FewLines(theme, self.tr("Reached when"), 2)
        self.measure = ChoiceField(theme, self.tr("Measured by"), list(MeasureKind))
        self.unit = LineField(theme, self.tr("Unit"), placeholder=self.tr("talks, pages, weeks…"))
        self.baseline = LineField(theme, self.tr("Start"))
        self.target = LineField(theme, self.tr("Target"))
        self.target_on = DayField(theme, self.tr("Target date"), self.tr("“end of month”, “3 Dec”…"))
        self.horizon = ChoiceField(theme, self.tr("Horizon"), list(GoalHorizon))
        self.status = ChoiceField(theme, self.tr("Status"), _statuses())
        self.whose = ChoiceField(theme, self.tr("Whose goal"), [(one, whose_text(one)) for one in Whose])
        self.visibility = ChoiceField(
            theme,
            self.tr("What may happen to it"),
            [(one, visibility_text(one, Role.MENTEE)) for one in Visibility],
        )
        self._problem = Label(theme, "", "body", "danger", wrap=True)
        self._measure_hint = Label(theme, "", "small", "text3", wrap=True)
        self._save = primary(theme, self.tr("Keep the goal"), key="Ctrl+Return")
        leave = quiet(theme, self.tr("Cancel"), key="Escape")
        self._build(leave)
        self._save.clicked.connect(self._submit)
        leave.clicked.connect(self.left)
        self.title.returnPressed.connect(self._submit)
        self.measure.chosen.connect(self._fit_measure)
        theme.changed.connect(self._size)
        self._size()

    def show_form(self, shown: FormShown) -> None:
        self._shown = shown
        draft = shown.draft
        self._heading.setText(self.tr("Edit goal") if shown.changing else self.tr("New goal"))
        self._save.setText(self.tr("Save") if shown.changing else self.tr("Add the goal"))
        self.title.setText(draft.title)
        self.why.show_document(draft.why)
        self.criterion.edit.setPlainText(draft.success_criterion)
        for field, value in (
            (self.measure, draft.measure),
            (self.horizon, draft.horizon),
            (self.status, draft.status),
            (self.whose, draft.whose),
            (self.visibility, draft.visibility),
        ):
            field.set_value(value)
        for line, text in (
            (self.unit, draft.unit),
            (self.baseline, draft.baseline),
            (self.target, draft.target),
            (self.target_on, draft.target_on),
        ):
            line.setText(text)
        self._whose_row.setVisible(shown.role is Role.MENTOR)
        self._status_box.setVisible(shown.changing is None)
        for place, one in enumerate(Visibility):
            self.visibility.setItemText(place, visibility_text(one, shown.role))
        self.say("")
        self._fit_measure()
        self._area.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Put the cursor where a goal begins."""
        self.title.setFocus()

    def shown(self) -> FormShown:
        """The form as it stands now, to come back to."""
        return FormShown(
            draft=self.draft(),
            changing=self._shown.changing,
            role=self._shown.role,
            has_check_ins=self._shown.has_check_ins,
        )

    def draft(self) -> GoalDraft:
        status = GoalStatus(str(self.status.value()))
        return GoalDraft(
            title=self.title.text(),
            why=self.why.document(),
            success_criterion=self.criterion.edit.toPlainText(),
            horizon=GoalHorizon(str(self.horizon.value())),
            measure=MeasureKind(str(self.measure.value())),
            unit=self.unit.text(),
            baseline=self.baseline.text(),
            target=self.target.text(),
            target_on=self.target_on.text(),
            status=self._shown.draft.status if self._shown.changing else status,
            whose=Whose(str(self.whose.value())),
            visibility=Visibility(str(self.visibility.value())),
        )

    def say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            self.title.set_wrong(not self.title.text().strip())
            self._area.ensureWidgetVisible(self._problem)
        else:
            self.title.set_wrong(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._submit()
        else:
            super().keyPressEvent(event)

    def _build(self, leave: QWidget) -> None:
        theme = self._theme
        numbers = row(
            labelled(theme, self.tr("Start"), self.baseline),
            labelled(theme, self.tr("Target"), self.target),
            spacing=12,
        )
        self._numbers = holder(numbers)
        self._unit_box = holder(labelled(theme, self.tr("Unit"), self.unit))
        self._status_box = holder(labelled(theme, self.tr("Status"), self.status))
        self._whose_row = holder(labelled(theme, self.tr("Whose goal"), self.whose))
        measured = row(labelled(theme, self.tr("Measured by"), self.measure), self._unit_box, spacing=12)
        when = row(
            labelled(theme, self.tr("Target date"), self.target_on),
            labelled(theme, self.tr("Horizon"), self.horizon),
            self._status_box,
            spacing=12,
        )
        for line in (measured, numbers, when):
            for place in range(line.count()):
                line.setStretch(place, 1)
        body: QVBoxLayout = column(
            self._heading,
            labelled(theme, self.tr("Title"), self.title),
            labelled(theme, self.tr("Why it matters"), self.why),
            labelled(theme, self.tr("Reached when"), self.criterion),
            measured,
            self._numbers,
            self._measure_hint,
            when,
            self._whose_row,
            labelled(
                theme,
                self.tr("What may happen to it"),
                self.visibility,
                hint=self.tr("Everything begins private. Only what you mark can be in a summary."),
            ),
            self._problem,
            row(None, leave, 6, self._save),
            None,
            spacing=14,
            margins=(28, 20, 28, 24),
        )
        inner = self._inner = holder(body)
        page = holder(row(None, inner, None), "page")
        page.layout().setStretch(1, 100)  # type: ignore[union-attr]  # it was given one a line above
        self._area = scrolling(page)
        self.setLayout(column(self._area))

    @Slot()
    def _size(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(720))

    @Slot()
    def _fit_measure(self) -> None:
        measure = self.measure.value()
        self._unit_box.setVisible(measure is MeasureKind.METRIC)
        self._numbers.setVisible(measure not in (MeasureKind.NONE, MeasureKind.YES_NO))
        hint, start, target = {
            MeasureKind.PERCENT: (self.tr("From 0 to 100."), "0", "100"),
            MeasureKind.SCALE_0_10: (self.tr("From 0 to 10, as you judge it."), "0", "10"),
            MeasureKind.GAS: (
                self.tr("From −2, much less than expected, over 0, as expected, to +2, much more."),
                "−2",
                "0",
            ),
            MeasureKind.METRIC: (self.tr("Any number, with its unit."), "0", "100"),
            MeasureKind.MILESTONES: (self.tr("How many milestones are reached."), "0", "3"),
        }.get(measure if isinstance(measure, MeasureKind) else MeasureKind.NONE, ("", "", ""))
        self._measure_hint.setText(hint)
        self._measure_hint.setVisible(bool(hint))
        self.baseline.setPlaceholderText(start)
        self.target.setPlaceholderText(target)

    @Slot()
    def _submit(self) -> None:
        self.say("")
        self.saved.emit(self.draft(), self._shown.changing)


def _statuses() -> list[Choice]:
    return list(_STATUSES)
