"""The one who asks, as Django REST framework and the answers know them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from workshop.centers.standing import Standing


@dataclass(frozen=True, slots=True)
class Caller:
    """What REST framework wants of `request.user`."""

    pk: UUID
    is_authenticated: bool = True
    is_active: bool = True

    def __str__(self) -> str:
        return str(self.pk)


def role_claims(standing: Standing) -> list[dict[str, Any]]:
    """Return the roles held, as answers and tokens list them; somebody without any is a customer."""
    held = [
        {
            "role": role.role,
            "service_center_id": str(role.center_id) if role.center_id else None,
            "lead": role.lead and role.role == "technician",
            "driver": role.driver and role.role != "customer",
        }
        for role in standing.roles
    ]
    return held or [{"role": "customer", "service_center_id": None, "lead": False, "driver": False}]


def person_shape(standing: Standing) -> dict[str, Any]:
    """Return the signed-in person as the browser holds them."""
    return {
        "id": str(standing.person_id),
        "email": standing.email,
        "name": standing.name,
        "roles": role_claims(standing),
    }
