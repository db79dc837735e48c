"""Collection and return of a vehicle: how they are asked for, and as customers, the desk and drivers see them."""

from typing import Any

from rest_framework import serializers

from api.kit.serializers import IdField, MomentField, StrictSerializer
from api.kit.verbs import SeenBody
from workshop.scheduling.models import VehicleTransport
from workshop.scheduling.services import Trip
from workshop.scheduling.workflow import TRANSPORT

from .parts import ActionShape, CenterShape, ClockShape, MemberShape, PatronShape, Shape, VehicleCardShape

ADDRESS, POSTCODE, REASON = 240, 16, 240
MOST_TRIPS = 2


class _TripFields(StrictSerializer):
    direction = serializers.ChoiceField(choices=VehicleTransport.Direction.choices)
    address = serializers.CharField(max_length=ADDRESS)
    postcode = serializers.CharField(max_length=POSTCODE, required=False, allow_blank=True, default="")
    window_start = MomentField(help_text="The window is as long as the centre says.")


class TripBody(_TripFields):
    """A collection before the visit or a return after it; any driver who is free comes."""

    def to_internal_value(self, data: Any) -> Trip:
        """Return the trip."""
        return Trip(**super().to_internal_value(data))


class PlanTransportBody(_TripFields, SeenBody):
    """A collection or a return for a visit that is booked, instead of what is planned that way already."""


class PlanTransportAtDeskBody(PlanTransportBody):
    """The same, perhaps with a driver by name."""

    driver_id = IdField(required=False, allow_null=True, default=None)


class AssignDriverBody(SeenBody):
    """Who drives instead; anybody who is free, unless one is named."""

    driver_id = IdField(required=False, allow_null=True, default=None)


class CancelTransportBody(SeenBody):
    """Why, for the record."""

    reason = serializers.CharField(max_length=REASON, required=False, allow_blank=True)


class FinishTransportBody(SeenBody):
    """That the keys went with the vehicle, its mileage (km), and pictures that were uploaded of it."""

    keys = serializers.BooleanField()
    mileage = serializers.IntegerField(min_value=0, max_value=9_999_999, required=False, allow_null=True)
    photos = serializers.ListField(child=IdField(), required=False, max_length=6)


class FailTransportBody(SeenBody):
    """What went wrong, for the desk and the customer to read."""

    reason = serializers.CharField(max_length=REASON)


class TransportShape(Shape):
    """A collection or a return; `change_until` is when its customer may still change it."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    direction = serializers.ChoiceField(choices=VehicleTransport.Direction.choices)
    status = serializers.ChoiceField(choices=TRANSPORT.states)
    address = serializers.CharField()
    postcode = serializers.CharField()
    town = serializers.CharField(help_text="The postcode's; empty where nobody knows it.")
    window_start = serializers.DateTimeField()
    window_end = serializers.DateTimeField()
    change_until = serializers.DateTimeField()
    driver = MemberShape(allow_null=True)
    keys = serializers.BooleanField(help_text="Handed over with the vehicle.")
    mileage = serializers.IntegerField(allow_null=True)
    photo_count = serializers.IntegerField()
    reason = serializers.CharField(help_text="Why it was cancelled or did not work out.")
    started_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    allowed_actions = ActionShape(many=True)


class TripShape(TransportShape):
    """A drive, for its driver."""

    appointment_id = serializers.UUIDField()
    number = serializers.CharField()
    customer = PatronShape()
    vehicle = VehicleCardShape()
    scheduled_start = serializers.DateTimeField(help_text="When the visit begins.")


class TripsDocumentShape(Shape):
    """One's own drives at a centre, live."""

    topic = serializers.CharField()
    seq = serializers.IntegerField()
    clock = ClockShape()
    center = CenterShape()
    trips = TripShape(many=True)


class TripsChangeShape(Shape):
    """A drive that changed."""

    trips = TripShape(many=True)


class WindowsShape(Shape):
    """When a vehicle can be collected and returned, and the address that is known of its customer."""

    offered = serializers.BooleanField(help_text="Whether the centre does this for its customers.")
    minutes = serializers.IntegerField(help_text="How long a window is.")
    not_before = serializers.DateTimeField(help_text="No window begins before.")
    too_late = serializers.BooleanField(help_text="No window ends before the visit any more.")
    zone = serializers.CharField()
    needs_postcode = serializers.BooleanField(help_text="The centre drives to some places only.")
    address = serializers.CharField()
    postcode = serializers.CharField()
    collect = serializers.ListField(child=serializers.DateTimeField())

    def get_fields(self) -> dict[str, Any]:
        """Return the fields with the one whose name is a word of Python."""
        starts = serializers.ListField(child=serializers.DateTimeField())
        return {**super().get_fields(), "return": starts}
