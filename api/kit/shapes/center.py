"""A service centre and what it sells, as anybody finds them."""

from rest_framework import serializers

from workshop.catalog.models import Service
from workshop.vehicles.models import Vehicle

from .parts import CenterShape, MoneyShape, Shape


class ServiceShape(Shape):
    """A service; its duration is in minutes."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    center_id = serializers.UUIDField()
    name = serializers.CharField()
    description = serializers.CharField()
    category = serializers.CharField()
    kind = serializers.ChoiceField(choices=Service.Kind.choices)
    base_price = MoneyShape()
    estimated_duration = serializers.IntegerField()
    vehicle_kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=Vehicle.Kind.choices), help_text="Empty for all kinds."
    )
    skills = serializers.ListField(child=serializers.CharField(), help_text="That a technician needs.")
    bay_kind = serializers.CharField(help_text="That is needed; empty for any.")
    is_active = serializers.BooleanField()


class ListedCenterShape(CenterShape):
    """A centre that anybody may find."""

    district = serializers.CharField()
    postcode = serializers.CharField()
    latitude = serializers.DecimalField(max_digits=9, decimal_places=6, allow_null=True)
    longitude = serializers.DecimalField(max_digits=9, decimal_places=6, allow_null=True)
    email = serializers.CharField()


class OpenSpanShape(Shape):
    """An open span of a weekday in the centre's wall-clock time."""

    weekday = serializers.IntegerField(help_text="0 is Monday.")
    opens = serializers.TimeField()
    closes = serializers.TimeField()


class OpenCenterShape(ListedCenterShape):
    """A centre with its weekly opening hours and what it offers."""

    working_hours = OpenSpanShape(many=True)
    services = ServiceShape(many=True)
