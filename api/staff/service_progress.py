"""PUT /api/staff/service-progress/{step}: a step's status and notes, for those who think in statuses."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.cards import step_now
from api.kit.command import run
from api.kit.serializers import ChangeBody, IdField, MomentField
from api.kit.shapes.work import OUTSIDE_STEPS, CardChangeShape
from api.kit.verbs import telling
from workshop.jobs import services
from workshop.jobs.selectors import sheet_view
from workshop.jobs.services.steps import PAUSE_KINDS
from workshop.jobs.workflow import STEP
from workshop.kernel.errors import NotFound

WORDS = list(dict.fromkeys([*STEP.states, *OUTSIDE_STEPS]))


class ProgressBody(ChangeBody):
    """The wanted status, by either of its words, and what its verb asks for; notes are added to."""

    status = serializers.ChoiceField(choices=WORDS)
    notes = serializers.CharField(max_length=20_000, allow_blank=True)
    reading = serializers.DecimalField(max_digits=12, decimal_places=3)
    kind = serializers.ChoiceField(choices=PAUSE_KINDS, help_text="Why it pauses.")
    reason = serializers.CharField(max_length=240, allow_blank=True)
    technician_id = IdField(help_text="For whom the desk starts it.")
    at = MomentField()
    version = serializers.IntegerField(min_value=1)


class ServiceProgress(APIView):
    """A step of a visit under way."""

    permission = "update:service_progress"

    @extend_schema(request=ProgressBody, responses={200: CardChangeShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Write the notes, and run the one verb that leads to the status, or answer 409."""
        actor = request.actor
        found = step_now(actor, id)
        if found is None:
            raise NotFound()
        body = ProgressBody(found.thing, request.data)
        body.is_valid(raise_exception=True)
        said: dict[str, Any] = body.validated_data
        with telling(lambda: step_now(actor, id)):
            return run(
                request,
                lambda: services.progress_step(actor=actor, step_id=id, **said),
                shape=lambda sheet: sheet_view(sheet, actor),
                name="progress_step",
            )
