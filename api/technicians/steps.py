"""/api/technicians/steps/{id}/{verb}: what a technician taps."""

from rest_framework import serializers

from api.kit.cards import StepVerb
from api.kit.serializers import MomentField
from api.kit.verbs import SeenBody
from workshop.jobs import services
from workshop.jobs.services.steps import PAUSE_KINDS


class TapBody(SeenBody):
    """The version that was seen, and the moment of the tap when the tablet had no network then."""

    at = MomentField(required=False)


class PauseBody(TapBody):
    """Why the work stops; a kind that others can remove opens a hold."""

    kind = serializers.ChoiceField(choices=PAUSE_KINDS)
    reason = serializers.CharField(max_length=240, required=False, allow_blank=True)


class NoteBody(TapBody):
    """A note, a reading, or both."""

    reading = serializers.DecimalField(max_digits=12, decimal_places=3, required=False)
    note = serializers.CharField(max_length=2000, required=False, allow_blank=True)


class CompleteBody(NoteBody):
    """The reading where one is asked for, a note, and whether to go on with the next step."""

    start_next = serializers.BooleanField(required=False)


class TapReasonBody(TapBody):
    """Why, in a few words."""

    reason = serializers.CharField(max_length=240)


class Tap(StepVerb):
    """A verb on a step."""

    permission = "update:service_progress"
    body = TapBody


class Start(Tap):
    """Clock on to a pending step."""

    service = staticmethod(services.start_step)


class Pause(Tap):
    """Stop the clock, and say why."""

    body = PauseBody
    service = staticmethod(services.pause_step)


class Resume(Tap):
    """Start the clock of a paused step again."""

    service = staticmethod(services.resume_step)


class Complete(Tap):
    """Finish a running step, and with `start_next` go on with the next."""

    body = CompleteBody
    service = staticmethod(services.complete_step)


class Skip(Tap):
    """Skip a step, as a lead; never a safety step."""

    body = TapReasonBody
    service = staticmethod(services.skip_step)


class Verify(Tap):
    """Sign a done step as a second person."""

    service = staticmethod(services.verify_step)


class Rework(Tap):
    """Send a done step back, as a lead."""

    body = TapReasonBody
    service = staticmethod(services.rework_step)


class Note(Tap):
    """Write a note or a reading down."""

    body = NoteBody
    service = staticmethod(services.note_step)


class Undo(Tap):
    """Take back what one did to a step last, within ten seconds, with everything it set off."""

    unused = frozenset({"at"})  # an undo goes by real time
    service = staticmethod(services.undo_step)
