"""/api/staff/devices: the wall screens of one's centre."""

from typing import Any
from uuid import UUID

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.serializers import IdField, StrictSerializer
from api.kit.shapes.parts import Shape
from workshop.accounts import services
from workshop.accounts.models import Device as DeviceRow
from workshop.accounts.selectors import screens_of


class PairBody(StrictSerializer):
    """The code that the screen shows, and the centre whose floor it follows from now on."""

    code = serializers.CharField(max_length=10)
    center_id = IdField()
    name = serializers.CharField(max_length=80, required=False, allow_blank=True)


class DeviceShape(Shape):
    """A paired screen."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    center_id = serializers.UUIDField()
    paired_at = serializers.DateTimeField()


class DeviceFilters(Filters):
    """By centre, and by words of the name."""

    center = filters.UUIDFilter(field_name="center_id")
    q = filters.CharFilter(field_name="name", lookup_expr="icontains", max_length=100)


class Devices(ListView):
    """The screens that follow a floor."""

    permission = "manage:devices"
    queryset = nothing_of(DeviceRow)
    filterset_class = DeviceFilters

    @extend_schema(responses={200: DeviceShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the newest first."""
        return self.page(screens_of(request.actor), lambda found: [_shape(row) for row in found])

    @extend_schema(request=PairBody, responses={201: DeviceShape})
    def post(self, request: ActedRequest) -> Response:
        """Pair the screen that shows this code."""
        body = PairBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.pair_device(actor=request.actor, **body.validated_data),
            shape=_shape,
            name="pair_device",
            status=201,
        )


class Device(APIView):
    """A paired screen."""

    permission = "manage:devices"

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: ActedRequest, id: UUID) -> Response:
        """Take its right to look away; it goes dark within seconds."""
        return run(
            request,
            lambda: services.revoke_device(actor=request.actor, device_id=id),
            shape=lambda _: None,
            name="revoke_device",
            status=204,
        )


def _shape(row: DeviceRow) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "center_id": row.center_id, "paired_at": row.paired_at}
