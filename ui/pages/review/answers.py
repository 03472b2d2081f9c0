"""The questions of a review, each with the writer's answer and room for what their partner says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal.model.review import Review, ReviewAnswer
from mentorjournal.model.words import Role
from ui.theme.theme import SERIF, Theme
from ui.widgets.buttons import ToolButton, quiet
from ui.widgets.few_lines import FewLines
from ui.widgets.label import Label
from ui.widgets.layout import clear, column, holder, row

NEXT_KEY, BACK_KEY, THEIRS_KEY = "Alt+Right", "Alt+Left", "Alt+T"
ROOM = 100_000
"""What is too long for the journal stays in the field, with a word about it, until it is shortened."""

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Lines(FewLines):
    """A field that says what is wrong with it below."""

    def __init__(self, theme: Theme, name: str, *, lines: int = 2, placeholder: str = "") -> None:
        super().__init__(theme, name, limit=ROOM, lines=lines, placeholder=placeholder)
        self.wrong = Label(theme, "", "small", "danger", wrap=True)
        self.wrong.hide()

    def say_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)


class Answer(QWidget):
    """One question. Theirs stands beside mine, or below it where there is no room."""

    edited = Signal()

    def __init__(self, theme: Theme, place: int, answer: ReviewAnswer, role: Role) -> None:
        super().__init__()
        tr = self.tr
        asked = answer.question
        theirs = tr("My {partner}’s").format(partner=role.partner)
        self._theme = theme
        number = self._number = Label(theme, str(place + 1), "note", "text3", family=SERIF)
        words = Label(theme, asked, "note", family=SERIF, wrap=True)
        self.mine = Lines(theme, tr("{question} Mine").format(question=asked))
        self.theirs = Lines(theme, tr("{question} {whose}").format(question=asked, whose=theirs))
        self._whose = Label(theme, tr("Mine"), "caption", "text2")
        words.setBuddy(self.mine)
        own = column(self._whose, self.mine, self.mine.wrong, spacing=3)
        others = column(Label(theme, theirs, "caption", "text2"), self.theirs, self.theirs.wrong, spacing=3)
        own.addStretch(1)
        others.addStretch(1)
        self._others = holder(others)
        self._sides = row(spacing=12)
        self._sides.addLayout(own, 1)
        self._sides.addWidget(self._others, 1)
        head = row(number, 6, words)
        head.setStretch(2, 1)
        head.setAlignment(number, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, 6, self._sides, margins=(0, 0, 0, 20)))
        self.mine.edited.connect(self.edited)
        self.theirs.edited.connect(self.edited)
        theme.changed.connect(self._look)
        self._look()

    def show_answer(self, answer: ReviewAnswer) -> None:
        self.mine.set_text(answer.mine)
        self.theirs.set_text(answer.theirs)

    def written(self, base: ReviewAnswer) -> ReviewAnswer:
        return replace(base, mine=self.mine.text().strip(), theirs=self.theirs.text().strip())

    def show_theirs(self, shown: bool) -> None:
        """Let what the partner says be seen, or be folded away."""
        self._others.setVisible(shown)
        self._whose.setVisible(shown)

    def has_both(self) -> bool:
        return bool(self.mine.text().strip() and self.theirs.text().strip())

    def set_read_only(self, read_only: bool) -> None:
        for field in (self.mine, self.theirs):
            field.setReadOnly(read_only)

    def arrange(self, wide: bool) -> None:
        self._sides.setDirection(_BESIDE if wide else _BELOW)

    @Slot()
    def _look(self) -> None:
        self._number.setFixedWidth(self._theme.px(18))


class Answers(QWidget):
    """All questions on one sheet; keys lead from one to the next."""

    edited = Signal()
    made = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked: tuple[object, ...] = ()
        self._partner = ""
        self._wide = True
        self.theirs_shown = False
        tr = self.tr
        self.answers: list[Answer] = []
        self.toggle = quiet(theme, "", icon="users", key=THEIRS_KEY)
        self.back = ToolButton(theme, "chevron-left", tr("Previous question"), key=BACK_KEY)
        self.next = ToolButton(theme, "chevron-right", tr("Next question"), key=NEXT_KEY)
        self._list = column()
        hint = Label(theme, tr("Each answers alone; then compare."), "small", "text3", wrap=True)
        head = row(Label(theme, tr("Questions"), "heading"), None, self.toggle, 6, self.back, self.next)
        self.setLayout(column(head, 2, hint, 14, self._list))
        self.toggle.clicked.connect(self.turn_theirs)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)

    def show_review(self, value: Review, role: Role) -> None:
        """Show the answers; another review begins with the partner's folded, where they are not all there is
        to compare.
        """
        asked = (value.id, role, *(answer.question for answer in value.answers))
        if asked != self._asked:
            self._asked, self._partner = asked, role.partner
            clear(self._list)
            self.answers = [Answer(self._theme, n, one, role) for n, one in enumerate(value.answers)]
            for one in self.answers:
                self._list.addWidget(one)
                one.edited.connect(self.edited)
                one.arrange(self._wide)
            self._fill(value)
            self.set_theirs_shown(any(one.theirs for one in value.answers) if value.done else False)
            self.made.emit()
        else:
            self._fill(value)
        for one in self.answers:
            one.set_read_only(value.done)

    def written(self, base: tuple[ReviewAnswer, ...]) -> tuple[ReviewAnswer, ...]:
        shown = dict(zip(self._asked[2:], self.answers, strict=True))
        return tuple(shown[one.question].written(one) if one.question in shown else one for one in base)

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        for place, one in enumerate(self.answers):
            one.mine.say_wrong(wrong.get(f"mine {place}", ""))
            one.theirs.say_wrong(wrong.get(f"theirs {place}", ""))

    def texts(self) -> list[Lines]:
        return [field for one in self.answers for field in (one.mine, one.theirs)]

    def arrange(self, wide: bool) -> None:
        self._wide = wide
        for one in self.answers:
            one.arrange(wide)

    def set_theirs_shown(self, shown: bool) -> None:
        """Unfold what the partner says, or fold it; where both have said something, both are seen."""
        self.theirs_shown = shown
        for one in self.answers:
            one.show_theirs(shown or one.has_both())
        words = self.tr("Fold my {partner}’s answers") if shown else self.tr("Type in my {partner}’s answers")
        self.toggle.setText(words.format(partner=self._partner))

    def forget(self) -> None:
        self._asked = ()
        self.answers = []
        clear(self._list)

    @Slot()
    def turn_theirs(self) -> None:
        here = self._here()  # what is folded away loses the focus
        self.set_theirs_shown(not self.theirs_shown)
        if self.theirs_shown and self.answers:
            self.answers[max(here, 0)].theirs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif here >= 0:
            self.answers[here].mine.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def go_on(self) -> None:
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        """The next question on the same side; from outside the questions, the first one."""
        if not self.answers:
            return
        here = self._here()
        place = min(max(here + by, 0), len(self.answers) - 1) if here >= 0 else 0
        side = here >= 0 and self.answers[here].theirs.hasFocus()
        goal = self.answers[place]
        field = goal.theirs if side and goal.theirs.isVisible() else goal.mine
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _here(self) -> int:
        fields: Sequence[QWidget] = self.texts()
        return next((n // 2 for n, field in enumerate(fields) if field.hasFocus()), -1)

    def _fill(self, value: Review) -> None:
        for shown, one in zip(self.answers, value.answers, strict=True):
            shown.show_answer(one)
