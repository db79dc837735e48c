"""A customer as the desk of their centre sees them, and what is written on their card."""

from typing import Any

from django.conf import settings
from rest_framework import serializers

from api.kit.serializers import ChangeBody, IdField, PhoneField, StrictSerializer
from workshop.centers.models import CustomerProfile
from workshop.scheduling.services import NewCustomer

from .parts import MemberShape, Shape, VehicleCardShape
from .vehicle import VehicleBody

NOTES = 4000
LANGUAGES = ["", *dict(settings.LANGUAGES)]


class NewCustomerBody(StrictSerializer):
    """Somebody who was never here."""

    first_name = serializers.CharField(max_length=80)
    last_name = serializers.CharField(max_length=80, required=False, allow_blank=True)
    phone = PhoneField()
    email = serializers.EmailField(max_length=254, required=False, allow_blank=True)

    def to_internal_value(self, data: Any) -> NewCustomer:
        """Return who it is."""
        return NewCustomer(**super().to_internal_value(data))


class CustomerNameShape(Shape):
    """A customer of the centre, and how they are reached."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    phone = serializers.CharField()
    first_name = serializers.CharField()
    last_name = serializers.CharField()
    email = serializers.CharField()
    address = serializers.CharField()
    created_at = serializers.DateTimeField()


class CustomerShape(CustomerNameShape):
    """A customer of the centre, with the vehicles that the centre knows."""

    vehicles = VehicleCardShape(many=True)


class PreferredCenterShape(Shape):
    """The centre at which a customer begins to book."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class CustomerCardShape(CustomerNameShape):
    """A centre's card of a customer; notes and technician are that centre's own."""

    version = serializers.IntegerField()
    center_id = serializers.UUIDField()
    notes = serializers.CharField()
    preferred_channel = serializers.ChoiceField(choices=CustomerProfile.Channel.choices)
    preferred_language = serializers.ChoiceField(choices=LANGUAGES)
    preferred_service_center_id = serializers.UUIDField(allow_null=True)
    preferred_service_center = PreferredCenterShape(allow_null=True)
    preferred_technician_id = serializers.UUIDField(allow_null=True)
    preferred_technician = MemberShape(allow_null=True)


class VisitCountsShape(Shape):
    """How many visits to this centre are to come, are over, and were missed."""

    to_come = serializers.IntegerField()
    past = serializers.IntegerField()
    no_shows = serializers.IntegerField()


class KnownCustomerShape(CustomerCardShape):
    """A centre's card of a customer, with their vehicles and how often they came."""

    vehicles = VehicleCardShape(many=True)
    visits = VisitCountsShape()


class CustomerBody(ChangeBody):
    """What is known better of a customer, and what they prefer; email and phone are theirs to change."""

    first_name = serializers.CharField(max_length=80)
    last_name = serializers.CharField(max_length=80, allow_blank=True)
    address = serializers.CharField(max_length=240, allow_blank=True)
    notes = serializers.CharField(max_length=NOTES, allow_blank=True)
    preferred_channel = serializers.ChoiceField(choices=CustomerProfile.Channel.choices)
    preferred_language = serializers.ChoiceField(choices=LANGUAGES, allow_blank=True)
    preferred_service_center_id = IdField(allow_null=True)
    preferred_technician_id = IdField(allow_null=True)
    version = serializers.IntegerField(min_value=1)


class AdmittedBody(StrictSerializer):
    """Somebody new at a centre: a name, a phone or an email, and perhaps a first vehicle."""

    center_id = IdField()
    first_name = serializers.CharField(max_length=80)
    last_name = serializers.CharField(max_length=80, required=False, allow_blank=True)
    phone = PhoneField(required=False, allow_blank=True)
    email = serializers.EmailField(max_length=254, required=False, allow_blank=True)
    address = serializers.CharField(max_length=240, required=False, allow_blank=True)
    notes = serializers.CharField(max_length=NOTES, required=False, allow_blank=True)
    vehicle = VehicleBody(required=False)


class DeskVehicleBody(VehicleBody):
    """A vehicle of a customer of the centre."""

    center_id = IdField()
