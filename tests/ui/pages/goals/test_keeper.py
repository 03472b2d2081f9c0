from __future__ import annotations

from threading import Event

from mentorjournal.model.goal import Goal
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.words import GoalStatus
from tests.ui.pages.acting import TODAY, Desk
from tests.ui.pages.goals.conftest import Outside
from ui.pages.goals.keeper import Keeper


def test_an_act_reads_what_is_linked_to_the_goal_that_was_shown_when_it_began(
    desk: Desk, outside: Outside
) -> None:
    keeper = Keeper(desk.tasks, outside, list)
    opened = desk.begin()
    goal = Goal(id=new_entry_id(), day=TODAY, title="Speak first")
    desk.do(lambda: opened.journal.goals.add(goal))
    keeper.begin(opened)
    desk.settle()
    keeper.shown = goal.id
    begun = Event()
    desk.tasks.run(begun.wait, done=bool, failed=repr)
    keeper.act(lambda journal: journal.goals.settle(goal.id, GoalStatus.ON_HOLD, ""), list, print)
    keeper.shown = None
    begun.set()
    desk.settle()
    assert keeper.read.linked_to == goal.id
