"""What the customers of the simulation do at home."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from workshop.demo.simulation.at_home import (
    EVERY,
    Wish,
    answer,
    finish,
    hold,
    thought,
    where_to_look,
    wish,
)
from workshop.demo.simulation.draws import Draws
from workshop.demo.simulation.moves import Seen

from .cards import NOW, offer

CAR = {"id": "car-1", "kind": "ev", "license_plate": "TN 09 BX 4471", "serial_number": ""}
SCAN = {"id": "scan", "name": "Rattle diagnosis", "kind": "diagnosis", "vehicle_kinds": ["ev"]}
FLUID = {"id": "fluid", "name": "Brake fluid", "kind": "service", "vehicle_kinds": []}
CHAIN = {"id": "chain", "name": "Chain", "kind": "service", "vehicle_kinds": ["motorcycle"]}
DAYS = [{"date": "2026-11-21", "slots": []}, {"date": "2026-11-22", "slots": ["2026-11-22T04:00:00+00:00"]}]
SEEDS = range(300)


def proposed(**values: Any) -> dict[str, Any]:
    return {
        "id": "visit-1",
        "version": 4,
        "scheduled_start": NOW.isoformat(),
        "vehicle": {"plate": "TN 09 BX 4471"},
        "allowed_actions": [offer("accept_proposal"), offer("ask_again")],
    } | values


def test_somebody_wishes_now_and_then_and_only_for_what_fits_the_vehicle() -> None:
    wishes = [wish("me", [CAR], [SCAN, FLUID, CHAIN], 7, Draws(seed)) for seed in SEEDS]
    said = [one for one in wishes if one is not None]
    assert 60 < len(said) < 130
    assert {one.service["id"] for one in said if one.words} == {"scan"}
    assert {one.service["id"] for one in said if not one.words} == {"fluid"}
    assert wish("me", [], [FLUID], 7, Draws(1)) is None


def test_a_thought_lasts_a_while() -> None:
    assert thought(NOW) != thought(NOW + EVERY)


def test_one_looks_for_the_service_from_tomorrow_on() -> None:
    asked = parse_qs(urlsplit(where_to_look("house", Wish(CAR, FLUID), NOW)).query)
    assert asked == {
        "service": ["fluid"],
        "vehicle_kind": ["ev"],
        "from": ["2026-11-21"],
        "to": ["2026-11-28"],
    }


def test_a_time_that_is_free_is_held_and_a_problem_wishes_for_it() -> None:
    booked = hold("me", "house", Wish(CAR, FLUID), DAYS, 7, Draws(1))
    asked = hold("me", "house", Wish(CAR, SCAN, "It rattles."), DAYS, 7, Draws(1))
    assert booked is not None
    assert asked is not None
    assert booked.body["scheduled_start"] == DAYS[1]["slots"][0]
    assert asked.body["wished_times"] == DAYS[1]["slots"]
    assert hold("me", "house", Wish(CAR, FLUID), DAYS[:1], 7, Draws(1)) is None


def test_what_is_held_is_booked_asked_or_now_and_then_let_go() -> None:
    held = {"id": "visit-1", "version": 1}
    verbs = [finish(held, Wish(CAR, FLUID), None, Draws(seed)).path.rpartition("/")[2] for seed in SEEDS]
    assert 10 < verbs.count("cancel") < 70
    assert verbs.count("confirm") == len(SEEDS) - verbs.count("cancel")
    asked = [finish(held, Wish(CAR, SCAN, "It rattles."), None, Draws(seed)) for seed in SEEDS]
    assert {move.body.get("concern") for move in asked} == {"It rattles.", None}


def test_some_have_their_vehicle_fetched_and_perhaps_brought_back() -> None:
    held = {"id": "visit-1", "version": 1}
    drives = {
        "address": "2 Boat Club Road, Chennai 600028",
        "postcode": "",
        "collect": ["2026-11-22T02:30:00+00:00", "2026-11-22T03:00:00+00:00"],
        "return": ["2026-11-22T06:00:00+00:00", "2026-11-22T06:30:00+00:00"],
    }
    found = [finish(held, Wish(CAR, FLUID), drives, Draws(seed)) for seed in SEEDS]
    fetched = [move for move in found if "transports" in move.body]
    assert 80 < len(fetched) < 200
    assert {tuple(trip["direction"] for trip in move.body["transports"]) for move in fetched} == {
        ("collect",),
        ("collect", "return"),
    }
    for move in fetched:
        first = move.body["transports"][0]
        assert (first["address"], first["postcode"]) == ("2 Boat Club Road, Chennai", "600028")
        assert first["window_start"] == drives["collect"][-1], "the last before the visit"
        assert move.instead is not None
        brought = move.instead({"code": "no_driver_free"})
        assert brought is not None
        assert brought.path == move.path
        assert "transports" not in brought.body
    nobody = [finish(held, Wish(CAR, FLUID), drives | {"collect": []}, Draws(seed)) for seed in SEEDS]
    assert not any("transports" in move.body for move in nobody)


def test_a_proposal_is_thought_about_then_taken_or_answered_with_another_day() -> None:
    seen = Seen()
    assert answer([proposed()], "me", NOW, Draws(1), seen) is None
    assert answer([proposed()], "me", NOW + timedelta(hours=1), Draws(1), seen) is not None
    verbs = []
    for seed in SEEDS:
        own = Seen()
        answer([proposed()], "me", NOW, Draws(seed), own)
        move = answer([proposed()], "me", NOW + timedelta(hours=1), Draws(seed), own)
        assert move is not None
        assert move.body["version"] == 4
        verbs.append(move.path.rpartition("/")[2])
    assert 180 < verbs.count("accept-proposal") < 270
    assert verbs.count("ask-again") == len(SEEDS) - verbs.count("accept-proposal")
    assert answer([proposed(allowed_actions=[])], "me", NOW, Draws(1), seen) is None
