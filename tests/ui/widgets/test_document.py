"""What is written comes back as it was written."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextCursor, QTextDocument

from mentorjournal.model.blocks import EMPTY, Block, BlockKind, Span, paragraph
from tests.ui.widgets.documents import documents
from ui.widgets.editor.document import dump, load

pytestmark = pytest.mark.usefixtures("qapp")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents())
def test_every_document_comes_back_identical(document):
    store = QTextDocument()
    load(store, document)
    assert dump(store) == document


@pytest.mark.parametrize("document", [EMPTY, (Block(),), (Block(), Block()), (Block(BlockKind.DIVIDER),)])
def test_nothing_and_an_empty_line_are_told_apart(document):
    store = QTextDocument()
    load(store, (paragraph("something before"),))
    load(store, document)
    assert dump(store) == document


def test_words_that_come_into_a_divider_are_kept():
    store = QTextDocument()
    load(store, (Block(BlockKind.DIVIDER),))
    QTextCursor(store).insertText("words")
    assert dump(store) == (Block(spans=(Span("words"),)),)


def test_a_loaded_document_has_nothing_to_undo():
    store = QTextDocument()
    load(store, (paragraph("one"),))
    assert not store.isUndoAvailable()
