"""The session page put together: the frame, During, and whatever other openings there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from mentorjournal.model.clock import Clock
from ui.desk import Outside
from ui.draft import Runner
from ui.pages.session.contact import ContactPresenter
from ui.pages.session.frame import SessionFramePresenter
from ui.pages.session.frame_view import SessionFrameView
from ui.pages.session.head import HeadPresenter
from ui.pages.session.opening import EntryRoom, Opening
from ui.pages.session.presenter import SessionPresenter
from ui.pages.session.quiet_clock import QuietClock
from ui.pages.session.timing import Timing
from ui.pages.session.view import SessionView
from ui.theme.theme import Theme


class Topics(EntryRoom, Protocol):
    """The agenda beside the notes."""

    def discuss_next(self) -> None: ...


@dataclass(frozen=True, slots=True)
class SessionRoom:
    """The frame for the list of entries; During beside it, for tests and for the tour."""

    presenter: SessionFramePresenter
    view: SessionFrameView
    during: SessionPresenter
    during_view: SessionView


def build_session_room(
    theme: Theme,
    tasks: Runner,
    outside: Outside,
    clock: Clock,
    *,
    openings: Mapping[Opening, tuple[EntryRoom, QWidget]] | None = None,
    topics: tuple[Topics, QWidget] | None = None,
    agenda: EntryRoom | None = None,
) -> SessionRoom:
    """*openings* are Before and After, as far as there are any; *topics* stand beside During, and *agenda*
    is the room of the topics that Before shows in itself.
    """
    view = SessionFrameView(theme)
    during_view = SessionView(theme)
    discuss_next: Callable[[], None] | None = None
    if topics is not None:
        during_view.set_side(topics[1])
        discuss_next = topics[0].discuss_next
    during = SessionPresenter(during_view, tasks, outside, clock, discuss_next=discuss_next)
    during_view.bind(during)
    quiet_clock = QuietClock(clock)
    head = HeadPresenter(view.head, tasks, outside, clock, begun=quiet_clock.has_begun)
    view.head.bind(head)
    contact = ContactPresenter(view.contact, tasks, outside, clock)
    view.contact.bind(contact)
    sides: dict[Opening, EntryRoom] = {}
    if topics is not None:
        sides[Opening.DURING] = topics[0]
    if agenda is not None:
        sides[Opening.BEFORE] = agenda
    pairs = {Opening.DURING: (during, during_view), **(openings or {})}
    presenter = SessionFramePresenter(
        view,
        tasks,
        outside,
        clock,
        head=head,
        timing=Timing(view, quiet_clock),
        during=during,
        contact=contact,
        openings={opening: pairs[opening][0] for opening in Opening if opening in pairs},
        sides=sides,
    )
    for opening in Opening:
        if opening in pairs:
            view.add_opening(opening, pairs[opening][1])
    view.bind(presenter)
    return SessionRoom(presenter, view, during, during_view)
