"""The Share page of an opened journal, built, with the acts it lends to the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mentorjournal.model.clock import Clock
from ui.pages.share.contract import Step
from ui.pages.share.presenter import SharePresenter
from ui.pages.share.view import ShareView
from ui.shell import share_commands as by_name
from ui.shell.locking import CountingTasks
from ui.shell.page_outside import PageOutside
from ui.theme.theme import Theme


def build_share(
    theme: Theme, tasks: CountingTasks, outside: PageOutside, clock: Clock
) -> tuple[SharePresenter, ShareView]:
    view = ShareView(theme)
    presenter = SharePresenter(view, tasks, outside, clock)
    view.bind(presenter)
    view.reader.book_wanted.connect(partial(outside.wish, "book"))
    return presenter, view


def share_acts(presenter: SharePresenter, view: ShareView) -> dict[str, Callable[[], None]]:
    """What is done on the page, by the names that the keys know."""
    steps = {
        by_name.READER: Step.READER,
        by_name.LINES: Step.LINES,
        by_name.CHECKS: Step.CHECKS,
        by_name.LOOK: Step.LOOK,
        by_name.SAVE_STEP: Step.SAVE,
        by_name.EARLIER: Step.EARLIER,
    }
    return {
        **{name: partial(view.open_step, step) for name, step in steps.items()},
        by_name.ON: view.go_on,
        by_name.BACK: view.go_back,
        by_name.SAVE: view.go_and_save,
        by_name.COPY: view.go_and_copy,
        by_name.ROLES: view.use_roles,
        by_name.LOOK_AGAIN: presenter.look_again,
        by_name.TAKE_BACK: presenter.take_back,
        by_name.CHANGES: view.only_changes,
    }
