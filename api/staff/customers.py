"""/api/staff/customers: the customers of one's centre."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.serializers import ChangeBody
from api.kit.shapes.parts import Shape, VehicleCardShape
from workshop.accounts.models import User
from workshop.centers import services
from workshop.centers.selectors import patrons_of
from workshop.centers.shapes import patron_shape
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound
from workshop.vehicles.identity import plate_key
from workshop.vehicles.selectors import cards_by_owner, visible_to

PERMISSION = {"GET": "read:customers", "PUT": "update:customers"}


class CustomerShape(Shape):
    """A customer of the centre, with the vehicles that the centre knows."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    phone = serializers.CharField()
    first_name = serializers.CharField()
    last_name = serializers.CharField()
    email = serializers.CharField()
    address = serializers.CharField()
    created_at = serializers.DateTimeField()
    vehicles = VehicleCardShape(many=True)


class CustomerBody(ChangeBody):
    """What the customer is called and where they live; email and phone are theirs to change."""

    first_name = serializers.CharField(max_length=80)
    last_name = serializers.CharField(max_length=80, allow_blank=True)
    address = serializers.CharField(max_length=240, allow_blank=True)


class CustomerFilters(Filters):
    """By centre, and by words of name, phone, email or plate."""

    center = filters.UUIDFilter(method="at_center")
    q = filters.CharFilter(method="search", max_length=100)
    request: ActedRequest

    def at_center(self, rows: QuerySet[User], name: str, value: UUID) -> QuerySet[User]:
        """Return the customers of one centre, if one works at its desk."""
        return rows.filter(patronages__center_id=value) if self.request.actor.at_desk(value) else rows.none()

    def search(self, rows: QuerySet[User], name: str, value: str) -> QuerySet[User]:
        """Return those whose name, phone, email or plate contains the text."""
        named = rows.alias(
            full_name=Concat("customer_profile__first_name", Value(" "), "customer_profile__last_name")
        )
        found = Q(full_name__icontains=value) | Q(phone__icontains=value) | Q(email__icontains=value)
        if key := plate_key(value):
            seen = visible_to(self.request.actor).filter(plate_key__contains=key)
            found |= Q(ownerships__to_date__isnull=True, ownerships__vehicle__in=seen)
        return named.filter(found).distinct()


class Customers(ListView):
    """Those who booked at one's centre or were received there."""

    permission = PERMISSION
    queryset = nothing_of(User)
    filterset_class = CustomerFilters

    @extend_schema(responses={200: CustomerShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the newest first."""
        return self.page(patrons_of(request.actor), lambda found: _seen(found, request.actor))


class Customer(APIView):
    """A customer of one's centre."""

    permission = PERMISSION

    @extend_schema(responses={200: CustomerShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read."""
        return Response(_shown(request.actor, id))

    @extend_schema(request=CustomerBody, responses={200: CustomerShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Correct the names and the address, and keep the rest."""
        actor = request.actor
        body = CustomerBody(_shown(actor, id), request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.correct_customer(actor=actor, customer_id=id, **body.validated_data),
            shape=lambda person: _seen([person], actor)[0],
            name="correct_customer",
        )


def _shown(actor: Actor, id: UUID) -> dict[str, Any]:
    found = _seen(patrons_of(actor).filter(pk=id), actor)
    if not found:
        raise NotFound()
    return found[0]


def _seen(people: Iterable[User], actor: Actor) -> list[dict[str, Any]]:
    found = list(people)
    cards = cards_by_owner(actor, (person.id for person in found))
    return [{**patron_shape(person), "vehicles": cards[person.id]} for person in found]
