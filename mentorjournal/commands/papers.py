"""Commands that make papers for a session: the brief to read, the agenda to send."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.commands.common import Commands, Opened, day_typed, on_journal
from mentorjournal.commands.giving import give_from, refuse_taken
from mentorjournal.errors import NothingPlanned

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.journal.journal import Journal
    from mentorjournal.model.session import Session


def offer(commands: Commands) -> None:
    brief = _on_session(commands.add_parser("brief", help="read what to prepare a session with"))
    brief.add_argument(
        "--their-words", action="store_true", help="with what your partner said, word for word"
    )
    brief.set_defaults(act=_brief)

    agenda = _on_session(commands.add_parser("agenda", help="write the agenda for your partner"))
    agenda.set_defaults(act=_agenda)


def _on_session(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    on_journal(parser)
    parser.add_argument(
        "--session", type=day_typed, metavar="DATE", help="of that day; the next planned one if not given"
    )
    parser.add_argument("--out", type=Path, metavar="FILE.pdf", help="as PDF; as text here if not given")
    return parser


def _brief(arguments: argparse.Namespace) -> int:
    from mentorjournal.guidance.prepared import prepared
    from mentorjournal.model.export import ExportKind
    from mentorjournal.model.words import Role
    from mentorjournal.sharing.brief_paper import preparation_paper

    refuse_taken(arguments.out)
    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        session = _session(journal, arguments.session)
        known = prepared(journal, session.id, journal.today())
        mentee = journal.relationship().my_role is Role.MENTEE
        what = ExportKind.PREPARATION if mentee else ExportKind.BRIEF
        paper = preparation_paper(known, their_words=arguments.their_words)
        give_from(journal, what, paper, arguments.out)
    return 0


def _agenda(arguments: argparse.Namespace) -> int:
    from mentorjournal.guidance.agenda import session_agenda
    from mentorjournal.model.export import ExportKind
    from mentorjournal.sharing.agenda_paper import agenda_paper

    refuse_taken(arguments.out)
    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        session = _session(journal, arguments.session)
        paper = agenda_paper(session_agenda(journal, session.id))
        give_from(journal, ExportKind.AGENDA, paper, arguments.out)
    return 0


def _session(journal: Journal, day: date | None) -> Session:
    from mentorjournal.guidance.material import next_session, session_on

    found = next_session(journal, journal.today()) if day is None else session_on(journal, day)
    if found is None:
        raise NothingPlanned(day)
    return found
