"""The rules by which a centre lets itself be booked, and what it has to lend and to use."""

from uuid import UUID

from django.db.models import QuerySet

from .models import BookingRules, Resource


def rules_of(center_id: UUID) -> BookingRules:
    """Return a centre's rules, the defaults where it set none."""
    return BookingRules.objects.filter(center_id=center_id).first() or BookingRules(center_id=center_id)


def resources_of(center_id: UUID) -> QuerySet[Resource]:
    """Return the tools and loaner cars of a centre that are in use."""
    rows = Resource.objects.filter(center_id=center_id, kind__in=["tool", "loaner"], is_active=True)
    return rows.order_by("kind", "name")
