"""The Agreement page of an opened journal, built, with the acts it lends to the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mentorjournal.model.clock import Clock
from ui.pages.agreement.presenter import AgreementPresenter
from ui.pages.agreement.view import AgreementView
from ui.shell.agreement_commands import (
    AGREE,
    CHANGE,
    LOOK_BACK,
    PRINT,
    READ_FORM,
    SAVE_FORM,
    WALK,
    WALK_BACK,
)
from ui.shell.locking import CountingTasks
from ui.shell.page_outside import PageOutside
from ui.theme.theme import Theme


def build_agreement(
    theme: Theme, tasks: CountingTasks, outside: PageOutside, clock: Clock
) -> tuple[AgreementPresenter, AgreementView]:
    view = AgreementView(theme)
    presenter = AgreementPresenter(view, tasks, outside, clock)
    view.bind(presenter)
    return presenter, view


def agreement_acts(presenter: AgreementPresenter, view: AgreementView) -> dict[str, Callable[[], None]]:
    """What is done on the page, by the names that the keys know."""
    return {
        AGREE: view.agree,
        WALK: partial(presenter.walk, True),
        WALK_BACK: partial(presenter.walk, False),
        LOOK_BACK: presenter.look_back,
        CHANGE: view.change,
        PRINT: presenter.ask_paper,
        SAVE_FORM: view.wish_form,
        READ_FORM: view.wish_reading,
    }
