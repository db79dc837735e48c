"""Reads of notifications: everybody reads their own, in the app."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from workshop.centers.models import Membership
from workshop.events.log import heads
from workshop.kernel.actor import DESK, Actor
from workshop.scheduling.models import Appointment

from .models import Inbox, Notification
from .shapes import inbox_view


def visible_to(actor: Actor) -> QuerySet[Notification]:
    """Return what a person was told in the app and stands."""
    rows = Notification.objects.filter(channel=Notification.Channel.APP, state="sent")
    return rows.filter(user_id=actor.person_id) if actor.kind == "person" else rows.none()


def inbox_of(actor: Actor) -> dict[str, Any]:
    """Return how many a person has not read."""
    return inbox_view(actor.person_id, Inbox.objects.filter(user_id=actor.person_id).first())


def place_of(actor: Actor) -> dict[str, Any]:
    """Return the topic on which a person hears of what changes, and its number now; read it before the state."""
    stream = f"person:{actor.person_id}"
    return {"topic": "me", "seq": heads([stream])[stream]}


def desk_of(center_id: UUID) -> tuple[UUID, ...]:
    """Return those who work at the desk of a centre."""
    rows = Membership.objects.filter(center_id=center_id, ended_at__isnull=True, role__in=DESK)
    return tuple(rows.order_by("user_id").values_list("user_id", flat=True).distinct())


def network_desk() -> tuple[UUID, ...]:
    """Return those who decide who is in the network."""
    rows = Membership.objects.filter(center=None, ended_at__isnull=True, role=Membership.Role.ADMIN)
    return tuple(rows.order_by("user_id").values_list("user_id", flat=True).distinct())


def address_of_visit(appointment_id: UUID) -> str:
    """Return the email that was given with a visit for it alone, empty when there is none."""
    found = Appointment.objects.filter(pk=appointment_id).values_list("contact_email", flat=True).first()
    return found or ""
