"""The trial of power cuts sees what it is to see, and the key file is synced before it gets its name."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tests.faults.cutting import Cut, Recording, syncs_of_key_files
from tests.faults.power import events
from tests.faults.shim import Shim, under_shim
from tests.faults.sitting import Sitting, before_record, write
from tests.faults.small_house import NEXT, PASSPHRASE, build, derive_each_key_once


def short_sitting(scratch: Path) -> None:
    """Under the shim: some saves, and a new passphrase."""
    derive_each_key_once()
    place, shim = scratch / "short" / "place", Shim()
    place.mkdir(parents=True)
    sitting = Sitting(place, build(place / "vault"), shim)
    sitting.know()
    before_record(place, shim, scratch / "short.record")
    sitting.unlock()
    sitting.acknowledge("unlock")
    write(sitting, 1)
    sitting.shelf.vault.change_passphrase(PASSPHRASE, NEXT)
    shim.record(None)
    sitting.shelf.close()


def cut_on_a_disk_that_forgets_syncs(scratch: Path) -> list[Cut]:
    short_sitting(scratch)
    recording = Recording("short", scratch)
    recording.events = [
        replace(event, kind="m", data=b"") if event.kind == "s" else event for event in recording.events
    ]
    last = list(recording.cuts(12, 1))[5:9]
    return recording.tried(scratch / "left", last)


def test_a_lost_save_is_found(tmp_path: Path) -> None:
    cuts = under_shim(tmp_path, cut_on_a_disk_that_forgets_syncs, tmp_path)
    assert any(cut.problem for cut in cuts)


def test_the_key_file_is_synced_then_named_then_its_folder_synced(tmp_path: Path) -> None:
    under_shim(tmp_path, short_sitting, tmp_path)
    words = syncs_of_key_files(events(tmp_path / "short.record"))
    assert len(words) == 4  # both copies, with both slots and then with the new one
    assert all(re.fullmatch("cw+srS+", word) for word in words), words
