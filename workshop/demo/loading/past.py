"""What was done at earlier visits: the vehicles' history before the demo's day."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from workshop.centers.models import ServiceCenter
from workshop.demo.data.history import HISTORY, PastVisitSpec
from workshop.demo.data.people import CUSTOMER_BY_CODE
from workshop.demo.data.services import SERVICE_BY_CODE
from workshop.demo.data.vehicles import VEHICLE_BY_CODE
from workshop.kernel.actor import SYSTEM
from workshop.vehicles import services as vehicles

from .acts import Act
from .world import World

HANDED_OVER = time(17, 20)
SUNDAY = 6


def past_acts(world: World, today: date) -> Iterator[Act]:
    """Return the earlier visits as acts, late in the afternoon of a working day."""
    for past in HISTORY:
        center = world.centers[CUSTOMER_BY_CODE[VEHICLE_BY_CODE[past.vehicle].owner].center]
        day = today - timedelta(days=past.days_ago)
        day -= timedelta(days=day.weekday() == SUNDAY)
        moment = datetime.combine(day, HANDED_OVER, ZoneInfo(center.time_zone))
        yield Act(moment, partial(_record, world, past, center, moment))


def _record(world: World, past: PastVisitSpec, center: ServiceCenter, moment: datetime) -> None:
    names = [SERVICE_BY_CODE[code].name for code in past.services]
    vehicle_id = world.vehicles[past.vehicle].id
    vehicles.note_at_center(vehicle_id=vehicle_id, center_id=center.id)
    vehicles.record_maintenance(
        actor=SYSTEM,
        vehicle_id=vehicle_id,
        center_id=center.id,
        appointment_id=None,
        at=moment,
        mileage=past.mileage,
        service_type=", ".join(names),
        description=past.description,
        cost=past.cost,
        currency=center.currency,
        next_due=None if past.next_due is None else moment.date() + timedelta(days=past.next_due),
    )
