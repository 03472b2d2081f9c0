"""What is handed over at the end is what was marked for it, and nothing private comes along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentorjournal.errors import NothingToShare
from mentorjournal.journal.journal import Journal
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey
from mentorjournal.model.blocks import Document, from_plain
from mentorjournal.model.closure import Closure
from mentorjournal.model.goal import CheckIn, Goal, Milestone
from mentorjournal.model.ids import new_block_id, new_check_in_id, new_entry_id, new_milestone_id
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Programme, Relationship, Signpost
from mentorjournal.model.review import Fact, Review, ReviewAnswer
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.topic import Topic
from mentorjournal.model.words import (
    ActionOwner,
    ActionStatus,
    Attribution,
    GoalStatus,
    MeasureKind,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
    Section,
    SessionKind,
    SessionStatus,
    Visibility,
    Whose,
)
from mentorjournal.pdf import render
from mentorjournal.sharing.handover import handover_of
from mentorjournal.sharing.handover_paper import handover_paper
from mentorjournal.sharing.plain import as_text
from tests.journal.conftest import desk, journal
from tests.pdf import reading

__all__ = ["desk", "journal"]

MARK = "ZQXPRIVATE"
"""Stands in everything that may never come along; SHOWN in all that does."""
SHOWN = "KWJSHOWN"
DAY = date(2026, 2, 1)
HIDDEN = (Visibility.PRIVATE, Visibility.NEVER_EXPORT)
SHARED = (Visibility.PARTNER_OK, Visibility.SUMMARY_OK)


def private() -> Document:
    return from_plain(f"{MARK} text")


def plant(journal: Journal, role: Role) -> None:
    """Fill the journal: a mark in each private field, and what is shown numbered from 1."""
    journal.describe(
        Relationship(
            codename=MARK,
            my_role=role,
            type=RelationshipType.LONG_TERM_FORMAL,
            my_display_name=MARK,
            partner_display_name=MARK,
            partner_role_title=MARK,
            partner_organisation=MARK,
            partner_contact=MARK,
            purpose=MARK,
            specialist_topic=MARK,
            question=MARK,
            conflict_declared=MARK,
            started_on=DAY - timedelta(days=300),
            programme=Programme(
                name=MARK, coordinator_name=MARK, coordinator_contact=MARK, scheme_rules=MARK
            ),
            signposts=(Signpost(what_for=MARK, service=MARK, contact=MARK),),
        )
    )
    _sessions(journal)
    _goals(journal)
    for place, visibility in enumerate((*SHARED, *HIDDEN)):
        word = f"{SHOWN}3{place}" if visibility in SHARED else MARK
        action = Action(
            id=new_entry_id(),
            day=DAY,
            text=word,
            owner=tuple(ActionOwner)[place % 3],
            is_promise=True,
            outcome_note=f"{word}o",
            status=ActionStatus.DONE,
            closed_on=DAY,
            visibility=visibility,
        )
        journal.actions.add(action)
        point = LearningPoint(
            id=new_entry_id(), day=DAY, text=word.replace("SHOWN3", "SHOWN4"), visibility=visibility
        )
        journal.learning_points.add(point)
    journal.reflections.add(
        Reflection(
            id=new_entry_id(),
            day=DAY,
            title=MARK,
            text=private(),
            answers=(Answer(step_id="1", prompt_text=MARK, text=private()),),
            tags=(MARK,),
        )
    )
    journal.topics.add(Topic(id=new_entry_id(), day=DAY, text=MARK, visibility=Visibility.PARTNER_OK))
    items = (RatingItem(MARK, MARK, MARK),)
    journal.ratings.put_instrument(RatingInstrument(id="own", name=MARK, items=items, source=MARK))
    journal.ratings.add(
        Rating(
            id=new_entry_id(), day=DAY, instrument_id="own", name=MARK, items=items, values=(7,), note=MARK
        )
    )
    _whole(journal)


def _sessions(journal: Journal) -> None:
    def block(word: str, visibility: Visibility, section: Section = Section.INSIGHT) -> NoteBlock:
        return NoteBlock(
            id=new_block_id(),
            section=section,
            text=from_plain(word),
            attribution=section.default_attribution,
            visibility=visibility,
            outcome=AdviceOutcome(what_happened=MARK),
        )

    blocks = (
        block(f"{SHOWN}10", Visibility.PARTNER_OK),
        block(f"{SHOWN}11", Visibility.SUMMARY_OK, Section.ADVICE_GIVEN),
        block(MARK, Visibility.PRIVATE),
        block(MARK, Visibility.NEVER_EXPORT),
        block(MARK, Visibility.NEVER_EXPORT, Section.THEIR_WORDS),
    )
    held = Session(
        id=new_entry_id(),
        day=DAY,
        status=SessionStatus.HELD,
        minutes=73,
        title=MARK,
        place=MARK,
        intention=MARK,
        desired_outcome=MARK,
        blocks=blocks,
        preparation=Preparation(since=MARK, avoiding=MARK, not_raising=MARK, questions=MARK),
        after_note=AfterNote(mattered=MARK, stopped_at=MARK, took_away=MARK, return_to=MARK),
        mood_before=9,
        mood_after=9,
        usefulness=9,
    )
    journal.sessions.add(held)
    for kind, status in (
        (SessionKind.CONTACT, SessionStatus.HELD),
        (SessionKind.REGULAR, SessionStatus.PLANNED),
        (SessionKind.REGULAR, SessionStatus.MISSED),
    ):
        note = replace(block(MARK, Visibility.PARTNER_OK), attribution=Attribution.AGREED_TOGETHER)
        journal.sessions.add(
            replace(held, id=new_entry_id(), kind=kind, status=status, minutes=999, blocks=(note,))
        )


def _goals(journal: Journal) -> None:
    shown = Goal(
        id=new_entry_id(),
        day=DAY,
        title=f"{SHOWN}20",
        why=private(),
        success_criterion=f"{SHOWN}21",
        measure=MeasureKind.GAS,
        gas_levels=(MARK,) * 5,
        support_needed=MARK,
        evidence=(MARK,),
        milestones=(Milestone(id=new_milestone_id(), title=MARK),),
        visibility=Visibility.PARTNER_OK,
        check_ins=(
            CheckIn(id=new_check_in_id(), day=DAY, value=-1, confidence=9, what_moved_it=f"{SHOWN}22"),
        ),
    )
    journal.goals.add(shown)
    journal.goals.settle(shown.id, GoalStatus.ON_HOLD, MARK)
    journal.goals.settle(shown.id, GoalStatus.PARTLY_ACHIEVED, f"{SHOWN}23")
    hidden = replace(shown, success_criterion=MARK, closing_note=MARK, title=MARK, unit=MARK)
    hidden = replace(hidden, check_ins=(CheckIn(id=new_check_in_id(), day=DAY, value=0, what_moved_it=MARK),))
    for changes in (
        {"visibility": Visibility.PRIVATE},
        {"visibility": Visibility.NEVER_EXPORT},
        {"whose": Whose.MINE_AS_MENTOR},
    ):
        again = (replace(hidden.check_ins[0], id=new_check_in_id()),)
        journal.goals.add(replace(hidden, id=new_entry_id(), check_ins=again, **changes))  # type: ignore[arg-type]


def _whole(journal: Journal) -> None:
    """The agreement and the reviews, and what was said of the end."""
    for version, text in enumerate((MARK, f"{SHOWN}50"), start=1):
        draft = Agreement(
            id=new_entry_id(),
            day=DAY,
            version=version,
            clauses=(
                Clause(key=ClauseKey.PURPOSE, my_draft=MARK, partner_draft=f"{MARK} too", agreed_text=text),
                Clause(key=ClauseKey.SUPPORT, agreed_text=MARK, applies=False),
                Clause(key=ClauseKey.POWER, my_draft=MARK),
            ),
        )
        journal.agreements.add(draft)
        journal.agreements.agree(draft.id, DAY)
    journal.agreements.add(
        Agreement(
            id=new_entry_id(),
            day=DAY,
            clauses=(Clause(key=ClauseKey.PURPOSE, my_draft=MARK, agreed_text=MARK),),
        )
    )
    review = Review(
        id=new_entry_id(),
        day=DAY,
        kind=ReviewKind.ENDING,
        answers=(ReviewAnswer(question=MARK, mine=MARK, theirs=MARK),),
        facts=(Fact(MARK, MARK),),
        decisions=f"{SHOWN}60",
        agreement_changes=MARK,
        done=True,
    )
    journal.reviews.add(review)
    journal.reviews.add(replace(review, id=new_entry_id(), decisions=MARK, done=False))
    journal.life.close(Closure(closed_on=DAY, rule=RetentionRule.ON_HOLD, hold_reason=MARK))


@pytest.mark.parametrize("role", Role)
def test_nothing_private_is_in_the_paper_or_its_file(journal: Journal, role: Role) -> None:
    plant(journal, role)
    paper = handover_paper(handover_of(journal))
    data = render(paper)
    for said in (as_text(paper), reading.text(data), str(reading.metadata(data)), repr(paper.pieces)):
        assert MARK not in said
    assert MARK.encode() not in reading.everything(data)
    assert "999" not in as_text(paper), "a contact and what did not take place are no sessions"
    for words in ("9 of 10", "onfidence"):
        assert words not in as_text(paper)


@pytest.mark.parametrize("role", Role)
def test_everything_that_was_marked_for_it_comes_along(journal: Journal, role: Role) -> None:
    plant(journal, role)
    said = reading.squeezed(as_text(handover_paper(handover_of(journal))))
    for number in ("10", "11", "20", "21", "22", "23", "30", "31", "30o", "31o", "40", "41", "50", "60"):
        assert f"{SHOWN}{number}" in said, number
    for words in ("73minutes", "1February2026", "-2→-1", "Partlyachieved", "Version2"):
        assert words in said, words


@pytest.mark.parametrize(
    ("role", "title", "words"),
    [
        (Role.MENTOR, "Hand-over copy", "for the mentee alone"),
        (Role.MENTEE, "My copy", "for me, the mentee, alone"),
        (Role.PEER, "Hand-over copy", "for the two of us alone"),
    ],
)
def test_it_says_what_it_is_and_whom_it_is_for_on_every_page(
    journal: Journal, role: Role, title: str, words: str
) -> None:
    plant(journal, role)
    paper = handover_paper(handover_of(journal))
    assert paper.title == title and words in as_text(paper).splitlines()[2]
    assert paper.footer.startswith("Private.") and f" F{words[1:]}. " in paper.footer


@pytest.mark.parametrize(
    ("role", "who"),
    [
        (Role.MENTOR, ("Mentor", "Mentee")),
        (Role.MENTEE, ("Mentee", "Mentor")),
        (Role.PEER, ("The writer", "The other")),
    ],
)
def test_whose_an_action_is_is_said_for_whoever_reads_it(
    journal: Journal, role: Role, who: tuple[str, str]
) -> None:
    journal.describe(replace(journal.relationship(), my_role=role))
    for owner in ActionOwner:
        journal.actions.add(
            Action(
                id=new_entry_id(), day=DAY, text=owner.value, owner=owner, visibility=Visibility.PARTNER_OK
            )
        )
    said = as_text(handover_paper(handover_of(journal)))
    for owner, part in zip(ActionOwner, (*who, "Both"), strict=True):
        assert f"{owner.value}\t{part}\tOpen" in said


def test_a_journal_with_nothing_to_hand_over_says_so(journal: Journal) -> None:
    journal.goals.add(Goal(id=new_entry_id(), day=DAY, title="A private one"))
    with pytest.raises(NothingToShare, match="There is nothing to hand over yet"):
        handover_paper(handover_of(journal))


def test_the_same_journal_gives_the_same_bytes(journal: Journal) -> None:
    plant(journal, Role.MENTOR)
    assert render(handover_paper(handover_of(journal))) == render(handover_paper(handover_of(journal)))


def test_no_word_of_it_is_in_a_repr(journal: Journal) -> None:
    plant(journal, Role.MENTOR)
    known = handover_of(journal)
    assert SHOWN not in repr((known, known.goals, known.notes, known.decided, known.learning, known.actions))
