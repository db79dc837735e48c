"""Service centres and the people who belong to them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from workshop.events.rows import Row, tracked


@tracked()
class ServiceCenter(Row):
    """A location with bays and staff; the unit of tenancy. `code` prefixes its document numbers."""

    class Status(models.TextChoices):
        APPLIED = "applied"
        APPROVED = "approved"
        REJECTED = "rejected"

    code = models.CharField(max_length=6, unique=True)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=240)
    city = models.CharField(max_length=80)
    district = models.CharField(max_length=80, blank=True, default="")
    postcode = models.CharField(max_length=16)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    phone = models.CharField(max_length=32, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    time_zone = models.CharField(max_length=64)
    currency = models.CharField(max_length=3)
    status = models.CharField(max_length=10, choices=Status, default=Status.APPLIED)
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="applications"
    )
    approved_at = models.DateTimeField(null=True)
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["city", "postcode"], name="center_by_place"),
            models.Index(fields=["latitude", "longitude"], name="center_by_position"),
        ]


@tracked()
class OpeningHours(Row):
    """One open span of a weekday (0 is Monday), in the centre's wall-clock time."""

    center = models.ForeignKey(ServiceCenter, on_delete=models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="openinghours_weekday"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="openinghours_in_order"),
            models.UniqueConstraint(fields=["center", "weekday", "opens"], name="openinghours_unique"),
        ]


@tracked()
class Bay(Row):
    """A place where a vehicle is worked on."""

    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="bays")
    name = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=20)
    equipment = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["center", "name"], name="bay_name_unique")]


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


@tracked()
class Certification(Row):
    """A certificate that proves a skill until it expires."""

    staff = models.ForeignKey(StaffProfile, on_delete=models.CASCADE, related_name="certifications")
    name = models.CharField(max_length=120)
    number = models.CharField(max_length=60)
    skill = models.CharField(max_length=30)
    expires_on = models.DateField()


@tracked()
class CustomerProfile(Row):
    """What a customer is called and prefers."""

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


@tracked()
class Patronage(Row):
    """A person who is a customer of a centre: written by booking and reception, read by what staff may see."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="patronages")
    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="patronages")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "center"], name="patronage_unique")]


@tracked()
class DocumentCounter(Row):
    """The last number of a series of documents at a centre, taken under a lock late in a command."""

    center = models.ForeignKey(ServiceCenter, on_delete=models.PROTECT, related_name="counters")
    series = models.CharField(max_length=20)
    last = models.PositiveIntegerField(default=1000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["center", "series"], name="documentcounter_unique")]
