"""``python -m mentorjournal``: the same door as the ``mentorjournal`` command."""

from __future__ import annotations

import sys

from ui.launch import main

if __name__ == "__main__":
    sys.exit(main())
