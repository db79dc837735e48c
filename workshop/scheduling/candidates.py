"""Everything of a centre that a visit could be given, and which of it can do what the visit asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from workshop.catalog.models import Service
from workshop.centers.skills import skills_on

CANDIDATES = """
SELECT r.id, r.kind, r.name, r.type, r.bay_id, NULL::uuid, array_prepend(b.kind::text, b.equipment::text[]),
       '{}'::text[], '{}'::date[]
  FROM scheduling_resource r JOIN centers_bay b ON b.id = r.bay_id AND b.is_active
 WHERE r.center_id = %s AND r.kind = 'bay' AND r.is_active
UNION ALL
SELECT r.id, r.kind, f.name, r.type, NULL, r.person_id, f.skills::text[], c.skills, c.until
  FROM scheduling_resource r
  JOIN accounts_user u ON u.id = r.person_id AND u.is_active
  JOIN centers_staffprofile f ON f.user_id = u.id
 CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(skill::text), '{}') AS skills, coalesce(array_agg(expires_on), '{}') AS until
         FROM centers_certification WHERE staff_id = f.id) c
 WHERE r.center_id = %s AND r.is_active
   AND (r.kind = 'technician' OR r.kind = 'driver' AND f.is_driver)
   AND EXISTS (SELECT FROM centers_membership m
                WHERE m.user_id = u.id AND m.center_id = r.center_id AND m.ended_at IS NULL
                  AND (m.role = 'technician' OR r.kind = 'driver' AND m.role IN ('staff', 'admin')))
UNION ALL
SELECT r.id, r.kind, r.name, r.type, NULL, NULL, '{}'::text[], '{}'::text[], '{}'::date[]
  FROM scheduling_resource r
 WHERE r.center_id = %s AND r.kind IN ('tool', 'loaner') AND r.is_active
 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A resource in use, with what it can do: a bay's kind and equipment, a person's skills and certificates."""

    id: UUID
    kind: str
    name: str
    type: str
    bay_id: UUID | None
    person_id: UUID | None
    can: frozenset[str]
    certificates: tuple[tuple[str, date], ...]


def candidates_from(rows: Iterable[tuple[Any, ...]]) -> list[Candidate]:
    """Return what `CANDIDATES`, asked with the centre three times, found, in id order."""
    return [
        Candidate(
            id, kind, name, type, bay_id, person_id, frozenset(can), tuple(zip(certified, until, strict=True))
        )
        for id, kind, name, type, bay_id, person_id, can, certified, until in rows
    ]


def fitting_bays(candidates: Iterable[Candidate], services: Iterable[Service]) -> list[Candidate]:
    """Return the bays whose kind or equipment serves every service; a word in capitals is the same word."""
    needed = {service.bay_kind.casefold() for service in services if service.bay_kind}
    return [
        row for row in candidates if row.kind == "bay" and needed <= {word.casefold() for word in row.can}
    ]


def skilled_technicians(candidates: Iterable[Candidate], services: Iterable[Service]) -> list[Candidate]:
    """Return the technicians who have learnt every skill, in date or not."""
    needed = {skill for service in services for skill in service.skills}
    return [row for row in candidates if row.kind == "technician" and needed <= row.can]


def fitting_technicians(
    candidates: Iterable[Candidate], services: Iterable[Service], day: date
) -> list[Candidate]:
    """Return the technicians who hold every skill on that day, certificates in date."""
    asked = list(services)
    needed = {skill for service in asked for skill in service.skills}
    return [
        row
        for row in skilled_technicians(candidates, asked)
        if needed <= skills_on(row.can, row.certificates, day)
    ]


def certified_until(technician: Candidate, services: Iterable[Service]) -> date | None:
    """Return the last day on which a skilled technician holds every skill asked for; None when there is no end."""
    needed = {skill for service in services for skill in service.skills}
    last: dict[str, date] = {}
    for skill, until in technician.certificates:
        if skill in needed:
            last[skill] = max(until, last.get(skill, until))
    return min(last.values(), default=None)


def of_kind(candidates: Iterable[Candidate], kind: str, type: str | None = None) -> list[Candidate]:
    """Return those of a kind, and of a type where one is given."""
    return [row for row in candidates if row.kind == kind and type in (None, row.type)]
