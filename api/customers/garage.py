"""GET /api/customers/garage: one's own vehicles, their history and one's visits, live."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.shapes.documents import GarageShape
from workshop.scheduling.customers import garage


class Garage(APIView):
    """All that is one's own at any workshop."""

    permission = "read:own_vehicles"

    @extend_schema(responses={200: GarageShape})
    def get(self, request: ActedRequest) -> Response:
        """Read it."""
        return Response(garage(request.actor))
