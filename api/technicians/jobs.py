"""/api/technicians/jobs/{id}: a card with its steps, and what a lead decides about it."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.cards import CardVerb, ReworkBody
from api.kit.shapes.documents import JobDocumentShape
from workshop.jobs import services
from workshop.jobs.selectors import job_document


class Job(APIView):
    """A card that holds work for oneself or for anybody; leads see every card of their centre."""

    permission = "read:assigned_appointments"

    @extend_schema(responses={200: JobDocumentShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        return Response(job_document(request.actor, id))


class PassCheck(CardVerb):
    """Pass the quality check, as a lead who did none of the work."""

    permission = "update:service_progress"
    service = staticmethod(services.pass_check)


class Rework(CardVerb):
    """Fail the quality check: the named steps are done again."""

    permission = "update:service_progress"
    body = ReworkBody
    service = staticmethod(services.order_rework)


class Undo(CardVerb):
    """Take back what one did to a card last, within ten seconds, with everything it set off."""

    permission = "update:service_progress"
    service = staticmethod(services.undo_job)


class Diagnose(CardVerb):
    """Send a received vehicle to diagnosis."""

    permission = "update:service_progress"
    service = staticmethod(services.diagnose_job)
