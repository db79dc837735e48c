"""Visits to come that cannot be served as they are booked: the centre is closed then, their technician away, or what
they take out of use.
"""

from collections import defaultdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce

from workshop.centers.models import ServiceCenter
from workshop.kernel.clock import now

from .candidates import fitting_technicians
from .exact import why_not
from .facts import facts_of
from .models import Appointment, ResourceBooking
from .plan import Plan, plan_of
from .services.visit import visit_at
from .shapes import appointment_view

AHEAD = timedelta(days=60)
NAME = Coalesce("resource__bay__name", "resource__name")
"""A bay may be renamed after it became a resource."""


def unserved(center_id: UUID) -> list[dict[str, Any]]:
    """Return `[{appointment, reasons: [{code, text}]}]` of the next 60 days, the soonest first, for the desk."""
    center = ServiceCenter.objects.get(pk=center_id)
    at = now()
    rows = Appointment.objects.filter(
        center_id=center_id,
        status__in=["confirmed", "proposed"],
        scheduled_start__gt=at,
        scheduled_start__lt=at + AHEAD,
    )
    found = list(
        rows.select_related("center")
        .prefetch_related("services__service", "transports")
        .order_by("scheduled_start", "id")
    )
    if not found:
        return []
    plan = plan_of(center, at, at + AHEAD)
    retired = _retired(found)
    listed = []
    for appointment in found:
        if reasons := _reasons(plan, appointment) + retired.get(appointment.id, []):
            view = appointment_view(facts_of(appointment), "desk")
            listed.append({"appointment": view, "reasons": reasons})
    return listed


def _retired(appointments: list[Appointment]) -> dict[UUID, list[dict[str, str]]]:
    """Return, by appointment, what it takes of bays, tools and loaners that are out of use."""
    bookings = ResourceBooking.objects.filter(
        Q(resource__is_active=False) | Q(resource__bay__is_active=False),
        appointment__in=appointments,
        state=ResourceBooking.State.ACTIVE,
        resource__kind__in=["bay", "tool", "loaner"],
    )
    found: dict[UUID, list[dict[str, str]]] = defaultdict(list)
    # A tool is taken in several pieces by a service that waits in between.
    for name, id in dict.fromkeys(bookings.values_list(NAME, "appointment_id").order_by(NAME)):
        found[id].append({"code": "out_of_use", "text": f"{name} is out of use."})
    return found


def _reasons(plan: Plan, appointment: Appointment) -> list[dict[str, str]]:
    lines = sorted(appointment.services.all(), key=lambda line: line.position)
    services = [(line.service, line.quantity, line.duration) for line in lines]
    visit = visit_at(appointment.center, services, appointment.scheduled_start, duration=appointment.duration)
    reasons = []
    if not plan.hours.is_open(visit.start, visit.end):
        reasons.append({"code": "closed", "text": f"{appointment.center.name} is closed then."})
    technician = next(
        (
            row
            for row in plan.candidates
            if row.kind == "technician" and row.person_id == appointment.technician_id
        ),
        None,
    )
    if technician is None:
        name = (appointment.technician_card or {}).get("name", "")
        reasons.append({"code": "gone", "text": f"{name} does not work here any more."})
        return reasons
    code, text = why_not(plan, technician, visit.layout.work, visit.start)
    if code and not (reasons and code == "off_shift"):
        reasons.append({"code": code, "text": text})
    if not fitting_technicians([technician], visit.wanted.services, plan.hours.day(visit.start)):
        text = f"{technician.name} holds no certificate in date for it then."
        reasons.append({"code": "not_certified", "text": text})
    return reasons
