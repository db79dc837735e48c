"""/api/public/service-centers: the centres that anybody may find, and how another one applies to be among them."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, GuestAuthentication, VisitorAuthentication
from api.kit.command import run
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.shapes.center import AdministeredCenterShape, ListedCenterShape, OpenCenterShape
from api.users.applications import ApplicationBody
from workshop.catalog.selectors import in_short, offered_at, sold_here
from workshop.catalog.shapes import service_view
from workshop.centers import services
from workshop.centers.finding import Asked, find
from workshop.centers.geocoding import Position
from workshop.centers.models import ServiceCenter as CenterRow
from workshop.centers.placing import surely_placed
from workshop.centers.selectors import open_to_all, preferred_center_of
from workshop.centers.shapes import (
    administered_center,
    areas_shape,
    exceptions_shape,
    hours_shape,
    listed_center,
)
from workshop.kernel.clock import now
from workshop.kernel.errors import Invalid, NotFound

EXCEPTIONS_AHEAD = timedelta(days=60)


class CenterFilters(Filters):
    """By place, by what is sold, by words, and from the nearest on."""

    city = filters.CharFilter(max_length=80, help_text="Where a centre is or takes work from.")
    postcode = filters.CharFilter(
        max_length=16, help_text="Those who serve it first, then those within 50 km, the nearest first."
    )
    near = filters.CharFilter(max_length=60, help_text="lat,lng in degrees; the nearest first.")
    within = filters.NumberFilter(min_value=1, max_value=5000, help_text="km from `near` or the postcode.")
    q = filters.CharFilter(max_length=100, help_text="Words of the centre's name.")
    service = filters.CharFilter(max_length=100, help_text="Words of a service; all of them must be there.")
    category = filters.CharFilter(max_length=30, help_text="Of a service.")

    def filter_queryset(self, rows: QuerySet[CenterRow]) -> QuerySet[CenterRow]:
        """Return those asked for, in the order in which they are to be shown."""
        said = self.form.cleaned_data
        near = _position(said["near"]) if said["near"] else None
        if said["within"] and near is None and not said["postcode"]:
            raise ValidationError({"within": ["Say from where: near or postcode."]})
        asked = Asked(
            city=said["city"],
            postcode=said["postcode"],
            near=near,
            within=float(said["within"]) if said["within"] else None,
            words=said["q"],
            start_at=preferred_center_of(self.request.actor),
        )
        found = find(rows, asked)
        if said["service"] or said["category"]:
            found = found.filter(sold_here(words=said["service"], category=said["category"]))
        return found


class ServiceCenters(ListView):
    """Approved centres."""

    permission = {"GET": "public", "POST": "signed_in"}
    authentication_classes = [GuestAuthentication]
    throttle_scope = {"POST": "apply"}
    queryset = nothing_of(CenterRow)
    filterset_class = CenterFilters
    ordering = ("placing", "id")

    @extend_schema(responses={200: ListedCenterShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them: from a place on the nearest first, else from the preferred centre on, else by name."""
        try:
            return self.page(open_to_all(), self._listed)
        except Invalid as refusal:
            if nearest := refusal.extra.get("nearest"):
                refusal.extra["nearest"] = self._listed(nearest)
            raise

    def _listed(self, found: Iterable[CenterRow]) -> list[dict[str, Any]]:
        said = self.request.query_params
        return listed_centers(found, words=said.get("service", ""), category=said.get("category", ""))

    @extend_schema(request=ApplicationBody, responses={201: AdministeredCenterShape})
    def post(self, request: ActedRequest) -> Response:
        """Apply with a centre to the network; who does will administer it once it is approved."""
        body = ApplicationBody(data=request.data)
        body.is_valid(raise_exception=True)
        values = surely_placed(body.validated_data)
        return run(
            request,
            lambda: services.apply_center(actor=request.actor, **values),
            shape=administered_center,
            name="apply_center",
            status=201,
        )


class ServiceCenter(APIView):
    """An approved centre."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]

    @extend_schema(responses={200: OpenCenterShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it, with its opening hours and what it offers."""
        shown = open_center(id)
        if shown is None:
            raise NotFound()
        return Response(shown)


def listed_centers(
    found: Iterable[CenterRow], *, words: str = "", category: str = ""
) -> list[dict[str, Any]]:
    """Return centres that `find` found as lists show them, with the services that words and category ask for."""
    rows = list(found)
    short = in_short([row.pk for row in rows], words=words, category=category)
    return [_listed(row) | short[row.pk] for row in rows]


def open_center(id: UUID) -> dict[str, Any] | None:
    """Return a centre that anybody may book as its page shows it; None when there is no such one."""
    center = open_to_all().prefetch_related("opening_hours", "service_areas").filter(pk=id).first()
    if center is None:
        return None
    today = now().astimezone(ZoneInfo(center.time_zone)).date()
    ahead = center.hours_exceptions.filter(date__lte=today + EXCEPTIONS_AHEAD)
    return {
        **listed_center(center),
        "working_hours": hours_shape(center.opening_hours.all()),
        "exceptions": exceptions_shape(ahead, today),
        "service_areas": areas_shape(center.service_areas.all()),
        "services": [service_view(row) for row in offered_at(center.id)],
    }


def _listed(row: Any) -> dict[str, Any]:
    far = None if row.km is None else round(row.km, 1)
    return {**listed_center(row), "distance_km": far, "serves": row.serves}


def _position(text: str) -> Position:
    try:
        latitude, longitude = (part.strip() for part in text.split(","))
        return Position.of(latitude, longitude)
    except ValueError as error:
        raise ValidationError(
            {"near": ["Enter latitude,longitude in degrees, e.g. 13.0843,80.2101."]}
        ) from error
