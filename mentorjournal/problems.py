"""The one place for what nobody foresaw: a bug is told in a sentence, without a word of what was written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


def unforeseen(error: BaseException) -> str:
    """Say that something went wrong inside. Only the error's class is named: its text can quote content."""
    return (
        f"Something inside Mentor Journal went wrong ({type(error).__name__}). What was saved before is safe;"
        " please report it with what you did."
    )


def guarded(work: Callable[[], int], tell: Callable[[str], int]) -> int:
    """Return what *work* returns, or when it fails as nobody foresaw what *tell* makes of the sentence."""
    try:
        return work()
    except Exception as error:
        return tell(unforeseen(error))


def tell_no_words() -> None:
    """Have what nobody caught told by its class and its places alone, here and in Qt's calls into Python.

    A desktop keeps what its programs say on standard error in a log, and Python's own account of an error
    quotes the words it was about.
    """
    sys.excepthook = _uncaught
    sys.unraisablehook = _unraisable


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        _say(error, trace)


def _unraisable(what: sys.UnraisableHookArgs) -> None:
    if what.exc_value is not None:
        _say(what.exc_value, what.exc_traceback)


def _say(error: BaseException, trace: TracebackType | None) -> None:
    if sys.stderr is not None:  # a window without a console has none
        print("\n".join([unforeseen(error), *_places(trace)]), file=sys.stderr, flush=True)


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        file = "/".join(Path(code.co_filename).parts[-2:])
        yield f"  at {file}:{trace.tb_lineno} in {code.co_name}"
        trace = trace.tb_next
