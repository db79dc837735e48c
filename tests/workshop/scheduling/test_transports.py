"""Collection and return: booked with the visit or not at all, moved and called off with it, driven by its driver."""

from contextlib import nullcontext
from datetime import UTC, datetime, time, timedelta
from importlib import import_module
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest

from tests.cast import House, actor, at_noon, customer, house
from tests.driving import (
    ADDRESS,
    HOUR,
    booked,
    bring_back,
    collect,
    driver,
    drives,
    offers,
    shift,
    soon,
    transport,
)
from tests.workshop.notifications.telling import relayed
from workshop.accounts.models import User
from workshop.centers import services as centers
from workshop.centers.models import Absence, ServiceArea
from workshop.jobs import services as jobs
from workshop.kernel.errors import (
    Conflict,
    DomainError,
    Forbidden,
    IllegalTransition,
    Invalid,
    NotFound,
    Stale,
)
from workshop.scheduling import services as scheduling
from workshop.scheduling.due import sets_out_from
from workshop.scheduling.models import Appointment, Resource, ResourceBooking, VehicleTransport
from workshop.scheduling.selectors import appointment_now
from workshop.scheduling.services import Line, Trip, trips
from workshop.scheduling.trips import trip_now
from workshop.vehicles.models import VehicleOwnership

pytestmark = pytest.mark.django_db
SWEEP = import_module("workshop.scheduling.services.sweep")
TRANSPORTS = import_module("workshop.scheduling.services.transports")


def home() -> tuple[House, User, User]:
    made = offers(house("ANN", "Anna Nagar"))
    return made, customer(made), driver(made)


def both(at: House, days: int = 3) -> tuple[Trip, Trip]:
    start = at_noon(at.center, days=days)
    return collect(start), bring_back(start + HOUR)


def offered(who: User, row: VehicleTransport) -> list[dict[str, Any]]:
    trip = trip_now(actor(who), row.id)
    assert trip is not None
    return list(trip["allowed_actions"])


def refused(code: str, error: type[DomainError] = Conflict) -> pytest.RaisesExc[DomainError]:
    return pytest.RaisesExc(error, match=f"^{code}:")


def test_a_visit_is_booked_with_its_collection_and_its_return() -> None:
    made, owner, selvi = home()
    visit = booked(made, owner, *both(made))
    fetched, returned = transport(visit), transport(visit, "return")
    assert (fetched.status, fetched.driver_id, fetched.address) == ("planned", selvi.id, ADDRESS)
    assert fetched.window_end == fetched.window_start + HOUR
    assert fetched.driver_card == {"id": str(selvi.id), "name": "Selvi Kumar", "initials": "SK"}
    assert returned.window_start == visit.scheduled_end + HOUR
    assert drives(visit) == 2
    assert [one["direction"] for one in (visit.told or {})["transports"]] == ["collect", "return"]


def test_without_a_free_driver_nothing_is_booked() -> None:
    made, owner, selvi = home()
    start = at_noon(made.center, days=3)
    Absence.objects.create(person=selvi, starts_at=start - 3 * HOUR, ends_at=start)
    with refused("no_driver_free") as caught:
        booked(made, owner, *both(made))
    assert len(caught.value.extra["next_windows"]) == 3
    assert caught.value.fields == {"window_start": ["No driver is free then."]}
    assert not Appointment.objects.exists()
    assert not VehicleTransport.objects.exists()
    assert not ResourceBooking.objects.exists()


def test_twin_a_driver_who_is_not_asked_for_under_the_lock_leaves_a_visit_nobody_drives_to() -> None:
    """What holds the two together is that the driver is chosen before anything is written."""
    made, owner, selvi = home()
    start = at_noon(made.center, days=3)
    Absence.objects.create(person=selvi, starts_at=start - 3 * HOUR, ends_at=start)
    with patch.object(trips, "drives", lambda *_: True):
        visit = booked(made, owner, collect(start))
    assert drives(visit) == 1


@pytest.mark.parametrize(
    ("trip", "code"),
    [
        (Trip("collect", ADDRESS, datetime(2020, 1, 1, tzinfo=UTC)), "window_too_soon"),
        (Trip("collect", " ", datetime(2020, 1, 1, tzinfo=UTC)), "address_missing"),
    ],
)
def test_a_wrong_trip_says_what_is_wrong(trip: Trip, code: str) -> None:
    made, owner, _ = home()
    with refused(code, Invalid) as caught:
        booked(made, owner, trip)
    assert all(name.startswith("transports.0.") for name in caught.value.fields)
    assert not Appointment.objects.exists()


@pytest.mark.parametrize(
    ("direction", "apart", "code"),
    [
        ("collect", -HOUR, None),
        ("collect", -HOUR + timedelta(minutes=1), "window_after_start"),
        ("collect", -timedelta(days=3, minutes=1), "window_too_far"),
        ("return", HOUR, None),
        ("return", HOUR - timedelta(minutes=1), "window_before_end"),
        ("return", timedelta(days=3, hours=1, minutes=1), "window_too_far"),
    ],
)
def test_windows_lie_around_the_visit(direction: str, apart: timedelta, code: str | None) -> None:
    made, owner, _ = home()
    start = at_noon(made.center, days=5)
    trip = Trip(direction, ADDRESS, start + apart)
    if code is None:
        assert transport(booked(made, owner, trip, start=start), direction).window_start == start + apart
    else:
        with refused(code, Invalid):
            booked(made, owner, trip, start=start)


def test_a_driver_comes_while_on_shift_to_the_minute() -> None:
    made, owner, selvi = home()
    shift(made, selvi, time(10), time(11))
    start = at_noon(made.center, days=3)
    with refused("no_driver_free"):
        booked(made, owner, Trip("collect", ADDRESS, start - 2 * HOUR + timedelta(minutes=1)))
    assert drives(booked(made, owner, collect(start))) == 1


def test_a_window_goes_across_midnight() -> None:
    made, owner, selvi = home()
    shift(made, selvi, time(22), time(2))
    start = at_noon(made.center, days=3).replace(hour=2)
    visit = booked(made, owner, Trip("collect", ADDRESS, start - 150 * timedelta(minutes=1)), start=start)
    assert transport(visit).window_start.astimezone(start.tzinfo).time() == time(23, 30)


def test_windows_keep_their_length_over_a_clock_change() -> None:
    made, owner, selvi = home()
    made.center.time_zone = "Europe/Berlin"
    made.center.save()
    start = _next_spring_forward()
    shift(made, selvi, time(0), time(6))
    visit = booked(made, owner, Trip("collect", ADDRESS, start - 2 * HOUR), start=start, by=actor(made.desk))
    row = transport(visit)
    assert row.window_end - row.window_start == HOUR
    assert row.window_start < start - HOUR <= row.window_end


def _next_spring_forward() -> datetime:
    """Return two hours after the clocks of Berlin go forward next, by the rule of the European Union."""
    year = datetime.now(UTC).year + 1
    last = datetime(year, 3, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7) + 2 * HOUR


def test_two_collections_at_once_need_two_drivers() -> None:
    made, owner, _ = home()
    start = at_noon(made.center, days=3)
    booked(made, owner, collect(start))
    with refused("no_driver_free"):
        booked(made, customer(made, "Anita"), collect(start))
    anbu = driver(made, "Anbu")
    assert transport(booked(made, customer(made, "Kavya"), collect(start))).driver_id == anbu.id


def test_who_is_technician_and_driver_is_in_one_place_at_a_time() -> None:
    made = offers(house("ANN", "Anna Nagar"))
    owner, start = customer(made), at_noon(made.center, days=3)
    centers.set_staff_profile(user_id=made.tech.id, name="Tech", is_driver=True, skills=["brakes"])
    scheduling.add_person_resource(
        center_id=made.center.id, person_id=made.tech.id, name="Tech", kind="driver"
    )
    booked(made, owner, start=start, technician_id=made.tech.id)
    later = start + HOUR
    with refused("no_driver_free"):
        booked(made, customer(made, "Anita"), Trip("collect", ADDRESS, start), start=later)
    booked(made, customer(made, "Kavya"), Trip("collect", ADDRESS, start - HOUR), start=later)
    with refused("slot_taken"):
        booked(
            made,
            customer(made, "Ravi"),
            start=start - HOUR,
            technician_id=made.tech.id,
            by=actor(made.desk),
        )


def test_a_centre_that_does_not_offer_it_does_it_only_for_its_desk() -> None:
    made, owner, _ = home()
    offers(made, offers_collection=False)
    start = at_noon(made.center, days=3)
    with refused("collection_not_offered"):
        booked(made, owner, collect(start))
    assert drives(booked(made, owner, collect(start), by=actor(made.desk))) == 1


def test_a_centre_drives_to_its_areas_only() -> None:
    made, owner, _ = home()
    start = at_noon(made.center, days=3)
    ServiceArea.objects.create(center=made.center, postcode="600001")
    for postcode in ("", "625001"):
        with refused("address_not_served", Invalid) as caught:
            booked(made, owner, collect(start, postcode=postcode))
        assert caught.value.fields == {"transports.0.postcode": [caught.value.detail]}
    assert drives(booked(made, owner, collect(start, postcode="600 001"))) == 1


def test_a_centre_without_drivers_says_so() -> None:
    made = offers(house("ANN", "Anna Nagar"))
    with refused("no_driver_fits"):
        booked(made, customer(made), *both(made))


def test_only_the_desk_names_a_driver_and_only_one_of_the_centres() -> None:
    made, owner, _ = home()
    anbu, start = driver(made, "Anbu"), at_noon(made.center, days=3)
    visit = booked(made, owner, collect(start, driver_id=anbu.id), by=actor(made.desk))
    assert transport(visit).driver_id == anbu.id
    with refused("driver_does_not_fit", Invalid):
        booked(made, customer(made, "Anita"), collect(start, driver_id=made.tech.id), by=actor(made.desk))


def test_what_is_held_is_confirmed_with_its_collection_or_stays_held() -> None:
    made, owner, selvi = home()
    start = at_noon(made.center, days=3)
    held = scheduling.hold(
        actor=actor(owner), center_id=made.center.id, lines=[Line(made.service.id)], start=start
    )
    away = Absence.objects.create(person=selvi, starts_at=start - 3 * HOUR, ends_at=start)
    vehicle = VehicleOwnership.objects.get(person=owner).vehicle_id

    def confirm() -> Appointment:
        confirmed: Appointment = scheduling.confirm(
            actor=actor(owner), appointment_id=held.id, vehicle=vehicle, transports=[collect(start)]
        )
        return confirmed

    with refused("no_driver_free"):
        confirm()
    held.refresh_from_db()
    assert (held.status, held.transports.count()) == ("held", 0)
    away.delete()
    assert confirm().status == "confirmed"
    assert drives(held) == 1


def test_a_collection_is_planned_later_and_moved_by_its_customer() -> None:
    made, owner, _ = home()
    visit = booked(made, owner)
    start = visit.scheduled_start

    def plan(window: datetime, who: User = owner) -> VehicleTransport:
        scheduling.plan_transport(
            actor=actor(who),
            appointment_id=visit.id,
            direction="collect",
            address=ADDRESS,
            window_start=window,
        )
        return transport(visit)

    first = plan(start - 2 * HOUR)
    second = plan(start - 3 * HOUR)
    assert second.id == first.id, "one row each way"
    assert second.window_start == start - 3 * HOUR
    assert drives(visit) == 1
    with pytest.raises(NotFound):
        plan(start - 2 * HOUR, customer(made, "Anita"))


def test_a_customer_cancels_until_the_cut_off_and_the_desk_always() -> None:
    made, owner, _ = home()
    start = soon()
    visit = booked(made, owner, Trip("collect", ADDRESS, start - 2 * HOUR), start=start, by=actor(made.desk))
    row = transport(visit)
    with refused("too_late_to_change"):
        scheduling.cancel_transport(actor=actor(owner), transport_id=row.id)
    scheduling.cancel_transport(actor=actor(made.desk), transport_id=row.id, reason="They bring it")
    assert (transport(visit).status, drives(visit)) == ("cancelled", 0)
    visit.refresh_from_db()
    assert visit.status == "confirmed"


def test_a_visit_takes_its_trips_along_when_it_moves() -> None:
    made, owner, _ = home()
    visit = booked(made, owner, *both(made))
    later = visit.scheduled_start + timedelta(days=1, hours=2)
    scheduling.reschedule(actor=actor(owner), appointment_id=visit.id, start=later)
    assert transport(visit).window_start == later - 2 * HOUR
    assert transport(visit, "return").window_start == later + 2 * HOUR
    assert drives(visit) == 2


def test_a_visit_does_not_move_to_where_nobody_drives() -> None:
    made, owner, selvi = home()
    visit = booked(made, owner, *both(made))
    later = visit.scheduled_start + timedelta(days=1)
    Absence.objects.create(person=selvi, starts_at=later - 3 * HOUR, ends_at=later)
    with refused("no_driver_free"):
        scheduling.reschedule(actor=actor(owner), appointment_id=visit.id, start=later)
    after = Appointment.objects.get(pk=visit.id)
    assert (after.scheduled_start, after.version) == (visit.scheduled_start, visit.version)
    assert transport(visit).window_start == visit.scheduled_start - 2 * HOUR
    assert drives(visit) == 2


def test_a_longer_visit_has_its_return_later() -> None:
    made, owner, _ = home()
    visit = booked(made, owner, *both(made))
    scheduling.reschedule(actor=actor(made.desk), appointment_id=visit.id, duration=120)
    assert transport(visit).window_start == visit.scheduled_start - 2 * HOUR
    assert transport(visit, "return").window_start == visit.scheduled_end + 2 * HOUR


def test_a_cancelled_visit_calls_its_drivers_off() -> None:
    made, owner, _ = home()
    visit = booked(made, owner, *both(made))
    scheduling.cancel(actor=actor(owner), appointment_id=visit.id)
    assert {row.status for row in visit.transports.all()} == {"cancelled"}
    assert drives(visit) == 0


def test_a_vehicle_that_comes_by_itself_is_not_collected_but_returned() -> None:
    made, owner, _ = home()
    visit = booked(made, owner, *both(made))
    jobs.check_in(actor=actor(made.desk), appointment_id=visit.id)
    assert (transport(visit).status, transport(visit, "return").status) == ("cancelled", "planned")
    assert drives(visit) == 1


def under_way(made: House, owner: User, who: User) -> Appointment:
    start = soon()
    visit = booked(made, owner, Trip("collect", ADDRESS, start - 2 * HOUR), start=start, by=actor(made.desk))
    scheduling.set_out(actor=actor(who), transport_id=transport(visit).id)
    return visit


def test_a_driver_sets_out_and_hands_over() -> None:
    made, owner, selvi = home()
    visit = under_way(made, owner, selvi)
    row = transport(visit)
    assert (row.status, bool(row.started_at)) == ("under_way", True)
    with refused("keys_missing", Invalid):
        scheduling.finish(actor=actor(selvi), transport_id=row.id, keys=False)
    with refused("mileage_went_back", Invalid):
        scheduling.finish(actor=actor(selvi), transport_id=row.id, keys=True, mileage=1)
    scheduling.finish(actor=actor(selvi), transport_id=row.id, keys=True, mileage=41300)
    row = transport(visit)
    assert (row.status, row.keys, row.mileage, bool(row.ended_at)) == ("done", True, 41300, True)
    assert drives(visit) == 0, "free for the next drive"
    assert Appointment.objects.get(pk=visit.id).vehicle.mileage == 41300  # type: ignore[union-attr]


def test_who_is_on_the_way_keeps_the_visit_in_place() -> None:
    made, owner, selvi = home()
    visit = under_way(made, owner, selvi)
    for who in (owner, made.desk):
        with refused("transport_under_way"):
            scheduling.cancel(actor=actor(who), appointment_id=visit.id, accept_fee=True)
    scheduling.finish(actor=actor(selvi), transport_id=transport(visit).id, keys=True)
    with refused("vehicle_collected"):
        scheduling.cancel(actor=actor(owner), appointment_id=visit.id, accept_fee=True)


def test_what_failed_is_planned_anew() -> None:
    made, owner, selvi = home()
    visit = under_way(made, owner, selvi)
    row = transport(visit)
    with refused("reason_missing", Invalid):
        scheduling.fail(actor=actor(selvi), transport_id=row.id, reason=" ")
    scheduling.fail(actor=actor(selvi), transport_id=row.id, reason="Nobody opened")
    assert (transport(visit).status, drives(visit)) == ("failed", 0)
    scheduling.plan_transport(
        actor=actor(made.desk),
        appointment_id=visit.id,
        direction="collect",
        address=ADDRESS,
        window_start=row.window_start,
    )
    assert transport(visit).id != row.id
    with pytest.raises(IllegalTransition):
        scheduling.set_out(actor=actor(selvi), transport_id=row.id)


def test_only_its_driver_or_the_desk_drives() -> None:
    made = offers(house("ANN", "Anna Nagar"))
    owner, tech = customer(made), driver(made, "Selvi", "technician")
    other = driver(made, "Anbu", "technician")
    start = soon()
    trip = Trip("collect", ADDRESS, start - 2 * HOUR, driver_id=tech.id)
    visit = booked(made, owner, trip, start=start, by=actor(made.desk))
    row = transport(visit)
    with pytest.raises(NotFound):
        scheduling.set_out(actor=actor(other), transport_id=row.id)
    with pytest.raises(Forbidden):
        scheduling.set_out(actor=actor(owner), transport_id=row.id)
    centers.set_staff_profile(user_id=tech.id, name="Selvi", is_driver=False)
    with pytest.raises(NotFound):
        scheduling.set_out(actor=actor(tech), transport_id=row.id)
    with pytest.raises(Stale):
        scheduling.set_out(actor=actor(made.desk), transport_id=row.id, version=9)
    scheduling.set_out(actor=actor(made.desk), transport_id=row.id, version=1)


def test_nobody_sets_out_days_ahead_or_with_a_vehicle_that_never_came() -> None:
    made, owner, selvi = home()
    visit = booked(made, owner, *both(made))
    with refused("too_early"):
        scheduling.set_out(actor=actor(selvi), transport_id=transport(visit).id)
    start = soon() - 3 * HOUR
    today = booked(made, customer(made, "Anita"), bring_back(start + HOUR), start=start, by=actor(made.desk))
    with refused("vehicle_not_here"):
        scheduling.set_out(actor=actor(selvi), transport_id=transport(today, "return").id)


def test_setting_out_is_offered_from_its_day_on() -> None:
    made, owner, selvi = home()
    start = at_noon(made.center, days=3)
    row = transport(booked(made, owner, collect(start)))
    [offer] = [one for one in offered(selvi, row) if one["verb"] == "set_out"]
    since = datetime.fromisoformat(offer["since"])
    assert since.astimezone(ZoneInfo(made.center.time_zone)) == start.replace(hour=0)
    for at, refusal in ((since - timedelta(minutes=1), refused("too_early")), (since, nullcontext())):
        with patch.object(TRANSPORTS, "now", lambda at=at: at), refusal:
            scheduling.set_out(actor=actor(selvi), transport_id=row.id)


def test_what_starts_before_dawn_may_begin_the_evening_before() -> None:
    window = datetime(2026, 11, 24, 1, tzinfo=ZoneInfo("Asia/Kolkata"))
    assert sets_out_from("Asia/Kolkata", window) == window - 4 * HOUR
    assert sets_out_from("Asia/Kolkata", window + 6 * HOUR) == window - HOUR


@pytest.mark.parametrize("done", [False, True])
def test_a_visit_whose_vehicle_is_driven_is_offered_no_verb_that_is_refused(done: bool) -> None:
    made, owner, selvi = home()
    visit = under_way(made, owner, selvi)
    if done:
        scheduling.finish(actor=actor(selvi), transport_id=transport(visit).id, keys=True)
    offers = {
        who: {one["verb"] for one in (appointment_now(actor(person), visit.id) or {})["allowed_actions"]}
        for who, person in (("customer", owner), ("desk", made.desk))
    }
    assert ("cancel" in offers["customer"], "reschedule" in offers["customer"]) == (False, done)
    assert ("cancel" in offers["desk"], "mark_no_show" in offers["desk"]) == (done, done)
    assert {"reschedule", "check_in"} <= offers["desk"]


def test_another_driver_takes_over_when_free() -> None:
    made, owner, selvi = home()
    visit = booked(made, owner, *both(made))
    anbu = driver(made, "Anbu")
    row = transport(visit)
    scheduling.assign_driver(actor=actor(made.desk), transport_id=row.id, driver_id=anbu.id)
    assert (transport(visit).driver_id, drives(visit)) == (anbu.id, 2)
    Absence.objects.create(person=selvi, starts_at=row.window_start, ends_at=row.window_end)
    with refused("no_driver_free"):
        scheduling.assign_driver(actor=actor(made.desk), transport_id=row.id, driver_id=selvi.id)
    with pytest.raises(Forbidden):
        scheduling.assign_driver(actor=actor(owner), transport_id=row.id, driver_id=selvi.id)


def test_who_is_fetched_is_not_given_up_as_not_coming() -> None:
    made, owner, _ = home()
    start = soon()
    trip = Trip("collect", ADDRESS, start - 2 * HOUR)
    visit = booked(made, owner, trip, start=start, by=actor(made.desk))
    alone = booked(made, customer(made, "Anita"), start=start, by=actor(made.desk))
    with patch.object(SWEEP, "now", lambda: start + HOUR):
        missed = set(SWEEP._missed().values_list("id", flat=True))
    assert visit.id not in missed
    assert alone.id in missed


def test_bookable_as_a_driver_by_the_flag_of_the_profile() -> None:
    made, _, _ = home()
    assert Resource.objects.filter(center=made.center, kind="driver").count() == 1
    person = centers.employ(
        actor=actor(made.admin),
        email="kumar@example.com",
        role="staff",
        center_id=made.center.id,
        name="Kumar",
        is_driver=True,
    )
    relayed()
    assert Resource.objects.filter(center=made.center, kind="driver", person_id=person.user_id).exists()
