"""What we agree on, in three lines: folded, for most one-stop advice needs no more than a word about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.one_stop import OneStop, SheetWords
from mentorjournal.model.agreement import LONGEST_CLAUSE, ClauseKey
from mentorjournal.model.words import AgreementState, RetentionRule
from ui.pages.one_stop.part import Part, typed
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import ChoiceField
from ui.widgets.fold import Fold
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.who_when import day_words

RULES = (RetentionRule.DESTROY_AT_CLOSE, RetentionRule.HAND_TO_MENTEE, RetentionRule.KEEP_OWN)


class AgreePart(Part):
    """*agreed* is the wish to agree today, *rule_chosen* carries what happens to the notes."""

    agreed = Signal()
    rule_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        tr = self.tr
        self.title.hide()
        self.time = self.question(tr("The time we have"), limit=LONGEST_CLAUSE)
        self.confidentiality = self.question(tr("What stays between us"), limit=LONGEST_CLAUSE)
        self.notes = self.question(tr("What happens to the notes"), limit=LONGEST_CLAUSE)
        self.confidentiality.set_hint(ClauseKey.CONFIDENTIALITY.guide)
        self.rule = ChoiceField(theme, tr("Rule for the notes"), [])
        self.agree_button = Button(theme, tr("We agreed on this"), icon="handshake")
        self.state = Label(theme, "", "small", "text3", wrap=True)
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        self._wrong.hide()
        body = column(
            self.time,
            12,
            self.confidentiality,
            12,
            self.notes,
            6,
            row(self.rule, None),
            14,
            row(self.agree_button, None),
            4,
            self.state,
            self._wrong,
        )
        self.fold = Fold(theme, tr("What we agree on"), body)
        self.setLayout(column(self.fold))
        self.rule.chosen.connect(self._rule)
        self.agree_button.clicked.connect(self.agreed)

    def show_agreement(self, found: OneStop, words: SheetWords, today: date) -> None:
        self.refuse("")
        self.time.set_text(words.time)
        self.confidentiality.set_text(words.confidentiality)
        self.notes.set_text(words.notes)
        agreement = found.agreement
        rule = agreement.terms.retention if agreement is not None else None
        choices: list[tuple[object, str]] = [(None, self.tr("No rule yet"))] if rule is None else []
        shown = RULES if rule is None or rule in RULES else (*RULES, rule)
        choices += [(one, one.label[:1].upper() + one.label[1:]) for one in shown]
        self.rule.set_choices(choices)
        self.rule.set_value(rule)
        draft = agreement is not None and agreement.state is AgreementState.DRAFT
        self.agree_button.setVisible(draft or agreement is None)
        on = day_words(found.agreed_on, today) if found.agreed_on is not None else ""
        if not on:
            state = self.tr("time, confidentiality, notes: three lines")
        elif draft:
            state = self.tr("agreed on {day}; changed since, and not agreed again").format(day=on)
        else:
            state = self.tr("agreed on {day}").format(day=on)
        self.fold.set_note(state)
        self.state.setText(state[:1].upper() + state[1:] if on else "")

    def written(self, words: SheetWords) -> SheetWords:
        return replace(
            words,
            time=typed(self.time),
            confidentiality=typed(self.confidentiality),
            notes=typed(self.notes),
        )

    def refuse(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setAccessibleName(sentence)
        self._wrong.setVisible(bool(sentence))

    def clear(self) -> None:
        for one in (self.time, self.confidentiality, self.notes):
            one.clear()
        self.fold.set_open(False)
        self.refuse("")

    @Slot(object)
    def _rule(self, rule: object) -> None:
        if isinstance(rule, RetentionRule):
            self.rule_chosen.emit(rule)
