"""Joining the network: a centre applies, the network approves or rejects it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from workshop.accounts.models import User
from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from workshop.kernel.workflow import Transition

from ..codes import free_code
from ..events import CenterApplied, CenterApproved, CenterRejected
from ..models import Membership, ServiceCenter, StaffProfile
from ..policies import can_decide
from ..selectors import administered, customer_card_of
from ..shapes import application_card
from ..workflow import CENTER
from .areas import Area
from .members import give_role, set_staff_profile
from .places import Span, save_new, write_changes

WAITING_AT_MOST = 3
"""Applications of one person that the network has not answered."""
PROVE = "Set a new password by “Forgot password”: the mailed link proves the email. Then try again."
ASK_TO_PROVE = "Ask the applicant to set a new password by “Forgot password”, then approve again."


@command
def apply_center(
    *, actor: Actor, hours: Sequence[Span] = (), areas: Sequence[Area] = (), about: str = "", **values: Any
) -> ServiceCenter:
    """Apply with a centre to the network; who does will administer it. `values` are its writable fields.

    Raises Conflict `email_not_proven` or `applications_waiting`, and Invalid.
    """
    person = _proven(User.objects.select_for_update(no_key=True).get(pk=actor.person_id))
    waiting = ServiceCenter.objects.filter(applicant=person, status=ServiceCenter.Status.APPLIED)
    if waiting.count() >= WAITING_AT_MOST:
        raise Conflict(
            "applications_waiting",
            f"{WAITING_AT_MOST} of your applications are waiting for an answer.",
            next="Wait for the network's answer to one of them.",
        )
    center = ServiceCenter(applicant=person, about=about, **values)
    save_new(center, hours, areas)
    _tell(CenterApplied, center, actor)
    return administered(center.id)


@command
def apply_again(
    *,
    actor: Actor,
    center_id: UUID,
    version: int | None = None,
    hours: Sequence[Span] | None = None,
    areas: Sequence[Area] | None = None,
    **values: Any,
) -> ServiceCenter:
    """Apply again with one's rejected centre, after changing the given fields.

    Raises NotFound, Stale, IllegalTransition, Conflict `email_not_proven` and Invalid.
    """
    center = _locked(center_id)
    if center is None or actor.id is None or center.applicant_id != actor.id:
        raise NotFound()
    move = _move(center, "apply_again", version)
    _proven(User.objects.get(pk=actor.id))
    center.status, center.decided_at, center.decided_by, center.rejected_reason = move.target, None, None, ""
    center.about = values.pop("about", center.about)
    write_changes(center, hours, areas, values)
    _tell(CenterApplied, center, actor)
    return administered(center.id)


@command
def approve_center(
    *, actor: Actor, center_id: UUID, version: int | None = None, code: str | None = None
) -> ServiceCenter:
    """Take a centre into the network: it gets its code, its applicant becomes its administrator.

    Raises Forbidden, also for one's own centre, NotFound, Stale, IllegalTransition, and Conflict `code_taken` or
    `email_not_proven`.
    """
    center = _to_decide(actor, center_id)
    move = _move(center, "approve", version)
    if code and ServiceCenter.objects.exclude(pk=center.pk).filter(code=code).exists():
        raise Conflict(
            "code_taken",
            "Another centre has this code.",
            next="Choose another code, or leave it out.",
            fields={"code": ["Another centre has this code."]},
        )
    center.status, center.code = move.target, code or center.code or free_code(center.name)
    center.approved_at = center.decided_at = now()
    _decided(center, actor)
    if center.applicant is not None:
        person = _proven(center.applicant, next=ASK_TO_PROVE)
        give_role(actor=actor, user_id=person.id, role=Membership.Role.ADMIN, center_id=center.id)
        if not StaffProfile.objects.filter(user=person).exists():
            set_staff_profile(
                user_id=person.id, name=customer_card_of(person.id)["name"] or str(person.email)
            )
    _tell(CenterApproved, center, actor)
    return administered(center.id)


@command
def reject_center(*, actor: Actor, center_id: UUID, reason: str, version: int | None = None) -> ServiceCenter:
    """Refuse a centre, for a reason that its applicant reads.

    Raises Forbidden, also for one's own centre, NotFound, Stale, IllegalTransition, and Invalid without a reason.
    """
    center = _to_decide(actor, center_id)
    move = _move(center, "reject", version)
    if not reason.strip():
        raise Invalid(fields={"reason": ["Say why, for the applicant."]})
    center.status, center.rejected_reason, center.decided_at = move.target, reason.strip(), now()
    _decided(center, actor)
    _tell(CenterRejected, center, actor)
    return administered(center.id)


def _locked(center_id: UUID) -> ServiceCenter | None:
    return ServiceCenter.objects.select_for_update(no_key=True).filter(pk=center_id).first()


def _to_decide(actor: Actor, center_id: UUID) -> ServiceCenter:
    if not actor.runs_network:
        raise Forbidden()
    center = _locked(center_id)
    if center is None:
        raise NotFound()
    if not can_decide(actor, center):
        raise Forbidden(
            "own_center",
            "Nobody decides about their own centre.",
            next="Ask another administrator of the network.",
        )
    return center


def _move(center: ServiceCenter, verb: str, version: int | None) -> Transition:
    if version is not None and center.version != version:
        raise Stale(version_now=center.version)
    return CENTER.find(verb, center.status)


def _decided(center: ServiceCenter, actor: Actor) -> None:
    center.decided_by_id = actor.id
    center.version += 1
    center.save()


def _proven(person: User, *, next: str = PROVE) -> User:
    if not person.is_active or not person.email or person.email_verified_at is None:
        raise Conflict(
            "email_not_proven",
            "Who administers a centre is reached by email, and nobody proved that this one is theirs.",
            next=next,
        )
    return person


def _tell(
    event: type[CenterApplied | CenterApproved | CenterRejected], center: ServiceCenter, actor: Actor
) -> None:
    if center.applicant_id is not None:
        record(
            event(
                stream=f"person:{center.applicant_id}",
                subject=f"center:{center.id}",
                data={"person_id": str(center.applicant_id), "application": application_card(center)},
            ),
            actor=actor,
        )
