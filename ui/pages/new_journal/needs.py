"""What a kind is asked for at its beginning: one-stop advice its question, a programme its name and end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.model.relationship import LONGEST_QUESTION, Programme, Relationship
from mentorjournal.model.words import RelationshipType, Role
from ui.shell.kit import Field, Sentence
from ui.theme.theme import Theme
from ui.widgets.companion.pointer import Reach
from ui.widgets.date_field import DateField
from ui.widgets.few_lines import FewLines
from ui.widgets.label import Label
from ui.widgets.layout import column, holder


class Needs(QWidget):
    """Emits *edited* for every change, *entered* when Enter ends a line, *refused* with a sentence."""

    edited = Signal()
    entered = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kind = RelationshipType.LONG_TERM_FORMAL
        tr = self.tr
        self.topic = Field(theme, tr("Topic"))
        self.question = FewLines(theme, tr("The one question"), limit=LONGEST_QUESTION, lines=2)
        self.question.pointer.set_reach(Reach.NOWHERE)  # the people of no other journal are looked for here
        self.programme = Field(theme, tr("Programme, if there is one"))
        self.end = DateField(theme, tr("Planned end, if you like"), today=date.today())
        self._topic_label = Label(theme, "", "caption", "text2", wrap=True)
        self._question_label = Label(theme, "", "caption", "text2", wrap=True)
        self._one_stop = holder(
            column(self._topic_label, 6, self.topic, 12, self._question_label, 6, self.question)
        )
        self._formal = holder(
            column(
                *self._labelled(theme, self.programme),
                12,
                *self._labelled(theme, self.end),
                6,
                Label(theme, tr("Twelve months are usual. You can change it at any time."), "small", "text3"),
            )
        )
        self._informal = Sentence(theme, tone="text3")
        self.setLayout(column(self._one_stop, self._formal, self._informal))
        self._topic_label.setBuddy(self.topic)
        self._question_label.setBuddy(self.question)
        for line in (self.topic, self.programme):
            line.textChanged.connect(self.edited)
            line.returnPressed.connect(self.entered)
        self.question.edited.connect(self.edited)
        self.question.refused.connect(self._too_long)
        self.end.line.returnPressed.connect(self.entered)
        self.show_for(RelationshipType.LONG_TERM_FORMAL, Role.MENTOR)

    def _labelled(self, theme: Theme, field: Field | DateField) -> tuple[QWidget | int, ...]:
        proxy = field.focusProxy() or field
        label = Label(theme, proxy.accessibleName(), "caption", "text2", wrap=True)
        label.setBuddy(proxy)
        return label, 6, field

    def show_for(self, kind: RelationshipType, role: Role) -> None:
        """Ask for what *kind* needs, in the words of *role*."""
        tr, self._kind = self.tr, kind
        mentor = role is Role.MENTOR
        self._topic_label.setText(
            tr("What is it about, in a few words?")
            if mentor
            else tr("What is the one thing you want to talk about?")
        )
        self._question_label.setText(
            tr("The question your mentee brings, if you know it already")
            if mentor
            else tr("The one question, as you would ask it. It can wait until the sheet.")
        )
        for asked, part in (
            (RelationshipType.ONE_STOP, self._one_stop),
            (RelationshipType.LONG_TERM_FORMAL, self._formal),
        ):
            part.setVisible(kind is asked)
        informal = kind is RelationshipType.INFORMAL
        self._informal.say(tr("Nothing more is needed.") if informal else "")

    def propose(self, end: date, today: date) -> None:
        self.end.set_today(today)
        self.end.set_value(end)

    def texts(self) -> tuple[str, ...]:
        """What was typed, in which a name could stand."""
        return (self.topic.text(), self.question.text(), self.programme.text())

    def settle(self) -> bool:
        """Read the day that was typed; False, with the keys there, where it is none."""
        if self._kind is not RelationshipType.LONG_TERM_FORMAL or self.end.settle():
            return True
        self.end.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refused.emit(
            self.tr(
                "The planned end is not understood as a day. Type it like “3 Dec 2027”, or leave it open."
            )
        )
        return False

    def filled(self, into: Relationship) -> Relationship:
        return replace(
            into,
            specialist_topic=self.topic.text(),
            question=self.question.text(),
            programme=Programme(name=self.programme.text()),
            planned_end_on=self.end.value(),
        )

    def typed(self) -> dict[str, object]:
        end = self.end.value()
        return {
            "topic": self.topic.text(),
            "question": self.question.text(),
            "programme": self.programme.text(),
            "end": end.isoformat() if end else "",
        }

    def show_typed(self, typed: Mapping[str, object]) -> None:
        for name, field in (("topic", self.topic), ("programme", self.programme)):
            field.setText(str(typed.get(name, "")))
        self.question.set_text(str(typed.get("question", ""))[:LONGEST_QUESTION])
        try:
            self.end.set_value(date.fromisoformat(str(typed["end"])))
        except (KeyError, ValueError):
            self.end.set_value(None)

    @Slot(int)
    def _too_long(self, most: int) -> None:
        self.refused.emit(
            self.tr("The question is too long. Use at most {most} characters.").format(most=most)
        )
