"""Pieces of what is bound like a book: a cover, chapters, their contents and an index with page numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cover:
    """A page of its own before all others, without a number: the paper's title and subtitle, *words* that
    must not be missed, and *small* ones at the foot.
    """

    words: tuple[str, ...]
    small: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading that the contents list. One of *level* 1 begins a page, one of level 2 does where little room
    is left. *aside* is said below it; *key* names the place for an index.
    """

    text: str
    level: int = 1
    aside: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """Every chapter of the paper with its page, under this heading."""

    heading: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """Where something occurs: what it is called there, and the key of a chapter or heading."""

    label: str
    key: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    text: str
    places: tuple[IndexPlace, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """What occurs where, each place with its page."""

    entries: tuple[IndexEntry, ...]


Bound = Cover | Chapter | Contents | PageBreak | Index
