"""GET, PUT /api/users/profile: one's own name and ways to be reached."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.people import role_claims
from workshop.accounts.models import User
from workshop.centers import services
from workshop.centers.models import CustomerProfile
from workshop.centers.standing import Standing

from .shapes import ProfileShape


class Profile(APIView):
    """One's own profile."""

    permission = {"GET": "read:own_profile", "PUT": "update:own_profile"}

    @extend_schema(responses={200: ProfileShape})
    def get(self, request: ActedRequest) -> Response:
        """Read it."""
        return Response(shape(request.standing))

    @extend_schema(request=ProfileShape, responses={200: ProfileShape})
    def put(self, request: ActedRequest) -> Response:
        """Change the fields given and keep the rest."""
        body = ProfileShape(shape(request.standing), data=request.data, partial=True)
        body.is_valid(raise_exception=True)
        return run(request, lambda: _save(request, body.validated_data), shape=shape, name="update_profile")


def _save(request: ActedRequest, said: dict[str, Any]) -> Standing:
    services.update_own_card(actor=request.actor, **said)
    return request.standing


def shape(standing: Standing) -> dict[str, Any]:
    """Return a person's profile as it is now."""
    person = User.objects.get(pk=standing.person_id)
    profile = CustomerProfile.objects.filter(user=person).first() or CustomerProfile(user=person)
    written = f"{profile.first_name} {profile.last_name}".strip()
    return {
        "id": str(person.id),
        "email": person.email or "",
        "email_verified": person.email_verified_at is not None,
        "name": standing.name if standing.kind != "customer" else written or standing.name,
        "first_name": profile.first_name,
        "last_name": profile.last_name,
        "phone": person.phone,
        "address": profile.address,
        "date_of_birth": profile.date_of_birth.isoformat() if profile.date_of_birth else None,
        "preferred_service_center_id": _text(profile.preferred_service_center_id),
        "roles": role_claims(standing),
        "created_at": person.created_at.isoformat(),
    }


def _text(id: Any) -> str | None:
    return str(id) if id else None
