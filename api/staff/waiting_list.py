"""/api/staff/waiting-list: who waits at one's centre, and what the desk does for them on the phone."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.lists import ListView, nothing_of
from api.kit.shapes.party import PartyBody
from api.kit.shapes.waiting import JoinBody, WaitingChangeShape, WaitingShape
from api.kit.waiting import WaitingFilters, WaitingVerb, changed
from workshop.scheduling import services
from workshop.scheduling.line import served_by, shown, view
from workshop.scheduling.models import WaitingEntry


class DeskJoinBody(PartyBody, JoinBody):
    """A slot for a customer, by id or new, with a vehicle, by id or new."""


class WaitingList(ListView):
    """The waiting lists of one's centres."""

    permission = {"GET": "read:all_appointments", "POST": "manage:appointments"}
    queryset = nothing_of(WaitingEntry)
    filterset_class = WaitingFilters
    ordering = ("created_at", "id")

    @extend_schema(responses={200: WaitingShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List who waits, in the order of the line."""
        rows = shown(served_by(request.actor))
        return self.page(rows, lambda found: [view(row, request.actor) for row in found])

    @extend_schema(request=DeskJoinBody, responses={201: WaitingChangeShape})
    def post(self, request: ActedRequest) -> Response:
        """Let a customer wait for a slot that becomes free."""
        body = DeskJoinBody(data=request.data)
        body.is_valid(raise_exception=True)
        actor = request.actor
        return run(
            request,
            lambda: services.join_at_desk(actor=actor, **body.validated_data),
            shape=lambda row: changed(row, actor),
            name="join_at_desk",
            status=201,
        )


class BookOffer(WaitingVerb):
    """Book what is offered to a customer, who said so."""

    permission = "manage:appointments"
    service = staticmethod(services.book_offer)


class WaitOn(WaitingVerb):
    """Let pass what is offered to a customer, who waits for another; the next in line gets it."""

    permission = "manage:appointments"
    service = staticmethod(services.wait_on)


class Leave(WaitingVerb):
    """Take a customer off the list."""

    permission = "manage:appointments"
    service = staticmethod(services.leave_waiting_list)
