"""POST /api/auth/socket-ticket: a single-use ticket for the socket, for a person, a link's holder or a screen."""

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import (
    ActedRequest,
    DeviceCookieAuthentication,
    LinkCookieAuthentication,
    SessionTokenAuthentication,
)
from workshop.accounts import services
from workshop.kernel.actor import Actor

from .shapes import TicketShape


class SocketTicket(APIView):
    """Gives a ticket for whatever session the request came with; a visitor needs none for public topics."""

    permission = "public"
    authentication_classes = [
        SessionTokenAuthentication,
        LinkCookieAuthentication,
        DeviceCookieAuthentication,
    ]
    keyless = True

    @extend_schema(request=None, responses={200: TicketShape})
    def post(self, request: ActedRequest) -> Response:
        """Take a ticket."""
        actor: Actor = request.actor
        ticket = None if actor.kind == "visitor" else services.issue_ticket(actor=actor)
        return Response(
            {"ticket": ticket, "expires_in": int(settings.SOCKET_TICKET_LIFETIME.total_seconds())}
        )
