"""What happens to the notes: a rule, the day that some rules need, and the reason that a hold needs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.closure import LONGEST_HOLD_REASON
from mentorjournal.model.words import RetentionRule
from ui.pages.closing.contract import NotesDraft
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.date_field import DateField
from ui.widgets.few_lines import FewLines
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.layout import column, holder, row


class NotesFields(QWidget):
    """The day and the reason are there only while the rule that is chosen needs them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        tr = self.tr
        self.rule = ChoiceField(theme, tr("What happens to the notes"), tuple(RetentionRule))
        self.day = DateField(theme, tr("Kept until"), today=date.today())
        self.reason = FewLines(theme, tr("Why nothing may be destroyed"), limit=LONGEST_HOLD_REASON, lines=2)
        self._told = Sentence(theme)
        self._day = holder(row(labelled(theme, tr("Kept until"), self.day), None))
        self._reason = holder(
            labelled(
                theme,
                tr("Why nothing may be destroyed"),
                self.reason,
                hint=tr("Somebody asked for their data, say, or a case is open. Not the details of it."),
            )
        )
        self.setLayout(column(row(self.rule, None), self._told, self._day, self._reason, spacing=8))
        self.rule.chosen.connect(self._chosen)
        self.reason.refused.connect(self._full)
        theme.changed.connect(self._dress)
        self._dress()
        self._arrange()

    def show_draft(self, draft: NotesDraft, *, today: date) -> None:
        self.day.set_today(today)
        self.rule.set_value(draft.rule)
        self.day.set_value(draft.day)
        if draft.day is None and draft.day_typed:
            self.day.line.setText(draft.day_typed)
        self.reason.set_text(draft.hold_reason)
        self._arrange()

    def draft(self) -> NotesDraft:
        """What stands here; a day that was typed and not left yet is read now."""
        known = self.day.settle()
        return NotesDraft(
            rule=RetentionRule(str(self.rule.value())),
            day=self.day.value() if known else None,
            day_typed="" if known else self.day.line.text(),
            hold_reason=self.reason.text().strip(),
        )

    def focus_reason(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        self.rule.set_value(RetentionRule.KEEP_OWN)
        self.day.set_value(None)
        self.day.line.clear()
        self.reason.clear()
        self._arrange()

    @Slot(object)
    def _chosen(self, rule: object) -> None:
        self._arrange()

    def _arrange(self) -> None:
        rule = RetentionRule(str(self.rule.value()))
        self._day.setVisible(rule is RetentionRule.KEEP_UNTIL)
        self._reason.setVisible(rule is RetentionRule.ON_HOLD)
        self._told.say(self._meaning(rule))

    def _meaning(self, rule: RetentionRule) -> str:
        tr = self.tr
        match rule:
            case RetentionRule.DESTROY_AT_CLOSE:
                return tr("They are due at once. Nothing is destroyed by itself: you are asked first.")
            case RetentionRule.HAND_TO_MENTEE:
                return tr("They are due once the hand-over copy is saved. You are asked first.")
            case RetentionRule.KEEP_UNTIL:
                return tr("On that day you are reminded. Nothing is destroyed by itself.")
            case RetentionRule.KEEP_OWN:
                return tr("Nothing is due. You can still destroy them at any time.")
            case RetentionRule.ON_HOLD:
                return tr("A hold goes before every other rule until you lift it.")

    @Slot(int)
    def _full(self, limit: int) -> None:
        self._told.say(self.tr("The reason is full: {limit} characters.").format(limit=limit), "text2")

    @Slot()
    def _dress(self) -> None:
        self.day.setFixedWidth(self._theme.px(190))
        self.rule.setMinimumWidth(self._theme.px(260))
