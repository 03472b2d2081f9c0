"""The form of a goal, new or changed: the statement first, the rest folded around it until it is wanted.

What is typed stays, whatever is refused.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorjournal.model.goal import LONGEST_TITLE
from mentorjournal.model.words import GoalHorizon, GoalStatus, MeasureKind, Visibility, Whose
from ui.pages.goals.check_in import LONGEST_TYPED
from ui.pages.goals.draft import FormShown, GoalDraft
from ui.pages.goals.form_parts import Smart
from ui.pages.goals.form_sections import About, Measured, Reason, When
from ui.theme.theme import Theme
from ui.widgets.buttons import primary, quiet
from ui.widgets.companion.pointer import reach_of
from ui.widgets.fields import LineField
from ui.widgets.fold import Fold
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule, scrolling


class GoalForm(QWidget):
    """Emits *saved* with the draft and the id it changes, *left* without."""

    saved = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = FormShown()
        self._heading = Label(theme, "", "title")
        self.title = LineField(
            theme, self.tr("Title"), placeholder=self.tr("What will be different when it is reached?")
        )
        self.title.setMaxLength(LONGEST_TYPED)
        self._left = Label(theme, "", "small", "text3")
        enough = self.tr("A sentence is enough. The rest can wait, or stay open.")
        self._enough = Label(theme, enough, "small", "text3", wrap=True)
        self._reason, self._measured = Reason(theme), Measured(theme)
        self._when, self._about = When(theme), About(theme)
        self._smart = Smart(theme)
        self._folds = {
            "reason": Fold(theme, self.tr("Why, and when it is reached"), column(self._reason)),
            "measure": Fold(theme, self.tr("How it is measured"), column(self._measured)),
            "when": Fold(theme, self.tr("From when to when"), column(self._when)),
            "about": Fold(theme, self.tr("Support, and what may happen to it"), column(self._about)),
            "smart": Fold(theme, self.tr("Five questions that sharpen it"), column(self._smart)),
        }
        self._problem = Label(theme, "", "body", "danger", wrap=True)
        self._save = primary(theme, self.tr("Keep the goal"), key="Ctrl+Return")
        leave = quiet(theme, self.tr("Cancel"), key="Escape")
        self._build(leave)
        self._save.clicked.connect(self._submit)
        leave.clicked.connect(self.left)
        self.title.returnPressed.connect(self._submit)
        self.title.textChanged.connect(self._count)
        self._smart.changed.connect(self._note)
        for part in (self._measured, self._when, self._about):
            part.changed.connect(self._note)
        theme.changed.connect(self._size)
        self._size()

    @property
    def whose(self) -> QWidget:
        return self._about.whose

    def show_form(self, shown: FormShown) -> None:
        self._shown = shown
        draft = shown.draft
        self._heading.setText(self.tr("Edit goal") if shown.changing else self.tr("New goal"))
        self._save.setText(self.tr("Save") if shown.changing else self.tr("Add the goal"))
        self._enough.setVisible(shown.changing is None)
        self.title.setText(draft.title)
        self._reason.show_draft(draft)
        self._measured.show_draft(draft, has_check_ins=shown.has_check_ins)
        self._when.show_draft(draft, new=shown.changing is None)
        self._about.show_draft(draft, shown.role)
        self._smart.set_marks(draft.smart)
        self.say("")
        self._note()
        filled = shown.changing is not None or draft != GoalDraft(title=draft.title, whose=draft.whose)
        for name, fold in self._folds.items():
            fold.set_open(filled and name != "smart")
        self._area.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Put the cursor where the writer wants to begin."""
        self._go_to(self._shown.at)

    def shown(self) -> FormShown:
        """The form as it stands now, to come back to."""
        return FormShown(
            draft=self.draft(),
            changing=self._shown.changing,
            role=self._shown.role,
            has_check_ins=self._shown.has_check_ins,
        )

    def draft(self) -> GoalDraft:
        when, about, measured = self._when, self._about, self._measured
        status = GoalStatus(str(when.status.value()))
        return GoalDraft(
            title=self.title.text(),
            why=self._reason.why.document(),
            success_criterion=self._reason.criterion.text(),
            horizon=GoalHorizon(str(when.horizon.value())),
            measure=MeasureKind(str(measured.measure.value())),
            unit=measured.unit.text(),
            baseline=measured.baseline.text(),
            target=measured.target.text(),
            gas_levels=measured.levels.levels(),
            start_on=when.start_on.text(),
            target_on=when.target_on.text(),
            status=self._shown.draft.status if self._shown.changing else status,
            support_needed=about.support.text(),
            whose=Whose(str(about.whose.value())),
            visibility=Visibility(str(about.visibility.value())),
            smart=self._smart.marks(),
        )

    def say(self, sentence: str, field: str = "") -> None:
        """Why it was not taken; what it is about is unfolded and the cursor goes there."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        for name, line in self._lines().items():
            if isinstance(line, LineField):
                line.set_wrong(name == field)
        if field:
            self._go_to(field)

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
        title = row(self.title, self._left, spacing=10)
        title.setStretch(0, 1)
        body = column(
            self._heading,
            title,
            self._enough,
            *self._folds.values(),
            None,
            spacing=10,
            margins=(28, 20, 28, 20),
        )
        foot = column(self._problem, row(None, leave, 6, self._save), spacing=8, margins=(28, 10, 28, 16))
        self._inner, self._foot = holder(body), holder(foot)
        page = holder(row(None, self._inner, None), "page")
        page.layout().setStretch(1, 100)  # type: ignore[union-attr]  # it was given one a line above
        self._area = scrolling(page)
        below = row(None, self._foot, None)
        below.setStretch(1, 100)
        self.setLayout(column(self._area, rule(), below))

    def _lines(self) -> dict[str, QWidget]:
        """The fields by the names that a refusal uses."""
        return {
            "title": self.title,
            "why": self._reason.why,
            "success_criterion": self._reason.criterion,
            "measure": self._measured.measure,
            "baseline": self._measured.baseline,
            "target": self._measured.target,
            "gas_levels": self._measured.levels,
            "start_on": self._when.start_on,
            "target_on": self._when.target_on,
        }

    def _go_to(self, field: str) -> None:
        line = self._lines().get(field, self.title)
        for fold in self._folds.values():
            if fold.isAncestorOf(line):
                fold.set_open(True)
        line.setFocus()
        self._area.ensureWidgetVisible(line)

    @Slot()
    def _count(self) -> None:
        left = LONGEST_TITLE - len(self.title.text())
        self._left.setText(str(left))
        self._left.setVisible(left < 20)
        self._left.set_tone("danger" if left < 0 else "text3")

    @Slot()
    def _note(self) -> None:
        """What a folded part holds, beside its name."""
        self._folds["measure"].set_note(self._measured.note())
        self._folds["when"].set_note(self._when.note())
        self._folds["about"].set_note(self._about.note())
        self._folds["smart"].set_note(self._smart.note())
        reach = reach_of(Visibility(str(self._about.visibility.value())))
        for field in (self._reason.criterion, self._about.support):  # a summary has no place for the rest
            field.edit.pointer.set_reach(reach)

    @Slot()
    def _size(self) -> None:
        for part in (self._inner, self._foot):
            part.setMaximumWidth(self._theme.px(720))

    @Slot()
    def _submit(self) -> None:
        self.say("")
        self.saved.emit(self.draft(), self._shown.changing)
