"""POST /api/auth/refresh: a new access token, and the next refresh token."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit import cookies
from api.kit.auth import ActedRequest, VisitorAuthentication
from api.kit.errors import problem
from workshop.accounts import services
from workshop.centers.standing import standing_of
from workshop.kernel.errors import Forbidden, Unauthenticated

from .answers import center_of, is_browser, signed_in
from .shapes import RefreshBody, SignedInShape


class Refresh(APIView):
    """Keeps a session alive; the token comes in the body, or in a browser's cookie."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    throttle_scope = "refresh"
    keyless = True

    @extend_schema(request=RefreshBody, responses={200: SignedInShape})
    def post(self, request: ActedRequest) -> Response:
        """Refresh."""
        body = RefreshBody(data=request.data)
        body.is_valid(raise_exception=True)
        token = sent_token(request, body.validated_data.get("refresh_token"))
        try:
            refreshed = services.refresh(actor=request.actor, token=token)
        except Unauthenticated as error:
            return _over(request, error)
        wanted = body.validated_data.get("service_center_id")
        if wanted is not None:
            self._switch(request, refreshed.session.id, wanted)
        return signed_in(request, refreshed.session.id, refreshed.refresh_token)

    def _switch(self, request: ActedRequest, session_id: UUID, wanted: UUID) -> None:
        standing = standing_of(session_id)
        if standing is None or center_of(standing.roles, wanted) != wanted:
            raise Forbidden(
                "not_your_center", "You hold no role at this centre.", next="Choose one of your centres."
            )
        services.act_in_center(actor=standing.actor(), center_id=wanted)


def sent_token(request: ActedRequest, in_body: str | None) -> str:
    """Return the refresh token as it was sent: in the body, or as a cookie by a browser that says so."""
    return in_body or (request.COOKIES.get(cookies.REFRESH_COOKIE, "") if is_browser(request) else "")


def _over(request: ActedRequest, error: Unauthenticated) -> Response:
    response = problem(error, {"request": request})
    if response is None:
        raise error
    if cookies.REFRESH_COOKIE in request.COOKIES:
        cookies.drop(response, cookies.REFRESH_COOKIE)
    return response
