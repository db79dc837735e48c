"""Who fetches and brings back vehicles: what was asked for with a visit, and the drives as acts."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from workshop.demo.data.drives import DriveSpec
from workshop.demo.data.people import CUSTOMER_BY_CODE
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import VehicleTransport
from workshop.scheduling.services import Trip

from .acts import Act
from .world import World


def trip(customer: str, way: str, window_start: datetime) -> Trip:
    """Return a drive as a customer of the demo asks for it, at home."""
    spec = CUSTOMER_BY_CODE[customer]
    return Trip(way, spec.street, window_start, spec.postcode)


def drive_acts(
    world: World, center: str, drives: Iterable[DriveSpec], now: datetime, visit: Callable[[], UUID]
) -> Iterator[Act]:
    """Return what the driver of a centre did; `visit` tells the appointment once it is booked."""
    for drive in drives:
        if drive.set_out is not None:
            yield Act(now + timedelta(minutes=drive.set_out), partial(_set_out, world, center, drive, visit))
        if drive.ended is not None:
            yield Act(now + timedelta(minutes=drive.ended), partial(_end, world, center, drive, visit))


def _set_out(world: World, center: str, drive: DriveSpec, visit: Callable[[], UUID]) -> None:
    scheduling.set_out(actor=world.driver(center), transport_id=_transport(drive, visit()))


def _end(world: World, center: str, drive: DriveSpec, visit: Callable[[], UUID]) -> None:
    who, id = world.driver(center), _transport(drive, visit())
    if drive.failed:
        scheduling.fail(actor=who, transport_id=id, reason=drive.failed)
    else:
        scheduling.finish(actor=who, transport_id=id, keys=True, mileage=drive.mileage)


def _transport(drive: DriveSpec, appointment_id: UUID) -> UUID:
    return VehicleTransport.objects.get(appointment_id=appointment_id, direction=drive.way).id
