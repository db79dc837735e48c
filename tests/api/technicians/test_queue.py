"""GET /api/technicians/queue."""

from tests.api.conftest import As
from tests.api.working import finish
from tests.cast import Cast, House, actor, open_job
from workshop.centers.services import give_role
from workshop.jobs import services as jobs
from workshop.jobs.sheet import Sheet
from workshop.kernel.actor import SYSTEM

QUEUE = "/api/technicians/queue"


def numbers(document: dict[str, list[dict[str, str]]]) -> set[str]:
    return {job["number"] for job in document["jobs"]}


def test_my_day_holds_my_cards_and_nobodys(as_: As, home: House, card: Sheet) -> None:
    others = open_job(home)
    for item in others.items:
        jobs.assign_item(
            actor=actor(home.desk), job_id=others.job.id, item_id=item.id, technician_id=home.other_tech.id
        )
    nobodys = open_job(home)
    jobs.assign_item(
        actor=actor(home.desk), job_id=nobodys.job.id, item_id=nobodys.items[0].id, technician_id=None
    )
    document = as_(home.tech).reads(f"{QUEUE}?center={home.center.id}")
    assert document["topic"] == f"center.{home.center.id}.queue.{home.tech.id}"
    assert numbers(document) == {card.job.number, nobodys.job.number}


def test_a_lead_finds_the_cards_to_check(as_: As, home: House, card: Sheet) -> None:
    lead = as_(home.lead)
    assert numbers(lead.reads(QUEUE)) == set()
    finish(home, card)
    assert numbers(lead.reads(QUEUE)) == {card.job.number}


def test_the_queue_of_another_centre_is_not_there(as_: As, everybody: Cast, home: House, card: Sheet) -> None:
    as_(everybody.rival.tech).refused(
        f"{QUEUE}?center={home.center.id}", status=404, code="not_found", method="GET"
    )


def test_who_works_at_two_centres_says_which(as_: As, everybody: Cast, home: House) -> None:
    give_role(actor=SYSTEM, user_id=home.tech.id, role="technician", center_id=everybody.rival.center.id)
    tech = as_(home.tech)
    problem = tech.refused(QUEUE, status=400, code="center_required", method="GET")
    assert list(problem["fields"]) == ["center"]
    tech.reads(f"{QUEUE}?center={everybody.rival.center.id}")


def test_what_is_no_id_is_no_centre(as_: As, home: House) -> None:
    as_(home.tech).refused(f"{QUEUE}?center=here", status=400, code="validation_failed", method="GET")


def test_the_desk_has_no_queue(as_: As, home: House) -> None:
    as_(home.desk).refused(QUEUE, status=404, code="not_found", method="GET")
