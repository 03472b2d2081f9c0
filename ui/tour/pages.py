"""The sample vault, page by page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from mentorjournal import demo
from mentorjournal.demo.sample import sample_id
from mentorjournal.model.words import EntryKind
from ui.pages.actions.view import ActionsView
from ui.pages.goals.cards import GoalCard
from ui.pages.goals.view import GoalsView
from ui.pages.reflection.view import ReflectionView
from ui.pages.search.view import SearchView
from ui.pages.session.view import SessionView
from ui.pages.unlock.view import UnlockView
from ui.tour.guide import CONTROL, SIZE, NotCome
from ui.tour.inside import Inside


class Pages(Inside):
    """The sample vault, page by page."""

    def steps(self) -> list[Callable[[], None]]:
        return [
            self.unlock, self.journal, self.questions, self.session, self.goals, self.goal, self.actions,
            self.search, self.about, self.settings, self.palette, self.help,
            self.large_text, self.small_window,
        ]  # fmt: skip

    def unlock(self) -> None:
        guide = self.guide
        view = guide.room(UnlockView)
        assert isinstance(view, UnlockView)
        guide.picture("12-unlock", "Unlock: one field, one button")
        guide.type(view.field, "three herons by the sea")
        guide.click(view.button)
        guide.wait(view.message.isVisible, "The word that the passphrase is wrong")
        guide.picture("13-unlock-wrong", "A wrong passphrase is said in place and stays to be mended")
        guide.type(view.field, demo.PASSPHRASE)
        guide.click(view.button)
        guide.wait(guide.sitting.view.isVisible, "The sample vault")
        guide.settle()

    def journal(self) -> None:
        self.entry("heron", "reflection", "r2", shown=self.timeline)
        self.guide.picture("journal", "A journal: everything written, and one reflection lying open")

    def questions(self) -> None:
        guide = self.guide
        self.entry("heron", "reflection", "r4", shown=self.timeline)
        guide.sitting.focus_mode()
        guide.settle()
        view = self.timeline.findChild(ReflectionView)
        if view is None:
            raise NotCome("The page of a reflection is not there.")
        if view.questions.isHidden():
            guide.click(view.questions_button)
        guide.wait(view.questions.isVisible, "The questions")
        guide.picture("14-questions", "A reflection with its questions beside the text")
        guide.sitting.focus_mode()
        guide.settle()

    def session(self) -> None:
        self.entry("heron", "session", "s4", shown=self.timeline)
        view = self.timeline.findChild(SessionView)
        self.guide.wait(lambda: bool(view and view.notes), "The session's notes")
        assert view is not None
        self.guide.picture("15-session", "A session: its facts, what is intended, its notes")
        view.notes[2].setFocus(Qt.FocusReason.OtherFocusReason)
        self.guide.settle()
        self.guide.picture("16-session-notes", "Each note says whose word it is and who may see it")

    def goals(self) -> None:
        self.tab("goals")
        view = self.page("goals", GoalsView)
        if view.story.isVisible():  # the goal that was left open
            self.guide.click(view.story.back)
        self.guide.wait(lambda: bool(view.findChildren(GoalCard)), "The goals")
        self.guide.picture("17-goals", "Goals: start, now, target, and what moved them")

    def goal(self) -> None:
        self.tab("goals")
        view = self.page("goals", GoalsView)
        self.guide.sitting.desk.show_entry(EntryKind.GOAL, sample_id("heron", "goal", "g2"))
        self.guide.wait(view.story.isVisible, "The opened goal")
        self.guide.picture("18-goal", "A goal opened: its line with the sessions on it, and a check-in")
        self.guide.click(view.story.back)

    def actions(self) -> None:
        self.tab("actions")
        view = self.page("actions", ActionsView)
        self.guide.wait(lambda: view.list.model().rowCount() > 0, "The actions")
        view.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.guide.settle()
        self.guide.picture("19-actions", "Actions: mine, theirs, both; open first")

    def search(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        for name, words, told in (
            ("21-search", "listen", "Search: every journal at once, the words marked"),
            ("22-search-alphabets", "your", "Search finds what stands beside other alphabets"),
        ):
            sitting.search("")
            view = sitting.rooms.views["search"]
            assert isinstance(view, SearchView)
            guide.type(view.field, words)
            guide.wait(lambda: view.list.isVisible() and view.list.model().rowCount() > 0, "What was found")  # noqa: B023
            guide.picture(name, told)
            guide.key(Qt.Key.Key_Escape, on=view.field)

    def about(self) -> None:
        self.guide.click(self.guide.sitting.view.header.about)
        self.guide.wait(self.guide.sitting.side.about_view.isVisible, "The page about the relationship")
        self.guide.picture("23-about", "About this relationship: names, programme, commitment")
        self.guide.sitting.back()

    def settings(self) -> None:
        sitting = self.guide.sitting
        self.guide.click(sitting.view.sidebar.settings)
        self.guide.wait(sitting.side.settings_view.isVisible, "The settings")
        self.guide.picture("24-settings", "Settings: each says what it does")
        sitting.back()

    def palette(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        self.entry("heron", "reflection", "r2", shown=self.timeline)
        guide.key(Qt.Key.Key_K, CONTROL)
        guide.wait(sitting.keys.palette.isVisible, "The list of everything that can be done")
        guide.type(sitting.keys.palette.field, "go")
        guide.picture("25-palette", "Ctrl+K: everything that can be done or gone to")
        guide.key(Qt.Key.Key_Escape, on=sitting.keys.palette.field)

    def help(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        guide.key(Qt.Key.Key_F1)
        guide.wait(sitting.keys.help.isVisible, "Help")
        guide.picture("26-help", "Help: what is protected, what is not, and the keys")
        guide.click(sitting.keys.help.safety)
        guide.wait(lambda: sitting.view.page_in_front == "safety", "The page about safety")
        guide.picture("119-safety", "Safety: what is promised, what is not protected, how to check it")
        sitting.back()

    def large_text(self) -> None:
        guide, sitting = self.guide, self.guide.sitting
        for _ in range(3):
            sitting.zoom(1)
        try:
            self.entry("heron", "reflection", "r2", shown=self.timeline)
            guide.picture("27-large-text", "Everything at 150 %")
        finally:
            sitting.zoom(0)

    def small_window(self) -> None:
        guide, window = self.guide, self.guide.start.window
        self.entry("heron", "reflection", "r2", shown=self.timeline)
        window.resize(960, 620)
        try:
            guide.picture("28-small-window", "The smallest window: list and entry, the journals folded away")
            guide.key(Qt.Key.Key_Escape)
            guide.picture("29-small-window-list", "The smallest window, with nothing lying open")
        finally:
            window.resize(*SIZE)
