"""One act is one transaction, and one more generation of the journal."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from mentorjournal.errors import OpenedReadOnly
from mentorjournal.storage import keeping
from mentorjournal.storage.connection import Connection


class Acts:
    """*count* grows with every act tried, so that what was remembered before one is known to be old; *failed*
    with every one that came to nothing.
    """

    def __init__(self, db: Connection) -> None:
        self.db = db
        self.count = 0
        self.failed = 0
        self._within = False

    @contextlib.contextmanager
    def one(self) -> Iterator[None]:
        """Keep everything done inside, or nothing. An act within an act is part of it.

        Raises OpenedReadOnly.
        """
        if self.db.read_only:
            raise OpenedReadOnly
        self.count += 1
        if self._within:
            with self.db.transaction():
                yield
            return
        self._within = True
        try:
            with self.db.transaction():
                yield
                keeping.next_generation(self.db)
        except BaseException:
            self.failed += 1
            self.count += 1  # what was remembered inside never came to be
            raise
        finally:
            self._within = False
