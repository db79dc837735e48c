"""When a centre is open, when its people work, how it is booked, and what that leaves unserved."""

from typing import Any

from rest_framework import serializers

from workshop.centers.models import Absence, HoursException, Shift
from workshop.kernel.clock import iso
from workshop.kernel.money import Money
from workshop.scheduling.models import BookingRules, Resource

from .appointment import AppointmentShape
from .parts import MoneyShape, Shape


class ReasonShape(Shape):
    """Why something cannot be."""

    code = serializers.CharField()
    text = serializers.CharField()


class UnservedShape(Shape):
    """A visit to come that nobody could serve as it is booked."""

    appointment = AppointmentShape()
    reasons = ReasonShape(many=True)


class HoursExceptionShape(Shape):
    """A span in which a centre is open on one date; closed when it has no times."""

    date = serializers.DateField()
    opens = serializers.TimeField(allow_null=True)
    closes = serializers.TimeField(allow_null=True)
    reason = serializers.CharField()


class ExceptionsShape(Shape):
    """The days with other hours from today on, and what they leave unserved."""

    exceptions = HoursExceptionShape(many=True)
    unserved = UnservedShape(many=True)


class ShiftShape(Shape):
    """A shift or a break of somebody."""

    id = serializers.UUIDField()
    person_id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=Shift.Kind.choices)
    weekday = serializers.IntegerField(allow_null=True, help_text="0 is Monday.")
    date = serializers.DateField(allow_null=True)
    starts = serializers.TimeField()
    ends = serializers.TimeField()


class ShiftsShape(Shape):
    """Everybody's shifts at a centre, and what they leave unserved."""

    shifts = ShiftShape(many=True)
    unserved = UnservedShape(many=True)


class AbsenceShape(Shape):
    """A time in which somebody is away."""

    id = serializers.UUIDField()
    person_id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=Absence.Kind.choices)
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    note = serializers.CharField()


class AbsencesShape(Shape):
    """Absences that are not over, and what they leave unserved."""

    absences = AbsenceShape(many=True)
    unserved = UnservedShape(many=True)


class RulesShape(Shape):
    """How a centre lets itself be booked; spans in minutes."""

    version = serializers.IntegerField()
    slot_step = serializers.IntegerField()
    lead_time = serializers.IntegerField()
    horizon_days = serializers.IntegerField()
    load_limit = serializers.IntegerField(
        help_text="Percent of the technicians' hours that customers may fill."
    )
    request_expires_after = serializers.IntegerField()
    proposal_expires_after = serializers.IntegerField()
    cancel_cutoff = serializers.IntegerField()
    late_cancel_fee = MoneyShape()
    no_show_grace = serializers.IntegerField(help_text="0 leaves it to the desk.")
    offer_hold = serializers.IntegerField()
    offers_collection = serializers.BooleanField()
    collection_window = serializers.IntegerField()


class NamedResourceShape(Shape):
    """A tool or a loaner car."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=["tool", "loaner"])
    name = serializers.CharField()
    type = serializers.CharField()


class CertificateShape(Shape):
    """A certificate of somebody who works at a centre."""

    person_id = serializers.UUIDField()
    person = serializers.CharField()
    name = serializers.CharField()
    number = serializers.CharField()
    skill = serializers.CharField()
    expires_on = serializers.DateField()


def exception_shape(row: HoursException) -> dict[str, Any]:
    """Return a day's other hours."""
    return {
        "date": row.date.isoformat(),
        "opens": row.opens and row.opens.isoformat(timespec="minutes"),
        "closes": row.closes and row.closes.isoformat(timespec="minutes"),
        "reason": row.reason,
    }


def shift_shape(row: Shift) -> dict[str, Any]:
    """Return a shift."""
    return {
        "id": str(row.id),
        "person_id": str(row.person_id),
        "kind": row.kind,
        "weekday": row.weekday,
        "date": row.date and row.date.isoformat(),
        "starts": row.starts.isoformat(timespec="minutes"),
        "ends": row.ends.isoformat(timespec="minutes"),
    }


def absence_shape(row: Absence) -> dict[str, Any]:
    """Return an absence."""
    return {
        "id": str(row.id),
        "person_id": str(row.person_id),
        "kind": row.kind,
        "starts_at": iso(row.starts_at),
        "ends_at": iso(row.ends_at),
        "note": row.note,
    }


def rules_shape(rules: BookingRules, currency: str) -> dict[str, Any]:
    """Return a centre's rules."""
    names = [name for name in map(str, RulesShape().fields) if name != "late_cancel_fee"]
    return {name: getattr(rules, name) for name in names} | {
        "late_cancel_fee": Money(rules.late_cancel_fee, currency).as_json()
    }


def resource_shape(row: Resource) -> dict[str, Any]:
    """Return a tool or a loaner."""
    return {"id": str(row.id), "kind": row.kind, "name": row.name, "type": row.type}
