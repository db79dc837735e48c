"""Reads of what centres sell."""

from uuid import UUID

from django.db.models import QuerySet

from workshop.centers.selectors import centers_worked_at
from workshop.kernel.actor import Actor

from .models import Service


def offered_at(center_id: UUID) -> QuerySet[Service]:
    """Return what a centre offers to everybody, by category and name."""
    rows = Service.objects.filter(center_id=center_id, is_active=True).select_related("center")
    return rows.order_by("category", "name")


def known_to(actor: Actor) -> QuerySet[Service]:
    """Return the services, offered or not, of the centres where an actor works."""
    return Service.objects.filter(center__in=centers_worked_at(actor)).select_related("center")
