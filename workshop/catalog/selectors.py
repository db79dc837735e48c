"""Reads of what centres sell."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from workshop.centers.selectors import administered_by, centers_worked_at
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound

from .models import InspectionPoint, Service, ServiceStep
from .shapes import service_line

MATCHES = 5
"""So many services are listed of a centre that is found by words or by category."""


def offered_at(center_id: UUID) -> QuerySet[Service]:
    """Return what a centre offers to everybody, by category and name."""
    rows = Service.objects.filter(center_id=center_id, is_active=True).select_related("center")
    return rows.order_by("category", "name")


def known_to(actor: Actor) -> QuerySet[Service]:
    """Return the services, offered or not, of the centres where an actor works."""
    return Service.objects.filter(center__in=centers_worked_at(actor)).select_related("center")


def sold_at(center_id: UUID) -> QuerySet[Service]:
    """Return what a centre sells or sold, by category and name, for its administration."""
    rows = Service.objects.filter(center_id=center_id).select_related("center")
    return rows.order_by("category", "name")


def administered_service(actor: Actor, service_id: UUID) -> Service:
    """Return a service of a centre that one administers, with its steps and points in order; raise NotFound."""
    rows = Service.objects.filter(pk=service_id, center__in=administered_by(actor)).select_related("center")
    service = rows.prefetch_related(
        Prefetch("steps", ServiceStep.objects.order_by("position")),
        Prefetch("inspection_points", InspectionPoint.objects.order_by("position")),
    ).first()
    if service is None:
        raise NotFound()
    return service


def sold_here(*, words: str = "", category: str = "") -> Exists:
    """Return the condition on centres that they offer a service with all the words, of the category."""
    return Exists(_matching(words, category).filter(center=OuterRef("pk")))


def in_short(
    center_ids: Collection[UUID], *, words: str = "", category: str = ""
) -> dict[UUID, dict[str, Any]]:
    """Return what centres offer in short: `categories`, and where something was asked for the first `services`."""
    short: dict[UUID, dict[str, Any]] = defaultdict(lambda: {"categories": [], "services": []})
    sold = Service.objects.filter(center_id__in=center_ids, is_active=True)
    for center_id, one in sold.order_by("category").values_list("center_id", "category").distinct():
        short[center_id]["categories"].append(one)
    if words or category:
        matching = _matching(words, category).filter(center_id__in=center_ids)
        for service in matching.select_related("center").order_by("base_price", "name"):
            listed = short[service.center_id]["services"]
            if len(listed) < MATCHES:
                listed.append(service_line(service))
    return short


def _matching(words: str, category: str) -> QuerySet[Service]:
    rows = Service.objects.filter(is_active=True)
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word) | Q(description__icontains=word) | Q(category__icontains=word)
        )
    return rows.filter(category__iexact=category) if category else rows
