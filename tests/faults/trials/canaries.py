"""A marked word in every field of the core and in every secret, looked for after every way to end."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tests.cli.command import environment, said
from tests.faults.canaries import KINDS, Search, canary
from tests.faults.looking import Look
from tests.faults.traced import NEEDS, Ended, can_trace, traced
from tests.faults.trial import Outcome, Profile, Trial
from tests.faults.watched_use import of_a_code
from tests.pdf import reading

PROMISE = "No word of a vault lies in the clear: not after exit, kill, crash, refusal or failed export"
PASSPHRASE = canary("passphrase")
CODENAME = canary("codename")
JOURNAL = ("--journal", CODENAME)
PERIOD = ("--from", "2026-01-01", "--to", "2026-12-31")
SUMMARY = ("summary", *JOURNAL, "--audience", "partner", *PERIOD)
AGENDA = ("agenda", *JOURNAL)


class Vaulted:
    """A vault, a home and a folder of the person's own, all of them watched."""

    def __init__(self, base: Path) -> None:
        self.vault, self.home, self.elsewhere = base / "vault", base / "home", base / "elsewhere"
        self.home.mkdir()
        self.elsewhere.mkdir()
        self.base = base
        self.code = ""
        self.look = Look(Search({kind: canary(kind) for kind in KINDS}), self.elsewhere)
        self._lay_out()

    def _lay_out(self) -> None:
        """Files that a person has, and asks to have read."""
        entries = [{"title": canary("importedtitle"), "body": canary("imported"), "date": "2026-03-02"}]
        (self.elsewhere / "jrnl.json").write_text(json.dumps({"entries": entries}))
        broken = f'{{"entries": [{{"title": "{canary("refusedtitle")}", "body": "{canary("refused")}"'
        (self.elsewhere / f"{canary('refusedname')}.json").write_text(broken)
        (self.elsewhere / "form.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <</T (" + canary("refused").encode())

    def process(
        self, act: str, module: str, *words: str | Path, text: bytes = b"", status: int = 0, out: bool = True
    ) -> Ended:
        """Run it, and look for every word afterwards; *out* says that its output was asked for."""
        line = [sys.executable, "-m", module, *words]
        ended = traced(line, cwd=self.home, env=environment(self.home), text=text, writes=True)
        given = [kind for kind in KINDS if any(canary(kind) in str(word) for word in words)]
        said = b"" if out else ended.out
        if module == "tests.faults.canary_writer" and act == "create":
            groups = ended.out.decode().strip().split("-")
            self.look.search = Search(self.look.search.words | of_a_code(groups))
        self.look.after(act, ended, self.vault, self.home, given=given, said=said)
        if ended.status != status:
            self.look.short.append(
                f"{act} ended with {ended.status}, not {status}: {ended.err.decode()[-300:]}"
            )
        return ended

    def unlocked(self, verb: str, *words: str | Path, text: str = "", how: str = "", **more: object) -> Ended:
        module, first = ("tests.faults.failing_command", (how,)) if how else ("mentorjournal", ())
        secret = more.pop("secret", PASSPHRASE)
        line = (*first, verb, self.vault, "--passphrase-stdin", *words)
        act = f"{verb}{f' ({how})' if how else ''}"
        return self.process(act, module, *line, text=said(str(secret), text), **more)  # type: ignore[arg-type]

    def expect(self, what: str, held: object) -> None:
        if not held:
            self.look.short.append(what)


def _used(at: Vaulted) -> None:
    """Written, brought in, searched, shared; and what fails on the way."""
    created = at.process("create", "tests.faults.canary_writer", "create", at.vault)
    at.code = created.out.decode().strip()
    at.expect("creating said something on standard error", created.err == b"")
    at.unlocked("import", *JOURNAL, "--jrnl", at.elsewhere / "jrnl.json")
    found = at.unlocked("search", canary("imported"))
    at.expect("what was imported is not found", canary("imported").encode() in found.out)
    at.unlocked(*SUMMARY, "--out", at.elsewhere / "summary.pdf")
    text = reading.squeezed(reading.text((at.elsewhere / "summary.pdf").read_bytes()))
    at.expect("the summary does not hold the goal", canary("goaltitle") in text)


def _used_more(at: Vaulted) -> None:
    at.unlocked("add", *JOURNAL, "--note", text=canary("added"))
    at.unlocked("search", canary("searchword"))
    at.unlocked("verify", out=False)
    at.unlocked("backup", out=False)
    at.unlocked("drill", out=False)
    at.unlocked("restore", "--to", at.base / "restored", out=False)
    at.unlocked("salvage", "--to", at.base / "salvaged")
    at.unlocked("doctor", out=False)
    locked = ("--out", at.elsewhere / "book.pdf", "--password-stdin")
    at.unlocked("book", *JOURNAL, *locked, text=f"{canary('pdfpassword')}\n")


def _refused(at: Vaulted) -> None:
    """A wrong secret, and files that cannot be read."""
    at.process("a wrong secret", "tests.faults.canary_writer", "refused", at.vault, out=False)
    broken = at.elsewhere / f"{canary('refusedname')}.json"
    refused = traced_refusal(at, "import", *JOURNAL, "--jrnl", broken)
    at.expect("the refused import was taken in", refused.status != 0)
    traced_refusal(at, "read-form", *JOURNAL, at.elsewhere / "form.pdf")


def traced_refusal(at: Vaulted, verb: str, *words: str | Path) -> Ended:
    """The message may name the file that was named on the command line, and nothing of what is in it."""
    line = [sys.executable, "-m", "mentorjournal", verb, at.vault, "--passphrase-stdin", *words]
    ended = traced(line, cwd=at.home, env=environment(at.home), text=said(PASSPHRASE), writes=True)
    named = ended.err.replace(canary("refusedname").encode(), b"")
    given = ("codename", "refusedname")
    quiet = Ended(ended.status, ended.out, named, ended.trace)
    at.look.after(f"refused {verb}", quiet, at.vault, at.home, given=given, said=ended.out)
    return ended


def _failed(at: Vaulted) -> None:
    """The disk is full where a file was to be kept; a bug, a fault and an abort with words in hand."""
    before = set(at.elsewhere.iterdir())
    at.unlocked(*AGENDA, "--out", at.elsewhere / "agenda.pdf", how="full", status=1, out=False)
    at.expect("a failed export left a file behind", set(at.elsewhere.iterdir()) == before)
    at.unlocked("search", canary("answer"), how="unforeseen", status=1, out=False)
    at.unlocked("search", canary("answer"), how="fault", status=-signal.SIGSEGV, out=False)


def _failed_more(at: Vaulted) -> None:
    at.unlocked("search", canary("answer"), how="abort", status=-signal.SIGABRT, out=False)
    missing = at.elsewhere / "not there" / "agenda.pdf"
    at.unlocked(*AGENDA, "--out", missing, status=1, out=False)


def _killed(at: Vaulted) -> None:
    """kill -9 in a transaction too large to be kept in memory."""
    writer, code = ("tests.faults.canary_writer", "die", at.vault), at.code.encode()
    killed = at.process("kill -9", *writer, text=code, status=-signal.SIGKILL)
    at.expect("being killed said something", (killed.out, killed.err) == (b"", b""))
    unfinished = [path for path in at.vault.rglob("*-journal") if path.stat().st_size]
    at.expect("it was killed too late or too early to leave anything behind", unfinished)
    large = sum(path.stat().st_size for path in at.vault.rglob("*.mjdb")) > 2_000_000
    at.expect("nothing of what was under way was written out", large)
    found = at.unlocked("search", canary("rolledback"))
    at.expect("what was never kept is found", canary("rolledback").encode() not in found.out)


def _ended(at: Vaulted) -> None:
    new = f"{canary('newpassphrase')}\n"
    at.unlocked("rekey", "--new-passphrase", "--remove-backups", text=new)
    destroy = ("destroy", *JOURNAL, "--yes", "--record", at.elsewhere / "record.pdf")
    at.unlocked(*destroy, secret=canary("newpassphrase"))


QUICK: tuple[Callable[[Vaulted], None], ...] = (_used, _refused, _failed, _killed)
FULL = (_used, _used_more, _refused, _failed, _failed_more, _killed, _ended)


def run(profile: Profile, folder: Path) -> Outcome:
    if not can_trace():
        return Outcome(0, "words", needs=NEEDS)
    at = Vaulted(folder)
    for act in QUICK if profile.name == "quick" else FULL:
        act(at)
    left = {path.name for path in folder.iterdir()} - {"home", "vault", "elsewhere", "restored", "salvaged"}
    at.expect(f"beside the vault there is {left}", not left)
    stray = [path for path in at.home.rglob("*") if path.is_file()]
    at.expect(f"in the home there is {stray}", not stray)
    look = at.look
    beside = f"{len(look.search.words)} words, {look.moments} ends, {len(look.files)} files"
    return Outcome(look.tried, "words looked for after each end", tuple(look.short), beside)


TRIALS = (Trial("canaries", PROMISE, run),)
