"""Names of people whom the journal does not know, by the way English writes them."""

from __future__ import annotations

from collections.abc import Iterator

from mentorjournal.checks.beside import Beside
from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.knowing import Knowing
from mentorjournal.checks.lists import given_names
from mentorjournal.checks.naming import after_role, name_finding
from mentorjournal.checks.reading import Reading, is_large
from mentorjournal.checks.words_of_names import Like, folded, is_common, is_latin, is_thing

_WHY = "This looks like somebody’s name, and a reader could tell who is meant."
_ROLE = "a colleague"
_LONGEST = 7
_SAMPLE = 300
_SHORTEST_SMALL = 4
_DETERMINERS = frozenset(
    {"a", "an", "the", "my", "our", "this", "that", "your", "his", "her", "their", "its", "each"}
)


def names(reading: Reading, knowing: Knowing, language: str = "en") -> Iterator[Finding]:
    """In another language than *language* only given names and titles are trusted."""
    look = _Looking(Beside(reading, language), _is_written_in(reading, language))
    mine = knowing.me.keys if knowing.me else {}
    last = -1
    for number in reading.where(_may_name):
        if number <= last:
            continue
        if reading.texts[number].islower():
            if look.is_small_name(number):
                yield name_finding(reading, FindingKind.OTHER_NAME, number, number, why=_WHY, role=_ROLE)
            continue
        if not look.may_begin(number):
            continue
        last = look.run_from(number)
        for first, end in look.names_in(number, last):
            if not all(folded(look.at.stem(place)) in mine for place in range(first, end + 1)):
                yield name_finding(reading, FindingKind.OTHER_NAME, first, end, why=_WHY, role=_ROLE)


def _may_name(text: str) -> bool:
    """Whether a word could begin a name at all; a given name may be written small."""
    if text.islower() and not is_large(text):
        return len(text) >= _SHORTEST_SMALL and text in given_names()
    return is_large(text) or text.isupper()


def _is_written_in(reading: Reading, language: str) -> bool:
    """Whether most small words are of the language; in another one, capitals say little."""
    small = [word for word in reading.texts[:_SAMPLE] if word.islower()]
    return len(small) < 4 or sum(is_common(word, language) for word in small) * 2 > len(small)


class _Looking:
    """A look at the runs of words with capitals in one text."""

    def __init__(self, at: Beside, fluent: bool) -> None:
        self.at = at
        self.reading = at.reading
        self.fluent = fluent

    def may_begin(self, number: int) -> bool:
        text = self.reading.texts[number]
        if len(text) == 1:
            return self.at.is_initial(number)
        return is_large(text) or self._is_shouted(number)

    def is_small_name(self, number: int) -> bool:
        """A given name in small letters counts only where people stand: “spoke to anna”."""
        if self.at.like(number) is not Like.GIVEN:
            return False
        before = self.at.before(number)
        near = before in ("with", "met", "asked", "told", "thanked") or (
            before == "to" and self.at.listed(self.at.lower(number - 2), "contacts")
        )
        return near or (after_role(self.reading, number) and self.reading.beside(number))

    def run_from(self, number: int) -> int:
        """The last of the words with a capital that stand together, over initials and “van der” between."""
        last = number
        words = self.reading.texts
        while last - number < _LONGEST and not self.at.is_possessive(last):
            after = last + 1
            while after < len(words) and after - last <= 3 and self.at.is_particle(after):
                after += 1
            if after >= len(words) or not (is_large(words[after]) or self._is_capitals(after)):
                break
            if any(not self.at.is_joined(place) for place in range(last + 1, after + 1)):
                break
            last = after
        return last

    def names_in(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Which words of a run are names."""
        if self.at.is_title(first) and first < last:
            named = first + 1
            while named < last and self.at.is_title(named):
                named += 1
            if self.at.like(named) is not Like.THING:
                end = self._end(named, last, words=2)
                yield first, end
                first = end + 1
        if first > last or self._is_thing(first, last):
            return
        place = self._skip_opening(first, last)
        while place <= last:
            if phrase := self.at.phrase(place):
                place += phrase
                continue
            found = self._name_at(place, last)
            if found is None:
                place += 1
                continue
            yield found
            place = found[1] + 1

    def _name_at(self, place: int, last: int) -> tuple[int, int] | None:
        kind = self.at.like(place)
        if place < last and self.at.is_initial(place) and self.at.may_follow_initial(place + 1):
            return place, self._end(place + 1, last, words=1)
        if kind is Like.GIVEN:
            end = self._end(place, last, words=2)
            if place == end and self._is_shouted(place) and not self.at.has_person_beside(place, end):
                return None
            alone = place < end and self._is_called_after(place, end)
            return None if alone else (place, end)
        if not self.fluent:
            return None
        if kind is Like.EITHER and self._is_meant(place, last):
            return place, self._end(place, last, words=1)
        if kind is Like.UNKNOWN:
            return self._unknown_at(place, last)
        if kind is Like.WORD and self._is_introduced(place, last):
            return place, place
        return None

    def _unknown_at(self, place: int, last: int) -> tuple[int, int] | None:
        end = self._end(place, last, words=0)
        if any(self.at.like(step) is Like.GIVEN for step in range(place, end + 1)):
            return place, end
        if self._is_called_after(place, end):
            return None
        if end == place and not is_latin(self.reading.texts[place]) and self.reading.starts_sentence(place):
            return None
        if self._is_somebody(place, end):
            return place, self._end(place, last, words=1) if end < last else end
        return None

    def _is_called_after(self, first: int, last: int) -> bool:
        """“the Marie Curie application”: what is called after somebody names nobody."""
        return self.at.before(first) in _DETERMINERS and self.at.names_a_thing(last)

    def _end(self, place: int, last: int, *, words: int) -> int:
        """The last word of the name that begins at *place*; *words* common words may belong to it."""
        end = place
        while end < last and not self.at.is_possessive(end):
            after = end + 1
            kind = self.at.like(after)
            if self.at.is_particle(after) and after < last:
                end = after
                continue
            if kind is Like.THING and not (
                words
                and after == last
                and end == place
                and self.at.listed(self.at.stem(after), "places", "peoples")
            ):
                break
            if kind is Like.WORD and not self.at.is_initial(after):
                if not words or not self._may_be_surname(after, last):
                    break
                words -= 1
            if len(self.reading.texts[after]) == 1 and self.at.lower(after) in ("i", "a"):
                break
            end = after
        while end > place and self.at.is_particle(end):
            end -= 1
        return end

    def _may_be_surname(self, after: int, last: int) -> bool:
        """A common word behind a given name is the surname, unless it begins what comes next."""
        stem = self.at.stem(after)
        if self.at.listed(stem, "surnames"):
            return True
        return after == last and not self.at.listed(stem, "tails", "more_words", "modals")

    def _is_meant(self, place: int, last: int) -> bool:
        """Whether a word that may be a name is one here."""
        stem = self.at.stem(place)
        start = self.reading.starts_sentence(place)
        following = self.at.like(place + 1) if place < last else None
        if following in (Like.UNKNOWN, Like.GIVEN):
            placed = self.at.listed(stem, "places", "things") and following is Like.UNKNOWN
            return not (start and self.at.listed(stem, "modals")) and not (
                placed and self.at.listed(self.at.before(place), "before_places")
            )
        if following is Like.WORD and self.at.listed(self.at.stem(place + 1), "surnames"):
            return True
        if self.at.has_person_beside(place, place):
            return True
        if is_thing(stem, self.at.language):
            return False
        if start:
            helped = self.at.listed(self.at.after(place), "helping_verbs") and self.at.listed(
                stem, "rather_names"
            )
            return following is None and (helped or self.at.is_possessive(place))
        crowded = place and is_large(self.reading.texts[place - 1]) and self.reading.beside(place)
        if following is not None or (crowded and not self.reading.starts_sentence(place - 1)):
            return False
        return not (self.at.before(place) in ("a", "an", "the") or self.at.names_a_thing(place))

    def _is_somebody(self, place: int, end: int) -> bool:
        """Whether words that no list knows are somebody, and not a place or a thing."""
        before, at = self.at.before(place), self.at
        earlier = at.lower(place - 2)
        if before == "from" and (at.listed(earlier, "comes") or self._is_name_before(place - 2)):
            return False
        if at.has_person_beside(place, end):
            return True
        if at.listed(before, "before_places") and before not in ("by", "about", "own"):
            return before == "the" and self._is_family(end)
        if at.names_a_thing(end):
            return False
        if before == "to" and at.listed(earlier, "motion"):
            return False
        return not (before == "of" and at.listed(earlier, "nouns_of_things", "tails"))

    def _is_family(self, number: int) -> bool:
        """“the Smiths”."""
        stem = self.at.stem(number)
        return stem.endswith("s") and self.at.listed(stem[:-1], "surnames", "family_names")

    def _is_name_before(self, number: int) -> bool:
        """Whether a name ends there, so that “from …” says where the person is from."""
        if self.at.listed(self.at.lower(number), "roles"):
            return self.at.lower(number - 1) in ("a", "an", "my", "the")
        return (
            number >= 0
            and is_large(self.reading.texts[number])
            and self.at.like(number) in (Like.GIVEN, Like.UNKNOWN)
        )

    def _is_introduced(self, place: int, last: int) -> bool:
        """A common word with a capital is a name only behind “my colleague”, as a surname, or before one."""
        at = self.at
        if self.reading.starts_sentence(place) or len(self.reading.texts[place]) == 1:
            return False
        if place < last:
            return at.like(place + 1) is Like.UNKNOWN and at.has_person_beside(place, last)
        before, stem = at.before(place), at.stem(place)
        if after_role(self.reading, place) and self.reading.beside(place):
            return self.reading.texts[place - 1].islower()
        if before in ("called", "named"):
            return at.listed(at.lower(place - 2), "roles")
        if at.listed(stem, "surnames"):
            told = before == "to" and at.listed(at.lower(place - 2), "contacts")
            verb = at.listed(at.after(place), "person_verbs") and not at.listed(before, "before_places")
            return told or verb
        return before == "the" and self._is_family(place)

    def _is_thing(self, first: int, last: int) -> bool:
        """Whether the run is the name of a thing: it ends in “Programme”, “Street” and the like."""
        for place in range(first, last + 1):
            stem = self.at.stem(place)
            if not self.at.listed(stem, "tails"):
                continue
            if place == first and (self.reading.starts_sentence(place) or first == last):
                continue
            named = place > first and self.at.like(place - 1) in (Like.GIVEN, Like.EITHER)
            if named and self.at.listed(stem, "tails_like_surnames"):
                continue
            return True
        return False

    def _skip_opening(self, first: int, last: int) -> int:
        """Past the first word of a sentence, which has a capital whatever it is."""
        if not self.reading.starts_sentence(first):
            return first
        kind = self.at.like(first)
        if kind is Like.WORD and not self.at.is_initial(first):
            return first + 1
        modal = self.at.listed(self.at.lower(first), "modals")
        if (
            modal
            and kind is Like.EITHER
            and first < last
            and self.at.like(first + 1) in (Like.GIVEN, Like.EITHER)
        ):
            return first + 1
        return first

    def _is_shouted(self, number: int) -> bool:
        """A given name in capitals alone."""
        return self._is_capitals(number) and self.at.like(number) is Like.GIVEN

    def _is_capitals(self, number: int) -> bool:
        text = self.reading.texts[number]
        return len(text) >= _SHORTEST_SMALL and text.isupper()
