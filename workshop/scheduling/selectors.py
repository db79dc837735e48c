"""Reads of appointments and of what is free: every read of a thing starts from `visible_to`."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from workshop.files.selectors import attached_to
from workshop.files.shapes import file_shape
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import NotFound

from .facts import facts_of
from .models import Appointment, VehicleTransport
from .shapes import appointment_view


def somebodys() -> QuerySet[Appointment]:
    """Return the appointments of somebody with a vehicle."""
    return Appointment.objects.filter(vehicle__isnull=False)


def visible_to(actor: Actor) -> QuerySet[Appointment]:
    """Return the appointments an actor may see: the desk its centre's, technicians their work, customers theirs.

    What is held for no vehicle yet is none: only `held_by` finds it.
    """
    rows = somebodys()
    if actor.kind == "system" or actor.runs_network:
        return rows
    if actor.kind == "link":
        return rows.filter(pk__in=[s.removeprefix("visit:") for s in actor.scopes if s.startswith("visit:")])
    if actor.kind != "person":
        return rows.none()
    return rows.filter(Q(customer_id=actor.id) | _at_work(actor))


def worked_on_by(actor: Actor) -> QuerySet[Appointment]:
    """Return the appointments an actor sees by their work: the desk its centre's, technicians those given to them."""
    rows = somebodys()
    return rows if actor.runs_network else rows.filter(_at_work(actor))


def administered_by(actor: Actor) -> QuerySet[Appointment]:
    """Return the appointments of the centres that an actor administers."""
    rows = somebodys()
    return rows if actor.runs_network else rows.filter(center_id__in=actor.centers("admin"))


def _at_work(actor: Actor) -> Q:
    return Q(center_id__in=actor.centers("staff", "admin")) | Q(
        center_id__in=actor.centers("technician"), technician_id=actor.id
    )


def owned_by(actor: Actor) -> QuerySet[Appointment]:
    """Return one's own appointments, or the one that a visit link opens, whatever else one may see."""
    rows = visible_to(actor)
    return rows if actor.kind == "link" else rows.filter(customer_id=actor.id, customer_id__isnull=False)


def listed(rows: QuerySet[Appointment]) -> QuerySet[Appointment]:
    """Return what a list of visits shows, read with what their views name.

    What was only ever held, and is not any more, was no visit.
    """
    visits = rows.exclude(number="", status__in=("expired", "cancelled"))
    return visits.select_related("center").prefetch_related("services", "transports")


def transports_visible_to(actor: Actor) -> QuerySet[VehicleTransport]:
    """Return the transports of the appointments that an actor may see, and those that they drive for a centre."""
    of_visits = transports_of(visible_to(actor))
    return of_visits if actor.kind != "person" else of_visits | driven_by(actor)


def transports_of(appointments: QuerySet[Appointment]) -> QuerySet[VehicleTransport]:
    """Return the transports of these appointments."""
    return VehicleTransport.objects.filter(appointment__in=appointments.order_by())


def driven_by(actor: Actor) -> QuerySet[VehicleTransport]:
    """Return the transports that a person drives for the centres where they drive."""
    centers = [held.center_id for held in actor.roles if held.center_id and actor.drives(held.center_id)]
    return VehicleTransport.objects.filter(driver_id=actor.id, appointment__center_id__in=centers)


def audience_of(actor: Actor, appointment: Appointment) -> str:
    """Return as what an actor who may see the appointment sees it."""
    if actor.at_desk(appointment.center_id):
        return "desk"
    if actor.id != appointment.customer_id and actor.holds(appointment.center_id, "technician"):
        return "technician"
    return "customer"


def topic_of_appointment(actor: Actor, appointment_id: UUID) -> tuple[str, str] | None:
    """Return the stream of an appointment's topic and the actor's audience on it; None when they may not see it."""
    row = visible_to(actor).filter(pk=appointment_id).only("id", "center_id", "customer_id").first()
    return None if row is None else (f"center:{row.center_id}", audience_of(actor, row))


def held_by(actor: Actor, visitor: str, appointment_id: UUID) -> Appointment:
    """Return what an actor or a browser without an account holds or held; raise NotFound for anything else."""
    rows = Appointment.objects.select_related("center").filter(pk=appointment_id)
    in_this_browser = Q(visitor=visitor) & ~Q(visitor="")
    if actor.kind == "person":
        rows = rows.filter(Q(customer_id=actor.id) | in_this_browser & Q(customer=None))
    else:
        rows = rows.filter(in_this_browser)
    if (found := rows.first()) is None:
        raise NotFound()
    return found


def holds_of(actor: Actor, visitor: str) -> QuerySet[Appointment]:
    """Return what a person or a browser holds now and lets go by choosing another time.

    Who signed in midway also holds what their browser held before; an offer to who waited stays beside it.
    """
    held = Appointment.objects.filter(status="held", held_until__gt=real_now(), waiting_entries=None)
    # Whom nobody knows holds nothing, and nobody has to be asked.
    mine = Q(visitor=visitor, customer=None) if visitor else Q(pk__in=[])
    return held.filter(mine | Q(customer_id=actor.id) if actor.kind == "person" else mine)


def photos_of(appointment_id: UUID) -> list[dict[str, Any]]:
    """Return the pictures of a request, for who may see it; their links end."""
    return [file_shape(file) for file in attached_to(f"appointment:{appointment_id}")]


def photos_of_transport(transports: QuerySet[VehicleTransport], transport_id: UUID) -> list[dict[str, Any]]:
    """Return the pictures of a hand-over, if it is among the transports; raise NotFound."""
    if not transports.filter(pk=transport_id).exists():
        raise NotFound()
    return [file_shape(file) for file in attached_to(f"transport:{transport_id}")]


def view(appointment: Appointment, actor: Actor) -> dict[str, Any]:
    """Return an appointment as an actor who may see it sees it."""
    return appointment_view(appointment.told or facts_of(appointment), audience_of(actor, appointment))


def appointment_now(actor: Actor, appointment_id: UUID) -> dict[str, Any] | None:
    """Return an appointment as the actor sees it now; None when they do not."""
    row = visible_to(actor).select_related("center").filter(pk=appointment_id).first()
    return None if row is None else view(row, actor)


def views(appointments: Iterable[Appointment], actor: Actor) -> list[dict[str, Any]]:
    """Return appointments as the actor sees each; centre and services should be read with them."""
    return [view(appointment, actor) for appointment in appointments]


def arriving(center_id: UUID, audience: str, *, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """Return the confirmed appointments of a period whose vehicles have not arrived."""
    rows = Appointment.objects.filter(
        center_id=center_id, status="confirmed", scheduled_start__gte=start, scheduled_start__lt=end
    )
    found = (
        rows.select_related("center")
        .prefetch_related("services", "transports")
        .order_by("scheduled_start", "id")
    )
    return [appointment_view(facts_of(appointment), audience) for appointment in found]
