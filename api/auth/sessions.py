"""GET, DELETE /api/auth/sessions and DELETE /api/auth/sessions/{id}: where one is signed in."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from workshop.accounts import selectors, services
from workshop.accounts.models import SignInSession
from workshop.kernel.actor import Actor

from .shapes import SessionsShape


class Sessions(APIView):
    """One's own live sessions."""

    permission = "signed_in"
    keyless = True

    @extend_schema(responses={200: SessionsShape})
    def get(self, request: ActedRequest) -> Response:
        """List them, the one used last first."""
        actor: Actor = request.actor
        live = selectors.live_sessions(actor.id) if actor.id else []
        return Response({"results": [_shape(session, actor) for session in live]})

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: ActedRequest) -> Response:
        """End all but this one."""
        actor: Actor = request.actor
        if actor.id:
            services.end_sessions(
                actor=actor,
                person_id=actor.id,
                reason=SignInSession.EndReason.ENDED_BY_PERSON,
                besides=actor.session_id,
            )
        return Response(status=204)


class Session(APIView):
    """One of one's own sessions."""

    permission = "signed_in"
    keyless = True

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: ActedRequest, id: UUID) -> Response:
        """End it."""
        services.end_session(actor=request.actor, session_id=id)
        return Response(status=204)


def _shape(session: SignInSession, actor: Actor) -> dict[str, Any]:
    return {
        "id": session.id,
        "kind": session.kind,
        "current": session.id == actor.session_id,
        "user_agent": session.user_agent,
        "ip_address": session.ip_address,
        "created_at": session.created_at,
        "last_used_at": session.last_used_at,
        "expires_at": session.expires_at,
    }
