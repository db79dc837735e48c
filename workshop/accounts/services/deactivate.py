"""Deactivate a person: nothing is deleted, and nobody signs in as them."""

from uuid import UUID

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Forbidden, NotFound

from .. import policies
from ..events import PersonDeactivated, about_person
from ..models import AccessLink, SignInSession, User
from .links import revoke_link
from .sessions import end_sessions


@command
def deactivate(*, actor: Actor, person_id: UUID) -> None:
    """End a person's access: sessions, links and sign-in. Only the network may; twice is fine."""
    if not policies.can_deactivate(actor):
        raise Forbidden
    person = User.objects.select_for_update(no_key=True).filter(pk=person_id).first()
    if person is None:
        raise NotFound
    if not person.is_active:
        return
    person.is_active = False
    person.save(update_fields=["is_active"])
    record(about_person(PersonDeactivated, person.id), actor=actor, at=real_now())
    end_sessions(actor=actor, person_id=person.id, reason=SignInSession.EndReason.DEACTIVATED)
    for link in AccessLink.objects.filter(person=person, revoked_at__isnull=True).order_by("id"):
        revoke_link(actor=actor, link_id=link.id)
