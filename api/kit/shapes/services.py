"""What a centre sells, as its administration sees and changes it."""

from rest_framework import serializers

from .capacity import ReasonShape
from .center import ServiceShape
from .parts import Shape


class AdministeredServiceShape(ServiceShape):
    """A service in the list of all that its centre sells or sold; minutes everywhere."""

    tools = serializers.ListField(child=serializers.CharField(), help_text="Types of tools.")
    buffer_before = serializers.IntegerField(help_text="That the bay is kept before, unseen by customers.")
    buffer_after = serializers.IntegerField(help_text="That the bay is kept after.")
    wait_from = serializers.IntegerField(
        allow_null=True, help_text="From here on the bay is needed and the technician is not."
    )
    wait_until = serializers.IntegerField(allow_null=True)
    lacks = ReasonShape(many=True, help_text="What there is not here to do it: it is never free.")


class StepContentShape(Shape):
    """A step of a service: what it says and asks for."""

    name = serializers.CharField()
    estimate = serializers.IntegerField(help_text="Minutes.")
    outside_name = serializers.CharField(help_text="What customers read once it is done.")
    instructions = serializers.CharField()
    mandatory = serializers.BooleanField()
    safety = serializers.BooleanField()
    needs_photo = serializers.BooleanField()
    needs_second_person = serializers.BooleanField()
    reading_label = serializers.CharField()
    reading_unit = serializers.CharField(help_text="It asks for a reading when there is one.")
    reading_min = serializers.DecimalField(max_digits=12, decimal_places=3, allow_null=True)
    reading_max = serializers.DecimalField(max_digits=12, decimal_places=3, allow_null=True)


class PointContentShape(Shape):
    """A point of a service's inspection; with a unit it is measured."""

    name = serializers.CharField()
    unit = serializers.CharField()
    minimum = serializers.DecimalField(max_digits=12, decimal_places=3, allow_null=True)
    maximum = serializers.DecimalField(max_digits=12, decimal_places=3, allow_null=True)


class ServiceSheetShape(AdministeredServiceShape):
    """All of a service, its steps and points in their order."""

    progress_text = serializers.CharField(help_text="What customers read while it is done.")
    steps = StepContentShape(many=True)
    points = PointContentShape(many=True)
