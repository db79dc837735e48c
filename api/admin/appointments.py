"""GET /api/admin/appointments: the visits of every centre one administers."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response

from api.kit.appointment_filters import CenterAppointmentFilters
from api.kit.auth import ActedRequest
from api.kit.lists import ListView, nothing_of
from api.kit.shapes.appointment import AppointmentShape
from workshop.scheduling.models import Appointment
from workshop.scheduling.selectors import administered_by, listed, views


class Appointments(ListView):
    """The visits of every centre one administers."""

    permission = "manage:centers"
    queryset = nothing_of(Appointment)
    filterset_class = CenterAppointmentFilters
    ordering = ("-scheduled_start", "-id")

    @extend_schema(responses={200: AppointmentShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the latest first."""
        return self.page(listed(administered_by(request.actor)), lambda found: views(found, request.actor))
