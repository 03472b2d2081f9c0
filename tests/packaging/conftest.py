"""The set-up scripts live outside every package; let the tests import them."""

import sys
from pathlib import Path

# Last on the path: packaging/test.py must not hide the standard library's module of that name.
sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
