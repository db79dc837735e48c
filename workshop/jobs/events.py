"""What happens to a job card. Every event's `data` is the difference made: absolute facts of the changed things."""

from workshop.events.event import DomainEvent


class JobEvent(DomainEvent):
    """The base of everything that happens to one card, on its centre's stream."""


class JobOpened(JobEvent):
    """The vehicle was received and the card opened."""


class DiagnosisStarted(JobEvent):
    """The card went to diagnosis."""


class JobQueued(JobEvent):
    """The booked work was queued."""


class EstimateSent(JobEvent):
    """The customer was asked to decide."""


class AllDeclined(JobEvent):
    """The customer declined everything; the vehicle can go."""


class StepStarted(JobEvent):
    """A technician clocked on to a step."""


class StepPaused(JobEvent):
    """A step was paused, with its reason."""


class StepResumed(JobEvent):
    """A paused step goes on."""


class StepCompleted(JobEvent):
    """A step was done."""


class StepVerified(JobEvent):
    """A second person verified a step."""


class StepReworked(JobEvent):
    """A lead sent a step back."""


class StepSkipped(JobEvent):
    """A lead skipped a step, with the reason."""


class StepNoted(JobEvent):
    """A note or a reading was written on a step."""


class StepUndone(JobEvent):
    """The last thing done to a step was undone by the one who did it."""


class JobUndone(JobEvent):
    """The last thing done to a card was undone by the one who did it."""


class ItemAssigned(JobEvent):
    """An item was given to another technician, or to nobody."""


class JobMoved(JobEvent):
    """The vehicle was moved to another bay, or out of the bays."""


class HoldPlaced(JobEvent):
    """The card waits for something."""


class HoldReleased(JobEvent):
    """What the card waited for has come."""


class CheckPassed(JobEvent):
    """A lead passed the quality check."""


class ReworkOrdered(JobEvent):
    """A lead sent named steps back at the quality check."""


class JobReopened(JobEvent):
    """More work is needed on a vehicle that was ready."""


class JobHandedOver(JobEvent):
    """The vehicle was handed over."""


class JobClosed(JobEvent):
    """The card was closed for good."""


class JobCancelled(JobEvent):
    """The visit was cancelled before work began."""


class WindowMoved(JobEvent):
    """The ready window moved without anybody touching the card."""
