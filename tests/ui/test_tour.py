"""Promises of the tour: it ends by itself, leaves every picture and PDF, and touches nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

LOOKS = ("light", "dark")
PICTURES = (
    "01-welcome",
    "02-passphrase-weak",
    "03-passphrase",
    "04-recovery-kit",
    "05-two-groups",
    "06-no-journal",
    "07-new-journal",
    "08-new-journal-one-stop",
    "09-new-journal-informal",
    "10-first-page",
    "11-empty-journal",
    "12-unlock",
    "13-unlock-wrong",
    "journal",
    "14-questions",
    "15-session",
    "16-session-notes",
    "17-goals",
    "18-goal",
    "19-actions",
    "20-share",
    "100-share-lines",
    "101-share-checks",
    "102-share-look",
    "103-share-agreement",
    "104-share-save",
    "105-share-before",
    "106-share-copy",
    "107-large-share",
    "108-small-share",
    "21-search",
    "22-search-alphabets",
    "23-about",
    "24-settings",
    "25-palette",
    "26-help",
    "27-large-text",
    "28-small-window",
    "29-small-window-list",
    "30-today",
    "31-today-done",
    "32-prepare-mentor",
    "33-prepare-paper",
    "34-during",
    "35-during-alone",
    "36-after",
    "37-contact",
    "38-put-off",
    "39-prepare-mentee",
    "40-agenda",
    "41-prepare-peer",
    "42-inbox",
    "43-capture",
    "44-reflect",
    "45-returned",
    "46-question-sets",
    "47-new-goal",
    "48-goal-levels",
    "49-goal-milestones",
    "50-all-actions",
    "51-ratings",
    "52-wheel",
    "53-versions",
    "54-large-today",
    "55-large-prepare",
    "56-large-during",
    "57-small-today",
    "58-small-during",
    "85-ledger",
    "86-ledger-empty",
    "87-ledger-full",
    "88-discreet-today",
    "89-discreet-journal",
    "90-discreet-session",
    "59-empty-today",
    "60-empty-goals",
    "61-empty-actions",
    "62-empty-inbox",
    "63-new-session",
    "70-agreement-empty",
    "71-agreement-draft",
    "72-agreement-asked",
    "73-agreement-agreed",
    "74-agreement-versions",
    "75-large-agreement",
    "76-small-agreement",
    "80-closing",
    "81-closed",
    "82-hold",
    "83-destroy",
    "84-destroy-foot",
    "85-destroyed",
    "86-records",
    "87-large-closing",
    "88-small-closing",
    "89-small-destroy",
    "90-new-journal-peer",
    "91-new-journal-reverse",
    "92-new-journal-initials",
    "93-primers",
    "94-primer-sources",
    "95-first-days",
    "96-first-days-plan",
    "97-first-days-planned",
    "75-review",
    "76-review-two-sides",
    "77-review-decisions",
    "78-review-ending",
    "79-review-choice",
    "95-one-stop",
    "96-one-stop-agreement",
    "97-one-stop-after",
    "98-peers",
    "99-about-sections",
    "110-book",
    "111-book-locked",
    "112-large-book",
    "113-small-book",
    "119-safety",
    "121-backups",
    "122-backup-proved",
    "123-large-backups",
    "124-damaged",
    "125-ways-out",
    "126-small-ways-out",
    "127-salvaged",
    "128-locked-backups",
    "129-reading",
    "130-new-keys",
    "131-new-code",
    "139-new-code-asked-back",
    "132-leaving",
    "133-leaving-done",
    "134-large-leaving",
    "135-small-leaving",
)
SMALL = (
    "28-small-window",
    "29-small-window-list",
    "57-small-today",
    "58-small-during",
    "76-small-agreement",
    "88-small-closing",
    "89-small-destroy",
    "108-small-share",
    "113-small-book",
    "126-small-ways-out",
    "135-small-leaving",
)
WORDS = {
    "recovery-kit.pdf": "Recovery kit",
    "summary-partner.pdf": "Mentoring summary",
    "summary-coordinator-outcomes.pdf": "Merrow Mentoring",
    "summary-portfolio.pdf": "Mentoring summary",
    "brief.pdf": "What they are here for",
    "agreement.pdf": "Feedback and challenge",
    "agreement-form.pdf": "your draft",
    "book.pdf": "Index of goals",
    "agenda.pdf": "What I would like to come of it",
    "destruction-record.pdf": "not one word of what was written",
}


@dataclass(frozen=True)
class Tour:
    folder: Path
    home: Path
    ended: subprocess.CompletedProcess[str]


def make(folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the tour as a person would, with a home of its own that it should leave alone."""
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "mentorjournal", "tour", str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **own},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Tour:
    base = tmp_path_factory.mktemp("tour")
    (base / "home").mkdir()
    ended = make(base / "pictures", base / "home")
    return Tour(base / "pictures", base / "home", ended)


def picture(tour: Tour, name: str) -> QImage:
    image = QImage(str(tour.folder / name))
    assert not image.isNull(), name
    return image


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def names() -> Iterator[str]:
    return (f"{name}-{look}.png" for name in PICTURES for look in LOOKS)


def test_it_ends_well_and_says_nothing_is_wrong(tour: Tour) -> None:
    assert (tour.ended.returncode, tour.ended.stderr) == (0, "")


def test_it_leaves_every_picture_and_pdf_and_no_vault(tour: Tour) -> None:
    assert sorted(path.name for path in tour.folder.iterdir()) == sorted([*names(), *WORDS])


def test_it_names_each_thing_it_did_on_a_line_of_its_own(tour: Tour) -> None:
    said = [line.split("  ", 1) for line in tour.ended.stdout.splitlines()]
    assert sorted(name for name, told in said if told) == sorted([*names(), *WORDS])


def test_every_picture_has_something_on_it_and_the_right_size(tour: Tour) -> None:
    for name in PICTURES:
        for look in LOOKS:
            image = picture(tour, f"{name}-{look}.png")
            assert (image.width(), image.height()) == ((960, 620) if name in SMALL else (1280, 800)), name
            assert len(colours(image)) > 8, name


def test_light_is_light_and_dark_is_dark(tour: Tour) -> None:
    for name in PICTURES:
        corners = [picture(tour, f"{name}-{look}.png").pixelColor(2, 2).lightness() for look in LOOKS]
        assert corners[0] > 150 > corners[1], name


def test_no_two_pages_are_the_same_picture(tour: Tour) -> None:
    seen = {(tour.folder / name).read_bytes() for name in names()}
    assert len(seen) == len(PICTURES) * len(LOOKS)


def test_the_pdfs_hold_their_words(tour: Tour) -> None:
    for name, words in WORDS.items():
        pdf = pypdfium2.PdfDocument(tour.folder / name)
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
        pdf.close()
        assert words in " ".join(text.split()), name  # a heading may take two lines


def test_it_leaves_the_persons_own_settings_and_vault_alone(tour: Tour) -> None:
    assert list(tour.home.iterdir()) == []


def test_a_vault_that_is_not_its_own_is_left_alone(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "vault.keys").write_text("somebody's")
    ended = make(tmp_path, tmp_path)
    assert ended.returncode == 1
    assert "not of an earlier tour" in ended.stderr
    assert (vault / "vault.keys").read_text() == "somebody's"
