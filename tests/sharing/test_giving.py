"""What leaves is remembered: the file, its frozen copy and its hash, all of them or none."""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from mentorjournal.errors import AlreadyThere, DiskError, DiskFull, InvalidInput, NotNoted, ReadOnlyPlace
from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.ids import EntryId
from mentorjournal.model.paper import Line, Paper
from mentorjournal.model.shared import SharedLine, SharedSummary, SummaryFormat
from mentorjournal.model.words import Audience
from mentorjournal.pdf import render
from mentorjournal.sharing import summary
from mentorjournal.sharing.facts import source_of
from mentorjournal.sharing.formats import make
from mentorjournal.sharing.giving import Draft, give_again, share, which
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect
from tests.sharing import samples

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
LINES = (
    SharedLine(id="meetings.held", section="meetings", label="Held", text="8 sessions"),
    SharedLine(id="action.1", section="my_actions", label="", text="Send the draft, 未來", done=True),
)
DRAFT = Draft(
    audience=Audience.PARTNER,
    since=date(2025, 9, 1),
    until=date(2026, 2, 28),
    format=SummaryFormat.TEXT,
    lines=LINES,
)
PDF = render(Paper(title="Mentoring summary", pieces=(Line("8 sessions"),)))


class Ticking:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture
def journal(tmp_path: Path, clock: Ticking, key: bytes) -> Iterator[Journal]:
    path = tmp_path / "journal.mjdb"
    db = connect(
        path, bytearray(key), application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA, create=True
    )
    yield Journal(db, clock=clock)
    db.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def nothing_is_kept(journal: Journal, out: Path) -> bool:
    return (journal.shared.all(), journal.exports.all(), list(out.iterdir())) == ([], [], [])


def test_what_left_is_kept_with_its_reader_day_name_and_hash(journal: Journal, out: Path) -> None:
    kept = share(journal, replace(DRAFT, consent_on=date(2026, 2, 1)), b"words", out / "a.txt")
    assert (out / "a.txt").read_bytes() == b"words"
    assert journal.shared.all() == [kept]
    assert (kept.at, kept.audience, kept.file_name, kept.consent_on) == (
        NOW,
        Audience.PARTNER,
        "a.txt",
        date(2026, 2, 1),
    )
    assert (kept.lines, kept.sha256) == (LINES, sha256(b"words").hexdigest())
    assert journal.shared.copy(kept.id) == b"words"
    assert [one.file_name for one in journal.exports.all()] == ["a.txt"]


def test_the_last_one_of_a_reader_is_theirs_alone(journal: Journal, out: Path, clock: Ticking) -> None:
    share(journal, DRAFT, b"1", out / "1.txt")
    share(journal, replace(DRAFT, audience=Audience.PORTFOLIO), b"2", out / "2.txt")
    share(journal, DRAFT, b"3", out / "3.txt")  # at the same moment: the order of leaving counts
    clock.now -= timedelta(days=3)  # and a clock that was put back does not change it
    share(journal, replace(DRAFT, audience=Audience.LINE_MANAGER), b"4", out / "4.txt")
    assert [one.file_name for one in journal.shared.all()] == ["4.txt", "3.txt", "2.txt", "1.txt"]
    last = journal.shared.last(Audience.PARTNER)
    assert last is not None and last.file_name == "3.txt"
    assert journal.shared.last(Audience.COORDINATOR_OUTCOMES) is None


def test_the_clipboard_leaves_a_copy_and_no_file(journal: Journal) -> None:
    kept = share(journal, replace(DRAFT, format=SummaryFormat.CLIPBOARD), b"words", None)
    assert (kept.file_name, journal.shared.copy(kept.id), journal.exports.all()) == ("", b"words", [])


def test_a_locked_pdf_is_kept_without_its_password(journal: Journal, out: Path) -> None:
    kept = share(
        journal, replace(DRAFT, format=SummaryFormat.PDF), PDF, out / "a.pdf", password="correct horse"
    )
    data = (out / "a.pdf").read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    pikepdf.open(io.BytesIO(data), password="correct horse").close()
    assert (kept.locked, kept.sha256) == (True, sha256(data).hexdigest())
    assert journal.shared.copy(kept.id) == PDF


def test_a_copy_that_nobody_could_read_again_is_never_kept(journal: Journal, out: Path) -> None:
    share(journal, replace(DRAFT, format=SummaryFormat.PDF), PDF, out / "a.pdf", password="correct horse")
    with pytest.raises(ValueError, match="locked already"):
        share(
            journal,
            replace(DRAFT, format=SummaryFormat.PDF),
            (out / "a.pdf").read_bytes(),
            out / "b.pdf",
        )
    assert not (out / "b.pdf").exists()


def test_only_a_pdf_takes_a_password(journal: Journal, out: Path) -> None:
    with pytest.raises(InvalidInput, match="Only a PDF"):
        share(journal, DRAFT, b"words", out / "a.txt", password="correct horse")
    assert nothing_is_kept(journal, out)


def test_a_file_in_the_way_stays_and_nothing_is_kept(journal: Journal, out: Path) -> None:
    (out / "a.txt").write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        share(journal, DRAFT, b"words", out / "a.txt")
    assert (out / "a.txt").read_bytes() == b"mine"
    assert (journal.shared.all(), journal.exports.all()) == ([], [])
    share(journal, DRAFT, b"words", out / "a.txt", replace=True)
    assert (out / "a.txt").read_bytes() == b"words"


def test_a_full_disk_leaves_no_file_and_no_copy(journal: Journal, out: Path) -> None:
    resource = pytest.importorskip("resource")
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(DiskFull):
            share(journal, DRAFT, b"x" * 5000, out / "a.txt")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, old)
    assert nothing_is_kept(journal, out)


def test_a_read_only_folder_leaves_no_file_and_no_copy(
    journal: Journal, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise ReadOnlyPlace("a.txt")

    monkeypatch.setattr("mentorjournal.sharing.giving.write_whole", refused)  # the tests may run as root
    with pytest.raises(ReadOnlyPlace):
        share(journal, DRAFT, b"words", out / "a.txt")
    assert nothing_is_kept(journal, out)


def test_a_folder_that_is_not_there_leaves_no_copy(journal: Journal, out: Path) -> None:
    with pytest.raises(DiskError):
        share(journal, DRAFT, b"words", out / "nowhere" / "a.txt")
    assert nothing_is_kept(journal, out)


def test_a_journal_that_cannot_be_written_to_says_that_the_file_is_there(
    journal: Journal, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(journal.shared, "keep", full)
    with pytest.raises(NotNoted, match="is written"):
        share(journal, DRAFT, b"words", out / "a.txt")
    assert (out / "a.txt").read_bytes() == b"words"
    assert journal.exports.all() == []  # both are noted, or neither


def test_a_goal_that_changes_later_changes_no_copy(journal: Journal, out: Path) -> None:
    journal.describe(samples.relationship())
    for goal in samples.goals():
        journal.goals.add(goal)

    def made() -> tuple[bytes, tuple[SharedLine, ...]]:
        offer = summary.offer(source_of(journal), Audience.PARTNER, samples.SINCE, samples.UNTIL)
        chosen = summary.as_offered(offer)
        paper = summary.compose(offer, chosen, on=samples.ON)
        return make(paper, SummaryFormat.HTML), summary.shared_lines(offer, chosen)

    data, lines = made()
    kept = share(journal, replace(DRAFT, format=SummaryFormat.HTML, lines=lines), data, out / "a.html")
    journal.goals.write(replace(samples.goals()[0], title="Another aim altogether"))
    assert made()[0] != data
    assert journal.shared.all() == [kept] and kept.lines == lines
    assert journal.shared.copy(kept.id) == data == (out / "a.html").read_bytes()


def test_a_copy_is_written_again_as_it_was(journal: Journal, out: Path) -> None:
    kept = share(journal, DRAFT, b"words", out / "a.txt")
    give_again(journal, kept, out / "again.txt")
    assert (out / "again.txt").read_bytes() == b"words"
    assert journal.shared.all() == [kept]
    assert {one.file_name for one in journal.exports.all()} == {"a.txt", "again.txt"}


def test_a_file_is_told_by_its_bytes(journal: Journal, out: Path) -> None:
    first = share(journal, DRAFT, b"words", out / "a.txt")
    locked = share(
        journal, replace(DRAFT, format=SummaryFormat.PDF), PDF, out / "b.pdf", password="correct horse"
    )
    assert which(journal, b"words") == first
    assert which(journal, (out / "b.pdf").read_bytes()) == locked
    assert which(journal, PDF) == locked  # its copy, written again without the password
    assert which(journal, b"words ") is None


def test_the_changes_that_left_alone_say_since_when(journal: Journal, out: Path) -> None:
    share(journal, replace(DRAFT, changes_since=date(2026, 1, 5)), b"words", out / "a.txt")
    assert journal.shared.all()[0].changes_since == date(2026, 1, 5)


def test_what_is_remembered_shows_no_words_by_accident(journal: Journal, out: Path) -> None:
    kept = share(journal, DRAFT, b"words", out / "a.txt")
    assert "未來" not in repr((kept, DRAFT, *LINES))


def test_everything_is_read_again_as_it_was_kept(
    journal: Journal, out: Path, tmp_path: Path, key: bytes
) -> None:
    odd = SharedSummary(
        id=EntryId("odd"),
        at=NOW,
        audience=Audience.LINE_MANAGER,
        since=date(1, 1, 1),
        until=date(9999, 12, 31),
        format=SummaryFormat.HTML,
        file_name="“näme”\n.html",
        sha256="0" * 64,
        lines=(),
    )
    journal.shared.keep(odd, b"\x00\xff")
    kept = share(journal, DRAFT, b"words", out / "a.txt")
    journal.close()
    path = tmp_path / "journal.mjdb"
    again = Journal(
        connect(path, bytearray(key), application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA)
    )
    assert again.shared.all() == [kept, replace(odd, file_name="“näme” .html")]
    assert again.shared.copy(EntryId("odd")) == b"\x00\xff"
    again.close()
