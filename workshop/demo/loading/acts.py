"""What is done when: acts are gathered from every visit, then done one after the other as the clock comes to them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from .moved import MovedClock


class Rank(IntEnum):
    """What comes first at one moment: a clock stops before another one starts."""

    STOP = 0
    ELSE = 1
    START = 2


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done at a moment."""

    moment: datetime
    do: Callable[[], object]
    rank: Rank = Rank.ELSE


def live_through(acts: Iterable[Act], clock: MovedClock) -> None:
    """Do the acts in the order in which they happened, with the clock at their moments."""
    for act in sorted(acts, key=lambda act: (act.moment, act.rank)):
        clock.move(act.moment)
        act.do()
