"""The lock, against everything that somebody may be in the middle of."""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter
from pathlib import Path

from mentorjournal.model.blocks import to_plain
from tests.faults.trial import Outcome, Profile, Trial

JOURNALS = ("Kestrel", "Wagtail")
ALLOWED = "Mentor Journal"


class Race:
    """One window after the other: what is checked of one is where the next race begins."""

    def __init__(self, base: Path, seed: int) -> None:
        from tests.faults.lock_acts import Acts
        from tests.faults.window_hands import Hands

        self.chance = random.Random(seed)
        self.hands = Hands(base, *JOURNALS)
        self.acts = Acts(self.hands, self.chance)
        self.names = self.chance.sample(sorted(self.acts.all()), len(self.acts.all()))
        self.blank: list[float] = []
        self.kinds: Counter[str] = Counter()

    def run(self) -> None:
        """Raise AssertionError with what went wrong."""
        hands, chance = self.hands, self.chance
        name = self.names[sum(self.kinds.values()) % len(self.names)]
        ends = chance.random() < 0.1
        self.kinds[name] += 1
        sitting = hands.sitting if hands.start is not None else hands.open()
        if sitting.desk.journal is None or sitting.desk.journal.relationship.codename != JOURNALS[0]:
            sitting.open_journal(next(id for id, codename in sitting.codenames if codename == JOURNALS[0]))
            hands.settle()
        if hands.editor() is None or len(self.acts.editor.toPlainText()) > 400:
            sitting.act("reflect")
            hands.settle()
        self.acts.editor.setFocus()
        self.acts.composed = ""
        before: dict[str, object] = {}

        def lock() -> None:
            nonlocal ends
            self._note(before)
            begun = time.perf_counter()
            if closed := ends and chance.random() < 0.5:
                hands.window.close()
            sitting.locking.lock()
            self._covered(name)
            if not ends:
                hands.turn()
                self.blank.append(time.perf_counter() - begun)
            else:
                hands.turn(chance.randrange(4))
                ends = closed or not hands.replaced  # a quick lock is done by now: there is nothing to close
                if ends:
                    hands.window.close()

        self.acts.all()[name](lock)
        hands.until(lambda: bool(hands.replaced) or hands.window.isHidden(), f"the lock while {name}")
        assert ends == (not hands.replaced), f"{name}: {'replaced' if hands.replaced else 'closed'} wrongly"
        hands.dispose()
        hands.open()
        self._compare(name, before)

    def _note(self, before: dict[str, object]) -> None:
        """Where the writer is and what stands there, in the moment before the trigger."""
        if before:
            return
        from ui.sitting import Sitting

        sitting: Sitting = self.hands.sitting
        editor = self.hands.editor()
        journal = sitting.desk.journal
        before["journal"] = journal.relationship.codename if journal is not None else None
        before["tab"] = sitting.desk.tab
        before["captured"] = sitting.keys.capture.typed() + self.acts.composed
        before["shown"] = editor is not None
        if editor is not None:
            preedit = editor.textCursor().block().layout().preeditAreaText()
            at = editor.textCursor().position()
            text = editor.toPlainText()
            before["text"] = text[:at] + preedit + text[at:]
            before["cursor"] = at + len(preedit)

    def _covered(self, name: str) -> None:
        from tests.faults.lock_acts import open_dialogs

        hands = self.hands
        assert hands.window.room is hands.sitting.covering.view, f"{name}: the page is not covered"
        assert not open_dialogs(hands), f"{name}: {open_dialogs(hands)} stands above the cover"
        told = "\n".join(hands.told())
        assert not any(word in told for word in JOURNALS), f"{name}: a codename can be read under the lock"
        assert hands.window.windowTitle() == ALLOWED, f"{name}: the title says more than the program's name"

    def _compare(self, name: str, before: dict[str, object]) -> None:
        hands = self.hands
        sitting = hands.sitting
        kept: list[str] = []

        def read() -> list[str]:
            found = []
            for card in sitting.desk.shelf.cards():
                journal = sitting.desk.shelf.open(card.id).journal
                found += [to_plain(one.text) for one in journal.reflections.all()]
            return found

        sitting.tasks.run(read, done=kept.extend, failed=_raise)
        hands.settle()
        text = str(before.get("text", ""))
        assert not text.strip() or any(text.strip() == one.strip() for one in kept), (
            f"{name}: {len(text)} characters are not in the journal as they stood"
        )
        journal = sitting.desk.journal
        now = journal.relationship.codename if journal is not None else None
        assert before["journal"] in (None, now), f"{name}: another journal is in front"
        if before["journal"] is not None:
            assert before["tab"] == sitting.desk.tab, f"{name}: {sitting.desk.tab} for {before['tab']}"
        assert before["captured"] in ("", sitting.keys.capture.typed()) or before["journal"] is None, (
            f"{name}: the words of the topic are gone"
        )
        editor = hands.editor()
        if before["shown"] and text.strip():
            assert editor is not None and editor.toPlainText() == text, f"{name}: another entry lies open"
            cursor = editor.textCursor().position()
            assert cursor == before["cursor"], f"{name}: the cursor stands at {cursor}"


def _raise(error: Exception) -> None:
    raise error


def races(profile: Profile, folder: Path) -> Outcome:
    race = Race(folder, profile.seed)
    short: list[str] = []
    tried = 0
    with race.hands.watching():
        for number in range(profile.pick(quick=8, full=1_000)):
            tried += 1
            race.hands.errors.clear()
            try:
                race.run()
            except AssertionError as error:
                short.append(f"seed {profile.seed}, race {number}: {error}")
                race.hands.give_up()
            short += [f"seed {profile.seed}, race {number}: {error}" for error in race.hands.errors]
        race.hands.end()
    kinds = ", ".join(f"{count} {name}" for name, count in sorted(race.kinds.items()))
    slowest = max(race.blank, default=0) * 1e3
    middle = statistics.median(race.blank or [0]) * 1e3
    return Outcome(
        tried,
        "locks in the middle of something",
        tuple(short),
        f"{kinds}; from the trigger to the covered screen {middle:.0f} ms, at most {slowest:.0f} ms",
    )


TRIALS = (
    Trial(
        "lockraces",
        "nothing typed is lost, nothing shows above the lock, the same place comes back",
        races,
        room="window",
    ),
)
