"""The primers: one after the other or any of them, for one role at a time, and which were read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from mentorjournal.model.change import Change
from mentorjournal.model.words import Role
from mentorjournal.primers import IDS, PRIMERS, READ, Primer, as_setting, primers, read_of
from ui.pages.primers.contract import (
    OpenJournal,
    Outside,
    PrimerRow,
    PrimerShown,
    PrimersView,
    Runner,
    Store,
)


@dataclass(frozen=True, slots=True)
class _Known:
    primers: tuple[Primer, ...]
    read: frozenset[str]


class PrimersPresenter:
    """Needs no journal; with one open, its role is the one that is spoken to until another is chosen."""

    def __init__(self, view: PrimersView, tasks: Runner, store: Store, outside: Outside) -> None:
        self._view = view
        self._tasks = tasks
        self._store = store
        self._outside = outside
        self._role = Role.MENTEE
        self._chosen = ""
        self._known: _Known | None = None

    # What every page does

    def open(self, journal: OpenJournal) -> None:
        self._role = journal.relationship.my_role
        self._show()

    def flush(self) -> None:
        """Nothing is written here."""

    def close(self) -> None:
        """Nothing here belongs to the journal that is left."""

    def place(self) -> dict[str, object]:
        return {"primer": self._chosen}

    def restore(self, place: dict[str, object]) -> None:
        if place.get("primer") in IDS:
            self._chosen = str(place["primer"])

    def refresh(self, change: Change) -> None:
        """No change touches a primer."""

    def shown(self) -> dict[str, object]:
        """Which primer lies open, and for whom."""
        return {"primer": self._chosen, "role": self._role.value}

    # What is asked for

    def show(self, id: str = "", role: Role | None = None) -> None:
        """Show this primer, or the one it was left at, or the first that was not read; for *role*, or as it
        was.
        """
        self._role = role or self._role
        self._chosen = id or self._chosen
        if self._known is not None:
            self._show()
            self._view.focus_text()
            return
        self._tasks.run(self._read, done=self._arrived, failed=self._outside.problem)

    def choose(self, id: str) -> None:
        if id != self._chosen:
            self._chosen = id
            self._show()

    def read_as(self, role: Role) -> None:
        if role is not self._role:
            self._role = role
            self._show()

    def go(self, by: int) -> None:
        """Turn to a neighbour. Going on from a primer says that it was read."""
        at = IDS.index(self._chosen) if self._chosen in IDS else 0
        if self._known is None or not 0 <= at + by < len(IDS):
            return
        if by > 0:
            self.has_read()
        self._chosen = IDS[at + by]
        self._show()

    def has_read(self) -> None:
        """The primer that lies open was read to its end."""
        known, id = self._known, self._chosen
        if known is None or id in known.read:
            return
        self._known = _Known(known.primers, known.read | {id})
        self._show_rows()
        self._tasks.run(partial(self._keep, id), done=self._kept, failed=self._outside.problem)

    # On the vault's thread

    def _read(self) -> _Known:
        return _Known(primers(), read_of(self._store.setting(READ)))

    def _keep(self, id: str) -> None:
        self._store.set_setting(READ, as_setting({*read_of(self._store.setting(READ)), id}))

    # Inside

    def _arrived(self, known: _Known) -> None:
        self._known = known
        if not self._chosen:
            self._chosen = next((id for id in IDS if id not in known.read), IDS[0])
        self._show()
        self._view.focus_text()

    def _kept(self, _: None) -> None:
        self._outside.changed(Change(label="Read a primer", touched=frozenset({PRIMERS})))

    def _show(self) -> None:
        self._view.show_role(self._role)
        known = self._known
        if known is None:
            return
        self._show_rows()
        at = IDS.index(self._chosen)
        titles = ["", *(one.title for one in known.primers), ""]
        self._view.show_primer(
            PrimerShown(
                id=self._chosen,
                title=known.primers[at].title,
                text=known.primers[at].text(self._role),
                sources=known.primers[at].sources,
                before=titles[at],
                after=titles[at + 2],
            )
        )

    def _show_rows(self) -> None:
        known = self._known
        if known is not None:
            rows = [
                PrimerRow(one.id, one.title, one.minutes(self._role), one.id in known.read)
                for one in known.primers
            ]
            self._view.show_rows(rows, self._chosen)
