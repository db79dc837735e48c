"""What a role is to who is given one: where they work now. Who has no password yet is invited by mail instead."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from workshop.accounts.models import User
from workshop.centers.events import MembershipEnded, RoleGiven
from workshop.centers.models import ServiceCenter
from workshop.centers.selectors import staff_card_of
from workshop.centers.work import WORK
from workshop.events.models import Event

from .. import words
from ..models import Notification
from ..news import Known, News, Words
from .registry import news_from

APP, EMAIL = Notification.Channel.APP.value, Notification.Channel.EMAIL.value


@news_from(RoleGiven, MembershipEnded)
def to_colleague(event: Event) -> Iterable[News]:
    """Tell who is given work by somebody else where it is; a role that ends at once is not told any more."""
    role, center_id = event.data["role"], event.data["center_id"]
    person = User.objects.filter(pk=event.data["person_id"]).first()
    if role not in WORK or person is None or not person.has_usable_password():
        return
    center = ServiceCenter.objects.filter(pk=center_id).first() if center_id else None
    if event.actor_id in (None, person.id) or (center and _applied(center, person, role)):
        return
    given = event.name == RoleGiven.name
    inviter = staff_card_of(event.actor_id)
    yield News(
        to=(person.id,),
        channels=(APP, EMAIL),
        kind=Notification.Kind.SYSTEM.value,
        path="/",
        center_id=center.id if center else None,
        tells={"role": role, "center_id": center_id, "given": given},
        before={},
        say=partial(_say, event.data, center, inviter["name"] if inviter else "") if given else _nothing,
    )


def _applied(center: ServiceCenter, person: User, role: str) -> bool:
    """Say whether the role is the network's answer to an application, which is told as such."""
    return role == "admin" and center.applicant_id == person.id


def _say(data: dict[str, Any], center: ServiceCenter | None, inviter: str, known: Known) -> Words | None:
    if known == {"role": data["role"], "center_id": data["center_id"], "given": True}:
        return None
    work = str(WORK[data["role"]])
    if center is None:
        return words.filled(
            _("You administer the network now"), _("%(inviter)s gave you that role."), inviter=inviter
        )
    return words.filled(
        _("You work at %(center)s now"),
        _("%(inviter)s added you: you work there %(work)s."),
        center=" ".join(center.name.split()),
        inviter=inviter or center.name,
        work=work,
    )


def _nothing(known: Known) -> None:
    return None
