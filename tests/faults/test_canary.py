"""The search for words in the clear sees them: in every disguise, and wherever a process can leave them."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import pytest

from tests.faults.canaries import ENCODINGS, KINDS, Search, canary, disguises, sightings
from tests.faults.looking import Look
from tests.faults.traced import can_trace, traced

WORD = canary("goalwhy")
LEAKS = {
    "standard error": "sys.stderr.write(WORD)",
    "what was written": "Path('gone').write_text(WORD.upper()); Path('gone').unlink()",
    "the name of": "Path(WORD).touch(); Path(WORD).unlink()",
    "written through memory": (
        "import mmap; Path('x').write_bytes(bytes(4096)); file = open('x', 'r+b');"
        "mmap.mmap(file.fileno(), 4096).write(WORD.encode())"
    ),
    "the arguments": "import subprocess; subprocess.run(['true', WORD])",
    "memfd": "import os; os.write(os.memfd_create('x'), WORD.encode('utf-16-le'))",
}


@pytest.mark.parametrize("kind", ["goalwhy", "passphrase", "answer", "accented", "otheralphabet"])
def test_every_disguise_is_seen(tmp_path: Path, kind: str) -> None:
    words = {kind: canary(kind)}
    forms = list(disguises(canary(kind)))
    for number, form in enumerate(forms):
        (tmp_path / str(number)).write_bytes(b"\1\2\3" + form + b"\4\5\6")
    assert sightings(words, tmp_path) == [(kind, str(path)) for path in sorted(tmp_path.iterdir())]
    (tmp_path / f"{canary(kind)}.txt").touch()
    assert (kind, str(tmp_path / f"{canary(kind)}.txt")) in sightings(words, tmp_path)


def test_each_of_all_words_is_told_from_the_others(tmp_path: Path) -> None:
    search = Search({kind: canary(kind) for kind in KINDS})
    assert len(KINDS) >= 90 and len(ENCODINGS) >= 20
    for kind in KINDS:
        assert search.kinds_in(b"a" + canary(kind).encode("utf-16-be") + b"b") == {kind}
    assert search.kinds_in(bytes(range(256)) * 100) == set()


@pytest.mark.parametrize("wbits", [15, 31], ids=["zlib", "gzip"])
def test_a_word_is_seen_in_a_deflated_stream(tmp_path: Path, wbits: int) -> None:
    packer = zlib.compressobj(wbits=wbits)
    data = packer.compress(b"(words, and " + WORD.encode() + b")" + bytes(50_000)) + packer.flush()
    (tmp_path / "page").write_bytes(b"stream\n" + data + b"\nendstream")
    assert sightings({"goalwhy": WORD}, tmp_path) == [("goalwhy", str(tmp_path / "page"))]


@pytest.mark.parametrize("where", LEAKS)
def test_a_word_that_a_process_leaves_is_seen(tmp_path: Path, where: str) -> None:
    assert can_trace()
    home = tmp_path / "home"
    home.mkdir()
    script = f"import sys; from pathlib import Path; WORD = 'zqx' + 'goalwhy' + 'vkj'; {LEAKS[where]}"
    line = [sys.executable, "-c", script]
    ended = traced(line, cwd=home, env={"PATH": "/usr/bin:/bin"}, writes=True)
    look = Look(Search({"goalwhy": WORD}), tmp_path / "asked")
    look.after("the end", ended)
    assert [sentence for sentence in look.short if where in sentence], look.short


def test_what_somebody_asked_for_is_theirs(tmp_path: Path) -> None:
    script = f"from pathlib import Path; Path('asked').mkdir(); Path('asked/x').write_text({WORD!r})"
    (tmp_path / "script.py").write_text(script)
    ended = traced([sys.executable, "script.py"], cwd=tmp_path, env={}, writes=True)
    look = Look(Search({"goalwhy": WORD}), tmp_path / "asked")
    look.after("the end", ended, tmp_path / "asked")
    assert [sentence for sentence in look.short if "written to" in sentence] == []
    assert look.short == [f"after the end, goalwhy stands in {tmp_path / 'asked' / 'x'}"]
