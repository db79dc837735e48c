"""GET /api/customers/appointments/{id}/availability: where one's own visit can be moved, and nowhere else."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.cast import Cast, House, actor, appointment, at_noon, customer
from tests.driving import HOUR, booked, collect, driver, offers
from workshop.accounts import services as accounts
from workshop.catalog.models import Service
from workshop.centers.models import Absence, StaffProfile
from workshop.kernel.errors import Conflict, DomainError
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment

QUARTER = timedelta(minutes=15)


@pytest.fixture
def visit(everybody: Cast, home: House) -> Appointment:
    """Return a visit with the only technician; on its day the vehicle is at another centre as well."""
    StaffProfile.objects.exclude(user__in=(home.tech, everybody.rival.tech)).update(skills=[])
    noon = at_noon(home.center, days=3)
    found = appointment(home, everybody.customer, start=noon)
    appointment(
        everybody.rival, everybody.customer, start=noon + timedelta(hours=3), vehicle_id=found.vehicle_id
    )
    return found


def to_move(visit: Appointment, caller: Any) -> tuple[dict[str, Any], set[datetime]]:
    day = visit.scheduled_start.date()
    found = caller.reads(f"/api/customers/appointments/{visit.id}/availability?from={day}&to={day}")
    return found, {datetime.fromisoformat(slot) for one in found["days"] for slot in one["slots"]}


def test_what_is_offered_can_be_moved_to_and_what_is_not_cannot(
    everybody: Cast, visit: Appointment, as_: As
) -> None:
    found, offered = to_move(visit, as_(everybody.customer))
    owner, midnight = actor(everybody.customer), visit.scheduled_start.replace(hour=0)
    moved = set()
    for number in range(24 * 4):
        with transaction.atomic():
            try:
                scheduling.reschedule(actor=owner, appointment_id=visit.id, start=midnight + number * QUARTER)
                moved.add(midnight + number * QUARTER)
            except DomainError:
                pass
            transaction.set_rollback(True)
    assert {one for one in moved if midnight <= one < midnight + timedelta(days=1)} == offered
    assert visit.scheduled_start + QUARTER in offered, "it is not in its own way"
    assert visit.scheduled_start + timedelta(hours=3) not in offered, "the vehicle is elsewhere then"
    assert len(found["visits"]) == 1


def test_a_visit_that_is_collected_is_offered_where_its_driver_can_come(
    everybody: Cast, home: House, as_: As
) -> None:
    selvi = driver(offers(home))
    noon = at_noon(home.center, days=3)
    found = booked(home, everybody.customer, collect(noon), start=noon)
    Absence.objects.create(person=selvi, starts_at=noon + HOUR, ends_at=noon + 3 * HOUR)
    _, offered = to_move(found, as_(everybody.customer))
    day = noon.date()
    asked = f"center={home.center.id}&service={home.service.id}&from={day}&to={day}&appointment={found.id}"
    days = as_(home.desk).reads(f"/api/staff/availability?{asked}")["days"]
    shown = {datetime.fromisoformat(slot) for one in days for slot in one["slots"]}
    for free in (offered, shown):
        assert {noon + 2 * HOUR, noon + 5 * HOUR} <= free, (
            "its collection is over, or begins after the absence"
        )
        assert not {noon + 3 * HOUR, noon + 4 * HOUR} & free
    with pytest.raises(Conflict, match=r"^no_driver_free:"):
        scheduling.reschedule(actor=actor(home.desk), appointment_id=found.id, start=noon + 3 * HOUR)


def test_it_keeps_what_was_agreed_when_that_is_not_offered_any_more(
    everybody: Cast, home: House, visit: Appointment, as_: As
) -> None:
    before, offered = to_move(visit, as_(everybody.customer))
    Service.objects.filter(pk=home.service.id).update(is_active=False, estimated_duration=500)
    found, now = to_move(visit, as_(everybody.customer))
    assert (found["duration"], now) == (before["duration"], offered)


def test_it_is_told_to_nobody_else(home: House, visit: Appointment, as_: As) -> None:
    path = f"/api/customers/appointments/{visit.id}/availability"
    as_(customer(home, "Other")).refused(path, status=404, code="not_found", method="GET")


def test_who_came_by_a_link_is_told_of_no_other_visit(home: House, visit: Appointment) -> None:
    link = scheduling.link_visit(actor=actor(home.desk), appointment_id=visit.id)
    browser = Caller()
    browser.does("/api/public/links/exchange", {"token": accounts.link_token(link)})
    day = visit.scheduled_start.date()
    found = browser.reads(f"/api/public/visits/{visit.id}/availability?from={day}&to={day}")
    offered = {datetime.fromisoformat(slot) for one in found["days"] for slot in one["slots"]}
    assert found["visits"] == []
    assert visit.scheduled_start + QUARTER in offered
    assert visit.scheduled_start + timedelta(hours=3) not in offered


def test_too_many_days_are_refused(everybody: Cast, visit: Appointment, as_: As) -> None:
    path = f"/api/customers/appointments/{visit.id}/availability?from=2030-01-01&to=2030-03-01"
    as_(everybody.customer).refused(path, status=400, code="too_many_days", method="GET")
