"""Which resources can serve a visit, and which of them are free, pure but for the read at the top."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from workshop.catalog.models import Service
from workshop.centers.hours import open_spans
from workshop.centers.models import OpeningHours, ServiceCenter
from workshop.centers.skills import skills_on
from workshop.events.prepared import run

Taken = dict[UUID, list[tuple[datetime, datetime]]]
STEP = timedelta(minutes=15)
LOOK_AHEAD_DAYS = 7
CANDIDATES = """
SELECT r.id, r.bay_id, NULL::uuid, array_prepend(b.kind::text, b.equipment::text[]), '{}'::text[], '{}'::date[]
  FROM scheduling_resource r JOIN centers_bay b ON b.id = r.bay_id AND b.is_active
 WHERE r.center_id = %s AND r.kind = 'bay' AND r.is_active
UNION ALL
SELECT r.id, NULL, r.person_id, f.skills::text[], c.skills, c.until
  FROM scheduling_resource r
  JOIN accounts_user u ON u.id = r.person_id AND u.is_active
  JOIN centers_staffprofile f ON f.user_id = u.id
 CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(skill::text), '{}') AS skills, coalesce(array_agg(expires_on), '{}') AS until
         FROM centers_certification WHERE staff_id = f.id) c
 WHERE r.center_id = %s AND r.kind = 'technician' AND r.is_active
   AND EXISTS (SELECT FROM centers_membership m
                WHERE m.user_id = u.id AND m.center_id = r.center_id AND m.role = 'technician'
                  AND m.ended_at IS NULL)
 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bay in use or a technician at work, with what they can do: kind and equipment, or skills and certificates."""

    id: UUID
    bay_id: UUID | None
    person_id: UUID | None
    can: frozenset[str]
    certificates: tuple[tuple[str, date], ...]


class Pair(NamedTuple):
    """A bay and a technician that serve a visit together."""

    bay: Candidate
    technician: Candidate


def candidates_of(center_id: UUID) -> list[Candidate]:
    """Return everything of a centre that a visit could be given, in id order."""
    (found,) = run((CANDIDATES, (center_id, center_id)))
    return [
        Candidate(id, bay_id, person_id, frozenset(can), tuple(zip(certified, until, strict=True)))
        for id, bay_id, person_id, can, certified, until in found.rows
    ]


def fitting_bays(candidates: Iterable[Candidate], services: Iterable[Service]) -> list[Candidate]:
    """Return the bays whose kind or equipment serves every service."""
    needed = {service.bay_kind for service in services if service.bay_kind}
    return [row for row in candidates if row.bay_id and needed <= row.can]


def fitting_technicians(
    candidates: Iterable[Candidate], services: Iterable[Service], day: date
) -> list[Candidate]:
    """Return the technicians who hold every skill on that day, certificates in date."""
    needed = {skill for service in services for skill in service.skills}
    return [
        row
        for row in candidates
        if row.person_id and needed <= row.can and needed <= skills_on(row.can, row.certificates, day)
    ]


def free(resource: Candidate, taken: Taken, start: datetime, end: datetime) -> bool:
    """Say whether nothing is booked on a resource within `[start, end)`."""
    return all(upper <= start or lower >= end for lower, upper in taken[resource.id])


def pick(
    bays: list[Candidate], technicians: list[Candidate], taken: Taken, start: datetime, end: datetime
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
    bays: list[Candidate],
    technicians: list[Candidate],
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
