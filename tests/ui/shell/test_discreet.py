"""The veil is drawn at once, before the names are read, and stays whole where they cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mentorjournal.errors import DiskError
from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipType, Role
from ui.shell.discreet import SETTING, Discreet
from ui.theme.veil import FindNames


class Vault:
    """A shelf, a thread whose work waits until it is let go, a veil that notes what it is told."""

    def __init__(self) -> None:
        self.kept: dict[str, object] = {}
        self.name = "Ana"
        self.error: Exception | None = None
        self.problems: list[Exception] = []
        self.waiting: list[Callable[[], None]] = []
        self.drawn = False
        self.find: FindNames | None = None
        self.draws = 0
        self.discreet = Discreet(self, self, self, self)

    def draw(self, find: FindNames | None = None) -> None:
        self.drawn, self.find, self.draws = True, find, self.draws + 1

    def lift(self) -> None:
        self.drawn = False

    def relationships(self) -> Iterator[Relationship]:
        if self.error is not None:
            raise self.error
        yield Relationship(
            codename="Heron",
            my_role=Role.MENTOR,
            type=RelationshipType.INFORMAL,
            partner_display_name=self.name,
        )

    def setting(self, name: str, default: object = None) -> object:
        return self.kept.get(name, default)

    def set_setting(self, name: str, value: object) -> None:
        self.kept[name] = value

    def problem(self, error: Exception) -> None:
        self.problems.append(error)

    def run(
        self, work: Callable[[], Any], *, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        def act() -> None:
            try:
                result = work()
            except DiskError as error:
                failed(error)
            else:
                done(result)

        self.waiting.append(act)

    def let_go(self) -> None:
        waiting, self.waiting = self.waiting, []
        for act in waiting:
            act()

    def hides(self, text: str) -> str:
        assert self.find is not None
        return " ".join(text[start:end] for start, end in self.find(text))


def test_everything_is_hidden_until_the_names_are_known() -> None:
    vault = Vault()
    vault.discreet.toggle()
    assert vault.drawn and vault.find is None
    vault.let_go()
    assert vault.hides("Ana and Ben") == "Ana"


def test_where_the_names_cannot_be_read_everything_stays_hidden() -> None:
    vault = Vault()
    vault.error = DiskError()
    vault.discreet.toggle()
    vault.let_go()
    assert vault.drawn and vault.find is None
    assert len(vault.problems) == 1


def test_an_answer_that_comes_too_late_draws_nothing() -> None:
    vault = Vault()
    vault.discreet.toggle()
    vault.discreet.toggle()
    vault.let_go()
    assert not vault.drawn
    assert vault.kept[SETTING] is False


def test_the_choice_is_taken_up_again() -> None:
    vault = Vault()
    vault.kept[SETTING] = True
    vault.discreet.begin()
    vault.let_go()
    assert vault.drawn and vault.hides("Ana") == "Ana"


def test_looking_again_finds_a_new_name_and_else_leaves_the_veil_alone() -> None:
    vault = Vault()
    vault.discreet.toggle()
    vault.let_go()
    draws = vault.draws
    vault.discreet.look_again()
    vault.let_go()
    assert vault.draws == draws
    vault.name = "Ben"
    vault.discreet.look_again()
    vault.let_go()
    assert vault.hides("Ana and Ben") == "Ben"


def test_nothing_is_read_while_the_view_is_open() -> None:
    vault = Vault()
    vault.discreet.look_again()
    assert vault.waiting == []
