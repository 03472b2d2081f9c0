"""Step 3: what was found in the lines that leave, why it was, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QWidget

from mentorjournal.checks.finding import Finding
from mentorjournal.checks.remedies import Remedy, remedies_of
from mentorjournal.sharing.checking import Flag
from mentorjournal.sharing.offer import Chosen, Offer
from ui.pages.share.choosing import all_lines, text_of
from ui.pages.share.flag_list import FOUND, FlagDelegate, FlagModel, kind_text
from ui.pages.share.step_panel import SIDE, Rows, StepPanel, say
from ui.shell.share_commands import AGAIN_KEY, ROLES_KEY, TAKE_BACK_KEY
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule
from ui.widgets.shortcuts import on_keys
from ui.widgets.veiled_words import VeiledWords

KEYS = {Remedy.ROLE: "R", Remedy.INITIALS: "I", Remedy.LEAVE_OUT: "L", Remedy.KEEP: "K"}


class ChecksStep(StepPanel):
    """Emits *answered* with the key of a flag and the remedy, and what is wished for all of them."""

    answered = Signal(str, object)
    roles_wanted = Signal()
    again_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.model = FlagModel(theme.veil, self)
        self.list = Rows(theme, self.tr("What was found"), least=64)
        self.list.setAccessibleDescription(self.tr("Arrows move, R, I, L and K answer"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(FlagDelegate(theme, self.list))
        self.why = Label(theme, "", "small", "text2", wrap=True)
        self.remedies: dict[Remedy, Button] = {}
        self._words: dict[Remedy, VeiledWords] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for place, remedy in enumerate(KEYS):
            button = Button(theme, "", key=KEYS[remedy], says=self._says(remedy))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(theme.px(60))
            self._grid.addWidget(button, place // 2, place % 2)
            self._words[remedy] = VeiledWords(theme, button, button.setText)
            self.remedies[remedy] = button
            button.clicked.connect(self._clicked)
        self.everywhere = Button(theme, self.tr("Use a role everywhere"), kind="link", key=ROLES_KEY)
        self.kept = Label(theme, "", "small", "text2")
        self.again = Button(theme, self.tr("Look again"), kind="link", key=AGAIN_KEY)
        self.undo = Button(
            theme,
            self.tr("Take back"),
            kind="link",
            says=self.tr("Take back the latest answer"),
            key=TAKE_BACK_KEY,
        )
        self.nothing = Label(theme, "", "body", "text2", wrap=True)
        self._answers = holder(column(rule(), 8, self.why, 6, self._grid, margins=(SIDE, 0, SIDE, 0)))
        full = column(self.list, self._answers, margins=(0, 0, 0, 0))
        full.setStretchFactor(self.list, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(holder(full))
        self._stack.addWidget(holder(column(self.nothing, None, margins=(SIDE, 2, SIDE, 0))))
        self.list.setViewportMargins(SIDE - 10, 0, SIDE - 14, 0)
        told = row(self.kept, 8, self.again, 4, self.undo, None)
        self.build(self.tr("Checks"), " ", self._stack, told, self.ways(), beside=self.everywhere)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.everywhere.clicked.connect(self.roles_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.undo.clicked.connect(self.back_wanted)
        for remedy, act in (
            (Remedy.ROLE, self._role),
            (Remedy.INITIALS, self._initials),
            (Remedy.LEAVE_OUT, self._leave_out),
            (Remedy.KEEP, self._keep),
        ):
            on_keys(self.list, KEYS[remedy], act)
        self._moved_on = False
        self.clear()

    def first(self) -> QWidget:
        return self.list if self.model.rowCount() else self.on

    def show_flags(self, flags: Sequence[Flag], offer: Offer, chosen: Chosen) -> None:
        at = self.list.currentIndex().row()
        lines = {}
        for section in offer.sections:
            for line in section.lines:
                lines[line.id] = (line.label or section.title, text_of(line, chosen).strip())
        current = self._current()
        self.model.show(flags, lines)
        count = self.model.rowCount()
        if count:
            # The finding that was open, or the one that took its place.
            same = self.model.row_of(current.key) if current else -1
            self.list.setCurrentIndex(self.model.index(same if same >= 0 else min(max(at, 0), count - 1), 0))
        elif self._answers.isAncestorOf(self.focusWidget() or self) or self.list.hasFocus():
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)
            self._moved_on = True
        self._show_count(count, len(all_lines(offer)))
        if count and self._moved_on:  # an answer uncovered what lay under it
            self._moved_on = False
            if self.on.hasFocus():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_current()

    def show_answered(self, kept: int, can_take_back: bool) -> None:
        words = (
            self.tr("1 kept as it is.")
            if kept == 1
            else self.tr("{count} kept as they are.").format(count=kept)
        )
        say(self.kept, words if kept else "")
        self.again.setVisible(bool(kept))
        self.undo.setVisible(can_take_back)

    def clear(self) -> None:
        self.model.show((), {})
        self.show_answered(0, False)
        self._show_count(0, 0)
        self._show_current()

    def _show_count(self, count: int, lines: int) -> None:
        self._stack.setCurrentIndex(0 if count else 1)
        self.everywhere.setVisible(count > 0)
        self.tell("")
        if count:
            words = self.tr("One place to look at. It may be fine as it is.")
            many = self.tr("{count} places to look at. They may be fine as they are.")
            self.tell(words if count == 1 else many.format(count=count))
        self.nothing.setText(
            self.tr("No names, addresses, numbers or sensitive words were found in what leaves.")
            if lines
            else self.tr("There is nothing to check yet.")
        )

    def _current(self) -> Flag | None:
        index = self.list.currentIndex()
        return index.data(FOUND).flag if index.isValid() else None

    @Slot(QModelIndex)
    def _show_current(self, _index: QModelIndex | None = None) -> None:
        flag = self._current()
        offered = remedies_of(flag.finding) if flag else ()
        say(self.why, flag.finding.why if flag else "")
        place = 0
        for remedy, button in self.remedies.items():
            self._grid.removeWidget(button)
            button.setVisible(remedy in offered)
            if remedy in offered and flag:
                self._grid.addWidget(button, place // 2, place % 2)
                place += 1
                self._name(remedy, button, flag.finding)

    def _name(self, remedy: Remedy, button: Button, finding: Finding) -> None:
        words = {Remedy.ROLE: finding.role, Remedy.INITIALS: finding.initials}.get(remedy, "")
        pattern = {
            Remedy.ROLE: self.tr("Say “{words}”"),
            Remedy.INITIALS: self.tr("Say “{words}”"),
            Remedy.LEAVE_OUT: self.tr("Leave out"),
            Remedy.KEEP: self.tr("Keep"),
        }[remedy]
        self._words[remedy].say(words.replace("&", "&&"), pattern)
        button.setAccessibleName(
            self.tr("{act}: {kind}").format(act=self._says(remedy), kind=kind_text(finding.kind))
        )

    def _says(self, remedy: Remedy) -> str:
        return {
            Remedy.ROLE: self.tr("Say a role instead"),
            Remedy.INITIALS: self.tr("Say initials instead"),
            Remedy.LEAVE_OUT: self.tr("Leave the words out"),
            Remedy.KEEP: self.tr("Keep the words as they are"),
        }[remedy]

    def _answer(self, remedy: Remedy) -> None:
        flag = self._current()
        if flag and remedy in remedies_of(flag.finding):
            self.answered.emit(flag.key, remedy)

    @Slot()
    def _clicked(self) -> None:
        for remedy, button in self.remedies.items():
            if button is self.sender():
                self._answer(remedy)

    @Slot()
    def _role(self) -> None:
        self._answer(Remedy.ROLE)

    @Slot()
    def _initials(self) -> None:
        self._answer(Remedy.INITIALS)

    @Slot()
    def _leave_out(self) -> None:
        self._answer(Remedy.LEAVE_OUT)

    @Slot()
    def _keep(self) -> None:
        self._answer(Remedy.KEEP)
