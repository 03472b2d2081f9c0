"""Files only: fonts, icons, prompts. Reach them through `importlib.resources.files("resources")`."""

from __future__ import annotations

import os


def read(name: str) -> bytes:
    """Read the file *name*, such as ``fonts/Inter-Regular.ttf``.

    For what stands before the first painted window: importing importlib.resources takes a tenth of that.
    """
    with open(os.path.join(os.path.dirname(__file__), *name.split("/")), "rb") as file:  # noqa: PTH118, PTH120, PTH123
        return file.read()
