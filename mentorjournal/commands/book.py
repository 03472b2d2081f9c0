"""The command that binds a whole journal as a book."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mentorjournal.commands.common import Commands, Opened, day_typed, on_journal, pdf_password, with_password
from mentorjournal.commands.giving import refuse_taken


def offer(commands: Commands) -> None:
    book = on_journal(commands.add_parser("book", help="bind the whole journal as a book, for you alone"))
    book.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    book.add_argument(
        "--from", dest="since", type=day_typed, metavar="DATE", help="from the beginning if not"
    )
    book.add_argument("--to", dest="until", type=day_typed, metavar="DATE", help="up to the end if not given")
    book.add_argument("--size", choices=("A4", "Letter"), default="A4")
    whose = book.add_mutually_exclusive_group()
    whose.add_argument("--without-their-words", action="store_true", help="leave out what your partner said")
    whose.add_argument("--only-mine", action="store_true", help="leave out all that is not your own")
    book.add_argument("--codename", action="store_true", help="put the journal's codename on the cover")
    with_password(book)
    book.set_defaults(act=_book)


def _book(arguments: argparse.Namespace) -> int:
    from mentorjournal.book.choice import BookChoice, Words, checked
    from mentorjournal.book.making import make_book
    from mentorjournal.model.export import ExportKind
    from mentorjournal.sharing.leaving import write_out

    words = Words.WITHOUT_THEIRS if arguments.without_their_words else Words.ALL
    choice = checked(
        BookChoice(
            words=Words.ONLY_MINE if arguments.only_mine else words,
            since=arguments.since,
            until=arguments.until,
            size=arguments.size,
            codename=arguments.codename,
        )
    )
    refuse_taken(arguments.out)
    with Opened(arguments) as shelf:
        password = pdf_password(arguments)
        journal = shelf.named(arguments.journal).journal
        book = make_book(journal, choice, password=password)
        if book.missing:
            print(
                f"No font here shows these characters, so their names stand there: {book.missing}",
                file=sys.stderr,
            )
        write_out(journal, ExportKind.BOOK, arguments.out, book.pdf)
    return 0
