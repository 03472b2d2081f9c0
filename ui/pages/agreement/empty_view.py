"""No agreement yet: one sentence, one act; where none is expected, it is offered once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.model.words import RelationshipType, Role
from ui.pages.agreement.contract import Nothing
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, row

BEGIN_KEY = "N"


class EmptyView(QWidget):
    begin_wanted = Signal()
    put_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label(theme, "", "body", "text2", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMinimumWidth(theme.px(420))
        self.words.setMaximumWidth(theme.px(460))
        self.begin = Button(theme, "", icon="handshake", key=BEGIN_KEY)
        self.not_needed = quiet(theme, self.tr("Not needed"))
        layout = column(
            None,
            row(None, self.words, None),
            16,
            row(None, self.begin, 8, self.not_needed, None),
            None,
            margins=(24, 24, 24, 24),
        )
        self.setLayout(layout)
        self.begin.clicked.connect(self.begin_wanted)
        self.not_needed.clicked.connect(self.put_away)

    def show_nothing(self, shown: Nothing) -> None:
        tr = self.tr
        informal = shown.type is RelationshipType.INFORMAL
        act = tr("Begin the agreement")
        if informal and shown.put_away:
            words = tr("No shared understanding is written down. It can be, whenever it helps.")
            act = tr("Write one after all")
        elif informal:
            words = tr(
                "A few lines of a shared understanding can help: what it is for, what stays between you, what"
                " happens to notes."
            )
            act = tr("Write a shared understanding")
        elif shown.type is RelationshipType.ONE_STOP:
            words = tr("For one conversation a short form is enough: time, what stays between you, notes.")
            act = tr("Begin the short form")
        else:
            words = {
                Role.MENTEE: tr("Nothing is agreed yet. You and your mentor each draft alone, then compare."),
                Role.MENTOR: tr("Nothing is agreed yet. You and your mentee each draft alone, then compare."),
                Role.PEER: tr("Nothing is agreed yet. You and your peer each draft alone, then compare."),
            }[shown.role]
        self.words.setText(words)
        self.begin.setText(act)
        offered = informal and not shown.put_away
        if not offered and self.not_needed.hasFocus():
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.not_needed.setVisible(offered)
