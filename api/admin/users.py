"""/api/admin/users: who works at the centres one administers."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.serializers import ChangeBody, IdField, PhoneField, StrictSerializer, WholeBody
from api.kit.shapes.parts import Shape
from workshop.centers import services
from workshop.centers.models import Membership
from workshop.centers.selectors import members_administered_by
from workshop.centers.services.employ import WORKING
from workshop.centers.shapes import member_shape
from workshop.kernel.errors import NotFound

ROLES = [(role.value, role.label) for role in WORKING]


class CertificationBody(WholeBody):
    """A certificate that proves a skill until it expires."""

    name = serializers.CharField(max_length=120)
    number = serializers.CharField(max_length=60)
    skill = serializers.CharField(max_length=30)
    expires_on = serializers.DateField()

    def to_internal_value(self, data: Any) -> tuple[Any, ...]:
        """Return name, number, skill and the day it expires."""
        said = super().to_internal_value(data)
        return said["name"], said["number"], said["skill"], said["expires_on"]


class _Profile(StrictSerializer):
    name = serializers.CharField(max_length=120, required=False)
    lead = serializers.BooleanField(required=False, source="is_lead")
    driver = serializers.BooleanField(required=False, source="is_driver")
    skills = serializers.ListField(
        child=serializers.CharField(max_length=30), required=False, max_length=50, allow_empty=True
    )
    hourly_cost = serializers.DecimalField(
        max_digits=10, decimal_places=2, min_value=0, required=False, allow_null=True
    )
    certifications = serializers.ListField(child=CertificationBody(), required=False, max_length=50)


class NewMemberBody(_Profile):
    """Who gets which role where; without a centre it is the network's administration."""

    email = serializers.EmailField(max_length=254)
    role = serializers.ChoiceField(choices=ROLES)
    service_center_id = IdField(allow_null=True, source="center_id")
    phone = PhoneField(required=False, allow_blank=True)


class MemberBody(ChangeBody, _Profile):
    """What changed about somebody who works here, and the version that was seen; a role is given and ended instead."""

    version = serializers.IntegerField(min_value=0)


class PinBody(StrictSerializer):
    """The digits by which somebody tells a shared tablet that it is them."""

    pin = serializers.CharField(max_length=8, write_only=True)


class CertificationShape(Shape):
    """A certificate."""

    name = serializers.CharField()
    number = serializers.CharField()
    skill = serializers.CharField()
    expires_on = serializers.DateField()


class MembershipShape(Shape):
    """A role that somebody holds, with their staff profile. `id` is the role's, `user_id` the person's."""

    id = serializers.UUIDField()
    version = serializers.IntegerField(help_text="The profile's; 0 while there is none.")
    user_id = serializers.UUIDField()
    email = serializers.CharField()
    phone = serializers.CharField()
    role = serializers.ChoiceField(choices=ROLES)
    service_center_id = serializers.UUIDField(allow_null=True)
    name = serializers.CharField()
    lead = serializers.BooleanField()
    driver = serializers.BooleanField()
    skills = serializers.ListField(child=serializers.CharField())
    hourly_cost = serializers.DecimalField(max_digits=10, decimal_places=2, allow_null=True)
    certifications = CertificationShape(many=True)
    has_pin = serializers.BooleanField(help_text="Whether a shared tablet can be told that it is them.")
    can_sign_in = serializers.BooleanField(
        help_text="False until the mailed link to set a password was used."
    )
    created_at = serializers.DateTimeField()


class MemberFilters(Filters):
    """By centre, role, and words of name, email or phone."""

    center = filters.UUIDFilter(field_name="center_id")
    role = filters.ChoiceFilter(choices=ROLES)
    q = filters.CharFilter(method="search", max_length=100)

    def search(self, rows: QuerySet[Membership], name: str, value: str) -> QuerySet[Membership]:
        """Return those whose name, email or phone contains the text."""
        return rows.filter(
            Q(user__staff_profile__name__icontains=value)
            | Q(user__email__icontains=value)
            | Q(user__phone__icontains=value)
        )


class Users(ListView):
    """Everybody who works at the centres one administers."""

    permission = "manage:people"
    queryset = nothing_of(Membership)
    filterset_class = MemberFilters

    @extend_schema(responses={200: MembershipShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the newest first."""
        rows = members_administered_by(request.actor)
        return self.page(rows, lambda found: [member_shape(row) for row in found])

    @extend_schema(request=NewMemberBody, responses={201: MembershipShape})
    def post(self, request: ActedRequest) -> Response:
        """Give somebody a role; who is new gets a mail to set a password."""
        body = NewMemberBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.employ(actor=request.actor, **body.validated_data),
            shape=member_shape,
            name="employ",
            status=201,
        )


class User(APIView):
    """A role that somebody holds at a centre one administers."""

    permission = "manage:people"

    @extend_schema(responses={200: MembershipShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        return Response(_shown(request, id))

    @extend_schema(request=MemberBody, responses={200: MembershipShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Change the fields given of the person's staff profile."""
        body = MemberBody(_shown(request, id), request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.update_member(actor=request.actor, membership_id=id, **body.validated_data),
            shape=member_shape,
            name="update_member",
        )

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: ActedRequest, id: UUID) -> Response:
        """End the role; the person's screens of this centre close within seconds."""
        return run(
            request,
            lambda: services.end_membership(actor=request.actor, membership_id=id),
            shape=lambda _: None,
            name="end_membership",
            status=204,
        )


class Pin(APIView):
    """The PIN of somebody who works at a centre one administers."""

    permission = "manage:people"

    @extend_schema(request=PinBody, responses={204: None})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Give them another; nobody is ever shown it."""
        person = UUID(_shown(request, id)["user_id"])
        body = PinBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.set_pin(actor=request.actor, user_id=person, **body.validated_data),
            shape=lambda _: None,
            name="set_pin",
            status=204,
        )


def _shown(request: ActedRequest, id: UUID) -> dict[str, Any]:
    row = members_administered_by(request.actor).filter(pk=id).first()
    if row is None:
        raise NotFound()
    return member_shape(row)
