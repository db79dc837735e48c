"""The figures as the Markdown table of the documentation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.figures import FLOOR, OURS, PEER, TENFOLD, Figure, Owed, growth_owed, ratio_of

Results = Mapping[str, Mapping[str, Sequence[float]]]
"""Every figure run by run, by target."""


def _number(value: float) -> str:
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


@dataclass(frozen=True)
class _Comparison:
    """What a table sets beside what: the last column against the one before it."""

    columns: Mapping[str, str]
    owed: Callable[[Figure], Owed | None]

    def head(self) -> str:
        """Return the table's first two lines."""
        cells = ["work", *self.columns.values(), "ratio", "owed", ""]
        return f"| {' | '.join(cells)} |\n{'|---' * len(cells)}|"

    def line(self, figure: Figure, results: Results) -> str:
        """Return the line of one figure."""

        def runs(target: str, key: str) -> Sequence[float]:
            return results.get(target, {}).get(key, ())

        found = [runs(column, figure.key) for column in self.columns]
        *_, reference, measured = found
        ratio = ratio_of(measured, reference)
        owed = self.owed(figure)
        value = None
        if owed is not None and measured:
            value = ratio_of(measured, runs(*owed.of)) if owed.of else median(measured)
        cells = [
            f"{figure.work}, {figure.unit}",
            *(_number(median(each)) if each else "" for each in found),
            f"{ratio:.2f} x" if ratio is not None else "",
            owed.text if owed else "",
            "" if owed is None or value is None else "kept" if owed.met(value) else "**behind**",
        ]
        return f"| {' | '.join(cells)} |"


_WITH_PEER = _Comparison({FLOOR: "floor", PEER: "peer", OURS: "Pitlane"}, lambda figure: figure.owed)
_WITH_PAST = _Comparison({OURS: "Pitlane", TENFOLD: "over ten times the past"}, growth_owed)


def markdown(figures: Sequence[Figure], results: Results) -> str:
    """Render the figures that were measured: ours beside the peer's, or a long past beside the usual one."""
    compared = _WITH_PAST if TENFOLD in results else _WITH_PEER
    measured = [figure for figure in figures if any(figure.key in found for found in results.values())]
    return "\n".join([compared.head(), *(compared.line(figure, results) for figure in measured)])
