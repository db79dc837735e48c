"""POST /api/staff/visits/{appointment}/link: the link by which a customer follows a visit."""

from uuid import UUID

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.shapes.parts import Shape
from workshop.accounts.models import AccessLink
from workshop.accounts.services import link_token
from workshop.scheduling import services


class VisitLinkShape(Shape):
    """A link for the customer of one visit; whoever has it follows the visit."""

    url = serializers.URLField()
    expires_at = serializers.DateTimeField()


class VisitLink(APIView):
    """The customer's link to a visit of one's centre."""

    permission = "manage:appointments"
    keyless = True

    @extend_schema(request=None, responses={200: VisitLinkShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Make it, or prolong the one there is."""
        return run(
            request,
            lambda: services.link_visit(actor=request.actor, appointment_id=id),
            shape=_shape,
            name="link_visit",
        )


def _shape(link: AccessLink) -> dict[str, object]:
    return {"url": f"{settings.PUBLIC_URL}/v/{link_token(link)}", "expires_at": link.expires_at}
