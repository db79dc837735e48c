"""Roles and profiles of people."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from workshop.events.command import command
from workshop.events.log import record
from workshop.events.statements import Writes, writing
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Forbidden, Invalid, NotFound

from ..events import MembershipEnded, RoleGiven
from ..models import Certification, CustomerProfile, Membership, Patronage, StaffProfile
from .capacity import capacity_changed


@command
def give_role(*, actor: Actor, user_id: UUID, role: str, center_id: UUID | None) -> Membership:
    """Give a person a role at a centre, or the network's administration without one; what is held already stays."""
    if not administers(actor, center_id):
        raise Forbidden()
    if role not in Membership.Role.values:
        raise Invalid(fields={"role": [f"Choose one of {', '.join(Membership.Role.values)}."]})
    if center_id is None and role not in ("admin", "customer"):
        raise Invalid(fields={"service_center_id": ["This role is held at a centre."]})
    membership, created = Membership.objects.get_or_create(
        user_id=user_id, role=role, center_id=center_id, ended_at=None
    )
    if created:
        _tell(RoleGiven, membership, actor)
    return membership


@command
def end_membership(*, actor: Actor, membership_id: UUID) -> Membership:
    """End a role that a person holds; screens that depend on it close within seconds."""
    membership = (
        Membership.objects.select_for_update().filter(pk=membership_id, ended_at__isnull=True).first()
    )
    if membership is None or not administers(actor, membership.center_id):
        raise NotFound()
    membership.ended_at = real_now()
    membership.save(update_fields=["ended_at"])
    _tell(MembershipEnded, membership, actor)
    if membership.center_id is not None:
        capacity_changed(membership.center_id, actor)
    return membership


@command
def set_customer_profile(*, user_id: UUID, **values: Any) -> CustomerProfile:
    """Write what a customer is called and prefers; only the given fields change."""
    profile, _ = CustomerProfile.objects.select_for_update().get_or_create(
        user_id=user_id, defaults={"first_name": values.get("first_name", "")}
    )
    for name, value in values.items():
        setattr(profile, name, value)
    profile.save()
    return profile


@command
def set_staff_profile(
    *,
    user_id: UUID,
    name: str,
    is_lead: bool = False,
    is_driver: bool = False,
    skills: list[str] | None = None,
    hourly_cost: Decimal | None = None,
    certifications: list[tuple[str, str, str, date]] | None = None,
) -> StaffProfile:
    """Write what a member of staff is called and can do; certifications are (name, number, skill, expires on)."""
    held = StaffProfile.objects.select_for_update(no_key=True).filter(user_id=user_id).first()
    profile, _ = StaffProfile.objects.update_or_create(
        user_id=user_id,
        defaults={
            "name": name,
            "is_lead": is_lead,
            "is_driver": is_driver,
            "skills": skills or [],
            "hourly_cost": hourly_cost,
            "version": held.version + 1 if held else 1,
        },
    )
    if certifications is not None:
        profile.certifications.all().delete()
        for title, number, skill, expires_on in certifications:
            Certification.objects.create(
                staff=profile, name=title, number=number, skill=skill, expires_on=expires_on
            )
    return profile


@command
def note_patronage(*, person_id: UUID, center_id: UUID, writes: Writes | None = None) -> None:
    """Note that a person is a customer of a centre: at once, or with the writes of a larger change."""
    patronage = Patronage(person_id=person_id, center_id=center_id)
    with writing(writes) as into:
        into.insert(patronage, unless_there=True)


def administers(actor: Actor, center_id: UUID | None) -> bool:
    """Say whether an actor administers a centre, or the network when there is none."""
    if actor.kind == "system" or actor.runs_network:
        return True
    return center_id is not None and actor.holds(center_id, "admin")


def _tell(event: type[RoleGiven | MembershipEnded], membership: Membership, actor: Actor) -> None:
    center = str(membership.center_id) if membership.center_id else None
    record(
        event(
            stream=f"person:{membership.user_id}",
            subject=f"person:{membership.user_id}",
            data={"person_id": str(membership.user_id), "role": membership.role, "center_id": center},
        ),
        actor=actor,
    )
