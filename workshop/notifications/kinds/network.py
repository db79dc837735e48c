"""What an application to the network is to whom: its applicant hears the answer, who runs the network what waits."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from workshop.centers.events import CenterApplied, CenterApproved, CenterRejected
from workshop.events.models import Event

from .. import words
from ..models import Notification
from ..news import Known, News, Words
from ..selectors import network_desk
from .registry import news_from

APP, EMAIL = Notification.Channel.APP.value, Notification.Channel.EMAIL.value
UNANSWERED: Known = {"status": "applied"}
"""What an applicant knows of their own doing."""


@news_from(CenterApplied, CenterApproved, CenterRejected)
def to_applicant(event: Event) -> Iterable[News]:
    """Tell who applied what the network answered; applying again makes an answer outdated that was not told yet."""
    facts = event.data["application"]
    yield News(
        to=(_applicant(event),),
        channels=(APP, EMAIL),
        kind=Notification.Kind.SYSTEM.value,
        path="/admin/centre" if facts["status"] == "approved" else "/join",
        center_id=None,
        tells={"status": facts["status"]},
        before=UNANSWERED,
        say=partial(_answer, facts),
    )


@news_from(CenterApplied, CenterApproved, CenterRejected)
def to_network(event: Event) -> Iterable[News]:
    """Tell who runs the network, and may decide, that a centre waits for an answer; an answer ends that."""
    facts = event.data["application"]
    yield News(
        to=tuple(person for person in network_desk() if person != _applicant(event)),
        channels=(APP,),
        kind=Notification.Kind.SYSTEM.value,
        path="/admin/centre/network",
        center_id=None,
        tells={"status": facts["status"]},
        before={},
        say=partial(_ask, facts),
    )


def _applicant(event: Event) -> UUID:
    return UUID(event.data["person_id"])


def _answer(facts: dict[str, Any], known: Known) -> Words | None:
    if facts["status"] == known.get("status"):
        return None
    if facts["status"] == "approved":
        return words.filled(
            _("%(center)s is in the network"),
            _("Customers find it now, and can book once its hours, bays, staff and services are set."),
            center=facts["name"],
        )
    if facts["status"] == "rejected":
        return words.filled(
            _("%(center)s was not taken into the network"),
            _("%(reason)s You can change the application and send it again."),
            center=facts["name"],
            reason=words.sentence(facts["rejected_reason"]),
        )
    return None


def _ask(facts: dict[str, Any], known: Known) -> Words | None:
    if facts["status"] != "applied" or known.get("status") == "applied":
        return None
    return words.filled(
        _("%(center)s asks to join the network"),
        _("%(place)s. Its owner waits for an answer."),
        center=facts["name"],
        place=f"{facts['city']} {facts['postcode']}".strip(),
    )
