"""Every run of every row, to take medians from and to keep."""

from dataclasses import dataclass, field

from bench.figures import Measured, medians


@dataclass
class Record:
    """The runs by row and target; `busy` is the share of a core that load, system and strangers used."""

    runs: dict[str, dict[str, list[Measured]]] = field(default_factory=dict)
    busy: dict[str, dict[str, list[Measured]]] = field(default_factory=dict)

    def add(self, row: str, target: str, measured: Measured, busy: Measured) -> None:
        """Keep one run."""
        self.runs.setdefault(row, {}).setdefault(target, []).append(measured)
        self.busy.setdefault(row, {}).setdefault(target, []).append(busy)

    def conclude(self, row: str, target: str, found: Measured) -> None:
        """Add figures that hold for all the runs of a row together."""
        self.runs[row][target] = [{**run, **found} for run in self.runs[row][target]]

    def by_target(self) -> dict[str, dict[str, list[float]]]:
        """Return every figure run by run, by target."""
        found: dict[str, dict[str, list[float]]] = {}
        for by_target in self.runs.values():
            for target, runs in by_target.items():
                figures = {key: [run[key] for run in runs] for key in runs[0]}
                found.setdefault(target, {}).update(figures)
        return found

    def strangers(self) -> float:
        """Return the largest share of the system's core that other processes took in any run."""
        runs = [run for row in self.busy.values() for target in row.values() for run in target]
        return max((run.get("strangers", 0.0) for run in runs), default=0.0)

    def as_json(self) -> dict[str, object]:
        """Return medians and single runs for the record file."""
        return {
            row: {
                target: {"median": medians(runs), "runs": runs, "busy": self.busy[row][target]}
                for target, runs in by_target.items()
            }
            for row, by_target in self.runs.items()
        }
