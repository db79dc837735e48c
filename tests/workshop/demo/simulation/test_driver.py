"""What the driver of the simulation does next."""

from datetime import timedelta
from typing import Any

from workshop.demo.simulation.draws import Draws
from workshop.demo.simulation.driver import drive
from workshop.demo.simulation.moves import Move, Rest, Seen

from .cards import ME, NOW, SOMEBODY, job, minutes_ago, offer

SEEDS = range(300)
PATH = "/api/technicians/transports/trip-1"


def trip(status: str = "planned", *, begins_in: float = 0, **values: Any) -> dict[str, Any]:
    return {
        "id": "trip-1",
        "version": 2,
        "number": "ANNA-A1007",
        "direction": "collect",
        "status": status,
        "window_start": minutes_ago(-begins_in),
        "started_at": None,
        "customer": {"id": "who-1", "name": "Sameer Khan"},
        "vehicle": {"id": "car-1", "plate": "TN 10 AF 5521", "mileage": 38470},
        "allowed_actions": [offer("set_out")] if status == "planned" else [offer("finish"), offer("fail")],
    } | values


def next_of(*trips: dict, seed: int = 1, floor: tuple = (), me: str = ME, **more: Any) -> Move | Rest:
    seen = Seen()
    drive(me, trips, floor, NOW - timedelta(minutes=5), Draws(seed), seen, **more)
    return drive(me, trips, floor, NOW, Draws(seed), seen, **more)


def paths(found: list[Move | Rest]) -> list[str]:
    return [one.path for one in found if isinstance(one, Move)]


def test_a_driver_sets_out_about_when_the_window_begins() -> None:
    assert not paths([next_of(trip(begins_in=13), seed=seed) for seed in SEEDS])
    assert set(paths([next_of(trip(begins_in=-5), seed=seed) for seed in SEEDS])) == {f"{PATH}/set-out"}
    assert 20 < len(paths([next_of(trip(begins_in=4), seed=seed) for seed in SEEDS])) < 250


def test_the_soonest_window_comes_first_and_one_drive_at_a_time() -> None:
    sooner = trip(begins_in=-50, id="trip-2", number="ANNA-A1008")
    found = next_of(trip(begins_in=-5), sooner)
    assert isinstance(found, Move)
    assert found.path.endswith("trip-2/set-out")
    assert isinstance(next_of(sooner, trip("under_way", started_at=minutes_ago(3))), Rest)


def test_nobody_else_sets_out_and_nobody_at_closing_time() -> None:
    late = trip(begins_in=-30)
    assert isinstance(next_of(late, closing=True), Rest)
    theirs = trip(begins_in=-30, allowed_actions=[offer("set_out", only=[SOMEBODY])])
    assert isinstance(next_of(theirs), Rest)


def test_a_vehicle_goes_back_once_it_was_handed_over() -> None:
    back = trip(begins_in=-30, direction="return")
    for stage, goes in (("in_progress", False), ("ready_for_pickup", False), ("delivered", True)):
        found = next_of(back, floor=(job(stage),))
        assert isinstance(found, Move) is goes, stage


def test_at_the_address_it_is_handed_over_or_now_and_then_not() -> None:
    assert isinstance(next_of(trip("under_way", started_at=minutes_ago(10))), Rest)
    found = [next_of(trip("under_way", started_at=minutes_ago(40)), seed=seed) for seed in SEEDS]
    verbs = [path.rpartition("/")[2] for path in paths(found)]
    assert 10 < verbs.count("fail") < 60
    assert verbs.count("finish") == len(SEEDS) - verbs.count("fail")
    for move in found:
        assert isinstance(move, Move)
        assert move.body["version"] == 2
        if move.path.endswith("fail"):
            assert move.body["reason"]
        else:
            assert (move.body["keys"], move.body["mileage"]) == (True, 38471)


def test_what_is_brought_back_is_always_handed_over_and_irons_have_no_mileage() -> None:
    iron = {"id": "iron", "plate": "HV-SI16", "mileage": 0}
    for seed in SEEDS:
        back = next_of(trip("under_way", started_at=minutes_ago(40), direction="return"), seed=seed)
        assert isinstance(back, Move)
        assert back.path.endswith("finish")
        there = next_of(trip("under_way", started_at=minutes_ago(40), vehicle=iron), seed=seed)
        assert isinstance(there, Move)
        assert "mileage" not in there.body


def test_a_mileage_that_the_workshop_knows_better_is_left_out() -> None:
    found = [next_of(trip("under_way", started_at=minutes_ago(40)), seed=seed) for seed in SEEDS]
    move = next(one for one in found if isinstance(one, Move) and one.instead)
    assert move.instead is not None
    again = move.instead({"code": "mileage_went_back"})
    assert again is not None
    assert "mileage" not in again.body
    assert move.instead({"code": "stale"}) is None
