"""What the desk is told of an email that did not reach its customer, or may not have."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from workshop.centers.selectors import customer_card_of
from workshop.events.models import Event

from .. import words
from ..events import EmailNotDelivered
from ..models import Notification
from ..news import Known, News, Words
from ..selectors import desk_of
from .registry import news_from

PATHS = {"appointment": "/board/arrivals/{}", "job": "/board/jobs/{}"}
"""Where the desk sees what an email was about."""


@news_from(EmailNotDelivered)
def to_desk(event: Event) -> Iterable[News]:
    """Tell the desk, who can call."""
    email: dict[str, Any] = event.data["email"]
    center_id = UUID(event.stream.removeprefix("center:"))
    noun, _sep, id = email["subject"].partition(":")
    card = customer_card_of(UUID(email["user_id"]))

    def say(known: Known) -> Words:
        values = {
            "customer": card["name"] or str(_("The customer")),
            "phone": card["phone"],
            "about": email["title"],
        }
        if email["state"] == "failed":
            return words.filled(
                _("An email was not sent"),
                _("“%(about)s” to %(customer)s was refused. Tell them another way. %(phone)s"),
                **values,
            )
        return words.filled(
            _("An email may not have arrived"),
            _("“%(about)s” to %(customer)s was interrupted and is not sent again. Ask them. %(phone)s"),
            **values,
        )

    yield News(
        to=desk_of(center_id),
        channels=(Notification.Channel.APP.value,),
        kind=Notification.Kind.SYSTEM.value,
        path=PATHS[noun].format(id) if noun in PATHS else "",
        center_id=center_id,
        tells={"state": email["state"]},
        before={},
        say=say,
    )
