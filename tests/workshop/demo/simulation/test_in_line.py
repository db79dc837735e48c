"""What the customers of the simulation do about times that are taken."""

from datetime import timedelta
from typing import Any

from workshop.demo.simulation.at_home import Wish
from workshop.demo.simulation.draws import Draws
from workshop.demo.simulation.in_line import PARTS, give_up, join, next_day, suits, take_or_wait
from workshop.demo.simulation.moves import Move, Seen

from .cards import NOW, offer

SEEDS = range(300)
CAR = {"id": "car-1", "kind": "ev", "license_plate": "TN 09 BX 4471", "serial_number": ""}
FLUID = {"id": "fluid", "name": "Brake fluid", "kind": "service", "vehicle_kinds": []}
SUNDAY = {"date": "2026-11-22", "open": False, "slots": []}
LATER = NOW + timedelta(hours=2)


def monday(*starts: str) -> dict[str, Any]:
    return {"date": "2026-11-23", "open": True, "slots": [f"2026-11-23T{start}:00+00:00" for start in starts]}


def after_thinking(decide: Any, things: list[dict[str, Any]], seed: int) -> Move | None:
    seen = Seen()
    assert decide(things, "me", NOW, Draws(seed), seen) is None
    found: Move | None = decide(things, "me", LATER, Draws(seed), seen)
    return found


def test_some_insist_on_a_part_of_the_next_day_and_nobody_with_a_problem() -> None:
    parts = [suits("me", Wish(CAR, FLUID), 7, Draws(seed)) for seed in SEEDS]
    assert {part for part in parts if part} == set(PARTS)
    assert 100 < sum(part is not None for part in parts) < 200
    assert not any(suits("me", Wish(CAR, FLUID, "It rattles."), 7, Draws(seed)) for seed in SEEDS)


def test_the_next_open_day_is_looked_at_on_the_clock_of_the_centre() -> None:
    morning = PARTS[0]
    found = next_day([SUNDAY, monday("03:00", "03:30")], morning, "Asia/Kolkata")
    assert found is not None
    day, (fitting,) = found
    assert day["date"] == "2026-11-23"
    assert fitting["slots"] == ["2026-11-23T03:00:00+00:00"], "half past eight, and nine is too late"
    assert next_day([SUNDAY], morning, "Asia/Kolkata") is None


def test_who_finds_it_full_waits_for_that_part_of_the_day() -> None:
    move = join("house", Wish(CAR, FLUID), monday(), PARTS[1])
    assert move.path == "/api/customers/waiting-list"
    assert (move.body["from_date"], move.body["to_date"]) == ("2026-11-23", "2026-11-23")
    assert (move.body["day_from"], move.body["day_until"]) == ("09:00", "09:30")
    assert join("house", Wish(CAR, FLUID), monday(), PARTS[0]).body["day_from"] is None


def place(**values: Any) -> dict[str, Any]:
    return {
        "id": "place-1",
        "version": 3,
        "vehicle": {"plate": "TN 09 BX 4471"},
        "services": [{"name": "Wheel alignment"}],
        "offer": {"scheduled_start": (NOW + timedelta(days=1)).isoformat()},
        "allowed_actions": [offer("book"), offer("wait_on")],
    } | values


def test_an_offer_is_thought_about_then_booked_or_let_pass() -> None:
    found = [after_thinking(take_or_wait, [place()], seed) for seed in SEEDS]
    verbs = [move.path.rpartition("/")[2] for move in found if move]
    assert 200 < verbs.count("book") < 280
    assert verbs.count("wait-on") == len(SEEDS) - verbs.count("book")
    assert {move.body["version"] for move in found if move} == {3}
    assert after_thinking(take_or_wait, [place(offer=None, allowed_actions=[])], 1) is None


def visit(hours: float, **values: Any) -> dict[str, Any]:
    return {
        "id": "visit-1",
        "version": 5,
        "number": "ANNA-A1014",
        "vehicle": {"plate": "TN 09 BX 4471"},
        "change_until": (LATER + timedelta(hours=hours)).isoformat(),
        "transports": [],
        "allowed_actions": [offer("cancel")],
    } | values


def test_now_and_then_a_visit_is_given_up_in_good_time() -> None:
    found = [after_thinking(give_up, [visit(20)], seed) for seed in SEEDS]
    assert 20 < sum(move is not None for move in found) < 80
    near = [after_thinking(give_up, [visit(2)], seed) for seed in SEEDS]
    assert not any(near)
    fetched = visit(20, transports=[{"status": "under_way"}])
    assert not any(after_thinking(give_up, [fetched], seed) for seed in SEEDS)
