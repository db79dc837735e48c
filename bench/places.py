"""Where the bench keeps its records and the logs of what it starts."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORDS = ROOT / "var" / "bench"
