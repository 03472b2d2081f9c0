"""A process is killed -9 while a summary leaves: the journal has all of it or nothing, and is sound."""

from __future__ import annotations

import secrets
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect

ROOT = Path(__file__).resolve().parents[2]
DATA = b"8 sessions\n" * 1000

_PROGRAM = """
import os, signal, sys
from datetime import date
from pathlib import Path
from mentorjournal import files
from mentorjournal.journal.journal import NEWEST_SCHEMA, Journal
from mentorjournal.model.shared import SharedLine, SummaryFormat
from mentorjournal.model.words import Audience
from mentorjournal.sharing.giving import Draft, share
from mentorjournal.storage import shared
from mentorjournal.storage.connection import JOURNAL_APPLICATION_ID, connect

path, key, target, when = sys.argv[1:]
db = connect(Path(path), bytearray.fromhex(key), application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA)
journal = Journal(db)
line = SharedLine(id="meetings.held", section="meetings", label="Held", text="8 sessions")
draft = Draft(audience=Audience.PARTNER, since=date(2026, 1, 1), until=date(2026, 3, 1),
              format=SummaryFormat.TEXT, lines=(line,))

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def save_and_die(*what, save=shared.save):
    save(*what)
    die()

if when == "while the file is written":
    os.link = die
elif when == "before the copy is kept":
    journal.exports.note = die
elif when == "before it is committed":
    shared.save = save_and_die
share(journal, draft, b"8 sessions\\n" * 1000, Path(target))
die()
"""


@pytest.mark.parametrize(
    ("when", "there", "kept"),
    [
        ("while the file is written", False, False),
        ("before the copy is kept", True, False),
        ("before it is committed", True, False),
        ("after all of it", True, True),
    ],
)
def test_a_kill_leaves_a_whole_file_or_none_and_a_sound_journal(
    tmp_path: Path, when: str, there: bool, kept: bool
) -> None:
    key, path, target = secrets.token_bytes(32), tmp_path / "journal.mjdb", tmp_path / "summary.txt"
    made = connect(
        path, bytearray(key), application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA, create=True
    )
    Journal(made).close()
    words = [sys.executable, "-c", _PROGRAM, str(path), key.hex(), str(target), when]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    assert ran.returncode == -signal.SIGKILL, ran.stderr.decode()
    assert (target.read_bytes() if target.exists() else None) == (DATA if there else None)
    assert [one.name for one in tmp_path.iterdir() if not one.name.startswith("journal.mjdb")] == (
        [target.name] if there else []
    )
    db = connect(path, bytearray(key), application_id=JOURNAL_APPLICATION_ID, newest=NEWEST_SCHEMA)
    journal = Journal(db)
    try:
        assert [one.file_name for one in journal.shared.all()] == (["summary.txt"] if kept else [])
        assert [one.file_name for one in journal.exports.all()] == (["summary.txt"] if kept else [])
        assert db.check() == []
    finally:
        journal.close()
