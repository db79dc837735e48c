"""The link by which a customer follows a visit without an account."""

from datetime import timedelta
from uuid import UUID

from workshop.accounts.models import AccessLink
from workshop.accounts.services import issue_link
from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Forbidden

from ..models import Appointment
from .states import find

GOOD_FOR = timedelta(days=30)
"""How long a visit's link opens after it was asked for last, and after the visit should begin."""


@command
def link_visit(*, actor: Actor, appointment_id: UUID) -> AccessLink:
    """Make, or find and prolong, the customer's link to a visit, for the desk to hand on."""
    appointment = find(actor, appointment_id)
    if not actor.at_desk(appointment.center_id):
        raise Forbidden()
    return issue_visit_link(actor, appointment)


def issue_visit_link(actor: Actor, appointment: Appointment) -> AccessLink:
    """Make, or find and prolong, the customer's link to a visit."""
    return issue_link(
        actor=actor,
        kind=AccessLink.Kind.VISIT,
        subject_id=appointment.id,
        person_id=appointment.party[0],
        expires_at=max(real_now(), appointment.scheduled_start) + GOOD_FOR,
    )
