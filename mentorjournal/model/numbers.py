"""Numbers as people write them: “40”, “2.5”, “1,250,000”, and short ones for an axis."""

from __future__ import annotations

_SHORT = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"))
_PLAIN_BELOW = 10_000.0


def number_text(value: float) -> str:
    """The number with no digit that says nothing, grouped by commas from 10,000 on."""
    comma = "," if abs(value) >= _PLAIN_BELOW else ""
    if value == round(value):
        return f"{round(value):{comma}d}"
    digits = 2 if abs(value) >= 1 else 4
    text = f"{value:{comma}.{digits}f}".rstrip("0").rstrip(".")
    return f"{value:.2g}" if text in ("0", "-0") else text


def short_number(value: float) -> str:
    """The number in few characters: “250k”, “1.5m”."""
    if abs(value) >= _PLAIN_BELOW:
        for unit, letters in _SHORT:
            if abs(value) >= unit:
                return f"{value / unit:.4g}{letters}"
    return number_text(value)


def even_steps(low: float, high: float, *, whole: bool, most: int = 3) -> list[float]:
    """Round numbers, evenly apart, from at or below *low* to at or above *high*; about *most* steps."""
    if high - low <= max(abs(low), abs(high), 1.0) * 1e-9:
        high = low + max(abs(low) * 1e-3, 1.0)
    raw = (high - low) / most
    size = 10.0 ** _exponent(raw)
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= raw * (1 - 1e-9))
    if whole:
        step = max(step if step != 2.5 else 5.0, 1.0)
    first = _floor(low / step)
    last = -_floor(-high / step)
    return [place * step for place in range(first, last + 1)]


def _exponent(value: float) -> int:
    return int(f"{value:e}".partition("e")[2])


def _floor(value: float) -> int:
    near = round(value)
    return near if abs(value - near) < 1e-9 else int(value // 1)
