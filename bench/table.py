"""The figures as the Markdown table of the documentation."""

from collections.abc import Mapping, Sequence

from bench.figures import FLOOR, OURS, PEER, Figure

Results = Mapping[str, Mapping[str, float]]
COLUMNS = (FLOOR, PEER, OURS)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def _line(figure: Figure, results: Results) -> str:
    found = {column: results.get(column, {}).get(figure.key) for column in COLUMNS}
    ours, peers = found[OURS], found[PEER]
    ratio = f"{ours / peers:.2f} x" if ours is not None and peers else ""
    owed = figure.owed
    verdict = None
    if owed is not None and ours is not None:
        reference = results.get(owed.of[0], {}).get(owed.of[1]) if owed.of else None
        verdict = owed.met(ours, reference)
    cells = [
        f"{figure.work}, {figure.unit}",
        *(_number(found[column]) for column in COLUMNS),
        ratio,
        owed.text if owed else "",
        {True: "kept", False: "**behind**", None: ""}[verdict],
    ]
    return f"| {' | '.join(cells)} |"


def markdown(figures: Sequence[Figure], results: Results) -> str:
    """Render the figures that were measured, with the ratio of ours to the peer's and what is owed."""
    measured = [figure for figure in figures if any(figure.key in found for found in results.values())]
    head = "| work | floor | peer | Pitlane | ratio | owed | |\n|---|---|---|---|---|---|---|"
    return "\n".join([head, *(_line(figure, results) for figure in measured)])
