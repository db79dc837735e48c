"""A vehicle and its history, as its owner sees them, and what a new one is described by."""

from rest_framework import serializers

from api.kit.serializers import ChangeBody, StrictSerializer
from workshop.vehicles.models import Vehicle

from .parts import MoneyShape, Shape


class VehicleBody(StrictSerializer):
    """A vehicle: a plate or VIN, or for equipment a serial number; capacity in kWh, power in kW, mileage in km."""

    kind = serializers.ChoiceField(choices=Vehicle.Kind.choices)
    vin = serializers.CharField(max_length=40, required=False, allow_blank=True)
    license_plate = serializers.CharField(max_length=20, required=False, allow_blank=True)
    serial_number = serializers.CharField(max_length=60, required=False, allow_blank=True)
    make = serializers.CharField(max_length=60)
    model = serializers.CharField(max_length=80)
    year = serializers.IntegerField(min_value=1886, max_value=2100, required=False, allow_null=True)
    battery_type = serializers.CharField(max_length=40, required=False, allow_blank=True)
    battery_capacity = serializers.DecimalField(
        max_digits=6, decimal_places=2, min_value=0, required=False, allow_null=True
    )
    max_charging_power = serializers.DecimalField(
        max_digits=6, decimal_places=2, min_value=0, required=False, allow_null=True
    )
    state_of_health = serializers.DecimalField(
        max_digits=5, decimal_places=2, min_value=0, max_value=100, required=False, allow_null=True
    )
    purchase_date = serializers.DateField(required=False, allow_null=True)
    mileage = serializers.IntegerField(min_value=0, max_value=9_999_999, required=False)
    warranty_until = serializers.DateField(required=False, allow_null=True)


class VehicleChangeBody(ChangeBody, VehicleBody):
    """What is known better now, and the version that was seen."""

    version = serializers.IntegerField(min_value=1, required=False)


class VehicleShape(Shape):
    """A vehicle."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=Vehicle.Kind.choices)
    vin = serializers.CharField()
    license_plate = serializers.CharField()
    serial_number = serializers.CharField()
    make = serializers.CharField()
    model = serializers.CharField()
    year = serializers.IntegerField(allow_null=True)
    battery_type = serializers.CharField()
    battery_capacity = serializers.DecimalField(max_digits=6, decimal_places=2, allow_null=True)
    max_charging_power = serializers.DecimalField(max_digits=6, decimal_places=2, allow_null=True)
    state_of_health = serializers.DecimalField(max_digits=5, decimal_places=2, allow_null=True)
    purchase_date = serializers.DateField(allow_null=True)
    mileage = serializers.IntegerField()
    last_maintenance_date = serializers.DateField(allow_null=True)
    next_maintenance_due = serializers.DateField(allow_null=True)
    warranty_until = serializers.DateField(allow_null=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class RecordPlaceShape(Shape):
    """The centre where it was done."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class MaintenanceRecordShape(Shape):
    """What was done to a vehicle at one visit."""

    id = serializers.UUIDField()
    vehicle_id = serializers.UUIDField()
    appointment_id = serializers.UUIDField(allow_null=True)
    center = RecordPlaceShape()
    service_date = serializers.DateField()
    mileage_at_service = serializers.IntegerField(allow_null=True)
    service_type = serializers.CharField()
    description = serializers.CharField(help_text="What was done, a line each.")
    cost = MoneyShape()
    next_service_due = serializers.DateField(allow_null=True)
