"""POST /api/auth/forgot: ask for a link that sets a new password."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, VisitorAuthentication
from workshop.accounts import services

from .shapes import ForgotBody


class Forgot(APIView):
    """Answers 202 whether or not anybody has this email."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    throttle_scope = "forgot"
    keyless = True

    @extend_schema(request=ForgotBody, responses={202: None})
    def post(self, request: ActedRequest) -> Response:
        """Ask for a link."""
        body = ForgotBody(data=request.data)
        body.is_valid(raise_exception=True)
        services.request_reset(actor=request.actor, email=body.validated_data["email"])
        return Response(status=202)
