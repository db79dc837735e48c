"""What the front desk of the simulation does next."""

from datetime import datetime, timedelta

from workshop.demo.simulation.desk import Desk, in_conflict, looks_into
from workshop.demo.simulation.draws import Draws
from workshop.demo.simulation.moves import Move, Seen
from workshop.demo.simulation.walk_in import slot_of, walk_in
from workshop.kernel.errors import IllegalTransition, Stale

from .cards import BAY_1, NOW, board, document, hold, job, minutes_ago, visit

LATER = NOW + timedelta(minutes=70)
SEEDS = range(200)


def moves(
    seen_board: dict,
    *documents: dict,
    at: datetime = NOW,
    seed: int = 1,
    seen: Seen | None = None,
    **more: object,
) -> list[Move]:
    read = {doc["job"]["id"]: doc for doc in documents}
    return list(Desk(seen_board, read, at, Draws(seed), seen or Seen(), **more).moves())


def after_noticing(seen_board: dict, *documents: dict, seed: int = 1) -> list[Move]:
    seen = Seen()
    assert not moves(seen_board, *documents, seen=seen, seed=seed)
    return moves(seen_board, *documents, seen=seen, seed=seed, at=LATER)


def verbs(found: list[Move]) -> list[str]:
    return [move.path.rpartition("/")[2] for move in found]


def test_customers_come_about_when_they_said_and_a_few_never() -> None:
    soon = [moves(board(appointments=[visit(starts_in=13)]), seed=seed) for seed in SEEDS]
    assert not any(soon)
    came = [moves(board(appointments=[visit(starts_in=-10)]), seed=seed) for seed in SEEDS]
    assert 180 < sum(map(bool, came)) < 200
    given_up = [verbs(moves(board(appointments=[visit(starts_in=-21)]), seed=seed)) for seed in SEEDS]
    assert {"check-in"} < {verb for found in given_up for verb in found} == {"check-in", "mark-no-show"}


def test_a_vehicle_is_received_with_what_its_instruments_show() -> None:
    move = moves(board(appointments=[visit(starts_in=-10)]))[0]
    assert move.path == "/api/staff/appointments/visit-1/check-in"
    assert 67950 < move.body["mileage_in"] < 68000
    assert 0 < move.body["charge_in"] < 100
    assert move.body["concern"] == "Coolant is due."


def test_nobody_reads_a_charge_where_there_is_no_battery() -> None:
    coming = visit(starts_in=-10)
    petrol = {**coming, "vehicle": {**coming["vehicle"], "kind": "car", "battery_capacity": None}}
    assert moves(board(appointments=[petrol]))[0].body["charge_in"] is None


def test_who_is_fetched_comes_with_the_driver_and_is_never_given_up() -> None:
    def found(status: str, ended: float | None = None) -> list[str]:
        trip = {"direction": "collect", "status": status, "ended_at": ended and minutes_ago(ended)}
        fetched = visit(starts_in=-25, transports=[trip])
        return [verb for seed in SEEDS for verb in verbs(moves(board(appointments=[fetched]), seed=seed))]

    assert found("planned") == found("under_way") == found("done", 10) == []
    assert set(found("done", 40)) == {"check-in"}
    assert "check-in" in found("failed", 40), "then they bring it themselves"


def test_whoever_stands_at_the_counter_is_received_at_once() -> None:
    standing = frozenset({"visit-1"})
    for seed in SEEDS:
        found = moves(board(appointments=[visit(starts_in=0)]), seed=seed, present=standing)
        assert verbs(found) == ["check-in"]


def test_a_received_vehicle_is_queued_or_sent_to_diagnosis() -> None:
    received = job("received")
    assert verbs(after_noticing(board(received), document(card=received))) == ["queue"]
    looks = document(card=received) | {"items": [{"id": "item-1", "kind": "diagnosis"}]}
    assert verbs(after_noticing(board(received), looks)) == ["diagnose"]


def test_a_vehicle_whose_bay_is_taken_moves_to_a_free_one_of_its_kind() -> None:
    queued, working = job("queued"), job("in_progress", id="job-9")
    found = after_noticing(board(queued, working))
    assert verbs(found) == ["move"]
    assert found[0].body["bay_id"] == "bay-2"
    elsewhere = job("in_progress", id="job-8", bay={"id": "bay-2", "name": "Bay 2"})
    assert not after_noticing(board(queued, working, elsewhere)), "another kind of bay does not serve"


def test_a_finished_vehicle_leaves_its_bay() -> None:
    found = after_noticing(board(job("quality_check")))
    assert verbs(found) == ["move"]
    assert found[0].body["bay_id"] is None
    assert BAY_1["name"] in found[0].says


def test_what_a_card_waits_for_comes_in_time() -> None:
    waiting = job("in_progress", holds=[{"kind": "parts", "reason": "", "since": minutes_ago(10)}])
    assert looks_into(board(waiting)) == [waiting]
    assert not moves(board(waiting), document(card=waiting, holds=[hold(since=11)]))
    found = moves(board(waiting), document(card=waiting, holds=[hold(since=36)]))
    assert [move.path for move in found] == ["/api/staff/holds/hold-1/release"]
    assert not moves(board(waiting), document(card=waiting, holds=[hold(since=36, released=True)]))


def test_a_diagnosis_is_followed_by_an_estimate_and_a_decision() -> None:
    assert verbs(after_noticing(board(job("diagnosis", progress={"done": 4, "total": 4})))) == [
        "send-estimate"
    ]
    assert not after_noticing(board(job("diagnosis", progress={"done": 3, "total": 4})))
    assert "decline-all" in verbs(after_noticing(board(job("awaiting_decision", bay=None))))


def test_a_vehicle_that_is_ready_is_handed_over_for_a_reason_and_closed() -> None:
    found = after_noticing(board(job("ready_for_pickup")))
    assert verbs(found) == ["hand-over"]
    assert found[0].body["mileage_out"] >= 41220
    assert found[0].body["override_reason"]
    closing = after_noticing(board(job("delivered")))
    assert verbs(closing) == ["close"]
    assert closing[0].says == "closes the visit of TN 09 BX 4471"


def test_nothing_is_done_on_an_empty_board() -> None:
    assert not moves(board())


SERVICE = {
    "id": "service-1",
    "name": "Puncture repair",
    "kind": "service",
    "is_active": True,
    "estimated_duration": 30,
    "vehicle_kinds": ["ev"],
}
CUSTOMER = {
    "id": "who-3",
    "name": "Elango Durai",
    "vehicles": [{"id": "car-3", "plate": "TN 01 AA 0001", "kind": "ev"}],
}


def test_somebody_walks_in_now_and_then_with_something_short() -> None:
    found = [walk_in("center-1", set(), [CUSTOMER], [SERVICE], slot, Draws(1)) for slot in range(100)]
    walked_in = [move for move in found if move]
    assert 50 < len(walked_in) < 90
    assert walked_in[0].body["vehicle_id"] == "car-3"
    assert walked_in[0].body["services"] == [{"service_id": "service-1"}]
    assert "scheduled_start" not in walked_in[0].body


def test_nobody_walks_in_twice_or_with_what_takes_long_or_does_not_fit() -> None:
    slots = range(100)
    long = SERVICE | {"estimated_duration": 90}
    other = SERVICE | {"vehicle_kinds": ["motorcycle"]}
    retired = SERVICE | {"is_active": False}
    assert not any(walk_in("center-1", {"car-3"}, [CUSTOMER], [SERVICE], slot, Draws(1)) for slot in slots)
    assert not any(
        walk_in("center-1", set(), [CUSTOMER], [long, other, retired], slot, Draws(1)) for slot in slots
    )


def test_a_slot_is_half_an_hour() -> None:
    assert slot_of(NOW) == slot_of(NOW + timedelta(minutes=29))
    assert slot_of(NOW) != slot_of(NOW + timedelta(minutes=30))


REQUEST = {
    "id": "ask-1",
    "version": 2,
    "number": "ANNA-A1044",
    "customer": {"id": "who-1", "name": "Maria Joseph"},
}
WAY = {
    "moves": [
        {
            "appointment_id": "visit-1",
            "version": 5,
            "number": "ANNA-A1020",
            "scheduled_start": "2026-11-20T11:00:00+00:00",
            "bay": BAY_1,
            "technician": {"id": "tech-1", "name": "Priya S."},
        }
    ]
}


def test_a_request_is_accepted_or_turned_down_after_a_look() -> None:
    found = []
    for seed in SEEDS:
        seen = Seen()
        assert moves(board(), seed=seed, seen=seen, requests=[REQUEST]) == []
        found += moves(board(), seed=seed, seen=seen, requests=[REQUEST], at=LATER)
    assert len(found) == len(SEEDS)
    assert set(verbs(found)) == {"accept", "reject"}
    assert 5 < verbs(found).count("reject") < 45
    assert {move.body["version"] for move in found} == {2}


def test_a_time_that_is_taken_is_answered_with_the_next_free_one() -> None:
    seen = Seen()
    moves(board(), seed=3, seen=seen, requests=[REQUEST])
    (move,) = moves(board(), seed=3, seen=seen, requests=[REQUEST], at=LATER)
    assert move.instead is not None
    other = move.instead({"code": "slot_taken", "next_free": ["2026-11-21T04:00:00+00:00"]})
    assert other is not None
    assert other.path == "/api/staff/appointments/ask-1/propose"
    assert other.body["scheduled_start"] == "2026-11-21T04:00:00+00:00"
    for somebody_else_was_first in (Stale, IllegalTransition):
        assert move.instead({"code": somebody_else_was_first.code, "detail": "It changed."}) is None


def test_a_time_that_will_never_do_is_turned_down_with_the_reason_and_not_tried_again() -> None:
    seen = Seen()
    moves(board(), seed=3, seen=seen, requests=[REQUEST])
    (move,) = moves(board(), seed=3, seen=seen, requests=[REQUEST], at=LATER)
    assert move.instead is not None
    closed = "Pitlane Anna Nagar is not open for the whole visit."
    other = move.instead({"code": "closed", "detail": closed})
    assert other is not None
    assert other.path == "/api/staff/appointments/ask-1/reject"
    assert other.body == {"version": 2, "reason": f"{closed} Please ask for another time."}


def test_what_overruns_is_placed_by_the_first_way_out() -> None:
    assert not in_conflict(board(appointments=[visit(starts_in=30)]))
    assert in_conflict(board(appointments=[visit(starts_in=30) | {"conflict_since": minutes_ago(3)}]))
    seen = Seen()
    assert moves(board(), seen=seen, ways=[WAY]) == []
    (move,) = moves(board(), seen=seen, ways=[WAY], at=LATER)
    assert move.path == "/api/staff/moves"
    assert move.body == {
        "moves": [
            {
                "appointment_id": "visit-1",
                "version": 5,
                "scheduled_start": "2026-11-20T11:00:00+00:00",
                "bay_id": "bay-1",
                "technician_id": "tech-1",
            }
        ]
    }
