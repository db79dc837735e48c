"""Taking people on at a centre, and what is known of those who work there."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from workshop.accounts import services as accounts
from workshop.accounts.models import User
from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Stale

from ..events import StaffProfileWritten
from ..models import Membership, StaffProfile
from ..selectors import members_administered_by
from .capacity import works_otherwise
from .members import administers, give_role, set_staff_profile

WORKING = (Membership.Role.STAFF, Membership.Role.TECHNICIAN, Membership.Role.ADMIN)
PROFILE = ("name", "is_lead", "is_driver", "skills", "hourly_cost")


@command
def employ(
    *, actor: Actor, email: str, role: str, center_id: UUID | None, phone: str = "", **profile: Any
) -> Membership:
    """Give the person with this email a role, making their account when there is none; `profile` is the staff profile.

    Who has no password gets a mail to set one. Raises Forbidden, Invalid without a name, and Conflict
    `person_deactivated`, `email_not_proven` or `works_elsewhere`.
    """
    if not administers(actor, center_id):
        raise Forbidden()
    person = User.objects.with_email(email).first()
    if person is None:
        person = accounts.add_person(actor=actor, email=email, phone=phone)
    _may_be_trusted(person)
    membership = give_role(actor=actor, user_id=person.id, role=role, center_id=center_id)
    _write(actor, person.id, profile)
    if not person.has_usable_password():
        accounts.request_reset(actor=actor, email=email)
    return members_administered_by(actor).get(pk=membership.pk)


@command
def update_member(
    *, actor: Actor, membership_id: UUID, version: int | None = None, **profile: Any
) -> Membership:
    """Change the given fields of the staff profile of somebody who works at a centre that one administers.

    Raises NotFound, Stale when the profile changed since `version`, and Conflict `works_elsewhere`.
    """
    found = members_administered_by(actor).filter(pk=membership_id).first()
    if found is None:
        raise NotFound()
    _write(actor, found.user_id, profile, version)
    return members_administered_by(actor).get(pk=membership_id)


def _may_be_trusted(person: User) -> None:
    if not person.is_active:
        raise Conflict(
            "person_deactivated", "This account was deactivated.", next="Ask the network's administration."
        )
    if person.has_usable_password() and person.email_verified_at is None:
        raise Conflict(
            "email_not_proven",
            "Somebody registered with this email, and nobody proved that it is theirs.",
            next="Ask them to set a new password by “Forgot password”, then add them again.",
            fields={"email": ["This email is not proven."]},
        )


def _write(actor: Actor, user_id: UUID, given: Mapping[str, Any], version: int | None = None) -> None:
    """Write the profile; the flags in it count everywhere, so another centre's people are not rewritten from here."""
    held = StaffProfile.objects.select_for_update(no_key=True).filter(user_id=user_id).first()
    if held is not None and version is not None and held.version != version:
        raise Stale(version_now=held.version)
    changed = held is None or any(
        value != getattr(held, name) for name, value in given.items() if name in PROFILE
    )
    if not changed and "certifications" not in given:
        return
    if held is not None and _works_elsewhere(actor, user_id):
        raise Conflict(
            "works_elsewhere",
            "This person works at another centre too, which keeps their profile.",
            next="Leave name, skills and flags out, or ask the network's administration.",
        )
    values = {name: getattr(held, name) for name in PROFILE} if held else {}
    values |= given
    if not values.get("name"):
        raise Invalid(fields={"name": ["Enter a name."]})
    set_staff_profile(user_id=user_id, **values)
    subject = f"person:{user_id}"
    record(
        StaffProfileWritten(stream=subject, subject=subject, data={"person_id": str(user_id)}), actor=actor
    )
    works_otherwise(user_id, actor)


def _works_elsewhere(actor: Actor, user_id: UUID) -> bool:
    held = Membership.objects.filter(user_id=user_id, ended_at__isnull=True, role__in=WORKING)
    return any(not administers(actor, center_id) for center_id in held.values_list("center_id", flat=True))
