"""What stands beside a word, and whether it makes the word somebody: “asked …”, “my tutor …”."""

from __future__ import annotations

from mentorjournal.checks.lists import phrases, section
from mentorjournal.checks.naming import after_role
from mentorjournal.checks.reading import Reading
from mentorjournal.checks.words_of_names import Like, is_thing, like, without_possessive

_LEAVES_OPEN = frozenset("and from visit match support like love help report copy see show ring".split())  # noqa: SIM905
"""Before a place or a thing, these say nothing about people."""
_THINGS = ("nouns_of_things", "tails")


class Beside:
    """The words of one text by number, each with what stands before and behind it."""

    def __init__(self, reading: Reading, language: str) -> None:
        self.reading = reading
        self.language = language
        self._likes: dict[str, Like] = {}

    def like(self, number: int) -> Like:
        text = self.reading.texts[number]
        found = self._likes.get(text)
        if found is None:
            lower = self.reading.lowers[number]
            found = Like.WORD if len(text) == 1 else like(text, lower, self.language)
            self._likes[text] = found
        return found

    def lower(self, number: int) -> str:
        return self.reading.lowers[number] if 0 <= number < len(self.reading.texts) else ""

    def stem(self, number: int) -> str:
        return without_possessive(self.lower(number))

    def before(self, number: int) -> str:
        """The word before, with only a space between; the empty text where there is none."""
        return self.reading.lowers[number - 1] if self.reading.beside(number) else ""

    def after(self, number: int) -> str:
        following = number + 1
        beside = following < len(self.reading.texts) and self.reading.beside(following)
        return self.reading.lowers[following] if beside else ""

    def listed(self, word: str, *sections: str) -> bool:
        return any(word in section(self.language, name) for name in sections)

    def is_possessive(self, number: int) -> bool:
        return self.lower(number).endswith("'s")

    def is_particle(self, number: int) -> bool:
        """“van”, “de”, “bin” between the words of a name."""
        small = self.reading.texts[number].islower()
        return small and self.listed(self.lower(number), "particles") and self.reading.beside(number)

    def is_initial(self, number: int) -> bool:
        """“J.” or “J” before a name; never the letter of “Plan B”."""
        text, end = self.reading.texts[number], self.reading.ends[number]
        if len(text) != 1 or not text.isupper():
            return False
        if text in "AI" and self.reading.text[end : end + 1] != ".":
            return False
        return not (self.reading.beside(number) and self.listed(self.lower(number - 1), "takes_letters"))

    def may_follow_initial(self, number: int, most: int = 4) -> bool:
        kind = self.like(number)
        if len(self.reading.texts[number]) == 1:
            # “J. K.” alone is what stands instead of a name; “J. K. Rowan” is one.
            follows = number + 1 < len(self.reading.texts) and self.is_joined(number + 1)
            if not follows or most == 0 or not self.is_initial(number):
                return False
            return self.may_follow_initial(number + 1, most - 1)
        if kind in (Like.UNKNOWN, Like.GIVEN):
            return True
        dotted = "." in self.reading.gap(number)
        return dotted and (kind is Like.EITHER or self.listed(self.stem(number), "surnames"))

    def is_title(self, number: int) -> bool:
        lower = self.lower(number)
        if number + 1 >= len(self.reading.texts) or not self.listed(lower, "titles"):
            return False
        if not self.listed(lower, "titles_like_words"):
            return True
        following = self.like(number + 1)
        if following in (Like.UNKNOWN, Like.GIVEN, Like.EITHER):
            return True
        return self.listed(self.stem(number + 1), "surnames", "titles")

    def is_joined(self, number: int) -> bool:
        """Whether nothing but a space, or the full stop of a title or initial, stands before the word."""
        if self.reading.beside(number):
            return True
        if self.reading.gap(number) not in (".", ". ", ".\u00a0"):
            return False
        before = number - 1
        return self.is_initial(before) or (
            self.listed(self.lower(before), "titles") and self.lower(before) != "miss"
        )

    def phrase(self, number: int) -> int:
        """How many words from here are the name of a place or a thing: two in “New York”, else none."""
        known = phrases(self.language).get(self.lower(number))
        for count in (3, 2) if known else ():
            end = number + count
            if end <= len(self.reading.texts) and all(self.reading.beside(n) for n in range(number + 1, end)):
                words = " ".join(self.lower(n) for n in range(number, end - 1)) + " " + self.stem(end - 1)
                if known and words in known:
                    return count
        return 0

    def has_person_beside(self, first: int, last: int) -> bool:
        """Whether what stands beside these words makes them a person."""
        before, after = self.before(first), self.after(last)
        thing = first == last and is_thing(self.stem(first), self.language)
        if before in ("called", "named"):
            return not thing
        if after_role(self.reading, first):
            return True
        if before == "to" and self.listed(self.lower(first - 2), "contacts"):
            return True
        if (
            self.listed(before, "before_people")
            and before != "and"
            and not (thing and before in _LEAVES_OPEN)
        ):
            return not self.listed(after, "nouns_of_things")
        if after == "and" and self.lower(last + 2) == "i" and not thing:
            return True
        placed = self.listed(before, "before_places") or before in ("to", "from", "since", "until")
        return self.listed(after, "person_verbs") and not (placed and (thing or first == last))

    def names_a_thing(self, last: int) -> bool:
        """Whether a small word behind makes it a thing: “Trello board”, “Marie Curie application”."""
        after = self.after(last)
        if not after or self.reading.texts[last + 1][0].isupper() or self.listed(after, "person_verbs"):
            return False
        return self.listed(after, *_THINGS) or self.listed(after.removesuffix("s"), *_THINGS)
