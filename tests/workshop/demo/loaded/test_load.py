"""The demo as it stands after the load: what the data say, made by the services, with nothing out of joint."""

import json
from datetime import timedelta
from itertools import groupby, pairwise

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection

from workshop.accounts.services import recognise
from workshop.catalog.models import InspectionPoint, Service
from workshop.centers.finding import Asked, find
from workshop.centers.models import Bay, Certification, Membership, ServiceCenter, StaffProfile
from workshop.centers.selectors import missing_skills
from workshop.demo.data.appliances import APPLIANCES
from workshop.demo.data.centers import APPLICATIONS, CENTERS
from workshop.demo.data.coming import BOOKED, REQUESTS, WAITING
from workshop.demo.data.day import DAY, ELSEWHERE_DAY, VisitSpec
from workshop.demo.data.history import HISTORY
from workshop.demo.data.people import CUSTOMERS, WORKERS
from workshop.demo.data.services import SERVICE_BY_CODE, SERVICES
from workshop.demo.loading.signins import PASSWORD
from workshop.demo.loading.world import World
from workshop.demo.models import DemoClock
from workshop.events.models import Event, StreamHead
from workshop.jobs.facts import card_facts
from workshop.jobs.models import Hold, JobCard, Promise, Step, TimeEntry
from workshop.jobs.promises import PROMISED_STAGES, due_window
from workshop.jobs.sheet import of
from workshop.kernel.clock import now, real_now
from workshop.scheduling.candidates import fitting_bays
from workshop.scheduling.models import Appointment, Resource, ResourceBooking
from workshop.scheduling.plan import plan_of
from workshop.vehicles import vin
from workshop.vehicles.models import MaintenanceRecord, Vehicle

from .conftest import NOW

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("world"),
    pytest.mark.timeout(400),
    pytest.mark.xdist_group("demo"),
]

VISITS = (*DAY, *ELSEWHERE_DAY)
DAY_LONG = timedelta(hours=8)

every_visit = pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.code)


def appointment_of(world: World, visit: VisitSpec) -> Appointment:
    start = NOW + timedelta(minutes=visit.start)
    return Appointment.objects.get(vehicle=world.vehicles[visit.vehicle], scheduled_start=start)


def test_everybody_and_everything_is_there() -> None:
    open_centers = ServiceCenter.objects.filter(status="approved").order_by("code")
    assert list(open_centers.values_list("code", flat=True)) == sorted(center.code for center in CENTERS)
    assert Bay.objects.count() == Resource.objects.filter(kind="bay").count()
    assert Bay.objects.count() == sum(len(center.bays) for center in CENTERS)
    technicians = [worker for worker in WORKERS if worker.role == "technician"]
    assert Resource.objects.filter(kind="technician").count() == len(technicians)
    drivers = Resource.objects.filter(kind="driver").order_by("center__code")
    assert list(drivers.values_list("center__code", flat=True)) == ["ANNA", "SALM"]
    assert Membership.objects.count() == StaffProfile.objects.count() == len(WORKERS)
    assert Certification.objects.count() == sum(len(worker.certifications) for worker in WORKERS)
    assert Service.objects.filter(center__code="ANNA").count() == len(SERVICES)
    assert InspectionPoint.objects.filter(service__center__code="ANNA").count() == sum(
        len(service.inspection_points) for service in SERVICES
    )
    offered = sum(spec.offered is not None for spec in WAITING)
    assert Appointment.objects.count() == len(VISITS) + len(BOOKED) + len(REQUESTS) + offered
    assert MaintenanceRecord.objects.filter(appointment_id=None).count() == len(HISTORY)


def test_the_coming_days_are_booked_and_asked_for(world: World) -> None:
    for spec in BOOKED:
        booked = Appointment.objects.get(
            status="confirmed",
            lane="instant",
            vehicle=world.vehicles[spec.vehicle],
            scheduled_start__gt=NOW + DAY_LONG,
        )
        assert booked.wants_loaner is spec.wants_loaner
        assert {row.direction for row in booked.transports.all()} == {drive.way for drive in spec.drives}
        assert booked.bookings.filter(resource__kind="loaner").exists() is spec.wants_loaner
        tools = booked.bookings.filter(resource__kind="tool").count()
        assert tools == sum(len(SERVICE_BY_CODE[code].tools) for code in spec.services)
    status = {"": "requested", "proposed": "proposed", "rejected": "rejected"}
    for asked in REQUESTS:
        what = "rejected" if asked.rejected else "proposed" if asked.proposed else ""
        request = Appointment.objects.get(vehicle=world.vehicles[asked.vehicle], concern=asked.concern)
        assert request.status == status[what]
        assert request.bookings.filter(state="active").exists() is (what == "proposed")


def test_irons_have_a_serial_number_and_no_plate(world: World) -> None:
    irons = Vehicle.objects.filter(kind="equipment")
    assert {iron.serial_number for iron in irons} == {spec.serial_number for spec in APPLIANCES}
    assert {iron.license_plate for iron in irons} == {""}


def test_two_centres_wait_for_the_network() -> None:
    waiting = list(ServiceCenter.objects.filter(status="applied").order_by("created_at", "id"))
    assert [center.name for center in waiting] == [spec.name for spec in APPLICATIONS]
    for center in waiting:
        assert (center.code, center.latitude is None) == (None, False)
        assert Event.objects.get(subject=f"center:{center.id}").occurred_at < NOW


def test_the_network_is_found_by_place() -> None:
    everywhere = ServiceCenter.objects.filter(status="approved", is_active=True)

    def codes(**asked: str) -> list[str | None]:
        found = find(everywhere, Asked(**asked)).order_by("placing", "id")
        return list(found.values_list("code", flat=True))

    assert codes(postcode="600042")[0] == "VELA"
    assert codes(postcode="625531") == ["MADU"]
    assert codes(postcode="641601")[0] == "KOVA"
    assert codes(city="Thanjavur") == ["TRIC"]
    assert codes(postcode="637001") == ["SALM"]


def test_every_service_fits_a_bay_of_its_centre() -> None:
    for service in Service.objects.select_related("center"):
        plan = plan_of(service.center, now(), now())
        assert fitting_bays(plan.candidates, [service]), service.name


@every_visit
def test_a_visit_stands_where_the_day_says(world: World, visit: VisitSpec) -> None:
    appointment = appointment_of(world, visit)
    if visit.received is None:
        assert (appointment.status, appointment.job_id) == (visit.stage, None)
        return
    job = JobCard.objects.get(appointment=appointment)
    assert job.stage == visit.stage
    assert job.received_at == NOW + timedelta(minutes=visit.received)
    assert (job.mileage_in, job.charge_in) == (visit.mileage_in, visit.charge_in)
    assert job.mileage_out == (None if visit.delivered is None else visit.mileage_out)
    assert job.delivered_at == (None if visit.delivered is None else NOW + timedelta(minutes=visit.delivered))


@every_visit
def test_the_clocked_minutes_are_those_of_the_day(world: World, visit: VisitSpec) -> None:
    steps = list(
        Step.objects.filter(job__appointment=appointment_of(world, visit)).order_by(
            "item__position", "position"
        )
    )
    for step, work in zip(steps, visit.work, strict=False):
        running = step.running_since is not None
        clocked = NOW - step.running_since if step.running_since else timedelta(seconds=step.clocked)
        assert clocked == timedelta(minutes=work.minutes)
        assert running == (work.status == "in_progress")
        assert step.reading == work.reading
        assert step.started_at == NOW + timedelta(minutes=work.started)
    assert {step.status for step in steps[len(visit.work) :]} <= {"pending"}


def test_holds_wait_since_when_the_day_says() -> None:
    open_holds = Hold.objects.filter(released_at__isnull=True)
    waiting = {(hold.kind, (hold.since - NOW) // timedelta(minutes=1)) for hold in open_holds}
    assert waiting == {(visit.hold.kind, visit.hold.since) for visit in VISITS if visit.hold}


def test_nothing_is_booked_twice_and_nobody_works_twice() -> None:
    for model, span in (
        (ResourceBooking, "a.resource_id = b.resource_id AND a.period && b.period AND a.state = 'active'"),
        (
            TimeEntry,
            "a.technician_id = b.technician_id AND tstzrange(a.started_at, a.ended_at)"
            " && tstzrange(b.started_at, b.ended_at)",
        ),
    ):
        also = "AND b.state = 'active'" if model is ResourceBooking else ""
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*), (SELECT count(*) FROM {table} a JOIN {table} b ON a.id < b.id AND {span} {also})"
                f" FROM {table}"
            )
            there, twice = cursor.fetchone()
        assert there > 20
        assert twice == 0


def test_a_bay_holds_one_vehicle_that_is_worked_on() -> None:
    taken = list(
        JobCard.objects.filter(stage__in=("diagnosis", "in_progress"), bay__isnull=False).values_list(
            "bay", flat=True
        )
    )
    assert len(taken) == len(set(taken)) == 7
    assert not JobCard.objects.filter(
        stage__in=("ready_for_pickup", "delivered", "closed"), bay__isnull=False
    )


def test_stored_facts_are_those_worked_out_anew() -> None:
    for job in JobCard.objects.all():
        anew = json.loads(json.dumps(card_facts(of(job))["job"]))
        assert JobCard.objects.get(pk=job.pk).facts == anew, job.number


def test_every_card_has_a_window_and_what_was_told_holds() -> None:
    for job in JobCard.objects.select_related("center"):
        assert Promise.objects.filter(job=job).exists(), job.number
        if job.stage in PROMISED_STAGES:
            assert due_window(of(job), NOW) is None, job.number


def test_some_window_moved_for_a_reason() -> None:
    moved = Promise.objects.exclude(cause="opened")
    assert {"held", "overrun"} <= set(moved.values_list("cause", flat=True))
    assert not moved.filter(reason="")


def test_vehicles_are_registered_with_true_numbers() -> None:
    vehicles = list(Vehicle.objects.exclude(kind="equipment"))
    assert not [vehicle.vin for vehicle in vehicles if vin.problem(vehicle.vin)]
    electric = [vehicle for vehicle in vehicles if vehicle.kind == "ev"]
    assert all(vehicle.battery_capacity and vehicle.max_charging_power for vehicle in electric)
    assert len({(vehicle.make, vehicle.model) for vehicle in electric}) >= 12


def test_events_are_numbered_without_a_gap_in_the_order_in_which_they_happened() -> None:
    events = Event.objects.order_by("stream", "number")
    for stream, rows in groupby(events, key=lambda event: event.stream):
        found = list(rows)
        assert [event.number for event in found] == list(range(1, len(found) + 1))
        assert StreamHead.objects.get(stream=stream).last == len(found)
        if stream.startswith("center:"):
            assert all(one.occurred_at <= other.occurred_at for one, other in pairwise(found))
            assert found[-1].occurred_at <= NOW


def test_everybody_signs_in_with_the_one_password() -> None:
    for person in (*WORKERS[:2], *CUSTOMERS[:2]):
        assert recognise(email=person.email.upper(), password=PASSWORD)


def test_a_pin_is_kept_as_a_hash(world: World) -> None:
    worker = next(worker for worker in WORKERS if worker.pin)
    kept = StaffProfile.objects.get(user=world.people[worker.code]).pin
    assert worker.pin not in kept
    assert check_password(worker.pin, kept)


def test_a_certificate_that_ran_out_is_missed(world: World) -> None:
    assert missing_skills(
        world.people["joseph"].id, ["aircon", "electrical"], center_id=world.centers["ANNA"].id
    ) == ["aircon"]


def test_the_clock_starts_at_the_hour_of_the_day() -> None:
    setting = DemoClock.objects.get().setting
    at = real_now()
    shown = setting.in_force(at).at(at)
    assert NOW <= shown < NOW + timedelta(minutes=5)
    assert setting.in_force(at).rate == 1.0
