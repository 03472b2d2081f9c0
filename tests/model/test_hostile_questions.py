"""A file of question sets from somebody who wants the program to fall."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mentorjournal.errors import InvalidInput
from mentorjournal.question_data import from_yaml

READ = """
import sys
from mentorjournal.errors import InvalidInput
from mentorjournal.question_data import from_yaml
try:
    from_yaml(sys.stdin.read())
except InvalidInput:
    sys.exit(42)
"""

MERGES = "\n".join(f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}]}}" for n in range(1, 12))


@pytest.mark.parametrize("text", ["[" * 400_000, "{a: " * 200_000, "- " * 300_000], ids=["[", "{", "-"])
def test_brackets_without_end_do_not_end_the_process(text: str) -> None:
    """In a process of its own: the library that reads YAML overflowed its stack here, and no error came."""
    ended = subprocess.run([sys.executable, "-c", READ], input=text.encode(), check=False, timeout=60)
    assert ended.returncode == 42


@pytest.mark.parametrize(
    "text",
    [
        f"a: &a [x]\nname: Steps\nsteps: [{'*a, ' * 200_000}]",
        f"m0: &m0 {{k: v}}\n{MERGES}\nname: Merged",
        "&again [*again]",
    ],
    ids=["aliases", "merges", "within itself"],
)
def test_a_text_that_repeats_itself_by_aliases_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="no set of questions"):
        from_yaml(text)


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.getcwd []", "!!python/name:os.getcwd"])
def test_a_tag_makes_nothing(tag: str) -> None:
    with pytest.raises(InvalidInput):
        from_yaml(f"name: {tag}")


def test_words_that_mean_something_to_yaml_stay_words() -> None:
    (one,) = from_yaml("name: 2026-03-01\nsteps: [{mentee: [Yes, 12:30, 0x10, null]}]")
    assert (one.name, one.steps[0].mentee) == ("2026-03-01", ("Yes", "12:30", "0x10", "null"))
