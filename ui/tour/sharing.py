"""The way out in the sample vault: five steps, what was shared before, and the PDFs that leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from mentorjournal.model.words import Audience
from ui.pages.share.contract import Step
from ui.pages.share.model import ROW, Row
from ui.pages.share.view import ShareView
from ui.tour.guide import CONTROL, NO_KEY, SIZE
from ui.tour.inside import Inside
from ui.tour.way import LOOKS

NAMING = "Dr Helen Marsh hears more than I do; she answers under h.marsh@merrow.example."
ALT = Qt.KeyboardModifier.AltModifier
SUMMARIES: Mapping[Audience, str] = {
    Audience.PARTNER: "summary-partner",
    Audience.COORDINATOR_OUTCOMES: "summary-coordinator-outcomes",
    Audience.PORTFOLIO: "summary-portfolio",
}


class Sharing(Inside):
    """What leaves in the first look was shared before in the second."""

    def steps(self) -> list[Callable[[], None]]:
        return [
            self.enter, self.reader, self.lines, self.checks, self.look_at, self.agreement, self.summaries,
            self.before, self.large_text, self.small_window,
        ]  # fmt: skip

    @property
    def view(self) -> ShareView:
        return self.page("share", ShareView)

    def reader(self) -> None:
        self.tab("share")
        self.choose(Audience.PARTNER)
        self.go(Step.READER)
        self.guide.picture("20-share", "Share: five steps, and the exact page beside them")

    def lines(self) -> None:
        self.go(Step.LINES)
        self.guide.picture("100-share-lines", "What goes in: each line can stay, or be said otherwise")
        self.reword(NAMING)

    def checks(self) -> None:
        self.go(Step.CHECKS)
        self.guide.picture("101-share-checks", "Checks: what was found, why, and what could stand there")

    def look_at(self) -> None:
        self.go(Step.LINES)
        self.reword("")
        self.go(Step.LOOK)
        self.guide.picture("102-share-look", "Look: the lines that leave; everything else stays")

    def agreement(self) -> None:
        self.choose(Audience.LINE_MANAGER)
        self.go(Step.SAVE)
        self.guide.wait(self.view.saving.consent.isVisible, "The day of the agreement")
        self.view.saving.consent.clear()
        self.guide.key(Qt.Key.Key_Return, on=self.view.saving.consent)
        self.guide.picture("103-share-agreement", "For somebody else nothing leaves without the agreement")
        self.agree()
        self.guide.picture("104-share-save", "Agree and save: the form, a password if one is wished")

    def summaries(self) -> None:
        guide, view = self.guide, self.view
        if self.look != LOOKS[0]:
            return  # a PDF has one look
        for audience, name in SUMMARIES.items():
            self.choose(audience)
            self.agree()
            file = Path(f"{name}.pdf")
            self.answers.files = [file]
            guide.wait(view.saving.save.isEnabled, f"The page “{file}”")
            guide.click(view.saving.save)
            guide.wait(view.saving.outcome.isVisible, f"The word that “{file}” is saved")
            print(f"{file}  A progress summary for: {view.reader.audience.currentText()}", flush=True)

    def before(self) -> None:
        guide, copies = self.guide, self.view.earlier
        self.go(Step.EARLIER)
        guide.wait(lambda: copies.model.rowCount() >= len(SUMMARIES), "What was shared before")
        guide.picture("105-share-before", "Shared before: every copy as it left")
        guide.pick(copies.list, lambda index: index.isValid(), "The latest copy")
        guide.wait(lambda: copies.is_copy_open, "The opened copy")
        guide.picture("106-share-copy", "A copy that left, with its hash and its lines")
        self.go(Step.READER)
        self.choose(Audience.PARTNER)

    def large_text(self) -> None:
        for _ in range(3):
            self.guide.sitting.zoom(1)
        try:
            self.go(Step.CHECKS)
            self.guide.picture("107-large-share", "Share at 150 %: the steps by their numbers")
        finally:
            self.guide.sitting.zoom(0)

    def small_window(self) -> None:
        self.guide.start.window.resize(960, 620)
        try:
            self.go(Step.LINES)
            self.guide.picture("108-small-share", "Share in the smallest window")
        finally:
            self.guide.start.window.resize(*SIZE)

    def reword(self, words: str) -> None:
        """Say the first learning point otherwise; no words take that back."""
        offer = self.view.lines.offer
        rows = [self.view.lines.model.index(row, 0) for row in range(self.view.lines.model.rowCount())]
        row = next(index for index in rows if _is_learning(index.data(ROW)))
        offer.setFocus(Qt.FocusReason.OtherFocusReason)
        offer.setCurrentIndex(row)
        self.guide.key(Qt.Key.Key_Return, on=offer)
        field = offer.viewport().focusWidget() or offer
        self.guide.key(Qt.Key.Key_A, CONTROL, on=field)
        self.guide.key(Qt.Key.Key_Delete, on=field)
        self.guide.type(field, words)
        self.guide.key(Qt.Key.Key_Return, NO_KEY if isinstance(field, QLineEdit) else CONTROL, on=field)

    def go(self, step: Step) -> None:
        self.guide.start.window.activateWindow()
        self.guide.settle()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.guide.key(Qt.Key(Qt.Key.Key_0 + int(step)), ALT, on=self.view)
        self.guide.wait(self.view.steps[step].isVisible, f"Step {int(step)}")

    def choose(self, wanted: Audience) -> None:
        self.go(Step.READER)
        field = self.view.reader.audience
        values = list(Audience)
        while field.value() is not wanted:
            later = values.index(wanted) > values.index(Audience(str(field.value())))
            self.guide.key(Qt.Key.Key_Down if later else Qt.Key.Key_Up, on=field)

    def agree(self) -> None:
        """Type the day of the agreement where one is needed."""
        self.go(Step.SAVE)
        consent = self.view.saving.consent
        if consent.isVisible():
            consent.clear()
            self.guide.type(consent, "yesterday")
            self.guide.key(Qt.Key.Key_Return, on=consent)
            self.guide.wait(self.view.saving.save.isVisible, "The way to save")


def _is_learning(row: Row) -> bool:
    return row.line is not None and row.line.id.startswith("learning.")
