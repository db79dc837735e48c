"""/api/admin/service-centers/{id}/{booking-rules,bays,resources,certificates}: how and with what a centre is booked."""

from typing import Any
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.serializers import ChangeBody, StrictSerializer
from api.kit.shapes.capacity import (
    CertificateShape,
    NamedResourceShape,
    RulesShape,
    resource_shape,
    rules_shape,
)
from api.kit.shapes.parts import Shape
from workshop.centers import services as centers
from workshop.centers.models import Bay as BayRow
from workshop.centers.models import ServiceCenter
from workshop.centers.selectors import administered_by, certificates_at
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound
from workshop.scheduling import services
from workshop.scheduling.models import BookingRules as RulesRow
from workshop.scheduling.rules import resources_of, rules_of

LONGEST_WAIT = 30 * 24 * 60
STEPS = (5, 10, 15, 20, 30, 60)


class RulesBody(StrictSerializer):
    """What changes about the rules; spans in minutes."""

    version = serializers.IntegerField(min_value=1, required=False)
    slot_step = serializers.ChoiceField(choices=STEPS, required=False)
    lead_time = serializers.IntegerField(min_value=0, max_value=LONGEST_WAIT, required=False)
    horizon_days = serializers.IntegerField(min_value=1, max_value=366, required=False)
    load_limit = serializers.IntegerField(min_value=1, max_value=100, required=False)
    request_expires_after = serializers.IntegerField(min_value=15, max_value=LONGEST_WAIT, required=False)
    proposal_expires_after = serializers.IntegerField(min_value=15, max_value=LONGEST_WAIT, required=False)
    cancel_cutoff = serializers.IntegerField(min_value=0, max_value=LONGEST_WAIT, required=False)
    late_cancel_fee = serializers.DecimalField(max_digits=10, decimal_places=2, min_value=0, required=False)
    no_show_grace = serializers.IntegerField(min_value=0, max_value=1440, required=False)
    offer_hold = serializers.IntegerField(min_value=5, max_value=1440, required=False)
    offers_collection = serializers.BooleanField(required=False)
    collection_window = serializers.IntegerField(min_value=15, max_value=480, required=False)


class NewBayBody(StrictSerializer):
    """A bay; services ask for its kind or for a piece of its equipment."""

    name = serializers.CharField(max_length=40)
    kind = serializers.CharField(max_length=20)
    equipment = serializers.ListField(
        child=serializers.CharField(max_length=60), required=False, max_length=30
    )
    position = serializers.IntegerField(min_value=0, max_value=999, required=False)


class BayBody(ChangeBody, NewBayBody):
    """What changes about a bay, and the version that was seen."""

    is_active = serializers.BooleanField()
    version = serializers.IntegerField(min_value=1)


class NewResourceBody(StrictSerializer):
    """A tool, with the type by which services ask for it, or a loaner car."""

    kind = serializers.ChoiceField(choices=["tool", "loaner"])
    name = serializers.CharField(max_length=80)
    type = serializers.CharField(max_length=40, required=False, allow_blank=True)


class AdministeredBayShape(Shape):
    """A bay as the administration sees it."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    name = serializers.CharField()
    kind = serializers.CharField()
    equipment = serializers.ListField(child=serializers.CharField())
    position = serializers.IntegerField()
    is_active = serializers.BooleanField()


class Rules(APIView):
    """The rules by which a centre lets itself be booked."""

    permission = "manage:centers"

    @extend_schema(responses={200: RulesShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read them."""
        return Response(rules_shape(rules_of(id), _own(request.actor, id).currency))

    @extend_schema(request=RulesBody, responses={200: RulesShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Change those given; what was booked keeps the rules of its day."""
        body = RulesBody(data=request.data)
        body.is_valid(raise_exception=True)
        center = _own(request.actor, id)

        def shape(rules: RulesRow) -> dict[str, Any]:
            return rules_shape(rules, center.currency)

        return run(
            request,
            lambda: services.set_rules(actor=request.actor, center_id=id, **body.validated_data),
            shape=shape,
            name="set_rules",
        )


class Bays(APIView):
    """The bays of a centre."""

    permission = "manage:centers"

    @extend_schema(responses={200: AdministeredBayShape(many=True)})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List them in their order, those out of use too."""
        _own(request.actor, id)
        rows = BayRow.objects.filter(center_id=id).order_by("position", "name")
        return Response([_bay(row) for row in rows])

    @extend_schema(request=NewBayBody, responses={201: AdministeredBayShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Add one; it can be booked at once."""
        body = NewBayBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.open_bay(actor=request.actor, center_id=id, **body.validated_data),
            shape=_bay,
            name="open_bay",
            status=201,
        )


class Bay(APIView):
    """A bay."""

    permission = "manage:centers"

    @extend_schema(request=BayBody, responses={200: AdministeredBayShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Change the fields given."""
        row = BayRow.objects.filter(pk=id, center__in=administered_by(request.actor)).first()
        if row is None:
            raise NotFound()
        body = BayBody(_bay(row), request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: centers.update_bay(actor=request.actor, bay_id=id, **body.validated_data),
            shape=_bay,
            name="update_bay",
        )


class Resources(APIView):
    """The tools and loaner cars of a centre."""

    permission = "manage:centers"

    @extend_schema(responses={200: NamedResourceShape(many=True)})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List those in use."""
        _own(request.actor, id)
        return Response([resource_shape(row) for row in resources_of(id)])

    @extend_schema(request=NewResourceBody, responses={201: NamedResourceShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Add one."""
        body = NewResourceBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.add_resource(actor=request.actor, center_id=id, **body.validated_data),
            shape=resource_shape,
            name="add_resource",
            status=201,
        )


class Resource(APIView):
    """A tool or a loaner car."""

    permission = "manage:centers"

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: ActedRequest, id: UUID) -> Response:
        """Take it out of use."""
        return run(
            request,
            lambda: services.retire_resource(actor=request.actor, resource_id=id),
            shape=lambda _: None,
            name="retire_resource",
            status=204,
        )


class Certificates(APIView):
    """What the people of a centre are certified for."""

    permission = "manage:people"

    @extend_schema(
        parameters=[OpenApiParameter("until", OpenApiTypes.DATE, description="Only those that end by then.")],
        responses={200: CertificateShape(many=True)},
    )
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List them, what ends soonest first."""
        _own(request.actor, id)
        asked = UntilBody(data=request.query_params)
        asked.is_valid(raise_exception=True)
        return Response(certificates_at(id, until=asked.validated_data.get("until")))


class UntilBody(serializers.Serializer[Any]):
    """Until when."""

    until = serializers.DateField(required=False)


def _own(actor: Actor, center_id: UUID) -> ServiceCenter:
    center = administered_by(actor).filter(pk=center_id).first()
    if center is None:
        raise NotFound()
    return center


def _bay(row: BayRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "version": row.version,
        "name": row.name,
        "kind": row.kind,
        "equipment": list(row.equipment),
        "position": row.position,
        "is_active": row.is_active,
    }
