"""Marked words, one for every place in which something can be written, and the search for them on a disk."""

from __future__ import annotations

import base64
import json
import quopri
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import quote

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
    *("searchword", "passphrase", "wrongpassphrase", "newpassphrase", "pdfpassword"),
    *("refused", "refusedtitle", "refusedname", "quoted", "accented", "otheralphabet"),
)
_LETTERS = {"accented": "accentéênötes", "otheralphabet": "鷺の日記Жур"}


def canary(kind: str) -> str:
    """A word that stands nowhere else. In small letters, as a word index would keep it too."""
    assert kind in KINDS
    return marked(_LETTERS.get(kind, kind))


def marked(letters: str) -> str:
    return f"zqx{letters}vkj"


def _printable(data: bytes) -> bytes:
    return quopri.encodestring(data).replace(b"=\n", b"")


def _in_base64(word: str, phase: int) -> bytes:
    """The letters that do not depend on what stands before or behind the word."""
    beginning = (0, 2, 3)[phase]
    data = b"\0" * phase + word.encode()
    return base64.b64encode(data)[beginning : len(data) // 3 * 4]


def _single_bytes(word: str) -> bytes:
    return word.encode("latin-1", "ignore") if len(word) == len(word.encode("latin-1", "ignore")) else b""


ENCODINGS: Mapping[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "upper": lambda word: word.upper().encode(),
    "capital": lambda word: word.capitalize().encode(),
    "utf-16-le": lambda word: word.encode("utf-16-le"),
    "utf-16-be": lambda word: word.encode("utf-16-be"),
    "utf-32-le": lambda word: word.encode("utf-32-le"),
    "utf-32-be": lambda word: word.encode("utf-32-be"),
    "hex": lambda word: word.encode().hex().encode(),
    "hex in capitals": lambda word: word.encode().hex().upper().encode(),
    "hex of utf-16": lambda word: word.encode("utf-16-be").hex().encode(),
    "hex of utf-16 in capitals": lambda word: word.encode("utf-16-be").hex().upper().encode(),
    "base64": partial(_in_base64, phase=0),
    "base64 one further": partial(_in_base64, phase=1),
    "base64 two further": partial(_in_base64, phase=2),
    "latin-1": _single_bytes,
    "percent": lambda word: quote(word).encode(),
    "quoted-printable": lambda word: _printable(word.encode()),
    "json": lambda word: json.dumps(word)[1:-1].encode(),
    "entities": lambda word: word.encode("ascii", "xmlcharrefreplace"),
    "backslashes": lambda word: word.encode("ascii", "backslashreplace"),
    "taken apart": lambda word: unicodedata.normalize("NFD", word).encode(),
    "backwards": lambda word: word[::-1].encode(),
    "backwards in utf-16": lambda word: word[::-1].encode("utf-16-be"),
}


def disguises(word: str) -> Iterator[bytes]:
    """The word in every encoding in which it could lie on a disk."""
    seen = {b""}
    for encode in ENCODINGS.values():
        form = encode(word)
        if form not in seen:
            seen.add(form)
            yield form


class Search:
    """Looks for many words at once: those of one encoding share a beginning, and that is looked for first."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = dict(words)
        together: dict[tuple[str, str], list[str]] = {}
        for kind, word in words.items():
            beginning = "zqx" if word.startswith("zqx") else word
            together.setdefault((beginning, word[-3:]), []).append(kind)
        self._forms: dict[bytes, dict[bytes, str]] = {}
        for name, encode in ENCODINGS.items():
            for kinds in together.values():
                forms = {form: kind for kind in kinds if (form := encode(words[kind]))}
                if forms:
                    shared = _shared(min(forms), max(forms))
                    assert len(shared) > 2, (name, kinds)
                    self._forms.setdefault(shared, {}).update(forms)

    def kinds_in(self, data: bytes) -> set[str]:
        """The kinds of the words that stand in *data*, also in what is deflated in there."""
        return {kind for part in (data, *_inflated(data)) for kind in self._in(part)}

    def _in(self, data: bytes) -> Iterator[str]:
        for shared, forms in self._forms.items():
            place = data.find(shared)
            while place >= 0:
                yield from (kind for form, kind in forms.items() if data.startswith(form, place))
                place = data.find(shared, place + 1)

    def sightings(self, *folders: Path) -> list[tuple[str, str]]:
        """Which word was seen in which file, by name or by content."""
        return [
            (kind, str(path))
            for folder in folders
            for path in sorted(folder.rglob("*"))
            for kind in sorted(self.kinds_in(name_and_content(path)))
        ]


def _shared(first: bytes, last: bytes) -> bytes:
    """What all forms begin with, told by the first and the last of them."""
    alike = (number for number, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1])
    return first[: next(alike, min(len(first), len(last)))]


def sightings(words: Mapping[str, str], *folders: Path) -> list[tuple[str, str]]:
    return Search(words).sightings(*folders)


def name_and_content(path: Path) -> bytes:
    return str(path).encode(errors="surrogateescape") + b"\n" + (path.read_bytes() if path.is_file() else b"")


_STREAM = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
PIECE, LARGEST = 1 << 12, 1 << 24


def _inflated(data: bytes) -> Iterable[bytes]:
    """What zlib or gzip streams in *data* hold, such as those of a PDF."""
    for match in _STREAM.finditer(data):
        stream, out = zlib.decompressobj(wbits=47), bytearray()
        try:
            for place in range(match.start(), len(data), PIECE):
                out += stream.decompress(data[place : place + PIECE])
                if stream.eof or len(out) > LARGEST:
                    break
        except zlib.error:  # what came out before it is looked at all the same
            pass
        if out:
            yield bytes(out)
