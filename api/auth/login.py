"""POST /api/auth/login: sign in with email and password."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, VisitorAuthentication
from workshop.accounts import services
from workshop.centers.selectors import roles_of

from . import lockout
from .answers import center_of, kind_of, signed_in
from .shapes import LoginBody, SignedInShape


class Login(APIView):
    """Opens a session."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    throttle_scope = "sign_in"
    keyless = True

    @extend_schema(request=LoginBody, responses={200: SignedInShape})
    def post(self, request: ActedRequest) -> Response:
        """Sign in."""
        body = LoginBody(data=request.data)
        body.is_valid(raise_exception=True)
        said = body.validated_data
        lockout.begin_attempt(request._request, said["email"])
        person = services.recognise(email=said["email"], password=said["password"])
        lockout.forgive(request._request, said["email"])
        roles = roles_of(person.id)
        session, token = services.sign_in(
            actor=request.actor,
            person=person,
            kind=kind_of(roles),
            center_id=center_of(roles, said.get("service_center_id")),
        )
        return signed_in(request, session.id, token)
