"""Who stands or calls at the desk: a card is made of them, and a visit booked, for who is known or new."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from workshop.centers.models import Patronage
from workshop.centers.selectors import is_patron
from workshop.centers.services import admit_customer
from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, NotFound, within
from workshop.vehicles.services import add_vehicle

from ..models import Appointment
from .book import book
from .order import Line
from .party import NewCustomer
from .trips import Trip


@command
def admit_with_vehicle(
    *, actor: Actor, center_id: UUID, vehicle: Mapping[str, Any] | None = None, **customer: Any
) -> Patronage:
    """Make a card of somebody new at a centre, perhaps with a first vehicle; raise what both raise."""
    card = admit_customer(actor=actor, center_id=center_id, **customer)
    if vehicle is not None:
        with within("vehicle"):
            add_vehicle(actor=actor, owner_id=card.person_id, center_id=center_id, **vehicle)
    return card


@command
def book_at_desk(
    *,
    actor: Actor,
    center_id: UUID,
    customer: UUID | NewCustomer,
    vehicle: UUID | Mapping[str, Any],
    lines: Sequence[Line],
    start: datetime | None = None,
    notes: str = "",
    bay_id: UUID | None = None,
    technician_id: UUID | None = None,
    duration: int | None = None,
    wants_loaner: bool = False,
    transports: Sequence[Trip] = (),
) -> Appointment:
    """Book for a customer, known or new, with a vehicle, known or new (its fields); without a start for now.

    Raises NotFound for a centre at whose desk one is not and for who is no customer of it, and what `book`,
    `add_vehicle` and `admit_customer` raise.
    """
    customer_id, vehicle_id = party_at_desk(actor, center_id, customer, vehicle)
    try:
        return book(
            actor=actor,
            center_id=center_id,
            customer_id=customer_id,
            vehicle_id=vehicle_id,
            lines=lines,
            start=start or now(),
            notes=notes,
            bay_id=bay_id,
            technician_id=technician_id,
            duration=duration,
            wants_loaner=wants_loaner,
            transports=transports,
        )
    except Conflict as taken:
        if start is None and taken.code == "slot_taken":
            taken.detail = "No bay with its technician is free right now."
        raise


def party_at_desk(
    actor: Actor, center_id: UUID, customer: UUID | NewCustomer, vehicle: UUID | Mapping[str, Any]
) -> tuple[UUID, UUID]:
    """Return the ids of a customer and a vehicle that the desk names, or describes: then they are made.

    Raises NotFound for a centre at whose desk one is not and for who is no customer of it.
    """
    if not actor.at_desk(center_id):
        raise NotFound()
    if isinstance(customer, NewCustomer):
        customer_id = _admitted(actor, center_id, customer)
    elif is_patron(customer, center_id):
        customer_id = customer
    else:
        raise NotFound("customer_not_found", "This is not a customer of your centre.")
    if not isinstance(vehicle, UUID):
        with within("vehicle"):
            vehicle = add_vehicle(actor=actor, owner_id=customer_id, **vehicle).id
    return customer_id, vehicle


def _admitted(actor: Actor, center_id: UUID, new: NewCustomer) -> UUID:
    with within("customer"):
        return admit_customer(actor=actor, center_id=center_id, **asdict(new)).person_id
