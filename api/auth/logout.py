"""POST /api/auth/logout: end the session one is signed in with."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit import cookies
from api.kit.auth import ActedRequest, VisitorAuthentication, bearer
from api.kit.tokens import session_of
from workshop.accounts import selectors, services
from workshop.centers.standing import standing_of
from workshop.kernel.errors import Unauthenticated

from .refresh import sent_token
from .shapes import LogoutBody


class Logout(APIView):
    """Signs out, by access or refresh token. It succeeds for who is not signed in any more."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    keyless = True

    @extend_schema(request=LogoutBody, responses={204: None})
    def post(self, request: ActedRequest) -> Response:
        """Sign out."""
        body = LogoutBody(data=request.data)
        body.is_valid(raise_exception=True)
        for session_id in _named(request, body.validated_data.get("refresh_token")):
            standing = standing_of(session_id)
            if standing is not None:
                services.sign_out(actor=standing.actor(request.actor.origin), session_id=session_id)
        response = Response(status=204)
        cookies.drop(response, cookies.REFRESH_COOKIE)
        return response


def _named(request: ActedRequest, in_body: str | None) -> set[UUID]:
    by_refresh = selectors.refresh_session_id(sent_token(request, in_body))
    try:
        by_access = session_of(bearer(request._request))
    except Unauthenticated:
        by_access = None
    return {session_id for session_id in (by_refresh, by_access) if session_id is not None}
