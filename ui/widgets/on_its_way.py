"""What was sent from a line and not answered yet: it is not sent twice, and what follows it is not lost."""

from __future__ import annotations


class OnItsWay:
    """The beginning of a line that is out. The line shows it until the answer: it may yet be refused."""

    def __init__(self) -> None:
        self._words = ""

    def __bool__(self) -> bool:
        return bool(self._words)

    def fresh(self, text: str) -> str:
        """What of the line was not sent yet."""
        return text.removeprefix(self._words)

    def send(self, text: str) -> None:
        """All that the line says is out now."""
        self._words = text

    def taken(self, words: str, text: str) -> str:
        """What is left of the line once *words* were taken."""
        self._words = self._words.removeprefix(words)
        return text.removeprefix(words)

    def forget(self) -> None:
        """Nothing is out: the line may be sent as it stands."""
        self._words = ""
