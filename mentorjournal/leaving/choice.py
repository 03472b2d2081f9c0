"""In which forms everything is taken along, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mentorjournal.model.wording import capital, counted
from mentorjournal.model.words import Choice


class Form(Choice):
    MARKDOWN = "markdown", "Markdown"
    JSON = "json", "JSON"
    PDF = "pdf", "PDF"


ALL_FORMS = frozenset(Form)

NOT_ENCRYPTED = "These files are not encrypted: whoever can open the folder can read all of it."


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Taken:
    """What lies in *folder* now. Journals, by codename: *damaged* could not be opened and are not there,
    *in_part* are there as far as they could be read, *without_book* hold nothing that a book is made of, and
    *not_noted* do not know that these files were written. *service* keeps the folder on other machines too.
    """

    folder: Path
    journals: int
    files: int
    damaged: tuple[str, ...] = ()
    in_part: tuple[str, ...] = ()
    without_book: tuple[str, ...] = ()
    not_noted: tuple[str, ...] = ()
    service: str = ""

    @property
    def whole(self) -> bool:
        return not (self.damaged or self.in_part)

    def __repr__(self) -> str:
        return f"Taken({self.journals} journals)"


def report(taken: Taken) -> list[str]:
    """What to say of it, in sentences."""
    journals = counted(taken.journals, "journal", "journals")
    files = counted(taken.files, "file", "files")
    lines = [f"{capital(journals)} in {files}, written into {taken.folder}."]
    lines.append(f"{NOT_ENCRYPTED} “README.md” there says what is what.")
    if taken.service:
        lines.append(
            f"The folder lies where {taken.service} keeps a copy on other machines. Move it out of there,"
            " unless you want that."
        )
    if taken.damaged:
        lines.append(
            f"Damaged, and not among them: {', '.join(taken.damaged)}. “salvage” reads what can be read."
        )
    if taken.in_part:
        lines.append(f"Damaged, and there as far as they could be read: {', '.join(taken.in_part)}.")
    if taken.without_book:
        lines.append(f"Nothing to make a book of was found in: {', '.join(taken.without_book)}.")
    if taken.not_noted:
        lines.append(
            "Nothing can be saved in the vault now, so that these journals do not know of the files:"
            f" {', '.join(taken.not_noted)}. Remember it yourself, should one be destroyed one day."
        )
    return lines
