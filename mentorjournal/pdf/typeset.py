"""Text to lines: words found, set in faces, measured once for each document, and broken to a measure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mentorjournal.pdf.bidi_levels import LEFT_MARK, RIGHT_MARK, RIGHT_TO_LEFT, levels, visual_order
from mentorjournal.pdf.chain import face_for, named, unseen
from mentorjournal.pdf.faces import Face, Shaped, face, face_name
from mentorjournal.pdf.style import Style
from mentorjournal.pdf.tongues import tongue
from mentorjournal.pdf.words import (
    ADDRESS_BREAK,
    DASH,
    EMOJI_STYLE,
    LONG_WORD,
    NEEDS_LOOK,
    NOT_PLAIN,
    UNSPACED,
    breakable,
    clean,
    clusters,
)

Run = tuple[str, Style]

_WORDS = re.compile("[^ \t]+|[ \t]+")


@dataclass(slots=True, eq=False)
class Token:
    """A piece of a word, or the space between two, in one style. *free*: a line may end before it.

    *shown* is how it was last written into this document, kept so that a common word is encoded once.
    *tongue* is its language where that is not the paper's.
    """

    text: str
    style: Style
    shapes: tuple[Shaped, ...]
    width: float
    level: int
    space: bool
    free: bool
    shown: str = ""
    tongue: str = ""


@dataclass(slots=True)
class TextLine:
    """Tokens from left to right; *from_right*: it begins at the right edge.

    *uniform*: one style and one face throughout, so that it can be drawn in one go. Where a line ends between
    two words, the space is there for whoever reads the words one after the other, and lies outside *width*:
    it reaches out by *overhang* at the left where the line runs from the right.
    """

    tokens: list[Token]
    width: float
    leading: float
    from_right: bool
    uniform: bool = False
    overhang: float = 0.0


class Typesetter:
    """Sets text for one document. It remembers the shape of each word, and forgets with the document."""

    def __init__(self, language: str) -> None:
        self._language = language or "en"
        self._shapes: dict[tuple[str, str, bool], tuple[Shaped, ...]] = {}
        self._plain: dict[Style, dict[str, Token]] = {}
        self._around = ""

    def width(self, text: str, style: Style) -> float:
        """How wide *text* is on one line."""
        return sum(token.width for token in self._tokens([(clean(text), style)])[0])

    def one_line(self, text: str, style: Style) -> TextLine:
        """*text* on a single line, however long."""
        tokens, from_right = self._tokens([(clean(text), style)])
        return _line(tokens, style.leading, from_right)

    def spaced(self, text: str, style: Style, cell: float) -> TextLine:
        """*text* on one line with each character in the middle of a cell, *cell* thousandths wide."""
        first, text = face(face_name(style)[0]), clean(text)
        if not text or not first.covers(text):
            return self.one_line(text, style)
        shaped = first.spaced(text, cell)
        width = shaped.width * style.size / 1000
        return TextLine([Token(text, style, (shaped,), width, 0, False, True)], width, style.leading, False)

    def lines(self, runs: Sequence[Run], measure: float) -> list[TextLine]:
        """*runs* as one paragraph, broken to *measure*. A word that is wider is broken where it must be."""
        runs = [(clean(text), style) for text, style in runs]
        if len(runs) == 1 and (plain := self._plain_lines(runs[0][0], runs[0][1], measure)):
            return plain
        leading = max((style.leading for _, style in runs), default=0.0)
        tokens, from_right = self._tokens(runs)
        lines: list[TextLine] = []
        line: list[Token] = []
        width = 0.0
        for unit in _units(tokens):
            unit_width = unit[0].width if len(unit) == 1 else sum(token.width for token in unit)
            if width + unit_width <= measure or unit[0].space:
                line.extend(unit)
                width += unit_width
                continue
            if unit_width <= measure and not UNSPACED.search(unit[0].text):
                lines.append(_line(line, leading, from_right, goes_on=True))
                line, width = list(unit), unit_width
                continue
            for part in self._broken(unit, measure, measure - width):
                part_width = sum(token.width for token in part)
                if line and width + part_width > measure:
                    lines.append(_line(line, leading, from_right, goes_on=True))
                    line, width = [], 0.0
                line.extend(part)
                width += part_width
        if line or not lines:
            lines.append(_line(line, leading, from_right))
        return lines

    def _plain_lines(self, text: str, style: Style, measure: float) -> list[TextLine] | None:
        """The short way for most text: one style, one face, single spaces. None where that will not do."""
        if NOT_PLAIN.search(text) or not face(face_name(style)[0]).covers(text):
            return None
        known = self._plain.setdefault(style, {" ": self._token(" ", style, 0, True, True)})
        space = known[" "]
        gap = space.width
        lines: list[TextLine] = []
        line: list[Token] = []
        width = -gap
        for word in text.split(" "):
            token = known.get(word)
            if token is None:
                if not word or len(word) > LONG_WORD:
                    return None
                token = known[word] = self._token(word, style, 0, False, True)
            if token.tongue:
                return None
            width += gap + token.width
            if width > measure:
                if not line or token.width > measure or DASH.search(word):
                    return None
                lines.append(TextLine(line, width - gap - token.width, style.leading, False, True))
                line, width = [token, space], token.width
            else:
                line += (token, space)
        line.pop()
        lines.append(TextLine(line, width, style.leading, False, True))
        return lines

    def _tokens(self, runs: Sequence[Run]) -> tuple[list[Token], bool]:
        whole = self._around = "".join(text for text, _ in runs)
        base, all_levels = levels(whole) if RIGHT_TO_LEFT.search(whole) else (0, None)
        tokens: list[Token] = []
        place = 0
        for text, style in runs:
            for match in _WORDS.finditer(text):
                start = place + match.start()
                tokens.extend(self._word(match.group(), style, all_levels, start))
            place += len(text)
        for before, token in zip([None, *tokens], tokens, strict=False):
            token.free = token.free or token.space or before is None or before.space
        for before, space, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if space.space and before.tongue and before.tongue == after.tongue:
                space.tongue = before.tongue
        if all_levels:
            tokens = list(self._marked(tokens, base))
        return tokens, bool(base)

    def _marked(self, tokens: Sequence[Token], base: int) -> Iterator[Token]:
        """*tokens* with a mark that is not seen where a run against the line's direction ends: programs that
        copy text out tell directions by letters alone, and would give signs there to the wrong one.
        """
        own, other = (RIGHT_MARK, LEFT_MARK) if base else (LEFT_MARK, RIGHT_MARK)
        for against, group in groupby(tokens, lambda token: _against(token, base)):
            run = list(group)
            yield from run
            if against:
                if not _tells(run[-1].text[-1]):
                    yield _unseen(other, run[-1].style, run[-1].level)
                yield _unseen(own, run[-1].style, base)

    def _word(self, text: str, style: Style, all_levels: list[int] | None, start: int) -> Iterator[Token]:
        space = text[0] in " \t"
        if space:
            text = " " * len(text)
        if all_levels is None:
            if space or not (NEEDS_LOOK.search(text) or len(text) > LONG_WORD):
                yield self._token(text, style, 0, space, False)
                return
            runs = [(text, 0)]
        else:
            runs = _level_runs(text, all_levels[start : start + len(text)])
        for part, level in runs:
            for i, piece in enumerate([part] if space else breakable(part)):
                yield self._token(piece, style, level, space, i > 0)

    def _token(self, text: str, style: Style, level: int, space: bool, free: bool) -> Token:
        shapes = self._shape(text, style, bool(level % 2))
        width = (shapes[0].width if len(shapes) == 1 else sum(s.width for s in shapes)) * style.size / 1000
        foreign = "" if text.isascii() else tongue(text, self._language, self._around)
        return Token(text, style, shapes, width, level, space, free, tongue=foreign)

    def _shape(self, text: str, style: Style, right_to_left: bool) -> tuple[Shaped, ...]:
        name = face_name(style)[0]
        key = (name, text, right_to_left)
        found = self._shapes.get(key)
        if found is None:
            first = face(name)
            pieces = [(first, text)] if first.covers(text) else _by_face(text, first)
            shapes = [
                f.shape(piece, right_to_left, self._language)
                if f
                else first.instead(piece, named(piece), self._language)
                for f, piece in pieces
            ]
            found = self._shapes[key] = tuple(reversed(shapes) if right_to_left else shapes)
        return found

    def _broken(self, unit: Sequence[Token], measure: float, room: float) -> Iterator[list[Token]]:
        """A word that must be broken: at the marks of an address where there are some, else anywhere."""
        for token in unit:
            pieces = (
                [p for p in ADDRESS_BREAK.split(token.text) if p]
                if len(token.text) > LONG_WORD
                else [token.text]
            )
            for piece in pieces:
                whole = self._token(piece, token.style, token.level, token.space, True)
                if whole.width <= (room if UNSPACED.search(piece) else measure):
                    yield [whole]
                    room -= whole.width
                    continue
                for part in self._fitting(piece, token, measure, room if room > measure / 4 else measure):
                    yield [part]
                    room = measure - part.width

    def _fitting(self, text: str, like: Token, measure: float, room: float) -> Iterator[Token]:
        """*text* in parts, the first no wider than *room* and the others than *measure*."""
        part, width = "", 0.0
        for cluster in clusters(text):
            step = self._token(cluster, like.style, like.level, False, True).width
            if part and width + step > room:
                yield self._token(part, like.style, like.level, False, True)
                part, width, room = "", 0.0, measure
            part += cluster
            width += step
        if part:
            yield self._token(part, like.style, like.level, False, True)


def _against(token: Token, base: int) -> bool:
    return token.level > base


def _unseen(mark: str, style: Style, level: int) -> Token:
    return Token(mark, style, (unseen(mark),), 0.0, level, False, False)


def _tells(character: str) -> bool:
    """Whether the direction of a character is its own."""
    return unicodedata.bidirectional(character) in ("L", "R", "AL", "EN", "AN")


def _line(tokens: list[Token], leading: float, from_right: bool, *, goes_on: bool = False) -> TextLine:
    end = len(tokens)
    while end and tokens[end - 1].space:
        end -= 1
    kept = tokens[:end]
    width = sum(token.width for token in kept)
    after = [replace(tokens[end], level=int(from_right), tongue="")] if goes_on and end < len(tokens) else []
    kept += after
    if any(token.level for token in kept):
        kept = visual_order(kept, [token.level for token in kept])
    return TextLine(
        kept, width, leading, from_right, overhang=after[0].width if from_right and after else 0.0
    )


def _units(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Tokens in groups that no line may end within."""
    start = 0
    for i in range(1, len(tokens)):
        if tokens[i].free:
            yield tokens[start:i]
            start = i
    if tokens:
        yield tokens[start:]


def _level_runs(text: str, its_levels: Sequence[int]) -> list[tuple[str, int]]:
    runs: list[tuple[str, int]] = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or its_levels[i] != its_levels[start]:
            runs.append((text[start:i], its_levels[start]))
            start = i
    return runs


def _by_face(text: str, first: Face) -> list[tuple[Face | None, str]]:
    """*text* in pieces, each in the first face of the chain that shows it; None where there is none. Marks
    stay with their letter.
    """
    pieces: list[tuple[Face | None, str]] = []
    for cluster in clusters(text):
        before = pieces[-1][0] if pieces else first
        # a word already begun in another face stays in it: half a word in each looks like a mistake
        stays = before and before is not first and before.shows(cluster) and EMOJI_STYLE not in cluster
        chosen = before if stays else face_for(cluster, first)
        if pieces and chosen and chosen is before:
            pieces[-1] = (before, pieces[-1][1] + cluster)
        else:
            pieces.append((chosen, cluster))
    return pieces
