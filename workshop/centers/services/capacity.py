"""When a centre is open on single days, and when its people work."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Invalid, NotFound, Stale
from workshop.kernel.turns import take_turn

from ..events import CapacityChanged
from ..hours import WallSpan, wall_span
from ..models import Absence, HoursException, Membership, ServiceCenter, Shift
from ..week import overlap, overlapping

MOST_DAYS = 366
DAY_MINUTES = 24 * 60
WORKING = (Membership.Role.STAFF, Membership.Role.TECHNICIAN, Membership.Role.ADMIN)


@dataclass(frozen=True, slots=True)
class ShiftSpan:
    """Work or a break on a weekday (0 is Monday), or on one date instead of that."""

    kind: str
    starts: time
    ends: time
    weekday: int | None = None
    date: dt.date | None = None


@command
def set_exception(
    *,
    actor: Actor,
    center_id: UUID,
    first: dt.date,
    last: dt.date,
    spans: Sequence[WallSpan] = (),
    reason: str = "",
) -> list[HoursException]:
    """Say when a centre is open from one date to another instead of its weekly hours; without spans it is closed.

    Raises NotFound, and Invalid for spans that overlap, a time that a clock change leaves out, or days that are all
    over where the centre is.
    """
    center = administered_center(actor, center_id)
    if not 0 <= (last - first).days < MOST_DAYS:
        raise Invalid(
            "dates_invalid", fields={"last": [f"Choose 1 to {MOST_DAYS} days, the last after the first."]}
        )
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    if overlapping((0, *span) for span in spans):
        raise Invalid("hours_overlap", fields={"spans": ["Two of these overlap."]})
    for day in days:
        for span in spans:
            _exists(center, day, span)
    if last < now().astimezone(ZoneInfo(center.time_zone)).date():
        field = "first" if first == last else "last"
        raise Invalid("day_over", fields={field: ["This day is over. Choose one to come."]})
    center.hours_exceptions.filter(date__range=(first, last)).delete()
    open_or_closed: Sequence[WallSpan | tuple[None, None]] = spans or [(None, None)]
    made = [
        HoursException.objects.create(
            center=center, date=day, opens=opens, closes=closes, reason=reason.strip()
        )
        for day in days
        for opens, closes in open_or_closed
    ]
    capacity_changed(center_id, actor)
    return made


@command
def clear_exception(*, actor: Actor, center_id: UUID, day: dt.date) -> None:
    """Let a date have its weekday's hours again; raise NotFound for one that has them."""
    center = administered_center(actor, center_id)
    gone, _ = center.hours_exceptions.filter(date=day).delete()
    if not gone:
        raise NotFound()
    capacity_changed(center_id, actor)


@command
def set_shifts(
    *,
    actor: Actor,
    center_id: UUID,
    person_id: UUID,
    shifts: Sequence[ShiftSpan],
    replaces: Sequence[UUID] | None = None,
) -> list[Shift]:
    """Say when somebody works at a centre, all of it anew; without any they work while it is open.

    Raises NotFound for who does not work there, Invalid for shifts that overlap or are on no day and for breaks
    outside of the work of their day, and Stale when others are there now than those it `replaces`.
    """
    administered_center(actor, center_id)
    _works_at(person_id, center_id)
    for number, shift in enumerate(shifts):
        if (shift.weekday is None) == (shift.date is None):
            raise Invalid("shift_invalid", fields={f"shifts.{number}": ["Name either a weekday or a date."]})
    for kind in Shift.Kind.values:
        weekly = [(s.weekday, s.starts, s.ends) for s in shifts if s.kind == kind and s.weekday is not None]
        if twice := overlap(weekly):
            raise Invalid("shifts_overlap", fields={"shifts": [twice]})
        for day in {s.date for s in shifts if s.kind == kind and s.date is not None}:
            if overlapping((0, s.starts, s.ends) for s in shifts if s.kind == kind and s.date == day):
                raise Invalid("shifts_overlap", fields={"shifts": [f"Two of these overlap on {day}."]})
    _breaks_within_work(shifts)
    take_turn(f"shifts:{center_id}:{person_id}")
    there = Shift.objects.filter(center_id=center_id, person_id=person_id)
    if replaces is not None and set(there.values_list("id", flat=True)) != set(replaces):
        raise Stale()
    there.delete()
    made = [
        Shift.objects.create(
            center_id=center_id,
            person_id=person_id,
            kind=shift.kind,
            weekday=shift.weekday,
            date=shift.date,
            starts=shift.starts,
            ends=shift.ends,
        )
        for shift in shifts
    ]
    capacity_changed(center_id, actor)
    return made


@command
def add_absence(
    *,
    actor: Actor,
    center_id: UUID,
    person_id: UUID,
    starts_at: datetime,
    ends_at: datetime,
    kind: str = Absence.Kind.LEAVE,
    note: str = "",
) -> Absence:
    """Note that somebody who works at a centre is away for a period, wherever they work."""
    administered_center(actor, center_id)
    _works_at(person_id, center_id)
    if ends_at <= starts_at:
        raise Invalid("absence_invalid", fields={"ends_at": ["An absence ends after it begins."]})
    if ends_at <= now():
        raise Invalid("absence_over", fields={"ends_at": ["This absence is over. Choose one to come."]})
    absence = Absence.objects.create(
        person_id=person_id, kind=kind, starts_at=starts_at, ends_at=ends_at, note=note.strip()
    )
    works_otherwise(person_id, actor)
    return absence


@command
def remove_absence(*, actor: Actor, absence_id: UUID) -> None:
    """Take an absence back; raise NotFound for who does not work where one administers."""
    absence = Absence.objects.filter(pk=absence_id).first()
    if absence is None or not _may_plan(actor, absence.person_id):
        raise NotFound()
    absence.delete()
    works_otherwise(absence.person_id, actor)


def _breaks_within_work(shifts: Sequence[ShiftSpan]) -> None:
    """Raise Invalid for a break outside of the work of its day, where some work is said for that day."""
    work: dict[tuple[int | None, dt.date | None], list[tuple[int, int]]] = defaultdict(list)
    for shift in shifts:
        if shift.kind == Shift.Kind.WORK:
            work[shift.weekday, shift.date].append(_minutes(shift))
    for shift in shifts:
        spans = work.get((shift.weekday, shift.date))
        if shift.kind == Shift.Kind.WORK or not spans:
            continue
        starts, ends = _minutes(shift)
        # What goes on after midnight is the evening's.
        laps = [(starts, ends), (starts + DAY_MINUTES, ends + DAY_MINUTES)]
        if not any(begins <= lap[0] and lap[1] <= over for begins, over in spans for lap in laps):
            said = f"The break from {shift.starts:%H:%M} to {shift.ends:%H:%M} lies outside of the work of its day."
            raise Invalid("break_outside_work", fields={"shifts": [said]})


def _minutes(shift: ShiftSpan) -> tuple[int, int]:
    """Return when a shift begins and ends, in minutes of its day; the end may lie after midnight."""
    starts, ends = (60 * at.hour + at.minute for at in (shift.starts, shift.ends))
    return starts, ends if ends > starts else ends + DAY_MINUTES


def administered_center(actor: Actor, center_id: UUID) -> ServiceCenter:
    """Lock a centre that one administers; raise NotFound."""
    center = ServiceCenter.objects.select_for_update(no_key=True).filter(pk=center_id).first()
    if center is None or not (actor.kind == "system" or actor.holds(center_id, "admin")):
        raise NotFound()
    return center


def capacity_changed(center_id: UUID, actor: Actor, **made: Any) -> None:
    """Tell that what can be booked at a centre is something else now.

    `made` says what has which version by this, so that a rival is told who was first.
    """
    center = str(center_id)
    data = {"center_id": center, **made}
    record(CapacityChanged(stream=f"center:{center}", subject=f"center:{center}", data=data), actor=actor)


def works_otherwise(person_id: UUID, actor: Actor) -> None:
    """Tell, at every centre where somebody works, that what can be booked there is something else now."""
    held = Membership.objects.filter(user_id=person_id, role__in=WORKING, ended_at__isnull=True)
    for center_id in sorted(set(_centers(held))):
        capacity_changed(center_id, actor)


def _exists(center: ServiceCenter, day: dt.date, span: WallSpan) -> None:
    """Raise Invalid for a time that the clocks of that day leave out, so that it would open for no time at all."""
    low, high = wall_span(center.time_zone, day, *span)
    if high <= low:
        raise Invalid(
            "missing_hour",
            f"The clocks go forward on {day}: these hours do not exist then.",
            next="Choose hours before or after the change.",
            fields={"spans": ["These hours do not exist on that day."]},
        )


def _works_at(person_id: UUID, center_id: UUID) -> None:
    held = Membership.objects.filter(
        user_id=person_id, center_id=center_id, role__in=WORKING, ended_at__isnull=True
    )
    if not held.exists():
        raise NotFound("person_not_found", "Nobody of that id works at this centre.")


def _may_plan(actor: Actor, person_id: UUID) -> bool:
    held = Membership.objects.filter(user_id=person_id, role__in=WORKING, ended_at__isnull=True)
    return any(actor.holds(center_id, "admin") for center_id in _centers(held))


def _centers(held: QuerySet[Membership]) -> list[UUID]:
    return [id for id in held.values_list("center_id", flat=True) if id is not None]
