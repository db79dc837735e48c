"""POST /api/auth/reset: set a new password by a mailed link."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, VisitorAuthentication
from workshop.accounts import services

from .shapes import ResetBody


class Reset(APIView):
    """Sets the password and ends every session; sign in with the new one."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    throttle_scope = "sign_in"
    keyless = True

    @extend_schema(request=ResetBody, responses={204: None})
    def post(self, request: ActedRequest) -> Response:
        """Set a new password."""
        body = ResetBody(data=request.data)
        body.is_valid(raise_exception=True)
        services.reset_password(
            actor=request.actor,
            token=body.validated_data["token"],
            password=body.validated_data["password"],
        )
        return Response(status=204)
