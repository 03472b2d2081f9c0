"""Every trial of this folder: a module has TRIALS, and is found by lying here."""

from __future__ import annotations

import importlib
import pkgutil

from tests.faults.trial import Trial


def all_trials() -> list[Trial]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [trial for name in names for trial in importlib.import_module(f"{__name__}.{name}").TRIALS]
