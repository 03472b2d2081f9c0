"""Who it is about, who reads it and signs it: the lines of a summary that no entry of the journal holds."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.model.words import Audience, Training
from mentorjournal.sharing.offer import OfferedLine
from mentorjournal.sharing.reader import Reader
from mentorjournal.sharing.track import Track
from mentorjournal.sharing.wording import capital, day_words

CONFIDENTIAL = (
    "What is said in mentoring stays between mentor and mentee. This summary holds outcomes and"
    " objectives that its author chose to share."
)


def heading(reader: Reader) -> Iterator[OfferedLine]:
    about = reader.source.relationship
    if about.my_display_name.strip():
        yield OfferedLine(id="heading.author", label="Prepared by", text=about.my_display_name.strip())
    yield OfferedLine(id="heading.role", label="Role", text=capital(about.my_role.label))
    yield OfferedLine(id="heading.type", label="Kind of mentoring", text=capital(about.type.label))


def partner(reader: Reader) -> Iterator[OfferedLine]:
    """The name; in a portfolio, which outlives the relationship, what the partner was."""
    about = reader.source.relationship
    if reader.audience is Audience.PORTFOLIO:
        yield OfferedLine(id="partner.role", label="Together with", text=f"A {about.my_role.partner}")
    elif about.partner_display_name.strip():
        label = capital(about.my_role.partner)
        yield OfferedLine(id="partner.name", label=label, text=about.partner_display_name.strip())


def programme(reader: Reader) -> Iterator[OfferedLine]:
    name = reader.source.relationship.programme.name.strip()
    if name:
        yield OfferedLine(id="programme.name", label="Programme", text=name)


def support(reader: Reader) -> Iterator[OfferedLine]:
    """Empty: what a goal says of the help it needs was not written for this reader."""
    yield OfferedLine(id="support.words", text="", written_here=True)


def on_track(reader: Reader) -> Iterator[OfferedLine]:
    """One of three words, and no reasons."""
    suggested = reader.source.track
    yield OfferedLine(
        id="track.state",
        label="On track",
        text=suggested.label if suggested else "",
        written_here=suggested is None,
        choices=tuple(track.label for track in Track),
    )


def training(reader: Reader) -> Iterator[OfferedLine]:
    """That there was training, and that an agreement is in place since when; never what it says."""
    if reader.source.relationship.my_training is Training.YES:
        yield OfferedLine(id="training.mine", label="Training", text="Training for mentoring done")
    if reader.source.agreed_on:
        text = f"In place, agreed on {day_words(reader.source.agreed_on)}"
        yield OfferedLine(id="training.agreement", label="Mentoring agreement", text=text)


def confidentiality(reader: Reader) -> Iterator[OfferedLine]:
    yield OfferedLine(id="confidentiality.statement", text=CONFIDENTIAL)


def signatures(reader: Reader) -> Iterator[OfferedLine]:
    """The author signs; the partner where they read it, confirm the meetings, or agree to it."""
    author = capital(reader.role.label)
    yield OfferedLine(id="signatures.author", label="Signature", text=f"{author} (author)")
    confirms = reader.audience in (Audience.PARTNER, Audience.COORDINATOR_ATTENDANCE)
    if confirms or reader.needs_consent:
        yield OfferedLine(id="signatures.partner", label="Signature", text=capital(reader.role.partner))
