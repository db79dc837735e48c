"""The waiting list: joining it, booking what is offered, waiting on, and leaving."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from workshop.centers.hours import DAY, midnight
from workshop.centers.models import ServiceCenter
from workshop.centers.services import note_patronage
from workshop.centers.spans import moment_of
from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import SYSTEM, Actor
from workshop.kernel.clock import now, real_now
from workshop.kernel.errors import Conflict, Invalid, NotFound, Stale
from workshop.vehicles.selectors import lock_vehicle_of_customer
from workshop.vehicles.services import note_at_center
from workshop.vehicles.shapes import vehicle_card

from ..candidates import fitting_bays, skilled_technicians
from ..events import WaitingExpired, WaitingListJoined, WaitingListLeft, about_waiting
from ..line import OPEN, visible_to
from ..models import Appointment, WaitingEntry
from ..plan import plan_of
from ..waiting import waiting_facts
from ..workflow import WAITING
from .allocate import lacking
from .at_desk import party_at_desk
from .confirm import agreed
from .draft import vehicle_is_free
from .entry import moved
from .order import Line, Order, order
from .party import NewCustomer
from .release import release_hold
from .visit import visit_at


@command
def join_waiting_list(
    *,
    actor: Actor,
    center_id: UUID,
    vehicle_id: UUID,
    lines: Sequence[Line],
    from_date: date,
    to_date: date,
    day_from: time | None = None,
    day_until: time | None = None,
) -> WaitingEntry:
    """Wait for a slot that becomes free on one of the local days, perhaps only one that begins in a part of them.

    Raises NotFound, Conflict `already_waiting` for a vehicle that waits at this centre, what `services_asked` raises,
    and Invalid for days that are over, too far, closed or not in order.
    """
    return _join(
        actor, actor.person_id, center_id, vehicle_id, lines, from_date, to_date, day_from, day_until
    )


@command
def join_at_desk(
    *,
    actor: Actor,
    center_id: UUID,
    customer: UUID | NewCustomer,
    vehicle: UUID | Mapping[str, Any],
    lines: Sequence[Line],
    from_date: date,
    to_date: date,
    day_from: time | None = None,
    day_until: time | None = None,
) -> WaitingEntry:
    """Let a customer wait, known or new, who calls or stands at the desk; raise what `book_at_desk` raises besides."""
    customer_id, vehicle_id = party_at_desk(actor, center_id, customer, vehicle)
    return _join(actor, customer_id, center_id, vehicle_id, lines, from_date, to_date, day_from, day_until)


@command
def book_offer(*, actor: Actor, entry_id: UUID, version: int | None = None) -> WaitingEntry:
    """Make a visit of what is offered, as the customer or the desk.

    Raises Conflict `offer_over` once its time has run out, and `vehicle_busy`; IllegalTransition when nothing is
    offered.
    """
    entry, held = _find(actor, entry_id, version)
    WAITING.find("book", entry.status)
    if held is None or held.held_until is None or held.held_until <= real_now():
        raise Conflict(
            "offer_over",
            "This time is no longer held.",
            next="It goes to the next in line. The place in the list is kept.",
        )
    if lock_vehicle_of_customer(entry.vehicle_id, entry.customer_id) is None:
        raise NotFound("vehicle_not_found", "This vehicle is not the customer's any more.")
    vehicle_is_free(held)
    agreed(held, actor)
    return _read(entry.id)


@command
def wait_on(*, actor: Actor, entry_id: UUID, version: int | None = None) -> WaitingEntry:
    """Let pass what is offered and keep the place; it goes to the next in line, and is not offered here again."""
    entry, held = _find(actor, entry_id, version)
    WAITING.find("wait_on", entry.status)
    if held is not None:
        release_hold(held, actor)
    return _read(entry.id)


@command
def leave_waiting_list(*, actor: Actor, entry_id: UUID, version: int | None = None) -> WaitingEntry:
    """Wait no more; what is offered goes to the next in line."""
    entry, held = _find(actor, entry_id, version)
    entry.status = WAITING.find("leave", entry.status).target
    entry.appointment = None
    moved(entry, WaitingListLeft, actor)
    if held is not None:
        release_hold(held, actor)
    return entry


@command
def expire_waiting(*, entry_id: UUID) -> bool:
    """Let somebody wait no more whose days are over; say whether they were."""
    rows = WaitingEntry.objects.select_for_update(no_key=True, of=("self",), skip_locked=True)
    entry = rows.select_related("center").filter(pk=entry_id, status="waiting").first()
    if entry is None or entry.to_date >= today_at(entry.center):
        return False
    entry.status = WAITING.find("expire", entry.status).target
    moved(entry, WaitingExpired, SYSTEM)
    return True


def today_at(center: ServiceCenter) -> date:
    """Return the day that it is at a centre."""
    return now().astimezone(ZoneInfo(center.time_zone)).date()


def _join(
    actor: Actor,
    customer_id: UUID,
    center_id: UUID,
    vehicle_id: UUID,
    lines: Sequence[Line],
    from_date: date,
    to_date: date,
    day_from: time | None,
    day_until: time | None,
) -> WaitingEntry:
    wanted = order(center_id=center_id, customer_id=customer_id, vehicle_id=vehicle_id, lines=lines)
    center, vehicle = wanted.center, wanted.vehicle
    _in_order(center, from_date, to_date, day_from, day_until)
    services = _servable(wanted, from_date, to_date)
    if WaitingEntry.objects.filter(center=center, vehicle=vehicle, status__in=OPEN).exists():
        raise Conflict(
            "already_waiting",
            "This vehicle is on the waiting list here already.",
            next="Leave the list first to wait for something else.",
        )
    entry = WaitingEntry(
        center=center,
        customer_id=customer_id,
        vehicle=vehicle,
        customer_card=wanted.customer_card,
        vehicle_card=vehicle_card(vehicle),
        services=services,
        from_date=from_date,
        to_date=to_date,
        day_from=day_from,
        day_until=day_until,
        status=WAITING.states[0],
    )
    entry.save()
    note_patronage(person_id=customer_id, center_id=center_id)
    note_at_center(vehicle_id=vehicle_id, center_id=center_id)
    for event in about_waiting(WaitingListJoined, waiting_facts(entry)):
        record(event, actor=actor)
    return entry


def _in_order(
    center: ServiceCenter, from_date: date, to_date: date, day_from: time | None, day_until: time | None
) -> None:
    wrong: dict[str, list[str]] = {}
    if from_date < today_at(center):
        wrong["from_date"] = ["Choose today or a later day."]
    elif to_date < from_date:
        wrong["to_date"] = ["Choose the first day or a later one."]
    if day_from is not None and day_until is not None and day_until <= day_from:
        wrong["day_until"] = ["Choose a later time than the part of the day begins at."]
    if wrong:
        raise Invalid(
            "waiting_days_invalid",
            "Nothing can become free then.",
            next="Choose other days or another part of the day.",
            fields=wrong,
        )


def _servable(ordered: Order, from_date: date, to_date: date) -> list[dict[str, Any]]:
    """Return the services as an entry keeps them; raise for what could never be offered on these days."""
    center, services = ordered.center, ordered.services
    wanted = visit_at(center, services, now()).wanted
    begins = moment_of(midnight(center.time_zone, from_date))
    plan = plan_of(center, begins, begins + DAY, opening=ordered.opening)
    if to_date >= today_at(center) + timedelta(days=plan.rules.horizon_days):
        raise Invalid(
            "too_far",
            f"{center.name} takes bookings {plan.rules.horizon_days} days ahead.",
            next="Choose nearer days.",
            fields={"to_date": ["This is too far ahead."]},
        )
    if not plan.hours.spans(from_date, to_date):
        raise Invalid(
            "outside_opening_hours",
            f"{center.name} is closed on these days.",
            next="Choose other days.",
            fields={"from_date": ["The centre is closed then."]},
        )
    if not fitting_bays(plan.candidates, wanted.services):
        raise lacking("bay", "No bay of this centre can do all of these services.")
    if not skilled_technicians(plan.candidates, wanted.services):
        raise lacking("technician", "No technician of this centre can do all of these services.")
    return [
        {"service_id": str(service.id), "quantity": quantity, "name": service.name}
        for service, quantity, _ in services
    ]


def _find(actor: Actor, entry_id: UUID, version: int | None) -> tuple[WaitingEntry, Appointment | None]:
    """Lock an entry that the actor may see, and before it what is offered with it, as everywhere.

    Raises NotFound, and Stale when it is not at the version seen or was offered something just now.
    """
    seen = visible_to(actor).filter(pk=entry_id).values_list("appointment_id", "status").first()
    if seen is None:
        raise NotFound()
    appointment_id, status = seen
    held = None
    if status == "offered":
        locked = Appointment.objects.select_for_update(no_key=True, of=("self",)).select_related("center")
        held = locked.get(pk=appointment_id)
    entry = _read(entry_id, lock=True)
    if version is not None and entry.version != version:
        raise Stale(version_now=entry.version)
    if entry.status == "offered" and (held is None or entry.appointment_id != held.id):
        raise Stale(version_now=entry.version)
    return entry, held if entry.status == "offered" else None


def _read(entry_id: UUID, *, lock: bool = False) -> WaitingEntry:
    rows = WaitingEntry.objects.select_related("center", "appointment")
    if lock:
        rows = rows.select_for_update(no_key=True, of=("self",))
    return rows.get(pk=entry_id)
