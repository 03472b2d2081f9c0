"""A process that writes every kind of field there is; its arguments tell it what to do."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from mentorjournal.errors import MentorJournalError
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.shelf import Shelf
from mentorjournal.model.action import Action
from mentorjournal.model.agreement import Agreement, Clause, ClauseKey
from mentorjournal.model.blocks import Block, Document, Span, from_plain
from mentorjournal.model.card import JournalId
from mentorjournal.model.closure import Closure
from mentorjournal.model.export import ExportKind
from mentorjournal.model.goal import CheckIn, Goal, Milestone
from mentorjournal.model.ids import EntryId, new_block_id, new_check_in_id, new_entry_id, new_milestone_id
from mentorjournal.model.ledger import LedgerEntry
from mentorjournal.model.lifecycle import Step
from mentorjournal.model.query import parse
from mentorjournal.model.rating import Rating, RatingInstrument, RatingItem
from mentorjournal.model.reflection import Answer, LearningPoint, Reflection
from mentorjournal.model.relationship import Programme, Relationship, Signpost
from mentorjournal.model.review import Fact, Review, ReviewAnswer
from mentorjournal.model.session import AdviceOutcome, AfterNote, NoteBlock, Preparation, Session
from mentorjournal.model.shared import SharedLine, SharedSummary, SummaryFormat
from mentorjournal.model.words import (
    ActionStatus,
    Attribution,
    Audience,
    GoalStatus,
    MeasureKind,
    RelationshipType,
    RetentionRule,
    ReviewKind,
    Role,
    Section,
    SessionStatus,
    Visibility,
)
from mentorjournal.vault.hardening import harden
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from tests.faults.canaries import canary

DAY = date(2026, 3, 1)
SHARED = Visibility.SUMMARY_OK
MANY = 100
"""Long texts in one transaction: more than the library keeps in memory, so that some are written out."""


def text(kind: str) -> Document:
    return from_plain(f"There is {canary(kind)} in it.")


def relationship() -> Relationship:
    return Relationship(
        codename=canary("codename"),
        my_role=Role.MENTEE,
        type=RelationshipType.ONE_STOP,
        my_display_name=canary("myname"),
        partner_display_name=canary("partnername"),
        partner_role_title=canary("partnerrole"),
        partner_organisation=canary("organisation"),
        partner_contact=canary("contact"),
        purpose=canary("purpose"),
        specialist_topic=canary("topic"),
        question=canary("question"),
        conflict_declared=canary("conflict"),
        my_training_title=canary("mytraining"),
        partner_training_title=canary("theirtraining"),
        signposts=(
            Signpost(
                what_for=canary("signpost"), service=canary("service"), contact=canary("servicecontact")
            ),
        ),
        programme=Programme(
            name=canary("programme"),
            coordinator_name=canary("coordinator"),
            coordinator_contact=canary("coordinatorcontact"),
            scheme_rules=canary("schemerules"),
        ),
    )


def write_everything(journal: Journal) -> None:
    answer = Answer(step_id="1", prompt_text=canary("prompttext"), text=text("answer"))
    linked = Block(spans=(Span("here", link=f"https://example.org/{canary('link')}"),))
    reflection = Reflection(
        id=new_entry_id(),
        day=DAY,
        title=canary("reflectiontitle"),
        text=(*text("overwritten"), linked),
        answers=(answer,),
        tags=(canary("tag"),),
    )
    journal.reflections.add(reflection)
    journal.rest()  # so that the word index has to forget it again
    journal.reflections.write(replace(reflection, text=(*text("reflectionbody"), linked)))
    deleted = Reflection(id=new_entry_id(), day=DAY, text=text("deleted"))
    journal.reflections.add(deleted)
    journal.rest()
    journal.reflections.remove(deleted.id)
    theirs = NoteBlock(
        id=new_block_id(),
        section=Section.THEIR_WORDS,
        text=text("theirwords"),
        attribution=Attribution.PARTNER_SAID,
        visibility=Visibility.NEVER_EXPORT,
    )
    journal.sessions.add(
        Session(
            id=new_entry_id(),
            day=DAY,
            status=SessionStatus.HELD,
            title=canary("sessiontitle"),
            place=canary("place"),
            intention=canary("intention"),
            desired_outcome=canary("wantedoutcome"),
            blocks=(
                NoteBlock(
                    id=new_block_id(),
                    section=Section.ADVICE_GIVEN,
                    text=text("noteblock"),
                    outcome=AdviceOutcome(what_happened=canary("adviceoutcome")),
                ),
                theirs,
            ),
            preparation=Preparation(
                since=canary("since"),
                avoiding=canary("avoiding"),
                not_raising=canary("notraising"),
                questions=canary("questions"),
            ),
            after_note=AfterNote(
                mattered=canary("mattered"),
                stopped_at=canary("stoppedat"),
                took_away=canary("tookaway"),
                return_to=canary("returnto"),
            ),
        )
    )
    journal.topics.capture(canary("agendatopic"))
    items = (RatingItem(canary("ratinglabel"), canary("ratinglow"), canary("ratinghigh")),)
    sheet = RatingInstrument(id="own", name=canary("ratingsheet"), items=items, source=canary("ratingsource"))
    journal.ratings.put_instrument(sheet)
    journal.ratings.add(
        Rating(
            id=new_entry_id(),
            day=DAY,
            instrument_id="own",
            name=canary("ratingname"),
            items=items,
            values=(7,),
            note=canary("ratingnote"),
        )
    )
    goal = Goal(
        id=new_entry_id(),
        day=DAY,
        title=canary("goaltitle"),
        why=text("goalwhy"),
        success_criterion=canary("criterion"),
        measure=MeasureKind.METRIC,
        unit=canary("unit"),
        target=9.0,
        visibility=SHARED,
        support_needed=canary("support"),
        milestones=(Milestone(id=new_milestone_id(), title=canary("milestone")),),
        evidence=(canary("evidence"),),
        gas_levels=(canary("gaslevel"),) * 5,
    )
    journal.goals.add(goal)
    check_in = CheckIn(id=new_check_in_id(), day=DAY, value=3.0, what_moved_it=canary("checkin"))
    journal.goals.check_in(goal.id, check_in)
    journal.goals.settle(goal.id, GoalStatus.ACHIEVED, canary("closingnote"))
    action = Action(id=new_entry_id(), day=DAY, text=canary("actiontext"), visibility=SHARED)
    journal.actions.add(action)
    journal.actions.settle(action.id, ActionStatus.DONE, canary("outcomenote"))
    point = LearningPoint(id=new_entry_id(), day=DAY, text=canary("learningpoint"), visibility=SHARED)
    journal.learning_points.add(point)
    write_of_the_whole(journal)


def write_of_the_whole(journal: Journal) -> None:
    """What is agreed, looked back at, and said of the end; the relationship goes on afterwards."""
    clause = Clause(
        key=ClauseKey.PURPOSE,
        my_draft=canary("clausemine"),
        partner_draft=canary("clausetheirs"),
        agreed_text=canary("clauseagreed"),
    )
    draft = Agreement(id=new_entry_id(), day=DAY, clauses=(clause,))
    journal.agreements.add(draft)
    journal.agreements.agree(draft.id, DAY)
    journal.reviews.add(
        Review(
            id=new_entry_id(),
            day=DAY,
            kind=ReviewKind.MID_TERM,
            answers=(
                ReviewAnswer(
                    question=canary("reviewquestion"),
                    mine=canary("reviewanswer"),
                    theirs=canary("reviewtheirs"),
                ),
            ),
            facts=(Fact(canary("reviewfact"), canary("factvalue")),),
            decisions=canary("decision"),
            agreement_changes=canary("change"),
        )
    )
    held = Closure(closed_on=DAY, rule=RetentionRule.ON_HOLD, hold_reason=canary("holdreason"))
    journal.exports.note(ExportKind.OTHER, canary("exportname"))
    shared = SharedSummary(
        id=new_entry_id(),
        at=journal.now(),
        audience=Audience.PARTNER,
        since=DAY,
        until=DAY,
        format=SummaryFormat.TEXT,
        file_name=canary("sharedname"),
        sha256="0" * 64,
        lines=(SharedLine(id="1", section="learning", label="", text=canary("sharedline")),),
    )
    journal.shared.keep(shared, canary("sharedcopy").encode())
    journal.life.close(replace(held, closed_on=journal.today()))
    journal.life.take(Step.REOPEN)


def leave_unfinished(shelf: Shelf, id: JournalId) -> None:
    """Words typed and not kept yet, as the window remembers them over locking."""
    draft = {"pages": {"goals": {"draft": canary("unfinished")}}}
    shelf.set_setting("place", {"journal": id, "places": {id: draft}})


def write_ledger(shelf: Shelf) -> None:
    """The vault's own, and of no journal."""
    entry = LedgerEntry(
        id=new_entry_id(),
        day=DAY,
        minutes=45,
        learning=canary("ledgerlearning"),
        how_applied=canary("ledgerapplied"),
    )
    shelf.ledger.put(entry)


def create(folder: Path) -> None:
    """Make the vault, write, search, lock; its recovery code goes to standard output."""
    vault, code = Vault.create(folder, canary("passphrase"), cost=FLOOR)
    shelf = Shelf(vault)
    opened = shelf.add(relationship())
    write_everything(opened.journal)
    write_ledger(shelf)
    shelf.set_setting("wish", canary("setting"))
    leave_unfinished(shelf, opened.id)
    shelf.rest()
    for word in ("answer", "searchword", "partnername"):
        list(shelf.find(parse(canary(word))))
    shelf.close()
    print("-".join(code.groups()))


def die(folder: Path) -> None:
    """Be killed -9 in the middle of a large transaction, with a word index half brought up to date. The code
    that opens the vault comes from standard input.
    """
    code = sys.stdin.readline()
    shelf = Shelf(Vault.unlock_with_code(folder, code))
    journal = shelf.named(canary("codename")).journal
    write_everything(journal)
    shelf.rest()
    with journal.together():
        for _ in range(MANY):
            long = from_plain(f"{canary('rolledback')} and more. " * 5000)
            journal.reflections.add(Reflection(id=EntryId(new_entry_id()), day=DAY, text=long))
        os.kill(os.getpid(), signal.SIGKILL)


def refused(folder: Path) -> None:
    """Type a wrong code and a wrong passphrase; what is said of them goes to standard error."""
    for unlock, secret in (
        (Vault.unlock_with_code, canary("wrongpassphrase")),
        (Vault.unlock, canary("wrongpassphrase")),
    ):
        try:
            unlock(folder, secret)
        except MentorJournalError as error:
            print(error, file=sys.stderr)


if __name__ == "__main__":
    harden()
    acts = {"create": create, "die": die, "refused": refused}
    acts[sys.argv[1]](Path(sys.argv[2]))
