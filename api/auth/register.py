"""POST /api/auth/register: make an account and sign in with it."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, VisitorAuthentication
from workshop.accounts import services
from workshop.accounts.models import SignInSession
from workshop.centers.services import set_customer_profile
from workshop.events.command import perform

from .answers import signed_in
from .shapes import RegisterBody, SignedInShape


class Register(APIView):
    """Makes an account. It holds no role, and its email counts as unverified."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    throttle_scope = "register"
    keyless = True

    @extend_schema(request=RegisterBody, responses={201: SignedInShape})
    def post(self, request: ActedRequest) -> Response:
        """Register."""
        body = RegisterBody(data=request.data)
        body.is_valid(raise_exception=True)
        said = body.validated_data
        actor = request.actor

        def register() -> tuple[SignInSession, str]:
            person = services.register(
                actor=actor, email=said["email"], password=said["password"], phone=said["phone"]
            )
            set_customer_profile(
                user_id=person.id, first_name=said["first_name"], last_name=said["last_name"]
            )
            return services.sign_in(actor=actor, person=person, kind=SignInSession.Kind.CUSTOMER)

        session, token = perform(register, actor=actor, name="register").result
        return signed_in(request, session.id, token, status=201)
