"""A place in a waiting list as the one who waits and the desk see it, and what it is joined by."""

from typing import Any

from rest_framework import serializers

from api.kit.serializers import IdField, StrictSerializer
from workshop.scheduling.services.order import MOST_SERVICES
from workshop.scheduling.workflow import WAITING

from .booking import LineBody
from .parts import ActionShape, PatronShape, PlaceShape, Shape, VehicleCardShape


class WantedServiceShape(Shape):
    """A service that somebody waits for."""

    service_id = serializers.UUIDField()
    name = serializers.CharField()
    quantity = serializers.IntegerField()


class WaitingOfferShape(Shape):
    """The slot that is held for who waits."""

    scheduled_start = serializers.DateTimeField()
    scheduled_end = serializers.DateTimeField()
    until = serializers.DateTimeField(help_text="It is held until then, in real time.")
    ends_at = serializers.DateTimeField(help_text="The same moment by the workshop's clock.")


class WaitingShape(Shape):
    """A place in the waiting list of a centre."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    status = serializers.ChoiceField(choices=WAITING.states)
    center_id = serializers.UUIDField()
    center = PlaceShape()
    customer = PatronShape()
    vehicle = VehicleCardShape()
    services = WantedServiceShape(many=True)
    from_date = serializers.DateField()
    to_date = serializers.DateField()
    day_from = serializers.CharField(
        allow_null=True, help_text="The visit begins then or later, e.g. 08:00 on the centre's clock."
    )
    day_until = serializers.CharField(allow_null=True, help_text="The visit begins before, e.g. 12:00.")
    joined_at = serializers.DateTimeField(help_text="The order of the line.")
    appointment_id = serializers.UUIDField(
        allow_null=True, help_text="The slot that is offered, and the visit once it is booked."
    )
    offer = WaitingOfferShape(allow_null=True)
    allowed_actions = ActionShape(many=True)


class OwnWaitingShape(WaitingShape):
    """One's own place in the waiting list of a centre."""


class WaitingChangeShape(Shape):
    """The place that changed."""

    waiting = WaitingShape(many=True)


class JoinBody(StrictSerializer):
    """What one waits for, on which local days, and in which part of them: any unless said."""

    center_id = IdField()
    services = serializers.ListField(child=LineBody(), min_length=1, max_length=MOST_SERVICES)
    from_date = serializers.DateField()
    to_date = serializers.DateField()
    day_from = serializers.TimeField(required=False, allow_null=True, default=None)
    day_until = serializers.TimeField(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return the values as the services take them."""
        return attrs | {"lines": attrs.pop("services")}
