"""Make the stored vault of the newest schema version: ``python -m tests.data.vaults.make N``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from mentorjournal.journal.journal import NEWEST_SCHEMA
from mentorjournal.journal.shelf import Shelf
from mentorjournal.storage.index import INDEX_STEPS
from mentorjournal.vault.sealing import FLOOR
from mentorjournal.vault.vault import Vault
from mentorjournal.vault.versions import cipher_versions
from tests.data.vaults.content import PASSPHRASE, clock, fill, said

HERE = Path(__file__).resolve().parent

README = """# A vault of schema version {version}

Made by `python -m tests.data.vaults.make {version}` with the code of its time, and never to be made again.
From now on the migrations of the journals up to `m{version:03}` are frozen: every later Mentor Journal must
open this vault and find every word.

- `vault/` is the vault. Passphrase: `{passphrase}`. Recovery code: `{code}`. Nothing in it is real.
- `expected.json` is all that it said to the code that made it, as `tests/data/vaults/content.py` asks for it.
  What a later version adds to an entry does not have to stand there; what stands there has to be found.
- Schema of the journals: {version}; of the index: {index}; key file: 1; Argon2id at the floor (64 MiB, 3, 4).
- SQLCipher {cipher.sqlcipher}, SQLite {cipher.sqlite}.

Tests open a copy: opening brings the files up to date.
"""


def main(version: int) -> None:
    if version != NEWEST_SCHEMA:
        sys.exit(f"This code writes schema version {NEWEST_SCHEMA}, and no other.")
    folder = HERE / f"v{version}"
    if folder.exists():
        sys.exit(f"“{folder.name}” is stored already, and what is stored is never made anew.")
    folder.mkdir()
    vault, code = Vault.create(folder / "vault", PASSPHRASE, cost=FLOOR)
    shelf = Shelf(vault, clock=clock)
    fill(shelf)
    shelf.close()
    printed = "-".join(code.groups())
    shelf = Shelf(Vault.unlock_with_code(folder / "vault", printed), clock=clock)
    content = said(shelf)
    shelf.close()
    (folder / "vault" / "vault.lock").unlink(missing_ok=True)
    expected = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "expected.json").write_text(f"{expected}\n", encoding="utf-8")
    readme = README.format(
        version=version, passphrase=PASSPHRASE, code=printed, index=len(INDEX_STEPS), cipher=cipher_versions()
    )
    (folder / "README.md").write_text(readme, encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]))
