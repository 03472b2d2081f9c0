"""What step 3 of the schema brings: agreements, reviews, how a relationship was closed, and more about it."""

from __future__ import annotations

_COLUMNS = (
    "ALTER TABLE relationship ADD COLUMN question TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE relationship ADD COLUMN follow_up_on TEXT",
    "ALTER TABLE relationship ADD COLUMN conflict_declared TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE relationship ADD COLUMN signposts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(signposts))",
    "ALTER TABLE relationship ADD COLUMN my_training_on TEXT",
    "ALTER TABLE relationship ADD COLUMN my_training_title TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE relationship ADD COLUMN partner_training_on TEXT",
    "ALTER TABLE relationship ADD COLUMN partner_training_title TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE note_block ADD COLUMN turn TEXT CHECK (turn IN ('mine', 'partner'))",
    "ALTER TABLE session ADD COLUMN my_turn_minutes INTEGER CHECK (my_turn_minutes BETWEEN 0 AND 1440)",
    "ALTER TABLE session ADD COLUMN partner_turn_minutes INTEGER"
    " CHECK (partner_turn_minutes BETWEEN 0 AND 1440)",
)

# A table's rule cannot be changed, so the leaves move into one that knows agreements and reviews too. Their
# places stay, and with them the word index.
_LEAVES = (
    """
    CREATE TABLE leaf_new (
        place INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN
            ('reflection', 'session', 'goal', 'action', 'learning', 'relationship', 'topic', 'rating',
             'agreement', 'review')),
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        opening TEXT NOT NULL,
        stale INTEGER NOT NULL CHECK (stale IN (0, 1, 2))
    ) STRICT
    """,
    "INSERT INTO leaf_new (place, kind, id, title, opening, stale)"
    " SELECT place, kind, id, title, opening, stale FROM leaf",
    "DROP TABLE leaf",
    "ALTER TABLE leaf_new RENAME TO leaf",
    "CREATE INDEX leaf_stale ON leaf (place) WHERE stale > 0",
)

_AGREEMENT = (
    """
    CREATE TABLE agreement (
        id TEXT PRIMARY KEY,
        day TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        state TEXT NOT NULL CHECK (state IN ('draft', 'agreed', 'superseded')),
        agreed_on TEXT,
        review_on TEXT,
        signed_by_me INTEGER NOT NULL CHECK (signed_by_me IN (0, 1)),
        signed_by_partner INTEGER NOT NULL CHECK (signed_by_partner IN (0, 1)),
        terms TEXT NOT NULL CHECK (json_valid(terms)),
        clauses TEXT NOT NULL CHECK (json_valid(clauses)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    # Two drafts at once would be two agreements in review.
    "CREATE UNIQUE INDEX agreement_one_draft ON agreement (state) WHERE state = 'draft'",
    "CREATE UNIQUE INDEX agreement_one_agreed ON agreement (state) WHERE state = 'agreed'",
)

_REVIEW = (
    """
    CREATE TABLE review (
        id TEXT PRIMARY KEY,
        day TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('agreement_check', 'mid_term', 'ending', 'follow_up')),
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        decisions TEXT NOT NULL,
        agreement_changes TEXT NOT NULL,
        next_review_on TEXT,
        done INTEGER NOT NULL CHECK (done IN (0, 1)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
)

_CLOSURE = (
    """
    CREATE TABLE closure (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        closed_on TEXT NOT NULL,
        reason TEXT,
        thanked INTEGER NOT NULL CHECK (thanked IN (0, 1)),
        handed_over_on TEXT,
        rule TEXT NOT NULL CHECK (rule IN ('destroy_at_close', 'hand_to_mentee_then_destroy',
            'keep_until_date', 'keep_own_record', 'on_hold')),
        destroy_on TEXT,
        hold_reason TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
)

# What was written to a file outside: its name, never its folder.
_EXPORT = (
    """
    CREATE TABLE export (
        id TEXT PRIMARY KEY,
        day TEXT NOT NULL,
        what TEXT NOT NULL CHECK (what IN ('summary', 'brief', 'preparation', 'agenda', 'agreement', 'form',
            'review', 'handover', 'markdown', 'other')),
        file_name TEXT NOT NULL,
        made_at TEXT NOT NULL
    ) STRICT
    """,
)

WHOLE_RELATIONSHIP = (*_COLUMNS, *_LEAVES, *_AGREEMENT, *_REVIEW, *_CLOSURE, *_EXPORT)
