"""The event log's tables. They are logs themselves, so they keep no history of their own."""

from django.db import models

from workshop.kernel.clock import real_now
from workshop.kernel.ids import uuid7


class StreamHead(models.Model):
    """The last number given in a stream, and the oldest that is still kept."""

    stream = models.CharField(max_length=64, primary_key=True)
    last = models.BigIntegerField(default=0)
    oldest = models.BigIntegerField(default=1)
    relayed = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(last__gte=0), name="streamhead_last_not_negative")
        ]


class Event(models.Model):
    """Something that happened. `data` holds absolute facts of the changed things, `before` what an undo restores."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    stream = models.CharField(max_length=64)
    number = models.BigIntegerField()
    subject = models.CharField(max_length=64)
    name = models.CharField(max_length=80)
    data = models.JSONField()
    before = models.JSONField(null=True)
    actor_kind = models.CharField(max_length=10)
    actor_id = models.UUIDField(null=True)
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=real_now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "number"], name="event_number_unique_in_stream")
        ]
        indexes = [
            models.Index(fields=["stream", "subject", "number"], name="event_by_subject"),
            models.Index(fields=["recorded_at"], name="event_by_age"),
        ]


class IdempotencyKey(models.Model):
    """The answer of a command that succeeded, kept under the key its caller chose."""

    actor = models.CharField(max_length=64)
    key = models.CharField(max_length=100)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    answer = models.TextField(null=True)  # noqa: DJ001 -- JSON as it was sent; none for an empty body
    created_at = models.DateTimeField(default=real_now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "key"], name="idempotencykey_unique")]
        indexes = [models.Index(fields=["created_at"], name="idempotencykey_by_age")]


class ReactionRun(models.Model):
    """What one reaction owes, did or could not do about one event.

    What is owed is handed to a worker at `due_at`; what `is_handed` is with one, and handed over again then.
    """

    class State(models.TextChoices):
        OWED = "owed"
        DONE = "done"
        PARKED = "parked"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="runs")
    reaction = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=State, default=State.OWED)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=real_now)
    is_handed = models.BooleanField(default=False)
    error = models.TextField(blank=True, default="")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "reaction"], name="reactionrun_unique")]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="owed"), name="reactionrun_owed"),
        ]
