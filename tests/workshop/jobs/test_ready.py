"""The window in which a vehicle will be ready, from what is left."""

from datetime import UTC, datetime, timedelta

import pytest

from workshop.jobs.ready import Left, must_move, remaining, window

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def left(technician: str, estimate: int, clocked: float = 0) -> Left:
    return Left(technician, minutes(estimate), minutes(clocked))


@pytest.mark.parametrize(
    ("steps", "takes"),
    [
        ([], 0),
        ([left("priya", 20), left("priya", 10)], 30),
        ([left("priya", 20), left("arun", 25)], 25),
        ([left("priya", 20, clocked=15), left("priya", 10)], 15),
        ([left("priya", 20, clocked=45)], 2),
    ],
    ids=["nothing left", "one after the other", "side by side", "part of it done", "over its estimate"],
)
def test_what_remains_is_what_the_busiest_technician_has_left(steps: list[Left], takes: int) -> None:
    assert remaining(steps) == minutes(takes)


@pytest.mark.parametrize(
    ("at", "takes", "holds", "start", "end"),
    [
        (NOON, 30, [], 40, 55),
        (NOON + timedelta(seconds=1), 30, [], 45, 60),
        (NOON, 120, [], 130, 155),
        (NOON, 30, ["parts"], 100, 115),
        (NOON, 30, ["approval", "sublet"], 160, 175),
    ],
    ids=[
        "with its check",
        "on a mark of five minutes",
        "wider the more is left",
        "waits for a part",
        "longest hold",
    ],
)
def test_the_window_counts_the_work_the_check_and_the_wait(
    at: datetime, takes: int, holds: list[str], start: int, end: int
) -> None:
    assert window(at, minutes(takes), holds) == (NOON + minutes(start), NOON + minutes(end))


@pytest.mark.parametrize(
    ("start", "end", "moves"),
    [(60, 75, False), (75, 90, False), (80, 95, True), (25, 40, False), (20, 35, True)],
    ids=["as told", "still touches it", "later than its end", "a little ahead", "well ahead"],
)
def test_a_told_window_moves_only_when_it_no_longer_holds(start: int, end: int, moves: bool) -> None:
    told = (NOON + minutes(60), NOON + minutes(75))
    assert must_move(told, (NOON + minutes(start), NOON + minutes(end))) is moves
