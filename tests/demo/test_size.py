"""A sample vault of the size that was asked for."""

import unicodedata
from collections import Counter

import pytest

from mentorjournal.demo import fill_to
from mentorjournal.demo.prose import ENTRY_BYTES, bulk
from mentorjournal.demo.sample import TODAY, samples
from mentorjournal.model.blocks import normal, to_plain
from mentorjournal.model.query import parse
from mentorjournal.model.reflection import Reflection

BASE = sum(len(sample.entries) for sample in samples())


@pytest.mark.parametrize("size", [0, 1, 7, 60, BASE - 1, BASE, BASE + 1, 1000])
def test_there_are_as_many_entries_as_were_asked_for(cabinets, size):
    cabinet = cabinets()
    fill_to(cabinet.add, size)
    assert len(cabinet.journals) == 8
    assert sum(journal.counts().entries for journal in cabinet.journals.values()) == size


def test_two_scaled_samples_are_equal(cabinets):
    one, other = cabinets(), cabinets()
    fill_to(one.add, 400)
    fill_to(other.add, 400)
    assert one.content() == other.content()


def test_a_small_sample_keeps_the_newest_of_every_journal(cabinets):
    cabinet = cabinets()
    fill_to(cabinet.add, 24)
    assert {journal.counts().entries for journal in cabinet.journals.values()} == {3}
    assert cabinet.journals["Heron"].next_session_on() is not None


def test_generated_entries_stay_within_the_relationship(cabinets):
    cabinet = cabinets()
    fill_to(cabinet.add, 800)
    for journal in cabinet.journals.values():
        relationship = journal.relationship()
        days = [reflection.day for reflection in journal.reflections.all()]
        assert max(days) <= TODAY
        if relationship.ended_on:
            assert max(days) <= relationship.ended_on.replace(day=relationship.ended_on.day + 1)


def generated(count=2000):
    entries = list(bulk("Heron", count, TODAY.replace(year=2025), TODAY))
    return entries, [text_of(entry) for entry in entries]


def text_of(entry):
    if isinstance(entry, Reflection):
        return to_plain(entry.text)
    return "\n".join(to_plain(block.text) for block in entry.blocks)


def test_a_generated_entry_is_about_as_long_as_a_real_one():
    _, texts = generated()
    sizes = [len(text.encode()) for text in texts]
    assert ENTRY_BYTES * 0.9 < sum(sizes) / len(sizes) < ENTRY_BYTES * 1.1
    assert max(sizes) < ENTRY_BYTES * 1.3


def test_generated_text_is_normal_and_in_the_order_of_its_days():
    entries, _ = generated(300)
    days = [entry.day for entry in entries]
    assert days == sorted(days)
    assert all(normal(e.text) == e.text for e in entries if isinstance(e, Reflection))
    assert len({entry.id for entry in entries}) == 300


def test_words_are_common_and_rare_as_in_real_writing():
    _, texts = generated()
    seen = Counter(word for text in texts for word in set(text.split()))
    assert seen["the"] > 1900
    assert sum(1 for count in seen.values() if count <= 10) > 300


def test_one_in_five_has_accents_and_one_in_twenty_another_script():
    _, texts = generated()
    accented = sum(any(unicodedata.decomposition(c) for c in text if c < "\u0250") for text in texts)
    east_asian = sum(any(c > "\u3000" for c in text) for text in texts)
    assert accented == len(texts) / 5
    assert east_asian == len(texts) / 20


def test_generated_words_are_found(cabinets):
    cabinet = cabinets()
    fill_to(cabinet.add, 1000)
    for word in ("cafe", "目標", "proposal"):
        assert any(journal.find(parse(word)) for journal in cabinet.journals.values())
