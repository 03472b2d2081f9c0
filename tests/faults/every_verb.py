"""Every verb of the command line, one after the other, on a sample vault; watched from inside where it runs.

As a process: ``python -m tests.faults.every_verb BASE [NUMBER]`` runs each verb once in one process, or
only the one of that number in the list.
"""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from mentorjournal.demo.vault import PASSPHRASE
from tests.faults.trial import Profile

NEW = "four grey herons by the weir"
WATCHED = """
import os, sys

def watch(event, arguments):
    if event.startswith(("socket.", "ssl.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.")) or (
        event in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile")
    ):
        os.write(2, f"watched: {event}\\n".encode())
        os._exit(99)

sys.addaudithook(watch)
"""
VAULT, SECOND, SALVAGED, OUT, NOTES = "vault", "restored", "salvaged", "out", "notes"


@dataclass(frozen=True)
class Verb:
    name: str
    words: tuple[str, ...]
    said: str = ""
    status: int = 0


def lay_out(base: Path) -> None:
    """What the verbs read, and where they write."""
    (base / OUT).mkdir()
    (base / NOTES).mkdir()
    links = "[A link](https://example.org/) and ![a picture](https://example.org/x.png)"
    (base / NOTES / "2026-03-01.md").write_text(links)
    jrnl = '{"entries": [{"title": "https://example.org/", "body": "x", "date": "2026-03-02"}]}'
    (base / "jrnl.json").write_text(jrnl)


def all_verbs(base: Path) -> list[Verb]:
    vault = str(base / VAULT)

    def on(verb: str, *words: str, said: str = "", status: int = 0, secret: str = PASSPHRASE) -> Verb:
        return Verb(verb, (verb, vault, "--passphrase-stdin", *words), f"{secret}\n{said}", status)

    def out(name: str) -> str:
        return str(base / OUT / name)

    heron, lark = ("--journal", "Heron"), ("--journal", "Lark")
    period = ("--from", "2025-01-01", "--to", "2026-12-31")
    partner = ("summary", *lark, "--audience", "partner", *period)
    return [
        Verb("demo", ("demo", vault)),
        on("verify"),
        on("list", "--json"),
        on("list", secret="not the passphrase", status=3),
        on("search", "goal"),
        on("add", *lark, "--reflection", said="[A link](https://example.org/)"),
        on("import", *lark, "--markdown", str(base / NOTES)),
        on("import", *lark, "--jrnl", str(base / "jrnl.json")),
        on(*partner, "--out", out("summary.pdf")),
        on(*partner, "--out", out("summary.html")),
        on(*partner, "--out", out("locked.pdf"), "--password-stdin", said="three herons\n"),
        on("shared", *lark, "--json"),
        on("shared", *lark, "--copy", "1", "--out", out("copy.pdf")),
        on("shared", *lark, "--check", out("summary.html")),
        on("brief", *heron, "--out", out("brief.pdf")),
        on("agenda", *heron, "--out", out("agenda.pdf")),
        on("review", *heron, "--out", out("review.pdf"), status=1),  # the sample has no finished one
        on("handover", *heron, "--out", out("handover.pdf")),
        on("book", *heron, "--out", out("book.pdf")),
        on("agreement", *heron, "--form", "--out", out("form.pdf")),
        on("read-form", *heron, out("form.pdf"), status=1),  # nothing is filled in
        on("agreement", *heron, "--draft", "--out", out("agreement.pdf")),
        on("backup"),
        on("backups", "--json"),
        on("drill"),
        on("doctor", "--outside"),
        on("doctor", "--json"),
        on("restore", "--to", str(base / SECOND)),
        on("salvage", "--to", str(base / SALVAGED)),
        on("recovery-kit", "--out", out("kit.pdf")),
        on("export", "--out", out("everything")),
        on("ledger", "--enter-sessions"),
        on("ledger", "--csv", out("ledger.csv")),
        on("ledger", "--pdf", out("ledger.pdf")),
        on("destroy", "--journal", "Birch", "--yes", "--record", out("record.pdf")),
        on("rekey", "--new-passphrase", "--remove-backups", said=f"{NEW}\n"),
        on("verify", secret=NEW),
        Verb("primers", ("primers", "--role", "mentor")),
        Verb("--version", ("--version",)),
        Verb("--help", ("--help",)),
    ]


def some_verbs(base: Path, profile: Profile) -> list[Verb]:
    """All of them; in the quick profile each verb once."""
    every = all_verbs(base)
    if profile.name == "full":
        return every
    first = {verb.name: verb for verb in reversed(every)}
    return [verb for verb in every if verb is first[verb.name]]


def go_through(base: Path, number: int | None) -> None:
    """Run them in this process, with a line on standard error for each that did not end as it should."""
    from ui.launch import main

    quick = some_verbs(base, Profile("quick", 0))
    for place, verb in enumerate(all_verbs(base)):
        if place == number or (number is None and verb in quick):
            sys.stdin = io.TextIOWrapper(io.BytesIO(verb.said.encode()))
            status = main(list(verb.words))
            if status != verb.status:
                os.write(2, f"unlike: {' '.join(verb.words)} ended with {status}\n".encode())


if __name__ == "__main__":
    exec(WATCHED)
    go_through(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
