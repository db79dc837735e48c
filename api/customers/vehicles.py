"""/api/customers/vehicles: one's own vehicles."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.shapes.vehicle import VehicleBody, VehicleChangeBody, VehicleShape
from api.kit.verbs import Now, telling
from workshop.kernel.errors import NotFound
from workshop.vehicles import services
from workshop.vehicles.identity import plate_key
from workshop.vehicles.models import Vehicle as VehicleRow
from workshop.vehicles.selectors import owned_by
from workshop.vehicles.shapes import vehicle_view

PERMISSION = {
    "GET": "read:own_vehicles",
    "POST": "manage:own_vehicles",
    "PUT": "manage:own_vehicles",
    "DELETE": "manage:own_vehicles",
}


class VehicleFilters(Filters):
    """By kind, and by words of plate, make or model."""

    kind = filters.ChoiceFilter(choices=VehicleRow.Kind.choices)
    q = filters.CharFilter(method="search", max_length=100)

    def search(self, rows: QuerySet[VehicleRow], name: str, value: str) -> QuerySet[VehicleRow]:
        """Return those whose plate, VIN, make or model contains the text."""
        found = Q(make__icontains=value) | Q(model__icontains=value) | Q(vin__icontains=value)
        key = plate_key(value)
        return rows.filter(found | Q(plate_key__contains=key) if key else found)


class Vehicles(ListView):
    """One's own vehicles in use."""

    permission = PERMISSION
    queryset = nothing_of(VehicleRow)
    filterset_class = VehicleFilters

    @extend_schema(responses={200: VehicleShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the newest first."""
        return self.page(
            owned_by(request.standing.person_id), lambda rows: [vehicle_view(row) for row in rows]
        )

    @extend_schema(request=VehicleBody, responses={201: VehicleShape})
    def post(self, request: ActedRequest) -> Response:
        """Add one."""
        body = VehicleBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.add_vehicle(
                actor=request.actor, owner_id=request.standing.person_id, **body.validated_data
            ),
            shape=vehicle_view,
            name="add_vehicle",
            status=201,
        )


class Vehicle(APIView):
    """One of one's own vehicles."""

    permission = PERMISSION

    @extend_schema(responses={200: VehicleShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        return Response(_shown(request.standing.person_id, id))

    @extend_schema(request=VehicleChangeBody, responses={200: VehicleShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Correct the fields given and keep the rest."""
        owner_id = request.standing.person_id
        body = VehicleChangeBody(_shown(owner_id, id), request.data)
        body.is_valid(raise_exception=True)
        with telling(lambda: _now(owner_id, id)):
            return run(
                request,
                lambda: services.update_vehicle(actor=request.actor, vehicle_id=id, **body.validated_data),
                shape=vehicle_view,
                name="update_vehicle",
            )

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: ActedRequest, id: UUID) -> Response:
        """Take it out of use; its history stays."""
        return run(
            request,
            lambda: services.archive_vehicle(actor=request.actor, vehicle_id=id),
            shape=lambda _: None,
            name="archive_vehicle",
            status=204,
        )


def _shown(owner_id: UUID, id: UUID) -> dict[str, Any]:
    row = owned_by(owner_id).filter(pk=id).first()
    if row is None:
        raise NotFound()
    return vehicle_view(row)


def _now(owner_id: UUID, id: UUID) -> Now:
    shown = _shown(owner_id, id)
    return Now({"vehicle": shown}, {**shown, "allowed_actions": []})
