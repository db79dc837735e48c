"""What the profile routes take and answer."""

from datetime import date

from rest_framework import serializers

from api.auth.shapes import PASSWORD, RoleShape
from api.kit.serializers import IdField, PhoneField, StrictSerializer
from workshop.kernel.clock import real_now


class ProfileShape(StrictSerializer):
    """One's own profile. The sign-in email is read-only."""

    id = serializers.UUIDField(read_only=True)
    email = serializers.CharField(read_only=True)
    email_verified = serializers.BooleanField(read_only=True)
    name = serializers.CharField(read_only=True)
    first_name = serializers.CharField(max_length=80)
    last_name = serializers.CharField(max_length=80, allow_blank=True)
    phone = PhoneField(allow_blank=True)
    address = serializers.CharField(max_length=240, allow_blank=True)
    date_of_birth = serializers.DateField(allow_null=True)
    preferred_service_center_id = IdField(allow_null=True)
    roles = RoleShape(many=True, read_only=True)
    created_at = serializers.DateTimeField(read_only=True)

    def validate_date_of_birth(self, value: date | None) -> date | None:
        """Refuse a day to come."""
        if value and value > real_now().date():
            raise serializers.ValidationError("Choose a day in the past.")
        return value


class ChangePasswordBody(StrictSerializer):
    """The current password and the new one."""

    current_password = serializers.CharField(**PASSWORD)
    new_password = serializers.CharField(**PASSWORD)
