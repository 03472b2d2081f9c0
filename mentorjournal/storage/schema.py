"""The schema of a journal's file, step by step. A step that has shipped is never edited; append the next."""

from __future__ import annotations

from mentorjournal.storage.connection import Connection
from mentorjournal.storage.migrations import Step
from mentorjournal.storage.schema_shared import FROZEN_COPIES
from mentorjournal.storage.schema_whole import WHOLE_RELATIONSHIP

STEPS: list[Step] = []
step = STEPS.append


@step
def m001_first_journal(db: Connection) -> None:
    for statement in (
        _RELATIONSHIP,
        _SESSION,
        _NOTE_BLOCK,
        _GOAL,
        _CHECK_IN,
        _ACTION,
        _REFLECTION,
        _LEARNING,
    ):
        db.run(statement)
    for statement in _LEAF:
        db.run(statement)
    for statement in _KEEPING:
        db.run(statement)


@step
def m002_working_cycle(db: Connection) -> None:
    for statement in (*_CYCLE_COLUMNS, *_MORE_LEAVES, *_TOPIC, *_RATING, *_REVISION):
        db.run(statement)


@step
def m003_whole_relationship(db: Connection) -> None:
    for statement in WHOLE_RELATIONSHIP:
        db.run(statement)


@step
def m004_frozen_copies(db: Connection) -> None:
    for statement in FROZEN_COPIES:
        db.run(statement)


_RELATIONSHIP = """
CREATE TABLE relationship (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    codename TEXT NOT NULL CHECK (length(codename) BETWEEN 1 AND 40),
    my_role TEXT NOT NULL CHECK (my_role IN ('mentee', 'mentor', 'peer')),
    type TEXT NOT NULL CHECK (type IN ('long_term_formal', 'one_stop', 'informal')),
    form TEXT NOT NULL CHECK (form IN ('traditional', 'peer', 'reverse', 'reciprocal')),
    status TEXT NOT NULL CHECK (status IN ('draft', 'active', 'paused', 'winding_up', 'closed')),
    my_display_name TEXT NOT NULL,
    partner_display_name TEXT NOT NULL,
    partner_role_title TEXT NOT NULL,
    partner_organisation TEXT NOT NULL,
    partner_contact TEXT NOT NULL,
    purpose TEXT NOT NULL,
    specialist_topic TEXT NOT NULL,
    programme_name TEXT NOT NULL,
    coordinator_name TEXT NOT NULL,
    coordinator_contact TEXT NOT NULL,
    scheme_rules TEXT NOT NULL,
    started_on TEXT,
    planned_end_on TEXT,
    ended_on TEXT,
    sessions_planned INTEGER CHECK (sessions_planned BETWEEN 1 AND 60),
    interval_days INTEGER CHECK (interval_days >= 1),
    minutes INTEGER NOT NULL CHECK (minutes >= 1),
    mode TEXT NOT NULL,
    my_training TEXT NOT NULL CHECK (my_training IN ('yes', 'no', 'unknown')),
    partner_training TEXT NOT NULL CHECK (partner_training IN ('yes', 'no', 'unknown')),
    updated_at TEXT NOT NULL
) STRICT
"""

_SESSION = """
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    at TEXT,
    kind TEXT NOT NULL CHECK (kind IN
        ('first', 'regular', 'mid_term_review', 'ending_review', 'one_stop', 'contact')),
    status TEXT NOT NULL CHECK (status IN
        ('planned', 'held', 'postponed', 'cancelled_by_me', 'cancelled_by_partner', 'missed')),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'video', 'phone', 'walking', 'written', 'other')),
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    intention TEXT NOT NULL,
    desired_outcome TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT
"""

_NOTE_BLOCK = """
CREATE TABLE note_block (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    section TEXT NOT NULL CHECK (section IN
        ('since_last_time', 'discussed', 'insight', 'their_words', 'advice_given', 'advice_received',
         'question_to_return_to', 'feedback', 'free')),
    attribution TEXT NOT NULL CHECK (attribution IN
        ('mine', 'partner_said', 'agreed_together', 'third_party')),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partner_ok', 'summary_ok', 'never_export')),
    text TEXT NOT NULL CHECK (json_valid(text))
) STRICT
"""

_GOAL = """
CREATE TABLE goal (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    title TEXT NOT NULL,
    why TEXT NOT NULL CHECK (json_valid(why)),
    success_criterion TEXT NOT NULL,
    horizon TEXT NOT NULL CHECK (horizon IN ('short', 'medium', 'long')),
    measure TEXT NOT NULL CHECK (measure IN
        ('yes_no', 'percent', 'scale_0_10', 'gas', 'metric', 'milestones', 'none')),
    unit TEXT NOT NULL,
    baseline REAL,
    target REAL,
    target_on TEXT,
    status TEXT NOT NULL CHECK (status IN
        ('idea', 'agreed', 'in_progress', 'achieved', 'partly_achieved', 'changed', 'let_go', 'on_hold')),
    closing_note TEXT NOT NULL,
    whose TEXT NOT NULL CHECK (whose IN ('mentee', 'mine_as_mentor')),
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partner_ok', 'summary_ok', 'never_export')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT
"""

_CHECK_IN = """
CREATE TABLE check_in (
    id TEXT PRIMARY KEY,
    goal_id TEXT NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    value REAL NOT NULL,
    what_moved_it TEXT NOT NULL,
    confidence INTEGER CHECK (confidence BETWEEN 0 AND 10),
    checked_by TEXT NOT NULL CHECK (checked_by IN ('me', 'agreed_together')),
    session_id TEXT REFERENCES session (id) ON DELETE SET NULL
) STRICT
"""

_ACTION = """
CREATE TABLE action (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    owner TEXT NOT NULL CHECK (owner IN ('me', 'partner', 'both')),
    is_promise INTEGER NOT NULL CHECK (is_promise IN (0, 1)),
    due_on TEXT,
    status TEXT NOT NULL CHECK (status IN ('open', 'done', 'partly_done', 'carried', 'dropped')),
    closed_on TEXT,
    outcome_note TEXT NOT NULL,
    goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL,
    session_id TEXT REFERENCES session (id) ON DELETE SET NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partner_ok', 'summary_ok', 'never_export')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT
"""

_REFLECTION = """
CREATE TABLE reflection (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    title TEXT NOT NULL,
    timing TEXT NOT NULL CHECK (timing IN ('before', 'after', 'between')),
    framework_id TEXT NOT NULL,
    tags TEXT NOT NULL CHECK (json_valid(tags)),
    session_id TEXT REFERENCES session (id) ON DELETE SET NULL,
    goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL,
    revisit_on TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    text TEXT NOT NULL CHECK (json_valid(text))
) STRICT
"""

_LEARNING = """
CREATE TABLE learning_point (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    from_reflection_id TEXT REFERENCES reflection (id) ON DELETE SET NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'partner_ok', 'summary_ok', 'never_export')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT
"""

# A leaf stands for each entry with what a list row shows; its words lie apart, so that a page of the timeline
# is a few pages of the file. The key is the day and the order within the day: newest first needs no sorting,
# here or in the word index.
_LEAF = (
    """
    CREATE TABLE leaf (
        place INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN
            ('reflection', 'session', 'goal', 'action', 'learning', 'relationship')),
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        opening TEXT NOT NULL,
        stale INTEGER NOT NULL CHECK (stale IN (0, 1, 2))
    ) STRICT
    """,
    """
    CREATE TABLE leaf_text (
        place INTEGER PRIMARY KEY,
        title_words TEXT NOT NULL,
        words TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX leaf_stale ON leaf (place) WHERE stale > 0",
    """
    CREATE VIRTUAL TABLE leaf_words USING fts5 (
        title_words, words, content = 'leaf_text', content_rowid = 'place',
        tokenize = "unicode61 remove_diacritics 2"
    )
    """,
    "CREATE VIRTUAL TABLE leaf_terms USING fts5vocab (leaf_words, 'row')",
    # Without it the words of what was deleted stay in the index.
    "INSERT INTO leaf_words (leaf_words, rank) VALUES ('secure-delete', 1)",
)

_KEEPING = (
    "CREATE TABLE keeping (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    # Counts every change, so that an older copy of the file put back in its place is noticed.
    "CREATE TABLE generation (one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL) STRICT",
    "INSERT INTO generation (one, count) VALUES (1, 0)",
    "CREATE INDEX note_block_by_session ON note_block (session_id, position)",
    "CREATE INDEX check_in_by_goal ON check_in (goal_id, position)",
    "CREATE INDEX session_by_day ON session (day, at)",
    "CREATE INDEX action_by_status ON action (status, due_on)",
)

_CYCLE_COLUMNS = (
    "ALTER TABLE relationship ADD COLUMN phase TEXT NOT NULL DEFAULT 'not_tracked' CHECK (phase IN ("
    "'rapport_building', 'direction_setting', 'progress_making', 'winding_up', 'moving_on', 'not_tracked'))",
    "ALTER TABLE session ADD COLUMN framework_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE session ADD COLUMN preparation TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(preparation))",
    "ALTER TABLE session ADD COLUMN after_note TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(after_note))",
    "ALTER TABLE session ADD COLUMN mood_before INTEGER CHECK (mood_before BETWEEN 0 AND 10)",
    "ALTER TABLE session ADD COLUMN mood_after INTEGER CHECK (mood_after BETWEEN 0 AND 10)",
    "ALTER TABLE session ADD COLUMN usefulness INTEGER CHECK (usefulness BETWEEN 0 AND 10)",
    "ALTER TABLE session ADD COLUMN airtime TEXT CHECK (airtime IN ('mostly_me', 'even', 'mostly_partner'))",
    "ALTER TABLE note_block ADD COLUMN outcome TEXT CHECK (json_valid(outcome))",
    "ALTER TABLE note_block ADD COLUMN special_category INTEGER NOT NULL DEFAULT 0"
    " CHECK (special_category IN (0, 1))",
    "ALTER TABLE action ADD COLUMN carried_count INTEGER NOT NULL DEFAULT 0 CHECK (carried_count >= 0)",
    "ALTER TABLE goal ADD COLUMN start_on TEXT",
    "ALTER TABLE goal ADD COLUMN support_needed TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE goal ADD COLUMN milestones TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(milestones))",
    "ALTER TABLE goal ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence))",
    "ALTER TABLE goal ADD COLUMN gas_levels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(gas_levels))",
    "ALTER TABLE goal ADD COLUMN smart TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(smart))",
    "ALTER TABLE goal ADD COLUMN history TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(history))",
    "ALTER TABLE reflection ADD COLUMN returns_to TEXT REFERENCES reflection (id) ON DELETE SET NULL",
    # What is near a day is asked of every journal of a vault at once, however long its past is.
    "CREATE INDEX session_planned ON session (day, at) WHERE status = 'planned' AND kind <> 'contact'",
    "CREATE INDEX session_held ON session (day) WHERE status = 'held' AND kind <> 'contact'",
    "CREATE INDEX reflection_by_revisit ON reflection (revisit_on) WHERE revisit_on IS NOT NULL",
    "CREATE INDEX reflection_by_goal ON reflection (goal_id) WHERE goal_id IS NOT NULL",
    "CREATE INDEX action_by_goal ON action (goal_id) WHERE goal_id IS NOT NULL",
    "CREATE INDEX reflection_by_return ON reflection (returns_to) WHERE returns_to IS NOT NULL",
)

# A table's rule cannot be changed, so the leaves move into one that knows topics and ratings too. Their
# places stay, and with them the word index.
_MORE_LEAVES = (
    """
    CREATE TABLE leaf_new (
        place INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN
            ('reflection', 'session', 'goal', 'action', 'learning', 'relationship', 'topic', 'rating')),
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

_TOPIC = (
    """
    CREATE TABLE topic (
        id TEXT PRIMARY KEY,
        day TEXT NOT NULL,
        text TEXT NOT NULL,
        source TEXT NOT NULL CHECK (source IN ('mine', 'partner', 'carried_over', 'inbox', 'suggested')),
        status TEXT NOT NULL CHECK (status IN ('open', 'discussed', 'carried', 'parked', 'dropped')),
        session_id TEXT REFERENCES session (id) ON DELETE SET NULL,
        position INTEGER NOT NULL,
        minutes INTEGER CHECK (minutes >= 0),
        carried_count INTEGER NOT NULL CHECK (carried_count >= 0),
        goal_id TEXT REFERENCES goal (id) ON DELETE SET NULL,
        visibility TEXT NOT NULL CHECK (visibility IN
            ('private', 'partner_ok', 'summary_ok', 'never_export')),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX topic_by_session ON topic (session_id, position)",
)

_RATING = (
    """
    CREATE TABLE instrument (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        scale TEXT NOT NULL CHECK (scale IN ('0_10', '1_5', 'gas')),
        items TEXT NOT NULL CHECK (json_valid(items)),
        source TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE rating (
        id TEXT PRIMARY KEY,
        day TEXT NOT NULL,
        instrument_id TEXT NOT NULL,
        name TEXT NOT NULL,
        scale TEXT NOT NULL CHECK (scale IN ('0_10', '1_5', 'gas')),
        items TEXT NOT NULL CHECK (json_valid(items)),
        given TEXT NOT NULL CHECK (json_valid(given)),
        given_then TEXT NOT NULL CHECK (json_valid(given_then)),
        note TEXT NOT NULL,
        session_id TEXT REFERENCES session (id) ON DELETE SET NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
)

_REVISION = (
    """
    CREATE TABLE revision (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        entry_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        moment TEXT NOT NULL,
        title TEXT NOT NULL,
        words INTEGER NOT NULL,
        parts TEXT NOT NULL CHECK (json_valid(parts)),
        UNIQUE (entry_id, number)
    ) STRICT
    """,
)
