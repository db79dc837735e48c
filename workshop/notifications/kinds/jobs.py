"""What the customer is told of the work on their vehicle: when it is ready, and when that moved by a lot."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from workshop.centers.models import ServiceCenter
from workshop.events.models import Event
from workshop.jobs import events
from workshop.jobs.models import Promise
from workshop.kernel.clock import iso

from .. import words
from ..models import Notification
from ..news import Known, News, Words
from ..selectors import address_of_visit
from .registry import news_from

A_LOT = timedelta(minutes=15)
"""The ready time is told again when it is more than this from the one that was told."""
A_LOT_FOR_MAIL = timedelta(minutes=45)
"""The same by email: work that is a little later again and again shall not fill an inbox."""
STAGES = (events.CheckPassed, events.AllDeclined, events.JobReopened, events.JobUndone)
OVER = (events.JobHandedOver, events.JobClosed, events.JobCancelled)
"""After these nothing is left to say of the work, and what waits to be said is dropped."""
MOVING = (
    events.DiagnosisStarted,
    events.JobQueued,
    events.EstimateSent,
    events.StepStarted,
    events.StepPaused,
    events.StepResumed,
    events.StepCompleted,
    events.StepVerified,
    events.StepReworked,
    events.StepSkipped,
    events.StepNoted,
    events.StepUndone,
    events.ItemAssigned,
    events.JobMoved,
    events.HoldPlaced,
    events.HoldReleased,
    events.ReworkOrdered,
    events.WindowMoved,
)
"""What may move the ready window: its data then hold the new promise. A tap does not wake the relay for it."""
_ALWAYS = {event.name for event in (*STAGES, *OVER)}
_OVER = {event.name for event in OVER}


@news_from(*STAGES, *OVER)
@news_from(*MOVING, pressing=False)
def to_customer(event: Event) -> Iterable[News]:
    """Tell the customer that the vehicle is ready, or when it will be."""
    facts = event.data["job"]
    promises = "promises" in event.data or "promises" in event.data.get("removed", {})
    if not promises and event.name not in _ALWAYS:
        return
    tells = _tells(event.name, facts)
    center = ServiceCenter.objects.get(pk=facts["center_id"])
    yield News(
        to=(UUID(facts["customer"]["id"]),),
        channels=(Notification.Channel.APP.value, Notification.Channel.EMAIL.value),
        kind=Notification.Kind.MAINTENANCE.value,
        path=f"/visit/{facts['appointment_id']}",
        center_id=center.id,
        tells=tells,
        before=_first_promise(UUID(facts["id"])),
        say=partial(_say, facts, tells, center, A_LOT),
        say_by_mail=partial(_say, facts, tells, center, A_LOT_FOR_MAIL),
        address=address_of_visit(UUID(facts["appointment_id"])),
    )


def _tells(name: str, facts: dict[str, Any]) -> Known:
    return {"over": True} if name in _OVER else known_of(facts)


def known_of(facts: dict[str, Any]) -> Known:
    """Return what one knows of a card after being told its facts."""
    if facts["stage"] == "ready_for_pickup":
        return {"ready": True}
    window = facts["window"]
    return {"from": window["from"], "to": window["to"]} if window else {}


def _first_promise(job_id: UUID) -> Known:
    """Return the window that the visit's page said from the beginning."""
    first = Promise.objects.filter(job_id=job_id).order_by("made_at", "id").first()
    return {"from": iso(first.ready_from), "to": iso(first.ready_to)} if first else {}


def _say(
    facts: dict[str, Any], tells: Known, center: ServiceCenter, far: timedelta, known: Known
) -> Words | None:
    values = {
        "vehicle": words.vehicle(facts["vehicle"]),
        "number": facts["number"],
        "center": center.name,
        "phone": center.phone,
    }
    if "ready" in tells and "ready" not in known:
        return words.filled(
            _("Your vehicle is ready"),
            _("%(vehicle)s is ready for pickup at %(center)s. Job %(number)s."),
            **values,
        )
    if "from" not in tells or ("from" in known and _apart(known["from"], tells["from"]) <= far):
        return None
    values["when"] = words.window(tells["from"], tells["to"], center.time_zone)
    values["reason"] = words.sentence(facts["window"]["reason"])
    if "from" not in known:
        return words.filled(
            _("Your vehicle is not ready yet"),
            _("%(vehicle)s at %(center)s: ready %(when)s. Job %(number)s. %(reason)s"),
            **values,
        )
    values["before"] = words.window(known["from"], known["to"], center.time_zone)
    return words.filled(
        _("The ready time moved"),
        _("%(vehicle)s at %(center)s: ready %(when)s, not %(before)s. Job %(number)s. %(reason)s"),
        **values,
    )


def _apart(one: str, other: str) -> timedelta:
    return abs(datetime.fromisoformat(one) - datetime.fromisoformat(other))
