"""Names of people whom the journal does not know, by the way English writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.knowing import Knowing
from mentorjournal.checks.lists import section
from mentorjournal.checks.naming import after_role, name_finding
from mentorjournal.checks.reading import Reading
from mentorjournal.checks.words_of_names import Like, folded, is_thing, like, without_possessive

_WHY = "This looks like somebody’s name, and a reader could tell who is meant."
_ROLE = "a colleague"
_LONGEST = 7
_SAMPLE = 300


def names(reading: Reading, knowing: Knowing, language: str = "en") -> Iterator[Finding]:
    """In another language than *language* only given names and titles are trusted."""
    look = _Looking(reading, language, _is_written_in(reading, language))
    mine = knowing.me.keys if knowing.me else {}
    number = 0
    while number < len(reading.words):
        if not look.may_begin(number):
            number += 1
            continue
        last = look.run_from(number)
        for first, end in look.names_in(number, last):
            if not all(_part(reading, place) in mine for place in range(first, end + 1)):
                yield name_finding(reading, FindingKind.OTHER_NAME, first, end, why=_WHY, role=_ROLE)
        number = last + 1


def _part(reading: Reading, number: int) -> str:
    return folded(without_possessive(reading.words[number].lower))


def _is_written_in(reading: Reading, language: str) -> bool:
    """Whether most small words are of the language; in another one, capitals say little."""
    from mentorjournal.checks.words_of_names import is_common

    small = [word.lower for word in reading.words[:_SAMPLE] if word.text.islower()]
    return len(small) < 4 or sum(is_common(word, language) for word in small) * 2 > len(small)


@dataclass(frozen=True, slots=True, repr=False)
class _Looking:
    reading: Reading
    language: str
    fluent: bool

    def may_begin(self, number: int) -> bool:
        word = self.reading.words[number]
        if word.is_large:
            return len(word.text) > 1 or self._is_initial(number)
        return len(word.text) >= 4 and word.text.isupper() and self.like(number) is Like.GIVEN

    def like(self, number: int) -> Like:
        word = self.reading.words[number]
        if len(word.text) == 1:
            return Like.WORD
        return like(word.text, word.lower, self.language)

    def lower(self, number: int) -> str:
        return self.reading.words[number].lower if 0 <= number < len(self.reading.words) else ""

    def before(self, number: int) -> str:
        return self.lower(number - 1) if self.reading.beside(number) else ""

    def after(self, number: int) -> str:
        beside = number + 1 < len(self.reading.words) and self.reading.beside(number + 1)
        return self.lower(number + 1) if beside else ""

    def listed(self, word: str, *sections: str) -> bool:
        return any(word in section(self.language, name) for name in sections)

    def run_from(self, number: int) -> int:
        """The last of the words with a capital that stand together, over initials and “van der” between."""
        last = number
        while last - number < _LONGEST and not self._is_possessive(last):
            after = last + 1
            while after < len(self.reading.words) and after - last <= 3 and self._is_particle(after):
                after += 1
            if after >= len(self.reading.words) or not self._is_joined(after):
                break
            word = self.reading.words[after]
            if not (word.is_large or (word.text.isupper() and len(word.text) > 3)):
                break
            if any(not self._is_joined(place) for place in range(last + 1, after + 1)):
                break
            last = after
        return last

    def names_in(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Which words of a run are names."""
        place = first
        while place <= last:
            if self._is_title(place) and place < last and self.like(place + 1) is not Like.THING:
                end = self._end(place + 1, last, words=2)
                yield place, end
                place = end + 1
                continue
            break
        if place > last or self._is_thing(place, last):
            return
        place = self._skip_opening(place, last)
        while place <= last:
            found = self._name_at(place, last)
            if found is None:
                place += 1
                continue
            yield found
            place = found[1] + 1

    def _name_at(self, place: int, last: int) -> tuple[int, int] | None:
        kind = self.like(place)
        if self._is_initial(place) and place < last and self._may_follow_initial(place + 1):
            return place, self._end(place + 1, last, words=1)
        if kind is Like.GIVEN:
            return place, self._end(place, last, words=2)
        if not self.fluent:
            return None
        end = self._end(place, last, words=0)
        if kind is Like.EITHER:
            return (place, self._end(place, last, words=1)) if self._is_meant(place, last) else None
        if kind is Like.UNKNOWN:
            more = any(self.like(step) is Like.GIVEN for step in range(place, end + 1))
            if more or self._is_somebody(place, end, last):
                return place, self._end(place, last, words=1) if end < last else end
            return None
        if kind is Like.WORD and place == last and self._is_introduced(place):
            return place, place
        if (
            kind is Like.WORD
            and place < last
            and (self.like(place + 1) is Like.UNKNOWN)
            and not self.reading.starts_sentence(place)
            and self._has_person_beside(place, last)
        ):
            return place, self._end(place + 1, last, words=0)
        return None

    def _end(self, place: int, last: int, *, words: int) -> int:
        """The last word of the name that begins at *place*; *words* common words may belong to it."""
        end = place
        while end < last and not self._is_possessive(end):
            after = end + 1
            kind = self.like(after)
            if self._is_particle(after) and after < last:
                end = after
                continue
            if kind is Like.THING and not (
                words
                and after == last
                and self.listed(self._stem(after), "places", "peoples")
                and end == place
            ):
                break
            if kind is Like.WORD and not self._is_initial(after):
                if not words or not self._may_be_surname(after, end, last):
                    break
                words -= 1
            if len(self.reading.words[after].text) == 1 and self.lower(after) in ("i", "a"):
                break
            end = after
        while end > place and self._is_particle(end):
            end -= 1
        return end

    def _may_be_surname(self, after: int, end: int, last: int) -> bool:
        """A common word behind a given name is the surname, unless it begins what comes next."""
        if self.listed(self._stem(after), "surnames"):
            return True
        return after == last and not self.listed(self._stem(after), "tails", "more_words", "modals")

    def _is_meant(self, place: int, last: int) -> bool:
        """Whether a word that may be a name is one here."""
        stem = self._stem(place)
        start = self.reading.starts_sentence(place)
        following = self.like(place + 1) if place < last else None
        if following in (Like.UNKNOWN, Like.GIVEN) and not (start and self.listed(stem, "modals")):
            return not (
                self.listed(stem, "places", "things")
                and following is Like.UNKNOWN
                and not self._is_given_first(place)
            )
        if following is Like.WORD and self.listed(self._stem(place + 1), "surnames"):
            return True
        if self._has_person_beside(place, place):
            return True
        if is_thing(stem, self.language) or start:
            return False
        before, after = self.before(place), self.after(place)
        if following is not None or (
            place and self.reading.words[place - 1].is_large and self.reading.beside(place)
        ):
            return False
        return not (before in ("a", "an", "the") or self.listed(after, "nouns_of_things"))

    def _is_given_first(self, place: int) -> bool:
        return not self.listed(self.before(place), "before_places")

    def _is_somebody(self, place: int, end: int, last: int) -> bool:
        """Whether a word that no list knows is somebody, and not a place or a thing."""
        before, after = self.before(place), self.after(end)
        if self._has_person_beside(place, end):
            return True
        if self.listed(before, "before_places") and before not in ("by", "about", "own"):
            return False
        if self.listed(after, "nouns_of_things"):
            return False
        if before == "to" and self.listed(self.lower(place - 2), "motion"):
            return False
        return not (before == "of" and self.listed(self.lower(place - 2), "nouns_of_things", "tails"))

    def _has_person_beside(self, place: int, end: int) -> bool:
        """Whether what stands beside makes it a person: “asked …”, “… suggested”, “spoke to …”."""
        before, after = self.before(place), self.after(end)
        thing = is_thing(self._stem(place), self.language)
        if after_role(self.reading, place) or before in ("called", "named"):
            return not (before in ("called", "named") and thing)
        if before == "to" and self.listed(self.lower(place - 2), "contacts"):
            return True
        if self.listed(before, "before_people") and not (thing and before in _WEAK):
            return not self.listed(after, "nouns_of_things") and not (before == "and" and end >= place)
        if after == "and" and self.lower(end + 2) == "i" and not thing:
            return True
        behind_place = thing and (
            self.listed(before, "before_places") or before in ("to", "from", "since", "until")
        )
        return self.listed(after, "person_verbs") and not behind_place

    def _is_introduced(self, place: int) -> bool:
        """A common word with a capital is a name only behind “my colleague” and the like."""
        if self.reading.starts_sentence(place):
            return False
        return (
            (after_role(self.reading, place) and self.reading.beside(place))
            or (self.before(place) in ("called", "named") and self.listed(self.lower(place - 2), "roles"))
            or (
                self.listed(self._stem(place), "surnames")
                and self.before(place) == "to"
                and self.listed(self.lower(place - 2), "contacts")
            )
        )

    def _is_thing(self, first: int, last: int) -> bool:
        """Whether the run is the name of a thing: it ends in “Programme”, “Street” and the like."""
        for place in range(first, last + 1):
            stem = self._stem(place)
            if not self.listed(stem, "tails"):
                continue
            if place == first and (self.reading.starts_sentence(place) or first == last):
                continue
            if (
                place > first
                and self.listed(stem, "tails_like_surnames")
                and self.like(place - 1) in (Like.GIVEN, Like.EITHER)
            ):
                continue
            return True
        return False

    def _skip_opening(self, first: int, last: int) -> int:
        """Past the first word of a sentence, which has a capital whatever it is."""
        if not self.reading.starts_sentence(first):
            return first
        kind = self.like(first)
        if kind is Like.WORD and not self._is_initial(first):
            return first + 1
        modal = self.listed(self.lower(first), "modals")
        if (
            kind is Like.EITHER
            and modal
            and first < last
            and self.like(first + 1) in (Like.GIVEN, Like.EITHER)
        ):
            return first + 1
        return first

    def _is_title(self, number: int) -> bool:
        lower = self.lower(number)
        if not self.listed(lower, "titles"):
            return False
        if not self.listed(lower, "titles_like_words"):
            return True
        return self.like(number + 1) in (Like.UNKNOWN, Like.GIVEN, Like.EITHER) or self.listed(
            self._stem(number + 1), "surnames"
        )

    def _is_particle(self, number: int) -> bool:
        word = self.reading.words[number]
        return word.text.islower() and self.listed(word.lower, "particles") and self.reading.beside(number)

    def _is_possessive(self, number: int) -> bool:
        return self.lower(number).endswith("'s")

    def _is_initial(self, number: int) -> bool:
        """“J.” or “J” before a name; never the letter of “Plan B”."""
        word = self.reading.words[number]
        if len(word.text) != 1 or not word.text.isupper():
            return False
        dotted = self.reading.text[word.end : word.end + 1] == "."
        if word.text in "AI" and not dotted:
            return False
        return not (self.reading.beside(number) and self.listed(self.lower(number - 1), "takes_letters"))

    def _may_follow_initial(self, number: int) -> bool:
        kind = self.like(number)
        if len(self.reading.words[number].text) == 1:
            # “J. K.” alone is what stands instead of a name; “J. K. Rowan” is one.
            follows = number + 1 < len(self.reading.words) and self._is_joined(number + 1)
            return self._is_initial(number) and follows and self._may_follow_initial(number + 1)
        dotted = "." in self.reading.gap(number)
        return (kind in (Like.UNKNOWN, Like.GIVEN, Like.EITHER) and (dotted or kind is not Like.EITHER)) or (
            dotted and self.listed(self._stem(number), "surnames")
        )

    def _is_joined(self, number: int) -> bool:
        """Whether nothing but a space, or the full stop of a title or initial, stands before the word."""
        gap = self.reading.gap(number)
        if self.reading.beside(number):
            return True
        before = number - 1
        if gap in (".", ". ", ".\u00a0"):
            return self._is_initial(before) or (
                self.listed(self.lower(before), "titles") and self.lower(before) != "miss"
            )
        return False

    def _stem(self, number: int) -> str:
        return without_possessive(self.lower(number))


_WEAK = frozenset(
    {
        "and",
        "from",
        "visit",
        "match",
        "support",
        "like",
        "love",
        "help",
        "report",
        "copy",
        "see",
        "show",
        "ring",
    }
)
