"""A password on a finished PDF: AES-256 of revision 6, the newest that the format has, and nothing weaker."""

from __future__ import annotations

import io
import secrets
import stringprep
import unicodedata

from mentorjournal.errors import InvalidInput

LONGEST_PASSWORD = 127
"""Bytes of UTF-8; the format reads no further."""


def sealed(pdf: bytes, password: str) -> bytes:
    """*pdf* so that nobody reads it without *password*; every call draws new keys, so the bytes differ.

    What the PDF says about itself is sealed too, and nothing is added to it. Nobody holds the owner's
    password: it is random, and whoever has *password* may do everything. Raises InvalidInput for a password
    that no reader of PDFs would take.
    """
    import pikepdf

    encryption = pikepdf.Encryption(
        user=prepared(password),
        owner=secrets.token_urlsafe(48),
        R=6,
        aes=True,
        metadata=True,
        allow=pikepdf.Permissions(modify_assembly=True),
    )
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as whole:
        whole.save(out, encryption=encryption, fix_metadata_version=False)
    return out.getvalue()


def is_sealed(pdf: bytes) -> bool:
    """Whether these bytes are a PDF that needs a password."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf)) as whole:
            return bool(whole.is_encrypted)
    except pikepdf.PasswordError:
        return True
    except pikepdf.PdfError:
        return False


def prepared(password: str) -> str:
    """The password as readers of PDFs make it out of what is typed (SASLprep). Raises InvalidInput."""
    spaced = "".join(
        " " if stringprep.in_table_c12(sign) else sign
        for sign in password
        if not stringprep.in_table_b1(sign)
    )
    ready = unicodedata.normalize("NFKC", spaced)
    if not ready:
        raise InvalidInput("The password is empty. Type one, or leave the PDF without.")
    if any(stringprep.in_table_c21_c22(sign) or stringprep.in_table_c5(sign) for sign in ready):
        raise InvalidInput("The password holds a sign that cannot be typed again. Choose another one.")
    if len(ready.encode()) > LONGEST_PASSWORD:
        raise InvalidInput(
            f"The password is too long for a PDF, which takes {LONGEST_PASSWORD} letters at most and fewer in"
            " some scripts. Choose a shorter one."
        )
    return ready
