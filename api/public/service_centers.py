"""/api/public/service-centers: the centres that anybody may find."""

from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.db.models import F, FloatField, QuerySet
from django.db.models.expressions import ExpressionWrapper
from django.db.models.functions import ASin, Cos, Power, Radians, Sin, Sqrt
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, VisitorAuthentication
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.shapes.center import ListedCenterShape, OpenCenterShape
from workshop.catalog.selectors import offered_at
from workshop.catalog.shapes import service_view
from workshop.centers.models import ServiceCenter as CenterRow
from workshop.centers.selectors import open_to_all
from workshop.centers.shapes import hours_shape, listed_center
from workshop.kernel.errors import NotFound

EARTH_KM = 6371.0


class CenterFilters(Filters):
    """By place, by words, and from the nearest on."""

    city = filters.CharFilter(lookup_expr="iexact", max_length=80)
    postcode = filters.CharFilter(lookup_expr="iexact", max_length=16)
    q = filters.CharFilter(field_name="name", lookup_expr="icontains", max_length=100)
    near = filters.CharFilter(method="from_nearest", max_length=60, help_text="lat,lng in degrees.")

    def from_nearest(self, rows: QuerySet[CenterRow], name: str, value: str) -> QuerySet[CenterRow]:
        """Return those with a position, each with its distance in km."""
        latitude, longitude = _position(value)
        half_north = (Radians(F("latitude")) - Radians(latitude)) / 2
        half_east = (Radians(F("longitude")) - Radians(longitude)) / 2
        chord = Power(Sin(half_north), 2) + Cos(Radians(F("latitude"))) * Cos(Radians(latitude)) * Power(
            Sin(half_east), 2
        )
        distance = ExpressionWrapper(2 * EARTH_KM * ASin(Sqrt(chord)), output_field=FloatField())
        return rows.filter(latitude__isnull=False, longitude__isnull=False).annotate(distance=distance)


class ServiceCenters(ListView):
    """Approved centres."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    queryset = nothing_of(CenterRow)
    filterset_class = CenterFilters

    @property
    def ordering(self) -> tuple[str, ...]:
        """Return the order: by name, or by distance where one asks for the nearest."""
        return ("distance", "id") if self.request.query_params.get("near") else ("name", "id")

    @extend_schema(responses={200: ListedCenterShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them by name, or with `near` the nearest first."""
        return self.page(open_to_all(), lambda found: [listed_center(row) for row in found])


class ServiceCenter(APIView):
    """An approved centre."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]

    @extend_schema(responses={200: OpenCenterShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it, with its opening hours and what it offers."""
        center = open_to_all().prefetch_related("opening_hours").filter(pk=id).first()
        if center is None:
            raise NotFound()
        return Response(
            {
                **listed_center(center),
                "working_hours": hours_shape(center.opening_hours.all()),
                "services": [service_view(row) for row in offered_at(center.id)],
            }
        )


def _position(text: str) -> tuple[float, float]:
    try:
        latitude, longitude = (Decimal(part.strip()) for part in text.split(","))
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return float(latitude), float(longitude)
    except (ValueError, InvalidOperation):
        pass
    raise ValidationError({"near": ["Enter latitude,longitude in degrees, e.g. 13.0843,80.2101."]})
