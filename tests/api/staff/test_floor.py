"""GET /api/staff/floor."""

from tests.api.conftest import As
from tests.api.working import make_ready, start
from tests.cast import Cast, House, actor
from workshop.accounts import services as accounts
from workshop.jobs import services as jobs
from workshop.jobs.sheet import Sheet
from workshop.kernel.actor import VISITOR

FLOOR = "/api/staff/floor"


def test_everybody_who_works_here_reads_the_wall(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    for user in home.people.values():
        document = as_(user).reads(f"{FLOOR}?center={home.center.id}")
        (job,) = document["jobs"]
        assert job["customer"] is None
        assert job["current"]["name"] == "Drain the old fluid"
        assert "total" not in job


def test_a_paired_screen_reads_its_own_centre_without_naming_it(
    as_: As, everybody: Cast, home: House, card: Sheet
) -> None:
    device, token = accounts.request_pairing(actor=VISITOR)
    screen = as_(None)
    screen.client.cookies["pitlane_device"] = token
    screen.refused(FLOOR, status=401, code="not_signed_in", method="GET")

    accounts.pair_device(actor=actor(home.desk), code=device.code, center_id=home.center.id)
    assert screen.reads(FLOOR)["topic"] == f"center.{home.center.id}.floor"
    screen.refused(f"{FLOOR}?center={everybody.rival.center.id}", status=404, code="not_found", method="GET")
    screen.refused("/api/staff/board", status=401, code="not_signed_in", method="GET")

    accounts.revoke_device(actor=actor(home.desk), device_id=device.id)
    screen.refused(FLOOR, status=401, code="not_signed_in", method="GET")


def test_a_vehicle_that_left_is_not_on_the_wall(as_: As, home: House, card: Sheet) -> None:
    make_ready(home, card)
    tech = as_(home.tech)
    assert len(tech.reads(FLOOR)["jobs"]) == 1
    jobs.hand_over(
        actor=actor(home.desk), job_id=card.job.id, mileage_out=41600, override_reason="Pays by transfer"
    )
    assert tech.reads(FLOOR)["jobs"] == []


def test_the_wall_of_another_centre_is_not_there(as_: As, everybody: Cast, home: House) -> None:
    as_(everybody.rival.tech).refused(
        f"{FLOOR}?center={home.center.id}", status=404, code="not_found", method="GET"
    )


def test_customers_and_visitors_see_no_wall(as_: As, everybody: Cast, home: House) -> None:
    path = f"{FLOOR}?center={home.center.id}"
    as_(everybody.customer).refused(path, status=403, code="insufficient_permissions", method="GET")
    as_(None).refused(path, status=401, code="not_signed_in", method="GET")
