"""What people were told, and how many of it they have not read."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from workshop.centers.models import ServiceCenter
from workshop.events.rows import Row, tracked

from .words import LONGEST_TITLE
from .workflow import NOTIFICATION


@tracked()
@pgtrigger.register(
    pgtrigger.FSM(name="notification_state_fsm", field="state", transitions=sorted(NOTIFICATION.edges()))
)
class Notification(Row):
    """What one event says to one person by one channel. `send_after`, `sent_at` and `read_at` are real time.

    `tells` is what the person knows once it is read, and `known` what they knew before. Its text holds no link: an
    email's is made when it is sent.
    """

    class Channel(models.TextChoices):
        APP = "app"
        EMAIL = "email"

    class Kind(models.TextChoices):
        APPOINTMENT = "appointment"
        PAYMENT = "payment"
        MAINTENANCE = "maintenance"
        SYSTEM = "system"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notifications")
    channel = models.CharField(max_length=8, choices=Channel)
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=LONGEST_TITLE)
    message = models.TextField()
    path = models.CharField(max_length=120, blank=True, default="")
    subject = models.CharField(max_length=64)
    center = models.ForeignKey(
        ServiceCenter, on_delete=models.PROTECT, null=True, related_name="notifications"
    )
    event_id = models.UUIDField()
    event = models.CharField(max_length=80)
    stream = models.CharField(max_length=64)
    number = models.BigIntegerField()
    happened_at = models.DateTimeField()
    tells = models.JSONField()
    known = models.JSONField()
    state = models.CharField(max_length=8, choices=[(state, state) for state in NOTIFICATION.states])
    send_after = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    error = models.TextField(blank=True, default="")
    is_read = models.BooleanField(default=False)
    read_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event_id", "user", "channel"], name="notification_once"),
            models.CheckConstraint(
                condition=Q(is_read=False, read_at__isnull=True) | Q(is_read=True, read_at__isnull=False),
                name="notification_read_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state="sending") | Q(lease_until__isnull=False),
                name="notification_sent_under_a_lease",
            ),
        ]
        indexes = [
            models.Index(
                fields=["user", "is_read", "-id"],
                condition=Q(channel="app", state="sent"),
                name="notification_by_unread",
            ),
            models.Index(fields=["user", "subject", "number"], name="notification_by_subject"),
            models.Index(fields=["send_after"], condition=Q(state="pending"), name="notification_due"),
            models.Index(fields=["lease_until"], condition=Q(state="sending"), name="notification_leased"),
        ]


@tracked()
class Inbox(Row):
    """A person's notifications in the app as a whole: its lock orders who tells, and `version` what was told."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="inbox")
    unread = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
