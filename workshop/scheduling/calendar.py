"""The desk's calendar: some days of a centre with its bays, its technicians' hours and every appointment in them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from workshop.centers.hours import DAY, midnight
from workshop.centers.models import ServiceCenter
from workshop.centers.selectors import bays_of, technicians_of
from workshop.centers.shapes import bay_shape, center_card, initials, technician_shape
from workshop.centers.spans import Minutes, moment_of, without
from workshop.events.log import heads
from workshop.kernel import clock
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Invalid, NotFound

from .candidates import Candidate, of_kind
from .days import ON_CALENDAR
from .facts import facts_of
from .line import line_of
from .models import Appointment, VehicleTransport
from .plan import Plan, plan_of
from .services.overrun import IN_CONFLICT
from .shapes import appointment_view

MOST_DAYS = 14


def calendar_document(
    actor: Actor, center_id: UUID, first: date | None = None, last: date | None = None
) -> dict[str, Any]:
    """Return the days from one to another, today unless told otherwise, with all that is to be placed.

    That is, of any day, the open requests, the visits in conflict and the waiting list.

    Raises NotFound for a centre at whose desk one is not, and Invalid for more than two weeks.
    """
    center = ServiceCenter.objects.filter(pk=center_id, status="approved", is_active=True).first()
    if center is None or not actor.at_desk(center_id):
        raise NotFound()
    seq = heads([f"center:{center_id}"])[f"center:{center_id}"]
    first = first or clock.now().astimezone(ZoneInfo(center.time_zone)).date()
    last = last or first
    if not 0 <= (last - first).days < MOST_DAYS:
        raise Invalid("too_many_days", fields={"to": [f"Choose 1 to {MOST_DAYS} days."]})
    low, high = midnight(center.time_zone, first), midnight(center.time_zone, last + DAY)
    plan = plan_of(center, moment_of(low), moment_of(high) - timedelta(minutes=1))
    people = {row.person_id: row for row in of_kind(plan.candidates, "technician")}
    drivers = of_kind(plan.candidates, "driver")
    within = Q(scheduled_start__lt=moment_of(high), scheduled_end__gt=moment_of(low))
    driven = VehicleTransport.objects.filter(
        window_start__lt=moment_of(high), window_end__gt=moment_of(low), appointment__center_id=center_id
    ).exclude(status="cancelled")
    within |= Q(pk__in=driven.values("appointment_id"))
    rows = Appointment.objects.filter(
        within | Q(status="requested") | IN_CONFLICT, center_id=center_id, status__in=ON_CALENDAR
    )
    found = (
        rows.select_related("center")
        .prefetch_related("services", "transports")
        .order_by("scheduled_start", "id")
    )
    return {
        "topic": f"center.{center_id}.calendar",
        "seq": seq,
        "clock": clock.reading(),
        "center": center_card(center),
        "first": first.isoformat(),
        "last": last.isoformat(),
        "slot_step": plan.rules.slot_step,
        "opening": _spans(plan.opening, low, high),
        "days": _days(plan, first, last),
        "bays": [bay_shape(bay) for bay in bays_of(center_id)],
        "technicians": [
            {
                **technician_shape(profile),
                "skills": list(profile.skills),
                **_hours(plan, people.get(profile.user_id), low, high),
            }
            for profile in technicians_of(center_id)
        ],
        "drivers": [
            {
                "id": str(row.person_id),
                "name": row.name,
                "initials": initials(row.name),
                **_hours(plan, row, low, high),
            }
            for row in drivers
        ],
        "appointments": [appointment_view(facts_of(appointment), "desk") for appointment in found],
        "waiting": line_of(center_id),
    }


def _days(plan: Plan, first: date, last: date) -> list[dict[str, Any]]:
    """Return of each day whether the centre opens on it, and the reason of its exception."""
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    rule, reasons = plan.hours.rule, plan.hours.reasons
    return [
        {"date": day.isoformat(), "open": bool(rule.on(day)), "reason": reasons.get(day, "")} for day in days
    ]


def _hours(plan: Plan, technician: Candidate | None, low: int, high: int) -> dict[str, Any]:
    """Return when a technician or driver works while the centre is open, has a break then, and is away.

    Neither for who cannot be booked. A shift goes on in the roster on a day on which the centre is closed, and nobody
    works it.
    """
    if technician is None:
        return {"work": [], "breaks": [], "away": []}
    roster = plan.rosters.get(technician.person_id) if technician.person_id else None
    breaks_in, breaks_out = plan.at_work(technician)
    breaks = without(breaks_in, breaks_out)
    closed = without([(low, high)], plan.opening)
    return {
        "work": _spans(without(breaks_in, closed), low, high),
        "breaks": _spans(without(breaks, closed), low, high),
        "away": _spans(list(roster.absences) if roster else [], low, high),
    }


def _spans(spans: list[Minutes], low: int, high: int) -> list[dict[str, str]]:
    return [
        {"start": moment_of(max(start, low)).isoformat(), "end": moment_of(min(end, high)).isoformat()}
        for start, end in spans
        if start < high and end > low
    ]
