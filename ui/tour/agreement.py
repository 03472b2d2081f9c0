"""The agreement in the sample vault: nothing yet, two drafts, what is agreed, and what changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt

from mentorjournal.model.agreement import ClauseKey
from ui.pages.agreement.clause_list import ROW
from ui.pages.agreement.contract import Side
from ui.pages.agreement.view import AgreementView
from ui.tour.guide import CONTROL, SIZE, NotCome
from ui.tour.inside import Inside
from ui.tour.way import LOOKS

K = ClauseKey
PAPER, FORM = "agreement.pdf", "agreement-form.pdf"

DRAFTS = {
    K.PURPOSE: (
        "A place to think aloud about leading, and to try things out.",
        "A place to think aloud, and to become braver.",
    ),
    K.CONFIDENTIALITY: ("What is said stays between us.", "What is said stays between us"),
    K.FEEDBACK: (
        "Blunt is welcome, never in front of others.",
        "Blunt is welcome when I ask for it, and never by mail.",
    ),
}
AGREED = "Blunt is welcome when it is asked for, never in front of others."
CHANGED = "Blunt is welcome at any time, never in front of others and never by mail."


class Agreement(Inside):
    """All of it is taken back at the end, for the other look begins from nothing too."""

    def steps(self) -> list[Callable[[], None]]:
        return [
            self.enter, self.empty, self.draft, self.asked, self.agreed, self.versions, self.large_text,
            self.small_window, self.take_back,
        ]  # fmt: skip

    @property
    def view(self) -> AgreementView:
        return self.page("agreement", AgreementView)

    def empty(self) -> None:
        self.tab("agreement")
        self.guide.wait(self.view.empty.isVisible, "The page without an agreement")
        self.guide.picture("70-agreement-empty", "No agreement yet: one sentence, one act")

    def draft(self) -> None:
        guide, view = self.guide, self.view
        guide.click(view.empty.begin)
        guide.wait(view.draft.isVisible, "The draft")
        if self.look == LOOKS[0]:
            self.answers.files = [Path(FORM)]
            view.save_form.trigger()
            guide.wait(view.draft.incoming.isVisible, "The word that the form is saved")
            print(f"{FORM}  A form in which the mentee drafts alone", flush=True)
            guide.key(Qt.Key.Key_Escape)
        for key, (mine, theirs) in DRAFTS.items():
            self.clause(key)
            guide.type(view.draft.panel.fields[Side.MINE].text, mine)
            guide.type(view.draft.panel.fields[Side.THEIRS].text, theirs)
        guide.wait(lambda: view.saved.text().startswith("Saved"), "The word that the draft is saved")
        view.draft.list.setFocus(Qt.FocusReason.OtherFocusReason)
        guide.picture("71-agreement-draft", "Two drafts side by side: what differs is underlined")

    def asked(self) -> None:
        guide, view = self.guide, self.view
        guide.type(view.draft.panel.fields[Side.AGREED].text, AGREED)
        guide.click(view.draft.agree)
        guide.picture("72-agreement-asked", "Before it is agreed: the day, the next look, what is left open")

    def agreed(self) -> None:
        guide, view = self.guide, self.view
        guide.click(view.draft.asking.give)
        guide.wait(view.reading.isVisible, "The agreement")
        guide.click(view.reading.by_me)
        if self.look == LOOKS[0]:
            self.answers.files = [Path(PAPER)]
            view.print_agreed.trigger()
            guide.click(view.reading.paper.save_button)
            guide.wait(view.reading.paper.told.isVisible, "The word that the agreement is saved")
            print(f"{PAPER}  The agreement to sign", flush=True)
            guide.click(view.reading.paper.close_button)
        guide.picture("73-agreement-agreed", "What is agreed, who has signed, and when to look again")

    def versions(self) -> None:
        guide, view = self.guide, self.view
        guide.click(view.reading.change)
        guide.wait(view.draft.isVisible, "The draft of the second version")
        self.clause(K.FEEDBACK)
        text = view.draft.panel.fields[Side.AGREED].text
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        guide.key(Qt.Key.Key_A, CONTROL)
        guide.type(text, CHANGED)
        guide.click(view.draft.agree)
        guide.click(view.draft.asking.give)
        guide.wait(view.reading.isVisible, "The second version")
        guide.click(view.reading.clock)
        view.reading.against.focus_chosen()
        guide.key(Qt.Key.Key_Right)
        guide.picture("74-agreement-versions", "Versions under the clock, and what changed")
        guide.key(Qt.Key.Key_Escape)

    def large_text(self) -> None:
        guide, view = self.guide, self.view
        guide.click(view.reading.change)
        guide.wait(view.draft.isVisible, "The draft of the third version")
        self.clause(K.COMMITMENT)
        for _ in range(3):
            guide.sitting.zoom(1)
        try:
            guide.picture("75-large-agreement", "The terms of a clause at 150 %")
        finally:
            guide.sitting.zoom(0)

    def small_window(self) -> None:
        self.guide.start.window.resize(960, 620)
        try:
            self.guide.picture("76-small-agreement", "The agreement in the smallest window")
        finally:
            self.guide.start.window.resize(*SIZE)

    def take_back(self) -> None:
        for _ in range(20):
            if self.view.empty.isVisible():
                return
            self.guide.sitting.undo()
            self.guide.settle()
        raise NotCome("The agreement was not taken back.")

    def clause(self, key: ClauseKey) -> None:
        def is_it(index: QModelIndex) -> bool:
            row = index.data(ROW)
            return row is not None and row.key is key

        self.guide.pick(self.view.draft.list, is_it, f"The clause “{key.label}”")
