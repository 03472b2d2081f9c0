"""Fields and signatures to rows: boxes to type in, a question with its fields, and lines for a pen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mentorjournal.model.fields import Asked, ChoiceField, Field, HiddenField, TextField
from mentorjournal.model.paper import Signatures
from mentorjournal.pdf import style as look
from mentorjournal.pdf.flow import Row, kept_together
from mentorjournal.pdf.ink import Ink
from mentorjournal.pdf.paragraphs import Column, baseline
from mentorjournal.pdf.tags import Element
from mentorjournal.pdf.typeset import TextLine

_LINE_BOX = 22.0
_PAD = 12.0
_LABEL = 150.0
_GAP = 8.0
_ARROW = 26.0
"""Room for the button of a drop-down list."""
_DIGIT = 7.0
_INSIDE = 2.0
"""How far inside its box a field lies, so that no letter touches the edge."""
_SIGNED = 46.0
_DAY = 0.3
"""The share of a signature's line that is for the day."""


def asking_rows(piece: Signatures | TextField | Asked | HiddenField, column: Column) -> list[Row]:
    match piece:
        case Signatures():
            return _signature_rows(piece, column)
        case TextField():
            return [_box_row(piece, column)]
        case Asked():
            return [_asked_row(piece, column)]
        case HiddenField():
            return [Row(0.0, partial(_hidden, piece), keep=True)]


def _box_row(field: TextField, column: Column) -> Row:
    """A box as wide as the column."""
    height = field.lines * look.ENTRY.leading + _PAD
    element = column.root.add("Form")
    return Row(
        height,
        partial(
            _boxes, parts=((field, element, column.x, column.measure),), height=height, label=None, words=None
        ),
        before=7.0,
    )


def _asked_row(asked: Asked, column: Column) -> Row:
    """The label on the left, its fields one after the other."""
    words = column.typesetter.one_line(asked.label, look.LABEL)
    label = column.root.add("P")
    across = column.x + _LABEL
    parts = []
    for field in asked.fields:
        wide = min(_width(field, column), column.x + column.measure - across)
        parts.append((field, column.root.add("Form"), across, wide))
        across += wide + _GAP
    draw = partial(_boxes, parts=parts, height=_LINE_BOX, label=label, words=(words, column.x))
    return Row(_LINE_BOX, draw, before=6.0)


def _signature_rows(signatures: Signatures, column: Column) -> list[Row]:
    rows = []
    for who in signatures.who:
        element = column.root.add("P")
        day = column.part(column.measure * (1 - _DAY), column.measure * _DAY)
        name = column.part(0.0, column.measure * (1 - _DAY) - 2 * _GAP)
        words = [
            (part, part.typesetter.one_line(text, look.LABEL)) for part, text in ((name, who), (day, "Date"))
        ]
        rows.append(Row(_SIGNED, partial(_to_sign, element, words), before=6.0))
    return kept_together(rows)


def _width(field: Field, column: Column) -> float:
    if isinstance(field, ChoiceField):
        return _ARROW + max(column.typesetter.width(label, look.ENTRY) for _, label in field.choices)
    return field.longest * _DIGIT + 16.0


def _boxes(
    ink: Ink,
    top: float,
    *,
    parts: Sequence[tuple[Field, Element, float, float]],
    height: float,
    label: Element | None,
    words: tuple[TextLine, float] | None,
) -> None:
    if words:
        ink.begin(label)
        ink.text(words[0], words[1], baseline(top - (height - look.LABEL.leading) / 2, look.LABEL))
    for field, element, x, width in parts:
        ink.begin(None)
        edges = f"{x:.2f} {top - height:.2f} {width:.2f} {height:.2f} re"
        ink.path(edges, fill=look.PAPER, stroke=look.LINE_STRONG, thickness=0.6)
        ink.field(field, element, (x + _INSIDE, top - height + _INSIDE, x + width - _INSIDE, top - _INSIDE))


def _hidden(field: HiddenField, ink: Ink, top: float) -> None:
    ink.hide(field)


def _to_sign(element: Element, words: list[tuple[Column, TextLine]], ink: Ink, top: float) -> None:
    for part, line in words:
        ink.begin(None)
        ink.rule(part.x, top - _SIGNED + look.LABEL.leading + 2.0, part.measure, look.LINE_STRONG, 0.6)
        ink.begin(element)
        ink.text(line, part.x, baseline(top - _SIGNED + look.LABEL.leading, look.LABEL))
