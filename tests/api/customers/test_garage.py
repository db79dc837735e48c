"""GET /api/customers/garage."""

from tests.api.conftest import As
from tests.api.working import job_path, make_ready
from tests.cast import Cast, House
from workshop.events.models import Event
from workshop.jobs.sheet import Sheet
from workshop.scheduling.services import tell_customer

GARAGE = "/api/customers/garage"


def test_it_holds_ones_own_vehicles_visits_and_what_was_done(
    as_: As, everybody: Cast, home: House, card: Sheet
) -> None:
    make_ready(home, card)
    as_(home.desk).does(job_path(card, "hand-over"), {"mileage_out": 41600, "override_reason": "Company"})
    garage = as_(everybody.customer).reads(GARAGE)
    (vehicle,), (visit,), (record,) = garage["vehicles"], garage["appointments"], garage["records"]
    assert (vehicle["mileage"], visit["status"]) == (41600, "fulfilled")
    assert (record["vehicle_id"], record["appointment_id"]) == (vehicle["id"], visit["id"])
    assert record["cost"]["amount"] == visit["total_amount"]["amount"]
    assert garage["topic"] == "me"


def test_it_shows_nothing_of_others(as_: As, everybody: Cast, card: Sheet) -> None:
    garage = as_(everybody.stranger).reads(GARAGE)
    assert len(garage["vehicles"]) == 1
    assert garage["appointments"] == garage["records"] == []


def test_a_visit_is_told_on_its_customers_own_stream(everybody: Cast, card: Sheet) -> None:
    tell_customer(appointment_id=card.job.appointment_id)
    event = Event.objects.get(name="scheduling.OwnVisitChanged")
    assert event.stream == f"person:{everybody.customer.id}"
    assert event.data["appointment"]["status"] == "checked_in"
