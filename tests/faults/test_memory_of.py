"""The search of memory sees what is there, in every encoding, and nothing that is not."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.faults.memory_of import family, forms, key_forms, sightings

CHILD = """
import sys
words = sys.stdin.readline().strip()
kept = [words.encode(), words.encode("utf-16-le"), words.encode("utf-32-le")]
key = bytes.fromhex(sys.stdin.readline())
print("ready", flush=True)
sys.stdin.readline()
"""


def test_a_word_and_a_key_are_found_in_another_process_and_its_family_is_known() -> None:
    word, key, absent = f"zq{os.getpid()}plantedvk", os.urandom(32), f"zq{os.getpid()}absentvk"
    with subprocess.Popen([sys.executable, "-c", CHILD], stdin=-1, stdout=-1) as child:
        assert child.stdin is not None and child.stdout is not None
        child.stdin.write(f"{word}\n{key.hex()}\n".encode())
        child.stdin.flush()
        child.stdout.readline()
        assert child.pid in family(os.getpid())
        wanted = {"word": forms(word), "key": key_forms(key), "absent": forms(absent)}
        found = sightings([child.pid], wanted)
        child.stdin.write(b"\n")
    assert found["word"] >= 3
    assert found["key"] >= 1
    assert "absent" not in found
