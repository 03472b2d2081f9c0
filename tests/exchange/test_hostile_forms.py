"""Forms written by hand to fill the memory: small files in which one thing is used by thousands of fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorjournal.errors import ImportProblem
from mentorjournal.exchange.agreement_form import read_form

FIELDS = 4_900
LONG = 2_000_000


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
        + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    )


def catalogue(fields: bytes) -> bytes:
    return (
        b"<</Type/Catalog/Pages<</Type/Pages/Kids[<</Type/Page>>]/Count 1>>/AcroForm<</Fields[%b]>>>>"
        % fields
    )


def many(field: bytes) -> bytes:
    return b"".join(field % number for number in range(FIELDS))


KIDS = b"[%b]" % many(b"<</T(k%d)>>")

SHARED = {
    "a long name above": pdf(catalogue(b"2 0 R"), b"<</T(%b)/Kids %b>>" % (b"n" * LONG, KIDS)),
    "a long value above": pdf(catalogue(b"2 0 R"), b"<</T(n)/V(%b)/Kids %b>>" % (b"v" * LONG, KIDS)),
    "a long text": pdf(catalogue(many(b"<</T(k%d)/V 2 0 R>>")), b"(%b)" % (b"v" * LONG)),
    "a long word": pdf(catalogue(many(b"<</T(k%d)/V 2 0 R>>")), b"/%b" % (b"v" * LONG)),
    "a stream": pdf(
        catalogue(many(b"<</T(k%d)/V 2 0 R>>")),
        b"<</Length %d>>\nstream\n%b\nendstream" % (LONG, b"v" * LONG),
    ),
    "a long list": pdf(catalogue(many(b"<</T(k%d)/V 2 0 R>>")), b"[%b]" % (b"(v)" * 90_000)),
    "many kids": pdf(catalogue(many(b"<</T(k%d)/Kids 2 0 R>>")), b"[%b]" % (b"<</T(k)>>" * 90_000)),
    "a mark of brackets": pdf(catalogue(b"<</T(mentor_journal_form)/V(%b)>>" % (b"{}," * 3_000_000))),
}


@pytest.mark.parametrize("data", SHARED.values(), ids=SHARED)
def test_what_many_fields_share_is_not_read_again_for_each(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(data)
    with pytest.raises(ImportProblem, match="far more than a form"):
        read_form(path)
