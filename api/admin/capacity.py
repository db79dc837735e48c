"""/api/admin/service-centers/{id}/{exceptions,shifts,absences}: when a centre is open and its people work.

Every change answers with the visits to come that it leaves unserved, so that somebody places them anew.
"""

from datetime import date
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.serializers import IdField, MomentField, StrictSerializer
from api.kit.shapes.capacity import (
    AbsencesShape,
    ExceptionsShape,
    ShiftsShape,
    UnservedShape,
    absence_shape,
    exception_shape,
    shift_shape,
)
from workshop.centers import services
from workshop.centers.models import Absence as AbsenceRow
from workshop.centers.models import Shift as ShiftRow
from workshop.centers.selectors import absences_at, administered_by, exceptions_of, shifts_at
from workshop.centers.services import ShiftSpan
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound
from workshop.scheduling.unserved import unserved

MOST_SPANS = 6
MOST_SHIFTS = 120


class OpenBody(StrictSerializer):
    """From when to when it is open, on its clock."""

    opens = serializers.TimeField()
    closes = serializers.TimeField()

    def to_internal_value(self, data: Any) -> tuple[Any, ...]:
        """Return opens and closes."""
        said = super().to_internal_value(data)
        return said["opens"], said["closes"]


class ExceptionBody(StrictSerializer):
    """Other hours from one date to another; without spans the centre is closed."""

    first = serializers.DateField()
    last = serializers.DateField(required=False)
    spans = serializers.ListField(child=OpenBody(), required=False, max_length=MOST_SPANS)
    reason = serializers.CharField(max_length=120, required=False, allow_blank=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return the values; one date alone is its own last."""
        return {"last": attrs["first"], **attrs}


class ShiftBody(StrictSerializer):
    """Work or a break on a weekday, or on one date instead of it."""

    kind = serializers.ChoiceField(choices=ShiftRow.Kind.choices)
    weekday = serializers.IntegerField(min_value=0, max_value=6, required=False, help_text="0 is Monday.")
    date = serializers.DateField(required=False)
    starts = serializers.TimeField()
    ends = serializers.TimeField()

    def to_internal_value(self, data: Any) -> ShiftSpan:
        """Return the span."""
        return ShiftSpan(**super().to_internal_value(data))


class ShiftsBody(StrictSerializer):
    """Everything that somebody works at the centre, and which shifts were seen there before."""

    shifts = serializers.ListField(child=ShiftBody(), max_length=MOST_SHIFTS)
    replaces = serializers.ListField(child=IdField(), required=False, max_length=MOST_SHIFTS)


class AbsenceBody(StrictSerializer):
    """Who is away, from when to when."""

    person_id = IdField()
    kind = serializers.ChoiceField(choices=AbsenceRow.Kind.choices, required=False)
    starts_at = MomentField()
    ends_at = MomentField()
    note = serializers.CharField(max_length=240, required=False, allow_blank=True)


class Exceptions(APIView):
    """The days on which a centre is open otherwise than in any week."""

    permission = "manage:centers"

    @extend_schema(responses={200: ExceptionsShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List them, with the visits to come that nobody could serve."""
        return Response(_exceptions(request.actor, id))

    @extend_schema(request=ExceptionBody, responses={200: ExceptionsShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Say other hours for some days."""
        body = ExceptionBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.set_exception(actor=request.actor, center_id=id, **body.validated_data),
            shape=lambda _: _exceptions(request.actor, id),
            name="set_exception",
        )


class HoursException(APIView):
    """A day with other hours."""

    permission = "manage:centers"

    @extend_schema(request=None, responses={200: ExceptionsShape})
    def delete(self, request: ActedRequest, id: UUID, day: date) -> Response:
        """Let it have its weekday's hours again."""
        return run(
            request,
            lambda: services.clear_exception(actor=request.actor, center_id=id, day=day),
            shape=lambda _: _exceptions(request.actor, id),
            name="clear_exception",
        )


class Shifts(APIView):
    """Who works when at a centre."""

    permission = "manage:people"

    @extend_schema(responses={200: ShiftsShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List everybody's."""
        return Response(_shifts(request.actor, id))


class PersonShifts(APIView):
    """When somebody works at a centre."""

    permission = "manage:people"

    @extend_schema(request=ShiftsBody, responses={200: ShiftsShape})
    def put(self, request: ActedRequest, id: UUID, person: UUID) -> Response:
        """Write all of it anew."""
        body = ShiftsBody(data=request.data)
        body.is_valid(raise_exception=True)
        said = body.validated_data
        return run(
            request,
            lambda: services.set_shifts(actor=request.actor, center_id=id, person_id=person, **said),
            shape=lambda _: _shifts(request.actor, id),
            name="set_shifts",
        )


class Absences(APIView):
    """Who is away when, of those who work at a centre."""

    permission = "manage:people"

    @extend_schema(responses={200: AbsencesShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List what is not over."""
        return Response(_absences(request.actor, id))

    @extend_schema(request=AbsenceBody, responses={200: AbsencesShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Note that somebody is away."""
        body = AbsenceBody(data=request.data)
        body.is_valid(raise_exception=True)
        return run(
            request,
            lambda: services.add_absence(actor=request.actor, center_id=id, **body.validated_data),
            shape=lambda _: _absences(request.actor, id),
            name="add_absence",
        )


class Absence(APIView):
    """A time in which somebody is away."""

    permission = "manage:people"

    @extend_schema(request=None, responses={204: None})
    def delete(self, request: ActedRequest, id: UUID) -> Response:
        """Take it back."""
        return run(
            request,
            lambda: services.remove_absence(actor=request.actor, absence_id=id),
            shape=lambda _: None,
            name="remove_absence",
            status=204,
        )


class Unserved(APIView):
    """Visits to come that nobody could serve as they are booked."""

    permission = "manage:centers"

    @extend_schema(responses={200: UnservedShape(many=True)})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List them, the soonest first, with why."""
        _own(request.actor, id)
        return Response(unserved(id))


def _own(actor: Actor, center_id: UUID) -> None:
    if not administered_by(actor).filter(pk=center_id).exists():
        raise NotFound()


def _exceptions(actor: Actor, center_id: UUID) -> dict[str, Any]:
    _own(actor, center_id)
    rows = exceptions_of(center_id)
    return {"exceptions": [exception_shape(row) for row in rows], "unserved": unserved(center_id)}


def _shifts(actor: Actor, center_id: UUID) -> dict[str, Any]:
    _own(actor, center_id)
    return {"shifts": [shift_shape(row) for row in shifts_at(center_id)], "unserved": unserved(center_id)}


def _absences(actor: Actor, center_id: UUID) -> dict[str, Any]:
    _own(actor, center_id)
    rows = absences_at(center_id)
    return {"absences": [absence_shape(row) for row in rows], "unserved": unserved(center_id)}
