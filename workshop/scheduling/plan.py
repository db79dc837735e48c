"""What is known of a centre for some days: hours, people's rosters, resources, what is taken, and how it lets itself be
booked. Read in two messages; asked without another.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from workshop.centers.hours import DAY, Hours, midnight
from workshop.centers.models import HoursException, OpeningHours, ServiceCenter
from workshop.centers.shifts import Roster
from workshop.centers.spans import Minutes, ceil_minute, floor_minute, moment_of, without
from workshop.events.prepared import Asked, run
from workshop.events.statements import Selected, select_all
from workshop.kernel.clock import real_now

from .candidates import CANDIDATES, Candidate, candidates_from
from .models import BookingRules

SHIFTS = """
SELECT person_id, kind, weekday, date, starts, ends FROM centers_shift
 WHERE center_id = %s AND (date IS NULL OR date BETWEEN %s AND %s)
"""
ABSENCES = """
SELECT a.person_id, a.starts_at, a.ends_at FROM centers_absence a
 WHERE a.ends_at > %s AND a.starts_at < %s
   AND a.person_id IN (SELECT person_id FROM scheduling_resource WHERE center_id = %s AND person_id IS NOT NULL)
"""
TAKEN = """
SELECT b.resource_id, array_agg(floor(date_part('epoch', lower(b.period)) / 60)::int),
       array_agg(ceil(date_part('epoch', GREATEST(upper(b.period), b.expected_end)) / 60)::int)
  FROM scheduling_resource r
  JOIN scheduling_resourcebooking b ON b.resource_id = r.id AND b.state = 'active'
   AND b.appointment_id IS DISTINCT FROM %s
 WHERE r.center_id = %s AND GREATEST(upper(b.period), b.expected_end) > %s AND lower(b.period) < %s
   AND NOT EXISTS (SELECT FROM scheduling_appointment a
                    WHERE a.id = b.appointment_id AND a.status = 'held' AND a.held_until <= %s)
 GROUP BY b.resource_id
"""
"""A month has thousands of bookings: the database counts their minutes, rounded so that they hold all of a period, and
answers with one row for each resource.
"""
PENDING = """
SELECT scheduled_start, scheduled_end FROM scheduling_appointment
 WHERE center_id = %s AND status = 'requested' AND scheduled_start < %s AND scheduled_end > %s
"""
Taken = dict[UUID, list[Minutes]]


@dataclass(slots=True)
class Plan:
    """A centre's situation for the local days from `first` to `last`. `taken` are a resource's booked minutes."""

    center: ServiceCenter
    rules: BookingRules
    hours: Hours
    first: date
    last: date
    opening: list[Minutes]
    candidates: list[Candidate]
    rosters: dict[UUID, Roster]
    taken: Taken = field(default_factory=dict)
    pending: list[tuple[datetime, datetime]] = field(default_factory=list)
    looked: bool = False
    """Whether `taken` and `pending` were read, with or without the locks."""
    bound: bool = True
    """False for a visit that keeps the time it was given: the centre's hours of today do not take that away."""
    _at_work: dict[UUID | None, tuple[list[Minutes], list[Minutes]]] = field(default_factory=dict)

    def note_taken(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Take what is booked from the rows of `taken_in`; who is both technician and driver is taken as both."""
        self.looked = True
        self.taken = {resource_id: list(zip(starts, ends, strict=True)) for resource_id, starts, ends in rows}
        seats: dict[UUID, list[Candidate]] = defaultdict(list)
        for row in self.candidates:
            if row.person_id is not None:
                seats[row.person_id].append(row)
        for seat in seats.values():
            if len(seat) > 1:
                together = [span for row in seat for span in self.taken.get(row.id, ())]
                self.taken |= {row.id: list(together) for row in seat}

    def seats_of(self, resource: Candidate) -> list[UUID]:
        """Return every resource that is the same person, or the resource alone."""
        if resource.person_id is None:
            return [resource.id]
        return [row.id for row in self.candidates if row.person_id == resource.person_id]

    def forget(self) -> None:
        """Work out anew when everybody is at work."""
        self._at_work.clear()

    @property
    def begins(self) -> datetime:
        """Return the moment at which the first day begins."""
        return moment_of(midnight(self.center.time_zone, self.first))

    @property
    def ends(self) -> datetime:
        """Return the moment at which the last day ends."""
        return moment_of(midnight(self.center.time_zone, self.last + DAY))

    def at_work(self, resource: Candidate) -> tuple[list[Minutes], list[Minutes]]:
        """Return when a resource can be used at all, and the same without the breaks of a person."""
        person_id = resource.person_id
        if person_id not in self._at_work:
            roster = self.rosters.get(person_id) if person_id else None
            opening = self.opening if self.bound else ALWAYS
            if roster is None:
                whole = (opening, opening) if person_id else (ALWAYS, ALWAYS)
            else:
                spans = roster.spans(self.center.time_zone, opening, self.first, self.last)
                breaks = roster.break_spans(self.center.time_zone, self.first, self.last)
                whole = (spans, without(spans, breaks))
            self._at_work[person_id] = whole
        return self._at_work[person_id]


ALWAYS: list[Minutes] = [(-(1 << 40), 1 << 40)]


def opening_selects(center_id: UUID) -> list[Selected]:
    """Return the selects of a centre's hours, their exceptions and its rules, in the order `plan_of` takes them."""
    return [
        (OpeningHours, "center_id = %s", (center_id,)),
        (HoursException, "center_id = %s", (center_id,)),
        (BookingRules, "center_id = %s", (center_id,)),
    ]


def plan_of(
    center: ServiceCenter,
    start: datetime,
    end: datetime,
    *,
    opening: list[list[Any]] | None = None,
    taken: bool = False,
    besides: UUID | None = None,
) -> Plan:
    """Return a centre's situation around `[start, end)`; with `taken` also what is booked and asked for.

    The bookings of the appointment `besides` do not count. `opening` is what `opening_selects` found, where it was
    read already.
    """
    weekly, exceptions, rules = opening or select_all(*opening_selects(center.id))
    hours = Hours.of(center.time_zone, weekly, exceptions)
    first, last = hours.day(start) - DAY, hours.day(end) + DAY
    asked: list[Asked] = [
        (CANDIDATES, (center.id, center.id, center.id)),
        (SHIFTS, (center.id, first, last)),
        (ABSENCES, (start - 2 * DAY, end + 2 * DAY, center.id)),
    ]
    if taken:
        asked += [
            taken_in(center.id, start - 2 * DAY, end + 2 * DAY, besides),
            pending_in(center.id, start - 2 * DAY, end + 2 * DAY),
        ]
    found = [result.rows for result in run(*asked)]
    plan = Plan(
        center=center,
        rules=rules[0] if rules else BookingRules(center=center),
        hours=hours,
        first=first,
        last=last,
        opening=hours.spans(first, last),
        candidates=candidates_from(found[0]),
        rosters=_rosters(found[1], found[2]),
    )
    if taken:
        plan.note_taken(found[3])
        plan.pending = pending_from(found[4])
    return plan


def taken_in(center_id: UUID, start: datetime, end: datetime, besides: UUID | None = None) -> Asked:
    """Return the statement for what is booked in a period, but for one appointment; a hold that has run out is not."""
    return TAKEN, (besides, center_id, start, end, real_now())


def pending_in(center_id: UUID, start: datetime, end: datetime) -> Asked:
    """Return the statement for the requests of a period that wait for an answer and hold no resource."""
    return PENDING, (center_id, end, start)


def pending_from(rows: Iterable[tuple[Any, ...]]) -> list[tuple[datetime, datetime]]:
    """Return what requests ask for, from when to when."""
    return [(lower, upper) for lower, upper in rows]


def _rosters(shifts: Iterable[tuple[Any, ...]], absences: Iterable[tuple[Any, ...]]) -> dict[UUID, Roster]:
    rows: dict[UUID, list[Any]] = defaultdict(list)
    away: dict[UUID, list[Minutes]] = defaultdict(list)
    for person_id, *shift in shifts:
        rows[person_id].append(shift)
    for person_id, starts_at, ends_at in absences:
        away[person_id].append((floor_minute(starts_at), ceil_minute(ends_at)))
    return {person_id: Roster.of(rows[person_id], away[person_id]) for person_id in {*rows, *away}}
