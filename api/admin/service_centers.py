"""/api/admin/service-centers: the centres one administers."""

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
from api.kit.serializers import ChangeBody, StrictSerializer, WholeBody
from api.kit.shapes.center import AdministeredCenterShape
from api.kit.verbs import Now, SeenBody, Verb, telling
from workshop.centers import services
from workshop.centers.models import ServiceCenter as CenterRow
from workshop.centers.placing import surely_placed
from workshop.centers.selectors import administered_by
from workshop.centers.shapes import administered_center
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound

MOST_SPANS = 35
MOST_AREAS = 300


class SpanBody(WholeBody):
    """An open span of a weekday in the centre's wall-clock time."""

    weekday = serializers.IntegerField(min_value=0, max_value=6, help_text="0 is Monday.")
    opens = serializers.TimeField()
    closes = serializers.TimeField()

    def to_internal_value(self, data: Any) -> tuple[Any, ...]:
        """Return weekday, opens and closes."""
        said = super().to_internal_value(data)
        return said["weekday"], said["opens"], said["closes"]


class AreaBody(StrictSerializer):
    """A city, a district or a postcode from which a centre takes work: one of them."""

    city = serializers.CharField(max_length=80, required=False)
    district = serializers.CharField(max_length=80, required=False)
    postcode = serializers.CharField(max_length=16, required=False)


class CenterFields(StrictSerializer):
    """What may be written of a centre. Without a position it gets the one of its address or postcode."""

    name = serializers.CharField(max_length=120)
    address = serializers.CharField(max_length=240)
    city = serializers.CharField(max_length=80)
    district = serializers.CharField(max_length=80, required=False, allow_blank=True)
    postcode = serializers.CharField(max_length=16)
    latitude = serializers.DecimalField(
        max_digits=9, decimal_places=6, min_value=-90, max_value=90, required=False, allow_null=True
    )
    longitude = serializers.DecimalField(
        max_digits=9, decimal_places=6, min_value=-180, max_value=180, required=False, allow_null=True
    )
    phone = serializers.CharField(max_length=32, required=False, allow_blank=True)
    email = serializers.EmailField(max_length=254, required=False, allow_blank=True)
    time_zone = serializers.CharField(max_length=64)
    currency = serializers.CharField(max_length=3)
    working_hours = serializers.ListField(
        child=SpanBody(), required=False, max_length=MOST_SPANS, source="hours"
    )
    service_areas = serializers.ListField(
        child=AreaBody(), required=False, max_length=MOST_AREAS, source="areas"
    )


class CodeField(serializers.RegexField):
    """A centre's code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(r"^[A-Z][A-Z0-9]{1,5}$", help_text="2 to 6 capital letters and digits.", **kwargs)


class NewCenterBody(CenterFields):
    """A new centre; `code` begins the numbers of its documents."""

    code = CodeField()


class CenterBody(ChangeBody, CenterFields):
    """What changed about a centre, and the version that was seen."""

    is_active = serializers.BooleanField()
    version = serializers.IntegerField(min_value=1)


class CenterFilters(Filters):
    """By state, city and words."""

    status = filters.ChoiceFilter(choices=CenterRow.Status.choices)
    city = filters.CharFilter(lookup_expr="iexact", max_length=80)
    is_active = filters.BooleanFilter()
    q = filters.CharFilter(field_name="name", lookup_expr="icontains", max_length=100)


class ServiceCenters(ListView):
    """The centres one administers."""

    permission = {"GET": "manage:centers", "POST": "admit:centers"}
    queryset = nothing_of(CenterRow)
    filterset_class = CenterFilters
    ordering = ("name", "id")

    @extend_schema(responses={200: AdministeredCenterShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them by name."""
        rows = administered_by(request.actor)
        return self.page(rows, lambda found: [administered_center(row) for row in found])

    @extend_schema(request=NewCenterBody, responses={201: AdministeredCenterShape})
    def post(self, request: ActedRequest) -> Response:
        """Make one, approved, as the network's administration."""
        body = NewCenterBody(data=request.data)
        body.is_valid(raise_exception=True)
        values = surely_placed(body.validated_data)
        return run(
            request,
            lambda: services.create_center(actor=request.actor, **values),
            shape=administered_center,
            name="create_center",
            status=201,
        )


class ServiceCenter(APIView):
    """A centre one administers."""

    permission = "manage:centers"

    @extend_schema(responses={200: AdministeredCenterShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        return Response(_shown(request.actor, id))

    @extend_schema(request=CenterBody, responses={200: AdministeredCenterShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Change the fields given; `working_hours` and `service_areas` are each replaced as a whole."""
        actor = request.actor
        shown = _shown(actor, id)
        body = CenterBody(shown, request.data)
        body.is_valid(raise_exception=True)
        values = surely_placed(body.validated_data, shown)
        with telling(lambda: _now(actor, id)):
            return run(
                request,
                lambda: services.update_center(actor=actor, center_id=id, **values),
                shape=administered_center,
                name="update_center",
            )


class _Decision(Verb):
    permission = "admit:centers"
    answer = AdministeredCenterShape
    names = "center_id"

    def shape(self, actor: Actor, result: CenterRow) -> dict[str, Any]:
        """Return the centre."""
        return administered_center(result)

    def now(self, actor: Actor, id: UUID) -> Now | None:
        """Return the centre as it is now."""
        return _now(actor, id)


class ApproveBody(SeenBody):
    """The version that was seen, and the code of the centre where it is not to come from its name."""

    code = CodeField(required=False)


class RejectBody(SeenBody):
    """The version that was seen, and why, for the applicant to read."""

    reason = serializers.CharField(max_length=400)


class Approve(_Decision):
    """Take a centre into the network; who applied becomes its administrator."""

    service = services.approve_center
    body = ApproveBody


class Reject(_Decision):
    """Refuse a centre."""

    service = services.reject_center
    body = RejectBody


def _shown(actor: Actor, id: UUID) -> dict[str, Any]:
    row = administered_by(actor).filter(pk=id).first()
    if row is None:
        raise NotFound()
    return administered_center(row)


def _now(actor: Actor, id: UUID) -> Now:
    shown = _shown(actor, id)
    return Now({"center": shown}, shown)
