"""The question that it is all about, and what prepares the conversation."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.one_stop import OneStop, SheetWords
from mentorjournal.model.relationship import LONGEST_PURPOSE, LONGEST_QUESTION, LONGEST_TOPIC
from mentorjournal.model.words import Role
from ui.pages.one_stop.part import Part, typed
from ui.pages.one_stop.wording import Wording
from ui.theme.theme import Theme
from ui.widgets.buttons import quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.paper_panel import PaperPanel


class QuestionPart(Part):
    """Topic, the one question, and what the adviser should know: there before any meeting is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.title.hide()
        self.topic = self.question(limit=LONGEST_TOPIC)
        self.asked = self.question(limit=LONGEST_QUESTION, lines=2)
        self.background = self.question(limit=LONGEST_PURPOSE, lines=2)
        self.setLayout(column(self.topic, 14, self.asked, 14, self.background))
        self.setFocusProxy(self.topic)

    def set_wording(self, words: Wording) -> None:
        self.topic.set_words(words.topic)
        self.asked.set_words(words.question)
        self.asked.set_hint(words.question_hint)
        self.background.set_words(words.background)

    def show_words(self, words: SheetWords) -> None:
        self.topic.set_text(words.topic)
        self.asked.set_text(words.question)
        self.background.set_text(words.background)

    def written(self, words: SheetWords) -> SheetWords:
        return replace(
            words,
            topic=" ".join(self.topic.text().split()),
            question=typed(self.asked),
            background=typed(self.background),
        )

    def clear(self) -> None:
        for one in (self.topic, self.asked, self.background):
            one.clear()


class PreparePart(Part):
    """For the chosen meeting: what was tried, what is wanted, and for an adviser what they intend."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._mentor = False
        self.title.setText(self.tr("Prepare it"))
        self.waits = Label(
            theme,
            self.tr("Say when you meet, and there is room here to prepare that conversation."),
            "small",
            "text2",
            wrap=True,
        )
        self.tried = self.question(lines=2)
        self.wanted = self.question()
        self.wanted.set_hint(self.tr("One sentence. It may go on the agenda."))
        self.intention = self.question(self.tr("Today I intend"))
        self._gap = QWidget()
        self._gap.setFixedHeight(14)
        self.paper_button = quiet(theme, self.tr("Print or save as PDF"), icon="printer", key="Ctrl+P")
        self.paper = PaperPanel(theme)
        self.setLayout(
            column(
                self.title,
                8,
                self.waits,
                self.tried,
                14,
                self.wanted,
                self._gap,
                self.intention,
                10,
                row(self.paper_button, None),
                self.paper,
            )
        )
        self.paper.left.connect(self._shut)

    def set_wording(self, words: Wording, role: Role) -> None:
        mentor = role is Role.MENTOR
        self.tried.set_words(words.tried)
        self.wanted.set_words(words.wanted)
        self._mentor = mentor

    def show_preparation(self, found: OneStop, words: SheetWords) -> None:
        there = found.meeting is not None
        self.waits.setVisible(not there)
        self.tried.setVisible(there)
        self.wanted.setVisible(there)
        for one in (self._gap, self.intention):
            one.setVisible(there and self._mentor)
        self.paper_button.setVisible(there)
        self.tried.set_text(words.tried)
        self.wanted.set_text(words.wanted)
        self.intention.set_text(words.intention)

    def written(self, words: SheetWords) -> SheetWords:
        return replace(
            words, tried=typed(self.tried), wanted=typed(self.wanted), intention=typed(self.intention)
        )

    def clear(self) -> None:
        for one in (self.tried, self.wanted, self.intention):
            one.clear()
        self.paper.hide()

    @Slot()
    def _shut(self) -> None:
        self.paper.hide()
        self.paper_button.setFocus()
