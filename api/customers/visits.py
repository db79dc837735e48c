"""GET /api/customers/visits/{appointment}: one's own visit, live."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.shapes.documents import VisitDocumentShape
from workshop.jobs.selectors import visit_document


class Visit(APIView):
    """One's own visit, from the booking to the hand-over."""

    permission = "read:own_appointments"

    @extend_schema(responses={200: VisitDocumentShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        return Response(visit_document(request.actor, id))
