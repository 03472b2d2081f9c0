"""The recovery code names the group that was mistyped, and shows itself only when asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.errors import MistypedRecoveryCode
from mentorjournal.vault.recovery import ALPHABET, GROUP_LENGTH, GROUPS, RecoveryCode

CODE = RecoveryCode.make()
TEXT = "".join(CODE.groups())
places = st.integers(0, len(TEXT) - 1)


def test_it_carries_at_least_160_bits_and_no_lookalikes() -> None:
    assert len(ALPHABET) ** (GROUPS * (GROUP_LENGTH - 1)) > 2**160
    assert not set("0O1IL") & set(ALPHABET)
    assert len({"".join(RecoveryCode.make().groups()) for _ in range(50)}) == 50


def test_it_does_not_show_itself_by_accident() -> None:
    for shown in (str(CODE), repr(CODE), f"{CODE}"):
        assert not any(group in shown for group in CODE.groups())


@given(st.sampled_from(["", " ", "-", " - ", "–", "\u00a0", "\n"]), st.booleans())
def test_it_is_read_in_any_dress(separator: str, lower: bool) -> None:
    typed = separator.join(CODE.groups())
    assert RecoveryCode.parse(typed.lower() if lower else typed).secret() == CODE.secret()


@given(places, st.sampled_from(ALPHABET + "0O1IL!é"), st.sampled_from(["", "-"]))
def test_one_wrong_sign_names_its_group(place: int, sign: str, separator: str) -> None:
    if sign == TEXT[place]:
        return
    typed = TEXT[:place] + sign + TEXT[place + 1 :]
    groups = [typed[at : at + GROUP_LENGTH] for at in range(0, len(typed), GROUP_LENGTH)]
    with pytest.raises(MistypedRecoveryCode) as caught:
        RecoveryCode.parse(separator.join(groups))
    assert f"Group {place // GROUP_LENGTH + 1} " in str(caught.value)


@given(st.integers(0, GROUPS - 1), st.integers(0, 4), st.integers(0, 4))
def test_two_exchanged_signs_name_their_group(group: int, one: int, other: int) -> None:
    groups = [list(signs) for signs in CODE.groups()]
    if groups[group][one] == groups[group][other]:
        return
    groups[group][one], groups[group][other] = groups[group][other], groups[group][one]
    with pytest.raises(MistypedRecoveryCode) as caught:
        RecoveryCode.parse(" ".join("".join(signs) for signs in groups))
    assert f"Group {group + 1} " in str(caught.value)


@given(st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_two_exchanged_groups_are_noticed(one: int, other: int) -> None:
    if one == other:
        return
    groups = list(CODE.groups())
    groups[one], groups[other] = groups[other], groups[one]
    with pytest.raises(MistypedRecoveryCode):
        RecoveryCode.parse(" ".join(groups))


@given(st.integers(0, GROUPS - 1), st.integers(0, 4), st.booleans())
def test_a_missing_or_doubled_sign_names_its_group(group: int, place: int, doubled: bool) -> None:
    groups = list(CODE.groups())
    signs = groups[group]
    groups[group] = signs[:place] + (signs[place] * 2 if doubled else "") + signs[place + 1 :]
    with pytest.raises(MistypedRecoveryCode) as caught:
        RecoveryCode.parse(" ".join(groups))
    assert f"Group {group + 1} " in str(caught.value)


@given(st.text(max_size=80))
def test_anything_else_is_mistyped(typed: str) -> None:
    with pytest.raises(MistypedRecoveryCode):
        RecoveryCode.parse(typed)
