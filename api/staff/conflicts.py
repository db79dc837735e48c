"""/api/staff/conflicts and /api/staff/unserved: visits that cannot stay where they are, and the moves of the desk."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.centers import CENTER, asked_center
from api.kit.command import run
from api.kit.serializers import IdField, MomentField, StrictSerializer
from api.kit.shapes.appointment import AppointmentShape
from api.kit.shapes.capacity import UnservedShape
from api.kit.shapes.parts import BayRefShape, Shape
from workshop.kernel.errors import NotFound
from workshop.scheduling import services
from workshop.scheduling.moves import way_shape, ways_out
from workshop.scheduling.selectors import views
from workshop.scheduling.services import Moved
from workshop.scheduling.services.overrun import MOST_MOVES, in_conflict
from workshop.scheduling.unserved import unserved


class WhoShape(Shape):
    """A technician by name."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class MoveShape(Shape):
    """A move that is proposed; its delay in minutes."""

    appointment_id = serializers.UUIDField()
    version = serializers.IntegerField()
    number = serializers.CharField()
    scheduled_start = serializers.DateTimeField()
    before = serializers.DateTimeField()
    delay = serializers.IntegerField()
    bay = BayRefShape()
    technician = WhoShape()


class WayShape(Shape):
    """A complete plan, with how many promises it breaks and by how many minutes in all."""

    broken_promises = serializers.IntegerField()
    delay = serializers.IntegerField()
    moves = MoveShape(many=True)


class ConflictsShape(Shape):
    """Visits in conflict, and plans that place all that can be moved, the fewest broken promises first."""

    appointments = AppointmentShape(many=True)
    ways = WayShape(many=True)


class PlannedMoveBody(StrictSerializer):
    """Where a visit goes, and its version that was seen."""

    appointment_id = IdField()
    version = serializers.IntegerField(min_value=1)
    scheduled_start = MomentField()
    bay_id = IdField(required=False)
    technician_id = IdField(required=False)

    def to_internal_value(self, data: Any) -> Moved:
        """Return the move."""
        said = super().to_internal_value(data)
        return Moved(start=said.pop("scheduled_start"), **said)


class MovesBody(StrictSerializer):
    """The moves of one plan."""

    moves = serializers.ListField(child=PlannedMoveBody(), min_length=1, max_length=MOST_MOVES)


class MovedShape(Shape):
    """The visits where they are now."""

    appointments = AppointmentShape(many=True)


class Conflicts(APIView):
    """What overruns into what at a centre, and how to get out of it."""

    permission = "manage:appointments"

    @extend_schema(parameters=[CENTER], responses={200: ConflictsShape})
    def get(self, request: ActedRequest) -> Response:
        """Read it."""
        center_id = asked_center(request)
        if not request.actor.at_desk(center_id):
            raise NotFound()
        found = list(in_conflict(center_id))
        return Response(
            {
                "appointments": views(found, request.actor),
                "ways": [way_shape(way) for way in ways_out(found)],
            }
        )


class DeskUnserved(APIView):
    """Visits to come that cannot be served as they are booked: by closed days, absences, and what is out of use."""

    permission = "manage:appointments"

    @extend_schema(parameters=[CENTER], responses={200: UnservedShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the soonest first, with why."""
        center_id = asked_center(request)
        if not request.actor.at_desk(center_id):
            raise NotFound()
        return Response(unserved(center_id))


class Moves(APIView):
    """Several visits moved at once."""

    permission = "manage:appointments"

    @extend_schema(request=MovesBody, responses={200: MovedShape})
    def post(self, request: ActedRequest) -> Response:
        """Make all of the moves or none; each customer is told once."""
        body = MovesBody(data=request.data)
        body.is_valid(raise_exception=True)
        actor = request.actor
        return run(
            request,
            lambda: services.move_all(actor=actor, moves=body.validated_data["moves"]),
            shape=lambda moved: {"appointments": views(moved, actor)},
            name="move_all",
        )
