"""GET /api/staff/floor: what the wall of a centre shows, to people and to paired screens."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, DeviceCookieAuthentication, SessionTokenAuthentication
from api.kit.centers import CENTER, asked_center
from api.kit.shapes.documents import FloorDocumentShape
from workshop.jobs.selectors import floor_document


class Floor(APIView):
    """Bays with the vehicles in them, and who comes next."""

    permission = "read:floor"
    authentication_classes = [SessionTokenAuthentication, DeviceCookieAuthentication]

    @extend_schema(parameters=[CENTER], responses={200: FloorDocumentShape})
    def get(self, request: ActedRequest) -> Response:
        """Read it."""
        return Response(floor_document(request.actor, asked_center(request)))
