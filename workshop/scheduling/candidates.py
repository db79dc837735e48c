"""Which resources can serve a visit, and which of them are free, pure but for the two reads at the top."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from workshop.catalog.models import Service
from workshop.centers.hours import open_spans
from workshop.centers.models import OpeningHours, ServiceCenter
from workshop.centers.skills import skills_on

from .models import Resource

Taken = dict[UUID, list[tuple[datetime, datetime]]]
STEP = timedelta(minutes=15)
LOOK_AHEAD_DAYS = 7


class Pair(NamedTuple):
    """A bay and a technician that serve a visit together."""

    bay: Resource
    technician: Resource


def fitting_bays(center_id: UUID, services: Iterable[Service]) -> list[Resource]:
    """Return the active bays whose kind or equipment serves every service, in id order."""
    needed = {service.bay_kind for service in services if service.bay_kind}
    bays = Resource.objects.filter(
        center_id=center_id, kind=Resource.Kind.BAY, is_active=True, bay__is_active=True
    )
    return [
        resource
        for resource in bays.select_related("bay").order_by("id")
        if resource.bay is not None and needed <= {resource.bay.kind, *resource.bay.equipment}
    ]


def fitting_technicians(center_id: UUID, services: Iterable[Service], day: date) -> list[Resource]:
    """Return the active technicians who hold every skill on that day, certificates in date, in id order."""
    needed = {skill for service in services for skill in service.skills}
    rows = Resource.objects.filter(
        center_id=center_id,
        kind=Resource.Kind.TECHNICIAN,
        is_active=True,
        person__is_active=True,
        person__memberships__role="technician",
        person__memberships__center_id=center_id,
        person__memberships__ended_at__isnull=True,
    )
    found = rows.select_related("person__staff_profile").prefetch_related(
        "person__staff_profile__certifications"
    )
    return [
        row
        for row in found.order_by("id")
        if row.person and needed <= skills_on(row.person.staff_profile, day)
    ]


def free(resource: Resource, taken: Taken, start: datetime, end: datetime) -> bool:
    """Say whether nothing is booked on a resource within `[start, end)`."""
    return all(upper <= start or lower >= end for lower, upper in taken[resource.id])


def pick(
    bays: list[Resource], technicians: list[Resource], taken: Taken, start: datetime, end: datetime
) -> Pair | None:
    """Return a free bay and a free technician; the ones with the fewest bookings, so that the day stays even."""
    free_bays = [row for row in bays if free(row, taken, start, end)]
    free_people = [row for row in technicians if free(row, taken, start, end)]
    if not free_bays or not free_people:
        return None
    return Pair(
        min(free_bays, key=lambda row: (len(taken[row.id]), row.id)),
        min(free_people, key=lambda row: (len(taken[row.id]), row.id)),
    )


def next_starts(
    center: ServiceCenter,
    hours: list[OpeningHours],
    bays: list[Resource],
    technicians: list[Resource],
    taken: Taken,
    after: datetime,
    duration: timedelta,
    count: int,
) -> list[datetime]:
    """Return the next quarter hours within opening hours at which a bay and a technician are free."""
    found: list[datetime] = []
    for offset in range(LOOK_AHEAD_DAYS):
        for opens, closes in open_spans(hours, center.time_zone, after.date() + timedelta(days=offset)):
            start = opens
            while start + duration <= closes:
                if start > after and pick(bays, technicians, taken, start, start + duration):
                    found.append(start)
                    if len(found) == count:
                        return found
                start += STEP
    return found
