"""Whom the desk does something for: a customer and a vehicle, each by id or described."""

from typing import Any

from rest_framework import serializers

from api.kit.serializers import IdField, StrictSerializer

from .customer import NewCustomerBody
from .vehicle import VehicleBody


class PartyBody(StrictSerializer):
    """A customer, by id or new, with a vehicle, by id or new."""

    customer_id = IdField(required=False)
    customer = NewCustomerBody(required=False)
    vehicle_id = IdField(required=False)
    vehicle = VehicleBody(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return `customer` and `vehicle` as services take them; of an id and a description exactly one is given."""
        attrs = super().validate(attrs)
        wrong = {}
        for noun in ("customer", "vehicle"):
            if (noun in attrs) == (f"{noun}_id" in attrs):
                wrong[noun] = [f"Give either {noun}_id or {noun}."]
            else:
                attrs[noun] = attrs.pop(f"{noun}_id", None) or attrs[noun]
        if wrong:
            raise serializers.ValidationError(wrong)
        return attrs
