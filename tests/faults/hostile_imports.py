"""Hostile files of every kind that is brought in: notes, forms, question sets, settings and pasted pages."""

from __future__ import annotations

import contextlib
import io
import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf

from mentorjournal.errors import MentorJournalError
from mentorjournal.exchange.agreement_form import read_form
from mentorjournal.exchange.incoming import keep
from mentorjournal.exchange.jrnl import read_export
from mentorjournal.exchange.markdown_folder import read_folder
from mentorjournal.journal.journal import Journal
from mentorjournal.model.agreement import first_draft
from mentorjournal.model.blocks import from_json, to_json
from mentorjournal.model.ids import new_entry_id
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from mentorjournal.pdf import render
from mentorjournal.prompts import PromptSet, PromptStep
from mentorjournal.question_data import from_setting, from_yaml, to_setting, to_yaml
from mentorjournal.sharing.agreement_form import agreement_form
from mentorjournal.storage.connection import in_memory
from tests.faults.hostile_attempt import Broken, Format
from tests.faults.hostile_mutation import mutated, mutated_json

NOTES = Path(__file__).parent.parent / "data" / "notes"
ABOUT = Relationship(codename="Heron", my_role=Role.MENTOR, type=RelationshipType.LONG_TERM_FORMAL)

JRNL = {
    "tags": {"@work": 2},
    "entries": [
        {
            "title": f"Entry {number}",
            "body": "# Heading\n\n* one\n* **two** [three](https://example.org)\n\nMore words.",
            "date": f"2026-03-0{number}",
            "time": "09:30",
            "tags": ["@work"],
            "starred": number == 1,
        }
        for number in range(1, 5)
    ],
}


def _journal(folder: Path) -> Journal:
    journal = Journal(in_memory("journal"))
    journal.describe(ABOUT)
    return journal


def _brought_in(journal: Journal, read: Any) -> None:
    before = (journal.counts(), journal.generation())
    try:
        change = keep(journal, read())
    except MentorJournalError:
        if (journal.counts(), journal.generation()) != before:
            raise Broken("a refused import left something behind") from None
        raise
    change.undo()  # type: ignore[misc]  # an import can be taken back
    if journal.counts() != before[0]:
        raise Broken("an import that was taken back left something behind")


def _jrnl(journal: Journal, chance: random.Random, place: Path) -> None:
    data = json.dumps(mutated_json(JRNL, chance) if chance.random() < 0.6 else JRNL).encode()
    path = place / "export.json"
    path.write_bytes(mutated(data, chance) if chance.random() < 0.6 else data)
    _brought_in(journal, lambda: read_export(path))


def _samples(folder: Path) -> tuple[Journal, list[bytes]]:
    found = [path.read_bytes() for path in sorted(NOTES.rglob("*")) if path.is_file()]
    front = b"---\ntitle: A day\ndate: 2026-03-01\ntags: [a, b]\nmood: fine\n---\n# A\n\nWords.\n"
    return _journal(folder), [front, *found]


def _markdown(made: tuple[Journal, list[bytes]], chance: random.Random, place: Path) -> None:
    journal, samples = made
    folder = place / "notes"
    folder.mkdir()
    for number in range(chance.choice((1, 1, 3))):
        name = chance.choice(
            (
                f"2026-03-0{number + 1}.md",
                f"2026-13-4{number}.md",
                f"20260301 {number}\n\x1b\u202e.md",
                "x.txt",
            )
        )
        (folder / name).write_bytes(mutated(chance.choice(samples), chance))
    if chance.random() < 0.1:
        (folder / "2026-03-09.md").symlink_to("/dev/zero")
    if chance.random() < 0.1:
        (folder / "round").symlink_to(folder)
    _brought_in(journal, lambda: read_folder(folder))


def _form_made(folder: Path) -> bytes:
    return render(agreement_form(first_draft(new_entry_id(), ABOUT, date(2026, 11, 1))))


def _form(form: bytes, chance: random.Random, place: Path) -> None:
    path = place / "form.pdf"
    path.write_bytes(_refilled(form, chance) if chance.random() < 0.5 else mutated(form, chance))
    read_form(path)


def _refilled(form: bytes, chance: random.Random) -> bytes:
    """The form as a program saves it that has something against us: whole, with other things in it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(form)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)  # type: ignore[call-overload]
        long = pdf.make_stream(b"x" * chance.choice((0, 10, 2_000_000)))
        things = (
            *(
                pikepdf.String("\u202e\ud7ff" * 9000),
                pikepdf.Name("/" + "n" * 90),
                long,
                pikepdf.Array([1, 2]),
            ),
            *(pikepdf.String(mutated(b"\xfe\xff" + b"\0a" * 60, chance)), pikepdf.Dictionary(), fields[0]),
            *(pikepdf.String("9" * 5000), pikepdf.String("2026-02-30"), pikepdf.String("[" * 20_000)),
        )
        for _ in range(chance.choice((1, 3, 20))):
            one = chance.choice(fields)
            one[chance.choice(("/V", "/V", "/V", "/T", "/Kids", "/Parent", "/FT"))] = chance.choice(things)
        if chance.random() < 0.2:
            pdf.Root.AcroForm.XFA = pikepdf.Array([pikepdf.String("template"), long])
        if chance.random() < 0.2:
            pdf.Root.OpenAction = pikepdf.Dictionary(
                S=pikepdf.Name.JavaScript, JS="app.launchURL('http://x')"
            )
        locked = pikepdf.Encryption(owner="x", user="") if chance.random() < 0.1 else None
        pdf.save(out, encryption=locked if locked else False)
    return out.getvalue()


SETS = [
    PromptSet(
        id="own-1",
        name="Mine",
        use_for=(),
        source="me",
        steps=tuple(PromptStep(f"step-{n}", ("What?", "So?"), ("Why?",), "A step") for n in range(4)),
        own=True,
    )
]


def _questions(sets: list[PromptSet], chance: random.Random, place: Path) -> None:
    own = from_setting({"sets": to_setting(from_setting(None))["sets"]})
    from_setting(mutated_json({**to_setting(own), "sets": [{"name": "x", "steps": [{"id": "1"}]}]}, chance))
    from_yaml(mutated(to_yaml(sets).encode(), chance).decode("utf-8", "replace"))


def _settings(usual: bytes, chance: random.Random, place: Path) -> None:
    """The settings are read, as the window does on starting, and one of them is changed."""
    from ui.shell.settings_file import (
        LARGEST,
        SettingsFile,
        as_bytes,
        from_data,
        geometry_from_text,
        geometry_text,
    )

    data = json.dumps(mutated_json(json.loads(usual), chance)).encode()
    path = place / "own" / "settings.json"
    path.parent.mkdir()
    path.write_bytes(mutated(data, chance) if chance.random() < 0.5 else data)
    file = SettingsFile(path)
    found = file.value
    with contextlib.suppress(ValueError, RecursionError):
        said = json.loads(path.read_bytes())
        if isinstance(said, dict) and len(path.read_bytes()) < LARGEST and from_data(said) != found:
            raise Broken("the short way to read the settings finds others than the long way")
    if found.geometry is not None and geometry_from_text(geometry_text(found.geometry)) != found.geometry:
        raise Broken("the place of the window is not handed on as it is")
    if found.vault is not None:
        (place / found.vault).exists() if len(found.vault) < 200 else None
    file.change(lambda settings: settings._replace(companion=not settings.companion))
    if file.problem is not None:
        raise file.problem
    if path.read_bytes() != as_bytes(file.value) or SettingsFile(path).value != file.value:
        raise Broken("settings that were kept are read as others")


def _settings_made(folder: Path) -> bytes:
    from ui.shell.settings_file import Settings, as_bytes

    changed = Settings("dark", 150, 10, True, False, "/home/somebody/vault", (1, 2, 800, 600, 0), 30)
    return as_bytes(changed)


HTML = b"""<html><head><style>p {color: red}</style></head><body><h1>A</h1><p>One <b>two</b>
<a href="https://example.org">three</a> <img src="https://example.org/x.png"></p><ul><li>a<ul><li>b</ul></ul>
<table><tr><td>c</td></tr></table><blockquote>d</blockquote><pre>e</pre><hr></body></html>"""


def _page(folder: Path) -> Any:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication([])


def _paste(app: Any, chance: random.Random, place: Path) -> None:
    from PySide6.QtCore import QMimeData

    from ui.widgets.editor.paste import OWN_FORMAT, read

    mime = QMimeData()
    match chance.randrange(3):
        case 0:
            mime.setHtml(mutated(HTML, chance).decode("utf-8", "replace"))
        case 1:
            mime.setText(mutated(HTML, chance).decode("utf-8", "replace"))
        case _:
            own = json.loads(to_json(read(_html())))
            mime.setData(OWN_FORMAT, json.dumps(mutated_json(own, chance)).encode())
            mime.setText("words")
    found = read(mime)
    if from_json(to_json(found)) != found:
        raise Broken("what was pasted is not what would be kept")
    for block in found:
        for span in block.spans:
            if span.link and not span.link.lower().startswith(("http:", "https:", "mailto:")):
                raise Broken(f"a pasted link leads to {span.link[:40]}")


def _html() -> Any:
    from PySide6.QtCore import QMimeData

    mime = QMimeData()
    mime.setHtml(HTML.decode())
    return mime


JRNL_EXPORT = Format(_journal, _jrnl)
MARKDOWN = Format(_samples, _markdown)
FORM = Format(_form_made, _form)
QUESTIONS = Format(lambda folder: SETS, _questions)
SETTINGS = Format(_settings_made, _settings)
PASTE = Format(_page, _paste)
