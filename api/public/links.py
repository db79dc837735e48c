"""POST /api/public/links/exchange: open in this browser what a mailed link opens."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit import cookies
from api.kit.auth import ActedRequest, LinkCookieAuthentication
from api.kit.serializers import StrictSerializer
from workshop.accounts import services


class ExchangeBody(StrictSerializer):
    """The token at the end of the link."""

    token = serializers.CharField(max_length=200)


class LinkOpenedShape(serializers.Serializer[None]):
    """What the link opens."""

    kind = serializers.ChoiceField(choices=["visit", "estimate", "payment"])
    id = serializers.UUIDField()
    expires_at = serializers.DateTimeField()


class ExchangeLink(APIView):
    """Exchanges a link for a scoped HttpOnly session. A GET never does, for mail scanners follow links."""

    permission = "public"
    authentication_classes = [LinkCookieAuthentication]
    throttle_scope = "link"
    keyless = True

    @extend_schema(request=ExchangeBody, responses={200: LinkOpenedShape})
    def post(self, request: ActedRequest) -> Response:
        """Open it."""
        body = ExchangeBody(data=request.data)
        body.is_valid(raise_exception=True)
        session, link, token = services.exchange_link(
            actor=request.actor, token=body.validated_data["token"], session_id=request.actor.session_id
        )
        response = Response(
            {"kind": link.kind, "id": link.subject_id, "expires_at": session.expires_at},
            headers={"Cache-Control": "no-store"},
        )
        cookies.put(response, cookies.LINK_COOKIE, token, expires_at=session.expires_at)
        return response
