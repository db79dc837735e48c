"""/api/staff/jobs/{id}: a card, and what the front desk does to it."""

from rest_framework import serializers

from api.kit.cards import CardVerb, ReasonBody, ReopenBody, ReworkBody
from api.kit.serializers import IdField
from api.kit.verbs import SeenBody
from api.technicians.jobs import Job as WorkJob
from workshop.jobs import services
from workshop.jobs.models import Hold


class Job(WorkJob):
    """A card of one's centre, with its steps, holds, promises and appointment."""

    permission = "read:all_appointments"


class HandOverBody(SeenBody):
    """The mileage (km) at hand-over, and why an unpaid vehicle goes."""

    mileage_out = serializers.IntegerField(min_value=0, max_value=9_999_999)
    override_reason = serializers.CharField(max_length=240, required=False, allow_blank=True)


class HoldBody(SeenBody):
    """What the card, or one of its items, waits for."""

    kind = serializers.ChoiceField(choices=Hold.Kind.choices)
    reason = serializers.CharField(max_length=240, required=False, allow_blank=True)
    item_id = IdField(required=False, allow_null=True)


class MoveBody(SeenBody):
    """The bay to move to; null for out of the bays."""

    bay_id = IdField(allow_null=True)


class AssignBody(SeenBody):
    """An item and its technician; null for nobody."""

    item_id = IdField()
    technician_id = IdField(allow_null=True)


class DeskVerb(CardVerb):
    """A verb of the front desk."""

    permission = "manage:appointments"


class Queue(DeskVerb):
    """Queue the booked work of a received vehicle."""

    service = staticmethod(services.queue_job)


class Diagnose(DeskVerb):
    """Send a received vehicle to diagnosis."""

    service = staticmethod(services.diagnose_job)


class SendEstimate(DeskVerb):
    """Note that the customer was asked to decide."""

    service = staticmethod(services.send_estimate)


class DiagnoseAgain(DeskVerb):
    """Take a card back to diagnosis before the customer has decided."""

    service = staticmethod(services.diagnose_again)


class DeclineAll(DeskVerb):
    """Note that the customer declined everything."""

    service = staticmethod(services.decline_all)


class PassCheck(CardVerb):
    """Pass the quality check, as a lead who did none of the work."""

    permission = "update:service_progress"
    service = staticmethod(services.pass_check)


class Rework(CardVerb):
    """Fail the quality check: the named steps are done again."""

    permission = "update:service_progress"
    body = ReworkBody
    service = staticmethod(services.order_rework)


class Undo(DeskVerb):
    """Take back what one did to a card last, within ten seconds, with everything it set off."""

    service = staticmethod(services.undo_job)


class Reopen(DeskVerb):
    """Take a vehicle that was ready back to work: the named steps are done again, and the customer reads why."""

    body = ReopenBody
    service = staticmethod(services.reopen_job)


class HandOver(DeskVerb):
    """Hand the vehicle over."""

    body = HandOverBody
    service = staticmethod(services.hand_over)


class Close(DeskVerb):
    """Close a delivered card for good."""

    service = staticmethod(services.close_job)


class Cancel(DeskVerb):
    """Cancel a visit before any time was clocked on it."""

    body = ReasonBody
    service = staticmethod(services.cancel_job)


class PlaceHold(DeskVerb):
    """Note what a card waits for."""

    body = HoldBody
    service = staticmethod(services.place_hold)


class Move(DeskVerb):
    """Move the vehicle to another bay, or out of the bays."""

    body = MoveBody
    service = staticmethod(services.move_job)


class Assign(DeskVerb):
    """Give an item to a technician, or to nobody."""

    body = AssignBody
    service = staticmethod(services.assign_item)
