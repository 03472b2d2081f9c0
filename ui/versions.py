"""What this is and what it stands on, in four lines. Imports no Qt where package data is at hand."""

from __future__ import annotations


def versions() -> str:
    from importlib.metadata import PackageNotFoundError, version

    from mentorjournal import __version__
    from mentorjournal.vault.versions import cipher_versions

    try:
        qt = version("PySide6-Essentials")
    except PackageNotFoundError:  # a bundle without package data
        from PySide6 import __version__ as qt
    cipher = cipher_versions()
    return f"Mentor Journal {__version__}\nSQLCipher {cipher.sqlcipher}\nSQLite {cipher.sqlite}\nQt {qt}"
