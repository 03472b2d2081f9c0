"""Marked words, one for every place in which something can be written, and the search for them on a disk."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

KINDS = (
    *("codename", "myname", "partnername", "partnerrole", "organisation", "contact", "purpose", "topic"),
    *("programme", "coordinator", "coordinatorcontact", "schemerules"),
    *("reflectiontitle", "reflectionbody", "prompttext", "answer", "tag", "link"),
    *("sessiontitle", "place", "intention", "wantedoutcome", "noteblock", "theirwords"),
    *("goaltitle", "goalwhy", "criterion", "unit", "checkin", "closingnote"),
    *("actiontext", "outcomenote", "learningpoint"),
    *("overwritten", "deleted", "rolledback", "imported", "importedtitle", "added", "setting"),
    *("since", "avoiding", "notraising", "questions", "mattered", "stoppedat", "tookaway", "returnto"),
    *("adviceoutcome", "agendatopic", "support", "milestone", "evidence", "gaslevel"),
    *("ratinglabel", "ratinglow", "ratinghigh", "ratingsheet", "ratingsource", "ratingname", "ratingnote"),
    *("question", "conflict", "signpost", "service", "servicecontact"),
    *("mytraining", "theirtraining", "exportname"),
    *("clausemine", "clausetheirs", "clauseagreed", "holdreason"),
    *("reviewquestion", "reviewanswer", "reviewtheirs", "reviewfact", "factvalue", "decision", "change"),
    *("sharedline", "sharedcopy", "sharedname"),
    *("ledgerlearning", "ledgerapplied", "unfinished"),
    *("searchword", "passphrase"),
)


def canary(kind: str) -> str:
    """A word that stands nowhere else. In small letters, as a word index would keep it too."""
    assert kind in KINDS
    return f"zqx{kind}vkj"


def disguises(word: str) -> Iterator[bytes]:
    """The word in every encoding in which it could lie on a disk."""
    yield word.encode()
    yield word.upper().encode()
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    yield word.encode().hex().encode()
    yield word.encode().hex().upper().encode()
    for phase, beginning in ((0, 0), (1, 2), (2, 3)):
        whole = (phase + len(word)) // 3 * 4
        yield base64.b64encode(b"\0" * phase + word.encode())[beginning:whole]


def sightings(words: dict[str, str], *folders: Path) -> list[tuple[str, str]]:
    """Which word was seen in which file, by name or by content."""
    wanted = [(kind, form) for kind, word in words.items() for form in disguises(word)]
    seen = []
    for path in (path for folder in folders for path in sorted(folder.rglob("*"))):
        data = str(path).lower().encode() + (b"\n" + path.read_bytes() if path.is_file() else b"")
        seen += [(kind, str(path)) for kind, form in wanted if form in data]
    return seen
