"""What customers booked and asked for beyond the demo's day, as acts at the moments at which they did it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from workshop.demo.data.centers import CENTER_BY_CODE
from workshop.demo.data.coming import BOOKED, REQUESTS, BookedSpec, RequestSpec
from workshop.demo.data.people import CUSTOMER_BY_CODE
from workshop.demo.data.when import When
from workshop.scheduling import services as scheduling
from workshop.scheduling.services import Line

from .acts import Act
from .drives import trip
from .world import World


def coming_acts(world: World, now: datetime) -> Iterator[Act]:
    """Return what was booked, asked and answered for the days after the demo's."""
    for spec in BOOKED:
        yield Act(now + timedelta(minutes=spec.made), partial(_book, world, spec, now))
    for asked in REQUESTS:
        yield from _Request(world, asked, now).acts()


def moment_at(center: str, when: When, now: datetime) -> datetime:
    """Return a time on a coming open day of a centre."""
    place = ZoneInfo(CENTER_BY_CODE[center].time_zone)
    return datetime.combine(day_at(center, when.day, now), when.at, place).astimezone(UTC)


def day_at(center: str, number: int, now: datetime) -> date:
    """Return a coming open day of a centre, or with a number below 0 one that is over."""
    spec = CENTER_BY_CODE[center]
    day, left = now.astimezone(ZoneInfo(spec.time_zone)).date(), abs(number)
    while left:
        day += timedelta(days=1 if number > 0 else -1)
        left -= day.weekday() in {span.weekday for span in spec.opening}
    return day


def _book(world: World, spec: BookedSpec, now: datetime) -> None:
    center = CUSTOMER_BY_CODE[spec.customer].center
    appointment = scheduling.book(
        actor=world.actor(spec.customer),
        center_id=world.centers[center].id,
        customer_id=world.people[spec.customer].id,
        vehicle_id=world.vehicles[spec.vehicle].id,
        lines=_lines(world, center, spec.services),
        start=moment_at(center, spec.when, now),
        notes=spec.notes,
        wants_loaner=spec.wants_loaner,
        transports=[
            trip(spec.customer, drive.way, moment_at(center, drive.when, now)) for drive in spec.drives
        ],
    )
    scheduling.link_visit(actor=world.desk(center), appointment_id=appointment.id)


class _Request:
    """One request while it is lived through."""

    def __init__(self, world: World, spec: RequestSpec, now: datetime) -> None:
        self.world, self.spec, self.now = world, spec, now
        self.center = CUSTOMER_BY_CODE[spec.customer].center
        self.appointment_id: UUID | None = None

    def acts(self) -> Iterator[Act]:
        """Return what its customer and the desk did."""
        yield Act(self.now + timedelta(minutes=self.spec.made), self._ask)
        answer = self._reject if self.spec.rejected else self._propose if self.spec.proposed else None
        if answer is not None:
            yield Act(self.now + timedelta(minutes=self.spec.answered), answer)

    def _ask(self) -> None:
        spec, customer = self.spec, self.world.actor(self.spec.customer)
        begun = scheduling.hold_request(
            actor=customer,
            center_id=self.world.centers[self.center].id,
            lines=_lines(self.world, self.center, spec.services),
            wished_times=[moment_at(self.center, when, self.now) for when in spec.wished],
        )
        asked = scheduling.request_visit(
            actor=customer,
            appointment_id=begun.id,
            concern=spec.concern,
            vehicle=self.world.vehicles[spec.vehicle].id,
        )
        self.appointment_id = asked.id

    def _propose(self) -> None:
        if self.appointment_id is None or self.spec.proposed is None:
            raise LookupError(f"{self.spec.vehicle} asked for nothing, or nothing is proposed.")
        scheduling.propose(
            actor=self.world.desk(self.center),
            appointment_id=self.appointment_id,
            start=moment_at(self.center, self.spec.proposed, self.now),
            message=self.spec.message,
        )

    def _reject(self) -> None:
        if self.appointment_id is None:
            raise LookupError(f"{self.spec.vehicle} asked for nothing yet.")
        scheduling.reject(
            actor=self.world.desk(self.center), appointment_id=self.appointment_id, reason=self.spec.rejected
        )


def _lines(world: World, center: str, codes: tuple[str, ...]) -> list[Line]:
    return [Line(world.services[center, code].id) for code in codes]
