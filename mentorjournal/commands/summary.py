"""The command that shares a progress summary: what leaves is chosen, shown, written, and remembered."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mentorjournal.commands.common import (
    Commands,
    Opened,
    WrongUsage,
    day_typed,
    on_journal,
    pdf_password,
    readable,
    with_password,
)
from mentorjournal.commands.giving import refuse_taken
from mentorjournal.commands.summary_choices import choose, redact, rows
from mentorjournal.errors import InvalidInput

if TYPE_CHECKING:  # what a command needs is imported when it runs: --help must be quick
    from mentorjournal.journal.journal import Journal
    from mentorjournal.model.paper import Paper
    from mentorjournal.model.shared import SharedSummary, SummaryFormat
    from mentorjournal.sharing.offer import Chosen, Offer

SUFFIXES = ("pdf", "md", "html", "txt")
SIZES = ("A4", "Letter")


def offer(commands: Commands) -> None:
    summary = with_password(
        on_journal(commands.add_parser("summary", help="share a progress summary as a file, and remember it"))
    )
    readable(summary)
    summary.add_argument(
        "--audience", required=True, metavar="WHO", choices=_audiences(), help="; ".join(_audiences())
    )
    summary.add_argument(
        "--from",
        dest="since",
        type=day_typed,
        metavar="DATE",
        help="from the last summary to this reader, or from the beginning, if not given",
    )
    summary.add_argument(
        "--to", dest="until", type=day_typed, metavar="DATE", help="until today if not given"
    )
    summary.add_argument("--out", type=Path, metavar="FILE", help="FILE.pdf, .md, .html or .txt")
    summary.add_argument(
        "--format", metavar="FORMAT", choices=SUFFIXES, help=f"{', '.join(SUFFIXES)}; told by FILE's ending"
    )
    summary.add_argument(
        "--size", metavar="SIZE", choices=SIZES, default=SIZES[0], help="of the page: A4 or Letter"
    )
    summary.add_argument(
        "--consent", type=day_typed, metavar="DATE", help="when your mentee agreed to a third party"
    )
    _choosing(summary)
    summary.set_defaults(act=_summary)


def _choosing(summary: argparse.ArgumentParser) -> None:
    summary.add_argument(
        "--dry-run", action="store_true", help="print the lines that would leave; write and keep nothing"
    )
    summary.add_argument(
        "--lines", action="store_true", help="print every line on offer with its ID; write and keep nothing"
    )
    summary.add_argument(
        "--leave-out",
        action="append",
        default=[],
        metavar="ID",
        help="leave this line out; a goal's own line takes the whole goal along; may be repeated",
    )
    summary.add_argument(
        "--also",
        action="append",
        default=[],
        metavar="SECTION",
        help="with a section that is not ticked at first, such as signatures; may be repeated",
    )
    summary.add_argument(
        "--redact",
        action="store_true",
        help="put roles or initials for names, leave out addresses, numbers and sensitive words, and say how"
        " many",
    )
    summary.add_argument("--support", default="", metavar="TEXT", help="what support is asked for")
    summary.add_argument("--on-track", default="", metavar="WORD", help="how it stands, in one of its words")
    summary.add_argument(
        "--since-last", action="store_true", help="only what has changed since the last one to this reader"
    )


def _summary(arguments: argparse.Namespace) -> int:
    from mentorjournal.guidance.people import known_of

    looking = arguments.dry_run or arguments.lines
    format = None if looking else _format(arguments)
    if arguments.since and arguments.until and arguments.until < arguments.since:
        raise InvalidInput("The period ends before it begins. Exchange --from and --to.")
    if not looking:
        refuse_taken(arguments.out)
    with Opened(arguments) as shelf:
        journal = shelf.named(arguments.journal).journal
        before = _before(journal, arguments)
        offered = _offered(journal, arguments, before)
        chosen = choose(offered, arguments)
        if arguments.redact:
            chosen = redact(offered, chosen, known_of(journal))
        if format is None:
            _show(journal, offered, chosen, before, arguments)
        else:
            _share(journal, offered, chosen, before, format, arguments)
    return 0


def _before(journal: Journal, arguments: argparse.Namespace) -> SharedSummary | None:
    """What this reader was given last. Raises InvalidInput where its changes are wanted and there is none."""
    from mentorjournal.model.words import Audience

    found = journal.shared.last(Audience(arguments.audience))
    if found is None and arguments.since_last:
        raise InvalidInput(
            "Nothing was shared with this reader yet, so there is nothing to compare with. Share the whole"
            " summary first."
        )
    return found


def _offered(journal: Journal, arguments: argparse.Namespace, before: SharedSummary | None) -> Offer:
    from mentorjournal.model.words import Audience
    from mentorjournal.sharing.facts import source_of
    from mentorjournal.sharing.period import usual_period
    from mentorjournal.sharing.summary import offer as offer_of

    source = source_of(journal)
    usual, until = usual_period(source, before, arguments.until or journal.today())
    if before is not None and arguments.since_last:  # what is compared begins where the other began
        usual = min(before.since, until)
    return offer_of(source, Audience(arguments.audience), arguments.since or usual, until)


def _show(
    journal: Journal,
    offered: Offer,
    chosen: Chosen,
    before: SharedSummary | None,
    arguments: argparse.Namespace,
) -> None:
    from mentorjournal.model.shared import SummaryFormat
    from mentorjournal.sharing.formats import as_words
    from mentorjournal.sharing.summary import leaves

    if arguments.lines:
        for row in rows(offered, chosen):
            print(row)
    elif arguments.since_last:
        paper = _paper(journal, offered, chosen, before, arguments)
        print(as_words(paper, SummaryFormat.TEXT), end="")
    else:
        for line in leaves(offered, chosen):
            print(line)


def _share(
    journal: Journal,
    offered: Offer,
    chosen: Chosen,
    before: SharedSummary | None,
    format: SummaryFormat,
    arguments: argparse.Namespace,
) -> None:
    from mentorjournal.model.shared import SummaryFormat
    from mentorjournal.pdf import missing_characters
    from mentorjournal.sharing import formats
    from mentorjournal.sharing.giving import Draft, share
    from mentorjournal.sharing.summary import shared_lines

    password = pdf_password(arguments)
    formats.check_password(format, password)
    paper = _paper(journal, offered, chosen, before, arguments)
    if format is SummaryFormat.PDF and (missing := missing_characters(paper)):
        print(f"No font here shows these characters, so their names stand there: {missing}", file=sys.stderr)
    draft = Draft(
        audience=offered.audience,
        since=offered.since,
        until=offered.until,
        format=format,
        lines=shared_lines(offered, chosen),
        consent_on=arguments.consent if offered.needs_consent else None,
        changes_since=before.day if before and arguments.since_last else None,
    )
    share(journal, draft, formats.make(paper, format), arguments.out, password=password)


def _paper(
    journal: Journal,
    offered: Offer,
    chosen: Chosen,
    before: SharedSummary | None,
    arguments: argparse.Namespace,
) -> Paper:
    from mentorjournal.guidance.people import known_of
    from mentorjournal.sharing.checking import redactor
    from mentorjournal.sharing.offer import Consent
    from mentorjournal.sharing.since_last import since_paper
    from mentorjournal.sharing.summary import compose

    consent = Consent(given_on=arguments.consent) if arguments.consent else None
    today, size = journal.today(), arguments.size
    if before is not None and arguments.since_last:
        words = redactor(known_of(journal)) if arguments.redact else str
        return since_paper(offered, chosen, before, on=today, consent=consent, size=size, earlier_words=words)
    return compose(offered, chosen, on=today, consent=consent, size=size)


def _format(arguments: argparse.Namespace) -> SummaryFormat:
    """From --format, or from the ending of the file's name. Raises WrongUsage where neither or both say."""
    from mentorjournal.model.shared import SummaryFormat
    from mentorjournal.sharing.formats import format_of

    if arguments.out is None:
        raise WrongUsage("Say with --out where the summary goes, or look at its lines with --dry-run.")
    by_name = format_of(arguments.out.name)
    wanted = SummaryFormat(arguments.format) if arguments.format else by_name
    if wanted is None:
        refuse_taken(arguments.out)
        raise WrongUsage(
            "The file's name does not say which form it has. Let it end in .pdf, .md, .html or .txt, or add"
            " --format."
        )
    if by_name not in (None, wanted):
        raise WrongUsage(
            f"“{arguments.out.name}” ends like another form than --format {wanted.value}. Choose one of both."
        )
    if arguments.password_stdin and wanted is not SummaryFormat.PDF:
        raise WrongUsage("Only a PDF can have a password. Leave out --password-stdin, or choose PDF.")
    return wanted


def _audiences() -> list[str]:
    from mentorjournal.model.words import Audience

    return [audience.value for audience in Audience]
