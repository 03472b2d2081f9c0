"""Whom a journal knows, for the checks before anything leaves."""

from dataclasses import replace
from datetime import date

from mentorjournal.guidance.people import known_of
from mentorjournal.model.blocks import from_plain
from mentorjournal.model.ids import BlockId, new_entry_id
from mentorjournal.model.relationship import Programme, Signpost
from mentorjournal.model.session import NoteBlock, Session
from mentorjournal.model.words import Attribution, Role, Section, Visibility

DAY = date(2026, 2, 1)


def described(journal, **about):
    journal.describe(replace(journal.relationship(), **about))
    return known_of(journal)


def test_partner_writer_and_coordinator_are_known(journal):
    known = described(
        journal,
        my_role=Role.MENTOR,
        partner_display_name=" Żaneta Wójcik ",
        my_display_name="Morgan Ellery",
        programme=Programme(coordinator_name="Óscar Quim"),
    )
    assert (known.partner, known.partner_role, known.me) == ("Żaneta Wójcik", "my mentee", "Morgan Ellery")
    assert known.people == ("Óscar Quim",)


def test_people_named_in_signposts_and_other_hats_are_known(journal):
    known = described(
        journal,
        my_display_name="Morgan Ellery",
        conflict_declared="I sit on a panel with Prof. Ravi Menon and with Morgan Ellery.",
        signposts=(Signpost(what_for="Worries", service="Student Support", contact="Mary O’Hara, room 4"),),
    )
    assert known.people == ("Prof. Ravi Menon", "Mary O’Hara")


def test_people_named_in_the_agreement_are_known(journal):
    journal.agreements.begin()
    draft = journal.agreements.draft()
    clause = replace(draft.clauses[0], my_draft="If we disagree we ask Nkechi Obi.", applies=True)
    journal.agreements.write(replace(draft, clauses=(clause, *draft.clauses[1:])))
    assert known_of(journal).people == ("Nkechi Obi",)


def test_the_words_that_the_partner_said_are_known_and_no_others(journal):
    def block(number: int, text: str, said: Attribution, section: Section = Section.FREE) -> NoteBlock:
        never = section is Section.THEIR_WORDS
        return NoteBlock(
            id=BlockId(f"block-{number}"),
            section=section,
            text=from_plain(text),
            attribution=said,
            visibility=Visibility.NEVER_EXPORT if never else Visibility.PRIVATE,
        )

    blocks = (
        block(1, "Write the last page first.", Attribution.PARTNER_SAID, Section.THEIR_WORDS),
        block(2, "I wrote it down.", Attribution.MINE),
        block(3, "Write the last page first.", Attribution.PARTNER_SAID),
        block(4, "We agreed on June.", Attribution.AGREED_TOGETHER),
    )
    journal.sessions.add(Session(id=new_entry_id(), day=DAY, blocks=blocks))
    assert known_of(journal).said == ("Write the last page first.",)


def test_a_journal_that_names_nobody_knows_nobody(journal):
    known = described(journal, partner_display_name="")
    assert (known.partner, known.me, known.people, known.said) == ("", "", (), ())
