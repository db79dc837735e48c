"""Run the bench: `python -m bench [--rows a,b] [--targets peer,pitlane] [--quick]`.

`--targets pitlane,tenfold` shows what a long past costs, in place of the peer.
"""

import argparse
import json
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime

from bench import machine
from bench.figures import OURS, PEER
from bench.places import RECORDS
from bench.record import Record
from bench.rows import ROWS
from bench.runner import Runner
from bench.stage import Row
from bench.table import markdown
from bench.targets import TARGETS
from bench.targets.stores import owner_url, redis_url, settle, store_settings

NAMES = [row.name for row in ROWS]
SYSTEMS = list(TARGETS)
USUAL = [PEER, OURS]
RUNS, QUICK_RUNS = 5, 2
NOISE = 0.05


def _among(known: Sequence[str], given: str) -> list[str]:
    chosen = given.split(",")
    for name in chosen:
        if name not in known:
            raise argparse.ArgumentTypeError(f"{name!r} is not one of {', '.join(known)}")
    return chosen


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "--rows", type=lambda given: _among(NAMES, given), default=NAMES, help=", ".join(NAMES)
    )
    parser.add_argument(
        "--targets", type=lambda given: _among(SYSTEMS, given), default=USUAL, help=", ".join(SYSTEMS)
    )
    parser.add_argument(
        "--quick", action="store_true", help="little work and few runs: a look, not to be quoted"
    )
    parser.add_argument("--runs", type=int, help=f"runs of each row ({RUNS}, quick {QUICK_RUNS})")
    return parser.parse_args()


def _measure_all(rows: Sequence[Row], options: argparse.Namespace) -> Record:
    runner = Runner(options.runs or (QUICK_RUNS if options.quick else RUNS), options.quick)
    systems = [TARGETS[name]() for name in options.targets]
    for system in systems:
        print(f"preparing {system.name}", file=sys.stderr)
        system.prepare()
        settle(system.database)
    for row in rows:
        runner.measure_floor(row)
        runner.measure(row, systems)
    return runner.record


def _keep(record: Record, began: datetime, options: argparse.Namespace) -> None:
    path = RECORDS / f"{began:%Y-%m-%dT%H%M}.json"
    document = {
        "date": began.isoformat(),
        "quick": options.quick,
        "machine": machine.description(),
        "stores": store_settings(),
        "rows": record.as_json(),
    }
    RECORDS.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=1))
    print(f"The single runs are in {path}.", file=sys.stderr)


def main() -> None:
    """Measure what was asked for, keep the record and print the table."""
    options = _arguments()
    machine.require()
    # As after Ctrl-C, the systems under test are stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Told to stop."))
    rows = [row for row in ROWS if row.name in options.rows]
    stores = [pid for pid in map(machine.listener_of, (owner_url(), redis_url())) if pid is not None]
    began = datetime.now(UTC)
    with ExitStack() as pins:
        pins.enter_context(machine.pinned([os.getpid(), *stores], machine.LOAD_CORE))
        record = _measure_all(rows, options)
    _keep(record, began, options)
    print(markdown([figure for row in rows for figure in row.figures], record.by_target()))
    if record.strangers() > NOISE:
        share = f"{record.strangers():.0%}"
        print(f"\nOther processes took up to {share} of the measured core: measure again in quiet.")


main()
