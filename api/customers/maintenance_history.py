"""GET /api/customers/maintenance-history: what was done to one's own vehicles."""

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response

from api.kit.auth import ActedRequest
from api.kit.lists import Filters, ListView, nothing_of
from api.kit.shapes.vehicle import MaintenanceRecordShape
from workshop.vehicles.models import MaintenanceRecord
from workshop.vehicles.selectors import history_of
from workshop.vehicles.shapes import record_view


class HistoryFilters(Filters):
    """By vehicle, by day, and by words of what was done."""

    vehicle = filters.UUIDFilter(field_name="vehicle_id")
    q = filters.CharFilter(method="search", max_length=100)
    named = {
        "from": filters.DateFilter(field_name="service_date", lookup_expr="gte"),
        "to": filters.DateFilter(field_name="service_date", lookup_expr="lte"),
    }

    def search(self, rows: QuerySet[MaintenanceRecord], name: str, value: str) -> QuerySet[MaintenanceRecord]:
        """Return those whose title or lines contain the text."""
        return rows.filter(Q(service_type__icontains=value) | Q(description__icontains=value))


class MaintenanceHistory(ListView):
    """Records of the vehicles one owns now; the work of earlier owners is among them, their names are not."""

    permission = "read:own_maintenance_history"
    queryset = nothing_of(MaintenanceRecord)
    filterset_class = HistoryFilters
    ordering = ("-service_date", "-id")

    @extend_schema(responses={200: MaintenanceRecordShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the newest first."""
        rows = history_of(request.standing.person_id)
        return self.page(rows, lambda found: [record_view(row) for row in found])
