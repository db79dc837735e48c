"""POST /api/public/devices: a wall screen asks for the code by which the desk pairs it with a centre."""

from datetime import timedelta

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit import cookies
from api.kit.auth import ActedRequest, VisitorAuthentication
from api.kit.shapes.parts import Shape
from workshop.accounts import services
from workshop.kernel.clock import real_now

COOKIE_LIFETIME = timedelta(days=400)
"""As long as browsers keep a cookie; a screen is revoked by the desk, not by time."""


class PairingShape(Shape):
    """The code to show until it is confirmed at the desk."""

    code = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds the code is good for.")


class Devices(APIView):
    """Screens that want to be paired. Until the desk confirms the code, the screen's cookie opens nothing."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    throttle_scope = "link"
    keyless = True

    @extend_schema(request=None, responses={201: PairingShape})
    def post(self, request: ActedRequest) -> Response:
        """Ask for a code."""
        device, token = services.request_pairing(actor=request.actor)
        response = Response(
            {"code": device.code, "expires_in": int((device.code_expires_at - real_now()).total_seconds())},
            status=201,
            headers={"Cache-Control": "no-store"},
        )
        cookies.put(response, cookies.DEVICE_COOKIE, token, expires_at=real_now() + COOKIE_LIFETIME)
        return response
