"""GET /api/technicians/queue: the signed-in technician's day at a centre."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.centers import CENTER, asked_center
from api.kit.shapes.documents import QueueDocumentShape
from workshop.jobs.selectors import queue_document


class Queue(APIView):
    """Cards with work for oneself or for anybody, and for leads those to check."""

    permission = "read:assigned_appointments"

    @extend_schema(parameters=[CENTER], responses={200: QueueDocumentShape})
    def get(self, request: ActedRequest) -> Response:
        """Read it."""
        return Response(queue_document(request.actor, asked_center(request)))
