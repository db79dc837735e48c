"""What an appointment is booked and changed by."""

from typing import Any

from rest_framework import serializers

from api.kit.serializers import ChangeBody, IdField, MomentField, StrictSerializer
from workshop.scheduling.services import Line
from workshop.scheduling.services.order import MOST_QUANTITY, MOST_SERVICES

from .transport import MOST_TRIPS, TripBody

NOTES = 2000


class LineBody(StrictSerializer):
    """A service to book, and how often."""

    service_id = IdField()
    quantity = serializers.IntegerField(min_value=1, max_value=MOST_QUANTITY, required=False, default=1)

    def to_internal_value(self, data: Any) -> Line:
        """Return the line."""
        return Line(**super().to_internal_value(data))


class BookingBody(StrictSerializer):
    """What every booking says; a bay or a technician that is left out is chosen."""

    center_id = IdField()
    services = serializers.ListField(child=LineBody(), min_length=1, max_length=MOST_SERVICES)
    notes = serializers.CharField(max_length=NOTES, required=False, allow_blank=True, default="")
    bay_id = IdField(required=False, allow_null=True, default=None)
    technician_id = IdField(required=False, allow_null=True, default=None)
    wants_loaner = serializers.BooleanField(required=False, default=False)
    transports = serializers.ListField(child=TripBody(), required=False, max_length=MOST_TRIPS, default=list)


class AmendBody(ChangeBody):
    """Other words or another time, and the version that was seen."""

    notes = serializers.CharField(max_length=NOTES, allow_blank=True)
    scheduled_start = MomentField()
    version = serializers.IntegerField(min_value=1)
