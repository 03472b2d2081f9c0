"""How long a session has been going on, to the minute and no closer. Nothing of it reaches the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentorjournal.model.clock import Clock
from mentorjournal.model.ids import EntryId

WARN_MINUTES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """*left* is set from five minutes before the end on; 0 once the planned time is over."""

    minutes: int
    planned: int
    running: bool
    left: int | None


class QuietClock:
    """Remembers for each session of this sitting when it began, whatever page is in front."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began: dict[EntryId, datetime] = {}
        self._stopped: dict[EntryId, int] = {}

    def has_begun(self, id: EntryId) -> bool:
        return id in self._began

    def begin(self, id: EntryId) -> None:
        """Start for this session, unless it runs or was stopped."""
        self._began.setdefault(id, self._clock())

    def stop(self, id: EntryId) -> None:
        if id in self._began and id not in self._stopped:
            self._stopped[id] = self._minutes(id)

    def go_on(self, id: EntryId) -> None:
        """Run again from where it was stopped."""
        if id in self._stopped:
            self._began[id] = self._clock() - timedelta(minutes=self._stopped.pop(id))

    def forget(self) -> None:
        """Let go of every session: the journal is closed."""
        self._began.clear()
        self._stopped.clear()

    def reading(self, id: EntryId, planned: int) -> Reading | None:
        """None while the session has not begun."""
        if id not in self._began:
            return None
        minutes = self._minutes(id)
        running = id not in self._stopped
        left = max(planned - minutes, 0)
        near = running and planned > WARN_MINUTES and left <= WARN_MINUTES
        return Reading(minutes=minutes, planned=planned, running=running, left=left if near else None)

    def place(self, id: EntryId) -> dict[str, object]:
        """What leads back to this state after the vault was locked."""
        if id not in self._began:
            return {}
        return {"began": self._began[id].isoformat(), "stopped": self._stopped.get(id)}

    def restore(self, id: EntryId, place: dict[str, object]) -> None:
        began, stopped = place.get("began"), place.get("stopped")
        if not isinstance(began, str) or id in self._began:
            return
        try:
            self._began[id] = datetime.fromisoformat(began)
        except ValueError:
            return
        if isinstance(stopped, int):
            self._stopped[id] = stopped

    def _minutes(self, id: EntryId) -> int:
        if id in self._stopped:
            return self._stopped[id]
        return max(int((self._clock() - self._began[id]).total_seconds() // 60), 0)
