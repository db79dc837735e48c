"""The filters that every list of appointments has."""

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters

from workshop.centers.models import ServiceCenter
from workshop.scheduling.models import Appointment
from workshop.scheduling.workflow import APPOINTMENT, OUTSIDE
from workshop.vehicles.identity import plate_key

from .lists import Filters

READY = "ready_for_pickup"
WORDS = list(dict.fromkeys([*APPOINTMENT.states, *OUTSIDE.values(), READY]))
"""A status by its own word, by the outside one, or by the stage of the card where the outside has a word for that."""


class AppointmentFilters(Filters):
    """By status, centre, vehicle, when it begins, and words of number, customer or vehicle."""

    status = filters.ChoiceFilter(choices=[(word, word) for word in WORDS], method="in_status")
    center = filters.UUIDFilter(field_name="center_id")
    vehicle = filters.UUIDFilter(field_name="vehicle_id")
    q = filters.CharFilter(method="search", max_length=100)
    named = {
        "from": filters.IsoDateTimeFilter(field_name="scheduled_start", lookup_expr="gte"),
        "to": filters.IsoDateTimeFilter(field_name="scheduled_start", lookup_expr="lt"),
    }

    def in_status(self, rows: QuerySet[Appointment], name: str, value: str) -> QuerySet[Appointment]:
        """Return those in the status that a word means."""
        if value == READY:
            return rows.filter(status="checked_in", job__stage=READY)
        states = [state for state, word in OUTSIDE.items() if value in (state, word)]
        return rows.filter(status__in=states)

    def search(self, rows: QuerySet[Appointment], name: str, value: str) -> QuerySet[Appointment]:
        """Return those whose number, customer's name or phone, or plate contains the text."""
        found = (
            Q(number__icontains=value)
            | Q(customer_card__name__icontains=value)
            | Q(customer_card__phone__icontains=value)
        )
        key = plate_key(value)
        return rows.filter(found | Q(vehicle__plate_key__contains=key) if key else found)


class CustomerAppointmentFilters(AppointmentFilters):
    """Also by customer."""

    customer = filters.UUIDFilter(field_name="customer_id")


class CenterAppointmentFilters(CustomerAppointmentFilters):
    """Also by the centre's city and state."""

    city = filters.CharFilter(field_name="center__city", lookup_expr="iexact", max_length=80)
    center_status = filters.ChoiceFilter(field_name="center__status", choices=ServiceCenter.Status.choices)
