"""/api/users/applications: the centres with which one applied to the network."""

from typing import Any
from uuid import UUID

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.admin.service_centers import CenterFields
from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.serializers import ChangeBody
from api.kit.shapes.center import AdministeredCenterShape
from api.kit.verbs import Now, telling
from workshop.centers import services
from workshop.centers.models import ServiceCenter
from workshop.centers.placing import surely_placed
from workshop.centers.selectors import applications_of
from workshop.centers.shapes import administered_center
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound


class ApplicationBody(CenterFields):
    """A centre that applies, and words about it."""

    about = serializers.CharField(max_length=2000, required=False, allow_blank=True)


class ChangedApplicationBody(ChangeBody, ApplicationBody):
    """What changed about a rejected centre, and the version that was seen."""

    version = serializers.IntegerField(min_value=1)


class ApplicationFilters(Filters):
    """By state and words."""

    status = filters.ChoiceFilter(choices=ServiceCenter.Status.choices)
    q = filters.CharFilter(field_name="name", lookup_expr="icontains", max_length=100)


class Applications(ListView):
    """One's own applications."""

    permission = "signed_in"
    queryset = nothing_of(ServiceCenter)
    filterset_class = ApplicationFilters

    @extend_schema(responses={200: AdministeredCenterShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the newest first, with what became of each."""
        rows = applications_of(request.actor)
        return self.page(rows, lambda found: [administered_center(row) for row in found])


class ApplyAgain(APIView):
    """Another try of a centre that was rejected."""

    permission = "signed_in"
    throttle_scope = "apply"

    @extend_schema(request=ChangedApplicationBody, responses={200: AdministeredCenterShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Apply again, after changing the fields given."""
        actor = request.actor
        shown = _shown(actor, id)
        body = ChangedApplicationBody(shown, request.data)
        body.is_valid(raise_exception=True)
        values = surely_placed(body.validated_data, shown)
        with telling(lambda: _now(actor, id)):
            return run(
                request,
                lambda: services.apply_again(actor=actor, center_id=id, **values),
                shape=administered_center,
                name="apply_again",
            )


def _shown(actor: Actor, id: UUID) -> dict[str, Any]:
    row = applications_of(actor).filter(pk=id).first()
    if row is None:
        raise NotFound()
    return administered_center(row)


def _now(actor: Actor, id: UUID) -> Now:
    shown = _shown(actor, id)
    return Now({"center": shown}, shown)
