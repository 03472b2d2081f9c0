#!/usr/bin/env python3
"""Make the two hashed lock files from pyproject.toml, with uv: python3 packaging/lock.py [--upgrade].

They hold for every system and for Python 3.11 to 3.14. Pins that are there already stay, unless with
--upgrade. They are the source of truth: a uv.lock would repeat them, with the address of an index.
"""

import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent


def main() -> None:
    """Resolve everything once, then take the runtime's part of it with the same pins."""
    common = [
        "uv",
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
    ]
    common += ["--only-binary", ":all:", "--no-emit-index-url", "--no-emit-find-links"]
    common += ["--custom-compile-command", "python3 packaging/lock.py", "pyproject.toml"]
    whole, part = "packaging/requirements-dev.lock", "packaging/requirements.lock"
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    subprocess.run([*common, "--group", "dev", *upgrade, "-o", whole], cwd=PACKAGING.parent, check=True)
    subprocess.run([*common, "--constraint", whole, *upgrade, "-o", part], cwd=PACKAGING.parent, check=True)


if __name__ == "__main__":
    main()
