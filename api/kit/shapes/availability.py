"""What a centre has free, as customers and the desk see it, and how it is asked for."""

from typing import Any
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from workshop.kernel.clock import iso
from workshop.kernel.errors import Invalid
from workshop.kernel.money import Money
from workshop.scheduling.availability import Availability
from workshop.scheduling.services import Line
from workshop.scheduling.services.draft import own_visit
from workshop.scheduling.services.hold import HELD_FOR
from workshop.scheduling.services.order import MOST_QUANTITY, MOST_SERVICES
from workshop.vehicles.models import Vehicle

from .parts import MoneyShape, Shape

MOST_ASKED = MOST_SERVICES * MOST_QUANTITY
DAYS = [
    OpenApiParameter("from", OpenApiTypes.DATE, description="The first day; today unless told otherwise."),
    OpenApiParameter("to", OpenApiTypes.DATE, description="The last day, at most 31 in all."),
]
ASKED = [
    OpenApiParameter("service", OpenApiTypes.UUID, many=True, description="Once for each time it is wanted."),
    *DAYS,
    OpenApiParameter("vehicle_kind", str, enum=list(Vehicle.Kind.values)),
    OpenApiParameter("loaner", OpenApiTypes.BOOL, description="With a loaner car."),
]


class AskedDaysBody(serializers.Serializer[Any]):
    """For which days availability is asked."""

    def get_fields(self) -> dict[str, Any]:
        """Return the fields with those whose names are words of Python."""
        days = {
            "from": serializers.DateField(required=False, source="first"),
            "to": serializers.DateField(required=False, source="last"),
        }
        return {**super().get_fields(), **days}


class AskedBody(AskedDaysBody):
    """How availability is asked for."""

    service = serializers.ListField(child=serializers.UUIDField(), max_length=MOST_ASKED)
    vehicle_kind = serializers.ChoiceField(choices=Vehicle.Kind.choices, required=False)
    loaner = serializers.BooleanField(required=False, default=False)

    def validate_service(self, value: list[UUID]) -> list[Line]:
        """Return the lines."""
        if not value:
            raise Invalid("services_count", fields={"service": [f"Choose 1 to {MOST_SERVICES} services."]})
        return [Line(id, value.count(id)) for id in dict.fromkeys(value)]


class OpeningDayShape(Shape):
    """A day at the centre, and whether it opens on it."""

    date = serializers.DateField()
    open = serializers.BooleanField()
    reason = serializers.CharField(help_text="Why its hours are not the usual ones.")


class DayShape(OpeningDayShape):
    """A day at the centre with the starts that are free."""

    slots = serializers.ListField(child=serializers.DateTimeField())


class OwnVisitShape(Shape):
    """One's own visit that the vehicle has already."""

    number = serializers.CharField()
    scheduled_start = serializers.DateTimeField()
    scheduled_end = serializers.DateTimeField()


class AvailabilityShape(Shape):
    """What is free for a visit."""

    center_id = serializers.UUIDField()
    zone = serializers.CharField()
    duration = serializers.IntegerField(help_text="Minutes.")
    slot_step = serializers.IntegerField(help_text="Minutes.")
    hold_seconds = serializers.IntegerField(help_text="How long a slot is held.")
    cancel_cutoff = serializers.IntegerField(
        help_text="Minutes before the visit until which changing is free."
    )
    late_cancel_fee = MoneyShape()
    walk_in_wait = serializers.IntegerField(
        allow_null=True, help_text="Minutes until who comes now is served; null when that is not today."
    )
    lead_time = serializers.IntegerField(
        help_text="Minutes from now until the first start that can be booked."
    )
    loaners = serializers.BooleanField(help_text="Whether the centre lends cars.")
    collects = serializers.BooleanField(help_text="Whether it collects and returns vehicles.")
    earliest = serializers.ListField(child=serializers.DateTimeField())
    days = DayShape(many=True)
    visits = OwnVisitShape(
        many=True, help_text="Visits of the vehicle asked for; nothing is free across them."
    )


def availability_shape(found: Availability) -> dict[str, Any]:
    """Return what is free, JSON-ready."""
    rules = found.rules
    return {
        "center_id": str(found.center.id),
        "zone": found.center.time_zone,
        "duration": found.duration,
        "slot_step": rules.slot_step,
        "hold_seconds": int(HELD_FOR.total_seconds()),
        "cancel_cutoff": rules.cancel_cutoff,
        "late_cancel_fee": Money(rules.late_cancel_fee, found.center.currency).as_json(),
        "walk_in_wait": found.wait,
        "lead_time": rules.lead_time,
        "loaners": found.loaners,
        "collects": rules.offers_collection,
        "earliest": [iso(moment) for moment in found.earliest],
        "days": [
            {
                "date": day.date.isoformat(),
                "open": day.open,
                "reason": day.reason,
                "slots": [iso(moment) for moment in day.slots],
            }
            for day in found.days
        ],
        "visits": [own_visit(visit) for visit in found.visits],
    }


def asked(params: Any) -> dict[str, Any]:
    """Return what a request's query asks for; raise ValidationError naming what is wrong."""
    body = AskedBody(data=params)
    body.is_valid(raise_exception=True)
    values = dict(body.validated_data)
    values["lines"] = values.pop("service")
    return values
