"""GET /api/staff/jobs: the cards of one's centre, past and present."""

import orjson
from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response

from api.kit.auth import ActedRequest
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.shapes.listed import ListedJobShape
from workshop.jobs.models import JobCard
from workshop.jobs.selectors import listed_at_desk
from workshop.jobs.workflow import JOB
from workshop.vehicles.identity import plate_key


class JobFilters(Filters):
    """By centre, stage, customer, vehicle, when it was received, and words of number, customer or plate."""

    center = filters.UUIDFilter(field_name="center_id")
    stage = filters.ChoiceFilter(choices=[(stage, stage) for stage in JOB.states])
    customer = filters.UUIDFilter(field_name="customer_id")
    vehicle = filters.UUIDFilter(field_name="vehicle_id")
    q = filters.CharFilter(method="search", max_length=100)
    named = {
        "from": filters.IsoDateTimeFilter(field_name="received_at", lookup_expr="gte"),
        "to": filters.IsoDateTimeFilter(field_name="received_at", lookup_expr="lt"),
    }

    def search(self, rows: QuerySet[JobCard], name: str, value: str) -> QuerySet[JobCard]:
        """Return those whose number, customer's name or plate contains the text."""
        found = Q(number__icontains=value) | Q(customer_card__name__icontains=value)
        key = plate_key(value)
        return rows.filter(found | Q(vehicle__plate_key__contains=key) if key else found)


class Jobs(ListView):
    """The cards of the centres at whose desk one works."""

    permission = "read:all_appointments"
    queryset = nothing_of(JobCard)
    filterset_class = JobFilters

    @extend_schema(responses={200: ListedJobShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them with items and steps, the newest first."""
        rows = listed_at_desk(request.actor)
        return self.page(rows, lambda found: [orjson.Fragment(row["nested"]) for row in found])
