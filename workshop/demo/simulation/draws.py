"""Chance that is always the same for the same seed and the same thing, so that a decision can be taken again."""

import random
from collections.abc import Sequence
from typing import TypeVar

Option = TypeVar("Option")


class Draws:
    """Draws by a key: whatever is asked about one thing gets one answer."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def between(self, low: float, high: float, *key: object) -> float:
        """Return a number from low to high."""
        return self._of(key).uniform(low, high)

    def happens(self, chance: float, *key: object) -> bool:
        """Say whether something happens that has a chance of 0 to 1."""
        return self._of(key).random() < chance

    def pick(self, options: Sequence[Option], *key: object) -> Option:
        """Return one of the options."""
        return self._of(key).choice(options)

    def _of(self, key: tuple[object, ...]) -> random.Random:
        return random.Random(":".join(map(str, (self.seed, *key))))
