"""/api/admin/service-centers/{id}/services and /api/admin/services/{id}: what a centre sells."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.serializers import ChangeBody, StrictSerializer, WholeBody
from api.kit.shapes.services import AdministeredServiceShape, ServiceSheetShape
from workshop.catalog import services
from workshop.catalog.models import Service as ServiceRow
from workshop.catalog.selectors import administered_service, sold_at
from workshop.catalog.services import NewPoint, NewStep
from workshop.catalog.services.content import DAY, HIGHEST_PRICE, MOST_POINTS, MOST_STEPS
from workshop.catalog.shapes import service_needs, service_sheet
from workshop.centers.models import ServiceCenter
from workshop.centers.selectors import administered_by
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Invalid, NotFound
from workshop.scheduling.lacks import lacks_at
from workshop.scheduling.services.waiting import today_at
from workshop.vehicles.models import Vehicle

MOST_NEEDED = 20


class LimitField(serializers.DecimalField):
    """A limit of what is measured, or none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=12, decimal_places=3, required=False, allow_null=True, **kwargs)


class WordsField(serializers.CharField):
    """A text that may be left out or empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, allow_blank=True, **kwargs)


class StepContentBody(WholeBody):
    """A step; it asks for a reading when it names a unit."""

    name = serializers.CharField(max_length=120)
    estimate = serializers.IntegerField(min_value=1, max_value=DAY, help_text="Minutes.")
    outside_name = WordsField(max_length=160)
    instructions = WordsField(max_length=2000)
    mandatory = serializers.BooleanField(required=False)
    safety = serializers.BooleanField(required=False)
    needs_photo = serializers.BooleanField(required=False)
    needs_second_person = serializers.BooleanField(required=False)
    reading_label = WordsField(max_length=80)
    reading_unit = WordsField(max_length=20)
    reading_min = LimitField()
    reading_max = LimitField()

    def to_internal_value(self, data: Any) -> NewStep:
        """Return the step."""
        return NewStep(**super().to_internal_value(data))


class PointContentBody(WholeBody):
    """A point of the inspection; with a unit it is measured."""

    name = serializers.CharField(max_length=120)
    unit = WordsField(max_length=20)
    minimum = LimitField()
    maximum = LimitField()

    def to_internal_value(self, data: Any) -> NewPoint:
        """Return the point."""
        return NewPoint(**super().to_internal_value(data))


class NewServiceBody(StrictSerializer):
    """A service. Steps and points are given as whole lists in their order; all spans are in minutes."""

    name = serializers.CharField(max_length=120)
    category = serializers.CharField(max_length=30)
    kind = serializers.ChoiceField(choices=ServiceRow.Kind.choices, required=False)
    description = WordsField(max_length=2000)
    progress_text = WordsField(max_length=120)
    base_price = serializers.DecimalField(
        max_digits=12, decimal_places=2, min_value=0, max_value=HIGHEST_PRICE
    )
    skills = serializers.ListField(
        child=serializers.CharField(max_length=30), required=False, max_length=MOST_NEEDED
    )
    bay_kind = WordsField(max_length=20)
    vehicle_kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=Vehicle.Kind.choices), required=False, max_length=MOST_NEEDED
    )
    tools = serializers.ListField(
        child=serializers.CharField(max_length=40), required=False, max_length=MOST_NEEDED
    )
    buffer_before = serializers.IntegerField(min_value=0, max_value=DAY, required=False)
    buffer_after = serializers.IntegerField(min_value=0, max_value=DAY, required=False)
    wait_from = serializers.IntegerField(min_value=1, required=False, allow_null=True)
    wait_until = serializers.IntegerField(min_value=1, required=False, allow_null=True)
    steps = serializers.ListField(child=StepContentBody(), max_length=MOST_STEPS)
    points = serializers.ListField(child=PointContentBody(), required=False, max_length=MOST_POINTS)


class ServiceBody(ChangeBody, NewServiceBody):
    """What changes about a service, and the version that was seen."""

    is_active = serializers.BooleanField()
    version = serializers.IntegerField(min_value=1)


class Services(APIView):
    """What a centre sells."""

    permission = "manage:centers"

    @extend_schema(responses={200: AdministeredServiceShape(many=True)})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List it by category and name, what is not offered too, with what there is not here to do it."""
        center = _own(request.actor, id)
        rows = list(sold_at(id))
        lacks = lacks_at(id, rows, today_at(center))
        return Response([{**service_needs(row), "lacks": lacks[row.id]} for row in rows])

    @extend_schema(request=NewServiceBody, responses={201: ServiceSheetShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Offer something new; it can be booked at once."""
        body = NewServiceBody(data=request.data)
        body.is_valid(raise_exception=True)
        _own(request.actor, id)
        values = _with_wait(body.validated_data, {})
        return run(
            request,
            lambda: services.create_service(actor=request.actor, center_id=id, **values),
            shape=lambda made: _sheet(request.actor, made.id),
            name="create_service",
            status=201,
        )


class Service(APIView):
    """A service."""

    permission = "manage:centers"

    @extend_schema(responses={200: ServiceSheetShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read all of it, with its steps and points."""
        return Response(_sheet(request.actor, id))

    @extend_schema(request=ServiceBody, responses={200: ServiceSheetShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Change the fields given; what is booked keeps what was agreed."""
        seen = _sheet(request.actor, id)
        body = ServiceBody(seen, request.data)
        body.is_valid(raise_exception=True)
        values = _with_wait(body.validated_data, seen)
        return run(
            request,
            lambda: services.change_service(actor=request.actor, service_id=id, **values),
            shape=lambda made: _sheet(request.actor, made.id),
            name="change_service",
        )


def _with_wait(said: dict[str, Any], seen: dict[str, Any]) -> dict[str, Any]:
    """Return the values with both ends of the wait as one; raise Invalid for one end alone."""
    values = dict(said)
    if not {"wait_from", "wait_until"} & values.keys():
        return values
    ends = [values.pop(name, seen.get(name)) for name in ("wait_from", "wait_until")]
    if ends.count(None) == 1:
        name = ("wait_from", "wait_until")[ends.index(None)]
        raise Invalid("wait_incomplete", fields={name: ["Say from when and until when, or neither."]})
    return {**values, "wait": None if None in ends else tuple(ends)}


def _own(actor: Actor, center_id: UUID) -> ServiceCenter:
    center = administered_by(actor).filter(pk=center_id).first()
    if center is None:
        raise NotFound()
    return center


def _sheet(actor: Actor, service_id: UUID) -> dict[str, Any]:
    service = administered_service(actor, service_id)
    lacks = lacks_at(service.center_id, [service], today_at(service.center))
    return {**service_sheet(service), "lacks": lacks[service.id]}
