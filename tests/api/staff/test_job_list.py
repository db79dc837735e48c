"""GET /api/staff/jobs."""

from datetime import timedelta
from typing import Any

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.api.working import complete, finish, start
from tests.cast import Cast, House, actor, customer, open_job
from workshop.jobs import services as jobs
from workshop.jobs.facts import card_facts
from workshop.jobs.models import JobCard
from workshop.jobs.shapes import card_view
from workshop.jobs.sheet import Sheet, of
from workshop.kernel.clock import now

JOBS = "/api/staff/jobs"
ITEM = ("id", "version", "position", "name", "kind", "status", "technician", "estimate", "clocked")
STEP = ("id", "version", "position", "name", "status", "estimate", "clocked")


def expected(job: JobCard) -> dict[str, Any]:
    """Return what the desk's view says, in the form of the list."""
    view = card_view(card_facts(of(job)), "desk")
    listed = {name: value for name, value in view["job"].items() if name not in NOT_LISTED}
    listed["items"] = [
        {name: item[name] for name in ITEM}
        | {
            "steps": [
                {name: step[name] for name in STEP} for step in view["steps"] if step["item_id"] == item["id"]
            ]
        }
        for item in view["items"]
    ]
    return listed


NOT_LISTED = ("allowed_actions", "outside_stage")


def numbers(caller: Caller, query: str) -> list[str]:
    return [job["number"] for job in caller.reads(f"{JOBS}?{query}")["results"]]


def test_what_the_database_builds_is_what_the_views_say(as_: As, home: House, card: Sheet) -> None:
    desk = as_(home.desk)
    paused, finished = open_job(home, customer(home, "Asha")), open_job(home)
    finish(home, finished)
    start(home, paused)
    jobs.pause_step(actor=actor(home.tech), step_id=paused.steps[0].id, kind="parts", reason="Pads")
    start(home, card)
    complete(home, card)
    open_job(home, queued=False, what=home.diagnosis)

    results = desk.reads(JOBS)["results"]
    assert results == [expected(job) for job in JobCard.objects.order_by("-id")]


def test_pages_hold_every_card_once(as_: As, home: House) -> None:
    cards = [open_job(home).job.number for _ in range(5)]
    desk, seen, cursor = as_(home.desk), [], ""
    while cursor is not None:
        page = desk.reads(f"{JOBS}?limit=2&cursor={cursor}")
        seen += [job["number"] for job in page["results"]]
        cursor = page["next"]
    assert seen == cards[::-1]


def test_cards_are_found_by_stage_customer_day_and_words(as_: As, home: House, card: Sheet) -> None:
    other = open_job(home, customer(home, "Asha"), queued=False)
    desk = as_(home.desk)
    assert numbers(desk, "stage=received") == [other.job.number]
    assert numbers(desk, f"customer={card.job.customer_id}") == [card.job.number]
    assert numbers(desk, f"vehicle={card.job.vehicle_id}") == [card.job.number]
    assert numbers(desk, "q=asha") == [other.job.number]
    assert numbers(desk, f"q={card.job.vehicle_card['plate'].replace(' ', '-')}") == [card.job.number]
    tomorrow = (now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert numbers(desk, f"from={tomorrow}") == []
    assert len(numbers(desk, f"to={tomorrow}")) == 2


def test_filters_that_make_no_sense_name_the_field(as_: As, home: House) -> None:
    for query, field in (("stage=lost", "stage"), ("customer=me", "customer"), ("from=soon", "from")):
        problem = as_(home.desk).refused(
            f"{JOBS}?{query}", status=400, code="validation_failed", method="GET"
        )
        assert list(problem["fields"]) == [field]
    as_(home.desk).refused(f"{JOBS}?cursor=xyz", status=400, code="cursor_invalid", method="GET")


def test_another_centres_desk_lists_none_of_them(as_: As, everybody: Cast, home: House, card: Sheet) -> None:
    rival = as_(everybody.rival.desk)
    assert numbers(rival, "") == []
    assert numbers(rival, f"center={home.center.id}") == []
    assert numbers(as_(everybody.network), "") == [card.job.number]
