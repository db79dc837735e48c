"""GET /api/staff/board."""

from datetime import timedelta

from tests.api.conftest import As
from tests.api.working import make_ready, verbs
from tests.cast import Cast, House, actor, appointment, at_midday, customer
from workshop.jobs import services as jobs
from workshop.jobs.models import JobCard
from workshop.jobs.sheet import Sheet
from workshop.kernel.clock import now

BOARD = "/api/staff/board"


def test_the_desk_reads_everything_that_stands_at_its_centre(as_: As, home: House, card: Sheet) -> None:
    at_midday(home)
    coming = appointment(home, customer(home), start=now() + timedelta(seconds=30), tech=home.other_tech)
    document = as_(home.desk).reads(f"{BOARD}?center={home.center.id}")

    assert document["topic"] == f"center.{home.center.id}.desk"
    assert [job["number"] for job in document["jobs"]] == [card.job.number]
    assert document["jobs"][0]["customer"]["phone"] == "+919800000001"
    assert [bay["name"] for bay in document["bays"]] == ["1", "2", "3"]
    assert {person["name"] for person in document["technicians"] if person["lead"]} == {"Lead A."}
    (visit,) = document["appointments"]
    assert visit["id"] == str(coming.id)
    assert verbs(visit) == ["reschedule", "check_in", "mark_no_show", "cancel"]


def test_visits_of_other_days_are_not_on_it(as_: As, home: House) -> None:
    appointment(home, customer(home))
    assert as_(home.desk).reads(BOARD)["appointments"] == []


def test_a_vehicle_handed_over_today_stays_until_tomorrow(as_: As, home: House, card: Sheet) -> None:
    make_ready(home, card)
    jobs.hand_over(
        actor=actor(home.desk), job_id=card.job.id, mileage_out=41600, override_reason="Pays by transfer"
    )
    desk = as_(home.desk)
    assert [job["stage"] for job in desk.reads(BOARD)["jobs"]] == ["delivered"]

    JobCard.objects.update(delivered_at=now() - timedelta(days=1))
    assert desk.reads(BOARD)["jobs"] == []


def test_a_closed_card_is_not_on_it(as_: As, home: House, card: Sheet) -> None:
    jobs.cancel_job(actor=actor(home.desk), job_id=card.job.id, reason="Called off")
    assert as_(home.admin).reads(BOARD)["jobs"] == []


def test_the_board_of_another_centre_is_not_there(as_: As, everybody: Cast, home: House) -> None:
    path = f"{BOARD}?center={home.center.id}"
    as_(everybody.rival.desk).refused(path, status=404, code="not_found", method="GET")
    as_(everybody.rival.admin).refused(path, status=404, code="not_found", method="GET")


def test_the_network_reads_any_but_says_which(as_: As, everybody: Cast, home: House) -> None:
    network = as_(everybody.network)
    network.reads(f"{BOARD}?center={home.center.id}")
    network.refused(BOARD, status=400, code="center_required", method="GET")
    network.refused(f"{BOARD}?center={home.desk.id}", status=404, code="not_found", method="GET")


def test_technicians_have_no_board(as_: As, home: House) -> None:
    as_(home.tech).refused(BOARD, status=403, code="insufficient_permissions", method="GET")
