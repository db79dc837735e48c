"""GET /api/public/service-centers/{id}/availability: what is offered can be booked, and what is not cannot."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.db import transaction

from tests.api.answering import Caller, body_of
from tests.api.conftest import As
from tests.cast import Cast, House, actor, appointment, at_midday, at_noon, customer
from workshop.centers.models import Absence, HoursException, OpeningHours, Shift, StaffProfile
from workshop.kernel.clock import now
from workshop.kernel.errors import DomainError
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, BookingRules, Resource
from workshop.scheduling.services import Line
from workshop.vehicles.models import Vehicle


def free(home: House, caller: Caller | None = None, **asked: Any) -> dict[str, Any]:
    first = at_noon(home.center, days=2).date()
    said = {"service": home.service.id, "from": first, "to": first + timedelta(days=2)} | asked
    query = "&".join(f"{name}={value}" for name, value in said.items())
    found: dict[str, Any] = (caller or Caller()).reads(
        f"/api/public/service-centers/{home.center.id}/availability?{query}"
    )
    return found


def lived_in(home: House) -> None:
    """Give the centre hours with a pause, shifts, a break, an absence, buffers, a wait, a tool and some visits."""
    OpeningHours.objects.filter(center=home.center).delete()
    for day in range(7):
        OpeningHours.objects.create(center=home.center, weekday=day, opens=time(9), closes=time(13))
        OpeningHours.objects.create(center=home.center, weekday=day, opens=time(14), closes=time(18))
        Shift.objects.create(center=home.center, person=home.tech, weekday=day, starts=time(8), ends=time(16))
        Shift.objects.create(
            center=home.center,
            person=home.tech,
            kind="break",
            weekday=day,
            starts=time(10),
            ends=time(10, 20),
        )
    noon = at_noon(home.center, days=3)
    Absence.objects.create(person=home.lead, starts_at=noon - timedelta(days=1), ends_at=noon)
    HoursException.objects.create(
        center=home.center, date=noon.date() + timedelta(days=1), opens=time(11), closes=time(15)
    )
    StaffProfile.objects.filter(user=home.other_tech).update(skills=[])
    service = home.service
    service.tools, service.buffer_after, service.wait_from, service.wait_until = ["aligner"], 10, 20, 40
    service.save()
    Resource.objects.create(center=home.center, kind="tool", name="Aligner", type="aligner")
    BookingRules.objects.create(center=home.center, slot_step=15)
    appointment(home, customer(home, "A"), start=noon.replace(hour=11), tech=home.tech)
    appointment(home, customer(home, "B"), start=noon.replace(hour=15, minute=30), tech=home.lead)


def test_a_slot_that_is_offered_can_be_booked_and_one_that_is_not_cannot(
    everybody: Cast, home: House
) -> None:
    lived_in(home)
    found = free(home)
    offered = {datetime.fromisoformat(slot) for day in found["days"] for slot in day["slots"]}
    assert offered
    owner = actor(everybody.customer)
    midnight = at_noon(home.center, days=3).replace(hour=0)
    booked = set()
    for number in range(24 * 4):
        start = midnight + timedelta(minutes=15 * number)
        with transaction.atomic():
            try:
                scheduling.hold(
                    actor=owner, center_id=home.center.id, lines=[Line(home.service.id)], start=start
                )
                booked.add(start)
            except DomainError:
                pass
            transaction.set_rollback(True)
    assert booked == {slot for slot in offered if midnight <= slot < midnight + timedelta(days=1)}


def test_it_says_the_earliest_the_days_and_why_one_is_closed(home: House) -> None:
    day = at_noon(home.center, days=3).date()
    HoursException.objects.create(center=home.center, date=day, reason="Pongal")
    found = free(home)
    assert [one["open"] for one in found["days"]] == [True, False, True]
    assert found["days"][1] == {"date": day.isoformat(), "open": False, "reason": "Pongal", "slots": []}
    assert found["earliest"] == found["days"][0]["slots"][:3]
    assert (found["duration"], found["hold_seconds"], found["zone"]) == (60, 300, "Asia/Kolkata")


def test_today_says_how_long_who_comes_now_waits(home: House) -> None:
    at_midday(home)
    today = now().astimezone().date()
    assert free(home, **{"from": today, "to": today + timedelta(days=1)})["walk_in_wait"] in (0, 1)
    StaffProfile.objects.exclude(user=home.tech).update(skills=[])
    appointment(home, customer(home, "A"), start=now() + timedelta(minutes=5))
    wait = free(home, **{"from": today, "to": today + timedelta(days=1)})["walk_in_wait"]
    assert 60 <= wait <= 66


def test_it_says_how_far_ahead_the_first_start_is(home: House) -> None:
    BookingRules.objects.create(center=home.center, lead_time=90)
    assert free(home)["lead_time"] == 90


def test_several_services_are_one_visit(home: House) -> None:
    assert free(home, service=f"{home.service.id}&service={home.diagnosis.id}")["duration"] == 120


def test_the_desk_sees_more_than_customers(as_: As, home: House) -> None:
    BookingRules.objects.create(center=home.center, load_limit=1, lead_time=60)
    assert not free(home)["earliest"]
    day = at_noon(home.center, days=2).date()
    found = as_(home.desk).reads(
        f"/api/staff/availability?service={home.service.id}&from={day}&to={day}&technician={home.tech.id}"
    )
    assert len(found["earliest"]) == 3


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "validation_failed"),
        ("service=x", "validation_failed"),
        ("service={id}&from=2030-01-01&to=2029-01-01", "too_many_days"),
        ("service={id}&from=2030-01-01&to=2030-03-01", "too_many_days"),
        ("service={id}&to=2020-01-01", "too_many_days"),
        ("service={id}&vehicle_kind=boat", "validation_failed"),
    ],
)
def test_what_cannot_be_asked_is_said(home: House, query: str, code: str) -> None:
    path = f"/api/public/service-centers/{home.center.id}/availability?{query.format(id=home.service.id)}"
    Caller().refused(path, status=400, code=code, method="GET")


def test_ten_thousand_services_are_too_many(home: House) -> None:
    many = "&".join([f"service={home.service.id}"] * 10_000)
    path = f"/api/public/service-centers/{home.center.id}/availability?{many}"
    Caller().refused(path, status=400, code="too_many_fields", method="GET")


def starts_of(found: dict[str, Any]) -> list[str]:
    return [slot for day in found["days"] for slot in day["slots"]]


def one_place(home: House) -> datetime:
    """Leave one technician, and return a start at which a visit takes them."""
    StaffProfile.objects.exclude(user=home.tech).update(skills=[])
    return at_noon(home.center, days=3)


def hold_at(home: House, caller: Caller, start: datetime) -> dict[str, Any]:
    wish = {"center_id": str(home.center.id), "services": [{"service_id": str(home.service.id)}]}
    answer = caller.post("/api/public/appointments", wish | {"scheduled_start": start.isoformat()})
    slot: dict[str, Any] = body_of(answer, 201)["appointment"]
    return slot


@pytest.mark.parametrize("signed_in", [False, True])
def test_ones_own_hold_is_free_for_oneself_and_taken_for_everybody_else(
    everybody: Cast, home: House, as_: As, signed_in: bool
) -> None:
    start = one_place(home)
    caller = as_(everybody.customer) if signed_in else Caller()
    before = free(home, caller)
    held = hold_at(home, caller, start)["scheduled_start"]
    assert free(home, caller)["days"] == before["days"]
    assert held in starts_of(before)
    assert held not in starts_of(free(home))
    assert held not in starts_of(free(home, as_(customer(home, "Other"))))


def test_who_signs_in_midway_lets_go_by_choosing_again_what_their_browser_held(
    everybody: Cast, home: House, as_: As
) -> None:
    start = one_place(home)
    visitor = Caller()
    first = hold_at(home, visitor, start)
    known = as_(everybody.customer)
    known.client.cookies.update(visitor.client.cookies)
    assert first["scheduled_start"] in starts_of(free(home, known))
    hold_at(home, known, start + timedelta(minutes=15))
    assert Appointment.objects.get(pk=first["id"]).status == "cancelled"


class TestVehicle:
    def test_nothing_is_free_across_its_visits_and_its_owner_reads_which(
        self, everybody: Cast, home: House, as_: As
    ) -> None:
        noon = at_noon(home.center, days=3)
        visit = appointment(home, everybody.customer, start=noon, tech=home.tech)
        owner = as_(everybody.customer)
        found = free(home, owner, vehicle_id=visit.vehicle_id)
        times = [datetime.fromisoformat(one) for one in starts_of(found)]
        assert times
        long = timedelta(minutes=found["duration"])
        assert not [at for at in times if at < visit.scheduled_end and visit.scheduled_start < at + long]
        assert {visit.scheduled_end, visit.scheduled_start - long} <= set(times)
        assert [one["number"] for one in found["visits"]] == [visit.number]
        assert noon in {datetime.fromisoformat(one) for one in starts_of(free(home, owner))}
        assert free(home, owner)["visits"] == []

    def test_a_visit_that_somebody_else_booked_for_it_is_not_told(
        self, everybody: Cast, home: House, as_: As
    ) -> None:
        noon = at_noon(home.center, days=3)
        own = Vehicle.objects.get(ownerships__person=everybody.customer)
        visit = appointment(home, everybody.customer, start=noon)
        Appointment.objects.filter(pk=visit.id).update(customer=customer(home, "Other"))
        found = free(home, as_(everybody.customer), vehicle_id=own.id)
        assert found["visits"] == []
        assert noon not in {datetime.fromisoformat(one) for one in starts_of(found)}

    def test_anothers_vehicle_tells_nothing(self, everybody: Cast, home: House, as_: As) -> None:
        known = Vehicle.objects.get(ownerships__person=everybody.customer)
        path = f"/api/public/service-centers/{home.center.id}/availability"
        asked = f"{path}?service={home.service.id}&vehicle_id={known.id}"
        for caller in (Caller(), as_(customer(home, "Other"))):
            caller.refused(asked, status=404, code="vehicle_not_found", method="GET")
