"""A service centre and what it sells, as anybody finds them."""

from rest_framework import serializers

from workshop.catalog.models import Service
from workshop.centers.models import ServiceCenter
from workshop.vehicles.models import Vehicle

from .parts import ActionShape, CenterShape, MoneyShape, Shape


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


class PublicCenterShape(CenterShape):
    """A centre that anybody may find."""

    district = serializers.CharField()
    postcode = serializers.CharField()
    latitude = serializers.DecimalField(max_digits=9, decimal_places=6, allow_null=True)
    longitude = serializers.DecimalField(max_digits=9, decimal_places=6, allow_null=True)
    email = serializers.CharField()


class ServiceLineShape(Shape):
    """A service in a list of centres; its duration is in minutes."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    category = serializers.CharField()
    kind = serializers.ChoiceField(choices=Service.Kind.choices)
    base_price = MoneyShape()
    estimated_duration = serializers.IntegerField()


class ListedCenterShape(PublicCenterShape):
    """A centre that was found, and what it offers in short."""

    distance_km = serializers.FloatField(allow_null=True, help_text="From where one searches.")
    serves = serializers.BooleanField(
        allow_null=True, help_text="Whether it takes work from the postcode asked for; null when none was."
    )
    categories = serializers.ListField(child=serializers.CharField())
    services = ServiceLineShape(many=True, help_text="That match the words or the category asked for.")


class AreaShape(Shape):
    """A city, a district or a postcode from which a centre takes work: one of them is there."""

    city = serializers.CharField(required=False)
    district = serializers.CharField(required=False)
    postcode = serializers.CharField(required=False)


class ExceptionShape(Shape):
    """A day that is not as its weekday; without times it is closed."""

    date = serializers.DateField()
    opens = serializers.TimeField(allow_null=True)
    closes = serializers.TimeField(allow_null=True)
    reason = serializers.CharField()


class OpenSpanShape(Shape):
    """An open span of a weekday in the centre's wall-clock time."""

    weekday = serializers.IntegerField(help_text="0 is Monday.")
    opens = serializers.TimeField()
    closes = serializers.TimeField()


class OpenCenterShape(PublicCenterShape):
    """A centre with its weekly opening hours, the exceptions of the next 60 days and what it offers."""

    working_hours = OpenSpanShape(many=True)
    exceptions = ExceptionShape(many=True)
    service_areas = AreaShape(many=True)
    services = ServiceShape(many=True)


class ApplicantShape(Shape):
    """Who applied with a centre."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    phone = serializers.CharField()
    email = serializers.CharField()


class AdministeredCenterShape(Shape):
    """A centre as its administration and its applicant see it."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    code = serializers.CharField(allow_null=True, help_text="Given when it is approved.")
    name = serializers.CharField()
    address = serializers.CharField()
    city = serializers.CharField()
    district = serializers.CharField()
    postcode = serializers.CharField()
    latitude = serializers.DecimalField(max_digits=9, decimal_places=6, allow_null=True)
    longitude = serializers.DecimalField(max_digits=9, decimal_places=6, allow_null=True)
    phone = serializers.CharField()
    email = serializers.CharField()
    time_zone = serializers.CharField()
    currency = serializers.CharField()
    status = serializers.ChoiceField(choices=ServiceCenter.Status.choices)
    is_active = serializers.BooleanField()
    approved_at = serializers.DateTimeField(allow_null=True)
    decided_at = serializers.DateTimeField(allow_null=True)
    rejected_reason = serializers.CharField()
    about = serializers.CharField(help_text="What the applicant says about it.")
    applicant = ApplicantShape(allow_null=True)
    working_hours = OpenSpanShape(many=True)
    service_areas = AreaShape(many=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    allowed_actions = ActionShape(many=True)
