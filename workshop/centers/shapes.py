"""The small cards by which other things name a centre, a bay or a person; they are copied where they are named."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from workshop.accounts.models import User

from .models import (
    Bay,
    CustomerProfile,
    HoursException,
    Membership,
    OpeningHours,
    Patronage,
    ServiceArea,
    ServiceCenter,
    StaffProfile,
)
from .workflow import CENTER


def bay_card(bay: Bay | None) -> dict[str, str] | None:
    """Return `{id, name}`."""
    return None if bay is None else {"id": str(bay.id), "name": bay.name}


def initials(name: str) -> str:
    """Return up to two initials: "Priya S." is PS."""
    return "".join(part[0] for part in name.split()[:2]).upper()


def staff_card(profile: StaffProfile | None) -> dict[str, str] | None:
    """Return `{id, name, initials}`; the id is the user's."""
    if profile is None:
        return None
    return {"id": str(profile.user_id), "name": profile.name, "initials": initials(profile.name)}


def customer_card(user_id: UUID, profile: CustomerProfile | None, phone: str) -> dict[str, str]:
    """Return `{id, name, phone}`."""
    name = f"{profile.first_name} {profile.last_name}".strip() if profile else ""
    return {"id": str(user_id), "name": name, "phone": phone}


def center_card(center: ServiceCenter) -> dict[str, Any]:
    """Return what every screen shows of its centre."""
    return {
        "id": str(center.id),
        "version": center.version,
        "name": center.name,
        "code": center.code,
        "phone": center.phone,
        "address": center.address,
        "city": center.city,
        "zone": center.time_zone,
        "currency": center.currency,
    }


def place_card(center: ServiceCenter) -> dict[str, str]:
    """Return `{id, name, phone, zone}`: where a visit is, and whom to call."""
    return {"id": str(center.id), "name": center.name, "phone": center.phone, "zone": center.time_zone}


def technician_shape(profile: StaffProfile) -> dict[str, Any]:
    """Return a technician as boards list them."""
    return {**(staff_card(profile) or {}), "lead": profile.is_lead}


def bay_shape(bay: Bay) -> dict[str, Any]:
    """Return a bay as boards list it."""
    return {
        "id": str(bay.id),
        "version": bay.version,
        "name": bay.name,
        "position": bay.position,
        "kind": bay.kind,
    }


def listed_center(center: ServiceCenter) -> dict[str, Any]:
    """Return a centre as anybody finds it."""
    return {
        **center_card(center),
        "district": center.district,
        "postcode": center.postcode,
        "latitude": None if center.latitude is None else str(center.latitude),
        "longitude": None if center.longitude is None else str(center.longitude),
        "email": center.email,
    }


def hours_shape(hours: Iterable[OpeningHours]) -> list[dict[str, Any]]:
    """Return weekly opening hours, `[{weekday, opens, closes}]` in the centre's wall-clock time, Monday is 0."""
    return [
        {
            "weekday": span.weekday,
            "opens": span.opens.isoformat(timespec="minutes"),
            "closes": span.closes.isoformat(timespec="minutes"),
        }
        for span in sorted(hours, key=lambda span: (span.weekday, span.opens))
    ]


def exceptions_shape(exceptions: Iterable[HoursException], since: date) -> list[dict[str, Any]]:
    """Return the exceptions from a day on, `[{date, opens, closes, reason}]`; without times it is closed that day."""
    return [
        {
            "date": one.date.isoformat(),
            "opens": one.opens and one.opens.isoformat(timespec="minutes"),
            "closes": one.closes and one.closes.isoformat(timespec="minutes"),
            "reason": one.reason,
        }
        for one in sorted(exceptions, key=lambda one: (one.date, one.opens is not None, one.opens))
        if one.date >= since
    ]


def areas_shape(areas: Iterable[ServiceArea]) -> list[dict[str, str]]:
    """Return service areas, each as the one of `city`, `district` and `postcode` that it is."""
    return [
        {kind: value for kind in ("city", "district", "postcode") if (value := getattr(area, kind))}
        for area in sorted(areas, key=lambda area: (area.postcode, area.district, area.city))
    ]


def application_card(center: ServiceCenter) -> dict[str, Any]:
    """Return what became of an application, for its applicant."""
    return {
        "id": str(center.id),
        "version": center.version,
        "name": center.name,
        "city": center.city,
        "postcode": center.postcode,
        "status": center.status,
        "code": center.code,
        "rejected_reason": center.rejected_reason,
        "decided_at": center.decided_at and center.decided_at.isoformat(),
    }


def administered_center(center: ServiceCenter) -> dict[str, Any]:
    """Return a centre as its administration and its applicant see it; it comes from `administered_by` or its like."""
    listed = listed_center(center)
    listed.pop("zone")
    applicant = center.applicant
    return {
        **listed,
        "time_zone": center.time_zone,
        "status": center.status,
        "is_active": center.is_active,
        "approved_at": center.approved_at and center.approved_at.isoformat(),
        "decided_at": center.decided_at and center.decided_at.isoformat(),
        "rejected_reason": center.rejected_reason,
        "about": center.about,
        "applicant": applicant
        and {
            **customer_card(applicant.id, getattr(applicant, "customer_profile", None), applicant.phone),
            "email": applicant.email or "",
        },
        "working_hours": hours_shape(center.opening_hours.all()),
        "service_areas": areas_shape(center.service_areas.all()),
        "created_at": center.created_at.isoformat(),
        "updated_at": center.updated_at.isoformat(),
        "allowed_actions": _offers(center),
    }


def _offers(center: ServiceCenter) -> list[dict[str, Any]]:
    """Return the network's moves, which nobody makes with their own centre, and the applicant's."""
    admins: Sequence[Membership] = getattr(center, "administrators", ())
    applicant = [center.applicant_id] if center.applicant_id else []
    own = [*applicant, *(held.user_id for held in admins if held.user_id not in applicant)]
    return [
        move.offer(only=applicant) if move.who == "P" else move.offer(besides=own)
        for move in CENTER.verbs_from(center.status, "PN")
        if move.who == "N" or applicant
    ]


def member_shape(membership: Membership) -> dict[str, Any]:
    """Return a role held by somebody who works at a centre, with their staff profile."""
    person = membership.user
    profile: StaffProfile | None = getattr(person, "staff_profile", None)
    certificates = profile.certifications.all() if profile else ()
    return {
        "id": str(membership.id),
        "version": profile.version if profile else 0,
        "user_id": str(person.id),
        "email": person.email or "",
        "phone": person.phone,
        "role": membership.role,
        "service_center_id": str(membership.center_id) if membership.center_id else None,
        "name": profile.name if profile else "",
        "lead": bool(profile and profile.is_lead),
        "driver": bool(profile and profile.is_driver),
        "skills": list(profile.skills) if profile else [],
        "hourly_cost": None if profile is None or profile.hourly_cost is None else str(profile.hourly_cost),
        "certifications": [
            {
                "name": one.name,
                "number": one.number,
                "skill": one.skill,
                "expires_on": one.expires_on.isoformat(),
            }
            for one in sorted(certificates, key=lambda one: (one.expires_on, one.id))
        ],
        "has_pin": bool(profile and profile.pin),
        "can_sign_in": person.has_usable_password(),
        "created_at": membership.created_at.isoformat(),
    }


def patron_shape(person: User) -> dict[str, Any]:
    """Return a customer as the desk of their centre sees them; `customer_profile` should be selected."""
    profile: CustomerProfile | None = getattr(person, "customer_profile", None)
    return {
        **customer_card(person.id, profile, person.phone),
        "first_name": profile.first_name if profile else "",
        "last_name": profile.last_name if profile else "",
        "email": person.email or "",
        "address": profile.address if profile else "",
        "created_at": person.created_at.isoformat(),
    }


def patron_card(card: Patronage) -> dict[str, Any]:
    """Return a centre's card of a customer, with what they prefer; it comes from `cards.whole` or its like."""
    person = card.person
    profile: CustomerProfile | None = getattr(person, "customer_profile", None)
    center = profile.preferred_service_center if profile else None
    technician = card.preferred_technician
    return {
        **patron_shape(person),
        "version": card.version,
        "center_id": str(card.center_id),
        "notes": card.notes,
        "preferred_channel": profile.preferred_channel if profile else CustomerProfile.Channel.EMAIL.value,
        "preferred_language": profile.preferred_language if profile else "",
        "preferred_service_center_id": center and str(center.id),
        "preferred_service_center": center and {"id": str(center.id), "name": center.name},
        "preferred_technician_id": technician and str(technician.id),
        "preferred_technician": staff_card(getattr(technician, "staff_profile", None)),
    }
