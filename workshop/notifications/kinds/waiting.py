"""What who waits is told: that a time is held for them and until when, and that their days are over."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from workshop.events.models import Event
from workshop.scheduling import events

from .. import words
from ..models import Notification
from ..news import Known, News, Words
from .registry import news_from

CHANNELS = (Notification.Channel.APP.value, Notification.Channel.EMAIL.value)
OVER = (events.WaitingOfferPassed, events.WaitingBooked, events.WaitingListLeft)
"""After these an offer that was not told yet is outdated, and nothing is said instead."""


@news_from(events.WaitingOffered, events.WaitingExpired, *OVER)
def to_customer(event: Event) -> Iterable[News]:
    """Tell the customer of an offer, once."""
    facts = event.data["waiting"]
    yield News(
        to=(UUID(facts["customer"]["id"]),),
        channels=CHANNELS,
        kind=Notification.Kind.APPOINTMENT.value,
        path="/visit",
        center_id=UUID(facts["center_id"]),
        tells={"status": facts["status"], "offer": (facts["offer"] or {}).get("scheduled_start")},
        before={"status": "waiting", "offer": None},
        say=partial(_say, facts),
    )


def _say(facts: dict[str, Any], known: Known) -> Words | None:
    zone = facts["center"]["zone"]
    values = {"vehicle": words.vehicle(facts["vehicle"]), "center": facts["center"]["name"]}
    if facts["status"] == "expired":
        return words.filled(
            _("Nothing became free"),
            _("%(vehicle)s at %(center)s: the days that you waited for are over. Choose other days."),
            **values,
        )
    if (offer := facts["offer"]) is None or known.get("offer") == offer["scheduled_start"]:
        return None
    return words.filled(
        _("A time is free for you"),
        _("%(services)s for %(vehicle)s at %(center)s: %(when)s is held for you until %(until)s."),
        services=", ".join(line["name"] for line in facts["services"]),
        when=words.moment(offer["scheduled_start"], zone),
        until=words.moment(offer["ends_at"], zone),
        **values,
    )
