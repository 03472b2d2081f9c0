"""Say clearly when this Python is too old or too new. Readable for every Python from 3.6 on."""

import sys

OLDEST = (3, 11)
NEWEST = (3, 14)


def refuse_unsupported(script: str) -> None:
    """End with one sentence unless Mentor Journal runs on this Python."""
    problem = complaint(sys.version_info[:2], sys.executable, script, installed())
    if problem:
        sys.exit(problem)


def complaint(version: "tuple[int, int]", executable: str, script: str, others: "list[str]") -> str:
    """Return what to tell somebody whose Python does not do, or an empty text."""
    if OLDEST <= version <= NEWEST:
        return ""
    versions = OLDEST + NEWEST + version
    text = "Mentor Journal needs Python %d.%d to %d.%d; this one is %d.%d" % versions + " (%s)." % executable
    if others:
        return text + "\nAnother one is installed here. Try:  %s packaging/%s" % (others[0], script)
    return text + "\nInstall one of those and run this again with it."


def installed() -> "list[str]":
    """Name the supported Pythons that are on the search path, newest first."""
    from shutil import which

    minors = range(NEWEST[1], OLDEST[1] - 1, -1)
    return [name for name in ("python3.%d" % minor for minor in minors) if which(name)]
