"""Taking back what one act changed, beside all that was changed since.

Undoing writes no older copy of an entry over a newer one: only what the act set goes back, and only where it
still stands as the act left it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")


def taken_back(before: T, after: T, now: T) -> T:
    """*now* without what was changed from *before* to *after*. Items that have an id are looked at one by
    one, and everything else field by field.
    """
    if now in (after, before):
        return before
    if before == after:
        return now
    if _alike(before, after, now):
        changes = {
            name: taken_back(getattr(before, name), getattr(after, name), getattr(now, name))
            for name in (field.name for field in fields(before))  # type: ignore[arg-type]
        }
        return replace(now, **changes)  # type: ignore[type-var]
    if have_ids(before) and have_ids(after) and have_ids(now):
        return _items_taken_back(before, after, now)  # type: ignore[arg-type,return-value]
    return now


def _items_taken_back(
    before: tuple[Any, ...], after: tuple[Any, ...], now: tuple[Any, ...]
) -> tuple[Any, ...]:
    was, set_to = _by_id(before), _by_id(after)
    kept = {}
    for item in now:
        if item.id in was and item.id in set_to:
            kept[item.id] = taken_back(was[item.id], set_to[item.id], item)
        elif item.id in was or set_to.get(item.id) != item:
            kept[item.id] = item  # put back meanwhile, or written on since the act added it
    for id, item in was.items():
        if id not in kept and id not in set_to:
            kept[id] = item
    in_place = [item.id for item in after] == [item.id for item in now]
    order = _woven(now, before, kept) if in_place else _woven(before, now, kept)
    return tuple(kept[id] for id in order)


def _woven(others: tuple[Any, ...], leading: tuple[Any, ...], kept: dict[str, Any]) -> list[str]:
    """The ids of *kept* in the order of *leading*; those that only *others* have after their neighbour."""
    order = [item.id for item in leading if item.id in kept]
    for place, item in enumerate(others):
        if item.id in kept and item.id not in order:
            earlier = [other.id for other in others[:place] if other.id in order]
            order.insert(order.index(earlier[-1]) + 1 if earlier else 0, item.id)
    return order


def _alike(*values: object) -> bool:
    first = values[0]
    return is_dataclass(first) and all(type(value) is type(first) for value in values)


def have_ids(value: object) -> bool:
    """Whether *value* is a tuple of things that are told apart by their ids."""
    return isinstance(value, tuple) and all(hasattr(item, "id") for item in value)


def _by_id(items: tuple[Any, ...]) -> dict[str, Any]:
    return {item.id: item for item in items}
