"""How far a paper is, as long work on the vault's thread reports it."""

from __future__ import annotations

from collections.abc import Callable


def in_hundredths(report: Callable[[int, int], None]) -> Callable[[float], None]:
    """What `render` takes as *progress*, told to *report* as (done, of how much).

    A *report* that raises Cancelled ends the making of the paper.
    """

    def tell(part: float) -> None:
        report(int(part * 100), 100)

    return tell
