"""The first minute: a passphrase, the recovery kit, a first journal, a first page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentorjournal.guidance.first_days import FirstStep
from ui.pages.timeline.first_days_card import FirstDaysCard
from ui.pages.welcome.view import WelcomeView
from ui.tour.way import LOOKS, Way

VAULT = "Mentor Journal"
KIT = Path("recovery-kit.pdf")
WEAK, STRONG = "mentor1", "tidal marsh umbrella quartz"


class FirstMinute(Way):
    """From nothing to the first page of the first journal."""

    def __init__(self, app: QApplication, folder: Path, look: str) -> None:
        super().__init__(app, folder / look / VAULT, look)

    def steps(self) -> list[Callable[[], None]]:
        return [
            self.welcome, self.passphrase, self.kit, self.groups, self.new_journal,
            self.first_page, self.empty_pages, self.other_forms, self.primers, self.first_days,
        ]  # fmt: skip

    @property
    def view(self) -> WelcomeView:
        room = self.guide.room(WelcomeView)
        assert isinstance(room, WelcomeView)
        return room

    def welcome(self) -> None:
        self.guide.settle()
        self.guide.picture("01-welcome", "Welcome: what this is, in three sentences")

    def passphrase(self) -> None:
        guide, view = self.guide, self.view
        guide.click(view.start)
        guide.type(view.passphrase.first, WEAK)
        guide.wait(view.passphrase.advice.isVisible, "The word on the passphrase's strength")
        guide.picture("02-passphrase-weak", "A weak passphrase is said to be weak")
        view.passphrase.first.clear()
        weak = view.passphrase.advice.text()
        guide.type(view.passphrase.first, STRONG)
        guide.type(view.passphrase.again, STRONG)
        guide.wait(
            lambda: view.passphrase.advice.isVisible() and view.passphrase.advice.text() != weak,
            "The word on the better passphrase's strength",
        )
        guide.picture("03-passphrase", "A passphrase, typed twice, with its strength")

    def kit(self) -> None:
        guide, view = self.guide, self.view
        guide.click(view.make)
        guide.wait(lambda: bool(view.code.groups()), "The recovery code")
        guide.settle()
        KIT.unlink(missing_ok=True)
        self.answers.files = [KIT]
        guide.click(view.save)
        guide.wait(view.saved.isVisible, "The word that the recovery kit is saved")
        if self.look == LOOKS[0]:
            print(f"{KIT}  The recovery kit, as it is printed", flush=True)
        guide.picture("04-recovery-kit", "The recovery kit, saved")

    def groups(self) -> None:
        guide, view = self.guide, self.view
        groups = view.code.groups()
        guide.click(view.go_on)
        for number, field in zip(view.groups.asked, (view.groups.first, view.groups.second), strict=True):
            guide.type(field, groups[number - 1])
        guide.picture("05-two-groups", "Two groups of the code are asked back")
        guide.click(view.done)
        guide.wait(guide.sitting.view.isVisible, "The opened vault")
        guide.settle()
        guide.picture("06-no-journal", "A vault without a journal: one sentence and one act")

    def new_journal(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        view = sitting.side.new_view
        guide.click(sitting.view.sidebar.new)
        guide.wait(view.isVisible, "The page for a new journal")
        view.codename.clear()  # the one that is offered is another one each time
        guide.type(view.codename, "Curlew")
        guide.picture("07-new-journal", "A new journal: my side of it, the kind, a codename")
        guide.click(view.kinds.group.buttons()[1])
        guide.type(view.needs.topic, "How to say no to a project and keep the friendship")
        guide.picture("08-new-journal-one-stop", "The kind “one-stop advice” asks for its one question")
        guide.click(view.kinds.group.buttons()[2])
        guide.picture("09-new-journal-informal", "The kind “informal” asks for nothing more")

    def first_page(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        guide.click(sitting.side.new_view.make)
        timeline = sitting.rooms.views["journal"]
        guide.wait(timeline.isVisible, "The new journal's first page")
        guide.settle()
        guide.picture("10-first-page", "The new journal opens with a page to write on")
        guide.key(Qt.Key.Key_Escape)
        guide.key(Qt.Key.Key_Escape)
        guide.picture("11-empty-journal", "An empty journal: one question and one act")

    def empty_pages(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        sitting.show_today()
        guide.settle()
        guide.picture("59-empty-today", "Today, with nothing in it: a question, and where to write on it")
        for tab, number in (("goals", 60), ("actions", 61)):
            sitting.show_tab(tab)
            guide.settle()
            guide.picture(f"{number}-empty-{tab}", f"No {tab} yet")
        sitting.act("inbox")
        guide.settle()
        guide.picture("62-empty-inbox", "The inbox of topics, with nothing in it")
        sitting.show_tab("journal")
        sitting.act("session")
        guide.settle()
        guide.picture("63-new-session", "A new session, before anything was written")

    def other_forms(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        sitting.new_journal()
        guide.settle()
        view = sitting.side.new_view
        view.codename.clear()
        guide.type(view.codename, "Plover")
        view.focus_first()
        guide.key(Qt.Key.Key_Right)
        guide.key(Qt.Key.Key_Right)
        guide.picture("90-new-journal-peer", "A new journal between peers: the form goes with the role")
        guide.key(Qt.Key.Key_Left)
        view.form.forms.focus_chosen()
        guide.key(Qt.Key.Key_Right)
        guide.picture("91-new-journal-reverse", "The reverse form, said in the words of the role")
        view.codename.clear()
        guide.type(view.codename, "J.K.")
        guide.picture("92-new-journal-initials", "A codename that looks like initials is gently doubted")

    def primers(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        guide.click(sitting.side.new_view.primer)
        guide.wait(lambda: sitting.view.page_in_front == "primers", "The primers")
        guide.settle()
        guide.picture("93-primers", "A primer, read from the sheet for a new journal")
        for _ in range(6):
            guide.key(Qt.Key.Key_Space)
        guide.picture("94-primer-sources", "The end of a primer: questions to think about, and its sources")
        guide.key(Qt.Key.Key_Escape)

    def first_days(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        view = sitting.side.new_view
        view.codename.clear()
        guide.type(view.codename, "Plover")
        guide.click(view.make)
        guide.wait(lambda: "Plover" in sitting.desk.codenames, "The second journal")
        guide.settle()
        guide.key(Qt.Key.Key_Escape)
        guide.key(Qt.Key.Key_Escape)
        guide.picture("95-first-days", "The first days of a journal: a few quiet steps")
        timeline = sitting.rooms.views["journal"]
        card = next(one for one in timeline.findChildren(FirstDaysCard) if one.isVisible())
        guide.click(card.steps[FirstStep.PLAN].button)
        guide.picture("96-first-days-plan", "The first session is planned where the step stands")
        guide.key(Qt.Key.Key_Return)
        guide.picture("97-first-days-planned", "The first session stands in the list, with its agenda")
