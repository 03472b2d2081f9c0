"""Neutral words for journals: birds and trees. Never initials, and nothing that says whose journal it is."""

from __future__ import annotations

import random
from collections.abc import Iterable

NEUTRAL = tuple(
    ["Alder", "Ash", "Aspen", "Avocet", "Beech", "Birch", "Bittern", "Blackthorn", "Bunting", "Cedar", "Chestnut", "Curlew", "Cypress", "Dipper", "Dogwood", "Dunlin", "Dunnock", "Egret", "Elder", "Elm", "Fieldfare", "Fir", "Firecrest", "Goldcrest", "Goldfinch", "Grebe", "Hawthorn", "Hazel", "Heron", "Hobby", "Holly", "Hornbeam", "Jackdaw", "Juniper", "Kestrel", "Kingfisher", "Kite", "Knot", "Lapwing", "Larch", "Lark", "Linden", "Linnet", "Magnolia", "Maple", "Martin", "Merlin", "Mulberry", "Nightjar", "Nuthatch", "Oak", "Olive", "Oriole", "Osprey", "Pine", "Pipit", "Plover", "Poplar", "Redpoll", "Redstart", "Robin", "Rook", "Rowan", "Sanderling", "Siskin", "Skylark", "Snipe", "Spruce", "Starling", "Stonechat", "Swallow", "Swift", "Sycamore", "Teal", "Tern", "Thrush", "Treecreeper", "Turnstone", "Wagtail", "Walnut", "Warbler", "Waxwing", "Whimbrel", "Wigeon", "Willow", "Wren", "Yew"]
)


def suggested(taken: Iterable[str], choice: random.Random) -> str:
    """A word that no journal has yet; when all are taken, one with a number behind it."""
    used = {codename.casefold() for codename in taken}
    free = [word for word in NEUTRAL if word.casefold() not in used]
    if free:
        return choice.choice(free)
    word, number = choice.choice(NEUTRAL), 2
    while f"{word} {number}".casefold() in used:
        number += 1
    return f"{word} {number}"
