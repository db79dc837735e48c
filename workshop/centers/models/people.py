"""The people who belong to service centres: roles, profiles, shifts and absences, and customers."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from workshop.events.rows import Row, tracked

from .places import ServiceCenter


@tracked()
class Membership(Row):
    """A role held at a centre, or for the network when there is no centre, until it ends."""

    class Role(models.TextChoices):
        CUSTOMER = "customer"
        STAFF = "staff"
        TECHNICIAN = "technician"
        ADMIN = "admin"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, null=True, related_name="memberships")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "center"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="membership_held_once",
            ),
            models.CheckConstraint(
                condition=Q(center__isnull=False) | Q(role__in=["admin", "customer"]),
                name="membership_needs_center",
            ),
        ]
        indexes = [
            models.Index(fields=["user"], condition=Q(ended_at__isnull=True), name="membership_in_force")
        ]


@tracked(exclude=["pin"])
class StaffProfile(Row):
    """What a member of staff is called, can do and costs. `pin` is a password hash for the shared tablet."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="staff_profile"
    )
    name = models.CharField(max_length=120)
    is_lead = models.BooleanField(default=False)
    is_driver = models.BooleanField(default=False)
    skills = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    hourly_cost = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    pin = models.CharField(max_length=200, blank=True, default="")
    version = models.PositiveIntegerField(default=1)


@tracked()
class Certification(Row):
    """A certificate that proves a skill until it expires."""

    staff = models.ForeignKey(StaffProfile, on_delete=models.CASCADE, related_name="certifications")
    name = models.CharField(max_length=120)
    number = models.CharField(max_length=60)
    skill = models.CharField(max_length=30)
    expires_on = models.DateField()


@tracked()
class Shift(Row):
    """When a technician or driver works at a centre, or has a break there, in its wall-clock time.

    It holds on every such weekday (0 is Monday), or on one date, for which it replaces the weekday's. One that ends at
    or before the time it starts goes on into the next day. Who has no shift at all works while the centre is open.
    """

    class Kind(models.TextChoices):
        WORK = "work"
        BREAK = "break"

    center = models.ForeignKey(ServiceCenter, on_delete=models.CASCADE, related_name="shifts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="shifts")
    kind = models.CharField(max_length=5, choices=Kind, default=Kind.WORK)
    weekday = models.PositiveSmallIntegerField(null=True)
    date = models.DateField(null=True)
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(weekday__lte=6, date__isnull=True) | Q(weekday__isnull=True, date__isnull=False),
                name="shift_on_weekday_or_date",
            ),
            models.UniqueConstraint(
                fields=["center", "person", "weekday", "date", "starts"],
                nulls_distinct=False,
                name="shift_unique",
            ),
        ]


@tracked()
class Absence(Row):
    """A period in which a person works nowhere."""

    class Kind(models.TextChoices):
        LEAVE = "leave"
        SICK = "sick"
        TRAINING = "training"
        OTHER = "other"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="absences")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.LEAVE)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    note = models.CharField(max_length=240, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="absence_takes_time")
        ]
        indexes = [models.Index(fields=["person", "ends_at"], name="absence_by_person")]


@tracked()
class CustomerProfile(Row):
    """What a customer is called and prefers."""

    class Channel(models.TextChoices):
        EMAIL = "email"
        SMS = "sms"
        PHONE = "phone"
        APP = "app"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="customer_profile"
    )
    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=80, blank=True, default="")
    address = models.CharField(max_length=240, blank=True, default="")
    date_of_birth = models.DateField(null=True)
    preferred_service_center = models.ForeignKey(
        ServiceCenter, on_delete=models.SET_NULL, null=True, related_name="preferred_by"
    )
    preferred_channel = models.CharField(max_length=8, choices=Channel, default=Channel.EMAIL)
    preferred_language = models.CharField(max_length=8, blank=True, default="")


@tracked()
class Patronage(Row):
    """A person who is a customer of a centre, and the centre's card of them.

    Written by booking and reception, read by what staff may see. Its notes and the technician asked for are the desk's,
    not the customer's. Its version counts what changed of the person too, as far as the card shows it.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="patronages")
    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="patronages")
    notes = models.TextField(blank=True, default="")
    preferred_technician = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="preferred_by"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "center"], name="patronage_unique")]
