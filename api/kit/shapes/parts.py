"""The small parts of which things are made."""

from typing import Any

from rest_framework import serializers

from workshop.vehicles.models import Vehicle

TONES = ["primary", "neutral", "danger"]


class Shape(serializers.Serializer[None]):
    """The description of something answered; it never reads a body."""


class MoneyShape(Shape):
    """An amount in one currency."""

    amount = serializers.DecimalField(max_digits=14, decimal_places=3, help_text="As text, e.g. 1499.00.")
    currency = serializers.CharField()


class ClockShape(Shape):
    """What the workshop's clock shows, and how many times as fast as real time it runs."""

    now = serializers.DateTimeField()
    rate = serializers.FloatField()


class ActionShape(Shape):
    """A verb that may be used now: by those in `only` when given, not by those in `except`, and not
    before `since` or after `until`."""

    verb = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    tone = serializers.ChoiceField(choices=TONES)
    only = serializers.ListField(child=serializers.UUIDField(), allow_null=True)
    since = serializers.DateTimeField(allow_null=True, help_text="By the workshop's clock.")
    until = serializers.DateTimeField(allow_null=True, help_text="In real time.")

    def get_fields(self) -> dict[str, Any]:
        """Return the fields with the one whose name is a word of Python."""
        people = serializers.ListField(child=serializers.UUIDField(), allow_null=True)
        return {**super().get_fields(), "except": people}


class CenterShape(Shape):
    """What every screen shows of its centre."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    name = serializers.CharField()
    code = serializers.CharField()
    phone = serializers.CharField()
    address = serializers.CharField()
    city = serializers.CharField()
    zone = serializers.CharField(help_text="The time zone, e.g. Asia/Kolkata.")
    currency = serializers.CharField()


class PlaceShape(Shape):
    """Where a visit is, and whom to call."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    phone = serializers.CharField()
    zone = serializers.CharField()


class MemberShape(Shape):
    """A member of staff by name; customers read the first name."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    initials = serializers.CharField(required=False)


class TechnicianShape(Shape):
    """A technician of the centre."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    initials = serializers.CharField()
    lead = serializers.BooleanField()


class PatronShape(Shape):
    """A customer as the workshop reads them: the desk gets the phone, technicians the name."""

    id = serializers.UUIDField(required=False)
    name = serializers.CharField()
    phone = serializers.CharField(required=False)


class BayRefShape(Shape):
    """A bay by name."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class BayShape(BayRefShape):
    """A bay of the centre."""

    version = serializers.IntegerField()
    position = serializers.IntegerField()
    kind = serializers.CharField()


class VehicleCardShape(Shape):
    """A vehicle as visits name it; capacity in kWh, mileage in km."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=Vehicle.Kind.choices)
    plate = serializers.CharField(help_text="The number plate, or the serial number of equipment.")
    make = serializers.CharField()
    model = serializers.CharField()
    year = serializers.IntegerField(allow_null=True)
    battery_capacity = serializers.DecimalField(max_digits=6, decimal_places=2, allow_null=True)
    mileage = serializers.IntegerField()
