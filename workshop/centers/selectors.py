"""Reads about centres and who holds which role in them."""

from uuid import UUID

from workshop.kernel.actor import Role

from .models import Membership


def roles_of(user_id: UUID) -> tuple[Role, ...]:
    """Return the roles a person holds now, with the flags of their staff profile."""
    rows = Membership.objects.filter(user_id=user_id, ended_at__isnull=True).values_list(
        "role", "center_id", "user__staff_profile__is_lead", "user__staff_profile__is_driver"
    )
    return tuple(Role(role, center, bool(lead), bool(driver)) for role, center, lead, driver in rows)
