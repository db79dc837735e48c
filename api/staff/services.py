"""GET /api/staff/services: what one's centre sells."""

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response

from api.kit.auth import ActedRequest
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.shapes.center import ServiceShape
from workshop.catalog.models import Service
from workshop.catalog.selectors import known_to
from workshop.catalog.shapes import service_view


class ServiceFilters(Filters):
    """By centre, category, kind, whether it is offered, and words."""

    center = filters.UUIDFilter(field_name="center_id")
    category = filters.CharFilter(max_length=30)
    kind = filters.ChoiceFilter(choices=Service.Kind.choices)
    is_active = filters.BooleanFilter()
    q = filters.CharFilter(method="search", max_length=100)

    def search(self, rows: QuerySet[Service], name: str, value: str) -> QuerySet[Service]:
        """Return those whose name or description contains the text."""
        return rows.filter(Q(name__icontains=value) | Q(description__icontains=value))


class Services(ListView):
    """The services of the centres where one works."""

    permission = "read:service_checklists"
    queryset = nothing_of(Service)
    filterset_class = ServiceFilters
    ordering = ("name", "id")

    @extend_schema(responses={200: ServiceShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them by name."""
        return self.page(known_to(request.actor), lambda found: [service_view(row) for row in found])
