"""What is written before a session: a mentee's sheet, and the one line of a mentor's intention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorjournal.model.session import Preparation, Session
from mentorjournal.prompts import PromptSet
from ui.pages.prepare.chips import HelpChips
from ui.theme.theme import Theme
from ui.widgets.companion.pointer import Reach
from ui.widgets.few_lines import FewLines
from ui.widgets.fields import ChoiceField
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row

LIMIT = 4000


class Written(QWidget):
    """Fields under their headings. Emits *edited* for every change of the writer's."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._refusals: dict[FewLines, Label] = {}

    def field(self, name: str, hint: str = "", *, lines: int = 2) -> tuple[QWidget, FewLines]:
        """A field of a few lines, with its heading above and a line of help."""
        text = FewLines(self._theme, name, limit=LIMIT, lines=lines)
        wrong = Label(self._theme, "", "small", "danger", wrap=True)
        wrong.hide()
        heading = Label(self._theme, name, "heading")
        heading.setBuddy(text)
        items: list[QWidget | int] = [heading]
        if hint:
            text.setAccessibleDescription(hint)
            items.append(Label(self._theme, hint, "small", "text3", wrap=True))
        text.edited.connect(self._edited)
        text.refused.connect(self._refused)
        self._refusals[text] = wrong
        return holder(column(*items, 2, text, wrong, spacing=3, margins=(10, 0, 0, 0))), text

    def forget_refusals(self) -> None:
        for label in self._refusals.values():
            label.hide()

    @Slot()
    def _edited(self) -> None:
        self.forget_refusals()
        self.edited.emit()

    @Slot(int)
    def _refused(self, limit: int) -> None:
        for field, label in self._refusals.items():
            if field is self.sender():
                label.setText(
                    self.tr(
                        "That would be more than {limit} characters, so it was not taken. Longer thoughts"
                        " have room in a reflection."
                    ).format(limit=self.locale().toString(limit))
                )
                label.show()


class Outcome(Written):
    """What I want from it, in a sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        hint = self.tr("One sentence. It may go on the agenda; everything else on this page stays yours.")
        whole, self.text = self.field(self.tr("What I want from this conversation"), hint)
        self.text.pointer.set_reach(Reach.LEAVES)
        self.setLayout(column(whole))

    def show_value(self, value: Session) -> None:
        self.text.set_text(value.desired_outcome)

    def written(self, base: Session) -> Session:
        return replace(base, desired_outcome=kept_text(self.text))

    def focusables(self) -> list[QWidget]:
        return [self.text]


class SheetFields(Written):
    """The rest of a mentee's sheet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        tr = self.tr
        self.help = HelpChips(theme)
        since, self.since = self.field(tr("Since last time"), tr("Done, not done, and what I learnt."))
        avoiding, self.avoiding = self.field(tr("What I am avoiding"), lines=1)
        not_raising, self.not_raising = self.field(
            tr("What I will not raise"), tr("To leave it out on purpose is a choice, too."), lines=1
        )
        questions, self.questions = self.field(tr("Questions to take along"), lines=2)
        moods: list[tuple[object, str]] = [(None, tr("not said"))]
        moods += [(mood, self.locale().toString(mood)) for mood in range(11)]
        self.mood = ChoiceField(theme, tr("How I feel before it, 0 to 10"), moods)
        mood_words = Label(theme, tr("How I feel before it, 0 to 10"), "heading")
        mood_words.setBuddy(self.mood)
        never = Label(theme, tr("Never leaves this journal, not even on paper."), "small", "text3", wrap=True)
        help_words = Label(theme, tr("The help I want"), "heading")
        helped = holder(column(help_words, 6, self.help, margins=(10, 0, 0, 0)))
        mood = holder(column(mood_words, never, 6, row(self.mood, None), margins=(10, 0, 0, 0)))
        self.setLayout(column(helped, since, avoiding, not_raising, questions, mood, spacing=20))
        self.help.edited.connect(self._edited)
        self.mood.chosen.connect(self._edited)

    def show_value(self, value: Session) -> None:
        prepared = value.preparation
        self.help.set_value(prepared.help_wanted)
        self.since.set_text(prepared.since)
        self.avoiding.set_text(prepared.avoiding)
        self.not_raising.set_text(prepared.not_raising)
        self.questions.set_text(prepared.questions)
        self.mood.set_value(value.mood_before)

    def written(self, base: Session) -> Session:
        mood = self.mood.value()
        return replace(
            base,
            preparation=Preparation(
                help_wanted=self.help.value(),
                since=kept_text(self.since),
                avoiding=kept_text(self.avoiding),
                not_raising=kept_text(self.not_raising),
                questions=kept_text(self.questions),
            ),
            mood_before=mood if isinstance(mood, int) else None,
        )

    def arrange(self, width: int) -> None:
        """Set side by side what *width* has room for."""
        fits = self.help.one_line() + 20 <= width
        self.help.arrange(len(self.help.chips) if fits else 2)

    def focusables(self) -> list[QWidget]:
        fields = (self.since, self.avoiding, self.not_raising, self.questions, self.mood)
        return [*self.help.focusables(), *fields]


class Intend(Written):
    """“Today I intend”, and three questions from a set that can be chosen."""

    framework_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        whole, self.text = self.field(self.tr("Today I intend"), self.tr("One line is enough."), lines=1)
        self._offered: tuple[tuple[str, str], ...] = ()
        self._usual = self._chosen = ""
        self.framework = ChoiceField(theme, self.tr("Questions from"), [])
        # A long name of a set must not make the page wider than the window.
        policy = ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.framework.setSizeAdjustPolicy(policy)
        self.framework.setMinimumContentsLength(22)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(6)
        words = Label(theme, self.tr("Three questions to take in, from"), "small", "text2")
        asked = holder(
            column(words, 4, row(self.framework, None), 10, self._questions, margins=(10, 0, 0, 0))
        )
        self.setLayout(column(whole, asked, spacing=14))
        self.framework.chosen.connect(self._framework_chosen)

    def offer(self, sets: Sequence[PromptSet], usual: str) -> None:
        """Offer these sets, those for sessions first; *usual* stands there while none was chosen."""
        named = tuple((one.id, one.name) for one in sets)
        self._usual = usual
        if named != self._offered:
            self._offered = named
            self.framework.set_choices([(one.id, one.name) for one in sorted(sets, key=_not_for_sessions)])
        self._show_chosen()

    def show_questions(self, questions: Sequence[str]) -> None:
        clear(self._questions)
        for question in questions:
            self._questions.addWidget(Label(self._theme, question, "note", "text2", wrap=True))

    def show_value(self, value: Session) -> None:
        self.text.set_text(value.intention)
        self._chosen = value.framework_id
        self._show_chosen()

    def written(self, base: Session) -> Session:
        return replace(base, intention=kept_text(self.text), framework_id=self._chosen)

    def focusables(self) -> list[QWidget]:
        return [self.text, self.framework]

    def _show_chosen(self) -> None:
        """Name the set that is asked from; no set at all where the writer has hidden it."""
        wanted = self._chosen or self._usual
        self.framework.set_value(wanted)
        if self.framework.value() != wanted:
            self.framework.setCurrentIndex(-1)

    @Slot(object)
    def _framework_chosen(self, framework: object) -> None:
        self._chosen = str(framework)
        self.framework_chosen.emit(self._chosen)
        self.edited.emit()


def kept_text(field: FewLines) -> str:
    """What the journal keeps of it."""
    return field.text().strip()


def _not_for_sessions(one: PromptSet) -> bool:
    return "session" not in one.use_for and "peer" not in one.use_for
