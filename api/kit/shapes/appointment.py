"""An appointment as its customer, the desk, technicians and the wall see it."""

from rest_framework import serializers

from workshop.scheduling.changes import ALL_DEEDS, WHO
from workshop.scheduling.models import Appointment
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
from .transport import TransportShape

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


class LoanerShape(Shape):
    """A loaner car."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class ChangerShape(Shape):
    """Who of the staff changed something."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class LastChangeShape(Shape):
    """Who changed an appointment last; `version` is the one that it got by this."""

    version = serializers.IntegerField()
    deed = serializers.ChoiceField(choices=ALL_DEEDS)
    by = serializers.ChoiceField(choices=WHO)
    person = ChangerShape(allow_null=True, help_text="Who of the staff.")
    at = serializers.DateTimeField()
    moved_from = serializers.DateTimeField(allow_null=True, help_text="The start that it was moved from.")


class _AgreedAppointment(_Appointment):
    customer = PatronShape()
    services = BookedServiceShape(many=True)
    lane = serializers.ChoiceField(choices=Appointment.Lane.choices)
    duration = serializers.IntegerField(allow_null=True, help_text="Minutes, where the desk set them.")
    notes = serializers.CharField()
    concern = serializers.CharField(help_text="What is wrong, in the customer's words.")
    photo_count = serializers.IntegerField(help_text="Pictures that came with a request.")
    wished_times = serializers.ListField(child=serializers.DateTimeField())
    desk_message = serializers.CharField(help_text="With a time that was proposed.")
    wants_loaner = serializers.BooleanField()
    loaner = LoanerShape(allow_null=True)
    vehicle_unverified = serializers.BooleanField(
        help_text="It is somebody else's here until the desk has seen it."
    )
    held_until = serializers.DateTimeField(allow_null=True, help_text="In real time.")
    answer_by = serializers.DateTimeField(allow_null=True)
    change_until = serializers.DateTimeField(
        allow_null=True, help_text="Until then the customer moves or cancels it for nothing."
    )
    payment_status = serializers.CharField()


class _Driven(Shape):
    collects = serializers.BooleanField(help_text="Whether its customer may have the vehicle fetched.")
    transports = TransportShape(many=True, help_text="The latest collection and return.")
    transport_actions = ActionShape(
        many=True, help_text="Which ways can be planned now: `collect`, `return`."
    )


class AppointmentShape(_AgreedAppointment, _Driven):
    """An appointment, for its customer and the desk."""

    total_amount = MoneyShape()
    late_cancel_fee = MoneyShape(help_text="Owed by who cancels after `change_until`.")
    cancel_fee = MoneyShape(help_text="Owed for having cancelled it late.")
    conflict_since = serializers.DateTimeField(
        required=False,
        allow_null=True,
        help_text="For the desk: since then the work before it overruns into it.",
    )
    conflict_with = serializers.UUIDField(
        required=False, allow_null=True, help_text="For the desk: the appointment that overruns."
    )
    last_change = LastChangeShape(required=False, allow_null=True, help_text="For the desk.")
    moved_from = serializers.DateTimeField(
        required=False,
        allow_null=True,
        help_text="For its customer: the start from which the workshop moved it, where that was its last change.",
    )


class SlotShape(AppointmentShape):
    """An appointment or a slot that is held, perhaps for nobody yet."""

    customer = PatronShape(allow_null=True, help_text="Null while it is held for nobody yet.")
    vehicle = VehicleCardShape(allow_null=True, help_text="Null while it is not said for which.")


class WorkAppointmentShape(_AgreedAppointment):
    """An appointment, for technicians and the desk."""

    collects = serializers.BooleanField(required=False, help_text="For the desk.")
    transports = TransportShape(many=True, required=False, help_text="For the desk.")
    transport_actions = ActionShape(many=True, required=False, help_text="For the desk.")
    total_amount = MoneyShape(required=False, help_text="For the desk.")
    late_cancel_fee = MoneyShape(required=False, help_text="For the desk.")
    cancel_fee = MoneyShape(required=False, help_text="For the desk.")
    conflict_since = serializers.DateTimeField(required=False, allow_null=True)
    conflict_with = serializers.UUIDField(required=False, allow_null=True)
    last_change = LastChangeShape(required=False, allow_null=True, help_text="For the desk.")


class WallAppointmentShape(_Appointment):
    """An appointment on the wall."""

    customer = PatronShape(allow_null=True)
    services = ShownServiceShape(many=True)


class AppointmentChangeShape(Shape):
    """A changed appointment."""

    appointment = AppointmentShape()


class SlotChangeShape(Shape):
    """A slot that was held or let go."""

    appointment = SlotShape()


class WorkAppointmentChangeShape(Shape):
    """An appointment, for those who work on it."""

    appointment = WorkAppointmentShape()
