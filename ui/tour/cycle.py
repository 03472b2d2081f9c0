"""The working cycle in the sample vault: what is next, prepare, meet, reflect, act, look back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from mentorjournal.demo.sample import sample_id
from mentorjournal.guidance.today import Due
from mentorjournal.model.words import EntryKind
from ui.pages.goals.view import GoalsView
from ui.pages.prepare.view import PrepareView
from ui.pages.today.view import TodayView
from ui.tour.guide import CONTROL, SIZE, NotCome
from ui.tour.inside import Inside
from ui.tour.way import LOOKS


class Cycle(Inside):
    def steps(self) -> list[Callable[[], None]]:
        return [
            self.enter, self.today, self.prepare_as_mentor, self.during, self.after, self.contact,
            self.put_off,
            self.prepare_as_mentee, self.prepare_as_peer, self.topics, self.reflect, self.question_sets,
            self.new_goal, self.levels, self.actions, self.ratings, self.versions, self.large_text,
            self.small_window,
        ]  # fmt: skip

    def today(self) -> None:
        guide, view = self.guide, self.today_view
        guide.sitting.show_today()
        guide.wait(lambda: bool(view.rows()), "What the day holds")
        guide.picture("30-today", "Today: what is next over all journals, by codename")
        promise = next((row for row in view.rows() if isinstance(row.line, Due)), None)
        if promise is None:
            raise NotCome("There is no promise on the page of the day.")
        promise.setFocus(Qt.FocusReason.OtherFocusReason)
        guide.key(Qt.Key.Key_Space)
        guide.picture("31-today-done", "A promise is done where it stands, with what came of it")
        guide.key(Qt.Key.Key_Escape)

    def prepare_as_mentor(self) -> None:
        self.session("Heron", "s5", "before")
        self.guide.picture("32-prepare-mentor", "Before a session, as mentor: the brief, read in two minutes")
        view = self.prepare_view
        self.guide.click(view.leaving.paper_button)
        self.guide.picture("33-prepare-paper", "Before it is printed: paper has no passphrase")
        self.save(view, "brief.pdf", "The brief on one page, without names")

    def during(self) -> None:
        self.session("Heron", "s5", "during")
        self.guide.sitting.act("session begin")
        self.guide.picture("34-during", "During: topics at the side, one column to write in, a quiet clock")
        self.guide.sitting.focus_mode()
        self.guide.picture("35-during-alone", "During, with nothing else")
        self.guide.sitting.focus_mode()

    def after(self) -> None:
        self.session("Kestrel", "s1", "after")
        self.guide.picture("36-after", "After: what mattered, in two minutes")

    def contact(self) -> None:
        self.open_journal("Heron")
        self.guide.sitting.act("contact")
        self.guide.picture("37-contact", "A contact between sessions")
        self.guide.sitting.back()

    def put_off(self) -> None:
        self.session("Heron", "s5", "before")
        self.guide.sitting.act("session postponed")
        self.guide.picture("38-put-off", "Put off: only the new day is asked")
        self.guide.key(Qt.Key.Key_Escape)

    def prepare_as_mentee(self) -> None:
        self.session("Lark", "s9", "before")
        self.guide.picture("39-prepare-mentee", "Before a session, as mentee: the sheet of one’s own")
        view = self.prepare_view
        self.guide.click(view.leaving.agenda_button)
        self.guide.picture("40-agenda", "The agenda for the mentor: topics and the wanted outcome alone")
        if self.look == LOOKS[0]:
            self.answers.files = [Path("agenda.pdf")]
            self.guide.click(view.leaving.agenda.save_button)
            self.guide.settle()
            print("agenda.pdf  The agenda that the mentor gets", flush=True)

    def prepare_as_peer(self) -> None:
        self.session("Willow", "s6", "before")
        self.guide.picture("41-prepare-peer", "Before a session, as peer: both halves")

    def topics(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        self.open_journal("Heron")
        sitting.act("inbox")
        guide.picture("42-inbox", "The inbox of topics")
        guide.key(Qt.Key.Key_T, CONTROL)
        guide.type(sitting.keys.capture.line, "How to say no to the spring conference")
        guide.picture("43-capture", "Ctrl+T: a topic from anywhere")
        guide.key(Qt.Key.Key_Escape)

    def reflect(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        self.open_journal("Heron")
        sitting.act("reflect")
        guide.picture("44-reflect", "An empty page, one question, and why it is offered")
        reach = sitting.rooms.reach
        reach.write_beside(sample_id("heron", "reflection", "r4"))
        guide.picture("45-returned", "A reflection that has come back, beside an empty one")

    def question_sets(self) -> None:
        self.guide.sitting.show_questions("gibbs")
        self.guide.picture("46-question-sets", "The question sets, to be made one’s own")
        self.guide.sitting.back()

    def new_goal(self) -> None:
        guide = self.guide
        self.tab("goals")
        self.page("goals", GoalsView).setFocus()
        guide.key(Qt.Key.Key_N, on=self.page("goals", GoalsView))
        guide.picture("47-new-goal", "A new goal asks for its statement alone")
        guide.key(Qt.Key.Key_Escape)

    def levels(self) -> None:
        self.show_goal("g4")
        self.guide.picture("48-goal-levels", "A goal with five levels in one’s own words")
        self.show_goal("g2")
        self.guide.scroll_to(self.page("goals", GoalsView).story.steps)
        self.guide.picture("49-goal-milestones", "A goal with its milestones")

    def actions(self) -> None:
        self.guide.sitting.show_all_actions()
        self.guide.picture("50-all-actions", "Actions and promises of every journal, by when they are due")
        self.guide.sitting.back()

    def ratings(self) -> None:
        self.open_journal("Heron")
        self.guide.sitting.rate("relationship_check")
        self.guide.picture("51-ratings", "A rating, and how it was then and is now")
        self.guide.sitting.rate("wheel")
        self.guide.picture("52-wheel", "A wheel that nobody has filled in yet")
        self.guide.sitting.back()

    def versions(self) -> None:
        self.entry("heron", "reflection", "r2", shown=self.timeline)
        self.guide.sitting.show_versions()
        self.guide.picture("53-versions", "Earlier versions: there are none yet")
        self.guide.sitting.back()

    def large_text(self) -> None:
        sitting = self.guide.sitting
        for _ in range(3):
            sitting.zoom(1)
        try:
            sitting.show_today()
            self.guide.picture("54-large-today", "Today at 150 %")
            self.session("Heron", "s5", "before")
            self.guide.picture("55-large-prepare", "The brief at 150 %")
            self.session("Heron", "s5", "during")
            self.guide.picture("56-large-during", "During at 150 %")
        finally:
            sitting.zoom(0)

    def small_window(self) -> None:
        guide, window = self.guide, self.guide.start.window
        window.resize(960, 620)
        try:
            guide.sitting.show_today()
            guide.picture("57-small-today", "Today in the smallest window")
            self.session("Heron", "s5", "during")
            guide.picture("58-small-during", "During in the smallest window")
        finally:
            window.resize(*SIZE)

    # Ways

    @property
    def today_view(self) -> TodayView:
        return self.page("today", TodayView)

    @property
    def prepare_view(self) -> PrepareView:
        view = self.timeline.findChild(PrepareView)
        if view is None:
            raise NotCome("The page to prepare on is not there.")
        return view

    def session(self, codename: str, key: str, opening: str) -> None:
        self.open_journal(codename)
        sitting = self.guide.sitting
        sitting.show_tab("journal")
        sitting.rooms.reach.show_session(sample_id(codename.lower(), "session", key), opening)
        self.guide.settle()

    def show_goal(self, key: str) -> None:
        self.tab("goals")
        sitting = self.guide.sitting
        sitting.desk.show_entry(EntryKind.GOAL, sample_id("heron", "goal", key))
        self.guide.settle()

    def save(self, view: PrepareView, file: str, told: str) -> None:
        """Save what leaves, once: a PDF has one look."""
        if self.look == LOOKS[0]:
            self.answers.files = [Path(file)]
            self.guide.click(view.leaving.paper.save_button)
            self.guide.settle()
            print(f"{file}  {told}", flush=True)
