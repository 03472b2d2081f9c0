"""A second start calls the window that is there, and says plainly when nobody answers."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import Event, Thread

import pytest

from mentorjournal.vault import one_window
from tests.vault.conftest import in_child


def elsewhere(check) -> None:  # type: ignore[no-untyped-def]
    """In another process: a lock of one's own never stands in one's way."""
    assert in_child(check) == ""


@pytest.fixture(autouse=True)
def _a_vault(tmp_path: Path) -> None:
    (tmp_path / "vault.keys").write_text("looked at by name alone")


def test_a_folder_that_is_no_vault_yet_stays_empty(tmp_path: Path) -> None:
    folder = tmp_path / "for a new vault"
    folder.mkdir()
    assert one_window.hold(folder) is None
    assert list(folder.iterdir()) == []


def test_one_holds_and_the_next_does_not(tmp_path: Path) -> None:
    held = one_window.hold(tmp_path)
    assert held is not None

    def check() -> None:
        assert one_window.hold(tmp_path) is None
        assert one_window.holder(tmp_path) == os.getppid()

    elsewhere(check)
    held.release()
    again = one_window.hold(tmp_path)
    assert again is not None
    again.release()


def test_a_call_is_answered_once_with_what_the_caller_was_given(tmp_path: Path) -> None:
    held = one_window.hold(tmp_path)
    assert held is not None
    heard: list[str] = []
    over = Event()

    def listen() -> None:
        while not over.is_set():
            token = held.called()
            if token is not None:
                heard.append(token)

    listener = Thread(target=listen)
    listener.start()

    def check() -> None:
        assert one_window.call(tmp_path, "a token")

    elsewhere(check)
    over.set()
    listener.join()
    assert heard == ["a token"]
    held.release()


def test_a_silent_window_is_named_by_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "WAIT_SECONDS", 0.0)
    held = one_window.hold(tmp_path)
    assert held is not None

    def check() -> None:
        assert not one_window.call(tmp_path, seconds=0)
        assert f"process {os.getppid()}, which does not answer" in one_window.who_has_it(tmp_path)

    elsewhere(check)
    held.release()


def test_where_no_window_is_nobody_is_called(tmp_path: Path) -> None:
    assert not one_window.call(tmp_path)
    assert "another program" in one_window.who_has_it(tmp_path)
    held = one_window.hold(tmp_path)  # our own: it is not what stands in our way
    assert held is not None
    assert "another program" in one_window.who_has_it(tmp_path)
    held.release()


def test_the_file_is_the_owners_alone_and_has_a_number_in_it(tmp_path: Path) -> None:
    held = one_window.hold(tmp_path)
    assert held is not None
    path = tmp_path / one_window.NAME
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text() == f"{os.getpid()}\n"
    held.release()


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    treasure = tmp_path / "treasure"
    treasure.write_text("of somebody else")
    (tmp_path / one_window.NAME).symlink_to(treasure)
    assert one_window.hold(tmp_path) is None
    assert not one_window.call(tmp_path)
    assert treasure.read_text() == "of somebody else"


@pytest.mark.parametrize("written", [b"", b"\xff\xfe\nx", b"12\ncall " + b"a" * 5000, b"call \x1b[31m\n"])
def test_what_else_stands_in_the_file_does_no_harm(tmp_path: Path, written: bytes) -> None:
    held = one_window.hold(tmp_path)
    assert held is not None
    held.path.write_bytes(written)
    assert held.called() in (None, "")

    def check() -> None:
        assert isinstance(one_window.holder(tmp_path), int)

    elsewhere(check)
    held.release()


def test_no_folder_or_one_that_cannot_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    assert one_window.hold(tmp_path / "absent") is None
    assert one_window.holder(tmp_path / "absent") is None
