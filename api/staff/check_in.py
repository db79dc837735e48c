"""POST /api/staff/appointments/{id}/check-in: the vehicle arrives and its card is opened."""

from typing import Any

from rest_framework import serializers

from api.kit.appointments import AppointmentVerb, changed
from api.kit.shapes.appointment import AppointmentShape
from api.kit.shapes.work import CardChangeShape
from api.kit.verbs import SeenBody
from workshop.jobs import services
from workshop.jobs.selectors import sheet_view
from workshop.jobs.sheet import Sheet
from workshop.kernel.actor import Actor


class CheckInBody(SeenBody):
    """The mileage (km) and the charge (percent) read at reception, and the customer's words."""

    mileage_in = serializers.IntegerField(min_value=0, max_value=9_999_999, required=False, allow_null=True)
    charge_in = serializers.IntegerField(min_value=0, max_value=100, required=False, allow_null=True)
    concern = serializers.CharField(max_length=2000, required=False, allow_blank=True)


class CheckedInShape(CardChangeShape):
    """The opened card and the appointment it came from."""

    appointment = AppointmentShape()


class CheckIn(AppointmentVerb):
    """Receive the vehicle and open its job card."""

    permission = "manage:appointments"
    body = CheckInBody
    answer = CheckedInShape
    service = staticmethod(services.check_in)

    def shape(self, actor: Actor, result: Sheet) -> dict[str, Any]:  # type: ignore[override]
        """Return the opened card and the appointment."""
        return {**sheet_view(result, actor), **changed(result.job.appointment, actor)}
