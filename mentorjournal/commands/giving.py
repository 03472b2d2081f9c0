"""What commands hand out: a paper as a new file or to read here, and never over a file that is there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.errors import AlreadyThere

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.journal.journal import Journal
    from mentorjournal.model.export import ExportKind
    from mentorjournal.model.paper import Paper


def refuse_taken(out: Path | None) -> None:
    """Before the passphrase is asked for: nobody wants to type it for nothing."""
    if out is not None and out.exists():
        raise AlreadyThere(out.name)


def give(paper: Paper, out: Path | None) -> None:
    """The paper as a new PDF, or as text to read here."""
    from mentorjournal.files import write_whole
    from mentorjournal.pdf import missing_characters, render
    from mentorjournal.sharing.plain import as_text

    if out is None:
        print(as_text(paper), end="")
        return
    if missing := missing_characters(paper):
        print(f"No font here shows these characters, so their names stand there: {missing}", file=sys.stderr)
    write_whole(out, render(paper), replace=False)


def give_from(journal: Journal, what: ExportKind, paper: Paper, out: Path | None) -> None:
    """A paper that is made from a journal, which remembers the file by its name."""
    from mentorjournal.sharing.leaving import note

    give(paper, out)
    if out is not None:
        note(journal, what, out.name)
