"""What is told of a collection or a return: the driver sets out, hands over, or could not."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from workshop.events.models import Event
from workshop.jobs.models import JobCard
from workshop.scheduling import events

from .. import words
from ..models import Notification
from ..news import Known, News, Words
from ..selectors import address_of_visit, desk_of
from . import appointments, jobs
from .registry import news_from

APP, EMAIL = Notification.Channel.APP.value, Notification.Channel.EMAIL.value
Text = tuple[Promise, Promise]
CUSTOMER: dict[tuple[str, str], Text] = {
    ("collect", "planned"): (
        _("Your %(thing)s will be collected"),
        _("%(vehicle)s is collected at %(address)s %(when)s. Visit %(number)s."),
    ),
    ("return", "planned"): (
        _("Your %(thing)s will be returned"),
        _("%(vehicle)s is returned to %(address)s %(when)s. Visit %(number)s."),
    ),
    ("collect", "cancelled"): (
        _("Your %(thing)s will not be collected"),
        _("%(vehicle)s, visit %(number)s: %(reason)s Bring it to %(center)s, or call %(phone)s."),
    ),
    ("return", "cancelled"): (
        _("Your %(thing)s will not be returned"),
        _("%(vehicle)s, visit %(number)s: %(reason)s Fetch it at %(center)s, or call %(phone)s."),
    ),
    ("collect", "under_way"): (
        _("%(driver)s is on the way to your %(thing)s"),
        _("%(vehicle)s is collected at %(address)s %(when)s. %(prepare)s %(phone)s"),
    ),
    ("return", "under_way"): (
        _("%(driver)s is bringing your %(thing)s"),
        _("%(vehicle)s is returned to %(address)s %(when)s. %(phone)s"),
    ),
    ("collect", "done"): (
        _("Your %(thing)s was collected"),
        _("%(driver)s has %(vehicle)s%(keys)s and brings it to %(center)s. Visit %(number)s."),
    ),
    ("return", "done"): (
        _("Your %(thing)s was returned"),
        _("%(driver)s handed over %(vehicle)s%(keys)s at %(address)s. Visit %(number)s."),
    ),
    ("collect", "failed"): (
        _("Your %(thing)s could not be collected"),
        _("%(vehicle)s, visit %(number)s: %(reason)s The workshop calls you, or call %(phone)s."),
    ),
    ("return", "failed"): (
        _("Your %(thing)s could not be returned"),
        _("%(vehicle)s, visit %(number)s: %(reason)s The workshop calls you, or call %(phone)s."),
    ),
}
"""By direction and state, what the customer is told."""
DESK: dict[tuple[str, str], Text] = {
    ("collect", "done"): (
        _("%(driver)s has %(customer)s's %(thing)s"),
        _("%(vehicle)s, visit %(number)s, is on its way here. Check it in when it arrives."),
    ),
    ("return", "done"): (
        _("%(driver)s has returned %(customer)s's %(thing)s"),
        _("%(vehicle)s, visit %(number)s at %(address)s. Close its card with what is still open."),
    ),
    ("collect", "failed"): (
        _("%(driver)s could not collect %(customer)s's %(thing)s"),
        _("%(vehicle)s, visit %(number)s at %(address)s: %(reason)s"),
    ),
    ("return", "failed"): (
        _("%(driver)s could not return %(customer)s's %(thing)s"),
        _("%(vehicle)s, visit %(number)s at %(address)s: %(reason)s"),
    ),
}
"""By direction and state, what the desk is told of a drive that is over."""


@news_from(
    events.TransportPlanned,
    events.TransportCancelled,
    events.DriverSetOut,
    events.TransportFinished,
    events.TransportFailed,
)
def to_customer(event: Event) -> Iterable[News]:
    """Tell the customer where their vehicle is, and what was planned or called off by somebody else."""
    facts, transport = _of(event)
    customer = UUID(facts["customer"]["id"])
    if event.actor_id == customer:
        return
    yield News(
        to=(customer,),
        channels=(APP, EMAIL),
        path=f"/visit/{facts['id']}",
        say=partial(_say, CUSTOMER[transport["direction"], transport["status"]], facts, transport),
        address=address_of_visit(UUID(facts["id"])),
        **_about(facts, transport),
    )


@news_from(events.TransportFinished, events.TransportFailed)
def to_desk(event: Event) -> Iterable[News]:
    """Tell the desk of a drive that is over: one that failed is planned anew, or the customer is called."""
    facts, transport = _of(event)
    yield News(
        to=tuple(id for id in desk_of(UUID(facts["center_id"])) if id != event.actor_id),
        channels=(APP,),
        path=f"/board/jobs/{facts['job_id']}" if facts["job_id"] else f"/board/arrivals/{facts['id']}",
        say=partial(_say, DESK[transport["direction"], transport["status"]], facts, transport),
        **_about(facts, transport),
    )


def _of(event: Event) -> tuple[dict[str, Any], dict[str, Any]]:
    facts = event.data["appointment"]
    return facts, next(one for one in facts["transports"] if one["id"] == event.data["transport"])


def _about(facts: dict[str, Any], transport: dict[str, Any]) -> dict[str, Any]:
    """Return what both audiences have in common; they know afterwards what they knew of the visit, and this."""
    visit = appointments.known_of(facts)
    if facts["job_id"]:
        visit = jobs.known_of(JobCard.objects.get(pk=facts["job_id"]).facts)
    return {
        "kind": Notification.Kind.APPOINTMENT.value,
        "center_id": UUID(facts["center_id"]),
        "tells": visit | {transport["id"]: _stand(transport)},
        "before": visit,
    }


def _stand(transport: dict[str, Any]) -> str:
    """Return what one knows of a transport: a plan for another window is another plan."""
    planned = transport["status"] == "planned"
    return f"planned {transport['window_start']}" if planned else str(transport["status"])


def _say(text: Text, facts: dict[str, Any], transport: dict[str, Any], known: Known) -> Words | None:
    if known.get(transport["id"]) == _stand(transport):
        return None
    center = facts["center"]
    thing = facts["vehicle"]["kind"] == "equipment"
    return words.filled(
        *text,
        thing=gettext("equipment") if thing else gettext("vehicle"),
        prepare="" if thing else gettext("Have the keys ready."),
        keys="" if thing else gettext(" with its keys"),
        driver=(transport["driver"] or {"name": center["name"]})["name"].split()[0],
        customer=facts["customer"]["name"],
        vehicle=words.vehicle(facts["vehicle"]),
        number=facts["number"],
        center=center["name"],
        phone=center["phone"],
        address=transport["address"],
        reason=words.sentence(transport["reason"]),
        when=words.window(transport["window_start"], transport["window_end"], center["zone"]),
    )
