"""GET /api/staff/board: the job board of a centre."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.centers import CENTER, asked_center
from api.kit.shapes.documents import BoardDocumentShape
from workshop.jobs.selectors import desk_document


class Board(APIView):
    """Cards on site and delivered today, today's appointments, bays and technicians."""

    permission = "read:all_appointments"

    @extend_schema(parameters=[CENTER], responses={200: BoardDocumentShape})
    def get(self, request: ActedRequest) -> Response:
        """Read it."""
        return Response(desk_document(request.actor, asked_center(request)))
