"""Reads of the waiting list: every read of a place in it starts from `visible_to`."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from workshop.kernel.actor import Actor

from .models import WaitingEntry
from .waiting import waiting_facts, waiting_view

OPEN = ("waiting", "offered")
"""The states of who is still in the line."""


def visible_to(actor: Actor) -> QuerySet[WaitingEntry]:
    """Return the places an actor may see: the desk its centre's, customers their own."""
    rows = WaitingEntry.objects.all()
    if actor.kind == "system" or actor.runs_network:
        return rows
    if actor.kind != "person":
        return rows.none()
    return rows.filter(customer_id=actor.id) | rows.filter(center_id__in=actor.centers("staff", "admin"))


def owned_by(actor: Actor) -> QuerySet[WaitingEntry]:
    """Return one's own places, whatever else one may see."""
    return visible_to(actor).filter(customer_id=actor.id)


def served_by(actor: Actor) -> QuerySet[WaitingEntry]:
    """Return the places in the lines of the centres at whose desk an actor works."""
    rows = visible_to(actor)
    return rows if actor.runs_network else rows.filter(center_id__in=actor.centers("staff", "admin"))


def view(entry: WaitingEntry, actor: Actor) -> dict[str, Any]:
    """Return a place as an actor who may see it sees it."""
    return waiting_view(waiting_facts(entry), "desk" if actor.at_desk(entry.center_id) else "customer")


def own_view(entry: WaitingEntry) -> dict[str, Any]:
    """Return a place as the one who waits sees it, wherever else they work."""
    return waiting_view(waiting_facts(entry), "customer")


def shown(rows: QuerySet[WaitingEntry]) -> QuerySet[WaitingEntry]:
    """Return places read together with what their views name."""
    return rows.select_related("center", "appointment")


def line_of(center_id: UUID) -> list[dict[str, Any]]:
    """Return who waits at a centre or was offered something, in order, as the desk sees it."""
    rows = shown(WaitingEntry.objects.filter(center_id=center_id, status__in=OPEN))
    return [waiting_view(waiting_facts(entry), "desk") for entry in rows.order_by("created_at", "id")]


def lock_line(center_id: UUID, first: date, last: date) -> list[WaitingEntry]:
    """Lock and return in their order those who wait for a day between two; whoever else looks meanwhile waits."""
    rows = WaitingEntry.objects.select_for_update(no_key=True, of=("self",)).filter(
        center_id=center_id,
        status="waiting",
        from_date__lte=last,
        to_date__gte=first,
        customer__is_active=True,
    )
    return list(rows.order_by("created_at", "id"))
