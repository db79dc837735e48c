"""Who may do what with an appointment: deny by default."""

from workshop.kernel.actor import Actor
from workshop.kernel.errors import Forbidden

from .models import Appointment, VehicleTransport


def is_customer(actor: Actor, appointment: Appointment) -> bool:
    """Say whether an actor speaks for the customer: it is them, or they opened the link of this visit."""
    if actor.kind == "link":
        return f"visit:{appointment.id}" in actor.scopes
    return actor.id is not None and actor.id == appointment.customer_id


def can_decide_as_customer(actor: Actor, appointment: Appointment) -> None:
    """Let the customer pass."""
    if not is_customer(actor, appointment):
        raise Forbidden()


def can_run_desk(actor: Actor, appointment: Appointment) -> None:
    """Let the centre's front desk pass."""
    if not actor.at_desk(appointment.center_id):
        raise Forbidden()


def can_change(actor: Actor, appointment: Appointment) -> None:
    """Let the customer and the centre's front desk pass."""
    if not actor.at_desk(appointment.center_id) and not is_customer(actor, appointment):
        raise Forbidden()


def can_drive(actor: Actor, appointment: Appointment, transport: VehicleTransport) -> None:
    """Let the transport's driver pass while they drive for the centre, and the centre's front desk."""
    own = actor.drives(appointment.center_id) and actor.id == transport.driver_id
    if not own and not actor.at_desk(appointment.center_id):
        raise Forbidden()
