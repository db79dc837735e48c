"""Which resources can serve a visit, and which of them are free, pure but for the read at the top."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from workshop.catalog.models import Service
from workshop.centers.hours import open_spans
from workshop.centers.models import Bay, Certification, OpeningHours, ServiceCenter, StaffProfile
from workshop.centers.skills import skills_on
from workshop.events.statements import select_all

from .models import Resource

Taken = dict[UUID, list[tuple[datetime, datetime]]]
STEP = timedelta(minutes=15)
LOOK_AHEAD_DAYS = 7
AT_WORK = """
SELECT m.user_id FROM centers_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
WHERE m.center_id = %s AND m.role = 'technician' AND m.ended_at IS NULL
"""


class Pair(NamedTuple):
    """A bay and a technician that serve a visit together."""

    bay: Resource
    technician: Resource


@dataclass(frozen=True, slots=True)
class Candidates:
    """The bays in use and the technicians at work of a centre, in id order, with what they can do."""

    bays: list[tuple[Resource, Bay]]
    technicians: list[tuple[Resource, StaffProfile, list[Certification]]]


def candidates_of(center_id: UUID) -> Candidates:
    """Return everything of a centre that a visit could be given, read in one message."""
    resources, bays, profiles, certificates = select_all(
        (
            Resource,
            "center_id = %s AND is_active AND kind IN ('bay', 'technician') ORDER BY id",
            (center_id,),
        ),
        (Bay, "center_id = %s AND is_active", (center_id,)),
        (StaffProfile, f"user_id IN ({AT_WORK})", (center_id,)),
        (
            Certification,
            f"staff_id IN (SELECT id FROM centers_staffprofile WHERE user_id IN ({AT_WORK}))",  # noqa: S608
            (center_id,),
        ),
    )
    bay_of = {bay.id: bay for bay in bays}
    profile_of = {profile.user_id: profile for profile in profiles}
    certificates_of: dict[UUID, list[Certification]] = {profile.id: [] for profile in profiles}
    for certificate in certificates:
        certificates_of[certificate.staff_id].append(certificate)
    return Candidates(
        [(row, bay) for row in resources if row.kind == "bay" and (bay := bay_of.get(row.bay_id))],
        [
            (row, profile, certificates_of[profile.id])
            for row in resources
            if row.kind == "technician" and (profile := profile_of.get(row.person_id))
        ],
    )


def fitting_bays(candidates: Candidates, services: Iterable[Service]) -> list[Resource]:
    """Return the bays whose kind or equipment serves every service."""
    needed = {service.bay_kind for service in services if service.bay_kind}
    return [resource for resource, bay in candidates.bays if needed <= {bay.kind, *bay.equipment}]


def fitting_technicians(candidates: Candidates, services: Iterable[Service], day: date) -> list[Resource]:
    """Return the technicians who hold every skill on that day, certificates in date."""
    needed = {skill for service in services for skill in service.skills}
    return [
        resource
        for resource, profile, certificates in candidates.technicians
        if needed <= skills_on(profile, certificates, day)
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
