"""POST /api/staff/visits/{appointment}/link: the link by which a customer follows a visit."""

from uuid import UUID

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.shapes.link import VisitLinkShape, link_shape
from workshop.scheduling import services


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
            shape=lambda link: link_shape(link, settings.PUBLIC_URL),
            name="link_visit",
        )
