"""The drives of one driver at a centre, and the windows in which a visit's vehicle can be collected and returned."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from workshop.centers.hours import local_day
from workshop.centers.models import CustomerProfile, ServiceCenter
from workshop.centers.shapes import center_card
from workshop.events.log import heads
from workshop.kernel import clock
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound

from .due import REACH
from .facts import facts_of, transport_facts
from .models import Appointment, VehicleTransport
from .plan import plan_of
from .rules import rules_of
from .shapes import trip_view
from .windows import windows

OFFERED = ("confirmed", "held", "checked_in", "fulfilled")
"""The states of a visit for which windows are looked up."""


def trips_document(actor: Actor, center_id: UUID) -> dict[str, Any]:
    """Return one's own drives at a centre, those to come and today's; raise NotFound for who does not drive there."""
    center = ServiceCenter.objects.filter(pk=center_id, status="approved", is_active=True).first()
    if center is None or actor.id is None or not actor.drives(center_id):
        raise NotFound()
    seq = heads([f"center:{center_id}"])[f"center:{center_id}"]
    today, _ = local_day(center.time_zone, clock.now())
    rows = _own(actor).filter(
        Q(status__in=["planned", "under_way"]) | Q(status__in=["done", "failed"], ended_at__gte=today),
        appointment__center_id=center_id,
    )
    return {
        "topic": f"center.{center_id}.trips.{actor.id}",
        "seq": seq,
        "clock": clock.reading(),
        "center": center_card(center),
        "trips": [_shown(row) for row in rows.order_by("window_start", "id")],
    }


def trip_now(actor: Actor, transport_id: UUID) -> dict[str, Any] | None:
    """Return a drive as its driver sees it now; None when it is not theirs."""
    row = _own(actor).filter(pk=transport_id).first()
    return None if row is None else _shown(row)


def trip_of(actor: Actor, *, appointment_id: UUID) -> list[dict[str, Any]]:
    """Return one's own drives for an appointment, the latest last."""
    return [_shown(row) for row in _own(actor).filter(appointment_id=appointment_id).order_by("id")]


def _own(actor: Actor) -> QuerySet[VehicleTransport]:
    rows = VehicleTransport.objects.filter(driver_id=actor.person_id).exclude(status="cancelled")
    return rows.select_related("appointment__center").prefetch_related(
        "appointment__services", "appointment__transports"
    )


def _shown(row: VehicleTransport) -> dict[str, Any]:
    return trip_view(facts_of(row.appointment), transport_facts(row.appointment, row))


def windows_of(appointment: Appointment, *, desk: bool) -> dict[str, Any]:
    """Return when a visit's vehicle can be collected and returned: the beginnings of windows with a driver free.

    Of `minutes` each, from `not_before` on, up to three days from the visit; with the address that is known of its
    customer. `too_late` says that no window ends before the visit any more, however many drivers were free.
    """
    center, rules = appointment.center, rules_of(appointment.center_id)
    earliest = clock.now() + timedelta(minutes=0 if desk else rules.lead_time)
    found: dict[str, list[str]] = {"collect": [], "return": []}
    if (desk or rules.offers_collection) and appointment.status in OFFERED:
        begins = appointment.scheduled_start
        ends = max(appointment.scheduled_end, appointment.estimated_completion or appointment.scheduled_end)
        plan = plan_of(center, begins - REACH, ends + REACH, taken=True, besides=appointment.id)
        spans = {
            "collect": (max(begins - REACH, earliest), begins),
            "return": (max(ends, earliest), ends + REACH + timedelta(minutes=rules.collection_window)),
        }
        for way, (low, high) in spans.items():
            starts = windows(plan, low, high, rules.collection_window)
            found[way] = [start.isoformat() for start in starts]
    address, postcode = _known_address(appointment)
    return {
        "offered": desk or rules.offers_collection,
        "minutes": rules.collection_window,
        "not_before": earliest.isoformat(),
        "too_late": earliest + timedelta(minutes=rules.collection_window) > appointment.scheduled_start,
        "zone": center.time_zone,
        "needs_postcode": center.service_areas.exists(),
        "address": address,
        "postcode": postcode,
        **found,
    }


def _known_address(appointment: Appointment) -> tuple[str, str]:
    """Return where the customer was driven to last, else the address of their profile."""
    if appointment.customer_id is None:
        return "", ""
    last = VehicleTransport.objects.filter(appointment__customer_id=appointment.customer_id)
    if (row := last.order_by("-id").first()) is not None:
        return row.address, row.postcode
    profile = CustomerProfile.objects.filter(user_id=appointment.customer_id).first()
    return (profile.address if profile else ""), ""
