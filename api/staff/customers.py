"""/api/staff/customers: the customers of one's centre."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.centers import CENTER
from api.kit.command import run
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.shapes.customer import (
    AdmittedBody,
    CustomerBody,
    CustomerShape,
    DeskVehicleBody,
    KnownCustomerShape,
)
from api.kit.shapes.documents import CustomerFileShape
from api.kit.shapes.vehicle import VehicleShape
from api.kit.verbs import Now, telling
from workshop.accounts.models import User
from workshop.centers import services
from workshop.centers.cards import cards_at_desk
from workshop.centers.models import Patronage
from workshop.centers.selectors import patrons_of
from workshop.centers.shapes import patron_card, patron_shape
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Invalid, NotFound
from workshop.scheduling.customers import counted, customer_file
from workshop.scheduling.services import admit_with_vehicle
from workshop.vehicles.finding import matching
from workshop.vehicles.selectors import cards_by_owner
from workshop.vehicles.services import add_vehicle
from workshop.vehicles.shapes import vehicle_view

PERMISSION = {"GET": "read:customers", "POST": "update:customers", "PUT": "update:customers"}


class CustomerFilters(Filters):
    """By centre, and by words of name, phone, email or plate."""

    center = filters.UUIDFilter(method="at_center")
    q = filters.CharFilter(method="search", max_length=100)
    request: ActedRequest

    def at_center(self, rows: QuerySet[User], name: str, value: UUID) -> QuerySet[User]:
        """Return the customers of one centre, if one works at its desk."""
        return rows.filter(patronages__center_id=value) if self.request.actor.at_desk(value) else rows.none()

    def search(self, rows: QuerySet[User], name: str, value: str) -> QuerySet[User]:
        """Return those with whom each word is found, or whose phone number or plate the text is."""
        actor = self.request.actor
        return matching(rows, value, None if actor.runs_network else actor.centers("staff", "admin"))


class Customers(ListView):
    """Those who booked at one's centre, were received there, or had a card made."""

    permission = PERMISSION
    queryset = nothing_of(User)
    filterset_class = CustomerFilters

    @extend_schema(responses={200: CustomerShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the newest first."""
        return self.page(patrons_of(request.actor), lambda found: _seen(found, request.actor))

    @extend_schema(request=AdmittedBody, responses={201: KnownCustomerShape})
    def post(self, request: ActedRequest) -> Response:
        """Make a card of somebody new; who is known here by phone or email answers 409 with who it is."""
        body = AdmittedBody(data=request.data)
        body.is_valid(raise_exception=True)
        actor = request.actor
        return run(
            request,
            lambda: admit_with_vehicle(actor=actor, **body.validated_data),
            shape=lambda card: _known(card, actor),
            name="admit_customer",
            status=201,
        )


class Customer(APIView):
    """A customer of one's centre."""

    permission = PERMISSION

    @extend_schema(parameters=[CENTER], responses={200: KnownCustomerShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read the centre's card of them, their vehicles there, and how often they came."""
        return Response(_known(_card(request, id), request.actor))

    @extend_schema(parameters=[CENTER], request=CustomerBody, responses={200: KnownCustomerShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Change the names, address, preferences and notes given, and keep the rest."""
        actor, card = request.actor, _card(request, id)
        body = CustomerBody(_known(card, actor), request.data)
        body.is_valid(raise_exception=True)
        with telling(lambda: _now(_card(request, id))):
            return run(
                request,
                lambda: services.amend_customer(
                    actor=actor, customer_id=id, center_id=card.center_id, **body.validated_data
                ),
                shape=lambda changed: _known(changed, actor),
                name="amend_customer",
            )


class CustomerFile(APIView):
    """All that a centre's desk knows of a customer, live."""

    permission = "read:customers"

    @extend_schema(parameters=[CENTER], responses={200: CustomerFileShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        return Response(customer_file(request.actor, id, _card(request, id).center_id))


class CustomerVehicles(APIView):
    """The vehicles of a customer of one's centre."""

    permission = "update:customers"

    @extend_schema(request=DeskVehicleBody, responses={201: VehicleShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Add one."""
        body = DeskVehicleBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: add_vehicle(actor=request.actor, owner_id=id, **body.validated_data),
            shape=vehicle_view,
            name="add_vehicle",
            status=201,
        )


def _card(request: ActedRequest, id: UUID) -> Patronage:
    """Return the card that `?center=` names, or of who has cards at several of one's centres the oldest."""
    cards = cards_at_desk(request.actor).filter(person_id=id).order_by("id")
    if (text := request.query_params.get("center")) is not None:
        try:
            cards = cards.filter(center_id=UUID(text))
        except ValueError as error:
            raise Invalid(
                "validation_failed", fields={"center": ["This is not the id of a centre."]}
            ) from error
    if (card := cards.first()) is None:
        raise NotFound()
    return card


def _known(card: Patronage, actor: Actor) -> dict[str, Any]:
    return {
        **patron_card(card),
        "vehicles": cards_by_owner(actor, [card.person_id])[card.person_id],
        "visits": counted(card.person_id, [card.center_id]),
    }


def _now(card: Patronage) -> Now:
    shown = patron_card(card)
    return Now({"customer": shown}, {**shown, "allowed_actions": []})


def _seen(people: Iterable[User], actor: Actor) -> list[dict[str, Any]]:
    found = list(people)
    cards = cards_by_owner(actor, (person.id for person in found))
    return [{**patron_shape(person), "vehicles": cards[person.id]} for person in found]
