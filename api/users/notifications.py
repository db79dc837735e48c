"""/api/users/notifications: what one was told in the app."""

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
from api.kit.pagination import CursorPages
from api.kit.shapes.parts import ClockShape, Shape
from workshop.kernel import clock
from workshop.notifications import services
from workshop.notifications.models import Notification as NotificationRow
from workshop.notifications.selectors import inbox_of, place_of, visible_to
from workshop.notifications.services.read import Read
from workshop.notifications.shapes import inbox_view, notification_view


class NotificationShape(Shape):
    """What one was told of one event; `path` is the page that shows it."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=NotificationRow.Kind.choices)
    title = serializers.CharField()
    message = serializers.CharField()
    path = serializers.CharField()
    subject = serializers.CharField(help_text="What it is about, e.g. `appointment:<id>`.")
    center_id = serializers.UUIDField(allow_null=True)
    at = serializers.DateTimeField(help_text="When it happened, by the workshop's clock.")
    is_read = serializers.BooleanField()
    read_at = serializers.DateTimeField(allow_null=True)


class InboxShape(Shape):
    """How many one has not read."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    unread = serializers.IntegerField()


class NotificationChangeShape(Shape):
    """The notifications that changed, and the inbox after it."""

    notifications = NotificationShape(many=True)
    inbox = InboxShape()


class InboxPages(CursorPages):
    """Pages of notifications, with what is needed to follow them live: the inbox, the topic and its number."""

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe a page for the OpenAPI schema."""
        page = super().get_paginated_response_schema(schema)
        page["required"] = [*page["required"], "inbox", "topic", "seq", "clock"]
        page["properties"] |= {
            "inbox": {"$ref": f"#/components/schemas/{InboxShape.__name__}"},
            "topic": {"type": "string"},
            "seq": {"type": "integer"},
            "clock": {"$ref": f"#/components/schemas/{ClockShape.__name__}"},
        }
        return page


class NotificationFilters(Filters):
    """By whether they are unread, by kind, and by words."""

    unread = filters.BooleanFilter(field_name="is_read", exclude=True)
    kind = filters.ChoiceFilter(choices=NotificationRow.Kind.choices)
    q = filters.CharFilter(method="search", max_length=100)

    def search(self, rows: QuerySet[NotificationRow], name: str, value: str) -> QuerySet[NotificationRow]:
        """Return those that say the text."""
        return rows.filter(Q(title__icontains=value) | Q(message__icontains=value))


class Notifications(ListView):
    """What one was told."""

    permission = "signed_in"
    queryset = nothing_of(NotificationRow)
    filterset_class = NotificationFilters
    pagination_class = InboxPages

    @extend_schema(responses={200: NotificationShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the newest first."""
        place = {**place_of(request.actor), "clock": clock.reading()}
        page = self.page(visible_to(request.actor), lambda rows: [notification_view(row) for row in rows])
        page.data |= {**place, "inbox": inbox_of(request.actor)}
        return page


class ReadNotification(APIView):
    """One of one's notifications was read."""

    permission = "signed_in"

    @extend_schema(request=None, responses={200: NotificationChangeShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Note it."""
        return run(
            request,
            lambda: services.read_notification(actor=request.actor, notification_id=id),
            shape=_changed,
            name="read_notification",
        )


class ReadAll(APIView):
    """All of one's notifications were read."""

    permission = "signed_in"

    @extend_schema(request=None, responses={200: NotificationChangeShape})
    def post(self, request: ActedRequest) -> Response:
        """Note it; the answer names the newest of them."""
        return run(request, lambda: services.read_all(actor=request.actor), shape=_changed, name="read_all")


def _changed(read: Read) -> dict[str, Any]:
    rows, inbox = read
    return {
        "notifications": [notification_view(row) for row in rows],
        "inbox": inbox_view(inbox.user_id, inbox),
    }
