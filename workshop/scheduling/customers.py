"""The live documents about a customer: the file that a centre's desk keeps, and what customers see of themselves."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from workshop.centers.cards import cards_at_desk
from workshop.centers.selectors import open_to_all, technicians_of
from workshop.centers.shapes import center_card, patron_card, technician_shape
from workshop.events.log import heads
from workshop.kernel import clock
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound
from workshop.vehicles.selectors import history_of, of_customer_at
from workshop.vehicles.selectors import owned_by as vehicles_of
from workshop.vehicles.shapes import record_view, vehicle_view

from .facts import facts_of
from .models import Appointment
from .selectors import listed, somebodys
from .shapes import appointment_view

MOST_VISITS = 200
MOST_RECORDS = 500
TO_COME = ("held", "requested", "proposed", "confirmed", "checked_in")


def customer_file(actor: Actor, person_id: UUID, center_id: UUID) -> dict[str, Any]:
    """Return a centre's card of a customer with their vehicles and latest visits there, and what can be preferred.

    Raises NotFound for no customer of a centre at whose desk one works.
    """
    stream = f"center:{center_id}"
    seq = heads([stream])[stream]
    card = (
        cards_at_desk(actor).select_related("center").filter(person_id=person_id, center_id=center_id).first()
    )
    if card is None:
        raise NotFound()
    visits = somebodys().filter(customer_id=person_id, center_id=center_id)
    return {
        "topic": f"center.{center_id}.customer.{person_id}",
        "seq": seq,
        "clock": clock.reading(),
        "center": center_card(card.center),
        "customer": patron_card(card),
        "vehicles": [vehicle_view(vehicle) for vehicle in of_customer_at(person_id, center_id)],
        "appointments": _latest(visits, "desk"),
        "technicians": [technician_shape(profile) for profile in technicians_of(center_id)],
        "centers": [
            {"id": str(id), "name": name}
            for id, name in open_to_all().order_by("name").values_list("id", "name")
        ],
        "languages": [{"code": code, "name": name} for code, name in settings.LANGUAGES],
    }


def garage(actor: Actor) -> dict[str, Any]:
    """Return one's own vehicles in use, what was done to them, and one's latest visits, newest first."""
    person_id = actor.person_id
    stream = f"person:{person_id}"
    seq = heads([stream])[stream]
    records = history_of(person_id).order_by("-service_date", "-id")[:MOST_RECORDS]
    return {
        "topic": "me",
        "seq": seq,
        "clock": clock.reading(),
        "vehicles": [vehicle_view(vehicle) for vehicle in vehicles_of(person_id).order_by("id")],
        "records": [record_view(row) for row in records],
        "appointments": _latest(somebodys().filter(customer_id=person_id), "customer"),
    }


def counted(person_id: UUID, center_ids: Iterable[UUID]) -> dict[str, int]:
    """Return how many visits of a customer to these centres are to come, are over, and were missed."""
    visits = somebodys().filter(customer_id=person_id, center_id__in=center_ids)
    found: dict[str, int] = visits.aggregate(
        to_come=Count("id", filter=Q(status__in=TO_COME)),
        past=Count("id", filter=Q(status="fulfilled")),
        no_shows=Count("id", filter=Q(status="no_show")),
    )
    return found


def _latest(visits: QuerySet[Appointment], audience: str) -> list[dict[str, Any]]:
    found = listed(visits).order_by("-scheduled_start", "-id")[:MOST_VISITS]
    return [appointment_view(facts_of(appointment), audience) for appointment in found]
