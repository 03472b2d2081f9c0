"""Commands that write down what has been: the record of a review, and the copy that is handed over."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.commands.common import Commands, Opened, on_journal, readable
from mentorjournal.commands.giving import give_from, refuse_taken
from mentorjournal.errors import InvalidInput

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.journal.journal import Journal
    from mentorjournal.model.review import Review


def offer(commands: Commands) -> None:
    review = _to_file(commands.add_parser("review", help="write the record of a finished review as PDF"))
    review.add_argument(
        "--kind", metavar="KIND", choices=_kinds(), help=f"the newest of its kind: {'; '.join(_kinds())}"
    )
    review.add_argument("--theirs", action="store_true", help="with what your partner answered")
    review.set_defaults(act=_review)

    handover = _to_file(
        commands.add_parser("handover", help="write the copy that the mentee takes along at the end, as PDF")
    )
    handover.set_defaults(act=_handover)


def _to_file(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    readable(on_journal(parser)).add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    return parser


def _review(arguments: argparse.Namespace) -> int:
    from mentorjournal.model.export import ExportKind
    from mentorjournal.sharing.review_paper import review_paper

    refuse_taken(arguments.out)
    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        review = _newest(journal, arguments.kind)
        paper = review_paper(review, journal.relationship().my_role, theirs=arguments.theirs)
        give_from(journal, ExportKind.REVIEW, paper, arguments.out)
    return 0


def _newest(journal: Journal, kind: str | None) -> Review:
    """The finished review that was held last. Raises InvalidInput when there is none."""
    done = (one for one in reversed(journal.reviews.all()) if one.done and kind in (None, one.kind.value))
    found = next(done, None)
    if found is None:
        such = "finished review of this kind" if kind else "finished review"
        raise InvalidInput(f"This journal has no {such}. Finish one first; a draft is not printed.")
    return found


def _handover(arguments: argparse.Namespace) -> int:
    from mentorjournal.model.export import ExportKind
    from mentorjournal.sharing.handover import handover_of
    from mentorjournal.sharing.handover_paper import handover_paper

    refuse_taken(arguments.out)
    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        give_from(journal, ExportKind.HANDOVER, handover_paper(handover_of(journal)), arguments.out)
    return 0


def _kinds() -> list[str]:
    from mentorjournal.model.words import ReviewKind

    return [kind.value for kind in ReviewKind]
