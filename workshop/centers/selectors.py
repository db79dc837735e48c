"""Reads about centres and who holds which role in them."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, Max, OuterRef, Prefetch, QuerySet

from workshop.accounts.models import User
from workshop.events.statements import Selected, select, select_all
from workshop.kernel.actor import Actor, Role
from workshop.kernel.clock import now

from .models import (
    Absence,
    Bay,
    Certification,
    CustomerProfile,
    HoursException,
    Membership,
    Patronage,
    ServiceCenter,
    Shift,
    StaffProfile,
)
from .shapes import customer_card, staff_card
from .skills import skills_on


def roles_of(user_id: UUID) -> tuple[Role, ...]:
    """Return the roles a person holds now, with the flags of their staff profile."""
    rows = Membership.objects.filter(user_id=user_id, ended_at__isnull=True).values_list(
        "role", "center_id", "user__staff_profile__is_lead", "user__staff_profile__is_driver"
    )
    return tuple(Role(role, center, bool(lead), bool(driver)) for role, center, lead, driver in rows)


def missing_skills(user_id: UUID, skills: list[str], *, center_id: UUID) -> list[str]:
    """Return which of the skills a person lacks on the day that it is at a centre.

    What they never learnt, and what they hold only by certificates that expired. Raises DoesNotExist for no centre.
    """
    profiles, certificates, centers = select_all(
        (StaffProfile, "user_id = %s", (user_id,)),
        (Certification, "staff_id IN (SELECT id FROM centers_staffprofile WHERE user_id = %s)", (user_id,)),
        (ServiceCenter, "id = %s", (center_id,)),
    )
    if not profiles:
        return list(skills)
    if not centers:
        raise ServiceCenter.DoesNotExist(center_id)
    today = now().astimezone(ZoneInfo(centers[0].time_zone)).date()
    held = skills_on(profiles[0].skills, [(row.skill, row.expires_on) for row in certificates], today)
    return [skill for skill in skills if skill not in held]


def staff_card_of(user_id: UUID | None) -> dict[str, str] | None:
    """Return the card of a member of staff by user id."""
    if user_id is None:
        return None
    return staff_card(next(iter(select(StaffProfile, "user_id = %s", (user_id,))), None))


def customer_selects(user_id: UUID) -> list[Selected]:
    """Return the selects of what a customer's card is made of, in the order `customer_card_from` takes them."""
    return [(CustomerProfile, "user_id = %s", (user_id,)), (User, "id = %s", (user_id,))]


def customer_card_of(user_id: UUID) -> dict[str, str]:
    """Return the card of a customer by user id."""
    return customer_card_from(user_id, *select_all(*customer_selects(user_id)))


def customer_card_from(user_id: UUID, profiles: list[CustomerProfile], people: list[User]) -> dict[str, str]:
    """Return the card of a customer from what `customer_selects` found."""
    profile = next(iter(profiles), None)
    return customer_card(user_id, profile, people[0].phone if profile else "")


def centers_worked_at(actor: Actor) -> QuerySet[ServiceCenter]:
    """Return the active centres where an actor is staff, technician or administrator."""
    rows = open_to_all()
    return rows if actor.runs_network else rows.filter(pk__in=actor.centers("staff", "technician", "admin"))


def open_to_all() -> QuerySet[ServiceCenter]:
    """Return the centres that anybody may find and book."""
    return ServiceCenter.objects.filter(is_active=True, status=ServiceCenter.Status.APPROVED)


def preferred_center_of(actor: Actor) -> UUID | None:
    """Return the centre that a person prefers; None for nobody."""
    if actor.id is None or actor.kind != "person":
        return None
    chosen = CustomerProfile.objects.filter(user_id=actor.id).values_list(
        "preferred_service_center_id", flat=True
    )
    return chosen.first()


def administered_by(actor: Actor) -> QuerySet[ServiceCenter]:
    """Return the centres that an actor administers, whatever their state."""
    rows = _whole(ServiceCenter.objects.all())
    return rows if actor.runs_network else rows.filter(pk__in=actor.centers("admin"))


def applications_of(actor: Actor) -> QuerySet[ServiceCenter]:
    """Return the centres with which an actor applied to the network, whatever became of them."""
    return _whole(ServiceCenter.objects.filter(applicant_id=actor.person_id))


def administered(center_id: UUID) -> ServiceCenter:
    """Return a centre with all that its administration sees of it."""
    return _whole(ServiceCenter.objects.all()).get(pk=center_id)


def _whole(rows: QuerySet[ServiceCenter]) -> QuerySet[ServiceCenter]:
    admins = Membership.objects.filter(role=Membership.Role.ADMIN, ended_at__isnull=True)
    return rows.select_related("applicant__customer_profile").prefetch_related(
        "opening_hours", "service_areas", Prefetch("memberships", admins, to_attr="administrators")
    )


def members_administered_by(actor: Actor) -> QuerySet[Membership]:
    """Return the roles now held by those who work at the centres an actor administers."""
    rows = Membership.objects.filter(ended_at__isnull=True).exclude(role=Membership.Role.CUSTOMER)
    if not actor.runs_network:
        rows = rows.filter(center_id__in=actor.centers("admin"))
    return rows.select_related("user__staff_profile").prefetch_related("user__staff_profile__certifications")


def is_patron(person_id: UUID, center_id: UUID) -> bool:
    """Say whether a person is a customer of a centre."""
    return Patronage.objects.filter(person_id=person_id, center_id=center_id).exists()


def patrons_of(actor: Actor) -> QuerySet[User]:
    """Return the customers of the centres at whose desk an actor works."""
    rows = User.objects.filter(is_active=True).select_related("customer_profile")
    known = Patronage.objects.filter(person_id=OuterRef("pk"))
    if not actor.runs_network:
        known = known.filter(center_id__in=actor.centers("staff", "admin"))
    return rows.filter(Exists(known))


def technicians_of(center_id: UUID) -> list[StaffProfile]:
    """Return the profiles of a centre's technicians, by name."""
    return list(
        StaffProfile.objects.filter(
            user__memberships__center_id=center_id,
            user__memberships__role=Membership.Role.TECHNICIAN,
            user__memberships__ended_at__isnull=True,
        ).order_by("name")
    )


def bays_of(center_id: UUID) -> list[Bay]:
    """Return a centre's active bays in order."""
    return list(Bay.objects.filter(center_id=center_id, is_active=True).order_by("position", "name"))


def held_since(actor: Actor, center_id: UUID) -> datetime | None:
    """Return the moment since when an actor holds the newest of their roles at a centre; None without one."""
    if actor.id is None:
        return None
    newest: datetime | None = Membership.objects.filter(
        user_id=actor.id, center_id=center_id, ended_at__isnull=True
    ).aggregate(newest=Max("created_at"))["newest"]
    return newest


def exceptions_of(center_id: UUID) -> QuerySet[HoursException]:
    """Return the days with other hours from yesterday on, in order."""
    since = now().date() - timedelta(days=1)
    return HoursException.objects.filter(center_id=center_id, date__gte=since).order_by("date", "opens")


def shifts_at(center_id: UUID) -> QuerySet[Shift]:
    """Return everybody's shifts at a centre, those of dates that are over left out."""
    since = now().date() - timedelta(days=1)
    rows = Shift.objects.filter(center_id=center_id).exclude(date__lt=since)
    return rows.order_by("person_id", "date", "weekday", "kind", "starts")


def absences_at(center_id: UUID) -> QuerySet[Absence]:
    """Return the absences, not over yet, of those who work at a centre."""
    people = Membership.objects.filter(center_id=center_id, ended_at__isnull=True).values("user_id")
    return Absence.objects.filter(person_id__in=people, ends_at__gt=now()).order_by("starts_at", "id")


def certificates_at(center_id: UUID, *, until: date | None = None) -> list[dict[str, Any]]:
    """Return the certificates of those who work at a centre, what ends soonest first, perhaps only until a day."""
    people = Membership.objects.filter(center_id=center_id, ended_at__isnull=True).values("user_id")
    rows = Certification.objects.filter(staff__user_id__in=people).select_related("staff")
    if until is not None:
        rows = rows.filter(expires_on__lte=until)
    return [
        {
            "person_id": str(row.staff.user_id),
            "person": row.staff.name,
            "name": row.name,
            "number": row.number,
            "skill": row.skill,
            "expires_on": row.expires_on.isoformat(),
        }
        for row in rows.order_by("expires_on", "id")
    ]
