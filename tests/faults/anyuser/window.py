"""The state machine of a user at the real window: any key, any click, any text, at any moment."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Mapping

from hypothesis.stateful import RuleBasedStateMachine, rule
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QWidget,
)

from mentorjournal.model.revision import Part
from tests.clock import FixedClock, at
from tests.faults.anyuser.core import SEEDS, House
from tests.faults.anyuser.running import SameIds, Story
from tests.faults.anyuser.senses import Senses
from tests.faults.anyuser.stage import Stage, TextField, can_be_used, text_in
from tests.faults.anyuser.state import State, apart, texts_of
from tests.faults.anyuser.texts import texts, words_in

KEY, NONE, CTRL = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier

KEYS = (
    *((key, NONE) for key in (KEY.Key_Tab, KEY.Key_Return, KEY.Key_Escape, KEY.Key_Space, KEY.Key_Delete)),
    *((key, NONE) for key in (KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right, KEY.Key_Backspace)),
    *((key, NONE) for key in (KEY.Key_Home, KEY.Key_End, KEY.Key_PageDown, KEY.Key_N, KEY.Key_X, KEY.Key_J)),
    *((key, CTRL) for key in (KEY.Key_A, KEY.Key_C, KEY.Key_X, KEY.Key_V, KEY.Key_B, KEY.Key_Return)),
    *((key, CTRL) for key in (KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Home, KEY.Key_End)),
    (KEY.Key_Backtab, SHIFT),
    (KEY.Key_Return, SHIFT),
    (KEY.Key_Up, ALT),
    (KEY.Key_F2, NONE),
)

TITLE = "Mentor Journal"


class AnyHand(RuleBasedStateMachine):
    """Bound to a house, a story and an application by the trial."""

    house: House
    story: Story
    app: QApplication

    def __init__(self) -> None:
        super().__init__()
        self.story.begin()
        self.ids, self.senses = SameIds(), Senses()
        self.words = 0
        folder = self.house.base / "window"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copytree(self.house.template, folder / "vault")
        self.ids.begin()
        self.senses.begin()
        clock = FixedClock(at(2026, 3, 2, 9, 30))
        try:
            self.stage = Stage(self.app, folder, folder / "vault", self.house.passphrase, clock)
        except BaseException:
            self.hear_no_more()
            raise
        self.states: Mapping[str, State] = self.stage.states()

    # One step

    @rule(seed=SEEDS, text=texts())
    def step(self, seed: bytes, text: str) -> None:
        chance = self.story.chance(seed)
        self.senses.chance = random.Random(chance.random())
        does, _ = _STEPS[chance.choices(range(len(_STEPS)), [weight for _, weight in _STEPS])[0]]
        self.story.step(does.__name__)
        does(self, chance, text)
        self.after()

    def say(self, more: str) -> None:
        """What exactly the step was about."""
        self.story.said[-1] = f"{self.story.said[-1]} {more}"

    def after(self) -> None:
        """Whatever the step was: all is quiet, all is kept, and nothing has gone that cannot come back."""
        self.stage.settle()
        if self.stage.locked:
            assert self.stage.start.window.windowTitle() == TITLE, "something private is in the title"
            self.stage.follow()
        self.stage.flush()
        self.look()
        before, self.states = self.states, self.stage.states()
        self.check_nothing_went(before, self.states)

    def look(self) -> None:
        noticed, self.senses.noticed = self.senses.noticed, []
        assert not noticed, f"noticed {noticed}"
        window = self.stage.start.window
        if window.isActiveWindow() and QApplication.activePopupWidget() is None:
            focus = QApplication.focusWidget()
            assert focus is not None, "the keyboard is nowhere"
            assert focus.isVisible(), f"the keyboard is in a {type(focus).__name__} that cannot be seen"

    def check_nothing_went(self, before: Mapping[str, State], after: Mapping[str, State]) -> None:
        """A text that went is in a version, and an entry that went comes back by Undo."""
        for codename, state in before.items():
            if codename not in after:
                continue  # the journal has another name by now, or was destroyed with a word typed for it
            now = after[codename]
            if state.keys() - now.keys() - {"closure", "relationship"}:
                self.check_comes_back(codename, state)
                return
            for id in state.keys() & now.keys():
                self.check_versions(codename, id, state[id], now[id])

    def check_versions(self, codename: str, id: str, was: object, now: object) -> None:
        said, left = texts_of(was), texts_of(now)
        if said is None or was == now:
            return
        keys = {part.key for part in left[1]} if left is not None else set()
        gone = [part for part in said[1] if part.key not in keys]
        if gone and not self._undoable(codename):
            kept = self._versions(codename, said[0], id)
            for part in gone:
                assert any(part.text == one.text for one in kept), (
                    f"{part.label!r} went and no version has it"
                )

    def _undoable(self, codename: str) -> bool:
        journal = self.stage.sitting.desk.journal
        here = journal is not None and journal.relationship.codename == codename
        return here and bool(self.stage.sitting.next_acts[1])  # it went by Undo, and Redo brings it back

    def _versions(self, codename: str, kind: object, id: str) -> list[Part]:
        found: list[list[Part]] = []
        shelf = self.stage.shelf

        def read() -> list[Part]:
            versions = shelf.named(codename).journal.versions
            rows = versions.of(kind, id)  # type: ignore[arg-type]  # an id is text
            return [part for row in rows for part in versions.get(row.id).parts]

        self.stage.program.tasks.run(read, done=found.append, failed=self._failed)
        self.stage.settle()
        return found[0] if found else []

    def _failed(self, error: Exception) -> None:
        self.senses.noticed.append(f"a reading failed: {error}")

    def check_comes_back(self, codename: str, state: State) -> None:
        """What was deleted is there again after Undo, to the last field, and gone after Redo."""
        gone = self.states[codename]
        sitting = self.stage.sitting
        label = sitting.next_acts[0] or sitting.next_acts[1]
        assert label, "an entry is gone, and nothing brings it back"
        if not sitting.next_acts[0]:
            return  # it went by Undo, and Redo brings it back
        sitting.undo()
        self.stage.settle()
        lost = state.keys() - self.stage.states().get(codename, {}).keys()
        assert not lost - {"closure", "relationship"}, f"undoing “{label}” does not bring it back"
        sitting.redo()
        self.stage.settle()
        off = apart(gone, self.stage.states()[codename])
        assert not off, f"redo of “{label}” is not exact: {off}"
        self.states = self.stage.states()

    # What a hand does

    def press(self, chance: random.Random, text: str) -> None:
        for _ in range(chance.randrange(1, 4)):
            key, modifiers = chance.choice(KEYS)
            self.say(f"{modifiers.name or ''}+{key.name}")
            QTest.keyClick(QApplication.focusWidget() or self.stage.start.window, key, modifiers)
            if self.stage.locked:
                return
            self.stage.settle()

    def click(self, chance: random.Random, text: str) -> None:
        buttons = [one for one in self.stage.start.window.findChildren(QAbstractButton) if can_be_used(one)]
        if buttons:
            button = chance.choice(buttons)
            self.say(f"“{button.accessibleName() or button.text()}”")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, chance: random.Random, text: str) -> None:
        """A row of a list."""
        lists = [one for one in self.stage.start.window.findChildren(QAbstractItemView) if can_be_used(one)]
        lists = [one for one in lists if one.model() is not None and one.model().rowCount()]
        if lists:
            view = chance.choice(lists)
            index = view.model().index(chance.randrange(view.model().rowCount()), 0)
            self.say(f"row {index.row()} of “{view.accessibleName()}”")
            view.scrollTo(index)
            QTest.mouseClick(
                view.viewport(), Qt.MouseButton.LeftButton, NONE, view.visualRect(index).center()
            )

    def type(self, chance: random.Random, text: str) -> None:
        """A word of its own, which must be seen again, among whatever else there is to type."""
        field = self._field(chance)
        if field is None:
            return
        self.words += 1
        word = f"w{self.words}x"
        field.setFocus()
        if chance.random() < 0.3:
            self._commit(field, text[:3000])
        if chance.random() < 0.4:
            field.selectAll()
        self.say(f"{word} into “{field.accessibleName()}”")
        QTest.keyClicks(field, f" {word} ")
        taken = word in text_in(field)
        self.stage.settle()
        if not taken or self.stage.locked:
            return
        self.stage.flush()
        there = "".join(words_in(value) for state in self.stage.states().values() for value in state.values())
        assert word in there or word in self.stage.on_screen(), f"{word} was typed and is nowhere"

    def compose(self, chance: random.Random, text: str) -> None:
        """An input method composes, and commits or not."""
        field = self._field(chance)
        if field is None:
            return
        field.setFocus()
        self.say(f"into “{field.accessibleName()}”")
        QApplication.sendEvent(field, QInputMethodEvent("にほんご", []))
        if chance.random() < 0.7:
            self._commit(field, "日本語")

    def paste(self, chance: random.Random, text: str) -> None:
        field = self._field(chance)
        if field is None:
            return
        data = QMimeData()
        data.setText(text[:20_000])
        if chance.random() < 0.5:
            data.setHtml(f"<ul><li><b>{text[:2_000]}</b></li></ul><script>1</script>")
        QGuiApplication.clipboard().setMimeData(data)
        field.setFocus()
        self.say(f"into “{field.accessibleName()}”")
        QTest.keyClick(field, KEY.Key_V, CTRL)

    def drop(self, chance: random.Random, text: str) -> None:
        field = self._field(chance)
        if field is None:
            return
        data = QMimeData()
        data.setText(f"dropped {text[:500]}")
        self.say(f"on “{field.accessibleName()}”")
        target: QWidget = field if isinstance(field, QLineEdit) else field.viewport()
        where = QPointF(QPoint(5, 5))
        button = Qt.MouseButton.LeftButton
        for kind in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            if kind is QEvent.Type.Drop:
                event = QDropEvent(where, Qt.DropAction.CopyAction, data, button, NONE)
                QApplication.sendEvent(target, event)

    def command(self, chance: random.Random, text: str) -> None:
        """Anything of the palette, by its name."""
        command = chance.choice(self.stage.sitting.keys.everything())
        self.say(f"“{command.name}”")
        command.run()

    def palette(self, chance: random.Random, text: str) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.stage.start.window, KEY.Key_K, CTRL)
        self.stage.settle()
        field = QApplication.focusWidget()
        if field is not None:
            QTest.keyClicks(field, chance.choice(("new", "go to lark", "share", "undo", "reflect", "zz")))
            QTest.keyClick(field, chance.choice((KEY.Key_Return, KEY.Key_Escape)))

    def back_and_forth(self, chance: random.Random, text: str) -> None:
        """Undo and Redo, or the other way round: all is as it was."""
        sitting = self.stage.sitting
        first, second = chance.choice(((sitting.undo, sitting.redo), (sitting.redo, sitting.undo)))
        self.stage.flush()
        before, names = self.stage.states(), sitting.next_acts
        first()
        self.stage.settle()
        between = self.stage.states()
        if between == before:
            return
        second()
        self.stage.settle()
        self.say(f"{names}")
        after = self.stage.states()
        for codename in before.keys() & after.keys():
            off = apart(before[codename], after[codename])
            assert not off, f"Undo and Redo of {names} are not exact: {off}"

    def undo(self, chance: random.Random, text: str) -> None:
        for _ in range(chance.randrange(1, 4)):
            chance.choice((self.stage.sitting.undo, self.stage.sitting.undo, self.stage.sitting.redo))()
            self.stage.settle()

    def resize(self, chance: random.Random, text: str) -> None:
        self.stage.start.window.resize(chance.choice((960, 1100, 1600)), chance.choice((620, 800, 1200)))

    def lock(self, chance: random.Random, text: str) -> None:
        """All words that are kept stay; what was typed and not kept yet is there again, or kept."""
        before = self.stage.states()
        self.stage.lock()
        assert self.stage.start.window.windowTitle() == TITLE, "something private is in the title"
        self.stage.follow()
        self.check_words_stay(before)

    def kill(self, chance: random.Random, text: str) -> None:
        self.stage.flush()
        before = self.stage.states()
        self.stage.kill()
        self.check_words_stay(before)

    def leave(self, chance: random.Random, text: str) -> None:
        before = self.stage.states()
        self.stage.close()
        self.check_words_stay(before)

    # Inside

    def check_words_stay(self, before: Mapping[str, State]) -> None:
        after = self.stage.states()
        for codename, state in before.items():
            now = after[codename]
            for id, value in state.items():
                was, still = words_in(value), words_in(now.get(id))
                assert len(still) >= len(was), f"words of a {type(value).__name__} did not survive"

    def _field(self, chance: random.Random) -> TextField | None:
        fields = list(self.stage.fields())
        return chance.choice(fields) if fields else None

    def _commit(self, field: QWidget, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)

    def teardown(self) -> None:
        try:
            self.stage.end()
        finally:
            self.hear_no_more()

    def hear_no_more(self) -> None:
        self.senses.end()
        self.ids.end()


Hand = Callable[[AnyHand, random.Random, str], None]

_STEPS: tuple[tuple[Hand, int], ...] = (
    (AnyHand.type, 20),
    (AnyHand.press, 18),
    (AnyHand.click, 18),
    (AnyHand.command, 16),
    (AnyHand.choose, 8),
    (AnyHand.undo, 5),
    (AnyHand.back_and_forth, 5),
    (AnyHand.paste, 5),
    (AnyHand.compose, 4),
    (AnyHand.drop, 3),
    (AnyHand.palette, 3),
    (AnyHand.resize, 2),
    (AnyHand.lock, 2),
    (AnyHand.kill, 1),
    (AnyHand.leave, 1),
)
