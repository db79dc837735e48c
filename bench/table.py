"""The figures as the Markdown table of the documentation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.figures import FLOOR, OURS, PEER, TENFOLD, Figure, Owed, growth_owed

Results = Mapping[str, Mapping[str, float]]


def _number(value: float | None) -> str:
    if value is None:
        return ""
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
        found = {column: results.get(column, {}).get(figure.key) for column in self.columns}
        *_, reference, measured = found.values()
        ratio = f"{measured / reference:.2f} x" if measured is not None and reference else ""
        owed = self.owed(figure)
        verdict = None
        if owed is not None and measured is not None:
            bound_to = results.get(owed.of[0], {}).get(owed.of[1]) if owed.of else None
            verdict = owed.met(measured, bound_to)
        cells = [
            f"{figure.work}, {figure.unit}",
            *map(_number, found.values()),
            ratio,
            owed.text if owed else "",
            {True: "kept", False: "**behind**", None: ""}[verdict],
        ]
        return f"| {' | '.join(cells)} |"


_WITH_PEER = _Comparison({FLOOR: "floor", PEER: "peer", OURS: "Pitlane"}, lambda figure: figure.owed)
_WITH_PAST = _Comparison({OURS: "Pitlane", TENFOLD: "over ten times the past"}, growth_owed)


def markdown(figures: Sequence[Figure], results: Results) -> str:
    """Render the figures that were measured: ours beside the peer's, or a long past beside the usual one."""
    compared = _WITH_PAST if TENFOLD in results else _WITH_PEER
    measured = [figure for figure in figures if any(figure.key in found for found in results.values())]
    return "\n".join([compared.head(), *(compared.line(figure, results) for figure in measured)])
