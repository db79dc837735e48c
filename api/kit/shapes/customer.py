"""Somebody who was never here, as a booking describes them."""

from typing import Any

from rest_framework import serializers

from api.kit.serializers import PhoneField, StrictSerializer
from workshop.scheduling.services import NewCustomer


class NewCustomerBody(StrictSerializer):
    """Somebody who was never here."""

    first_name = serializers.CharField(max_length=80)
    last_name = serializers.CharField(max_length=80, required=False, allow_blank=True)
    phone = PhoneField()
    email = serializers.EmailField(max_length=254, required=False, allow_blank=True)

    def to_internal_value(self, data: Any) -> NewCustomer:
        """Return who it is."""
        return NewCustomer(**super().to_internal_value(data))
