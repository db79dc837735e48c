"""What a row measures: named figures, what is owed of each, and the arithmetic of samples."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

FLOOR, PEER, OURS, TENFOLD = "floor", "peer", "pitlane", "tenfold"
Measured = Mapping[str, float]


@dataclass(frozen=True)
class Owed:
    """A bound on our figure, or on its ratio to another one.

    `of` names that other one as (target, figure key).
    """

    text: str
    at_most: float | None = None
    at_least: float | None = None
    of: tuple[str, str] | None = None

    def met(self, value: float) -> bool:
        """Return whether the figure, or its ratio to that other one, keeps the bound."""
        above = self.at_most is not None and value > self.at_most
        below = self.at_least is not None and value < self.at_least
        return not above and not below


@dataclass(frozen=True)
class Figure:
    """One line of the table: its key, what it says, its unit, and the bound we owe, if any."""

    key: str
    work: str
    unit: str
    owed: Owed | None = None


def times_the_peer(
    key: str, *, at_most: float | None = None, at_least: float | None = None, then: str = ""
) -> Owed:
    """Owe a multiple of the peer's figure of the same key."""
    bound = at_most if at_most is not None else at_least
    return Owed(f"{bound:g} x the peer{then}", at_most=at_most, at_least=at_least, of=(PEER, key))


PER_SECOND = "/s"
GROWTH = 1.2
"""How many times a figure may become worse when the past is ten times as long."""


def growth_owed(figure: Figure) -> Owed:
    """Owe that a figure stays where it is over a long past."""
    if figure.unit == PER_SECOND:
        return Owed(f"{1 / GROWTH:.2f} x", at_least=1 / GROWTH, of=(OURS, figure.key))
    return Owed(f"{GROWTH:g} x", at_most=GROWTH, of=(OURS, figure.key))


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that at least `share` (0 to 1) of the samples do not exceed."""
    ordered = sorted(samples)
    rank = max(0, min(len(ordered) - 1, -(-int(share * 1000) * len(ordered) // 1000) - 1))
    return ordered[rank]


def milliseconds(samples: Sequence[float], share: float) -> float:
    """Return a percentile of samples in seconds, as milliseconds."""
    return percentile(samples, share) * 1000


def ratio_of(runs: Sequence[float], others: Sequence[float]) -> float | None:
    """Return the median of the ratios run by run, or None where there is nothing to divide by.

    Runs of the same number were taken within seconds of each other, so that a machine that became slower in
    between does not count.
    """
    ratios = [run / other for run, other in zip(runs, others, strict=False) if other]
    return median(ratios) if ratios else None


def medians(runs: Sequence[Measured]) -> dict[str, float]:
    """Return the median of each figure over the runs."""
    return {key: median(run[key] for run in runs) for key in runs[0]}
