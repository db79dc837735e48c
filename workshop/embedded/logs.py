"""Keep log files small and read what was said last."""

from pathlib import Path

KEPT_BYTES = 10_000_000


def open_log(path: Path) -> Path:
    """Return the path of a log to append to; one grown past 10 MB is moved to `.1` first."""
    if path.exists() and path.stat().st_size > KEPT_BYTES:
        path.replace(path.with_name(f"{path.name}.1"))
    path.touch()
    return path


def said_since(path: Path, start: int) -> str:
    """Return what a log holds after a position in bytes."""
    with path.open("rb") as log:
        log.seek(start)
        return log.read().decode(errors="replace")
