"""For whom a visit is: somebody known or new, with a vehicle known or new."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from workshop.accounts import services as accounts
from workshop.accounts.models import User
from workshop.centers.services import set_customer_profile
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Invalid, NotFound, within
from workshop.vehicles.models import Vehicle
from workshop.vehicles.selectors import in_use_like, lock_vehicle_of_customer
from workshop.vehicles.services import add_vehicle
from workshop.vehicles.shapes import vehicle_card

from ..models import Appointment
from .draft import vehicle_is_free, whose
from .order import services_fit


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """Somebody who was never here: a name and a phone, and perhaps an email."""

    first_name: str
    phone: str
    last_name: str = ""
    email: str = ""


def settle_party(
    actor: Actor,
    appointment: Appointment,
    *,
    customer: NewCustomer | None,
    vehicle: UUID | Mapping[str, Any] | None,
) -> None:
    """Write onto a held appointment for whom it is; what it knows already may be left out.

    An email that somebody has an account with never joins that account: the visit is told to the address and stays
    apart. A vehicle that somebody else owns here is taken at its word, unverified, and tells nothing of whose it is.
    Raises Invalid and NotFound with the field that is wrong, and Conflict `vehicle_busy`.
    """
    customer_id = appointment.customer_id or _customer(actor, appointment, customer)
    appointment.contact_email = (customer.email if customer else "") or appointment.contact_email
    if isinstance(vehicle, Mapping):
        with within("vehicle"):
            _described(actor, appointment, customer_id, vehicle)
    elif vehicle is not None:
        owned = lock_vehicle_of_customer(vehicle, customer_id)
        if owned is None:
            raise NotFound("vehicle_not_found", "This vehicle is not one of yours.")
        whose(appointment, customer_id, owned)
    elif appointment.vehicle_id is None:
        raise Invalid("vehicle_missing", fields={"vehicle": ["Say which vehicle it is about."]})
    services = [line.service for line in appointment.services.select_related("service")]
    services_fit(services, appointment.vehicle_card["kind"])
    vehicle_is_free(appointment)


def _customer(actor: Actor, appointment: Appointment, new: NewCustomer | None) -> UUID:
    if new is None:
        raise Invalid("customer_missing", fields={"customer": ["Say who comes and how to reach you."]})
    email = new.email or None
    if email and User.objects.with_email(email).exists():
        email = None
    person = accounts.add_person(actor=actor, email=email, phone=new.phone)
    set_customer_profile(
        user_id=person.id,
        first_name=new.first_name,
        last_name=new.last_name,
        preferred_service_center_id=appointment.center_id,
    )
    return person.id


def _described(actor: Actor, appointment: Appointment, customer_id: UUID, values: Mapping[str, Any]) -> None:
    """Take the vehicle that is described: the customer's own, somebody else's, or a new one."""
    described = Vehicle(**values)
    known = in_use_like(described)
    if known is None:
        whose(appointment, customer_id, add_vehicle(actor=actor, owner_id=customer_id, **values))
        return
    owned = lock_vehicle_of_customer(known.id, customer_id)
    whose(appointment, customer_id, owned or known)
    if owned is None:
        described.id = known.id
        appointment.vehicle_unverified = True
        appointment.vehicle_card = vehicle_card(described)
