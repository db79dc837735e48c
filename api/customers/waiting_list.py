"""/api/customers/waiting-list: the slots that one waits for."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.lists import ListView, nothing_of
from api.kit.pagination import CursorPages
from api.kit.serializers import IdField
from api.kit.shapes.parts import ClockShape
from api.kit.shapes.waiting import JoinBody, OwnWaitingShape, WaitingChangeShape
from api.kit.waiting import WaitingFilters, WaitingVerb, changed
from workshop.events.log import heads
from workshop.kernel import clock
from workshop.scheduling import services
from workshop.scheduling.line import own_view, owned_by, shown
from workshop.scheduling.models import WaitingEntry


class OwnJoinBody(JoinBody):
    """A slot for one of one's own vehicles."""

    vehicle_id = IdField()


class OwnPlacePages(CursorPages):
    """Pages of places, with what is needed to follow them live: the topic and its number."""

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe a page for the OpenAPI schema."""
        page = super().get_paginated_response_schema(schema)
        page["required"] = [*page["required"], "topic", "seq", "clock"]
        page["properties"] |= {
            "topic": {"type": "string"},
            "seq": {"type": "integer"},
            "clock": {"$ref": f"#/components/schemas/{ClockShape.__name__}"},
        }
        return page


class WaitingList(ListView):
    """The slots that one waits for."""

    permission = {"GET": "read:own_appointments", "POST": "manage:own_appointments"}
    queryset = nothing_of(WaitingEntry)
    filterset_class = WaitingFilters
    pagination_class = OwnPlacePages

    @extend_schema(responses={200: OwnWaitingShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List one's places, the newest first."""
        stream = f"person:{request.actor.person_id}"
        place = {"topic": "me", "seq": heads([stream])[stream], "clock": clock.reading()}
        rows = shown(owned_by(request.actor))
        page = self.page(rows, lambda found: [own_view(row) for row in found])
        page.data |= place
        return page

    @extend_schema(request=OwnJoinBody, responses={201: WaitingChangeShape})
    def post(self, request: ActedRequest) -> Response:
        """Wait for a slot that becomes free; the first in line whom it fits is offered it."""
        body = OwnJoinBody(data=request.data)
        body.is_valid(raise_exception=True)
        actor = request.actor
        return run(
            request,
            lambda: services.join_waiting_list(actor=actor, **body.validated_data),
            shape=lambda row: changed(row, actor),
            name="join_waiting_list",
            status=201,
        )


class BookOffer(WaitingVerb):
    """Book the slot that is offered to one."""

    permission = "manage:own_appointments"
    service = staticmethod(services.book_offer)


class WaitOn(WaitingVerb):
    """Let pass what is offered and wait for another; the next in line gets it."""

    permission = "manage:own_appointments"
    service = staticmethod(services.wait_on)


class Leave(WaitingVerb):
    """Wait no more."""

    permission = "manage:own_appointments"
    service = staticmethod(services.leave_waiting_list)
