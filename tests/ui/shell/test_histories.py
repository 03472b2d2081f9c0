"""What can be taken back: in each journal, and of what was done from Today."""

from __future__ import annotations

from mentorjournal.model.card import JournalId
from mentorjournal.model.change import Change
from ui.shell.histories import Histories

HERON, LARK = JournalId("heron"), JournalId("lark")


def change(label: str) -> Change:
    return Change(label=label, undo=lambda: change(f"way back of {label}"))


def done_from_today(histories: Histories, journal: JournalId, label: str) -> None:
    histories.remember(journal, change(label), from_above=True)


def take(histories: Histories, journal: JournalId | None, *, redo: bool = False) -> str:
    """Take back the next act and say which it was; nothing when there is none."""
    step = histories.take(journal, redo=redo)
    if step is None or step.change.undo is None:
        return ""
    histories.taken(step, step.change.undo())
    return f"{step.journal}: {step.change.label}"


def test_from_today_the_last_act_over_all_journals_goes_first() -> None:
    histories = Histories()
    done_from_today(histories, HERON, "one")
    done_from_today(histories, LARK, "two")
    done_from_today(histories, HERON, "three")
    assert histories.names(None) == ("three", "")
    assert [take(histories, None) for _ in range(4)] == ["heron: three", "lark: two", "heron: one", ""]
    assert take(histories, None, redo=True) == "heron: way back of one"
    assert take(histories, None, redo=True) == "lark: way back of two"
    assert histories.names(None)[0] == "way back of way back of two"


def test_what_was_done_in_a_journal_since_stands_in_the_way_there_alone() -> None:
    histories = Histories()
    done_from_today(histories, LARK, "early")
    done_from_today(histories, HERON, "late")
    histories.remember(HERON, change("in the journal"))
    assert take(histories, None) == "lark: early"
    assert take(histories, None) == ""
    assert take(histories, HERON) == "heron: in the journal"
    assert take(histories, None) == "heron: late"


def test_an_act_from_today_can_be_taken_back_in_its_journal_once() -> None:
    histories = Histories()
    done_from_today(histories, HERON, "one")
    assert take(histories, HERON) == "heron: one"
    assert take(histories, None) == ""
    assert histories.names(HERON) == ("", "way back of one")


def test_what_failed_stands_where_it_stood() -> None:
    histories = Histories()
    done_from_today(histories, HERON, "one")
    step = histories.take(None, redo=False)
    assert step is not None
    assert histories.names(None) == ("", "")
    histories.put_back(step)
    assert histories.names(None) == ("one", "")


def test_what_cannot_be_taken_back_is_not_remembered() -> None:
    histories = Histories()
    histories.remember(HERON, Change(label="final"), from_above=True)
    assert histories.names(None) == ("", "")
    assert take(histories, HERON) == ""
