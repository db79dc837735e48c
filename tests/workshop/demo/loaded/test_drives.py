"""What the demo's drivers fetched and bring back, and who waits for a time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from workshop.demo.data.coming import WAITING
from workshop.demo.data.day import DAY, ELSEWHERE_DAY, VisitSpec
from workshop.demo.data.drives import DriveSpec
from workshop.demo.data.people import CUSTOMER_BY_CODE, WORKERS
from workshop.demo.loading.moved import moved_clock
from workshop.demo.loading.world import World
from workshop.kernel.clock import real_now
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import ResourceBooking, VehicleTransport, WaitingEntry
from workshop.scheduling.trips import trips_document

from .conftest import NOW

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("world"),
    pytest.mark.timeout(400),
    pytest.mark.xdist_group("demo"),
]

DRIVES = [(visit, drive) for visit in (*DAY, *ELSEWHERE_DAY) for drive in visit.drives]

every_drive = pytest.mark.parametrize(
    ("visit", "drive"), DRIVES, ids=[f"{visit.code}-{drive.way}" for visit, drive in DRIVES]
)


@pytest.fixture
def in_its_day() -> Iterator[None]:
    """What is done is done in the demo's day, whatever day it is really."""
    with moved_clock(NOW):
        yield


def moment(minutes: int | None) -> datetime | None:
    return None if minutes is None else NOW + timedelta(minutes=minutes)


def status_of(drive: DriveSpec) -> str:
    if drive.failed:
        return "failed"
    return "planned" if drive.set_out is None else "under_way" if drive.ended is None else "done"


def test_drives_stand_in_every_state() -> None:
    assert {status_of(drive) for _, drive in DRIVES} == {"planned", "under_way", "done", "failed"}
    assert {(visit in DAY, drive.way) for visit, drive in DRIVES} == {
        (here, way) for here in (True, False) for way in ("collect", "return")
    }


@every_drive
def test_a_drive_stands_where_the_day_says(world: World, visit: VisitSpec, drive: DriveSpec) -> None:
    row = VehicleTransport.objects.get(
        appointment__vehicle=world.vehicles[visit.vehicle],
        appointment__scheduled_start=moment(visit.start),
        direction=drive.way,
    )
    assert (row.status, row.window_start) == (status_of(drive), moment(drive.window))
    assert (row.started_at, row.ended_at) == (moment(drive.set_out), moment(drive.ended))
    assert (row.mileage, row.reason, row.keys) == (drive.mileage, drive.failed, row.status == "done")
    spec = CUSTOMER_BY_CODE[visit.customer]
    assert f"{row.address} {row.postcode}" == spec.address
    driver = next(worker for worker in WORKERS if worker.driver and worker.center == spec.center)
    assert row.driver_id == world.people[driver.code].id
    taken = ResourceBooking.objects.filter(transport=row, state="active").exists()
    assert taken is (row.status in ("planned", "under_way"))


@pytest.mark.parametrize(("code", "drives"), [("murali", 7), ("salm-driver", 5)])
def test_a_driver_who_signs_in_sees_their_drives(world: World, code: str, drives: int) -> None:
    who = world.actor(code)
    (center_id,) = who.centers("staff")
    trips = trips_document(who, center_id)["trips"]
    assert sum(one["status"] in ("planned", "under_way") for one in trips) == drives


def test_the_line_is_as_the_data_say(world: World) -> None:
    entries: dict[Any, WaitingEntry] = {entry.vehicle_id: entry for entry in WaitingEntry.objects.all()}
    assert len(entries) == len(WAITING)
    for spec in WAITING:
        entry = entries[world.vehicles[spec.vehicle].id]
        offered = spec.offered is not None and spec.passed is None
        assert entry.status == ("expired" if spec.last < 0 else "offered" if offered else "waiting")
        assert len(entry.declined) == (spec.passed is not None)
        if offered:
            assert entry.appointment is not None
            assert entry.appointment.held_until is not None
            assert entry.appointment.held_until > real_now() + timedelta(minutes=20)


@pytest.mark.usefixtures("in_its_day")
def test_nobody_who_waits_is_offered_anything_as_soon_as_the_demo_runs() -> None:
    assert scheduling.sweep_waiting() == 0


@pytest.mark.usefixtures("in_its_day")
def test_who_gives_up_the_aligner_makes_room_for_who_waits(world: World) -> None:
    given_up = VehicleTransport.objects.get(
        appointment__vehicle=world.vehicles["fathima-nexon"], direction="collect"
    ).appointment
    scheduling.cancel(actor=world.actor("fathima-nasreen"), appointment_id=given_up.id)
    scheduling.sweep_waiting()
    assert WaitingEntry.objects.get(vehicle=world.vehicles["lydia-atto"]).status == "offered"
