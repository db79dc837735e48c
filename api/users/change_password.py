"""POST /api/users/change-password: set a new password, and sign out everywhere else."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from workshop.accounts import services

from .shapes import ChangePasswordBody


class ChangePassword(APIView):
    """Changes one's own password."""

    permission = "signed_in"
    throttle_scope = "sign_in"
    keyless = True

    @extend_schema(request=ChangePasswordBody, responses={204: None})
    def post(self, request: ActedRequest) -> Response:
        """Change it."""
        body = ChangePasswordBody(data=request.data)
        body.is_valid(raise_exception=True)
        services.change_password(
            actor=request.actor,
            current=body.validated_data["current_password"],
            new=body.validated_data["new_password"],
        )
        return Response(status=204)
