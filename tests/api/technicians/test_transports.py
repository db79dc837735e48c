"""Collection and return over HTTP: asked for while booking, changed by the customer, driven by the driver."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.api.working import make_ready
from tests.cast import Cast, House, actor, at_noon, open_job
from tests.driving import ADDRESS, HOUR, booked, bring_back, collect, driver, offers, soon, transport
from tests.pictures import saved
from tests.workshop.notifications.telling import relayed, rows, titles
from workshop.accounts.models import User
from workshop.files.services import store_image
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.scheduling import services as scheduling
from workshop.scheduling.calendar_file import calendar_file
from workshop.scheduling.models import Appointment, BookingRules, VehicleTransport
from workshop.scheduling.services import Trip
from workshop.vehicles.models import Vehicle, VehicleOwnership

TRIPS = "/api/technicians/transports"


@pytest.fixture
def selvi(home: House) -> User:
    """Return who drives for the centre, which offers it."""
    return driver(offers(home))


@pytest.fixture
def fetched(everybody: Cast, home: House, selvi: User) -> Appointment:
    """Return a visit today whose vehicle is to be collected before it."""
    start = soon()
    trip = Trip("collect", ADDRESS, start - 2 * HOUR)
    return booked(home, everybody.customer, trip, start=start, by=actor(home.desk))


def asked(home: House, trip: Trip) -> dict[str, Any]:
    return {
        "direction": trip.direction,
        "address": trip.address,
        "window_start": trip.window_start.isoformat(),
    }


def test_a_customer_books_with_a_collection_in_a_window_that_is_offered(
    as_: As, everybody: Cast, home: House, selvi: User
) -> None:
    own = as_(everybody.customer)
    start = at_noon(home.center, days=3)
    slot = {
        "center_id": str(home.center.id),
        "services": [{"service_id": str(home.service.id)}],
        "scheduled_start": start.isoformat(),
    }
    held = own.does("/api/public/appointments", slot, 201)["appointment"]
    windows = own.reads(f"/api/public/appointments/{held['id']}/windows")
    assert (windows["offered"], windows["minutes"]) == (True, 60)
    assert datetime.fromisoformat(windows["collect"][-1]) == start - HOUR
    assert datetime.fromisoformat(windows["return"][0]) == start + HOUR
    vehicle = VehicleOwnership.objects.filter(person=everybody.customer).latest("id").vehicle_id
    trip = {"direction": "collect", "address": ADDRESS, "window_start": windows["collect"][-1]}
    body = {"vehicle_id": str(vehicle), "transports": [trip]}
    made = own.does(f"/api/public/appointments/{held['id']}/confirm", body)["appointment"]
    (shown,) = made["transports"]
    assert (shown["status"], shown["driver"]["name"]) == ("planned", "Selvi")
    assert [one["verb"] for one in made["transport_actions"]] == ["collect", "return"]


def test_windows_say_when_it_is_too_late_for_a_start(
    as_: As, everybody: Cast, home: House, selvi: User
) -> None:
    own, visit = as_(everybody.customer), booked(home, everybody.customer)
    path = f"/api/customers/appointments/{visit.id}/windows"
    assert own.reads(path)["too_late"] is False
    assert own.reads(path)["collect"]
    ahead = visit.scheduled_start - now() - HOUR / 2
    BookingRules.objects.filter(center=home.center).update(lead_time=ahead // timedelta(minutes=1))
    windows = own.reads(path)
    assert (windows["too_late"], windows["collect"]) == (True, [])
    assert datetime.fromisoformat(windows["not_before"]) > visit.scheduled_start - HOUR


def test_a_collection_is_offered_until_the_last_window_can_be_had(
    as_: As, everybody: Cast, home: House, selvi: User
) -> None:
    """The offer ends when the last window that is over before the visit is nearer than a driver's notice."""
    start = at_noon(home.center, days=3) + timedelta(minutes=15)
    own, visit = as_(everybody.customer), booked(home, everybody.customer, start=start)
    shown = own.reads(f"/api/customers/visits/{visit.id}")["appointment"]
    collect, back = shown["transport_actions"]
    rules = BookingRules.objects.filter(center=home.center)
    last = datetime.fromisoformat(collect["until"]) + timedelta(minutes=rules.get().lead_time)
    assert last == start - timedelta(minutes=15) - HOUR, "on the half hour, over before the visit"
    assert datetime.fromisoformat(back["until"]) == visit.scheduled_end + timedelta(days=3)

    def windows(notice: int) -> list[str]:
        rules.update(lead_time=notice)
        return list(own.reads(f"/api/customers/appointments/{visit.id}/windows")["collect"])

    ahead = (last - now()) // timedelta(minutes=1)
    assert [datetime.fromisoformat(one) for one in windows(ahead)] == [last]
    assert windows(ahead + 1) == []


def test_a_driver_reads_the_town_of_the_postcode(as_: As, home: House, selvi: User, everybody: Cast) -> None:
    start = at_noon(home.center, days=3)
    for direction, postcode in (("collect", "636 001"), ("return", "999999")):
        begins = start - HOUR if direction == "collect" else start + HOUR
        trip = Trip(direction, ADDRESS, begins, postcode)
        booked(home, everybody.customer, trip, start=start, by=actor(home.desk))
        start += timedelta(days=1)
    trips = as_(selvi).reads(f"{TRIPS}?center={home.center.id}")["trips"]
    assert [(one["postcode"], one["town"]) for one in trips] == [("636 001", "Salem"), ("999999", "")]


def test_a_window_nobody_drives_in_answers_409_with_the_nearest_and_books_nothing(
    as_: As, everybody: Cast, home: House, selvi: User
) -> None:
    start = at_noon(home.center, days=3)
    booked(home, everybody.customer, collect(start))
    body = {
        "center_id": str(home.center.id),
        "vehicle_id": str(
            VehicleOwnership.objects.filter(person=everybody.customer).earliest("id").vehicle_id
        ),
        "services": [{"service_id": str(home.diagnosis.id)}],
        "scheduled_start": start.isoformat(),
        "transports": [asked(home, collect(start))],
    }
    problem = as_(everybody.customer).refused(
        "/api/customers/appointments", body, status=409, code="no_driver_free"
    )
    assert len(problem["next_windows"]) == 3
    as_(everybody.customer).refused(
        "/api/customers/appointments",
        body | {"transports": [asked(home, collect(start)) | {"window_start": "2020-01-01T00:00:00Z"}]},
        status=400,
        code="window_too_soon",
    )


def test_a_customer_plans_changes_and_cancels_a_return(
    as_: As, everybody: Cast, home: House, selvi: User
) -> None:
    own, visit = as_(everybody.customer), booked(home, everybody.customer)
    path = f"/api/customers/appointments/{visit.id}"
    windows = own.reads(f"{path}/windows")["return"]
    trip = {"direction": "return", "address": ADDRESS, "window_start": windows[0]}
    made = own.does(f"{path}/transports", trip)["appointment"]["transports"][0]
    moved = own.does(f"{path}/transports", trip | {"window_start": windows[3]})["appointment"]["transports"][
        0
    ]
    assert moved["id"] == made["id"]
    assert moved["window_start"] != made["window_start"]
    cancel = f"/api/customers/transports/{made['id']}/cancel"
    problem = own.refused(cancel, {"version": made["version"]}, status=409, code="stale_version")
    assert problem["version_now"] == moved["version"]
    ended = own.does(cancel, {"version": moved["version"]})["appointment"]
    assert ended["transports"][0]["status"] == "cancelled"
    as_(everybody.stranger).refused(cancel, status=404, code="not_found")


def test_a_driver_sees_sets_out_and_hands_over(
    as_: As, home: House, selvi: User, fetched: Appointment
) -> None:
    street, desk = as_(selvi), as_(home.desk)
    (trip,) = street.reads(f"{TRIPS}?center={home.center.id}")["trips"]
    assert (trip["address"], trip["customer"]["phone"]) == (ADDRESS, "+919800000001")
    path = f"{TRIPS}/{trip['id']}"
    gone = street.does(f"{path}/set-out", {"version": trip["version"]})["trips"][0]
    assert [one["verb"] for one in gone["allowed_actions"]] == ["finish", "fail"]
    problem = street.refused(f"{path}/set-out", status=409, code="illegal_transition")
    assert problem["current"]["trips"][0]["status"] == "under_way"
    street.refused(f"{path}/finish", {"keys": False}, status=400, code="keys_missing")
    done = street.does(f"{path}/finish", {"keys": True, "mileage": 50_000})["trips"][0]
    assert (done["status"], done["mileage"]) == ("done", 50_000)
    calendar = desk.reads(f"/api/staff/calendar?center={home.center.id}")
    assert [one["name"] for one in calendar["drivers"]] == ["Selvi Kumar"]


def test_the_pictures_of_a_hand_over_are_counted_and_seen_by_whom_they_concern(
    as_: As, everybody: Cast, home: House, selvi: User, fetched: Appointment
) -> None:
    street, own, desk = as_(selvi), as_(everybody.customer), as_(home.desk)
    row = transport(fetched)
    path = f"{TRIPS}/{row.id}"
    street.does(f"{path}/set-out")
    shown = own.reads(f"/api/customers/visits/{fetched.id}")["appointment"]["transports"][0]
    assert shown["photo_count"] == 0
    assert street.reads(f"{path}/photos") == []
    taken = [str(store_image(actor=actor(selvi), upload=BytesIO(saved())).id) for _ in range(2)]
    done = street.does(f"{path}/finish", {"keys": True, "photos": taken})["trips"][0]
    assert done["photo_count"] == 2
    shown = own.reads(f"/api/customers/visits/{fetched.id}")["appointment"]["transports"][0]
    assert shown["photo_count"] == 2
    for caller, audience in ((street, "technicians"), (own, "customers"), (desk, "staff")):
        seen = caller.reads(f"/api/{audience}/transports/{row.id}/photos")
        assert [one["id"] for one in seen] == taken
        assert all(one["thumbnail_url"] for one in seen)
    anbu = as_(driver(home, "Anbu"))
    anbu.refused(f"{path}/photos", method="GET", status=404, code="not_found")


def test_the_desk_gives_a_drive_to_another_and_takes_it_off(
    as_: As, home: House, selvi: User, fetched: Appointment
) -> None:
    anbu, desk = driver(home, "Anbu"), as_(home.desk)
    path = f"/api/staff/transports/{transport(fetched).id}"
    given = desk.does(f"{path}/assign", {"driver_id": str(anbu.id)})["appointment"]["transports"][0]
    assert given["driver"]["name"] == "Anbu Kumar"
    assert as_(selvi).reads(f"{TRIPS}?center={home.center.id}")["trips"] == []
    desk.refused(f"{path}/assign", {"driver_id": str(home.tech.id)}, status=400, code="driver_does_not_fit")
    assert desk.does(f"{path}/cancel")["appointment"]["transports"][0]["status"] == "cancelled"


def test_who_does_not_drive_has_no_drives(as_: As, home: House, selvi: User) -> None:
    caller: Caller = as_(home.desk)
    caller.refused(f"{TRIPS}?center={home.center.id}", status=404, code="not_found", method="GET")


def test_technicians_and_the_wall_read_no_address(
    as_: As, home: House, selvi: User, fetched: Appointment
) -> None:
    Appointment.objects.filter(pk=fetched.id).update(technician=home.tech)
    shown = as_(home.tech).reads(f"/api/staff/appointments/{fetched.id}")["appointment"]
    assert "transports" not in shown
    wall = as_(home.tech).reads(f"/api/staff/floor?center={home.center.id}")
    assert ADDRESS not in str(wall)


def test_everybody_is_told_once(everybody: Cast, home: House, selvi: User, fetched: Appointment) -> None:
    row = transport(fetched)
    relayed()
    scheduling.set_out(actor=actor(selvi), transport_id=row.id)
    relayed()
    relayed()
    scheduling.fail(actor=actor(selvi), transport_id=row.id, reason="Nobody opened.")
    relayed()
    told = titles(everybody.customer, "app")
    assert told.count("Selvi is on the way to your vehicle") <= 1
    assert told[-1] == "Your vehicle could not be collected"
    assert titles(home.desk, "app") == ["Selvi could not collect Meena Raman's vehicle"]
    scheduling.plan_transport(
        actor=actor(home.desk),
        appointment_id=fetched.id,
        direction="collect",
        address=ADDRESS,
        window_start=row.window_start,
    )
    again = transport(fetched)
    scheduling.set_out(actor=actor(selvi), transport_id=again.id)
    scheduling.finish(actor=actor(selvi), transport_id=again.id, keys=True)
    relayed()
    assert titles(everybody.customer, "app")[-1] == "Your vehicle was collected"
    assert titles(home.desk, "app")[-1] == "Selvi has Meena Raman's vehicle"
    assert VehicleTransport.objects.count() == 2


def test_what_the_desk_plans_and_calls_off_is_told_and_what_one_plans_oneself_is_not(
    everybody: Cast, home: House, selvi: User
) -> None:
    visit = booked(home, everybody.customer)
    desk, own = actor(home.desk), actor(everybody.customer)
    start = visit.scheduled_end + HOUR

    def plan(by: Actor, window_start: datetime) -> list[str]:
        scheduling.plan_transport(
            actor=by,
            appointment_id=visit.id,
            direction="return",
            address=ADDRESS,
            window_start=window_start,
        )
        relayed()
        return titles(everybody.customer, "app")

    assert "Your vehicle will be returned" not in plan(own, start)
    assert plan(desk, start + HOUR).count("Your vehicle will be returned") == 1
    assert plan(desk, start + 2 * HOUR)[-1] == "Your vehicle will be returned"
    scheduling.cancel_transport(
        actor=desk, transport_id=transport(visit, "return").id, reason="The van is broken"
    )
    relayed()
    told = rows(everybody.customer, "app")[-1]
    assert told.title == "Your vehicle will not be returned"
    assert "The van is broken. Fetch it at" in told.message


def test_the_mail_of_a_booking_and_its_calendar_entry_say_when_the_vehicle_is_fetched(
    as_: As, everybody: Cast, home: House, selvi: User
) -> None:
    start = at_noon(home.center, days=3)
    visit = booked(home, everybody.customer, collect(start), bring_back(start + HOUR), start=start)
    relayed()
    message = rows(everybody.customer, "email")[-1].message
    assert "It is collected " in message
    assert "It is returned " in message
    zone = ZoneInfo(home.center.time_zone)
    entry = calendar_file(visit, written_at=now()).replace("\r\n ", "")
    assert f"Collected {(start - 2 * HOUR).astimezone(zone):%a %d %b %H:%M} to" in entry
    assert f"Returned {(start + 2 * HOUR).astimezone(zone):%a %d %b %H:%M} to" in entry
    assert visit.vehicle_card is not None
    assert visit.vehicle_card["plate"] in entry


def test_what_is_ready_is_driven_back_and_handed_over(
    as_: As, everybody: Cast, home: House, selvi: User
) -> None:
    card = make_ready(home, open_job(home, everybody.customer))
    visit, street = card.job.appointment, as_(selvi)
    scheduling.plan_transport(
        actor=actor(home.desk),
        appointment_id=visit.id,
        direction="return",
        address=ADDRESS,
        window_start=now() + HOUR,
    )
    row = transport(visit, "return")
    shown = street.does(f"{TRIPS}/{row.id}/set-out")["trips"][0]
    assert (shown["direction"], shown["status"]) == ("return", "under_way")
    done = street.does(f"{TRIPS}/{row.id}/finish", {"keys": True})["trips"][0]
    assert done["status"] == "done"
    relayed()
    told = rows(everybody.customer, "app")[-1]
    assert told.title == "Your vehicle was returned"
    assert f"at {ADDRESS}" in told.message
    assert titles(home.desk, "app")[-1] == "Selvi has returned Meena Raman's vehicle"


def test_nobody_asks_for_the_keys_of_an_iron(everybody: Cast, home: House, selvi: User) -> None:
    start = at_noon(home.center, days=3)
    visit = booked(home, everybody.customer, collect(start), start=start)
    Vehicle.objects.filter(pk=visit.vehicle_id).update(kind="equipment")
    Appointment.objects.filter(pk=visit.id).update(vehicle_card=visit.vehicle_card | {"kind": "equipment"})
    row = transport(visit)
    VehicleTransport.objects.filter(pk=row.id).update(window_start=now(), window_end=now() + HOUR)
    scheduling.set_out(actor=actor(selvi), transport_id=row.id)
    relayed()
    told = rows(everybody.customer, "app")[-1]
    assert told.title == "Selvi is on the way to your equipment"
    assert "keys" not in told.message


def test_a_visit_with_both_says_both(as_: As, everybody: Cast, home: House, selvi: User) -> None:
    start = at_noon(home.center, days=3)
    visit = booked(home, everybody.customer, collect(start), bring_back(start + HOUR))
    shown = as_(everybody.customer).reads(f"/api/customers/visits/{visit.id}")["appointment"]
    assert [one["direction"] for one in shown["transports"]] == ["collect", "return"]
    assert shown["transport_actions"] == [
        {
            "verb": way,
            "label": label,
            "tone": "neutral",
            "only": None,
            "except": None,
            "since": None,
            "until": until.astimezone(UTC).isoformat(),
        }
        for way, label, until in (
            ("collect", "Plan a collection", start - 2 * HOUR),
            ("return", "Plan a return", visit.scheduled_end + timedelta(days=3)),
        )
    ]
