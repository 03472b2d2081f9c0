"""Sharing in words for the window: readers, days, and what each step says of itself in the rail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mentorjournal.model.shared import SharedSummary, SummaryFormat
from mentorjournal.model.words import Audience, Role
from ui.pages.share.contract import RailState, Step


@dataclass(frozen=True, slots=True)
class Face:
    """A step as the rail shows it; *tone* is a role of the theme."""

    title: str
    state: str
    tone: str = "text3"


def said(text: str) -> str:
    """*text* in the language of the window."""
    return QCoreApplication.translate("Share", text)


def readers(role: Role) -> list[tuple[object, str]]:
    partner = {
        Role.MENTEE: said("Your mentor"),
        Role.MENTOR: said("Your mentee"),
        Role.PEER: said("Your peer"),
    }[role]
    return [
        (Audience.PARTNER, partner),
        (Audience.COORDINATOR_ATTENDANCE, said("Programme coordinator: attendance")),
        (Audience.COORDINATOR_OUTCOMES, said("Programme coordinator: outcomes")),
        (Audience.LINE_MANAGER, said("Line manager")),
        (Audience.PORTFOLIO, said("Your own portfolio")),
    ]


def reader(audience: Audience, role: Role) -> str:
    return str(dict(readers(role))[audience])


def day_text(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def format_text(format: SummaryFormat) -> str:
    return {
        SummaryFormat.PDF: said("PDF"),
        SummaryFormat.MARKDOWN: said("Markdown"),
        SummaryFormat.HTML: said("HTML"),
        SummaryFormat.TEXT: said("Plain text"),
        SummaryFormat.CLIPBOARD: said("Clipboard"),
    }[format]


def copy_title(copy: SharedSummary) -> str:
    """What a copy is called: the file, or the clipboard."""
    return copy.file_name or said("Copied to the clipboard")


def leaving_text(count: int) -> str:
    if count == 1:
        return said("1 line leaves this journal. Everything else stays.")
    return said("{count} lines leave this journal. Everything else stays.").format(count=count)


def not_looked_at(count: int) -> str:
    if not count:
        return ""
    return (
        said("1 place not looked at")
        if count == 1
        else said("{count} places not looked at").format(count=count)
    )


def faces(state: RailState, pages: int) -> dict[Step, Face]:
    """Every step with its state in a few words."""
    return {
        Step.READER: _mended(state, Step.READER, Face(said("Reader and period"), _who(state))),
        Step.LINES: _mended(state, Step.LINES, Face(said("What goes in"), _lines(state))),
        Step.CHECKS: Face(said("Checks"), *_checks(state)),
        Step.LOOK: _mended(state, Step.LOOK, Face(said("Look"), _look(state, pages))),
        Step.SAVE: _save(state),
        Step.EARLIER: Face(said("Shared before"), _earlier(state.earlier)),
    }


def _mended(state: RailState, step: Step, face: Face) -> Face:
    return Face(face.title, said("To be mended"), "danger") if state.wrong is step else face


def _who(state: RailState) -> str:
    who = reader(state.audience, state.role)
    return said("{reader}, since {day}").format(reader=who, day=state.since) if state.since else who


def _lines(state: RailState) -> str:
    if state.nothing:
        return said("Nothing to share")
    if state.goes is None:
        return ""
    return said("{count} of {all} lines").format(count=state.goes, all=state.offered)


def _checks(state: RailState) -> tuple[str, str]:
    if state.to_look is None:
        return "", "text3"
    if state.to_look:
        return said("{count} to look at").format(count=state.to_look), "warn"
    if state.kept == 1:
        return said("1 kept as it is"), "text3"
    if state.kept:
        return said("{count} kept as they are").format(count=state.kept), "text3"
    return said("Nothing found"), "text3"


def _look(state: RailState, pages: int) -> str:
    parts = []
    if pages:
        parts.append(said("1 page") if pages == 1 else said("{count} pages").format(count=pages))
    elif state.goes is not None and state.format is not SummaryFormat.PDF:
        parts.append(said("The text"))
    found = state.since_last
    if found and state.only_changes:
        parts.append(said("only what changed"))
    elif found:
        count = len(found.new) + len(found.changed) + len(found.gone)
        words = {0: said("nothing changed"), 1: said("1 change")}
        parts.append(words.get(count) or said("{count} changes").format(count=count))
    return ", ".join(parts)


def _save(state: RailState) -> Face:
    title = said("Agree and save") if state.needs_consent else said("Save")
    if state.wrong is Step.SAVE:
        return Face(title, said("To be mended"), "danger")
    if state.needs_consent and not state.may_be_saved and state.goes is not None:
        return Face(title, said("Waits for the agreement"), "warn")
    if state.saved:
        return Face(title, said("Saved"))
    form = "" if state.nothing else format_text(state.format)
    if state.nothing or state.format is not SummaryFormat.PDF:
        return Face(title, form)
    return Face(title, said("{form}, {size}").format(form=form, size=state.size))


def _earlier(count: int) -> str:
    if not count:
        return said("Nothing yet")
    return said("1 copy") if count == 1 else said("{count} copies").format(count=count)
