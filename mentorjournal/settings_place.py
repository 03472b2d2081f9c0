"""Where this machine keeps the window's settings, for the window and for a command that looks there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "settings.json"
LARGEST = 64 * 1024
"""Bytes; a larger file is not ours."""


def usual_settings() -> Path:
    from platformdirs import user_config_path

    return user_config_path("mentor-journal", appauthor=False) / FILE_NAME
