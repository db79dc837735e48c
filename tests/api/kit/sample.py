"""A small API of its own, to see what the kit makes of views, bodies and errors."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import Http404
from django.urls import path
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import (
    ActedRequest,
    DeviceCookieAuthentication,
    LinkCookieAuthentication,
    SessionTokenAuthentication,
    VisitorAuthentication,
)
from api.kit.command import run
from api.kit.serializers import StrictSerializer
from tests.workshop.events.happenings import tap
from workshop.accounts.models import User
from workshop.centers.models import Bay, Membership, ServiceCenter
from workshop.kernel import errors as domain

handler400 = "api.kit.errors.bad_request"
handler404 = "api.kit.errors.nowhere"
handler500 = "api.kit.errors.server_error"


def sql(query: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query)


def bug() -> None:
    raise ZeroDivisionError


def refuse(error: Exception) -> Any:
    def go() -> None:
        raise error

    return go


def nobodys_role() -> None:
    Membership.objects.create(user=User.objects.create(), role="staff")


TROUBLE: dict[str, Any] = {
    "invalid": refuse(
        domain.Invalid("wrong_way", "Not like this.", next="Like that.", fields={"x": ["Bad."]})
    ),
    "unauthenticated": refuse(domain.Unauthenticated()),
    "forbidden": refuse(domain.Forbidden()),
    "not_found": refuse(domain.NotFound()),
    "conflict": refuse(domain.Conflict("slot_taken", free=["10:00"])),
    "too_many": refuse(domain.TooMany(retry_after=61)),
    "reused": refuse(domain.Invalid("idempotency_key_reused")),
    "http404": refuse(Http404()),
    "denied": refuse(PermissionDenied()),
    "nested": refuse(
        serializers.ValidationError({"lines": [{}, {"price": ["Too low."]}], "non_field_errors": ["No."]})
    ),
    "model": refuse(ValidationError({"name": ["Too long."]})),
    "unique": lambda: [User.objects.create(email="meena@example.com") for _ in range(2)],
    "check": nobodys_role,
    "null": lambda: Bay.objects.create(center=None),
    "foreign": lambda: (
        Bay.objects.create(center_id="01a1fb60-8fbc-74f7-b715-e537dca8370c"),
        sql("SET CONSTRAINTS ALL IMMEDIATE"),
    ),
    "number": lambda: ServiceCenter.objects.filter(version=10**30).exists() or sql("SELECT 10000000000::int"),
    "nul": lambda: User.objects.filter(phone="\0").exists(),
    "protected": lambda: (User.objects.create(), sql("DELETE FROM accounts_userhistory")),
    "away": lambda: sql("DO $$ BEGIN RAISE EXCEPTION 'gone' USING ERRCODE = '57P01'; END $$"),
    "bug": bug,
}


class Trouble(APIView):
    permission = "public"
    authentication_classes = [VisitorAuthentication]

    def get(self, request: ActedRequest, kind: str) -> Response:
        TROUBLE[kind]()
        return Response({})


class Echo(APIView):
    """Says who asks and what they sent."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]

    def post(self, request: ActedRequest) -> Response:
        return Response({"body": request.data, "origin": request.actor.origin.ip_address})


class Who(APIView):
    permission = "public"
    authentication_classes = [
        SessionTokenAuthentication,
        LinkCookieAuthentication,
        DeviceCookieAuthentication,
    ]

    def get(self, request: ActedRequest) -> Response:
        actor = request.actor
        return Response(
            {"kind": actor.kind, "id": actor.id, "name": actor.name, "scopes": sorted(actor.scopes)}
        )


class TapBody(StrictSerializer):
    place = serializers.IntegerField(min_value=0, max_value=99)


class Tap(APIView):
    permission = {"POST": "update:service_progress", "GET": "signed_in"}

    def get(self, request: ActedRequest, stream: str) -> Response:
        return Response({})

    def post(self, request: ActedRequest, stream: str) -> Response:
        body = TapBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: tap(to=stream, actor=request.actor, **body.validated_data),
            shape=lambda said: {"said": said, "id": request.actor.id},
            name="tap",
            status=201,
        )


class ForLinks(APIView):
    permission = "link"
    authentication_classes = [LinkCookieAuthentication]

    def get(self, request: ActedRequest) -> Response:
        return Response({})


class ForNetwork(APIView):
    permission = "admit:centers"

    def get(self, request: ActedRequest) -> Response:
        return Response({})


class PersonShape(serializers.Serializer[User]):
    email = serializers.CharField()


class People(GenericAPIView[User]):
    permission = "public"
    authentication_classes = [VisitorAuthentication]
    queryset = User.objects.all()
    filter_backends: list[Any] = []

    def get(self, request: ActedRequest) -> Response:
        return self.get_paginated_response(
            PersonShape(self.paginate_queryset(self.get_queryset()), many=True).data
        )


class Limited(APIView):
    permission = "public"
    authentication_classes = [VisitorAuthentication]
    throttle_scope = "forgot"

    def get(self, request: ActedRequest) -> Response:
        return Response({})


urlpatterns = [
    path("api/trouble/<kind>", Trouble.as_view()),
    path("api/echo", Echo.as_view()),
    path("api/who", Who.as_view()),
    path("api/taps/<stream>", Tap.as_view()),
    path("api/links", ForLinks.as_view()),
    path("api/network", ForNetwork.as_view()),
    path("api/people", People.as_view()),
    path("api/limited", Limited.as_view()),
]
