"""The phase of the relationship: what the journal suggests and why, and what the writer says."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.guidance.phase import Suggestion
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import Phase, RelationshipType
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import ChoiceField
from ui.widgets.fold import Fold
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class PhaseSection(QWidget):
    """*chosen* carries the phase that the writer sets; it is kept at once, as an act of its own."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        tr = self.tr
        self._suggested: Phase | None = None
        self.suggestion = Label(theme, "", "body", "text2", wrap=True)
        self.take = Button(theme, tr("Take the suggestion"), icon="check")
        self.phase = ChoiceField(theme, tr("Where you stand"), [])
        about = tr("The five phases are David Clutterbuck's. The journal suggests; you say.")
        body = column(
            Label(theme, about, "small", "text2", wrap=True),
            10,
            self.suggestion,
            10,
            row(self.phase, 10, self.take, None),
        )
        self.fold = Fold(theme, tr("Phase"), body)
        self.setLayout(column(self.fold))
        self.phase.chosen.connect(self.chosen)
        self.take.clicked.connect(self._take)

    def show_phase(self, relationship: Relationship, suggestion: Suggestion) -> None:
        formal = relationship.type is RelationshipType.LONG_TERM_FORMAL
        none = self.tr("As suggested") if formal else self.tr("Not followed")
        phases = [(one, _capital(one.label)) for one in Phase if one is not Phase.NOT_TRACKED]
        self.phase.set_choices([(Phase.NOT_TRACKED, none), *phases])
        self.phase.set_value(relationship.phase)
        self._suggested = suggestion.phase
        tracked = suggestion.phase is not Phase.NOT_TRACKED
        words = self.tr("Suggested: {phase}. {reason}")
        said = words.format(phase=suggestion.phase.label, reason=suggestion.reason)
        self.suggestion.setText(said if tracked else suggestion.reason)
        self.take.setVisible(tracked and suggestion.phase is not relationship.phase)
        set_by_writer = relationship.phase is not Phase.NOT_TRACKED
        label = relationship.phase.label if set_by_writer else none[:1].lower() + none[1:]
        if not set_by_writer and tracked:
            label = self.tr("{phase}, as suggested").format(phase=suggestion.phase.label)
        self.fold.set_note(label)

    @Slot()
    def _take(self) -> None:
        self.phase.setFocus()
        self.chosen.emit(self._suggested)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
