"""An appointment as its customer, the desk, technicians and the wall see it."""

from rest_framework import serializers

from workshop.scheduling.workflow import APPOINTMENT, OUTSIDE

from .parts import (
    ActionShape,
    BayRefShape,
    MemberShape,
    MoneyShape,
    PatronShape,
    PlaceShape,
    Shape,
    VehicleCardShape,
)

OUTSIDE_STATES = list(dict.fromkeys(OUTSIDE.values()))


class BookedServiceShape(Shape):
    """A booked service with the price and the duration (minutes) agreed then."""

    id = serializers.UUIDField()
    service_id = serializers.UUIDField()
    name = serializers.CharField()
    quantity = serializers.IntegerField()
    price = MoneyShape(help_text="Of one.")
    duration = serializers.IntegerField(help_text="Minutes of one.")


class ShownServiceShape(Shape):
    """A booked service on the wall."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class _Appointment(Shape):
    id = serializers.UUIDField()
    version = serializers.IntegerField()
    number = serializers.CharField()
    status = serializers.ChoiceField(choices=APPOINTMENT.states)
    outside_status = serializers.ChoiceField(choices=OUTSIDE_STATES)
    center_id = serializers.UUIDField()
    center = PlaceShape()
    vehicle = VehicleCardShape()
    scheduled_start = serializers.DateTimeField()
    scheduled_end = serializers.DateTimeField()
    bay = BayRefShape(allow_null=True)
    technician = MemberShape(allow_null=True)
    job_id = serializers.UUIDField(allow_null=True)
    estimated_completion = serializers.DateTimeField(allow_null=True)
    actual_completion = serializers.DateTimeField(allow_null=True)
    ended_reason = serializers.CharField()
    allowed_actions = ActionShape(many=True)


class AppointmentShape(_Appointment):
    """An appointment, for its customer and the desk."""

    customer = PatronShape()
    services = BookedServiceShape(many=True)
    notes = serializers.CharField()
    total_amount = MoneyShape()
    payment_status = serializers.CharField()


class WorkAppointmentShape(_Appointment):
    """An appointment, for technicians."""

    customer = PatronShape()
    services = BookedServiceShape(many=True)
    notes = serializers.CharField()
    payment_status = serializers.CharField()
    total_amount = MoneyShape(required=False, help_text="For the desk.")


class WallAppointmentShape(_Appointment):
    """An appointment on the wall."""

    customer = PatronShape(allow_null=True)
    services = ShownServiceShape(many=True)


class AppointmentChangeShape(Shape):
    """A changed appointment."""

    appointment = AppointmentShape()


class WorkAppointmentChangeShape(Shape):
    """An appointment, for those who work on it."""

    appointment = WorkAppointmentShape()
