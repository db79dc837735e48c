"""What a technician of the simulation does next."""

from collections import Counter
from datetime import datetime, timedelta

from workshop.demo.simulation.draws import Draws
from workshop.demo.simulation.lead import check
from workshop.demo.simulation.moves import Move, Rest, Seen
from workshop.demo.simulation.technician import decide

from .cards import BAY_2, ME, NOW, SOMEBODY, document, hold, job, minutes_ago, offer, step

LATER = NOW + timedelta(minutes=15)


def next_of(
    *documents: dict, floor: tuple = (), seed: int = 1, seen: Seen | None = None, **more: object
) -> Move | Rest:
    return decide(ME, documents, floor, NOW, Draws(seed), seen or Seen(), **more)


def after_noticing(*documents: dict, floor: tuple = (), at: datetime = LATER) -> Move | Rest:
    """Decide once to notice, and again a quarter of an hour later."""
    seen, draws = Seen(), Draws(1)
    assert isinstance(decide(ME, documents, floor, NOW, draws, seen), Rest)
    return decide(ME, documents, floor, at, draws, seen)


def running(minutes: float, **values: object) -> dict:
    return step("in_progress", running_since=minutes_ago(minutes), **values)


def test_a_step_is_finished_when_its_time_has_come_and_not_before() -> None:
    early = [next_of(document(running(7.9)), seed=seed) for seed in range(200)]
    assert not [move for move in early if isinstance(move, Move) and move.path.endswith("/complete")]
    late = [next_of(document(running(14.1)), seed=seed) for seed in range(200)]
    assert all(isinstance(move, Move) and move.path.endswith("/complete") for move in late)


def test_some_steps_run_over_their_estimate() -> None:
    moves = [next_of(document(running(10)), seed=seed) for seed in range(400)]
    done = sum(isinstance(move, Move) and move.path.endswith("/complete") for move in moves)
    assert 80 < done < 200


def test_finishing_goes_on_with_the_next_step_and_carries_the_reading() -> None:
    asked = {"unit": "°C", "min": None, "max": 40.0}
    needs = {"photo": False, "second_person": False, "reading": asked}
    move = next_of(document(running(15, needs=needs)))
    assert isinstance(move, Move)
    assert move.path == "/api/technicians/steps/step-1/complete"
    assert move.body["start_next"] is True
    assert move.body["version"] == 2
    assert float(move.body["reading"]) <= 40 or move.body["note"]
    assert "TN 09 BX 4471" in move.says


def test_now_and_then_somebody_stops_half_way_for_a_reason() -> None:
    moves = [next_of(document(running(7.9)), seed=seed) for seed in range(400)]
    stops = [move for move in moves if isinstance(move, Move)]
    assert 10 < len(stops) < 80
    kinds = Counter(move.body["kind"] for move in stops)
    assert kinds["parts"]
    assert all(move.path.endswith("/pause") and move.body["reason"] for move in stops)


def test_a_step_that_was_begun_before_is_not_stopped_again_and_not_finished_at_once() -> None:
    fresh = [next_of(document(running(1, clocked=1200)), seed=seed) for seed in range(100)]
    assert all(isinstance(move, Rest) and move.minutes > 1.9 for move in fresh)
    assert isinstance(next_of(document(running(3.1, clocked=1200))), Move)


def test_work_that_waits_for_a_part_is_not_gone_on_with() -> None:
    paused = step("paused")
    assert isinstance(after_noticing(document(paused, holds=[hold()])), Rest)
    move = after_noticing(document(paused, holds=[hold(released=True)]))
    assert isinstance(move, Move)
    assert move.path.endswith("/resume")


def test_meanwhile_other_work_is_begun() -> None:
    waiting = document(step("paused"), holds=[hold()])
    other = document(step(id="step-2"), card=job("queued", id="job-2", bay=BAY_2))
    move = after_noticing(waiting, other)
    assert isinstance(move, Move)
    assert move.path == "/api/technicians/steps/step-2/start"


def test_nothing_is_begun_in_a_bay_where_somebody_works() -> None:
    queued = document(step(), card=job("queued"))
    assert isinstance(after_noticing(queued, floor=(job("in_progress", id="job-9"),)), Rest)
    assert isinstance(after_noticing(queued, floor=(job("ready_for_pickup", id="job-9"),)), Move)
    assert isinstance(after_noticing(document(step(), card=job("queued", bay=None))), Rest)


def test_nobody_begins_long_before_the_time_or_what_is_not_offered() -> None:
    assert isinstance(after_noticing(document(step(), card=job("queued"), starts=-50)), Rest)
    theirs = step(allowed_actions=[offer("start", only=[SOMEBODY])])
    assert isinstance(after_noticing(document(theirs, card=job("queued"))), Rest)


def test_at_closing_time_the_clocks_are_stopped() -> None:
    move = next_of(document(running(3)), closing=True)
    assert isinstance(move, Move)
    assert (move.body["kind"], move.body["reason"]) == ("other", "Closing time.")
    assert isinstance(next_of(document(step(), card=job("queued")), closing=True), Rest)


def to_check(**values: object) -> dict:
    card = job("quality_check", allowed_actions=[offer("pass_check", besides=[SOMEBODY])], **values)
    return document(step("done"), card=card)


def test_a_lead_looks_for_a_while_then_passes_or_sends_back() -> None:
    verdicts = Counter()
    for seed in range(300):
        seen, draws = Seen(), Draws(seed)
        assert check(ME, [to_check()], NOW, draws, seen) is None
        move = check(ME, [to_check()], LATER, draws, seen)
        assert move is not None
        verdicts[move.path.rpartition("/")[2]] += 1
        if move.path.endswith("/rework"):
            assert move.body["step_ids"] == ["step-1"]
            assert move.body["reason"]
    assert 15 < verdicts["rework"] < 70
    assert verdicts["pass-check"] + verdicts["rework"] == 300


def test_nobody_checks_their_own_work() -> None:
    seen, draws = Seen(), Draws(1)
    for now in (NOW, LATER):
        assert check(SOMEBODY, [to_check()], now, draws, seen) is None
