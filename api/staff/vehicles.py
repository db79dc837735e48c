"""GET, PUT /api/staff/vehicles/{id}: a vehicle that one's centre knows."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.shapes.vehicle import VehicleChangeBody, VehicleShape
from api.kit.verbs import Now, telling
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound
from workshop.vehicles import services
from workshop.vehicles.selectors import known_at_desk
from workshop.vehicles.shapes import vehicle_view


class DeskVehicle(APIView):
    """A vehicle that the centre knows at whose desk one works."""

    permission = {"GET": "read:customers", "PUT": "update:customers"}

    @extend_schema(responses={200: VehicleShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        return Response(_shown(request.actor, id))

    @extend_schema(request=VehicleChangeBody, responses={200: VehicleShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Correct the fields given and keep the rest."""
        actor = request.actor
        body = VehicleChangeBody(_shown(actor, id), request.data)
        body.is_valid(raise_exception=True)
        with telling(lambda: _now(actor, id)):
            return run(
                request,
                lambda: services.update_vehicle(actor=actor, vehicle_id=id, **body.validated_data),
                shape=vehicle_view,
                name="update_vehicle",
            )


def _shown(actor: Actor, id: UUID) -> dict[str, Any]:
    row = known_at_desk(actor).filter(pk=id).first()
    if row is None:
        raise NotFound()
    return vehicle_view(row)


def _now(actor: Actor, id: UUID) -> Now:
    shown = _shown(actor, id)
    return Now({"vehicle": shown}, {**shown, "allowed_actions": []})
