"""The documents of the live screens: fetched once, then kept fresh by the frames of their topic."""

from rest_framework import serializers

from .appointment import AppointmentShape, SlotShape, WallAppointmentShape, WorkAppointmentShape
from .availability import OpeningDayShape
from .customer import CustomerCardShape
from .job import JobShape, PromiseShape, WallJobShape
from .parts import BayShape, CenterShape, ClockShape, Shape, TechnicianShape
from .vehicle import MaintenanceRecordShape, VehicleShape
from .visit import VisitHoldShape, VisitItemShape, VisitJobShape, VisitStepShape
from .waiting import WaitingShape
from .work import HoldShape, ItemShape, StepShape


class Document(Shape):
    """What every document begins with."""

    topic = serializers.CharField()
    seq = serializers.IntegerField(help_text="The number of the stream, read before the state.")
    clock = ClockShape()
    center = CenterShape()


class VisitDocumentShape(Document):
    """One's own visit; `job` is null until the vehicle was received."""

    appointment = AppointmentShape()
    job = VisitJobShape(allow_null=True)
    items = VisitItemShape(many=True)
    steps = VisitStepShape(many=True)
    holds = VisitHoldShape(many=True)
    promises = PromiseShape(many=True)


class JobDocumentShape(Document):
    """A card with its appointment."""

    job = JobShape()
    items = ItemShape(many=True)
    steps = StepShape(many=True)
    holds = HoldShape(many=True)
    promises = PromiseShape(many=True)
    appointment = WorkAppointmentShape()


class BoardDocumentShape(Document):
    """The desk's board: cards on site and delivered today, and today's appointments still to come."""

    jobs = JobShape(many=True)
    appointments = AppointmentShape(many=True)
    bays = BayShape(many=True)
    technicians = TechnicianShape(many=True)


class SpanShape(Shape):
    """From when to when."""

    start = serializers.DateTimeField()
    end = serializers.DateTimeField()


class RosteredTechnicianShape(TechnicianShape):
    """A technician with their hours."""

    skills = serializers.ListField(child=serializers.CharField())
    work = SpanShape(many=True)
    breaks = SpanShape(many=True)
    away = SpanShape(many=True)


class RosteredDriverShape(Shape):
    """Somebody who collects and returns vehicles, with their hours."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    initials = serializers.CharField()
    work = SpanShape(many=True)
    breaks = SpanShape(many=True)
    away = SpanShape(many=True)


class CalendarDocumentShape(Document):
    """The desk's calendar: some days, every request that waits for an answer, and the waiting list."""

    first = serializers.DateField()
    last = serializers.DateField()
    slot_step = serializers.IntegerField(help_text="Minutes.")
    opening = SpanShape(many=True)
    days = OpeningDayShape(many=True, help_text="Every day from `first` to `last`.")
    bays = BayShape(many=True)
    technicians = RosteredTechnicianShape(many=True)
    drivers = RosteredDriverShape(many=True)
    appointments = SlotShape(many=True)
    waiting = WaitingShape(many=True, help_text="The waiting list, in its order.")


class NamedCenterShape(Shape):
    """A centre by name."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class LanguageShape(Shape):
    """A language that Pitlane speaks."""

    code = serializers.CharField()
    name = serializers.CharField()


class CustomerFileShape(Document):
    """A centre's file of a customer, with the latest 200 visits, and what can be preferred."""

    customer = CustomerCardShape()
    vehicles = VehicleShape(many=True)
    appointments = AppointmentShape(many=True)
    technicians = TechnicianShape(many=True)
    centers = NamedCenterShape(many=True)
    languages = LanguageShape(many=True)


class GarageShape(Shape):
    """One's own vehicles, what was done to them (the latest 500), and one's latest 200 visits."""

    topic = serializers.CharField()
    seq = serializers.IntegerField(help_text="The number of the stream, read before the state.")
    clock = ClockShape()
    vehicles = VehicleShape(many=True)
    records = MaintenanceRecordShape(many=True)
    appointments = AppointmentShape(many=True)


class FloorDocumentShape(Document):
    """What the wall shows."""

    bays = BayShape(many=True)
    jobs = WallJobShape(many=True)
    appointments = WallAppointmentShape(many=True)


class QueueDocumentShape(Document):
    """A technician's day."""

    jobs = JobShape(many=True)
