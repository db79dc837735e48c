"""The applications that wait for the network's answer."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from workshop.centers import services as centers
from workshop.demo.data.centers import ANNA_NAGAR, APPLICATIONS, ApplicationSpec

from .acts import Act
from .world import World

WAITING_SINCE = timedelta(days=4)
APART = timedelta(days=2, hours=3)


def application_acts(world: World, now: datetime) -> Iterator[Act]:
    """Return the applications as acts, in the days before the demo's day."""
    for place, spec in enumerate(APPLICATIONS):
        yield Act(now - WAITING_SINCE + place * APART, partial(_apply, world, spec))


def _apply(world: World, spec: ApplicationSpec) -> None:
    centers.apply_center(
        actor=world.actor(spec.applicant),
        about=spec.about,
        name=spec.name,
        address=spec.address,
        city=spec.city,
        district=spec.district,
        postcode=spec.postcode,
        phone=spec.phone,
        email=spec.email,
        hours=[(span.weekday, span.opens, span.closes) for span in spec.opening],
        areas=spec.areas,
        time_zone=ANNA_NAGAR.time_zone,
        currency=ANNA_NAGAR.currency,
    )
