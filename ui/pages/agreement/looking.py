"""The versions of the agreement: which holds, what changed from one to the next. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorjournal.model import agreement as rules
from mentorjournal.model.agreement import Agreement
from mentorjournal.model.ids import EntryId
from mentorjournal.model.words import AgreementState
from ui.pages.agreement.contract import Nothing, Read, Reading, VersionRow


def draft(versions: Sequence[Agreement]) -> Agreement | None:
    """The one that is being worked on."""
    return next((one for one in versions if one.state is AgreementState.DRAFT), None)


def agreed(versions: Sequence[Agreement]) -> Agreement | None:
    """The one that holds."""
    return next((one for one in versions if one.state is AgreementState.AGREED), None)


def of(versions: Sequence[Agreement], id: EntryId | None) -> Agreement | None:
    return next((one for one in versions if one.id == id), None)


def settled(versions: Sequence[Agreement]) -> list[Agreement]:
    """Those that were agreed once, the newest first."""
    known = [one for one in versions if one.state is not AgreementState.DRAFT]
    return sorted(known, key=lambda one: one.version, reverse=True)


def latest(versions: Sequence[Agreement]) -> Agreement | None:
    return next(iter(settled(versions)), None)


def before(versions: Sequence[Agreement], one: Agreement) -> Agreement | None:
    """The version that *one* took the place of."""
    return next((other for other in settled(versions) if other.version < one.version), None)


def rows(versions: Sequence[Agreement]) -> tuple[VersionRow, ...]:
    found = []
    for one in settled(versions):
        earlier = before(versions, one)
        found.append(
            VersionRow(
                id=one.id,
                version=one.version,
                on=one.agreed_on or one.day,
                holds=one.state is AgreementState.AGREED,
                first=earlier is None,
                changed=rules.changed(earlier, one) if earlier is not None else (),
            )
        )
    return tuple(found)


def reading(read: Read, shown: Agreement, today: date, *, listed: bool) -> Reading:
    """*shown* as it is read; *listed* among all versions."""
    versions = read.versions
    return Reading(
        agreement=shown,
        holds=shown.state is AgreementState.AGREED,
        role=read.about.my_role,
        today=today,
        before=before(versions, shown),
        rows=rows(versions) if listed else (),
        has_draft=draft(versions) is not None,
        versions=len(settled(versions)),
    )


def nothing(read: Read) -> Nothing:
    about = read.about
    return Nothing(type=about.type, form=about.form, role=about.my_role, put_away=read.put_away)
