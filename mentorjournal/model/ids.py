"""Names for things: random, opaque, and never telling anything about a person."""

from __future__ import annotations

import uuid
from typing import NewType

EntryId = NewType("EntryId", str)
"""A reflection, session, goal, action, learning point, topic or rating: UUID text."""

BlockId = NewType("BlockId", str)
"""A note block of a session: UUID text."""

CheckInId = NewType("CheckInId", str)

MilestoneId = NewType("MilestoneId", str)

RevisionId = NewType("RevisionId", str)


def new_entry_id() -> EntryId:
    return EntryId(str(uuid.uuid4()))


def new_block_id() -> BlockId:
    return BlockId(str(uuid.uuid4()))


def new_check_in_id() -> CheckInId:
    return CheckInId(str(uuid.uuid4()))


def new_milestone_id() -> MilestoneId:
    return MilestoneId(str(uuid.uuid4()))


def new_revision_id() -> RevisionId:
    return RevisionId(str(uuid.uuid4()))
